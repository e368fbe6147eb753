#include "base/zone.hpp"
#include "inbox/said.hpp"

namespace entente::inbox {
namespace {

using access::Act;
using access::Reach;

struct CharterRow {
  CharterId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t number = 0;
  std::string note;
  Instant made_at;
  std::string by;
  std::string slug;
  std::string alliance_name;
  std::int64_t named = 0;  ///< as one who may sign
};
BOOST_DESCRIBE_STRUCT(CharterRow, (), (id, alliance, space, number, note, made_at, by, slug, alliance_name, named))

// Versions on which the person's party has to speak, and has not.
constexpr std::string_view charters_sql =
    "SELECT charter.id, charter.alliance, charter.space, charter.number, charter.note, charter.made_at, party_by.name, alliance.slug, alliance.name, "
    "(SELECT COUNT(*) FROM signatory WHERE signatory.alliance = charter.alliance AND signatory.person = $1 AND signatory.organisation = party.organisation) "
    "FROM member JOIN party ON party.id = member.party JOIN charter ON charter.alliance = member.alliance AND charter.state = 'proposed' "
    "JOIN space ON space.id = charter.space JOIN party party_by ON party_by.id = charter.made_by_party JOIN alliance ON alliance.id = charter.alliance "
    "WHERE member.person = $1 AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.charter = charter.id AND consent.party = party.id) AND "
    "((space.kind = 'shared' AND party.kind = 'partner' AND party.state = 'confirmed') OR EXISTS (SELECT 1 FROM agreement_party "
    "WHERE agreement_party.agreement = space.agreement AND agreement_party.party = party.id AND agreement_party.must_ratify = 1)) "
    "ORDER BY charter.made_at, charter.id";

struct AgreementRow {
  AgreementId id;
  AllianceId alliance;
  SpaceId space;
  std::string name;
  std::string summary;
  Instant made_at;
  std::string by;
  std::string slug;
  std::string alliance_name;
  std::int64_t named = 0;  ///< as one who may sign
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (), (id, alliance, space, name, summary, made_at, by, slug, alliance_name, named))

// Agreements on which the person's party has to speak, and has not.
constexpr std::string_view agreements_sql =
    "SELECT agreement.id, agreement.alliance, agreement.space, agreement.name, agreement.summary, agreement.made_at, party_by.name, alliance.slug, alliance.name, "
    "(SELECT COUNT(*) FROM signatory WHERE signatory.alliance = agreement.alliance AND signatory.person = $1 AND signatory.organisation = party.organisation) "
    "FROM member JOIN party ON party.id = member.party JOIN agreement_party ON agreement_party.party = party.id "
    "JOIN agreement ON agreement.id = agreement_party.agreement AND agreement.state = 'proposed' "
    "JOIN party party_by ON party_by.id = agreement.made_by_party JOIN alliance ON alliance.id = agreement.alliance "
    "WHERE member.person = $1 AND NOT EXISTS (SELECT 1 FROM agreement_consent WHERE agreement_consent.agreement = agreement.id AND agreement_consent.party = party.id) "
    "ORDER BY agreement.made_at, agreement.id";

struct LightRow {
  OverrideId id;
  AllianceId alliance;
  SpaceId space;
  std::string object;
  std::string light;
  std::string reason;
  Date expires;
  std::string by;
  std::string code;
  std::string title;
  ThemeId theme;
  std::string slug;
  std::string alliance_name;
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(LightRow, (), (id, alliance, space, object, light, reason, expires, by, code, title, theme, slug, alliance_name, zone))

constexpr std::string_view lights_sql =
    "SELECT light_override.id, light_override.alliance, light_override.space, light_override.object, light_override.light, light_override.reason, "
    "light_override.expires, party_by.name, objective.code, objective.title, objective.theme, alliance.slug, alliance.name, alliance.zone FROM member "
    "JOIN party ON party.id = member.party AND party.kind = 'partner' "
    "JOIN light_override ON light_override.alliance = member.alliance AND light_override.removed_at IS NULL AND light_override.consent_party IS NULL "
    "AND light_override.by_party <> member.party AND light_override.expires >= $2 "
    "JOIN objective ON objective.id = light_override.object AND objective.removed_at IS NULL "
    "JOIN party party_by ON party_by.id = light_override.by_party JOIN alliance ON alliance.id = light_override.alliance "
    "WHERE member.person = $1 ORDER BY light_override.expires, light_override.id";

constexpr std::string_view owned_sql = "SELECT DISTINCT alliance FROM measure WHERE owner = $1 AND removed_at IS NULL ORDER BY alliance";

std::string_view word_of(std::string_view light) {
  return light == "green" ? "on track" : light == "yellow" ? "at risk" : light == "red" ? "off track" : "no judgement";
}

void add_charters(db::Transaction& transaction, const Viewer& viewer, std::vector<Item>& out) {
  for (const auto& row : transaction.all<CharterRow>(charters_sql, viewer.person)) {
    const access::Grant* grant = viewer.grant(row.alliance);
    if (!grant || !grant->may(Act::read_shared) || !grant->sees(row.space)) continue;
    bool may_sign = grant->may(Act::sign) && row.named > 0;
    if (!may_sign && grant->reach(Act::accept) != Reach::all) continue;
    Item item;
    item.key = "charter:" + row.id.text();
    item.kind = Kind::charter;
    item.alliance = {row.alliance, row.slug, row.alliance_name};
    item.title = fmt::format("Version {} of the charter waits for your organisation", row.number);
    item.about = fmt::format("Proposed by {}", row.by);
    item.detail = row.note;
    item.at = row.made_at;
    item.link = fmt::format("/a/{}/charter", row.slug);
    item.spaces = {row.space};
    out.push_back(std::move(item));
  }
}

void add_agreements(db::Transaction& transaction, const Viewer& viewer, std::vector<Item>& out) {
  for (const auto& row : transaction.all<AgreementRow>(agreements_sql, viewer.person)) {
    const access::Grant* grant = viewer.grant(row.alliance);
    if (!grant || !grant->may(Act::read_shared) || !grant->sees(row.space)) continue;
    bool may_sign = row.named > 0 && (grant->may(Act::sign) || grant->roles.has(access::Role::neutral_consultant));
    bool speaks = may_sign || grant->reach(Act::accept) == Reach::all;
    if (!speaks) continue;
    Item item;
    item.key = "agreement:" + row.id.text();
    item.kind = Kind::agreement;
    item.alliance = {row.alliance, row.slug, row.alliance_name};
    item.title = "An agreement waits for your organisation";
    item.about = fmt::format("{}, proposed by {}", row.name, row.by);
    item.detail = row.summary;
    item.at = row.made_at;
    item.link = fmt::format("/a/{}/agreements", row.slug);
    item.spaces = {row.space};
    out.push_back(std::move(item));
  }
}

void add_lights(db::Transaction& transaction, const Viewer& viewer, Instant now, std::vector<Item>& out) {
  for (const auto& row : transaction.all<LightRow>(lights_sql, viewer.person, earliest_day(now))) {
    if (row.expires < day_in(now, row.zone)) continue;
    const access::Grant* grant = viewer.grant(row.alliance);
    if (!grant || !grant->may(Act::accept) || !grant->may(Act::read_shared) || !grant->sees(row.space)) continue;
    if (grant->reach(Act::accept) == Reach::own_theme && !grant->leads(row.theme)) continue;
    Item item;
    item.key = "light:" + row.id.text();
    item.kind = Kind::light;
    item.alliance = {row.alliance, row.slug, row.alliance_name};
    item.title = fmt::format("{} set a light by hand to “{}”", row.by, word_of(row.light));
    item.about = row.code + " " + row.title;
    item.detail = row.reason;
    item.due = row.expires;
    item.link = fmt::format("/a/{}/o/{}", row.slug, row.object);
    item.spaces = {row.space};
    out.push_back(std::move(item));
  }
}

}  // namespace

namespace {

void add_due(model::Service& service, const Viewer& viewer, std::vector<Item>& out) {
  auto alliances = service.door().read(viewer, [&](db::Transaction& transaction) { return transaction.all<AllianceId>(owned_sql, viewer.person); });
  for (const auto& alliance : alliances) {
    const access::Grant* found = viewer.grant(alliance);
    if (!found || !found->may(Act::enter_observations) || !found->may(Act::read_shared)) continue;
    const access::Grant& grant = *found;
    auto side = grant.sees(grant.own) ? model::Side::ours : model::Side::joint;
    for (auto& need : service.look(viewer, grant.alliance, side, "", Act::read_map, {}, [](const model::Look& look) { return model::build_needs(look); })) {
      if (need.kind != model::NeedKind::value_due && need.kind != model::NeedKind::value_missing) continue;
      Item item;
      auto start = need.link.rfind("/m/") + 3;
      auto mark = need.link.find("?enter=");
      // Each period's value is an item of its own.
      item.key = fmt::format("value:{}:{}", need.link.substr(start, mark - start), need.link.substr(mark + 7));
      item.kind = Kind::value;
      if (need.alliance) item.alliance = {need.alliance->id, need.alliance->slug, need.alliance->name};
      item.title = need.detail;
      item.about = need.title;
      item.due = need.due;
      item.link = need.link;
      out.push_back(std::move(item));
    }
  }
}

}  // namespace

std::vector<Item> about_values(model::Service& service, const Viewer& viewer) {
  std::vector<Item> out;
  add_due(service, viewer, out);
  add_words(service, viewer, out);
  return out;
}

std::vector<Item> waiting(db::Transaction& transaction, const Viewer& viewer, const std::vector<Item>& values, Instant now, const Marks& marks, std::optional<Kind> kind, Only only) {
  std::vector<Item> out;
  if (!kind || *kind == Kind::charter) add_charters(transaction, viewer, out);
  if (!kind || *kind == Kind::agreement) add_agreements(transaction, viewer, out);
  if (!kind || *kind == Kind::light) add_lights(transaction, viewer, now, out);
  if (!kind || *kind == Kind::claim) add_claims(transaction, viewer, out);
  if (!kind || *kind == Kind::rating) add_ratings(transaction, viewer, out);
  if (!kind || *kind == Kind::contested) add_contested(transaction, viewer, out);
  std::copy_if(values.begin(), values.end(), std::back_inserter(out), [&](const Item& item) { return !kind || item.kind == *kind; });
  for (auto& item : out) item.read = marks.is_read(item.key, std::nullopt);
  if (only == Only::unread) std::erase_if(out, [](const Item& item) { return item.read; });
  // What is late or due comes first; a version of the charter holds up everybody, so it stands before the rest.
  std::stable_sort(out.begin(), out.end(), [](const Item& a, const Item& b) {
    if (a.kind != b.kind && (a.kind == Kind::charter || b.kind == Kind::charter)) return a.kind == Kind::charter;
    return a.due.value_or(Date{}) < b.due.value_or(Date{});
  });
  return out;
}

}  // namespace entente::inbox
