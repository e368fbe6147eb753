#include "access/gate.hpp"

#include "auth/cookie.hpp"

namespace entente::access {
namespace {

[[noreturn]] void throw_unauthenticated() {
  throw Error(ErrorKind::unauthenticated, "unauthenticated", "Please sign in.");
}

bool is_safe(http::Method method) { return method == http::Method::get || method == http::Method::head || method == http::Method::options; }

std::optional<std::string_view> bearer(const http::Request& request) {
  auto header = request.header("Authorization");
  return header ? auth::bearer_token(*header) : std::nullopt;
}

}  // namespace

ViewerPointer Gate::enter(const http::Request& request) { return viewer_of(request, true); }
ViewerPointer Gate::look(const http::Request& request) { return viewer_of(request, false); }

ViewerPointer Gate::viewer_of(const http::Request& request, bool counts_as_use) {
  if (request.is_operator) {
    auto as = request.header("X-Entente-As");
    if (!as) return viewers_.local_operator();
    auto person = viewers_.person_by_email(*as);
    auto viewer = person ? viewers_.of(*person, Channel::command_line) : nullptr;
    if (!viewer) throw_bad_field("--as", "unknown", fmt::format("There is no account “{}”.", *as));
    return viewer;
  }
  Channel channel = Channel::web;
  std::string secret;
  if (auto token = bearer(request)) {
    secret = *token;
    channel = Channel::api;
  } else if (auto cookie = cookie_secret(request)) {
    secret = std::move(*cookie);
  } else {
    throw_unauthenticated();
  }
  auto identity = counts_as_use ? sessions_.identify(secret) : sessions_.still_valid(secret);
  if (!identity) throw_unauthenticated();
  // A session's secret works as a bearer too, for programs that sign in with a password.
  if (channel == Channel::web && !is_safe(request.method)) {
    need_own_origin(request);
    need_csrf_token(request, secret);
  }
  auto viewer = viewers_.of(identity->person, channel);
  if (!viewer) throw_unauthenticated();
  return viewer;
}

std::optional<auth::Identity> Gate::identity(const http::Request& request) {
  if (request.is_operator) return std::nullopt;
  auto identity = sessions_.still_valid(secret_of(request));
  if (!identity) throw_unauthenticated();
  return identity;
}

std::function<bool()> Gate::still_allowed(const http::Request& request, std::function<bool(const Viewer&)> still) {
  if (request.is_operator) return {};
  Channel channel = bearer(request) ? Channel::api : Channel::web;
  // The viewer of whom it held last: as long as nobody's rights change it is the same one, and need not be asked about again.
  struct Known {
    std::mutex mutex;
    ViewerPointer viewer;
  };
  return [this, channel, secret = secret_of(request), still = std::move(still), known = std::make_shared<Known>()] {
    auto identity = sessions_.still_valid(secret);
    if (!identity) return false;
    auto viewer = viewers_.of(identity->person, channel);
    if (!viewer) return false;
    std::lock_guard lock(known->mutex);
    if (viewer == known->viewer) return true;
    if (!still(*viewer)) return false;
    known->viewer = std::move(viewer);
    return true;
  };
}

std::string Gate::secret_of(const http::Request& request) const {
  if (auto token = bearer(request)) return std::string(*token);
  return cookie_secret(request).value_or("");
}

std::optional<std::string> Gate::cookie_secret(const http::Request& request) const {
  auto header = request.header("Cookie");
  auto secret = header ? auth::session_secret(*header) : std::nullopt;
  return secret ? std::optional(std::string(*secret)) : std::nullopt;
}

void Gate::set_cookie(http::Response& response, const std::string& secret) const {
  response.with("Set-Cookie", auth::session_cookie(secret));
}

void Gate::clear_cookie(http::Response& response) const { response.with("Set-Cookie", auth::cleared_cookie()); }

void Gate::need_csrf_token(const http::Request& request, std::string_view secret) const {
  auto token = request.header("X-CSRF-Token");
  if (!token || !auth::is_csrf_token(*token, secret))
    throw Error(ErrorKind::bad_input, "csrf", "This request did not come from a page of this server. Load the page anew.");
}

void Gate::need_own_host(const http::Request& request) const {
  auto host = request.header("Host");
  if (!request.is_operator && rule_.public_url.empty() && host && !auth::is_loopback_host(*host))
    throw Error(ErrorKind::bad_input, "foreign_host", "This server answers as localhost only. For another name start it with --public-url.");
}

void Gate::need_own_origin(const http::Request& request) const {
  auto value = [&](std::string_view name) { return request.header(name).value_or(std::string_view()); };
  if (!auth::is_own_origin(value("Origin"), value("Sec-Fetch-Site"), value("Host"), rule_.public_url))
    throw Error(ErrorKind::bad_input, "foreign_origin", "This request came from another site.");
}

}  // namespace entente::access
