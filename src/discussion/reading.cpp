// What the lists of comments show.
#include "base/text.hpp"
#include "discussion/store.hpp"

namespace entente::discussion {
namespace {

using access::Grant;

struct Row {
  CommentId id;
  std::int64_t version = 0;
  CommentId thread;
  SpaceId space;
  PersonId author;
  std::string name;
  std::string organisation;
  std::optional<std::string> mark_letter;
  std::optional<std::string> mark_style;
  std::string text;
  Instant made_at;
  std::optional<Instant> edited_at;
  std::optional<Instant> resolved_at;
  std::optional<std::string> resolved_by;
  std::optional<Instant> removed_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, version, thread, space, author, name, organisation, mark_letter, mark_style, text, made_at, edited_at, resolved_at,
                       resolved_by, removed_at))

// Whole threads, the newest first, each by time. A thing lies in one space, but what was said while it lay in the viewer's own
// stays there.
constexpr std::string_view threads_sql =
    "SELECT comment.id, comment.version, comment.thread, comment.space, comment.author, person.name, organisation.name, party.mark_letter, "
    "party.mark_style, comment.text, comment.made_at, comment.edited_at, comment.resolved_at, resolver.name, comment.removed_at "
    "FROM (SELECT id, made_at FROM comment WHERE about = $1 AND part = $2 AND thread = id AND (space = $3 OR space = $4) AND "
    "(made_at < $5 OR (made_at = $5 AND id < $6)) ORDER BY made_at DESC, id DESC LIMIT $7) begun "
    "JOIN comment ON comment.thread = begun.id JOIN person ON person.id = comment.author "
    "JOIN organisation ON organisation.id = comment.organisation "
    "LEFT JOIN party ON party.alliance = comment.alliance AND party.organisation = comment.organisation "
    "LEFT JOIN person resolver ON resolver.id = comment.resolved_by "
    "ORDER BY begun.made_at DESC, begun.id DESC, CASE WHEN comment.id = begun.id THEN 0 ELSE 1 END, comment.made_at, comment.id";
constexpr std::string_view mentions_sql =
    "SELECT mention.comment, person.id, person.name FROM comment JOIN mention ON mention.comment = comment.id "
    "JOIN person ON person.id = mention.person WHERE comment.about = $1 AND comment.part = $2 AND comment.removed_at IS NULL";
constexpr std::string_view counts_of =
    "SELECT about_kind, about, part, space, CAST(SUM(CASE WHEN removed_at IS NULL THEN 1 ELSE 0 END) AS BIGINT), "
    "CAST(SUM(CASE WHEN removed_at IS NULL AND thread = id AND resolved_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) FROM comment "
    "WHERE alliance = $1 {} GROUP BY about_kind, about, part, space ORDER BY about_kind, about, part";
const std::string all_counts_sql = fmt::format(counts_of, "");
const std::string counts_of_one_sql = fmt::format(counts_of, "AND about = $2 AND part = $3 AND about_kind = $4");
// Comments about what was removed are out of sight with it. Only what is talked about is looked for in the charter.
const std::string removed_things_sql = [] {
  std::string sql;
  for (std::string_view table : charter_tables)
    sql += fmt::format("SELECT id FROM {0} WHERE alliance = $1 AND id IN (SELECT about FROM comment WHERE alliance = $1) AND {1} UNION ALL ", table, gone(table));
  for (std::string_view table : {"initiative", "service_level", "workshop", "benefit"})
    sql += fmt::format("SELECT id FROM {} WHERE alliance = $1 AND removed_at IS NOT NULL{}", table, table == "benefit" ? "" : " UNION ALL ");
  return sql;
}();

struct Cursor {
  Instant before;
  std::string id;
};

/// "1264999800000000.3f…": where the last page ended.
Cursor cursor_of(std::string_view text) {
  if (text.empty()) return {{std::numeric_limits<std::int64_t>::max()}, ""};
  Cursor cursor;
  auto dot = text.find('.');
  auto [end, problem] = std::from_chars(text.data(), text.data() + std::min(dot, text.size()), cursor.before.microseconds);
  if (dot == std::string_view::npos || problem != std::errc() || end != text.data() + dot || !is_id(text.substr(dot + 1)))
    throw_bad_field("cursor", "bad_cursor", "This is not where a page ended.");
  cursor.id = text.substr(dot + 1);
  return cursor;
}

void put(const Row& row, const Viewer& viewer, const std::multimap<CommentId, Mentioned>& mentions, CommentView& view) {
  view.id = row.id;
  view.version = row.version;
  view.by = {row.author, row.name, row.organisation, row.mark_letter.value_or(""), row.mark_style.value_or("")};
  view.made_at = row.made_at;
  view.edited_at = row.edited_at;
  view.removed = row.removed_at.has_value();
  view.mine = row.author == viewer.person;
  if (view.removed) return;
  view.text = row.text;
  for (auto [at, end] = mentions.equal_range(row.id); at != end; ++at) view.mentions.push_back(at->second);
}

}  // namespace

