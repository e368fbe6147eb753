#include "discussion/things.hpp"

namespace entente::discussion {
namespace {

struct Row {
  AllianceId alliance;
  SpaceId space;
  std::string code;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Row, (), (alliance, space, code, label))

std::string sql_of(Kind kind) {
  switch (kind) {
    case Kind::objective: return "SELECT alliance, space, code, title FROM objective WHERE id = $1 AND NOT " + gone("objective");
    case Kind::measure: return "SELECT alliance, space, code, name FROM measure WHERE id = $1 AND NOT " + gone("measure");
    case Kind::initiative: return "SELECT alliance, space, '', name FROM initiative WHERE id = $1 AND removed_at IS NULL";
    case Kind::theme: return "SELECT alliance, space, '', name FROM theme WHERE id = $1 AND NOT " + gone("theme");
    case Kind::win: return "SELECT alliance, space, '', text FROM win WHERE id = $1 AND NOT " + gone("win");
    case Kind::value: return "SELECT alliance, space, '', text FROM shared_value WHERE id = $1 AND NOT " + gone("shared_value");
    case Kind::link:
      return "SELECT link.alliance, link.space, '', cause.code || ' → ' || effect.code FROM link JOIN objective cause ON cause.id = link.cause "
             "JOIN objective effect ON effect.id = link.effect WHERE link.id = $1 AND NOT " +
             gone("link");
    case Kind::charter: return "SELECT alliance, space, '', 'Charter, version ' || CAST(number AS TEXT) FROM charter WHERE id = $1";
    case Kind::perspective: return "SELECT alliance, space, '', name FROM perspective WHERE id = $1 AND NOT " + gone("perspective");
    case Kind::service_level: return "SELECT alliance, space, code, name FROM service_level WHERE id = $1 AND removed_at IS NULL";
    case Kind::review: return "SELECT alliance, space, '', title FROM review_freeze WHERE id = $1";
    case Kind::agreement: return "SELECT alliance, space, '', name FROM agreement WHERE id = $1 AND space IS NOT NULL";
    case Kind::workshop: return "SELECT alliance, space, '', title FROM workshop WHERE id = $1 AND removed_at IS NULL";
    case Kind::benefit: return "SELECT alliance, space, '', title FROM benefit WHERE id = $1 AND removed_at IS NULL";
    case Kind::alliance:
      return "SELECT alliance.id, space.id, '', alliance.name FROM alliance JOIN space ON space.alliance = alliance.id AND space.kind = 'shared' "
             "WHERE alliance.id = $1";
  }
  return "";
}

// An item may stand in the version itself, or in an earlier one from which it was taken out.
constexpr std::string_view item_of_charter_sql =
    "SELECT COUNT(*) FROM charter JOIN charter earlier ON earlier.space = charter.space AND earlier.number <= charter.number "
    "JOIN charter_document ON charter_document.charter = earlier.id WHERE charter.id = $1 AND charter_document.document LIKE $2";

}  // namespace

std::string gone(std::string_view table) {
  return fmt::format("({0}.removed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM charter JOIN charter_document ON charter_document.charter = charter.id "
                     "WHERE charter.space = {0}.space AND charter.state = 'in_force' AND charter_document.document LIKE '%\"' || {0}.id || '\"%'))",
                     table);
}

std::string joins_of(std::string_view table) {
  std::string out;
  for (std::string_view thing : {"objective", "measure", "initiative", "theme", "win", "shared_value", "link", "charter", "perspective", "service_level",
                                 "review_freeze", "agreement", "workshop", "benefit"})
    out += fmt::format(" LEFT JOIN {0} ON {0}.id = {1}.about", thing, table);
  return out + " ";
}

std::optional<Thing> find_thing(db::Transaction& transaction, const access::Viewer& viewer, const About& about) {
  auto row = transaction.one<Row>(sql_of(about.kind), about.id);
  if (!row) return std::nullopt;
  const access::Grant* grant = viewer.grant(row->alliance);
  if (!grant || !may_see(*grant, about.kind, row->space)) return std::nullopt;
  if (!about.part.empty() && about.part != "terms" &&
      *transaction.one<std::int64_t>(item_of_charter_sql, about.id, "%\"" + about.part + "\"%") == 0)
    return std::nullopt;
  return Thing{about, row->alliance, row->space, std::move(row->code), std::move(row->label)};
}

Thing need_thing(db::Transaction& transaction, const access::Viewer& viewer, const About& about) {
  auto thing = find_thing(transaction, viewer, about);
  if (!thing) throw_not_found();
  return std::move(*thing);
}

namespace {

std::string page_of(std::string_view slug, const About& about, const access::Grant& reader) {
  switch (about.kind) {
    case Kind::objective: return fmt::format("/a/{}/o/{}", slug, about.id);
    case Kind::measure: return fmt::format("/a/{}/m/{}", slug, about.id);
    case Kind::initiative: return fmt::format("/a/{}/i/{}", slug, about.id);
    case Kind::theme:
      return reader.may(access::Act::read_shared) ? fmt::format("/a/{}/scorecards/{}", slug, about.id)
                                                  : fmt::format("/a/{}/map?talk=theme:{}", slug, about.id);
    case Kind::charter:
      return about.part.empty() ? fmt::format("/a/{}/charter", slug) : fmt::format("/a/{}/charter/difference?to={}&item={}", slug, about.id, about.part);
    case Kind::service_level: return fmt::format("/a/{}/service-levels/{}", slug, about.id);
    case Kind::review: return fmt::format("/a/{}/reviews/{}", slug, about.id);
    case Kind::agreement: return fmt::format("/a/{}/agreements", slug);
    case Kind::workshop: return fmt::format("/a/{}/workshops/{}", slug, about.id);
    case Kind::benefit: return fmt::format("/a/{}/value", slug);
    case Kind::perspective:
    case Kind::link:
    case Kind::win:
    case Kind::value: return fmt::format("/a/{}/map?talk={}:{}", slug, name(about.kind), about.id);
    case Kind::alliance: return fmt::format("/a/{}", slug);
  }
  return "";
}

}  // namespace

std::string path_of(std::string_view slug, const About& about, const access::Grant& reader, const SpaceId& space) {
  std::string path = page_of(slug, about, reader);
  // Service levels have one view.
  if (space == reader.own && about.kind != Kind::service_level) path += path.find('?') == std::string::npos ? "?side=ours" : "&side=ours";
  return path;
}

std::string thing_is_there() {
  std::string sql = " COALESCE(initiative.removed_at, service_level.removed_at, workshop.removed_at, benefit.removed_at) IS NULL ";
  for (std::string_view table : charter_tables) sql += fmt::format("AND NOT {} ", gone(table));
  return sql;
}

}  // namespace entente::discussion
