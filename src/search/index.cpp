#include "search/index.hpp"

#include "base/text.hpp"
#include "discussion/plain.hpp"
#include "discussion/rules.hpp"
#include "discussion/things.hpp"
#include "search/words.hpp"

namespace entente::search {
namespace {

constexpr std::size_t longest_title = 160;

struct Source {
  std::string_view kind;
  std::string all_sql;
  std::string one_sql;  ///< the one whose identifier is $1
  std::string alliance_sql;  ///< those of the alliance $1
};

/// Whence the entries of a kind come. What was removed has none.
const std::vector<Source>& sources() {
  static const std::vector<Source> list = [] {
    std::vector<Source> made;
    auto add = [&](std::string_view kind, std::string_view id, std::string sql) {
      auto table = id.substr(0, id.find('.') == std::string_view::npos ? 0 : id.find('.'));
      std::string alliance = kind == "alliance" ? "alliance.id" : table.empty() ? "alliance" : fmt::format("{}.alliance", table);
      made.push_back({kind, sql, fmt::format("{} AND {} = $1", sql, id), fmt::format("{} AND {} = $1", sql, alliance)});
    };
    add("objective", "id", "SELECT id, 'objective', alliance, space, '', '', code, title, description FROM objective WHERE removed_at IS NULL");
    add("measure", "id", "SELECT id, 'measure', alliance, space, '', '', code, name, definition FROM measure WHERE removed_at IS NULL");
    add("initiative", "id", "SELECT id, 'initiative', alliance, space, '', '', '', name, description FROM initiative WHERE removed_at IS NULL");
    add("service_level", "id",
        "SELECT id, 'service_level', alliance, space, '', '', code, name, promise FROM service_level WHERE removed_at IS NULL");
    add("win", "id", "SELECT id, 'win', alliance, space, '', '', '', text, '' FROM win WHERE removed_at IS NULL");
    add("value", "id", "SELECT id, 'value', alliance, space, '', '', '', text, description FROM shared_value WHERE removed_at IS NULL");
    add("workshop", "id", "SELECT id, 'workshop', alliance, space, '', '', '', title, purpose FROM workshop WHERE removed_at IS NULL");
    // A card stands on the board of its workshop, and goes with it.
    add("card", "card.id",
        "SELECT card.id, 'card', card.alliance, card.space, 'workshop', card.workshop, '', card.title, card.description FROM card "
        "JOIN workshop ON workshop.id = card.workshop WHERE card.removed_at IS NULL AND workshop.removed_at IS NULL");
    add("finding", "id", "SELECT id, 'finding', alliance, space, '', '', '', text, words FROM finding WHERE removed_at IS NULL");
    add("agreement", "id", "SELECT id, 'agreement', alliance, space, '', '', '', name, summary FROM agreement WHERE space IS NOT NULL");
    add("review", "id", "SELECT id, 'review', alliance, space, '', '', '', title, note FROM review_freeze WHERE 1 = 1");
    add("benefit", "id",
        "SELECT id, 'benefit', alliance, space, '', '', '', title, baseline || ' ' || evidence FROM benefit WHERE removed_at IS NULL");
    add("theme", "id", "SELECT id, 'theme', alliance, space, '', '', '', name, description FROM theme WHERE removed_at IS NULL");
    add("alliance", "alliance.id",
        "SELECT alliance.id, 'alliance', alliance.id, space.id, '', '', '', alliance.name, alliance.description || ' ' || alliance.vision || ' ' || "
        "alliance.mission FROM alliance JOIN space ON space.alliance = alliance.id AND space.kind = 'shared' WHERE 1 = 1");
    add("comment", "comment.id",
        fmt::format("SELECT comment.id, 'comment', comment.alliance, comment.space, comment.about_kind, comment.about, '', '', comment.text FROM comment {} "
                    "WHERE comment.removed_at IS NULL AND {}",
                    discussion::joins_of("comment"), discussion::thing_is_kept));
    add("file", "attachment.id",
        fmt::format("SELECT attachment.id, 'file', attachment.alliance, attachment.space, attachment.about_kind, attachment.about, '', attachment.name, '' "
                    "FROM attachment {} WHERE attachment.removed_at IS NULL AND {}",
                    discussion::joins_of("attachment"), discussion::thing_is_kept));
    return made;
  }();
  return list;
}

const Source* source_of(std::string_view kind) {
  for (const auto& source : sources())
    if (source.kind == kind) return &source;
  return nullptr;
}

/// What is said about the thing $1, attached to it, or stands on its board.
const std::array<std::string, 3>& about_sql() {
  static const std::array sql = {source_of("comment")->all_sql + " AND comment.about = $1", source_of("file")->all_sql + " AND attachment.about = $1",
                                 source_of("card")->all_sql + " AND card.workshop = $1"};
  return sql;
}

constexpr std::string_view insert_sql =
    "INSERT INTO search_entry (thing, kind, alliance, space, about_kind, about, code, title, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view remove_sql = "DELETE FROM search_entry WHERE thing = $1";
constexpr std::string_view remove_about_sql = "DELETE FROM search_entry WHERE about = $1";
// SQLite only: PostgreSQL keeps the words with the row.
constexpr std::string_view add_text_sql = "INSERT INTO search_text (rowid, words) SELECT number, words FROM search_entry WHERE thing = $1";
constexpr std::string_view remove_text_sql =
    "INSERT INTO search_text (search_text, rowid, words) SELECT 'delete', number, words FROM search_entry WHERE thing = $1";
constexpr std::string_view remove_text_about_sql =
    "INSERT INTO search_text (search_text, rowid, words) SELECT 'delete', number, words FROM search_entry WHERE about = $1";
constexpr std::string_view remove_all_text_sql = "INSERT INTO search_text (search_text) VALUES ('delete-all')";
constexpr std::string_view person_sql =
    "SELECT person.id, person.name || ' ' || person.title || ' ' || organisation.name FROM person JOIN organisation ON organisation.id = person.organisation";
const std::string one_person_sql = std::string(person_sql) + " WHERE person.id = $1";
const std::string people_of_alliance_sql =
    std::string(person_sql) + " JOIN member ON member.person = person.id WHERE member.alliance = $1";
constexpr std::string_view insert_person_sql =
    "INSERT INTO search_person (person, words) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET words = excluded.words";

bool for_everybody(const Entry& entry) {
  if (entry.kind == "finding") return false;
  discussion::Kind about = discussion::Kind::objective;
  if (!entry.about_kind.empty()) boost::describe::enum_from_string(entry.about_kind.c_str(), about);
  else boost::describe::enum_from_string(entry.kind.c_str(), about);
  return discussion::on_the_map(about);
}

/// " anna verbeke alliance manager": each word after a blank, so that LIKE finds beginnings.
void write_person(db::Transaction& transaction, const PersonId& person, const std::string& text) {
  std::string words;
  for (const auto& word : words_of(text)) words += " " + word;
  transaction.run(insert_person_sql, person, words);
}

using PersonRow = std::tuple<PersonId, std::string>;

void index_person(db::Transaction& transaction, const std::string& id) {
  for (const auto& [person, text] : transaction.all<PersonRow>(one_person_sql, id)) write_person(transaction, person, text);
}

void index_thing(db::Transaction& transaction, const Source& source, const access::ActDraft& draft) {
  if (transaction.kind() == db::Kind::sqlite) transaction.run(remove_text_sql, draft.object_id);
  transaction.run(remove_sql, draft.object_id);
  write_entries(transaction, transaction.all<Entry>(source.one_sql, draft.object_id));
}

/// What is said about a thing, or attached to it, comes and goes with it.
void index_what_is_about(db::Transaction& transaction, const std::string& thing) {
  if (transaction.kind() == db::Kind::sqlite) transaction.run(remove_text_about_sql, thing);
  transaction.run(remove_about_sql, thing);
  for (const auto& sql : about_sql()) write_entries(transaction, transaction.all<Entry>(sql, thing));
}

bool is_talked_about(std::string_view object) {
  discussion::Kind kind;
  return boost::describe::enum_from_string(std::string(object).c_str(), kind);
}

}  // namespace

void write_entries(db::Transaction& transaction, const std::vector<Entry>& entries) {
  using Row = std::tuple<std::string, std::string, AllianceId, SpaceId, std::string, std::string, std::string, std::string, std::string>;
  std::vector<Row> rows;
  for (const auto& entry : entries) {
    bool comment = entry.kind == "comment";
    std::string body = comment ? discussion::plain(entry.body) : entry.body;
    // These are sentences of their own rather than names.
    bool is_text = comment || entry.kind == "win" || entry.kind == "value" || entry.kind == "finding";
    std::string title = is_text ? discussion::excerpt(comment ? body : entry.title, longest_title) : entry.title;
    auto reach = for_everybody(entry) ? Reach::everybody : Reach::not_map_only;
    rows.emplace_back(entry.thing, entry.kind, entry.alliance, entry.space, entry.about_kind, entry.about, entry.code, title,
                      indexed_words(entry.space, reach, entry.code, entry.title, body));
  }
  if (rows.empty()) return;
  transaction.bulk(insert_sql, rows);
  if (transaction.kind() != db::Kind::sqlite) return;
  std::vector<std::tuple<std::string>> things;
  for (const auto& entry : entries) things.emplace_back(entry.thing);
  transaction.bulk(add_text_sql, things);
}

void watch(access::Door& all) {
  all.on_act([](access::Door&, db::Transaction& transaction, const access::Viewer&, const access::ActDraft& draft) {
    if (draft.object == "person") index_person(transaction, draft.object_id);
    if (const Source* source = source_of(draft.object == "freeze" ? "review" : draft.object)) index_thing(transaction, *source, draft);
    if ((draft.kind == "removed" || draft.kind == "undone") && is_talked_about(draft.object)) index_what_is_about(transaction, draft.object_id);
  });
}

void index_alliance(db::Transaction& transaction, const AllianceId& alliance) {
  for (const auto& source : sources()) write_entries(transaction, transaction.all<Entry>(source.alliance_sql, alliance));
  for (const auto& [person, text] : transaction.all<PersonRow>(people_of_alliance_sql, alliance)) write_person(transaction, person, text);
}

void make_if_old(access::Door& door) {
  auto present = door.read([](db::Transaction& transaction) { return transaction.one<std::int64_t>("SELECT rules FROM search_state"); });
  if (present == rules) return;
  door.write(db::Sight::of_system("search"), [](db::Transaction& transaction) {
    if (transaction.run("UPDATE search_state SET rules = $1 WHERE rules <> $1", rules) == 0) return;
    if (transaction.kind() == db::Kind::sqlite) transaction.run(remove_all_text_sql);
    transaction.run("DELETE FROM search_entry");
    for (const auto& source : sources()) write_entries(transaction, transaction.all<Entry>(source.all_sql));
    for (const auto& [person, text] : transaction.all<PersonRow>(person_sql)) write_person(transaction, person, text);
  });
}

}  // namespace entente::search
