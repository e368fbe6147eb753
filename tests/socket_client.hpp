#pragma once
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente::testing {

/// A raw connection to a server of this machine: sends any bytes, reads what comes.
class SocketClient {
 public:
  /// Far longer than any answer takes: only a test that fails waits so long.
  static constexpr std::chrono::milliseconds patience{60'000};

  explicit SocketClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~SocketClient() { ::close(socket_); }
  SocketClient(const SocketClient&) = delete;
  SocketClient& operator=(const SocketClient&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may have closed: what it said is still there to read
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// Reads until `wanted` occurs, the end, or the time is up.
  std::string read_until(std::string_view wanted, std::chrono::milliseconds time = patience) {
    auto end = std::chrono::steady_clock::now() + time;
    while (received_.find(wanted) == std::string::npos && read_some(end)) {
    }
    std::size_t at = received_.find(wanted);
    std::size_t size = at == std::string::npos ? received_.size() : at + wanted.size();
    std::string out = received_.substr(0, size);
    received_.erase(0, size);
    return out;
  }

  /// Reads to the end that the server makes. `closed()` tells whether it came.
  std::string read_all(std::chrono::milliseconds time = patience) {
    auto end = std::chrono::steady_clock::now() + time;
    while (read_some(end)) {
    }
    return std::exchange(received_, {});
  }

  /// One whole answer with a Content-Length.
  std::string read_answer() {
    std::string head = read_until("\r\n\r\n");
    std::size_t at = head.find("Content-Length: ");
    std::size_t length = at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
    auto end = std::chrono::steady_clock::now() + patience;
    while (received_.size() < length && read_some(end)) {
    }
    head += received_.substr(0, length);
    received_.erase(0, length);
    return head;
  }

  /// So many bytes and no more; fewer where the end or the time came first.
  std::string read_bytes(std::size_t count) {
    auto end = std::chrono::steady_clock::now() + patience;
    while (received_.size() < count && read_some(end, count - received_.size())) {
    }
    std::string out = received_.substr(0, count);
    received_.erase(0, out.size());
    return out;
  }

  /// The connection breaks when this object goes: the other side is told of an error, and not of an end.
  void break_off() {
    linger now{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }

  bool closed() const { return closed_; }

 private:
  bool read_some(std::chrono::steady_clock::time_point end, std::size_t most = 65'536) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0 || closed_) return false;
    pollfd wait{socket_, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(left)) <= 0) return false;
    char bytes[65536];
    ssize_t got = ::recv(socket_, bytes, std::min(most, sizeof bytes), 0);
    if (got <= 0) {
      closed_ = true;
      return false;
    }
    received_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }

  int socket_;
  std::string received_;
  bool closed_ = false;
};

}  // namespace entente::testing
