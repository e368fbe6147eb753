#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/id.hpp"

namespace entente::http {

BOOST_DEFINE_ENUM_CLASS(Method, get, head, post, put, patch, delete_, options, other)

/// "GET", "DELETE"; `other` is "?".
std::string_view name_of(Method method);

/// Header fields in the order they came. Names are compared without case.
class Headers {
 public:
  void clear();
  void add(std::string_view name, std::string_view value);
  /// The first field of that name.
  std::optional<std::string_view> find(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  std::size_t size() const { return fields_.size(); }
  std::pair<std::string_view, std::string_view> at(std::size_t index) const;

 private:
  struct Field {
    std::uint32_t name_at, name_size, value_at, value_size;
  };
  std::string_view part(std::uint32_t at, std::uint32_t size) const { return std::string_view(text_).substr(at, size); }

  std::string text_;
  std::vector<Field> fields_;
};

/// Names and values, decoded.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// A whole request, checked and decoded: what a handler gets.
struct Request {
  Method method = Method::get;
  std::string target;  ///< as it came: "/api/v1/alliances?limit=5"
  std::string path;    ///< the part before "?", not decoded
  Parameters query;    ///< decoded; valid UTF-8 without U+0000
  Headers headers;
  std::string body;
  /// Where the body is, instead of in `body`, for a route that spools; removed after the answer.
  std::string body_file;
  std::string remote_address;  ///< "127.0.0.1"; empty on the operator's own socket
  bool is_loopback = false;    ///< from this machine, and not forwarded by a proxy
  bool is_operator = false;    ///< through the socket in the file system that only the server's user can open
  std::string id;              ///< names this request in the log and in problems
  /// The route's pattern, "/api/v1/alliances/{alliance}"; empty if none fits. For logs: a path may carry secrets.
  std::string_view route;
  Parameters path_parameters;  ///< decoded, by their names in the pattern

  std::optional<std::string_view> header(std::string_view name) const { return headers.find(name); }
  std::optional<std::string_view> cookie(std::string_view name) const;
  std::optional<std::string_view> query_value(std::string_view name) const;
  /// A part of the path; the route's pattern has to have it.
  std::string_view parameter(std::string_view name) const;
  /// The same as an identifier; text that cannot be one throws `not_found`.
  template <class SomeId>
  SomeId id_parameter(std::string_view name) const {
    if (auto found = SomeId::parse(parameter(name))) return *found;
    throw_not_found();
  }
  /// True for `application/json`, with or without parameters.
  bool has_json_body() const;
};

/// A request for tests of handlers: "GET", "/path?query=…", and a JSON body.
Request make_request(Method method, std::string_view target, std::string body = {});

/// Splits and decodes the target into path and query. Throws `bad_input` for what is not a valid target.
void set_target(Request& request, std::string_view target);

/// Undoes %XX, and "+" where that means a space. Nothing if the text is malformed, not UTF-8, or has U+0000.
enum class Plus { is_plus, is_space };
std::optional<std::string> percent_decode(std::string_view text, Plus plus);

bool equal_without_case(std::string_view a, std::string_view b);

/// True if a comma-separated header value such as Accept-Encoding names `token` without q=0.
bool accepts_token(std::string_view value, std::string_view token);

}  // namespace entente::http
