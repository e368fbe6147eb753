// A connection's life: one request after the other, from its head to its answer.
#include "http/connection.hpp"

#include <sys/socket.h>
#include <unistd.h>

namespace entente::http {

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
    if (response->file && has_body(*response, request_)) {
      bool is_sent = co_await send_file(*response->file);
      if (!is_sent) co_return;
    } else if (has_body(*response, request_)) {
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
  options_.on_answer({request_, response.status, response.size(), took});
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

void Connection::check_time(Time time) {
  if (time < deadline_) return;
  timed_out_ = true;
  socket_.cancel(ignored_);
}

void Connection::close_if_idle() {
  if (phase_ == Phase::idle && out_.empty()) socket_.close(ignored_);
  if (phase_ == Phase::head) socket_.cancel(ignored_);
}

}  // namespace entente::http
