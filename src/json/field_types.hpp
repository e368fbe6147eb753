#pragma once
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/period.hpp"
#include "json/codec.hpp"

namespace entente::json {

/// A number, from text to text: never through binary floating point.
template <>
struct Codec<Decimal> {
  static constexpr Value::Type type = Value::Type::number;
  static void read(const Reader& at, const Value& value, Decimal& out);
  static void write(std::string& out, const Decimal& value) { out += value.text(); }
  static std::string schema(Schemas&) { return R"({"type":"number"})"; }
};

/// "2008-06-30"
template <>
struct Codec<Date> {
  static constexpr Value::Type type = Value::Type::string;
  static void read(const Reader& at, const Value& value, Date& out);
  static void write(std::string& out, const Date& value) { out.append("\"").append(value.text()).append("\""); }
  static std::string schema(Schemas&) { return R"({"type":"string","format":"date"})"; }
};

/// "2008", "2008-H1", "2008-Q2", "2008-06", "2008-W24", "2008-06-30"
template <>
struct Codec<Period> {
  static constexpr Value::Type type = Value::Type::string;
  static void read(const Reader& at, const Value& value, Period& out);
  static void write(std::string& out, const Period& value) { out.append("\"").append(value.text()).append("\""); }
  static std::string schema(Schemas&) {
    return R"({"type":"string","pattern":"^[0-9]{4}(-(H[12]|Q[1-4]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?))?$"})";
  }
};

}  // namespace entente::json
