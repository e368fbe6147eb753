#pragma once
#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "http/router.hpp"

namespace entente::test {

/// Which routes of a program a test has asked. The list comes from the router itself, so that a route which is added later, and which
/// the test does not reach, is told by its name.
class Coverage {
 public:
  /// A route that need not be asked, and why. One that is not there, or was asked, is told too: excuses do not outlive their reason.
  struct Excuse {
    http::Method method;
    std::string_view pattern, why;
  };

  explicit Coverage(const http::Router& router) : router_(router) {}

  /// Remembers that this target was asked and answered with this status.
  void note(http::Method method, const std::string& target, int status) {
    auto request = http::make_request(method, target);
    std::string allowed;
    try {
      if (auto* route = router_.match(request, allowed); route && !route->pattern.empty()) {
        int& best = best_[name_of(*route)];
        best = best == 0 ? status : std::min(best, status);
      }
    } catch (const Error&) {
      // Nothing is found there.
    }
  }

  enum class Wanted { asked, succeeded };

  /// The routes for which `counts` that were not asked, or never answered 2xx where that is wanted; and excuses without a reason.
  template <class F>
  std::vector<std::string> missing(Wanted wanted, std::span<const Excuse> excuses, F&& counts) const {
    std::vector<std::string> out;
    std::vector<bool> used(excuses.size());
    for (const auto& route : router_.routes()) {
      if (!counts(*route)) continue;
      auto excuse = std::find_if(excuses.begin(), excuses.end(), [&](const Excuse& one) { return one.method == route->method && one.pattern == route->pattern; });
      auto found = best_.find(name_of(*route));
      bool reached = found != best_.end() && (wanted == Wanted::asked || found->second < 300);
      if (excuse != excuses.end()) used[static_cast<std::size_t>(excuse - excuses.begin())] = !reached;
      else if (!reached) out.push_back(name_of(*route) + (found == best_.end() ? " was never asked" : fmt::format(" was answered {} at best", found->second)));
    }
    for (std::size_t i = 0; i < excuses.size(); ++i)
      if (!used[i]) out.push_back(fmt::format("{} {} is excused without need ({})", http::name_of(excuses[i].method), excuses[i].pattern, excuses[i].why));
    return out;
  }

 private:
  static std::string name_of(const http::Route& route) { return fmt::format("{} {}", http::name_of(route.method), route.pattern); }

  const http::Router& router_;
  std::map<std::string, int> best_;
};

inline std::string lines_of(const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, "\n")); }

}  // namespace entente::test
