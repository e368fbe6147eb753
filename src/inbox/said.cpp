#include "inbox/said.hpp"

#include "discussion/things.hpp"
#include "discussion/plain.hpp"

namespace entente::inbox {
namespace {

struct Row {
  CommentId comment;
  AllianceId alliance;
  SpaceId space;
  discussion::Kind about_kind = discussion::Kind::objective;
  std::string about;
  std::string part;
  CommentId thread;
  PersonId author;
  std::string author_name;
  std::string text;
  Instant at;
  Kind kind = Kind::mention;
  std::string slug;
  std::string alliance_name;
  std::string code;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (comment, alliance, space, about_kind, about, part, thread, author, author_name, text, at, kind, slug, alliance_name, code, label))

/// A reply that mentions the person comes once, as a mention. For the unread ones the database looks at nothing that is read: who has
/// read everything asks often, and gets an answer at once.
const std::string said_sql = fmt::format(
    "SELECT comment.id, comment.alliance, comment.space, comment.about_kind, comment.about, comment.part, comment.thread, comment.author, "
    "person.name, comment.text, said.at, said.kind, alliance.slug, alliance.name, {} FROM ("
    "SELECT mention.comment, mention.at, 'mention' AS kind FROM mention WHERE mention.person = $1 AND $4 <> 'reply' UNION ALL "
    "SELECT reply.id, reply.made_at, 'reply' FROM (SELECT thread, MIN(made_at) AS since FROM comment WHERE author = $1 AND removed_at IS NULL "
    "GROUP BY thread) mine JOIN comment reply ON reply.thread = mine.thread AND reply.made_at >= mine.since "
    "WHERE reply.thread <> reply.id AND $4 <> 'mention' AND "
    "NOT EXISTS (SELECT 1 FROM mention WHERE mention.comment = reply.id AND mention.person = $1)) said "
    "JOIN comment ON comment.id = said.comment JOIN person ON person.id = comment.author JOIN alliance ON alliance.id = comment.alliance {}"
    "WHERE comment.author <> $1 AND comment.removed_at IS NULL AND {} AND (said.at < $2 OR (said.at = $2 AND comment.id < $3)) "
    "AND ($6 = 'all' OR COALESCE((SELECT is_read FROM inbox_mark WHERE inbox_mark.person = $1 AND inbox_mark.item = said.kind || ':' || comment.id), "
    "CASE WHEN said.at <= $7 THEN 1 ELSE 0 END) = 0) "
    "ORDER BY said.at DESC, comment.id DESC LIMIT $5",
    discussion::thing_columns, discussion::joins_of("comment"), discussion::thing_is_there());

std::string title_of(const Row& row) {
  return fmt::format("{} {}", row.author_name, row.kind == Kind::mention ? "mentions you" : "replied");
}

std::string about_of(const Row& row) {
  switch (row.about_kind) {
    case discussion::Kind::charter: return "the charter";
    case discussion::Kind::alliance: return "the alliance";
    case discussion::Kind::link: return "an arrow of the map";
    default: return row.code.empty() ? row.label : row.code + " " + row.label;
  }
}

}  // namespace

Marks::Marks(db::Transaction& transaction, const PersonId& person) {
  until_ = transaction.one<Instant>("SELECT until FROM inbox_until WHERE person = $1", person).value_or(Instant{std::numeric_limits<std::int64_t>::min()});
  transaction.each("SELECT item, is_read FROM inbox_mark WHERE person = $1",
                   [&](const db::Row& row) { items_[row.get<std::string>(0)] = row.get<bool>(1); }, person);
}

bool Marks::is_read(const std::string& key, std::optional<Instant> at) const {
  if (auto found = items_.find(key); found != items_.end()) return found->second;
  return at && *at <= until_;
}

std::string cursor_after(const Item& item) { return fmt::format("{}.{}", item.at->microseconds, item.key.substr(item.key.find(':') + 1)); }

std::vector<Item> said(db::Transaction& transaction, const Viewer& viewer, const Marks& marks, std::optional<Kind> kind, Only only,
                       std::string_view cursor, int limit) {
  std::vector<Item> out;
  if (kind && *kind != Kind::mention && *kind != Kind::reply) return out;
  Instant before{std::numeric_limits<std::int64_t>::max()};
  std::string id;
  if (!cursor.empty()) {
    auto dot = cursor.find('.');
    auto [end, problem] = std::from_chars(cursor.data(), cursor.data() + std::min(dot, cursor.size()), before.microseconds);
    if (dot == std::string_view::npos || problem != std::errc() || end != cursor.data() + dot || !is_id(cursor.substr(dot + 1)))
      throw_bad_field("cursor", "bad_cursor", "This is not where a page ended.");
    id = cursor.substr(dot + 1);
  }
  std::string wanted = kind ? std::string(boost::describe::enum_to_string(*kind, "")) : "all";
  // Some rows may be hidden: then the next ones are looked at, too.
  for (;;) {
    auto rows = transaction.all<Row>(said_sql, viewer.person, before, id, wanted, limit + 1, only == Only::unread ? "unread" : "all", marks.until());
    for (auto& row : rows) {
      before = row.at;
      id = row.comment.text();
      const access::Grant* grant = viewer.grant(row.alliance);
      if (!grant || !discussion::may_see(*grant, row.about_kind, row.space)) continue;
      Item item;
      item.key = fmt::format("{}:{}", boost::describe::enum_to_string(row.kind, ""), row.comment.view());
      item.kind = row.kind;
      item.alliance = {row.alliance, row.slug, row.alliance_name};
      item.title = title_of(row);
      item.about = about_of(row);
      item.detail = discussion::excerpt(discussion::plain(row.text), 240);
      item.at = row.at;
      item.link = discussion::path_of(row.slug, {row.about_kind, row.about, row.part}, *grant, row.space) + "#comment-" + row.comment.text();
      item.spaces = {row.space};
      item.right = discussion::on_the_map(row.about_kind) ? access::Act::read_map : access::Act::read_shared;
      item.read = marks.is_read(item.key, item.at);
      out.push_back(std::move(item));
      if (out.size() == static_cast<std::size_t>(limit) + 1) return out;
    }
    if (rows.size() <= static_cast<std::size_t>(limit)) return out;
  }
}

}  // namespace entente::inbox