CommentList list(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about, std::string_view cursor, int limit) {
  Thing thing = need_thing(transaction, viewer, about);
  if (thing.alliance != alliance) throw_not_found();
  const Grant& grant = *viewer.grant(alliance);
  CommentList out;
  out.may_comment = !viewer.operator_ && may_comment(grant, about.kind, thing.space);
  out.is_private = thing.space == grant.own;
  Cursor from = cursor_of(cursor);
  std::multimap<CommentId, Mentioned> mentions;
  transaction.each(
      mentions_sql, [&](const db::Row& row) { mentions.emplace(row.get<CommentId>(0), Mentioned{row.get<PersonId>(1), row.get<std::string>(2)}); },
      about.id, about.part);
  SpaceId own = may_see(grant, about.kind, grant.own) ? grant.own : thing.space;
  for (const auto& row : transaction.all<Row>(threads_sql, about.id, about.part, thing.space, own, from.before, from.id, limit + 1)) {
    if (row.thread == row.id) {
      if (out.items.size() == static_cast<std::size_t>(limit)) {
        out.next = fmt::format("{}.{}", out.items.back().made_at.microseconds, out.items.back().id.view());
        break;
      }
      ThreadView& thread = out.items.emplace_back();
      put(row, viewer, mentions, thread);
      thread.resolved_at = row.resolved_at;
      thread.resolved_by = row.resolved_by.value_or("");
    } else if (!out.items.empty() && out.items.back().id == row.thread) {
      put(row, viewer, mentions, out.items.back().replies.emplace_back());
    }
  }
  return out;
}

std::vector<CommentCount> counts(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const std::vector<About>& things) {
  const Grant& grant = viewer.need(alliance, access::Act::read_map);
  std::set<std::string> removed;
  std::vector<CommentCount> out;
  auto take = [&](const db::Row& row) {
    About about{row.get<Kind>(0), row.get<std::string>(1), row.get<std::string>(2)};
    if (!may_see(grant, about.kind, row.get<SpaceId>(3)) || removed.contains(about.id)) return;
    if (out.empty() || out.back().about != about.text()) out.push_back({about.text(), 0, 0});
    out.back().comments += row.get<std::int64_t>(4);
    out.back().open_threads += row.get<std::int64_t>(5);
  };
  if (things.empty()) {
    for (auto& id : transaction.all<std::string>(removed_things_sql, alliance)) removed.insert(std::move(id));
    transaction.each(all_counts_sql, take, alliance);
  }
  // Whoever asks of one thing does not wait for all of the alliance.
  std::map<std::string, About> asked;
  for (const auto& thing : things) asked.emplace(thing.text(), thing);
  for (const auto& [text, thing] : asked)
    if (find_thing(transaction, viewer, {thing.kind, thing.id, ""})) transaction.each(counts_of_one_sql, take, alliance, thing.id, thing.part, thing.kind);
  std::erase_if(out, [](const CommentCount& count) { return count.comments == 0; });
  return out;
}

std::vector<EarlierText> earlier_texts(db::Transaction& transaction, const Viewer& viewer, const CommentId& id) {
  auto found = transaction.one<std::tuple<AllianceId, SpaceId, Kind, std::string, std::string, std::optional<Instant>>>(
      "SELECT alliance, space, about_kind, about, part, removed_at FROM comment WHERE id = $1", id);
  if (!found) throw_not_found();
  auto [alliance, space, kind, about, part, removed_at] = *found;
  const Grant* grant = viewer.grant(alliance);
  if (!grant || !may_see(*grant, kind, space)) throw_not_found();
  if (removed_at) return {};
  need_thing(transaction, viewer, {kind, about, part});
  return transaction.all<EarlierText>("SELECT version, text, until FROM comment_text WHERE comment = $1 ORDER BY version", id);
}

}  // namespace entente::discussion
