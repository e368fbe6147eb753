#include "db/postgres_listening.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace entente::db {
namespace {

constexpr int first_pause = 100, longest_pause = 5'000;  // milliseconds

/// A listener that fails must not end the thread: the next news comes as usual.
template <class F, class... A>
void tell(const F& listener, A... words) {
  try {
    if (listener) listener(words...);
  } catch (const std::exception&) {
    // Whoever listens asks again: caches by their revisions, streams by their question.
  }
}

}  // namespace

PostgresListening::PostgresListening(std::string address, std::string own, Told told)
    : address_(std::move(address)),
      own_(std::move(own)),
      told_(std::move(told)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this] { run(); }) {}

PostgresListening::~PostgresListening() {
  stop_ = true;
  std::uint64_t one = 1;
  [[maybe_unused]] auto written = ::write(wake_, &one, sizeof one);
  thread_.join();
  ::close(wake_);
}

bool PostgresListening::wait(int socket, int milliseconds) {
  pollfd both[] = {{wake_, POLLIN, 0}, {socket, POLLIN, 0}};
  ::poll(both, socket < 0 ? 1 : 2, milliseconds);
  return !stop_;
}

void PostgresListening::run() {
  int pause = first_pause;
  while (!stop_) {
    const char* keys[] = {"connect_timeout",  "keepalives_idle", "keepalives_interval", "keepalives_count",
                          "application_name", "dbname",          nullptr};
    const char* values[] = {"4", "3", "2", "2", "entente-news", address_.c_str(), nullptr};
    Handle handle(PQconnectdbParams(keys, values, 1), PQfinish);
    auto start = std::chrono::steady_clock::now();
    if (PQstatus(handle.get()) == CONNECTION_OK) listen(handle.get());
    hears_ = false;
    // A connection that held for a while was a good one.
    if (std::chrono::steady_clock::now() - start > std::chrono::seconds(10)) pause = first_pause;
    if (!wait(-1, pause)) return;
    pause = std::min(2 * pause, longest_pause);
  }
}

void PostgresListening::listen(PGconn* handle) {
  std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(handle, fmt::format("LISTEN {}", news_channel).c_str()),
                                                       PQclear);
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return;
  hears_ = true;
  tell(told_.look_again);
  while (wait(PQsocket(handle), -1)) {
    if (PQconsumeInput(handle) == 0) return;
    while (PGnotify* news = PQnotifies(handle)) {
      std::unique_ptr<PGnotify, decltype(&PQfreemem)> owned(news, PQfreemem);
      std::string_view text = news->extra;
      auto blank = std::min(text.find(' '), text.size());
      if (text.substr(0, blank) == own_) continue;
      tell(told_.heard, text.substr(std::min(blank + 1, text.size())));
    }
  }
}

}  // namespace entente::db
