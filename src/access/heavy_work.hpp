#pragma once
#include <map>
#include <mutex>

#include "access/viewer.hpp"

namespace entente::access {

/// Keeps one person from occupying the server: of what is heavy (posters, exports, imports) each has `most` at a time. Safe from
/// several threads. The operator is not counted.
class HeavyWork {
 public:
  static constexpr int most = 2;
  static constexpr int retry_after = 5;  ///< seconds, for who is refused

  /// Gives its place back when it ends.
  class Place {
   public:
    Place(HeavyWork& work, const PersonId& person) : work_(work), person_(person) {}
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

   private:
    HeavyWork& work_;
    PersonId person_;
  };

  /// Throws `too_many` "heavy_work" where all of the person's places are taken.
  Place begin(const Viewer& viewer);

 private:
  std::mutex mutex_;
  std::map<PersonId, int> running_;
};

}  // namespace entente::access
