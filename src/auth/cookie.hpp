#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace entente::auth {

/// The session's cookie. `__Host-` makes browsers insist on Secure, Path=/ and no Domain. Browsers accept it on
/// http://localhost and http://127.0.0.1 too, and nowhere else without TLS.
inline constexpr std::string_view cookie_name = "__Host-entente";

/// The value of Set-Cookie.
std::string session_cookie(std::string_view secret);
/// The value of Set-Cookie that makes the browser forget it.
std::string cleared_cookie();
/// The secret in a Cookie header; nothing if there is none, or more than one.
std::optional<std::string_view> session_secret(std::string_view cookie_header);
/// The token in an Authorization header "Bearer …".
std::optional<std::string_view> bearer_token(std::string_view authorization_header);

/// What a page must send with each change beside the cookie: derived from the session's secret, which no other site's
/// page can read.
std::string csrf_token(std::string_view session_secret);
bool is_csrf_token(std::string_view token, std::string_view session_secret);

/// Whether a Host header names this machine itself: localhost, 127.0.0.0/8 or [::1], with or without a port.
bool is_loopback_host(std::string_view host);

/// Whether a request came from our own pages, by what browsers say of it; empty means that the header is missing.
/// `public_url` is scheme and host without a path, or empty on loopback, where `host` decides. Without both headers it
/// was no browser, and the answer is true.
bool is_own_origin(std::string_view origin, std::string_view sec_fetch_site, std::string_view host,
                   std::string_view public_url);

}  // namespace entente::auth
