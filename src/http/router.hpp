#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"
#include "json/schema.hpp"

namespace entente::http {

using Handler = std::function<Response(const Request&)>;

/// Where a handler runs. What may wait (database, passwords, files) belongs on a worker; the threads that serve all
/// connections only run what is short and in memory.
enum class Runs { on_io, on_worker };

/// Gives the JSON Schema of a body; made by `schema_of<T>`.
using SchemaOf = std::function<std::string(entente::json::Schemas&)>;
template <class T>
SchemaOf schema_of() {
  return [](entente::json::Schemas& schemas) { return entente::json::schema<T>(schemas); };
}

struct QueryParameter {
  std::string name;
  std::string description;
  bool is_required = false;
};

/// What the generated OpenAPI document says about a route, and how large a body it takes.
struct Description {
  std::string summary;
  std::string area;   ///< groups the routes of one area
  SchemaOf request;   ///< none: no body is expected
  SchemaOf response;  ///< none: no content, or not JSON
  std::string response_type = "application/json";
  int success = 200;
  std::vector<QueryParameter> query;
  std::string request_type = "application/json";  ///< another one without a schema is a text
  std::size_t body_limit = 1'000'000;  ///< bytes
  /// A body of more bytes than this goes to a temporary file (`Request::body_file`); 0: never.
  std::size_t spool_above = 0;
};

/// Answers from memory, at once, or not at all.
using QuickHandler = std::function<std::optional<Response>(const Request&)>;

struct Route {
  Method method = Method::get;
  std::string pattern;
  Runs runs = Runs::on_io;
  Handler handler;
  QuickHandler quick;  ///< tried first, on the connection's own thread; what it leaves or throws goes to the handler
  Description description;
};

/// All routes. A pattern is made of literal parts and `{names}`; a literal wins over a name. Filled before the server
/// starts, then only read.
class Router {
 public:
  Router();
  ~Router();
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  /// Throws `internal` if the same method and pattern is there already.
  void add(Method method, std::string_view pattern, Runs runs, Handler handler, Description description = {});
  /// The same, with a way to answer from memory before a worker is troubled.
  void add(Method method, std::string_view pattern, QuickHandler quick, Handler handler, Description description = {});
  /// Answers GET and HEAD for what no route fits, such as the files of the screens.
  void set_fallback(Handler handler);

  /// Asked of every request before a route is looked for, files and unknown addresses included; what it throws is the answer.
  void set_guard(std::function<void(const Request&)> guard) { guard_ = std::move(guard); }

  /// Finds the route and fills `request.route` and `request.path_parameters`. HEAD finds GET. Throws `not_found`; a
  /// path that has other methods gives null, and these in `allowed` ("GET, HEAD, POST").
  const Route* match(Request& request, std::string& allowed) const;

  /// In the order of adding.
  const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

 private:
  struct Node;
  std::vector<std::unique_ptr<Route>> routes_;
  std::unique_ptr<Node> root_;
  std::unique_ptr<Route> fallback_;
  std::function<void(const Request&)> guard_;
};

/// Runs the handler; whatever it throws becomes a problem. Unforeseen exceptions are handed to `on_defect`, and the
/// caller of the request only learns that something went wrong.
using OnDefect = std::function<void(const Request&, std::string_view)>;
Response run(const Route& route, const Request& request, const OnDefect& on_defect = {});
/// The quick answer, if the route has one for this request.
std::optional<Response> run_quick(const Route& route, const Request& request) noexcept;

/// Finds and runs, without a server: for tests and for acts that do not come through a connection.
Response answer(const Router& router, Request& request, const OnDefect& on_defect = {});

/// 405 with Allow.
Response method_not_allowed(const Request& request, const std::string& allowed);

}  // namespace entente::http
