#pragma once
#include <functional>
#include <optional>
#include <string>

#include "access/viewers.hpp"
#include "auth/session.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace entente::access {

/// How people reach the server.
struct GateRule {
  std::string public_url;  ///< "https://alliances.example.org"; empty: plain http on loopback only
};

/// Says who asks: by the session's cookie, by a program's token, or through the operator's own socket.
class Gate {
 public:
  Gate(Viewers& viewers, auth::Sessions& sessions, GateRule rule) : viewers_(viewers), sessions_(sessions), rule_(std::move(rule)) {}

  /// Throws `unauthenticated` if nobody is signed in, and refuses a changing request of a browser that does not come from
  /// our own pages (`conflict`-free: `bad_input` "csrf").
  ViewerPointer enter(const http::Request& request);
  /// The same without counting as use: for event streams, which must not keep a session alive.
  ViewerPointer look(const http::Request& request);
  /// Whose session or token it is; nothing for the operator. Throws `unauthenticated`.
  std::optional<auth::Identity> identity(const http::Request& request);
  /// A question that can be asked after the request: whether its session or token is still good, and whether `still` holds
  /// of what its person may by then. Asking is no use of it. May ask the database, so not from a connection's own thread.
  std::function<bool()> still_allowed(const http::Request& request, std::function<bool(const Viewer&)> still);

  /// The answer that begins a session: sets the cookie.
  void set_cookie(http::Response& response, const std::string& secret) const;
  void clear_cookie(http::Response& response) const;
  std::optional<std::string> cookie_secret(const http::Request& request) const;

  /// Told the key ("session:…", "person:…") of whatever has just ended, so that open streams end with it.
  void on_end(std::function<void(const std::string&)> listener) { on_end_ = std::move(listener); }
  void ended(const std::string& key) const {
    if (on_end_) on_end_(key);
  }

  auth::Sessions& sessions() { return sessions_; }
  Viewers& viewers() { return viewers_; }
  const GateRule& rule() const { return rule_; }

  /// Throws `bad_input` "foreign_host" for a request that came under another name than localhost, while there is no public
  /// address: nothing else tells our own pages from those of a name that was pointed here. For every request, pages too.
  void need_own_host(const http::Request& request) const;
  /// Throws `bad_input` "foreign_origin" for a request that another site's page made.
  void need_own_origin(const http::Request& request) const;

 private:
  std::string secret_of(const http::Request& request) const;
  ViewerPointer viewer_of(const http::Request& request, bool counts_as_use);
  void need_csrf_token(const http::Request& request, std::string_view secret) const;

  Viewers& viewers_;
  auth::Sessions& sessions_;
  GateRule rule_;
  std::function<void(const std::string&)> on_end_;
};

}  // namespace entente::access
