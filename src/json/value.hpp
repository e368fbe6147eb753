#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente::json {

/// What a document may cost. Passing a limit throws `too_large`.
struct Limits {
  std::size_t bytes = 1'000'000;
  unsigned depth = 32;  ///< arrays and objects inside each other
};

class Value;
struct Member;

/// A number as it was written, so that a decimal never passes through binary floating point.
struct Number {
  std::string text;
};
using Array = std::vector<Value>;
/// In the order of the document; no name twice.
using Object = std::vector<Member>;

/// JSON that is already written. Reading keeps the text of the subtree (without white space), writing copies it.
struct Raw {
  std::string text = "null";
};

/// JSON text of one value: a number, a truth value, a text or null.
struct RawScalar : Raw {};

/// One value of a parsed document.
class Value {
 public:
  enum class Type { null, boolean, number, string, array, object };

  Value();
  explicit Value(bool value);
  explicit Value(Number value);
  explicit Value(std::string value);
  explicit Value(Array value);
  explicit Value(Object value);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  Type type() const;
  bool is_null() const { return type() == Type::null; }

  /// Null when the value is of another type.
  const bool* boolean() const;
  const Number* number() const;
  const std::string* string() const;
  const Array* array() const;
  const Object* object() const;

  /// The member of that name, or null when there is none or this is no object.
  const Value* find(std::string_view name) const;

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> data_;
};

struct Member {
  std::string name;
  Value value;
};

// Here, where a member is complete.
inline Value::Value() = default;
inline Value::Value(bool value) : data_(value) {}
inline Value::Value(Number value) : data_(std::move(value)) {}
inline Value::Value(std::string value) : data_(std::move(value)) {}
inline Value::Value(Array value) : data_(std::move(value)) {}
inline Value::Value(Object value) : data_(std::move(value)) {}
inline Value::Value(const Value&) = default;
inline Value::Value(Value&&) noexcept = default;
inline Value& Value::operator=(const Value&) = default;
inline Value& Value::operator=(Value&&) noexcept = default;
inline Value::~Value() = default;
inline Value::Type Value::type() const { return static_cast<Type>(data_.index()); }
inline const bool* Value::boolean() const { return std::get_if<bool>(&data_); }
inline const Number* Value::number() const { return std::get_if<Number>(&data_); }
inline const std::string* Value::string() const { return std::get_if<std::string>(&data_); }
inline const Array* Value::array() const { return std::get_if<Array>(&data_); }
inline const Object* Value::object() const { return std::get_if<Object>(&data_); }

/// "a number", "an object" …, for messages.
std::string_view name_of(Value::Type type);

/// Reads a whole document: strict JSON (RFC 8259) in strict UTF-8, without duplicate names. Throws `bad_input` with the
/// line and column, or the path of a duplicate, and `too_large` beyond the limits.
Value parse(std::string_view text, Limits limits = {});

}  // namespace entente::json
