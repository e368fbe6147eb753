#pragma once
#include <boost/core/type_name.hpp>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "json/reader.hpp"
#include "json/schema.hpp"
#include "json/text.hpp"
#include "json/value.hpp"

namespace entente::json {

/// How a type looks in JSON. Specialise it for a type of your own:
///   static constexpr Value::Type type        // what it is written as
///   static void read(const Reader& at, const Value& value, T& out)   // wrong input: at.fail(…), leave `out`
///   static void write(std::string& out, const T& value)
///   static std::string schema(Schemas&)      // its JSON Schema
template <class T, class = void>
struct Codec;

/// The base of a codec for a type with `text()` and a parse function that throws `Error(bad_input)`.
template <class T, T (*parse_text)(std::string_view)>
struct StringCodec {
  static constexpr Value::Type type = Value::Type::string;
  static void read(const Reader& at, const Value& value, T& out) {
    if (!value.string()) return at.fail_type("a text", value);
    try {
      out = parse_text(*value.string());
    } catch (const Error& error) {
      at.fail(error.fields().empty() ? error.code() : error.fields().front().code, error.message());
    }
  }
  static void write(std::string& out, const T& value) { write_string(out, value.text()); }
  static std::string schema(Schemas&) { return R"({"type":"string"})"; }
};

/// The same for a number that is read from its text and written as its text.
template <class T, T (*parse_text)(std::string_view)>
struct NumberCodec {
  static constexpr Value::Type type = Value::Type::number;
  static void read(const Reader& at, const Value& value, T& out) {
    if (!value.number()) return at.fail_type("a number", value);
    try {
      out = parse_text(value.number()->text);
    } catch (const Error& error) {
      at.fail(error.fields().empty() ? error.code() : error.fields().front().code, error.message());
    }
  }
  static void write(std::string& out, const T& value) { out += value.text(); }
  static std::string schema(Schemas&) { return R"({"type":"number"})"; }
};

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_nested_optional = false;
template <class T>
inline constexpr bool is_nested_optional<std::optional<std::optional<T>>> = true;

/// The outward name of a member or enumerator: `private_` is "private".
constexpr std::string_view outward(std::string_view name) {
  if (name.size() > 1 && name.back() == '_') name.remove_suffix(1);
  return name;
}

/// Members of the bases first, then its own.
template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

/// `"name":`, made while compiling.
template <class D>
struct Key {
  static constexpr std::string_view name = outward(D::name);
  static constexpr auto characters = [] {
    std::array<char, name.size() + 3> out{};
    out[0] = '"';
    for (std::size_t i = 0; i < name.size(); ++i) out[i + 1] = name[i];
    out[name.size() + 1] = '"';
    out[name.size() + 2] = ':';
    return out;
  }();
  static constexpr std::string_view text{characters.data(), characters.size()};
};

void fail_unknown(const Reader& at);
void fail_missing(const Reader& at);
void fail_range(const Reader& at, const std::string& text);
void fail_choice(const Reader& at, const std::string& found, const std::vector<std::string_view>& choices);
bool has_nul(const Reader& at, const std::string& text);

}  // namespace detail

template <>
struct Codec<bool> {
  static constexpr Value::Type type = Value::Type::boolean;
  static void read(const Reader& at, const Value& value, bool& out) {
    if (!value.boolean()) return at.fail_type("true or false", value);
    out = *value.boolean();
  }
  static void write(std::string& out, bool value) { out += value ? "true" : "false"; }
  static std::string schema(Schemas&) { return R"({"type":"boolean"})"; }
};

template <class T>
struct Codec<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
  static constexpr Value::Type type = Value::Type::number;
  static void read(const Reader& at, const Value& value, T& out) {
    if (!value.number()) return at.fail_type("a whole number", value);
    const std::string& text = value.number()->text;
    T number{};
    auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return detail::fail_range(at, text);
    out = number;
  }
  static void write(std::string& out, T value) {
    fmt::format_int digits(value);
    out.append(digits.data(), digits.size());
  }
  static std::string schema(Schemas&) {
    return std::is_unsigned_v<T> ? R"({"type":"integer","minimum":0})" : R"({"type":"integer"})";
  }
};

