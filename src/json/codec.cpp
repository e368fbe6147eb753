#include "json/codec.hpp"

#include <cmath>

namespace entente::json {
namespace detail {

void fail_unknown(const Reader& at) {
  at.fail("unknown_field", fmt::format("There is no field “{}”.", at.path()));
}

void fail_missing(const Reader& at) {
  at.fail("missing", fmt::format("“{}” is missing.", at.path()));
}

void fail_range(const Reader& at, const std::string& text) {
  bool whole = text.find_first_of(".eE") == std::string::npos;
  if (whole) {
    at.fail("out_of_range", fmt::format("{} is outside of what “{}” may be.", text, at.path()));
  } else {
    at.fail("not_whole", fmt::format("“{}” has to be a whole number.", at.path()));
  }
}

void fail_choice(const Reader& at, const std::string& found, const std::vector<std::string_view>& choices) {
  at.fail("unknown_value", fmt::format("“{}” cannot be “{}”; it is one of: {}.", at.path(), found.substr(0, 100),
                                       fmt::join(choices, ", ")));
}

bool has_nul(const Reader& at, const std::string& text) {
  if (text.find('\0') == std::string::npos) return false;
  at.fail("control_character", fmt::format("“{}” contains the character U+0000.", at.path()));
  return true;
}

}  // namespace detail

void Codec<double>::read(const Reader& at, const Value& value, double& out) {
  if (!value.number()) return at.fail_type("a number", value);
  const std::string& text = value.number()->text;
  double number = 0;
  auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return at.fail("out_of_range", fmt::format("“{}” is too large or too small a number.", at.path()));
  out = number;
}

}  // namespace entente::json
