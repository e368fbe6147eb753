#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace entente::test {

/// Whether a commit has left the server's memory before it is answered. The disk is never synced: a crash of the server
/// leaves what the operating system has, and a power cut of a PostgreSQL is PostgreSQL's own business.
enum class Durability { none, crash };

/// A PostgreSQL server of our own in a temporary directory, reached by a socket there; it forgets everything and is
/// stopped with this object, or by the kernel if this program is killed.
class PostgresCluster {
 public:
  explicit PostgresCluster(Durability durability = Durability::none);
  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  /// The address of a database of that name, which need not exist, for a role that may make databases and no more.
  std::string address(const std::string& database) const;
  /// The same as the one whom no wall holds.
  std::string superuser_address(const std::string& database) const;
  /// As a cut network or a crashed server would: `stop` kills, `start` recovers.
  void start();
  void stop();
  pid_t process() const { return process_; }

 private:
  pid_t spawn(const std::vector<std::string>& words, const std::filesystem::path& log) const;

  std::filesystem::path directory_;
  Durability durability_;
  uid_t user_ = 0;
  gid_t group_ = 0;
  pid_t process_ = -1;
};

/// The one that all tests share, started when it is first wanted.
PostgresCluster& shared_cluster();

}  // namespace entente::test
