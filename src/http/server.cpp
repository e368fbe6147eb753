// The only file that knows Asio. A connection is one coroutine; it stays on the thread it was given to, so that nothing
// of it needs a lock. Only handlers that may wait run elsewhere, on the workers.
//
// g++ 12 destroys a capturing lambda twice inside a `co_await` expression: name it first.
#include "http/server.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio.hpp>

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
constexpr asio::use_awaitable_t<Executor> use_task;

namespace {

constexpr std::size_t small_buffer = 4 * 1024;
constexpr std::size_t large_buffer = 64 * 1024;
/// A larger body is sent from where it is instead of being copied behind its head.
constexpr std::size_t copied_body = 16 * 1024;
/// So much of an unwanted body is read to keep the connection.
constexpr std::size_t unwanted_body = 64 * 1024;

Time now() {
  return std::chrono::steady_clock::now();
}

}  // namespace

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

// ---- a connection's life

bool Connection::identify() {
  Failure failure;
  auto endpoint = socket_.remote_endpoint(failure);
  if (failure) return false;
  socket_.non_blocking(true, failure);
  if (endpoint.data()->sa_family == AF_UNIX) {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (getsockopt(socket_.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
    if (peer.uid != geteuid() && peer.uid != 0) return false;
    is_operator_ = true;
    return true;
  }
  tcp::endpoint address;
  address.resize(endpoint.size());
  std::memcpy(address.data(), endpoint.data(), endpoint.size());
  auto ip = address.address();
  if (ip.is_v6() && ip.to_v6().is_v4_mapped()) ip = asio::ip::make_address_v4(asio::ip::v4_mapped, ip.to_v6());
  remote_address_ = ip.to_string();
  is_loopback_ = ip.is_loopback();
  int on = 1;
  setsockopt(socket_.native_handle(), IPPROTO_TCP, 1 /* TCP_NODELAY */, &on, sizeof on);
  return true;
}

Task<void> Connection::serve() {
  auto self = shared_from_this();
  try {
    co_await serve_requests();
    if (linger_) co_await linger();
  } catch (const std::exception& error) {
    if (options_.on_defect) options_.on_defect(request_, error.what());
  }
  remove_spool();
  socket_.close(ignored_);
}

Task<void> Connection::serve_requests() {
  Time head_start{};
  while (keep_) {
    // The head, out of what is there or after reading more.
    std::size_t head = 0;
    if (in_at_ < in_.size()) {
      if (phase_ == Phase::idle) {
        phase_ = Phase::head;
        head_start = now();
      }
      try {
        head = parser_.read_head(unread(), request_);
      } catch (const BadRequest& bad) {
        refuse(bad);
      }
    }
    if (head == 0) {
      bool is_sent = write_out();
      if (!is_sent) is_sent = co_await write_rest({});
      if (!is_sent) co_return;
      if (!keep_ || server_.stopping) co_return;
      shrink();
      deadline_ = phase_ == Phase::idle ? now() + options_.idle_time : head_start + options_.header_time;
      bool has_more = co_await read_more(small_buffer);
      if (has_more) continue;
      if (timed_out_ && phase_ == Phase::head) {
        refuse({408, "request_timeout", "The request took too long."});
        write_out();
      }
      co_return;
    }
    in_at_ += head;
    start_request();

    const Route* route = nullptr;
    std::optional<Response> response;
    std::string allowed;
    try {
      route = server_.router.match(request_, allowed);
      if (!route) response = method_not_allowed(request_, allowed);
    } catch (const Error& error) {
      response = problem(error, request_.id);
    }

    if (!parser_.is_complete()) {
      phase_ = Phase::body;
      bool has_all = co_await read_body(route ? route->description.body_limit : unwanted_body,
                                        route ? route->description.spool_above : 0);
      if (!has_all) {
        bool is_sent = write_out();
        if (!is_sent) co_await write_rest({});
        co_return;
      }
    }

    phase_ = Phase::handler;
    deadline_ = Time::max();
    Time start = options_.on_answer ? now() : Time{};
    if (!response) {
      response.emplace();
      if (route->runs == Runs::on_io) {
        *response = run(*route, request_, options_.on_defect);
        compress(*response, request_, options_.writer);
      } else if (auto quick = run_quick(*route, request_)) {
        *response = std::move(*quick);
        compress(*response, request_, options_.writer);
      } else {
        bool is_sent = write_out();
        if (!is_sent) is_sent = co_await write_rest({});
        if (!is_sent) co_return;
        co_await run_on_worker(*route, *response);
      }
    }
    remove_spool();
    if (response->events && has_body(*response, request_)) {
      finish(*response, start);
      co_await stream(std::move(*response));
      co_return;
    }
    finish(*response, start);
    if (has_body(*response, request_)) {
      std::string_view body = response->body_view();
      if (body.size() <= copied_body) {
        out_ += body;
      } else {
        bool is_sent = write_now(body);
        if (!is_sent) is_sent = co_await write_rest(body);
        if (!is_sent) co_return;
      }
    }
    phase_ = Phase::idle;
    // Answers to requests that came together leave together.
    bool is_last = in_at_ == in_.size() || !keep_;
    if (!is_last && out_.size() < large_buffer) continue;
    bool is_sent = write_out();
    if (!is_sent) is_sent = co_await write_rest({});
    if (!is_sent) co_return;
  }
}

void Connection::start_request() {
  request_.body.clear();
  request_.body_file.clear();
  request_.route = {};
  ticket_ = options_.events ? options_.events->ticket() : 0;
  request_.id = make_id();
  request_.remote_address = remote_address_;
  request_.is_loopback = is_loopback_;
  request_.is_operator = is_operator_;
  if (options_.trust_local_proxy && is_loopback_) {
    if (auto forwarded = request_.header("x-forwarded-for")) {
      std::size_t comma = forwarded->rfind(',');
      std::string_view last = comma == std::string_view::npos ? *forwarded : forwarded->substr(comma + 1);
      while (last.starts_with(' ')) last.remove_prefix(1);
      request_.remote_address = last.substr(0, 64);
      request_.is_loopback = false;
    }
  }
  keep_ = parser_.keeps_alive() && !server_.stopping;
}

/// The head of the answer goes to `out_`.
void Connection::finish(Response& response, Time start) {
  if (server_.stopping || response.events) keep_ = false;
  write_head(out_, response, keep_ ? AfterAnswer::keep : AfterAnswer::close, date(), options_.writer);
  if (!options_.on_answer) return;
  auto took = std::chrono::duration_cast<std::chrono::microseconds>(now() - start).count();
  options_.on_answer({request_, response.status, response.body_view().size(), took});
}

/// Answers what is not a request; nothing after it can be understood, so the connection ends.
void Connection::refuse(const BadRequest& bad) {
  keep_ = false;
  linger_ = true;
  request_.method = Method::get;  // whatever was read of it: the answer has a body
  request_.route = {};
  request_.id = make_id();
  Response response = problem(Error(ErrorKind::bad_input, bad.code, std::string(bad.message)), request_.id, bad.status);
  finish(response, now());
  out_ += response.body_view();
}

// ---- reading

/// False at the end, on errors and when the time is up.
Task<bool> Connection::read_more(std::size_t room) {
  if (in_at_ == in_.size()) {
    in_.clear();
    in_at_ = 0;
  } else if (in_at_ > 0) {
    in_.erase(0, in_at_);
    in_at_ = 0;
  }
  std::size_t used = in_.size();
  in_.resize(used + room);
  Failure failure;
  std::size_t got =
      co_await socket_.async_read_some(asio::buffer(in_.data() + used, room), asio::redirect_error(use_task, failure));
  in_.resize(used + got);
  co_return !failure;
}

Task<bool> Connection::read_body(std::size_t limit, std::size_t spool_above) {
  bool is_too_large = parser_.content_length() > limit;
  std::size_t received = 0;
  std::size_t spooled = 0;
  Time start = now();
  std::optional<BadRequest> bad;
  if (is_too_large) bad = BadRequest{413, "body_too_large", "The body is too large."};
  if (!bad && parser_.expects_continue() && unread().empty()) {
    out_ += "HTTP/1.1 100 Continue\r\n\r\n";
    bool is_sent = write_out();
    if (!is_sent) is_sent = co_await write_rest({});
    if (!is_sent) co_return false;
    phase_ = Phase::body;
  }
  if (!spool_above) request_.body.reserve(std::min<std::size_t>(parser_.content_length(), 1'000'000));
  while (!bad) {
    try {
      in_at_ += parser_.read_body(unread(), request_.body);
      if (spooled + request_.body.size() > limit) throw BadRequest{413, "body_too_large", "The body is too large."};
    } catch (const BadRequest& found) {
      bad = found;
      break;
    }
    if (spool_above && (spool_file_ >= 0 || request_.body.size() > spool_above)) {
      spooled += request_.body.size();
      if (!spool()) {
        bad = BadRequest{503, "no_space", "There is no room for the upload right now."};
        break;
      }
    }
    if (parser_.is_complete()) co_return true;
    std::size_t before = unread().size();
    deadline_ = start + options_.body_grace + std::chrono::milliseconds(received * 1000 / options_.body_rate);
    bool has_more = co_await read_more(large_buffer);
    if (!has_more) {
      if (!timed_out_) co_return false;
      bad = BadRequest{408, "request_timeout", "The body came too slowly."};
      break;
    }
    received += unread().size() - before;
  }
  refuse(*bad);
  co_return false;
}

/// Moves what was received of the body to the temporary file; false if the disk does not take it.
bool Connection::spool() {
  if (spool_file_ < 0) {
    std::string name = options_.spool_directory + "/entente-upload-XXXXXX";
    spool_file_ = mkostemp(name.data(), O_CLOEXEC);
    if (spool_file_ < 0) return false;
    request_.body_file = name;
  }
  std::string_view rest = request_.body;
  while (!rest.empty()) {
    ssize_t written = ::write(spool_file_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  request_.body.clear();
  return true;
}

void Connection::remove_spool() {
  if (spool_file_ < 0) return;
  ::close(spool_file_);
  ::unlink(request_.body_file.c_str());
  spool_file_ = -1;
}

/// Ends our side, then reads and forgets for a moment: bytes that arrive after a close would make the system throw away
/// the answer at the client's side.
Task<void> Connection::linger() {
  socket_.shutdown(Socket::shutdown_send, ignored_);
  phase_ = Phase::writing;
  deadline_ = now() + std::min(options_.header_time, std::chrono::milliseconds(2'000));
  bool more = true;
  while (more) {
    in_.clear();
    in_at_ = 0;
    more = co_await read_more(large_buffer);
  }
}

/// An idle connection keeps little memory.
void Connection::shrink() {
  if (in_at_ == in_.size() && in_.capacity() > 2 * small_buffer) {
    in_ = {};
    in_at_ = 0;
  }
  if (out_.capacity() > 2 * small_buffer) out_ = {};
  if (request_.body.capacity() > small_buffer) request_.body = {};
}

// ---- writing

/// Sends what the system takes at once of `out_` and then `body`; true if that was all.
bool Connection::write_now(std::string_view& body) {
  while (out_at_ < out_.size() || !body.empty()) {
    std::array<asio::const_buffer, 2> parts{asio::buffer(std::string_view(out_).substr(out_at_)), asio::buffer(body)};
    Failure failure;
    std::size_t sent = socket_.write_some(parts, failure);
    std::size_t of_out = std::min(sent, out_.size() - out_at_);
    out_at_ += of_out;
    body.remove_prefix(sent - of_out);
    if (failure) return false;  // not now, or never: writing again will tell
  }
  out_.clear();
  out_at_ = 0;
  return true;
}

/// Sends the rest as the client takes it. False when the connection is lost or stalls.
Task<bool> Connection::write_rest(std::string_view body) {
  Phase before = std::exchange(phase_, Phase::writing);
  while (true) {
    deadline_ = now() + options_.write_stall;
    std::array<asio::const_buffer, 2> parts{asio::buffer(std::string_view(out_).substr(out_at_)), asio::buffer(body)};
    Failure failure;
    std::size_t sent = co_await socket_.async_write_some(parts, asio::redirect_error(use_task, failure));
    if (failure) {
      keep_ = linger_ = false;
      co_return false;
    }
    std::size_t of_out = std::min(sent, out_.size() - out_at_);
    out_at_ += of_out;
    body.remove_prefix(sent - of_out);
    if (out_at_ == out_.size() && body.empty()) break;
  }
  out_.clear();
  out_at_ = 0;
  phase_ = before;
  co_return true;
}

// ---- answering

Task<void> Connection::run_on_worker(const Route& route, Response& response) {
  if (server_.waiting.fetch_add(1) >= options_.max_waiting) {
    --server_.waiting;
    response =
        problem(Error(ErrorKind::unavailable, "busy", "Too much is going on right now; try again soon."), request_.id);
    co_return;
  }
  auto work = [this, &route, &response] {
    response = run(route, request_, options_.on_defect);
    try {
      compress(response, request_, options_.writer);
    } catch (const std::bad_alloc&) {  // then it goes as it is
    }
  };
  auto start = [this, &work](auto&& handler) {
    auto job = [this, &work, done = std::move(handler)]() mutable {
      work();
      --server_.waiting;
      asio::post(home_->context, std::move(done));
    };
    asio::post(*server_.workers, std::move(job));
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(start, use_task);
}

/// Sends events until the client leaves, falls behind, or the stream is closed.
Task<void> Connection::stream(Response response) {
  if (!options_.events) throw std::logic_error("a route answers with events, but the server has none");
  const Subscription& subscription = *response.events;
  std::shared_ptr<Channel> channel = options_.events->open(subscription, ticket_);
  Timer timer(home_->context.get_executor());
  stream_timer_ = &timer;
  std::weak_ptr<Connection> weak = weak_from_this();
  auto home = home_;
  auto wake = [weak, home] {
    auto cancel = [weak] {
      auto self = weak.lock();
      if (self && self->stream_timer_) self->stream_timer_->cancel();
    };
    asio::post(home->context, cancel);
  };
  channel->on_wake(wake);
  watch_for_end(channel);

  out_ += subscription.first.empty() ? std::string_view(": open\n\n") : std::string_view(subscription.first);
  bool is_open = true;
  while (is_open) {
    bool is_sent = write_out();
    if (!is_sent) is_sent = co_await write_rest({});
    if (!is_sent) break;
    phase_ = Phase::stream;
    auto texts = channel->take(is_open);
    for (const auto& text : texts) out_ += *text;
    if (!texts.empty() || !is_open) continue;
    if (out_.capacity() > small_buffer) out_ = {};
    deadline_ = Time::max();
    timer.expires_after(options_.heartbeat);
    Failure failure;
    co_await timer.async_wait(asio::redirect_error(use_task, failure));
    if (!failure) out_ += ":\n\n";
  }
  stream_timer_ = nullptr;
  channel->close();
  options_.events->forget(channel, subscription);
}

/// While events are sent nothing is expected from the client but its leaving.
void Connection::watch_for_end(std::shared_ptr<Channel> channel) {
  auto self = shared_from_this();
  auto on_readable = [self, channel](const Failure& failure) {
    std::array<char, 512> unwanted;
    Failure ended = failure;
    if (!ended) self->socket_.read_some(asio::buffer(unwanted), ended);
    if (ended && ended != asio::error::would_block) return channel->close();
    self->watch_for_end(channel);
  };
  socket_.async_wait(Socket::wait_read, on_readable);
}

std::string_view Connection::date() {
  std::int64_t second = options_.clock->now().microseconds / 1'000'000;
  if (second != home_->date_second) {
    home_->date_second = second;
    home_->date = http_date(second);
  }
  return home_->date;
}

/// Not a count, so that nobody learns from it how busy the server is (splitmix64 of a secret start).
std::string Connection::make_id() {
  std::uint64_t z = home_->next_id += 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  z ^= z >> 31;
  constexpr char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string id(12, '0');
  for (char& c : id) {
    c = letters[z & 31];
    z >>= 5;
  }
  return id;
}

// ---- time

void Connection::check_time(Time time) {
  if (time < deadline_) return;
  timed_out_ = true;
  socket_.cancel(ignored_);
}

void Connection::close_if_idle() {
  if (phase_ == Phase::idle && out_.empty()) socket_.close(ignored_);
  if (phase_ == Phase::head) socket_.cancel(ignored_);
}

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

// ---- the server

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
    auto home = threads[next_thread++ % threads.size()];
    Socket socket(home->context.get_executor());
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
