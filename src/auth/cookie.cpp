#include "auth/cookie.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "auth/crypto.hpp"

namespace entente::auth {

std::string session_cookie(std::string_view secret) {
  return fmt::format("{}={}; Path=/; HttpOnly; Secure; SameSite=Lax", cookie_name, secret);
}

std::string cleared_cookie() {
  return fmt::format("{}=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0", cookie_name);
}

std::optional<std::string_view> session_secret(std::string_view header) {
  std::optional<std::string_view> found;
  while (!header.empty()) {
    auto end = std::min(header.find(';'), header.size());
    auto pair = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(" \t"), pair.size()));
    if (!pair.starts_with(cookie_name) || pair.substr(cookie_name.size(), 1) != "=") continue;
    if (found) return std::nullopt;
    found = pair.substr(cookie_name.size() + 1);
  }
  return found;
}

std::optional<std::string_view> bearer_token(std::string_view header) {
  constexpr std::string_view scheme = "bearer ";
  if (header.size() <= scheme.size()) return std::nullopt;
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    char c = header[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != scheme[i]) return std::nullopt;
  }
  return header.substr(scheme.size());
}

std::string csrf_token(std::string_view secret) {
  return base64url(bytes_of(hmac_sha256(secret, "entente csrf token")).substr(0, 16));
}

bool is_csrf_token(std::string_view token, std::string_view secret) { return same_bytes(token, csrf_token(secret)); }

bool is_loopback_host(std::string_view host) {
  auto colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find_first_not_of("0123456789", colon + 1) == std::string_view::npos) host = host.substr(0, colon);
  if (host == "localhost" || host == "[::1]") return true;
  // Four numbers and no name that begins with 127.
  if (!host.starts_with("127.") || host.find_first_not_of("0123456789.") != std::string_view::npos) return false;
  return std::count(host.begin(), host.end(), '.') == 3 && host.find("..") == std::string_view::npos && host.back() != '.';
}

bool is_own_origin(std::string_view origin, std::string_view site, std::string_view host, std::string_view public_url) {
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  if (origin.empty()) return true;
  if (!public_url.empty()) return origin == public_url;
  return origin == fmt::format("http://{}", host) || origin == fmt::format("https://{}", host);
}

}  // namespace entente::auth
