#include "json/value.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include "base/error.hpp"

namespace entente::json {
namespace {

/// Finds a name that occurs twice; sorting keeps a hostile object of 100,000 names cheap.
const std::string* duplicate(const Object& members) {
  if (members.size() <= 12) {
    for (std::size_t i = 1; i < members.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (members[i].name == members[j].name) return &members[i].name;
    return nullptr;
  }
  std::vector<const std::string*> names;
  names.reserve(members.size());
  for (const Member& member : members) names.push_back(&member.name);
  std::sort(names.begin(), names.end(), [](auto* a, auto* b) { return *a < *b; });
  auto twice = std::adjacent_find(names.begin(), names.end(), [](auto* a, auto* b) { return *a == *b; });
  return twice == names.end() ? nullptr : *twice;
}

/// Builds the tree from the events of Boost's parser, which checks grammar, escapes and UTF-8. Text comes in parts.
struct TreeBuilder {
  using error_code = boost::json::error_code;
  using string_view = boost::json::string_view;
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  struct Level {
    bool is_object;
    Array items;
    Object members;
    std::string key;
  };
  std::vector<Level> levels;
  std::string text;
  Value root;
  std::string duplicate_path;

  std::string path() const {
    std::string out;
    for (const Level& level : levels) {
      if (level.is_object) {
        if (&level == &levels.back()) break;
        if (!out.empty()) out += '.';
        out += level.key;
      } else {
        out += fmt::format("[{}]", level.items.size());
      }
    }
    return out;
  }

  void put(Value value) {
    if (levels.empty()) {
      root = std::move(value);
    } else if (Level& top = levels.back(); top.is_object) {
      top.members.push_back({std::move(top.key), std::move(value)});
    } else {
      top.items.push_back(std::move(value));
    }
  }
  std::string take_text(string_view last) {
    text.append(last.data(), last.size());
    return std::exchange(text, {});
  }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) {
    levels.push_back({true, {}, {}, {}});
    return true;
  }
  bool on_object_end(std::size_t, error_code& failure) {
    if (const std::string* name = duplicate(levels.back().members)) {
      duplicate_path = path();
      if (!duplicate_path.empty()) duplicate_path += '.';
      duplicate_path += *name;
      failure = boost::json::error::syntax;
      return false;
    }
    Value value(std::move(levels.back().members));
    levels.pop_back();
    put(std::move(value));
    return true;
  }
  bool on_array_begin(error_code&) {
    levels.push_back({false, {}, {}, {}});
    return true;
  }
  bool on_array_end(std::size_t, error_code&) {
    Value value(std::move(levels.back().items));
    levels.pop_back();
    put(std::move(value));
    return true;
  }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_key(string_view last, std::size_t, error_code&) {
    levels.back().key = take_text(last);
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_string(string_view last, std::size_t, error_code&) {
    put(Value(take_text(last)));
    return true;
  }
  bool on_number_part(string_view part, error_code&) {
    text.append(part.data(), part.size());
    return true;
  }
  bool on_number(string_view last) {
    put(Value(Number{take_text(last)}));
    return true;
  }
  bool on_int64(std::int64_t, string_view last, error_code&) { return on_number(last); }
  bool on_uint64(std::uint64_t, string_view last, error_code&) { return on_number(last); }
  bool on_double(double, string_view last, error_code&) { return on_number(last); }
  bool on_bool(bool value, error_code&) {
    put(Value(value));
    return true;
  }
  bool on_null(error_code&) {
    put(Value());
    return true;
  }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

std::string_view reason(const boost::json::error_code& failure, std::string_view rest) {
  using boost::json::error;
  if (failure == error::incomplete || rest.empty()) return "it ends too early";
  if (failure == error::extra_data) return "there is more after its end";
  if (failure == error::illegal_leading_surrogate || failure == error::illegal_trailing_surrogate ||
      failure == error::expected_hex_digit || failure == error::expected_utf16_escape)
    return "a \\u escape is not valid";
  if (failure == error::exponent_overflow) return "a number is too large";
  if (static_cast<unsigned char>(rest[0]) < 0x20) return "a control character stands where none may be";
  if (static_cast<unsigned char>(rest[0]) >= 0x80) return "a character is not valid UTF-8, or not expected here";
  return "a character is not expected here";
}

[[noreturn]] void throw_syntax(std::string_view text, std::size_t at, const boost::json::error_code& failure) {
  at = std::min(at, text.size());
  std::string_view before = text.substr(0, at);
  auto line = std::count(before.begin(), before.end(), '\n') + 1;
  std::size_t line_start = before.rfind('\n');
  std::size_t column = at - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
  throw_bad_field(
      fmt::format("line {}, column {}", line, column), "not_json",
      fmt::format("This is not valid JSON: {} (line {}, column {}).", reason(failure, text.substr(at)), line, column));
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  const Object* members = object();
  if (!members) return nullptr;
  for (const Member& member : *members)
    if (member.name == name) return &member.value;
  return nullptr;
}

std::string_view name_of(Value::Type type) {
  switch (type) {
    case Value::Type::null:
      return "null";
    case Value::Type::boolean:
      return "true or false";
    case Value::Type::number:
      return "a number";
    case Value::Type::string:
      return "a text";
    case Value::Type::array:
      return "a list";
    case Value::Type::object:
      return "an object";
  }
  return "";
}

Value parse(std::string_view text, Limits limits) {
  if (text.size() > limits.bytes)
    throw Error(ErrorKind::too_large, "json_too_big",
                fmt::format("The JSON is too big: {} bytes, where {} are allowed.", text.size(), limits.bytes));
  boost::json::parse_options options;
  options.max_depth = limits.depth;
  boost::json::basic_parser<TreeBuilder> parser(options);
  boost::json::error_code failure;
  std::size_t used = parser.write_some(false, text.data(), text.size(), failure);
  if (!failure && used < text.size()) failure = boost::json::error::extra_data;
  if (failure == boost::json::error::too_deep)
    throw Error(ErrorKind::too_large, "json_too_deep",
                fmt::format("The JSON is nested too deep: {} levels are allowed.", limits.depth));
  if (!parser.handler().duplicate_path.empty())
    throw_bad_field(parser.handler().duplicate_path, "duplicate",
                    fmt::format("“{}” is given twice.", parser.handler().duplicate_path));
  if (failure) throw_syntax(text, used, failure);
  return std::move(parser.handler().root);
}

}  // namespace entente::json
