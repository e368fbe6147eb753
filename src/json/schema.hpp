#pragma once
#include <map>
#include <string>
#include <string_view>

namespace entente::json {

/// The named schemas that an OpenAPI document gathers while its routes are described.
class Schemas {
 public:
  /// Asks once for each name: false if the schema is known, or being written (a type may contain itself).
  bool start(const std::string& name) { return components_.try_emplace(name).second; }
  void finish(const std::string& name, std::string schema) { components_[name] = std::move(schema); }
  /// Name to JSON Schema text, for "components/schemas".
  const std::map<std::string, std::string>& components() const { return components_; }

 private:
  std::map<std::string, std::string> components_;
};

/// "entente::strategy::Target" → "StrategyTarget"; unnamed namespaces vanish, templates become words.
std::string component_name(std::string_view type_name);

}  // namespace entente::json
