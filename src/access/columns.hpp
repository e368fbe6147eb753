#pragma once
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/period.hpp"
#include "db/column.hpp"
#include "json/json.hpp"

/// How the lists and documents inside a row are stored: identifiers as text with blanks between, everything described as
/// JSON text.
namespace entente::db {

template <class Kind>
struct Column<std::vector<Id<Kind>>> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const std::vector<Id<Kind>>& ids) {
    std::string text;
    for (const auto& id : ids) text += (text.empty() ? "" : " ") + id.text();
    statement.bind_text(parameter, text, Keep::copy);
  }
  static std::vector<Id<Kind>> read(const Statement& statement, int column) {
    std::vector<Id<Kind>> out;
    std::string_view text = statement.text(column);
    for (; text.size() >= Id<Kind>::length; text.remove_prefix(std::min(text.size(), Id<Kind>::length + 1)))
      if (auto id = Id<Kind>::parse(text.substr(0, Id<Kind>::length))) out.push_back(*id);
    return out;
  }
};

template <>
struct Column<json::Raw> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const json::Raw& raw) { statement.bind_text(parameter, raw.text, Keep::callers); }
  static json::Raw read(const Statement& statement, int column) { return {std::string(statement.text(column))}; }
};

template <detail::DescribedStruct T>
struct Column<std::vector<T>> {
  static constexpr Wire wire = Wire::text;
  static void bind(Statement& statement, int parameter, const std::vector<T>& items) {
    statement.bind_text(parameter, json::text(items), Keep::copy);
  }
  static std::vector<T> read(const Statement& statement, int column) {
    return json::read_kept<std::vector<T>>(statement.text(column));
  }
};

}  // namespace entente::db
