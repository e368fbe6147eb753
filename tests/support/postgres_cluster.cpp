#include "support/postgres_cluster.hpp"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "support/databases.hpp"

namespace entente::test {
namespace {
std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
}  // namespace

PostgresCluster::PostgresCluster(Durability durability) : durability_(durability) {
  std::string pattern = (temporary_root() / "entente-pg-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  directory_ = pattern;
  user_ = ::geteuid();
  group_ = ::getegid();
  if (user_ == 0) {
    // initdb refuses to run as root.
    const passwd* other = ::getpwnam("postgres");
    if (other == nullptr) other = ::getpwnam("nobody");
    if (other == nullptr)
      throw std::runtime_error("PostgreSQL needs a user that is not root: neither postgres nor nobody exists");
    user_ = other->pw_uid;
    group_ = other->pw_gid;
    if (::chown(directory_.c_str(), user_, group_) != 0)
      throw std::runtime_error("chown of the cluster's directory failed");
  }
  auto log = directory_ / "initdb.log";
  pid_t initdb = spawn({(postgres_programs() / "initdb").string(), "-D", (directory_ / "data").string(), "-U",
                        "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"},
                       log);
  int status = 0;
  ::waitpid(initdb, &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed: " + content_of(log));
  start();
}

void PostgresCluster::start() {
  auto log = directory_ / "server.log";
  std::vector<std::string> words = {(postgres_programs() / "postgres").string(), "-D", (directory_ / "data").string(),
                                    "-k", directory_.string()};
  for (const char* setting : {"listen_addresses=", "shared_buffers=32MB", "max_connections=100", "max_wal_size=256MB",
                              "autovacuum=off", "logging_collector=off"})
    words.insert(words.end(), {"-c", setting});
  words.insert(words.end(), {"-c", "fsync=off", "-c", "full_page_writes=off"});
  if (durability_ == Durability::none) words.insert(words.end(), {"-c", "synchronous_commit=off"});
  process_ = spawn(words, log);
  for (int wait = 0; wait < 12'000; ++wait) {
    if (PQping(address("postgres").c_str()) == PQPING_OK) {
      // Superusers pass by row-level security, so what is tested is an ordinary role. It may be there from before a crash.
      std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(superuser_address("postgres").c_str()), PQfinish);
      PQclear(PQexec(server.get(), "CREATE ROLE entente LOGIN CREATEDB"));
      return;
    }
    if (::waitpid(process_, nullptr, WNOHANG) == process_) break;
    ::usleep(10'000);
  }
  throw std::runtime_error("PostgreSQL did not start: " + content_of(log));
}

void PostgresCluster::stop() {
  if (process_ < 0) return;
  ::kill(process_, SIGQUIT);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

PostgresCluster::~PostgresCluster() {
  stop();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

std::string PostgresCluster::superuser_address(const std::string& database) const {
  return fmt::format("postgresql://postgres@/{}?host={}", database, directory_.string());
}

std::string PostgresCluster::address(const std::string& database) const {
  return fmt::format("postgresql://entente@/{}?host={}", database, directory_.string());
}

pid_t PostgresCluster::spawn(const std::vector<std::string>& words, const std::filesystem::path& log) const {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::string log_path = log.string();
  pid_t parent = ::getpid();
  pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child > 0) return child;
  // From here to exec only what is safe after a fork of a program with threads.
  if (::geteuid() != user_ && (::setgroups(0, nullptr) != 0 || ::setgid(group_) != 0 || ::setuid(user_) != 0))
    ::_exit(126);
  int out = ::open(log_path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  int in = ::open("/dev/null", O_RDONLY);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(out, 2);
  for (int other = 3; other < 1024; ++other) ::close(other);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::getppid() != parent || ::chdir("/") != 0) ::_exit(126);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

PostgresCluster& shared_cluster() {
  static PostgresCluster cluster;
  return cluster;
}

}  // namespace entente::test
