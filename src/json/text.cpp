#include "json/text.hpp"

#include <charconv>
#include <cmath>

#include "base/error.hpp"

namespace entente::json {
namespace {

bool needs_escape(unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\';
}

/// True if one of eight characters has to be escaped: the usual "has a byte less than" and "has a byte equal to" tricks
/// (Anderson, Bit Twiddling Hacks). May be true without need after such a byte, never false where one is.
bool any_escape(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t highs = 0x8080808080808080ULL;
  std::uint64_t word;
  std::memcpy(&word, eight, 8);
  std::uint64_t control = (word - ones * 0x20) & ~word;
  std::uint64_t quote = word ^ (ones * '"');
  std::uint64_t slash = word ^ (ones * '\\');
  return ((control | ((quote - ones) & ~quote) | ((slash - ones) & ~slash)) & highs) != 0;
}

void write_escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr char digits[] = "0123456789abcdef";
  const char escape[] = {'\\', 'u', '0', '0', digits[(c >> 4) & 15], digits[c & 15]};
  out.append(escape, sizeof escape);
}

}  // namespace

void write_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t start = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && !any_escape(text.data() + at)) {
      at += 8;
      continue;
    }
    std::size_t end = std::min(at + 8, text.size());
    for (; at < end; ++at) {
      if (!needs_escape(static_cast<unsigned char>(text[at]))) continue;
      out.append(text.data() + start, at - start);
      write_escape(out, text[at]);
      start = at + 1;
    }
  }
  out.append(text.data() + start, text.size() - start);
  out += '"';
}

void write_number(std::string& out, double value) {
  if (!std::isfinite(value)) throw Error(ErrorKind::internal, "not_finite", "A number could not be computed.");
  char digits[32];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, static_cast<std::size_t>(end - digits));
}

void write_value(std::string& out, const Value& value) {
  switch (value.type()) {
    case Value::Type::null:
      out += "null";
      return;
    case Value::Type::boolean:
      out += *value.boolean() ? "true" : "false";
      return;
    case Value::Type::number:
      out += value.number()->text;
      return;
    case Value::Type::string:
      write_string(out, *value.string());
      return;
    case Value::Type::array: {
      char separator = '[';
      for (const Value& item : *value.array()) {
        out += std::exchange(separator, ',');
        write_value(out, item);
      }
      if (separator == '[') out += '[';
      out += ']';
      return;
    }
    case Value::Type::object: {
      char separator = '{';
      for (const Member& member : *value.object()) {
        out += std::exchange(separator, ',');
        write_string(out, member.name);
        out += ':';
        write_value(out, member.value);
      }
      if (separator == '{') out += '{';
      out += '}';
      return;
    }
  }
}

}  // namespace entente::json
