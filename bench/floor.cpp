// The floor of the load tests: the same HTTP layer with fixed answers. `entente_floor PORT`.
#include <csignal>
#include <cstdlib>

#include "floor_server.hpp"

int main(int, char** words) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  entente::bench::FloorServer server(static_cast<std::uint16_t>(std::atoi(words[1])));
  int got = 0;
  sigwait(&signals, &got);
}
