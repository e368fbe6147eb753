#pragma once
// Inside this room only: what the two databases share.
#include <condition_variable>
#include <memory>
#include <string>

#include "db/database.hpp"

namespace entente::db {

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options);
std::unique_ptr<Database> open_postgres(const std::string& address, const Options& options);

/// Letters, digits, blanks and - _ . only: what may stand between quotation marks without more ado.
bool is_plain_text(std::string_view text);

/// The statements of one connection by their text. Texts are mostly constants, so the address finds them without
/// hashing; the text is compared all the same, because an address can be used again.
template <class S>
class StatementCache {
 public:
  S* find(std::string_view sql) {
    Slot& slot = slots_[slot_of(sql)];
    if (slot.address == sql.data() && slot.statement != nullptr && slot.statement->sql() == sql) return slot.statement;
    auto found = statements_.find(sql);
    if (found == statements_.end()) return nullptr;
    slot = {sql.data(), found->second.get()};
    return slot.statement;
  }

  S& add(std::unique_ptr<S> statement) {
    if (statements_.size() >= limit) clear();
    std::string_view sql = statement->sql();
    return *statements_.emplace(sql, std::move(statement)).first->second;
  }

  bool full() const { return statements_.size() >= limit; }

  /// Forgets all that are not being run.
  void clear() {
    slots_.fill({});
    std::erase_if(statements_, [](const auto& entry) { return !entry.second->busy(); });
  }

 private:
  static constexpr std::size_t limit = 400;
  struct Slot {
    const char* address = nullptr;
    S* statement = nullptr;
  };
  static std::size_t slot_of(std::string_view sql) {
    return (reinterpret_cast<std::uintptr_t>(sql.data()) * 0x9E3779B97F4A7C15u) >> 56;
  }
  std::array<Slot, 256> slots_{};
  std::unordered_map<std::string_view, std::unique_ptr<S>> statements_;
};

/// A fixed number of connections, made when first wanted.
template <class C>
class Pool {
 public:
  explicit Pool(int size) : size_(size) {}

  /// An idle connection or nothing, if the caller may make a new one. Waits while all are in use.
  std::unique_ptr<C> take(std::chrono::seconds patience) {
    std::unique_lock lock(mutex_);
    bool free = changed_.wait_for(lock, patience, [&] { return !idle_.empty() || in_use_ < size_; });
    if (!free) throw Error(ErrorKind::unavailable, "database_busy", "The database is busy. Try again in a moment.");
    ++in_use_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
  }

  /// Gives back what `take` gave; nothing, if the connection was lost.
  void give(std::unique_ptr<C> connection) {
    {
      std::lock_guard lock(mutex_);
      --in_use_;
      if (connection) idle_.push_back(std::move(connection));
    }
    changed_.notify_one();
  }

  void close_idle() {
    std::vector<std::unique_ptr<C>> closing;
    std::lock_guard lock(mutex_);
    closing.swap(idle_);
  }

 private:
  const int size_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int in_use_ = 0;
  std::vector<std::unique_ptr<C>> idle_;
};

}  // namespace entente::db
