// Lights that one side contests: the theme's leader is asked, and the steering of the other sides.
#include "inbox/said.hpp"
#include "model/reviewed.hpp"

namespace entente::inbox {
namespace {

using access::Role;

struct Row {
  VerdictId id;
  AllianceId alliance;
  SpaceId space;
  std::string object;
  Period period;
  PartyId party;
  PersonId by_person;
  std::string reason;
  Instant said_at;
  std::string by;
  std::string code;
  std::string title;
  ThemeId theme;
  std::string slug;
  std::string alliance_name;
  std::string zone;
  std::optional<Instant> frozen_at;
  std::optional<Date> frozen_day;  ///< the last one of the period, as the review saw it
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, alliance, space, object, period, party, by_person, reason, said_at, by, code, title, theme, slug, alliance_name, zone, frozen_at, frozen_day))

// A party's latest word counts; undone ones do not. An empty code: the light is a theme's.
constexpr std::string_view contested_sql =
    "SELECT light_verdict.id, light_verdict.alliance, light_verdict.space, light_verdict.object, light_verdict.period, light_verdict.party, "
    "light_verdict.by_person, light_verdict.reason, light_verdict.said_at, party_by.name, COALESCE(objective.code, ''), "
    "COALESCE(objective.title, theme.name), COALESCE(objective.theme, theme.id), alliance.slug, alliance.name, alliance.zone, "
    "(SELECT MAX(taken_at) FROM review_freeze WHERE review_freeze.alliance = light_verdict.alliance AND review_freeze.period = light_verdict.period), "
    "(SELECT MAX(last_day) FROM review_freeze WHERE review_freeze.alliance = light_verdict.alliance AND review_freeze.period = light_verdict.period) "
    "FROM member JOIN light_verdict ON light_verdict.alliance = member.alliance AND light_verdict.verdict = 'contested' AND light_verdict.removed_at IS NULL "
    "LEFT JOIN objective ON objective.id = light_verdict.object AND objective.removed_at IS NULL "
    "LEFT JOIN theme ON theme.id = light_verdict.object AND theme.removed_at IS NULL "
    "JOIN party party_by ON party_by.id = light_verdict.party JOIN alliance ON alliance.id = light_verdict.alliance "
    "WHERE member.person = $1 AND (objective.id IS NOT NULL OR theme.id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM light_verdict later "
    "WHERE later.object = light_verdict.object AND later.period = light_verdict.period AND later.party = light_verdict.party "
    "AND later.turn > light_verdict.turn AND later.removed_at IS NULL) ORDER BY light_verdict.said_at, light_verdict.id";

/// Whether a review has dealt with the period since.
bool is_closed(const Row& row) {
  return row.frozen_at && row.frozen_day && *row.frozen_at >= row.said_at && model::closes_period(*row.frozen_at, *row.frozen_day, row.zone);
}

/// Who contests is not asked about it.
bool is_asked(const Viewer& viewer, const access::Grant& grant, const Row& row) {
  if (row.by_person == viewer.person) return false;
  if (grant.roles.has(Role::theme_leader) && grant.leads(row.theme)) return true;
  return grant.roles.has(Role::alliance_manager) && grant.party != row.party;
}

}  // namespace

void add_contested(db::Transaction& transaction, const Viewer& viewer, std::vector<Item>& out) {
  for (const auto& row : transaction.all<Row>(contested_sql, viewer.person)) {
    const access::Grant* grant = viewer.grant(row.alliance);
    if (!grant || !grant->may(access::Act::read_shared) || !grant->sees(row.space)) continue;
    if (is_closed(row) || !is_asked(viewer, *grant, row)) continue;
    Item item;
    item.key = "contested:" + row.id.text();
    item.kind = Kind::contested;
    item.alliance = {row.alliance, row.slug, row.alliance_name};
    item.title = fmt::format("{} contests a light", row.by);
    item.about = fmt::format("{}{}{}, {}", row.code, row.code.empty() ? "" : " ", row.title, model::label_of(row.period));
    item.detail = row.reason;
    item.at = row.said_at;
    item.spaces = {row.space};
    item.link = fmt::format("/a/{}/{}/{}?period={}", row.slug, row.code.empty() ? "scorecards" : "o", row.object, row.period.text());
    out.push_back(std::move(item));
  }
}

}  // namespace entente::inbox
