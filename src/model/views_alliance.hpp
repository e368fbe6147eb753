#pragma once
#include "model/views_scorecard.hpp"

/// What the lists of alliances, the overview of one, and home get.
namespace entente::model {

struct ThemeLight {
  ThemeId id;
  std::string name;
  std::int64_t colour = 0;
  Light light = Light::grey;
};
BOOST_DESCRIBE_STRUCT(ThemeLight, (), (id, name, colour, light))

struct AllianceItem {
  AllianceId id;
  std::string slug;
  std::string name;
  alliance::Kind kind = alliance::Kind::alliance;
  alliance::Stage stage = alliance::Stage::strategy;
  std::optional<alliance::PartnerType> partner_type;
  std::vector<PartyView> parties;
  Light light = Light::grey;
  std::optional<Light> split;
  std::optional<Decimal> score;
  Trend trend = Trend::insufficient;
  std::optional<Decimal> coverage;
  std::optional<std::string> period;
  std::vector<ThemeLight> themes;
  int reds = 0;
  int yellows = 0;
  int greens = 0;
  int greys = 0;
  std::optional<std::string> worst;  ///< in a line
  Instant updated_at;
  bool ratified = false;
};
BOOST_DESCRIBE_STRUCT(AllianceItem, (),
                      (id, slug, name, kind, stage, partner_type, parties, light, split, score, trend, coverage, period, themes, reds,
                       yellows, greens, greys, worst, updated_at, ratified))

struct AllianceList {
  std::vector<AllianceItem> items;
  std::optional<std::string> next;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(AllianceList, (), (items, next, total))

struct MeView {
  std::vector<Role> roles;
  std::optional<PartyId> party;
  std::vector<ThemeId> themes;
};
BOOST_DESCRIBE_STRUCT(MeView, (), (roles, party, themes))

struct FreshnessRow {
  std::optional<PartyId> party;
  std::string name;
  int due = 0;
  int missing = 0;
  int stale = 0;
  int total = 0;
};
BOOST_DESCRIBE_STRUCT(FreshnessRow, (), (party, name, due, missing, stale, total))

struct MaskedRow {
  std::string code;
  std::string title;
  std::string link;
  Light light = Light::red;
};
BOOST_DESCRIBE_STRUCT(MaskedRow, (), (code, title, link, light))

struct RedRow {
  ObjectiveId id;
  std::string code;
  std::string title;
  ThemeId theme;
  std::string why;
  std::optional<std::string> since;
  Trend trend = Trend::insufficient;
};
BOOST_DESCRIBE_STRUCT(RedRow, (), (id, code, title, theme, why, since, trend))

struct InitiativeBrief {
  InitiativeId id;
  std::string name;
  Decimal progress;
  Decimal planned;
  std::optional<Date> due;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(InitiativeBrief, (), (id, name, progress, planned, due, late))

struct Overview {
  std::vector<MaskedRow> masked;
  std::vector<RedRow> reds;
  std::vector<InitiativeBrief> initiatives;
  std::vector<HistoryCell> history;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (masked, reds, initiatives, history))

struct AllianceView : AllianceItem {
  std::optional<CharterRef> charter;  ///< the version shown; nothing: the working draft
  std::int64_t version = 0;
  std::string description;
  std::string source;
  std::string vision;
  std::string mission;
  Instant created_at;
  CalendarView calendar;
  std::string currency;
  std::string zone;
  PeriodInfo period_info;
  Rights rights;
  MeView me;
  Judgement judgement;
  std::vector<FreshnessRow> freshness;
  Overview overview;
};
BOOST_DESCRIBE_STRUCT(AllianceView, (AllianceItem),
                      (charter, version, description, source, vision, mission, created_at, calendar, currency, zone, period_info, rights, me,
                       judgement, freshness, overview))


enum class NeedKind : std::uint8_t { value_due, value_missing, red_objective, invitation, not_placed, unowned_measure, light_consent, accept, dispute, contested };
BOOST_DESCRIBE_ENUM(NeedKind, value_due, value_missing, red_objective, invitation, not_placed, unowned_measure, light_consent, accept, dispute, contested)

struct Need {
  NeedKind kind = NeedKind::value_due;
  std::optional<AllianceHead> alliance;
  std::string title;
  std::string detail;
  std::optional<Date> due;
  std::optional<Light> light;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(Need, (), (kind, alliance, title, detail, due, light, link))

struct Home {
  std::vector<Need> needs;
  std::vector<AllianceItem> alliances;
};
BOOST_DESCRIBE_STRUCT(Home, (), (needs, alliances))

}  // namespace entente::model
