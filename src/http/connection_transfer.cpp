// Bytes in and out of a connection: reading, bodies that go to a file, writing as the client takes it.
#include <fcntl.h>
#include <unistd.h>

#include "http/connection.hpp"

namespace entente::http {

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

/// Sends a file part by part. One that turns out shorter than was announced ends the connection: the client must see it.
Task<bool> Connection::send_file(const FileBody& file) {
  for (std::uint64_t place = 0; place < file.size();) {
    std::string bytes = file.part(place, 4 * large_buffer);
    if (bytes.empty()) co_return false;
    place += bytes.size();
    std::string_view rest = bytes;
    bool is_sent = write_now(rest);
    if (!is_sent) is_sent = co_await write_rest(rest);
    if (!is_sent) co_return false;
  }
  co_return true;
}

}  // namespace entente::http