template <>
struct Codec<double> {
  static constexpr Value::Type type = Value::Type::number;
  static void read(const Reader& at, const Value& value, double& out);
  static void write(std::string& out, double value) { write_number(out, value); }
  static std::string schema(Schemas&) { return R"({"type":"number"})"; }
};

/// U+0000 is refused, because no database keeps it.
template <>
struct Codec<std::string> {
  static constexpr Value::Type type = Value::Type::string;
  static void read(const Reader& at, const Value& value, std::string& out) {
    if (!value.string()) return at.fail_type("a text", value);
    if (!detail::has_nul(at, *value.string())) out = *value.string();
  }
  static void write(std::string& out, const std::string& value) { write_string(out, value); }
  static std::string schema(Schemas&) { return R"({"type":"string"})"; }
};

/// Only for writing.
template <>
struct Codec<std::string_view> {
  static constexpr Value::Type type = Value::Type::string;
  static void write(std::string& out, std::string_view value) { write_string(out, value); }
  static std::string schema(Schemas&) { return R"({"type":"string"})"; }
};

template <>
struct Codec<Instant> : StringCodec<Instant, parse_instant> {
  static std::string schema(Schemas&) { return R"({"type":"string","format":"date-time"})"; }
};

template <class Kind>
struct Codec<Id<Kind>> {
  static constexpr Value::Type type = Value::Type::string;
  static void read(const Reader& at, const Value& value, Id<Kind>& out) {
    if (!value.string()) return at.fail_type("an identifier", value);
    auto id = Id<Kind>::parse(*value.string());
    if (!id) return at.fail("not_an_identifier", "An identifier has 20 letters and digits.");
    out = *id;
  }
  /// Identifiers never need escaping.
  static void write(std::string& out, const Id<Kind>& value) {
    out += '"';
    out += value.view();
    out += '"';
  }
  static std::string schema(Schemas&) { return R"({"type":"string","pattern":"^[0-9a-z]{20}$"})"; }
};

template <>
struct Codec<Value> {
  static constexpr Value::Type type = Value::Type::object;
  static void read(const Reader&, const Value& value, Value& out) { out = value; }
  static void write(std::string& out, const Value& value) { write_value(out, value); }
  static std::string schema(Schemas&) { return "{}"; }
};

template <>
struct Codec<Raw> {
  static constexpr Value::Type type = Value::Type::object;
  static void read(const Reader&, const Value& value, Raw& out) {
    out.text.clear();
    write_value(out.text, value);
  }
  static void write(std::string& out, const Raw& value) { out += value.text; }
  static std::string schema(Schemas&) { return "{}"; }
};

template <>
struct Codec<RawScalar> : Codec<Raw> {
  static std::string schema(Schemas&) { return R"({"type":["number","string","boolean","null"]})"; }
};

/// Null when empty. As a member it may be absent. An optional of an optional tells absent (outer empty) from null.
template <class T>
struct Codec<std::optional<T>> {
  static constexpr Value::Type type = Codec<T>::type;
  static void read(const Reader& at, const Value& value, std::optional<T>& out) {
    if (value.is_null() && !detail::is_optional<T>) {
      out.reset();
    } else {
      Codec<T>::read(at, value, out.emplace());
    }
  }
  static void write(std::string& out, const std::optional<T>& value) {
    if (value) {
      Codec<T>::write(out, *value);
    } else {
      out += "null";
    }
  }
  static std::string schema(Schemas& schemas) {
    if constexpr (detail::is_optional<T>) {
      return Codec<T>::schema(schemas);
    } else {
      return R"({"anyOf":[)" + Codec<T>::schema(schemas) + R"(,{"type":"null"}]})";
    }
  }
};

