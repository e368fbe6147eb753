#pragma once
#include <functional>
#include <string_view>

namespace entente::db {

/// What a server is told of the others on its database. Called from one thread, one call at a time.
struct Told {
  /// What another server said with a commit (`Transaction::tell`). Never one's own words.
  std::function<void(std::string_view text)> heard;
  /// Listening has begun, or begun again after the connection was lost: anything may have been said meanwhile.
  std::function<void()> look_again;
};

/// Listens until it goes.
class Listening {
 public:
  virtual ~Listening() = default;
  /// False while the connection is lost; it comes back by itself.
  virtual bool hears() const = 0;
};

}  // namespace entente::db
