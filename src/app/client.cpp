#include "app/client.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace entente::app {
namespace {

class Socket {
 public:
  explicit Socket(const std::string& path) : file_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) fail();
    std::memcpy(address.sun_path, path.data(), path.size());
    if (file_ < 0 || ::connect(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) fail();
  }
  ~Socket() {
    if (file_ >= 0) ::close(file_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  void send(std::string_view text) {
    while (!text.empty()) {
      ssize_t sent = ::send(file_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may answer before it has taken all
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  std::string receive_all() {
    std::string out;
    char part[65'536];
    for (ssize_t got; (got = ::recv(file_, part, sizeof part, 0)) > 0;) out.append(part, static_cast<std::size_t>(got));
    return out;
  }

 private:
  [[noreturn]] void fail() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
    throw Error(ErrorKind::unavailable, "no_server", "The database is in use, but its server does not answer.");
  }
  int file_;
};

}  // namespace

std::optional<std::string> operator_socket(const std::string& database) {
  if (database.starts_with("postgres")) return std::nullopt;
  return database + ".socket";
}

Answer ask_server(const std::string& path, http::Method method, const std::string& target, const std::string& content_type,
                  const std::string& body, const std::optional<std::string>& as) {
  Socket socket(path);
  std::string head = fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", http::name_of(method), target);
  if (as) head += fmt::format("X-Entente-As: {}\r\n", *as);
  if (!content_type.empty()) head += fmt::format("Content-Type: {}\r\n", content_type);
  head += fmt::format("Content-Length: {}\r\n\r\n", body.size());
  socket.send(head);
  socket.send(body);
  std::string answer = socket.receive_all();
  auto end = answer.find("\r\n\r\n");
  if (end == std::string::npos || answer.size() < 12)
    throw Error(ErrorKind::unknown_outcome, "no_answer", "The server ended without an answer. Look whether the act took place before you repeat it.");
  return {std::atoi(answer.c_str() + 9), answer.substr(end + 4)};
}

}  // namespace entente::app