template <class T>
struct Codec<std::vector<T>> {
  static constexpr Value::Type type = Value::Type::array;
  static void read(const Reader& at, const Value& value, std::vector<T>& out) {
    if (!value.array()) return at.fail_type("a list", value);
    out.clear();
    out.reserve(value.array()->size());
    for (std::size_t i = 0; i < value.array()->size(); ++i) {
      T item{};
      Codec<T>::read(at.item(i), (*value.array())[i], item);
      out.push_back(std::move(item));
    }
  }
  static void write(std::string& out, const std::vector<T>& value) {
    out += '[';
    bool first = true;
    for (const auto& item : value) {
      if (!std::exchange(first, false)) out += ',';
      Codec<T>::write(out, item);
    }
    out += ']';
  }
  static std::string schema(Schemas& schemas) {
    return R"({"type":"array","items":)" + Codec<T>::schema(schemas) + "}";
  }
};

template <class T>
struct Codec<std::map<std::string, T>> {
  static constexpr Value::Type type = Value::Type::object;
  static void read(const Reader& at, const Value& value, std::map<std::string, T>& out) {
    if (!value.object()) return at.fail_type("an object", value);
    out.clear();
    for (const Member& member : *value.object()) {
      Reader here = at.member(member.name);
      if (!detail::has_nul(here, member.name)) Codec<T>::read(here, member.value, out[member.name]);
    }
  }
  static void write(std::string& out, const std::map<std::string, T>& value) {
    out += '{';
    bool first = true;
    for (const auto& [name, item] : value) {
      if (!std::exchange(first, false)) out += ',';
      write_string(out, name);
      out += ':';
      Codec<T>::write(out, item);
    }
    out += '}';
  }
  static std::string schema(Schemas& schemas) {
    return R"({"type":"object","additionalProperties":)" + Codec<T>::schema(schemas) + "}";
  }
};

/// The first alternative that is written as the type found; among several of the same type the first that reads without
/// an error.
template <class... Ts>
struct Codec<std::variant<Ts...>> {
  static constexpr Value::Type type = Codec<boost::mp11::mp_first<std::variant<Ts...>>>::type;
  static void read(const Reader& at, const Value& value, std::variant<Ts...>& out) {
    bool done = false;
    std::vector<FieldError> first_errors;
    auto attempt = [&]<class T>(T candidate) {
      if (done || Codec<T>::type != value.type()) return;
      std::vector<FieldError> errors;
      Codec<T>::read(at.with(errors), value, candidate);
      if (errors.empty()) {
        out = std::move(candidate);
        done = true;
      } else if (first_errors.empty()) {
        first_errors = std::move(errors);
      }
    };
    (attempt(Ts{}), ...);
    if (done) return;
    if (first_errors.empty()) return at.fail_type("something else", value);
    at.add(std::move(first_errors));
  }
  static void write(std::string& out, const std::variant<Ts...>& value) {
    std::visit([&]<class T>(const T& chosen) { Codec<T>::write(out, chosen); }, value);
  }
  static std::string schema(Schemas& schemas) {
    std::string out;
    ((out += (out.empty() ? R"({"anyOf":[)" : ",") + Codec<Ts>::schema(schemas)), ...);
    return out + "]}";
  }
};

/// Described enumerations: their names.
template <class T>
struct Codec<T, std::enable_if_t<boost::describe::has_describe_enumerators<T>::value>> {
  using Enumerators = boost::describe::describe_enumerators<T>;
  static constexpr Value::Type type = Value::Type::string;

