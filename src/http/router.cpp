#include "http/router.hpp"

#include "base/error.hpp"

namespace entente::http {

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> named;
  std::string name;
  std::vector<const Route*> routes;  ///< one for each method
};

namespace {

/// The next part of a path, which starts with "/"; the rest stays in `path`.
std::string_view take_part(std::string_view& path) {
  path.remove_prefix(1);
  std::size_t end = std::min(path.find('/'), path.size());
  std::string_view part = path.substr(0, end);
  path.remove_prefix(end);
  return part;
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(Method method, std::string_view pattern, Runs runs, Handler handler, Description description) {
  Node* node = root_.get();
  std::string_view rest = pattern;
  while (!rest.empty()) {
    std::string_view part = take_part(rest);
    std::unique_ptr<Node>* next;
    if (part.starts_with('{') && part.ends_with('}')) {
      next = &node->named;
    } else {
      next = &node->literals[std::string(part)];
    }
    if (!*next) *next = std::make_unique<Node>();
    node = next->get();
  }
  for (const Route* other : node->routes)
    if (other->method == method)
      throw Error(ErrorKind::internal, "route_twice", fmt::format("{} {} is there twice.", name_of(method), pattern));
  auto route = std::make_unique<Route>();
  route->method = method;
  route->pattern = pattern;
  route->runs = runs;
  route->handler = std::move(handler);
  route->description = std::move(description);
  node->routes.push_back(route.get());
  routes_.push_back(std::move(route));
}

void Router::set_fallback(Handler handler) {
  fallback_ = std::make_unique<Route>();
  fallback_->handler = std::move(handler);
}

const Route* Router::match(Request& request, std::string& allowed) const {
  if (guard_) guard_(request);
  // Depth first, literals before names; a path has few parts, so that going back costs little.
  auto find = [](auto& self, const Node& node, std::string_view rest) -> const Node* {
    if (rest.empty()) return node.routes.empty() ? nullptr : &node;
    std::string_view part = take_part(rest);
    if (auto literal = node.literals.find(part); literal != node.literals.end())
      if (const Node* found = self(self, *literal->second, rest)) return found;
    if (node.named && !part.empty()) return self(self, *node.named, rest);
    return nullptr;
  };
  request.path_parameters.clear();
  const Node* node = find(find, *root_, request.path);
  if (!node) {
    bool is_reading = request.method == Method::get || request.method == Method::head;
    if (!fallback_ || !is_reading) throw_not_found();
    return fallback_.get();
  }
  const Route* chosen = nullptr;
  for (const Route* route : node->routes) {
    if (route->method == request.method) chosen = route;
    if (!chosen && route->method == Method::get && request.method == Method::head) chosen = route;
  }
  if (!chosen) {
    for (const Route* route : node->routes) {
      if (!allowed.empty()) allowed += ", ";
      allowed += name_of(route->method);
      if (route->method == Method::get) allowed += ", HEAD";
    }
    return nullptr;
  }
  request.route = chosen->pattern;
  std::string_view pattern = chosen->pattern;
  std::string_view path = request.path;
  while (!pattern.empty()) {
    std::string_view name = take_part(pattern);
    std::string_view part = take_part(path);
    if (!name.starts_with('{')) continue;
    auto value = percent_decode(part, Plus::is_plus);
    if (!value) throw_not_found();
    request.path_parameters.emplace_back(name.substr(1, name.size() - 2), std::move(*value));
  }
  return chosen;
}

void Router::add(Method method, std::string_view pattern, QuickHandler quick, Handler handler, Description description) {
  add(method, pattern, Runs::on_worker, std::move(handler), std::move(description));
  routes_.back()->quick = std::move(quick);
}

std::optional<Response> run_quick(const Route& route, const Request& request) noexcept {
  if (!route.quick) return std::nullopt;
  try {
    return route.quick(request);
  } catch (...) {
    return std::nullopt;  // the handler meets the same trouble, and says so
  }
}

Response run(const Route& route, const Request& request, const OnDefect& on_defect) {
  try {
    return route.handler(request);
  } catch (const Error& error) {
    bool is_defect = error.kind() == ErrorKind::internal || error.kind() == ErrorKind::unavailable;
    if (on_defect && is_defect) on_defect(request, error.detail().empty() ? error.message() : error.detail());
    return problem(error, request.id);
  } catch (const std::exception& error) {
    if (on_defect) on_defect(request, error.what());
    return problem(Error(ErrorKind::internal, "internal", "Something went wrong here. It has been noted."), request.id);
  }
}

Response method_not_allowed(const Request& request, const std::string& allowed) {
  Response response = problem(Error(ErrorKind::bad_input, "method_not_allowed",
                                    fmt::format("This address does not take {}.", name_of(request.method))),
                              request.id, 405);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

Response answer(const Router& router, Request& request, const OnDefect& on_defect) {
  try {
    std::string allowed;
    const Route* route = router.match(request, allowed);
    if (!route) return method_not_allowed(request, allowed);
    return run(*route, request, on_defect);
  } catch (const Error& error) {
    return problem(error, request.id);
  }
}

}  // namespace entente::http
