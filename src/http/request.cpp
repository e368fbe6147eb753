#include "http/request.hpp"

#include "base/error.hpp"

namespace entente::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// RFC 3629: no overlong forms, no surrogates, at most U+10FFFF.
bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto first = static_cast<unsigned char>(text[at]);
    std::size_t more = first < 0x80 ? 0 : first < 0xc2 ? 9 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 9;
    if (more == 9 || at + more >= text.size() + (more == 0)) return false;
    for (std::size_t i = 1; i <= more; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80) return false;
    auto second = more ? static_cast<unsigned char>(text[at + 1]) : 0;
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) ||
        (first == 0xf4 && second > 0x8f))
      return false;
    at += more + 1;
  }
  return true;
}

[[noreturn]] void throw_bad_target() {
  throw Error(ErrorKind::bad_input, "bad_target", "The address of the request is not valid.");
}

template <class Act>
void split(std::string_view text, char separator, Act act) {
  while (true) {
    std::size_t end = text.find(separator);
    act(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      return "?";
  }
  return "?";
}

bool equal_without_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return x == y || lower(x) == lower(y); });
}

void Headers::clear() {
  text_.clear();
  fields_.clear();
}

void Headers::add(std::string_view name, std::string_view value) {
  auto at = static_cast<std::uint32_t>(text_.size());
  text_.append(name).append(value);
  auto name_size = static_cast<std::uint32_t>(name.size());
  fields_.push_back({at, name_size, at + name_size, static_cast<std::uint32_t>(value.size())});
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const Field& field : fields_)
    if (field.name_size == name.size() && equal_without_case(part(field.name_at, field.name_size), name))
      return part(field.value_at, field.value_size);
  return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count_if(fields_.begin(), fields_.end(), [&](const Field& field) {
    return equal_without_case(part(field.name_at, field.name_size), name);
  }));
}

std::pair<std::string_view, std::string_view> Headers::at(std::size_t index) const {
  const Field& field = fields_.at(index);
  return {part(field.name_at, field.name_size), part(field.value_at, field.value_size)};
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  for (std::size_t i = 0; i < headers.size(); ++i) {
    auto [field, value] = headers.at(i);
    if (!equal_without_case(field, "cookie")) continue;
    std::optional<std::string_view> found;
    split(value, ';', [&](std::string_view pair) {
      pair = trim(pair);
      std::size_t equals = pair.find('=');
      if (!found && equals != std::string_view::npos && pair.substr(0, equals) == name) found = pair.substr(equals + 1);
    });
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

std::string_view Request::parameter(std::string_view name) const {
  for (const auto& [key, value] : path_parameters)
    if (key == name) return value;
  throw Error(ErrorKind::internal, "no_parameter", "Something went wrong here.", {},
              fmt::format("the route {} has no parameter {}", route, name));
}

bool Request::has_json_body() const {
  auto type = header("content-type").value_or("");
  return equal_without_case(trim(type.substr(0, type.find(';'))), "application/json");
}

Request make_request(Method method, std::string_view target, std::string body) {
  Request request;
  request.method = method;
  set_target(request, target);
  request.headers.add("host", "localhost");
  if (!body.empty()) request.headers.add("content-type", "application/json");
  request.body = std::move(body);
  request.remote_address = "127.0.0.1";
  request.is_loopback = true;
  request.id = "test";
  return request;
}

void set_target(Request& request, std::string_view target) {
  request.target = target;
  request.query.clear();
  request.path_parameters.clear();
  // The absolute form has to be understood (RFC 9112, 3.2.2); its host part says nothing new.
  for (std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(std::min(target.size(), target.find('/', scheme.size())));
  }
  if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos) throw_bad_target();
  std::size_t question = target.find('?');
  request.path = target.substr(0, question);
  if (question == std::string_view::npos) return;
  split(target.substr(question + 1), '&', [&](std::string_view pair) {
    if (pair.empty()) return;
    std::size_t equals = pair.find('=');
    auto name = percent_decode(pair.substr(0, equals), Plus::is_space);
    auto value =
        equals == std::string_view::npos ? std::string() : percent_decode(pair.substr(equals + 1), Plus::is_space);
    if (!name || !value) throw_bad_target();
    request.query.emplace_back(std::move(*name), std::move(*value));
  });
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      int high = hex(text[i + 1]);
      int low = hex(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus == Plus::is_space) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

bool accepts_token(std::string_view value, std::string_view token) {
  bool accepted = false;
  split(value, ',', [&](std::string_view item) {
    std::size_t semicolon = item.find(';');
    if (!equal_without_case(trim(item.substr(0, semicolon)), token)) return;
    std::string_view rest = semicolon == std::string_view::npos ? "" : trim(item.substr(semicolon + 1));
    bool refused = rest.starts_with("q=0") && rest.find_first_not_of(".0", 3) == std::string_view::npos;
    accepted = !refused;
  });
  return accepted;
}

}  // namespace entente::http
