// The server: its threads, where it listens, how it starts and stops, and the sweep that ends what takes too long.
#include "http/server.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "http/connection.hpp"

namespace entente::http {

void Server::State::sweep(IoThread& thread) {
  auto shortest = std::min({options.header_time, options.idle_time, options.write_stall, options.body_grace,
                            std::chrono::milliseconds(4'000)});
  thread.sweep.expires_after(std::max(shortest / 4, std::chrono::milliseconds(5)));
  auto check = [this, &thread](const Failure& failure) {
    if (failure) return;
    Time time = now();
    for (Connection* connection : thread.connections) connection->check_time(time);
    sweep(thread);
  };
  thread.sweep.async_wait(check);
}

void Server::State::listen() {
  IoThread& first = *threads.front();
  try {
    tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
    acceptor.emplace(first.context.get_executor());
    acceptor->open(endpoint.protocol());
    acceptor->set_option(asio::socket_base::reuse_address(true));
    acceptor->bind(endpoint);
    acceptor->listen(4096);
    port = acceptor->local_endpoint().port();
    if (!options.operator_socket.empty()) {
      ::unlink(options.operator_socket.c_str());
      mode_t before = ::umask(0177);
      operator_acceptor.emplace(first.context.get_executor());
      operator_acceptor->open();
      Failure failure;
      operator_acceptor->bind(asio::local::stream_protocol::endpoint(options.operator_socket), failure);
      ::umask(before);
      if (failure) throw boost::system::system_error(failure);
      operator_acceptor->listen(64);
    }
  } catch (const boost::system::system_error& error) {
    throw Error(ErrorKind::unavailable, "cannot_listen",
                fmt::format("Cannot listen on {}:{}: {}.", options.address, options.port, error.code().message()));
  }
}

template <class Acceptor>
Task<void> Server::State::accept(Acceptor& from) {
  Timer pause(from.get_executor());
  while (!stopping) {
    // While it waits the coroutine owns no thread: it lives in the first one's context, and would keep that alive for ever.
    std::size_t chosen = next_thread++ % threads.size();
    Socket socket(threads[chosen]->context.get_executor());
    Failure failure;
    co_await from.async_accept(socket, asio::redirect_error(use_task, failure));
    if (stopping) co_return;
    if (failure == asio::error::operation_aborted || failure == asio::error::bad_descriptor) co_return;
    if (failure) {  // most likely no more file descriptors: others will close
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(use_task, failure));
      continue;
    }
    if (connections.fetch_add(1) >= options.max_connections) {
      --connections;
      continue;  // the socket closes
    }
    auto home = threads[chosen];
    auto start = [this, home, socket = std::move(socket)]() mutable {
      auto connection = std::make_shared<Connection>(*this, home, std::move(socket));
      if (connection->identify()) asio::co_spawn(home->context, connection->serve(), asio::detached);
    };
    asio::post(home->context, std::move(start));
  }
}

Server::Server(Options options, const Router& router) : state_(std::make_unique<State>(std::move(options), router)) {}
Server::~Server() {
  stop();
}

void Server::start() {
  State& state = *state_;
  unsigned count = state.options.io_threads;
  if (count == 0) count = std::clamp(std::thread::hardware_concurrency() / 2, 1u, 4u);
  for (unsigned i = 0; i < count; ++i) {
    state.threads.push_back(std::make_shared<IoThread>());
    state.options.random->fill(std::as_writable_bytes(std::span(&state.threads.back()->next_id, 1)));
  }
  try {
    state.listen();
  } catch (...) {
    state.acceptor.reset();
    state.operator_acceptor.reset();
    state.threads.clear();
    throw;
  }
  state.stopping = false;
  state.workers = std::make_unique<asio::thread_pool>(std::max(1u, state.options.workers));
  IoThread& first = *state.threads.front();
  asio::co_spawn(first.context, state.accept(*state.acceptor), asio::detached);
  if (state.operator_acceptor) asio::co_spawn(first.context, state.accept(*state.operator_acceptor), asio::detached);
  for (auto& thread : state.threads) {
    state.sweep(*thread);
    thread->thread = std::thread([&io = *thread] { io.context.run(); });
  }
}

void Server::stop() {
  State& state = *state_;
  if (state.threads.empty()) return;
  state.stopping = true;
  auto close_acceptors = [&state] {
    Failure ignored;
    if (state.acceptor) state.acceptor->close(ignored);
    if (state.operator_acceptor) state.operator_acceptor->close(ignored);
  };
  asio::post(state.threads.front()->context, close_acceptors);
  if (state.options.events) state.options.events->close_all();
  Time end = now() + state.options.drain;
  while (state.connections > 0 && now() < end) {
    for (auto& thread : state.threads) {
      auto close_idle = [&io = *thread] {
        for (Connection* connection : io.connections) connection->close_if_idle();
      };
      asio::post(thread->context, close_idle);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  for (auto& thread : state.threads) {
    auto abort_all = [&io = *thread] {
      for (Connection* connection : io.connections) connection->abort();
    };
    asio::post(thread->context, abort_all);
  }
  state.workers->join();
  for (auto& thread : state.threads) {
    auto end_sweep = [&io = *thread] { io.sweep.cancel(); };
    asio::post(thread->context, end_sweep);
    thread->guard.reset();
  }
  Time last = now() + std::chrono::seconds(2);
  while (state.connections > 0 && now() < last) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  for (auto& thread : state.threads) {
    thread->context.stop();
    thread->thread.join();
  }
  state.acceptor.reset();
  state.operator_acceptor.reset();
  state.threads.clear();
  if (!state.options.operator_socket.empty()) ::unlink(state.options.operator_socket.c_str());
}

std::uint16_t Server::port() const {
  return state_->port;
}
std::size_t Server::connections() const {
  return state_->connections;
}

}  // namespace entente::http
