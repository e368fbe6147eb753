#pragma once
#include <cstdint>
#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

#include "access/door.hpp"

namespace entente::access {

/// The revisions of spaces: what caches and ETags are keyed by. With one process (SQLite) they are kept in memory, from
/// the commits; with PostgreSQL, where other servers write too, they are one cheap read.
class Revisions {
 public:
  explicit Revisions(Door& door);

  /// In the order of the spaces.
  std::vector<std::int64_t> of(std::span<const SpaceId> spaces);

 private:
  std::vector<std::int64_t> read(std::span<const SpaceId> spaces);

  Door& door_;
  std::mutex mutex_;
  std::unordered_map<SpaceId, std::int64_t> known_;
};

}  // namespace entente::access
