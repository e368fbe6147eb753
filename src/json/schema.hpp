#pragma once
#include <map>
#include <string>
#include <string_view>

namespace entente::json {

/// Which way a body goes. In an answer every member is written, null where it is empty; in a request what is optional
/// may be left out. So one struct has a schema for each way: that of a request is called "…Input".
enum class Way { request, answer };

/// The named schemas that an OpenAPI document gathers while its routes are described.
class Schemas {
 public:
  Way way() const { return way_; }
  void set_way(Way way) { way_ = way; }
  /// Asks once for each name: false if the schema is known, or being written (a type may contain itself).
  bool start(const std::string& name) { return components_.try_emplace(name).second; }
  void finish(const std::string& name, std::string schema) { components_[name] = std::move(schema); }
  /// Name to JSON Schema text, for "components/schemas".
  const std::map<std::string, std::string>& components() const { return components_; }

 private:
  Way way_ = Way::answer;
  std::map<std::string, std::string> components_;
};

/// "entente::strategy::Target" → "StrategyTarget"; unnamed namespaces vanish, templates become words.
std::string component_name(std::string_view type_name);

/// The schema that points to a named one.
std::string reference_to(std::string_view component);

/// The name of a struct's schema, which is another for each way.
std::string component_name(std::string_view type_name, Way way);

}  // namespace entente::json
