#include "search/find.hpp"

#include "base/text.hpp"
#include "discussion/things.hpp"
#include "search/words.hpp"

namespace entente::search {
namespace {

struct Row {
  std::string thing;
  std::string kind;
  AllianceId alliance;
  SpaceId space;
  std::string about_kind;
  std::string about;
  std::string code;
  std::string title;
  std::string slug;
  std::string alliance_name;
};
BOOST_DESCRIBE_STRUCT(Row, (), (thing, kind, alliance, space, about_kind, about, code, title, slug, alliance_name))

/// How many are looked at to find the best: the newest of them.
constexpr int most_looked_at = 300;

// The one place where the two databases are asked differently. "+ 0": the index of the words decides, not the order.
constexpr std::string_view sqlite_sql =
    "SELECT search_entry.thing, search_entry.kind, search_entry.alliance, search_entry.space, search_entry.about_kind, search_entry.about, "
    "search_entry.code, search_entry.title, alliance.slug, alliance.name FROM (SELECT rowid FROM search_text WHERE search_text MATCH $1) hit "
    "JOIN search_entry ON search_entry.number = hit.rowid JOIN alliance ON alliance.id = search_entry.alliance "
    "WHERE ($2 = '' OR search_entry.kind = $2) ORDER BY hit.rowid DESC LIMIT $3";
constexpr std::string_view postgres_sql =
    "SELECT search_entry.thing, search_entry.kind, search_entry.alliance, search_entry.space, search_entry.about_kind, search_entry.about, "
    "search_entry.code, search_entry.title, alliance.slug, alliance.name FROM search_entry JOIN alliance ON alliance.id = search_entry.alliance "
    "WHERE search_entry.text @@ CAST($1 AS tsquery) AND ($2 = '' OR search_entry.kind = $2) ORDER BY search_entry.number + 0 DESC LIMIT $3";

// Everybody with whom the person shares an alliance.
constexpr std::string_view people_sql =
    "SELECT theirs.person, theirs.alliance, person.name, organisation.name, search_person.words, alliance.slug, alliance.name FROM member mine "
    "JOIN member theirs ON theirs.alliance = mine.alliance AND theirs.state = 'confirmed' "
    "JOIN search_person ON search_person.person = theirs.person JOIN person ON person.id = theirs.person AND person.state = 'confirmed' "
    "JOIN organisation ON organisation.id = person.organisation JOIN alliance ON alliance.id = theirs.alliance "
    "WHERE mine.person = $1 AND mine.state = 'confirmed' AND search_person.words LIKE $2 ORDER BY person.name, person.id, alliance.name LIMIT 2000";

std::vector<Row> ask(db::Transaction& transaction, const Question& question, std::string_view kind) {
  if (question.empty()) return {};
  if (transaction.kind() == db::Kind::sqlite) return transaction.all<Row>(sqlite_sql, for_sqlite(question), kind, most_looked_at);
  return transaction.all<Row>(postgres_sql, for_postgres(question), kind, most_looked_at);
}

std::string joined(std::string_view text, std::string_view between) {
  std::string out;
  for (const auto& word : words_of(text)) out += std::string(out.empty() ? "" : between) + word;
  return out;
}

int place_of(std::string_view kind) {
  constexpr std::array order = {"alliance", "theme", "objective", "measure", "initiative", "service_level", "win", "value", "agreement", "review",
                                "benefit", "workshop", "card", "finding", "person", "file", "comment"};
  return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

Hit hit_of(const Row& row, const access::Grant& grant) {
  Hit hit{row.kind, row.thing, row.code, row.title, "", {row.alliance, row.slug, row.alliance_name}, row.space == grant.own, ""};
  if (row.kind == "finding") {
    hit.link = fmt::format("/a/{}/interviews", row.slug);
    return hit;
  }
  discussion::About about{discussion::Kind::objective, row.thing, ""};
  bool is_about = !row.about_kind.empty();
  boost::describe::enum_from_string((is_about ? row.about_kind : row.kind).c_str(), about.kind);
  if (is_about) about.id = row.about;
  hit.link = discussion::path_of(row.slug, about, grant, row.space);
  if (is_about) hit.link += "#" + row.kind + "-" + row.thing;
  return hit;
}

/// The better the lower: how the code or the title answers what was typed.
using Rank = std::tuple<int, int, int, std::string, std::string>;

class Ranking {
 public:
  Ranking(const access::Viewer& viewer, std::string_view text) : viewer_(viewer), code_(joined(text, "")), words_(joined(text, " ")) {}

  void add(const Row& row, Part part) {
    const access::Grant* grant = viewer_.grant(row.alliance);
    if (!grant || !grant->sees(row.space)) return;
    add(hit_of(row, *grant), part);
  }
  void add(Hit hit, Part part) {
    if (!seen_.insert(hit.kind + hit.id).second) return;
    std::string title = joined(hit.title, " ");
    int by = part == Part::code ? (joined(hit.code, "") == code_ ? 0 : 1) : part == Part::title ? 2 : 3;
    int begins = title == words_ ? 0 : title.starts_with(words_) ? 1 : 2;
    Rank rank{by, begins, place_of(hit.kind), by < 2 ? joined(hit.code, " ") : title, hit.id};
    hits_.emplace(std::move(rank), std::move(hit));
  }
  std::size_t size() const { return hits_.size(); }
  Found best(int limit) {
    Found found;
    for (auto& [rank, hit] : hits_) {
      if (found.items.size() == static_cast<std::size_t>(limit)) {
        found.more = true;
        break;
      }
      found.items.push_back(std::move(hit));
    }
    return found;
  }

 private:
  const access::Viewer& viewer_;
  std::string code_;
  std::string words_;
  std::set<std::string> seen_;
  std::map<Rank, Hit> hits_;
};

void find_people(db::Transaction& transaction, const access::Viewer& viewer, std::string_view text, Ranking& ranking) {
  auto words = words_of(text);
  if (words.empty()) return;
  auto longest = *std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  transaction.each(
      people_sql,
      [&](const db::Row& row) {
        const access::Grant* grant = viewer.grant(row.get<AllianceId>(1));
        if (!grant || !grant->may(access::Act::read_shared)) return;
        std::string theirs = row.get<std::string>(4);
        if (!std::all_of(words.begin(), words.end(), [&](const auto& word) { return theirs.find(" " + word) != std::string::npos; })) return;
        Hit hit{"person", row.get<std::string>(0), "", row.get<std::string>(2), row.get<std::string>(3),
                {*AllianceId::parse(row.get<std::string>(1)), row.get<std::string>(5), row.get<std::string>(6)}, false, ""};
        std::string name = joined(hit.title, "+");
        hit.link = fmt::format("/a/{}/people?q={}", hit.alliance.slug, name);
        ranking.add(std::move(hit), Part::title);
      },
      viewer.person, "% " + longest + "%");
}

}  // namespace

Found find(db::Transaction& transaction, const access::Viewer& viewer, std::string_view text, std::string_view kind, int limit) {
  Ranking ranking(viewer, text);
  for (const auto& row : ask(transaction, question_of(viewer, text, Part::code), kind)) ranking.add(row, Part::code);
  for (const auto& row : ask(transaction, question_of(viewer, text, Part::title), kind)) ranking.add(row, Part::title);
  if (kind.empty() || kind == "person") find_people(transaction, viewer, text, ranking);
  if (ranking.size() <= static_cast<std::size_t>(limit))
    for (const auto& row : ask(transaction, question_of(viewer, text, Part::all), kind)) ranking.add(row, Part::all);
  return ranking.best(limit);
}

}  // namespace entente::search
