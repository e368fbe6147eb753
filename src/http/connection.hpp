#pragma once
// Inside this room only: how the server and its connections stand together. Asio and coroutines live in the files that include
// this one (server.cpp, connection.cpp, connection_transfer.cpp, connection_answer.cpp) and nowhere else.
//
// A connection is one coroutine; it stays on the thread it was given to, so that nothing of it needs a lock. Only handlers
// that may wait run elsewhere, on the workers.
//
// g++ 12 destroys a capturing lambda twice inside a `co_await` expression: name it first.
#include <boost/asio.hpp>

#include "http/server.hpp"

#pragma GCC diagnostic ignored "-Wmismatched-new-delete"  // g++ 12 mistakes how Asio frees coroutine frames

namespace entente::http {
namespace asio = boost::asio;
using asio::ip::tcp;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::generic::stream_protocol, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Time = std::chrono::steady_clock::time_point;
using Failure = boost::system::error_code;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr asio::use_awaitable_t<Executor> use_task;

inline constexpr std::size_t small_buffer = 4 * 1024;
inline constexpr std::size_t large_buffer = 64 * 1024;
/// A larger body is sent from where it is instead of being copied behind its head.
inline constexpr std::size_t copied_body = 16 * 1024;
/// So much of an unwanted body is read to keep the connection.
inline constexpr std::size_t unwanted_body = 64 * 1024;

inline Time now() {
  return std::chrono::steady_clock::now();
}

class Connection;

/// A thread that serves many connections.
struct IoThread {
  asio::io_context context{1};
  asio::executor_work_guard<Executor> guard{context.get_executor()};
  Timer sweep{context.get_executor()};
  std::unordered_set<Connection*> connections;
  std::int64_t date_second = -1;
  std::string date;
  std::uint64_t next_id = 0;
  std::thread thread;
};

class Server::State {
 public:
  State(Options options_, const Router& router_) : options(std::move(options_)), router(router_) {}

  Options options;
  const Router& router;
  std::vector<std::shared_ptr<IoThread>> threads;
  std::unique_ptr<asio::thread_pool> workers;
  std::atomic<std::size_t> waiting = 0;
  std::atomic<std::size_t> connections = 0;
  std::atomic<bool> stopping = false;
  std::optional<asio::basic_socket_acceptor<tcp, Executor>> acceptor;
  std::optional<asio::basic_socket_acceptor<asio::local::stream_protocol, Executor>> operator_acceptor;
  std::uint16_t port = 0;
  std::size_t next_thread = 0;

  void listen();
  template <class Acceptor>
  Task<void> accept(Acceptor& from);
  void sweep(IoThread& thread);
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Server::State& server, std::shared_ptr<IoThread> home, Socket socket)
      : server_(server),
        options_(server.options),
        home_(std::move(home)),
        socket_(std::move(socket)),
        parser_(options_.limits) {
    home_->connections.insert(this);
  }
  ~Connection() {
    home_->connections.erase(this);
    --server_.connections;
  }

  bool identify();
  Task<void> serve();
  void check_time(Time time);
  void close_if_idle();
  void abort() { socket_.close(ignored_); }

 private:
  enum class Phase { idle, head, body, handler, writing, stream };

  Task<void> serve_requests();
  Task<bool> read_more(std::size_t room);
  Task<bool> read_body(std::size_t limit, std::size_t spool_above);
  Task<bool> write_rest(std::string_view body);
  Task<bool> send_file(const FileBody& file);
  Task<void> run_on_worker(const Route& route, Response& response);
  Task<void> stream(Response response);
  Task<void> linger();
  void watch_for_end(std::shared_ptr<Channel> channel);
  bool spool();
  void remove_spool();
  void start_request();
  void finish(Response& response, Time start);
  bool write_now(std::string_view& body);
  bool write_out() {
    std::string_view none;
    return write_now(none);
  }
  void refuse(const BadRequest& bad);
  std::string_view date();
  std::string make_id();
  std::string_view unread() const { return std::string_view(in_).substr(in_at_); }
  void shrink();

  Server::State& server_;
  const Options& options_;
  std::shared_ptr<IoThread> home_;
  Socket socket_;
  RequestParser parser_;
  Request request_;
  std::string remote_address_;
  bool is_loopback_ = false;
  bool is_operator_ = false;

  Phase phase_ = Phase::idle;
  Time deadline_ = Time::max();
  bool timed_out_ = false;
  bool keep_ = true;     ///< the connection serves another request after this one
  bool linger_ = false;  ///< the client may still be sending: closing at once could lose our answer
  std::string in_;       ///< bytes received; those before `in_at_` are used
  std::size_t in_at_ = 0;
  std::string out_;  ///< bytes to send
  std::size_t out_at_ = 0;
  int spool_file_ = -1;
  std::uint64_t ticket_ = 0;
  Timer* stream_timer_ = nullptr;
  Failure ignored_;
};

}  // namespace entente::http
