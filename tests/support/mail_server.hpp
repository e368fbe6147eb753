#pragma once
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "json/json.hpp"
#include "support/databases.hpp"

extern char** environ;

namespace entente::test {

struct TakenMail {
  std::string from;
  std::vector<std::string> to;
  bool secure = false;
  std::string user;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TakenMail, (), (from, to, secure, user, text))

/// tests/mail/server.mjs, a real mail server in a process of its own; `manner` as it says there.
class MailServer {
 public:
  explicit MailServer(const std::string& manner) : file_((directory_.path() / "mails").string()) {
    int out[2], in[2];
    if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(in, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    std::string script = ENTENTE_SOURCE_DIR "/tests/mail/server.mjs";
    std::vector<std::string> words = {"node", script, file_, manner};
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int failed = ::posix_spawnp(&process_, "node", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(out[1]);
    ::close(in[0]);
    input_ = in[1];
    char text[16] = "";
    auto length = failed == 0 ? ::read(out[0], text, sizeof text - 1) : 0;
    ::close(out[0]);
    port_ = std::atoi(text);
    if (length <= 0 || port_ == 0) throw std::runtime_error("the mail server for tests does not start: npm ci in tests/mail");
  }
  ~MailServer() {
    ::close(input_);  // it ends with its standard input
    ::waitpid(process_, nullptr, 0);
  }
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  std::string url(const std::string& scheme = "smtp") const { return fmt::format("{}://127.0.0.1:{}", scheme, port_); }

  /// What it has taken so far.
  std::vector<TakenMail> mails() const {
    std::vector<TakenMail> out;
    std::ifstream file(file_);
    for (std::string line; std::getline(file, line);) out.push_back(json::read<TakenMail>(line, {100'000'000, 8}));
    return out;
  }

 private:
  TemporaryDirectory directory_;
  std::string file_;
  pid_t process_ = 0;
  int input_ = -1;
  int port_ = 0;
};

}  // namespace entente::test
