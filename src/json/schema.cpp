#include "json/schema.hpp"

namespace entente::json {

std::string component_name(std::string_view type_name) {
  std::string out;
  std::size_t at = 0;
  bool unnamed = false;
  while (at < type_name.size()) {
    char c = type_name[at];
    if (c == '{' || c == '(') unnamed = true;
    bool is_word = std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    if (unnamed || !is_word) {
      if (c == '}' || c == ')') unnamed = false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < type_name.size() &&
           (std::isalnum(static_cast<unsigned char>(type_name[end])) || type_name[end] == '_'))
      ++end;
    std::string word(type_name.substr(at, end - at));
    if (word != "entente" && word != "struct" && word != "class" && word != "std") {
      word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
      out += word;
    }
    at = end;
  }
  return out;
}

std::string reference_to(std::string_view component) {
  return fmt::format(R"({{"$ref":"#/components/schemas/{}"}})", component);
}

std::string component_name(std::string_view type_name, Way way) {
  constexpr std::string_view ending = "Input";
  std::string name = component_name(type_name);
  if (way == Way::request && !std::string_view(name).ends_with(ending)) name += ending;
  return name;
}

}  // namespace entente::json