  static std::vector<std::string_view> names() {
    std::vector<std::string_view> out;
    boost::mp11::mp_for_each<Enumerators>([&](auto d) { out.push_back(detail::outward(d.name)); });
    return out;
  }
  /// Empty for a value that has no name.
  static std::string_view name(T value) {
    std::string_view out;
    boost::mp11::mp_for_each<Enumerators>([&](auto d) {
      if (d.value == value) out = detail::outward(d.name);
    });
    return out;
  }
  static std::optional<T> parse(std::string_view text) {
    std::optional<T> out;
    boost::mp11::mp_for_each<Enumerators>([&](auto d) {
      if (detail::outward(d.name) == text) out = d.value;
    });
    return out;
  }
  static void read(const Reader& at, const Value& value, T& out) {
    if (!value.string()) return at.fail_type("a text", value);
    if (auto found = parse(*value.string())) {
      out = *found;
    } else {
      detail::fail_choice(at, *value.string(), names());
    }
  }
  static void write(std::string& out, T value) {
    out += '"';
    out += name(value);
    out += '"';
  }
  static std::string schema(Schemas& schemas) {
    static const std::string component = component_name(boost::core::type_name<T>());
    if (schemas.start(component)) {
      std::string out = R"({"type":"string","enum":)";
      Codec<std::vector<std::string_view>>::write(out, names());
      schemas.finish(component, out + "}");
    }
    return reference_to(component);
  }
};

/// Described structs: every member that is not optional is required, every unknown one refused.
template <class T>
struct Codec<T, std::enable_if_t<boost::describe::has_describe_members<T>::value && !std::is_union_v<T>>> {
  using Members = detail::Members<T>;
  static constexpr Value::Type type = Value::Type::object;

  static void read(const Reader& at, const Value& value, T& out) {
    if (!value.object()) return at.fail_type("an object", value);
    std::array<bool, boost::mp11::mp_size<Members>::value + 1> seen{};
    for (const Member& member : *value.object()) {
      bool known = false;
      std::size_t index = 0;
      boost::mp11::mp_for_each<Members>([&](auto d) {
        using D = decltype(d);
        if (!known && detail::Key<D>::name == member.name) {
          known = seen[index] = true;
          using Type = std::remove_cvref_t<decltype(out.*D::pointer)>;
          Codec<Type>::read(at.member(member.name), member.value, out.*D::pointer);
        }
        ++index;
      });
      if (!known) detail::fail_unknown(at.member(member.name));
    }
    std::size_t index = 0;
    boost::mp11::mp_for_each<Members>([&](auto d) {
      using D = decltype(d);
      using Type = std::remove_cvref_t<decltype(out.*D::pointer)>;
      if (!seen[index++] && !detail::is_optional<Type> && at.missing() == Reader::Missing::refused) detail::fail_missing(at.member(detail::Key<D>::name));
    });
  }

  static void write(std::string& out, const T& value) {
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<Members>([&](auto d) {
      using D = decltype(d);
      using Type = std::remove_cvref_t<decltype(value.*D::pointer)>;
      if constexpr (detail::is_nested_optional<Type>) {
        if (!(value.*D::pointer)) return;
      }
      if (!std::exchange(first, false)) out += ',';
      out += detail::Key<D>::text;
      Codec<Type>::write(out, value.*D::pointer);
    });
    out += '}';
  }

  static std::string schema(Schemas& schemas) {
    const std::string name = component_name(boost::core::type_name<T>(), schemas.way());
    if (schemas.start(name)) {
      std::string properties;
      std::string required;
      boost::mp11::mp_for_each<Members>([&](auto d) {
        using D = decltype(d);
        using Type = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
        if (!properties.empty()) properties += ',';
        properties += detail::Key<D>::text;
        properties += Codec<Type>::schema(schemas);
        const bool may_be_absent = schemas.way() == Way::request ? detail::is_optional<Type> : detail::is_nested_optional<Type>;
        if (may_be_absent) return;
        if (!required.empty()) required += ',';
        required += '"' + std::string(detail::Key<D>::name) + '"';
      });
      schemas.finish(name, R"({"type":"object","additionalProperties":false,"properties":{)" + properties +
                               R"(},"required":[)" + required + "]}");
    }
    return reference_to(name);
  }
};

template <>
struct Codec<std::monostate> {
  static constexpr Value::Type type = Value::Type::null;
  static void read(const Reader& at, const Value& value, std::monostate&) {
    if (!value.is_null()) at.fail_type("null", value);
  }
  static void write(std::string& out, std::monostate) { out += "null"; }
  static std::string schema(Schemas&) { return R"({"type":"null"})"; }
};

}  // namespace entente::json
