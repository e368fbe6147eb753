// Answers that do not come at once: those made by a worker, and streams of events.
#include "http/connection.hpp"

namespace entente::http {

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

}  // namespace entente::http
