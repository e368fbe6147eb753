#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "access/door.hpp"
#include "access/viewer.hpp"

namespace entente::access {

/// Who somebody is, kept in memory until a right changes anywhere. With several servers on one PostgreSQL the rights'
/// revision is read again at most every 250 ms.
class Viewers {
 public:
  explicit Viewers(Door& door);

  /// Nothing for a person who is unknown, suspended or has left.
  ViewerPointer of(const PersonId& person, Channel channel);

  std::optional<PersonId> person_by_email(std::string_view email);

  /// The local operator at the command line: an alliance manager's rights in what is shared, no private space.
  ViewerPointer local_operator();

 private:
  ViewerPointer build(const PersonId& person, Channel channel);
  void refresh();

  Door& door_;
  std::mutex mutex_;
  std::atomic<std::int64_t> generation_{0};
  std::int64_t built_for_ = 0;
  std::int64_t stored_revision_ = 0;
  std::atomic<std::int64_t> looked_at_{0};
  std::unordered_map<PersonId, std::array<ViewerPointer, 4>> viewers_;
};

/// The viewer that this person is by what is stored now, inside a transaction.
ViewerPointer load_viewer(db::Transaction&, const PersonId&, Channel);

}  // namespace entente::access
