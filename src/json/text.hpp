#pragma once
#include <string>
#include <string_view>

#include "json/value.hpp"

namespace entente::json {

/// Appends `text` in quotation marks, escaped as little as JSON allows. `text` has to be UTF-8.
void write_string(std::string& out, std::string_view text);
/// The shortest text that reads back as the same number. Throws `internal` unless `value` is finite.
void write_number(std::string& out, double value);
void write_value(std::string& out, const Value& value);

}  // namespace entente::json
