#include "access/foreign_people.hpp"

namespace entente::access {
namespace {

constexpr std::string_view people_sql = "SELECT foreign_id, person FROM foreign_person WHERE alliance = $1";
constexpr std::size_t id_length = PersonId::length;

bool is_of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string with_ids(std::string text, const IdMap& ids) {
  if (ids.empty() || text.size() < id_length) return text;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_of_id(text[at])) continue;
    if (at - begin == id_length)
      if (auto found = ids.find(std::string_view(text).substr(begin, id_length)); found != ids.end()) text.replace(begin, id_length, found->second);
    begin = at + 1;
  }
  return text;
}

IdMap foreign_people(db::Transaction& transaction, const AllianceId& alliance) {
  IdMap ids;
  transaction.each(people_sql, [&](const db::Row& row) { ids.emplace(row.text(0), row.text(1)); }, alliance);
  return ids;
}

}  // namespace entente::access
