#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "db/database.hpp"

namespace entente::test {

/// The calls of a disk that may fail.
enum class Fault {
  none,
  input_output,  ///< EIO: this one call fails
  full,          ///< ENOSPC: this and all later calls that need room fail, until `heal`
};

/// A disk for SQLite that remembers what has been synced and what has not, so that a power cut can be played. The files
/// are real ones, but a sync does nothing except to be remembered.
///
/// What survives a cut: all that was synced, and any subset of the 512-byte sectors that were written since, as a real
/// disk may write its cache in any order. A file that was never synced is gone.
class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// For db::Options::file_system.
  const std::string& name() const { return name_; }

  /// The power goes at the n-th call from now on, or at once.
  void cut_after(std::int64_t calls);
  void cut();
  bool is_cut() const;
  /// Writes the files as they are found when the power is back.
  void survivors(const std::filesystem::path& directory, std::uint64_t seed) const;

  /// The n-th call from now on (counting from 1) fails; for `full` only calls that need room count.
  void fail_at(std::int64_t call, Fault fault);
  void heal() { fail_at(0, Fault::none); }
  /// True if the call that was to fail has come.
  bool has_failed() const;

  // The rest is for the functions that SQLite calls.
  enum class Call { reads, writes, syncs };
  struct Change {
    std::int64_t offset = 0;  ///< or the new size of a truncated file
    bool truncates = false;
    std::string data;
  };
  struct Shadow {
    bool exists = false;  ///< after a cut
    std::string synced;
    std::vector<Change> changes;
  };
  /// SQLITE_OK, or the code with which the call has to fail.
  int count(Call call);
  std::shared_ptr<Shadow> shadow_of(const std::string& path);
  void change(Shadow& shadow, Change change);
  void sync(Shadow& shadow);
  /// After a failed sync: as Linux does, what was to be synced can still be read, but will never reach the disk.
  void forget_changes(Shadow& shadow);
  void remove(const std::string& path);
  void* registered() const { return registered_.get(); }

 private:
  static void apply(std::string& content, const Change& change);

  std::string name_;
  std::shared_ptr<void> registered_;
  mutable std::mutex mutex_;
  bool cut_ = false;
  std::int64_t calls_to_cut_ = -1;
  Fault fault_ = Fault::none;
  std::int64_t calls_to_fault_ = 0;
  bool failed_ = false;
  std::map<std::string, std::shared_ptr<Shadow>> files_;
};

/// How thorough a test is: `normal` of everyday, or `thorough` where the environment says ENTENTE_LONG=1.
int rounds(int normal, int thorough);

}  // namespace entente::test
