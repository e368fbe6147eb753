#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "http/router.hpp"

namespace entente::http {

/// Serves the screens out of the program: a handler for `Router::set_fallback`.
/// - `PREFIX/x.js` is answered at `/x.js`; its embedded siblings `x.js.br` and `x.js.gz` go to clients that take them.
/// - Below `/assets/` names carry a hash: kept by browsers for a year. All else is checked by ETag each time.
/// - An unknown address outside of `/api/`, without a dot in its last part, is a page of the screens: `index.html`.
class Assets {
 public:
  /// `files` have to live as long as the program.
  explicit Assets(const std::vector<EmbeddedFile>& files, std::string_view prefix = "web/dist/");

  Response operator()(const Request& request) const;

 private:
  struct Table;
  std::shared_ptr<const Table> table_;
};

}  // namespace entente::http
