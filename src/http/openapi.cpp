#include "http/openapi.hpp"

namespace entente::http {
namespace {
using entente::json::write_string;

constexpr std::string_view json_type = "application/json";

std::string quoted(std::string_view text) {
  std::string out;
  write_string(out, text);
  return out;
}

std::string content(std::string_view type, const std::string& schema) {
  return fmt::format(R"({{{}:{{"schema":{}}}}})", quoted(type), schema);
}

std::string parameters(const Route& route) {
  std::string out;
  auto add = [&](std::string_view name, std::string_view place, bool is_required, std::string_view description) {
    if (!out.empty()) out += ',';
    out += fmt::format(R"({{"name":{},"in":"{}","required":{},"description":{},"schema":{{"type":"string"}}}})",
                       quoted(name), place, is_required, quoted(description));
  };
  std::string_view pattern = route.pattern;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1))
    add(pattern.substr(open + 1, pattern.find('}', open) - open - 1), "path", true, "");
  for (const QueryParameter& parameter : route.description.query)
    add(parameter.name, "query", parameter.is_required, parameter.description);
  if (route.method != Method::get && pattern.find("{id}") != std::string_view::npos)
    add("If-Match", "header", false, "The version that is changed, as its ETag or `version` said: \"3\". Without it, where it is needed: 428; of an older version: 412.");
  return out;
}

std::string operation_id(const Route& route) {
  std::string out(name_of(route.method));
  for (char& c : out) c = static_cast<char>(c | 0x20);
  bool starts_word = true;
  for (char c : route.pattern) {
    bool is_letter = std::isalnum(static_cast<unsigned char>(c));
    if (is_letter) out += starts_word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    starts_word = !is_letter;
  }
  return out;
}

std::string operation(const Route& route, entente::json::Schemas& schemas) {
  const Description& description = route.description;
  std::string out = fmt::format(R"({{"operationId":"{}","summary":{},"tags":[{}])", operation_id(route),
                                quoted(description.summary), quoted(description.area));
  if (std::string found = parameters(route); !found.empty()) out += R"(,"parameters":[)" + found + "]";
  auto add_body = [&](const std::string& content) { out += R"(,"requestBody":{"required":true,"content":)" + content + "}"; };
  constexpr std::string_view text_schema = R"({"type":"string"})";
  if (description.request) {
    schemas.set_way(entente::json::Way::request);
    add_body(content(description.request_type, description.request(schemas)));
    schemas.set_way(entente::json::Way::answer);
  } else if (description.request_type != json_type) {
    add_body(content(description.request_type, std::string(text_schema)));
  }
  const bool has_content = description.response || description.response_type != json_type;
  const int success = description.success == 200 && !has_content ? 204 : description.success;
  out += fmt::format(R"(,"responses":{{"{}":{{"description":"{}")", success, reason_of(success));
  if (description.response) {
    out += R"(,"content":)" + content(description.response_type, description.response(schemas));
  } else if (has_content) {
    out += R"(,"content":)" + content(description.response_type, std::string(text_schema));
  }
  out += R"(},"default":{"$ref":"#/components/responses/Problem"}}})";
  return out;
}

constexpr std::string_view problem_schema =
    R"({"type":"object","description":"RFC 9457 problem details","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string","description":"for programs"},"detail":{"type":"string","description":"for people"},"fields":{"type":"array","items":{"type":"object","properties":{"path":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"}},"required":["path","code","message"]}},"request":{"type":"string"}},"required":["type","title","status","code","detail","fields","request"]})";

}  // namespace

std::string openapi(const Router& router, std::string_view title, std::string_view version) {
  entente::json::Schemas schemas;
  std::map<std::string, std::map<std::string, std::string>>
      paths;  // sorted, so that the order of adding does not matter
  for (const auto& route : router.routes()) {
    if (route->description.summary.empty()) continue;
    std::string method(name_of(route->method));
    for (char& c : method) c = static_cast<char>(c | 0x20);
    paths[route->pattern][method] = operation(*route, schemas);
  }
  std::string out = fmt::format(R"({{"openapi":"3.1.0","info":{{"title":{},"version":{}}},"paths":{{)", quoted(title),
                                quoted(version));
  bool first = true;
  for (const auto& [pattern, methods] : paths) {
    if (!std::exchange(first, false)) out += ',';
    out += quoted(pattern) + ":{";
    bool first_method = true;
    for (const auto& [method, text] : methods) {
      if (!std::exchange(first_method, false)) out += ',';
      out += '"' + method + "\":" + text;
    }
    out += '}';
  }
  out += R"(},"components":{"schemas":{"Problem":)";
  out += problem_schema;
  for (const auto& [name, schema] : schemas.components()) out += fmt::format(",\"{}\":{}", name, schema);
  out +=
      R"(},"responses":{"Problem":{"description":"What went wrong","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}},)";
  out +=
      R"("securitySchemes":{"session":{"type":"apiKey","in":"cookie","name":"__Host-session"},"token":{"type":"http","scheme":"bearer"}}},)";
  out += R"("security":[{"session":[]},{"token":[]}]})";
  return out;
}

}  // namespace entente::http
