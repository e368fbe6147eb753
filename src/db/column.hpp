#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/period.hpp"
#include "db/statement.hpp"

namespace entente::db {

/// How a C++ type is bound and read. Specialise it for a type of your own:
///   static constexpr Wire wire;
///   static void bind(Statement&, int parameter, const T&);
///   static T read(const Statement&, int column);
/// In migrations write BIGINT (whole numbers, truth values 0 and 1, moments in µs), DOUBLE PRECISION, TEXT (also
/// identifiers, enums, decimals, dates, periods) and BYTEA: these mean the same on both databases.
template <class T>
struct Column;

namespace detail {
[[noreturn]] void throw_null(int column);
[[noreturn]] void throw_out_of_range(int column, std::int64_t value);
[[noreturn]] void throw_unknown_name(int column, std::string_view text);
[[noreturn]] void throw_wrong_columns(int wanted, int got);

inline void need(const Statement& statement, int column) {
  if (statement.null(column)) throw_null(column);
}

/// Asks for the text first: one question to the database less than asking whether it is null.
inline std::string_view need_text(const Statement& statement, int column) {
  std::string_view text = statement.text(column);
  if (text.data() == nullptr) throw_null(column);
  return text;
}

/// `class_` is stored as "class": the underscore only keeps clear of C++ keywords.
constexpr std::string_view plain_name(std::string_view name) {
  if (!name.empty() && name.back() == '_') name.remove_suffix(1);
  return name;
}

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;
template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
}  // namespace detail

template <detail::WholeNumber T>
struct Column<T> {
  static constexpr Wire wire = Wire::integer;
  static void bind(Statement& statement, int parameter, T value) {
    if (!std::in_range<std::int64_t>(value)) detail::throw_out_of_range(parameter, -1);
    statement.bind_integer(parameter, static_cast<std::int64_t>(value));
  }
  static T read(const Statement& statement, int column) {
    detail::need(statement, column);
    std::int64_t value = statement.integer(column);
    if (!std::in_range<T>(value)) detail::throw_out_of_range(column, value);
    return static_cast<T>(value);
  }
};

template <>
struct Column<bool> {
  static constexpr Wire wire = Wire::integer;
  static void bind(Statement& statement, int parameter, bool value) {
    statement.bind_integer(parameter, value ? 1 : 0);
  }
  static bool read(const Statement& statement, int column) {
    detail::need(statement, column);
    return statement.integer(column) != 0;
  }
};

template <>
struct Column<double> {
  static constexpr Wire wire = Wire::real;
  static void bind(Statement& statement, int parameter, double value) { statement.bind_real(parameter, value); }
  static double read(const Statement& statement, int column) {
    detail::need(statement, column);
    return statement.real(column);
  }
};

template <>
struct Column<std::string_view> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, std::string_view value) {
    statement.bind_text(parameter, value, Keep::callers);
  }
  static std::string_view read(const Statement& statement, int column) { return detail::need_text(statement, column); }
};

template <>
struct Column<std::string> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const std::string& value) {
    statement.bind_text(parameter, value, Keep::callers);
  }
  static std::string read(const Statement& statement, int column) {
    return std::string(detail::need_text(statement, column));
  }
};

template <>
struct Column<const char*> : Column<std::string_view> {};
template <std::size_t N>
struct Column<char[N]> : Column<std::string_view> {};

/// A null of the type TEXT.
template <>
struct Column<std::nullopt_t> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, std::nullopt_t) { statement.bind_null(parameter); }
};

/// The empty identifier is NULL in the database.
template <class IdKind>
struct Column<Id<IdKind>> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const Id<IdKind>& value) {
    if (value.empty())
      statement.bind_null(parameter);
    else
      statement.bind_text(parameter, value.view(), Keep::callers);
  }
  static Id<IdKind> read(const Statement& statement, int column) {
    std::string_view text = statement.text(column);
    if (text.data() == nullptr) return {};
    auto id = Id<IdKind>::parse(text);
    if (!id) detail::throw_unknown_name(column, text);
    return *id;
  }
};

