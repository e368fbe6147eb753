#include "formation/view.hpp"

#include <set>

#include "formation/rights.hpp"

namespace entente::formation {
namespace {

namespace items = access::items;
using access::Act;

// Merged is what lives on in a card that is there.
constexpr std::string_view list_sql =
    "SELECT workshop.id, workshop.title, workshop.purpose, workshop.held_on, workshop.rating, workshop.round, workshop.participants, "
    "(SELECT COUNT(*) FROM card WHERE card.workshop = workshop.id AND card.removed_at IS NULL "
    " AND NOT EXISTS (SELECT 1 FROM card target WHERE target.id = card.merged_into AND target.removed_at IS NULL)), "
    "(SELECT COUNT(*) FROM card JOIN objective ON objective.id = card.objective AND objective.removed_at IS NULL "
    " WHERE card.workshop = workshop.id AND card.removed_at IS NULL), "
    "(SELECT COUNT(*) FROM open_matter WHERE open_matter.workshop = workshop.id AND open_matter.state = 'open' AND open_matter.removed_at IS NULL) "
    "FROM workshop WHERE workshop.alliance = $1 AND workshop.space = $2 AND workshop.removed_at IS NULL "
    "ORDER BY workshop.held_on DESC NULLS LAST, workshop.title, workshop.id";
constexpr std::string_view people_sql =
    "SELECT person.id, person.name, party.id, party.name FROM member JOIN person ON person.id = member.person "
    "JOIN party ON party.id = member.party WHERE member.alliance = $1 ORDER BY party.position, person.name, person.id";
constexpr std::string_view party_names_sql = "SELECT id, name FROM party WHERE alliance = $1";
constexpr std::string_view themes_sql =
    "SELECT id, name, colour FROM theme WHERE alliance = $1 AND space = $2 AND removed_at IS NULL ORDER BY position, id";
// Top lane first, as on the map.
constexpr std::string_view perspectives_sql =
    "SELECT id, name, 0 FROM perspective WHERE alliance = $1 AND space = $2 AND removed_at IS NULL ORDER BY position DESC, id";

bool is_among(const std::vector<Place>& places, std::string_view id) {
  return std::any_of(places.begin(), places.end(), [&](const Place& place) { return place.id == id; });
}

}  // namespace

WorkshopList workshops(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const auto& grant = viewer.need(alliance, Act::read_shared);
  WorkshopList list;
  list.may_lead = may_lead(viewer, grant);
  transaction.each(
      list_sql,
      [&](const db::Row& row) {
        list.items.push_back({row.get<WorkshopId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::optional<Date>>(3),
                              row.get<Rating>(4), row.get<std::int64_t>(5),
                              static_cast<std::int64_t>(row.get<std::vector<PersonId>>(6).size()), row.get<std::int64_t>(7),
                              row.get<std::int64_t>(8), row.get<std::int64_t>(9)});
      },
      alliance, grant.shared);
  return list;
}

WorkshopView workshop(db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id) {
  auto row = items::need<Workshop>(transaction, viewer, id);
  const auto& grant = viewer.need(row.alliance, Act::read_shared);
  WorkshopView view;
  view.id = row.id;
  view.version = row.version;
  view.title = row.title;
  view.purpose = row.purpose;
  view.held_on = row.held_on;
  view.rating = row.rating;
  view.round = row.round;
  view.may_lead = may_lead(viewer, grant);
  view.may_work = may_work(viewer, grant, row);
  view.may_rate = may_rate(transaction, viewer, row);
  view.may_accept = grant.may(Act::edit_draft) && !viewer.operator_ && (grant.may_edit({}) || grant.roles.has(access::Role::theme_leader));
  std::set<PersonId> chosen(row.participants.begin(), row.participants.end());
  std::map<PersonId, std::string> names;
  for (auto& [person, name, party, party_name] : transaction.all<std::tuple<PersonId, std::string, PartyId, std::string>>(people_sql, row.alliance)) {
    names.emplace(person, name);
    if (chosen.contains(person)) view.participants.push_back({person, name, party, party_name});
  }
  for (const auto& one : voters_of(transaction, row)) view.voters.push_back({one.party, one.name, one.voters, one.voters < handful});
  view.themes = transaction.all<Place>(themes_sql, row.alliance, row.space);
  view.perspectives = transaction.all<Place>(perspectives_sql, row.alliance, row.space);
  std::map<PartyId, std::string> parties;
  for (auto& [party, name] : transaction.all<std::tuple<PartyId, std::string>>(party_names_sql, row.alliance)) parties.emplace(party, name);
  auto codes = in_draft_of(transaction, id);
  std::map<CardId, std::int64_t> mine;
  for (const auto& own : own_ratings(transaction, viewer, row)) mine.emplace(own.card, own.value);

  auto cards = cards_of(transaction, id);
  auto rounds = rounds_of(transaction, id, cards);
  std::vector<Consent> newest;
  for (const auto& card : cards.rows) {
    CardView one;
    one.id = card.id;
    one.version = card.version;
    one.title = card.title;
    one.description = card.description;
    one.party = card.party;
    one.party_name = parties[card.party];
    one.author = names[card.author];
    one.findings = card.findings;
    if (card.theme && is_among(view.themes, card.theme->view())) one.theme = card.theme;
    if (card.perspective && is_among(view.perspectives, card.perspective->view())) one.perspective = card.perspective;
    if (CardId root = root_of(cards.by_id, card.id); root != card.id) one.merged_into = root;
    if (auto code = codes.find(card.id); code != codes.end()) {
      one.objective = card.objective;
      one.objective_code = code->second;
    }
    if (auto own = mine.find(card.id); own != mine.end()) one.my_rating = own->second;
    one.rounds = rounds[card.id];
    std::int64_t last_closed = row.rating == Rating::open ? row.round - 1 : row.round;
    if (!one.rounds.empty() && one.rounds.front().round == last_closed) newest.push_back(one.rounds.front().consent);
    one.may_word = view.may_work && grant.party == card.party;
    view.cards.push_back(std::move(one));
  }
  view.consent = consent_meter(newest);
  for (const auto& link : links_of(transaction, id))
    if (cards.by_id.contains(link.cause) && cards.by_id.contains(link.effect)) view.links.push_back({link.id, link.version, link.cause, link.effect});
  for (const auto& matter : matters_of(transaction, id))
    view.matters.push_back({matter.id, matter.version, matter.card, matter.title, matter.note, matter.state, matter.outcome});
  for (const auto& finding : items::all<Finding>(transaction, viewer, row.alliance)) view.findings.push_back({finding.id, finding.kind, finding.text});
  std::sort(view.findings.begin(), view.findings.end(), [](const auto& a, const auto& b) { return std::tie(a.kind, a.text, a.id) < std::tie(b.kind, b.text, b.id); });
  return view;
}

}  // namespace entente::formation