template <>
struct Column<Instant> {
  static constexpr Wire wire = Wire::integer;
  static void bind(Statement& statement, int parameter, Instant value) {
    statement.bind_integer(parameter, value.microseconds);
  }
  static Instant read(const Statement& statement, int column) {
    detail::need(statement, column);
    return {statement.integer(column)};
  }
};

namespace detail {
/// Stored in its own notation; `parse` gives nothing for what is not one.
template <class T, std::optional<T> (*parse)(std::string_view)>
struct TextColumn {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const T& value) {
    statement.bind_text(parameter, value.text(), Keep::copy);
  }
  static T read(const Statement& statement, int column) {
    std::string_view text = need_text(statement, column);
    auto value = parse(text);
    if (!value) throw_unknown_name(column, text);
    return *value;
  }
};
inline std::optional<Decimal> stored_decimal(std::string_view text) {
  return try_parse_decimal(text);
}
}  // namespace detail

/// TEXT, never a binary fraction. Only what text may bring in (18 digits, 9 decimals) can be read again, so round a
/// computed number before it is stored.
template <>
struct Column<Decimal> : detail::TextColumn<Decimal, detail::stored_decimal> {};
/// "2008-06-30"
template <>
struct Column<Date> : detail::TextColumn<Date, try_parse_date> {};
/// "2008-Q2"
template <>
struct Column<Period> : detail::TextColumn<Period, try_parse_period> {};

/// The enumerator's name, without a trailing underscore.
template <detail::DescribedEnum T>
struct Column<T> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, T value) {
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
      if (found || enumerator.value != value) return;
      found = true;
      statement.bind_text(parameter, detail::plain_name(enumerator.name), Keep::callers);
    });
    if (!found) detail::throw_unknown_name(parameter, "(no enumerator)");
  }
  static T read(const Statement& statement, int column) {
    std::string_view text = detail::need_text(statement, column);
    std::optional<T> value;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
      if (!value && detail::plain_name(enumerator.name) == text) value = enumerator.value;
    });
    if (!value) detail::throw_unknown_name(column, text);
    return *value;
  }
};

template <class T>
struct Column<std::optional<T>> {
  static constexpr Wire wire = Column<T>::wire;
  static void bind(Statement& statement, int parameter, const std::optional<T>& value) {
    if (value)
      Column<T>::bind(statement, parameter, *value);
    else
      statement.bind_null(parameter);
  }
  static std::optional<T> read(const Statement& statement, int column) {
    if (statement.null(column)) return std::nullopt;
    return Column<T>::read(statement, column);
  }
};

template <>
struct Column<std::span<const std::byte>> {
  static constexpr Wire wire = Wire::bytes;
  static void bind(Statement& statement, int parameter, std::span<const std::byte> value) {
    statement.bind_bytes(parameter, value, Keep::callers);
  }
};

template <>
struct Column<std::vector<std::byte>> {
  static constexpr Wire wire = Wire::bytes;
  static void bind(Statement& statement, int parameter, const std::vector<std::byte>& value) {
    statement.bind_bytes(parameter, value, Keep::callers);
  }
  static std::vector<std::byte> read(const Statement& statement, int column) {
    detail::need(statement, column);
    auto bytes = statement.bytes(column);
    return {bytes.begin(), bytes.end()};
  }
};

/// A digest, key or signature of a fixed length.
template <class Element, std::size_t N>
requires(sizeof(Element) == 1) struct Column<std::array<Element, N>> {
  static constexpr Wire wire = Wire::bytes;
  static void bind(Statement& statement, int parameter, const std::array<Element, N>& value) {
    statement.bind_bytes(parameter, std::as_bytes(std::span(value)), Keep::callers);
  }
  static std::array<Element, N> read(const Statement& statement, int column) {
    detail::need(statement, column);
    auto bytes = statement.bytes(column);
    if (bytes.size() != N) detail::throw_out_of_range(column, static_cast<std::int64_t>(bytes.size()));
    std::array<Element, N> value;
    std::memcpy(value.data(), bytes.data(), N);
    return value;
  }
};

}  // namespace entente::db
