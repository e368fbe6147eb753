#include "formation/rating.hpp"

#include <set>

#include "formation/rights.hpp"

namespace entente::formation {
namespace {

namespace items = access::items;
using access::Act;
using access::ActDraft;

// A participant rates for the own party, if that is a partner; who has left since does not.
constexpr std::string_view voters_sql =
    "SELECT member.person, party.id, party.name FROM member JOIN party ON party.id = member.party AND party.kind = 'partner' AND party.state = 'confirmed' "
    "WHERE member.alliance = $1 AND member.state = 'confirmed' ORDER BY party.position, party.id";
constexpr std::string_view rate_sql =
    "INSERT INTO card_rating (workshop, round, card, person, party, value) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (workshop, round, card, person) DO UPDATE SET value = $6";
constexpr std::string_view unrate_sql = "DELETE FROM card_rating WHERE workshop = $1 AND round = $2 AND card = $3 AND person = $4";
constexpr std::string_view own_sql = "SELECT card, value FROM card_rating WHERE workshop = $1 AND round = $2 AND person = $3 ORDER BY card";
constexpr std::string_view sums_sql =
    "SELECT card, party, COUNT(*), CAST(SUM(value) AS BIGINT) FROM card_rating WHERE workshop = $1 AND round = $2 GROUP BY card, party";
constexpr std::string_view rated_before_sql = "SELECT DISTINCT card FROM rating_result WHERE workshop = $1";
constexpr std::string_view forget_sql = "DELETE FROM card_rating WHERE workshop = $1";
constexpr std::string_view insert_result_sql =
    "INSERT INTO rating_result (card, round, party, workshop, space, raters, total, title) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view insert_round_sql = "INSERT INTO rating_round (workshop, round, space, closed_at, voters) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view results_sql =
    "SELECT card, round, party, workshop, space, raters, total, title FROM rating_result WHERE workshop = $1 ORDER BY card, round DESC, party";
constexpr std::string_view rounds_sql = "SELECT workshop, round, space, closed_at, voters FROM rating_round WHERE workshop = $1";
constexpr std::string_view partners_sql =
    "SELECT id, name FROM party WHERE alliance = (SELECT alliance FROM workshop WHERE id = $1) AND kind = 'partner' ORDER BY position, id";

/// What the record keeps of a rating.
struct Opened {
  std::string title;
  std::int64_t round = 0;
  std::vector<PartyVoters> voters;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (title, round, voters))
struct Closed {
  std::string title;
  std::int64_t round = 0;
  std::vector<RatingResult> results;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (title, round, results))

Workshop need_lead(db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, std::int64_t version) {
  auto workshop = items::need<Workshop>(transaction, viewer, id);
  if (!may_lead(viewer, viewer.need(workshop.alliance, Act::read_shared))) throw_not_found();
  access::need_version(workshop.version, version);
  if (!hold(transaction, workshop)) access::need_version(version + 1, version);
  return workshop;
}

/// Cards that stand for themselves and are not objectives yet.
std::vector<const Card*> rated_cards(db::Transaction& transaction, const Workshop& workshop, const Cards& cards) {
  auto in_draft = in_draft_of(transaction, workshop.id);
  std::vector<const Card*> out;
  for (const auto& card : cards.rows)
    if (root_of(cards.by_id, card.id) == card.id && !in_draft.contains(card.id)) out.push_back(&card);
  return out;
}

std::vector<PartyVoters> counts(const std::vector<Voters>& voters) {
  std::vector<PartyVoters> out;
  for (const auto& one : voters) out.push_back({one.party, one.voters});
  return out;
}

Changed write_act(Door& door, db::Transaction& transaction, const Viewer& viewer, const Workshop& workshop, std::string_view kind, std::string after) {
  static const std::string sql = "UPDATE workshop SET version = $2, rating = $3, round = $4 WHERE id = $1 AND version = $2 - 1";
  if (transaction.run(sql, workshop.id, workshop.version, workshop.rating, workshop.round) != 1)
    access::need_version(workshop.version, workshop.version - 1);
  ActDraft draft{workshop.alliance, workshop.space, kind, "rating", workshop.id.text(), workshop.version, "", std::move(after)};
  return {workshop.id.text(), workshop.version, door.act(transaction, viewer, draft), false};
}

std::string_view why_open(Standing standing) {
  switch (standing) {
    case Standing::unheard: return "Not every partner has rated it.";
    case Standing::apart: return "The partners differ.";
    case Standing::undecided: return "Neither wanted nor unwanted by all.";
    case Standing::wanted:
    case Standing::unwanted: break;
  }
  return "";
}

/// What stays open becomes a matter, once; what is agreed now is settled.
void keep_matters(Door& door, db::Transaction& transaction, const Viewer& viewer, const Workshop& workshop, const std::vector<std::pair<const Card*, Consent>>& rated) {
  std::map<CardId, Matter> present;
  for (auto& matter : matters_of(transaction, workshop.id))
    if (matter.card && matter.state == MatterState::open) present.emplace(*matter.card, matter);
  for (const auto& [card, consent] : rated) {
    auto found = present.find(card->id);
    if (stays_open(consent.standing)) {
      if (found != present.end()) continue;
      Matter matter;
      matter.alliance = workshop.alliance;
      matter.space = workshop.space;
      matter.workshop = workshop.id;
      matter.card = card->id;
      matter.title = card->title;
      matter.note = why_open(consent.standing);
      items::write_new(door, transaction, viewer, matter);
    } else if (found != present.end()) {
      Matter settled = found->second;
      settled.state = MatterState::settled;
      settled.outcome = fmt::format("{} in rating {}.", consent.standing == Standing::wanted ? "Wanted by all" : "Wanted by nobody", workshop.round);
      items::write_changed(door, transaction, viewer, found->second, settled, "settled");
    }
  }
}

}  // namespace

std::vector<Voters> voters_of(db::Transaction& transaction, const Workshop& workshop) {
  std::set<PersonId> people(workshop.participants.begin(), workshop.participants.end());
  std::vector<Voters> out;
  transaction.each(
      voters_sql,
      [&](const db::Row& row) {
        auto party = row.get<PartyId>(1);
        if (out.empty() || out.back().party != party) out.push_back({party, row.get<std::string>(2), 0});
        out.back().voters += people.contains(row.get<PersonId>(0));
      },
      workshop.alliance);
  return out;
}

bool may_rate(db::Transaction& transaction, const Viewer& viewer, const Workshop& workshop) {
  const auto& grant = viewer.need(workshop.alliance, Act::read_shared);
  const auto& people = workshop.participants;
  if (!may_contribute(viewer, grant) || std::find(people.begin(), people.end(), viewer.person) == people.end()) return false;
  auto voters = voters_of(transaction, workshop);
  return std::any_of(voters.begin(), voters.end(), [&](const Voters& one) { return one.party == grant.party; });
}

Changed open_rating(Door& door, db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, std::int64_t version) {
  Workshop workshop = need_lead(transaction, viewer, id, version);
  if (workshop.rating == Rating::open) throw Error(ErrorKind::conflict, "rating_open", "A rating is open already.");
  auto cards = cards_of(transaction, id);
  if (rated_cards(transaction, workshop, cards).empty()) throw Error(ErrorKind::conflict, "no_cards", "There is no card to rate. Those in the draft are not rated again.");
  auto voters = voters_of(transaction, workshop);
  if (std::count_if(voters.begin(), voters.end(), [](const Voters& one) { return one.voters > 0; }) < 2)
    throw Error(ErrorKind::conflict, "no_voters", "People of at least two partners have to take part. Choose the participants first.");
  ++workshop.version;
  ++workshop.round;
  workshop.rating = Rating::open;
  return write_act(door, transaction, viewer, workshop, "opened", json::text(Opened{workshop.title, workshop.round, counts(voters)}));
}

Changed close_rating(Door& door, db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, std::int64_t version) {
  Workshop workshop = need_lead(transaction, viewer, id, version);
  if (workshop.rating != Rating::open) throw Error(ErrorKind::conflict, "not_open", "No rating is open.");
  auto cards = cards_of(transaction, id);
  auto voters = voters_of(transaction, workshop);
  std::map<CardId, std::map<PartyId, Voice>> voices;
  transaction.each(
      sums_sql,
      [&](const db::Row& row) { voices[row.get<CardId>(0)][row.get<PartyId>(1)] = {row.get<std::int64_t>(3), row.get<std::int64_t>(2)}; },
      id, workshop.round);
  auto before = transaction.all<CardId>(rated_before_sql, id);
  std::set<CardId> earlier(before.begin(), before.end());
  std::set<PartyId> spoken;
  for (const auto& [card, parties] : voices)
    for (const auto& [party, voice] : parties) spoken.insert(party);
  ++workshop.version;
  workshop.rating = Rating::closed;
  Closed closed{workshop.title, workshop.round, {}};
  std::vector<std::pair<const Card*, Consent>> rated;
  for (const Card* card : spoken.size() >= 2 ? rated_cards(transaction, workshop, cards) : std::vector<const Card*>()) {
    auto& said = voices[card->id];
    std::vector<Voice> partners;
    for (const auto& one : voters) partners.push_back(said[one.party]);
    // The ratings of one side alone are never shown: the others would rate knowing them. They are thrown away, card by card.
    bool is_heard = std::count_if(partners.begin(), partners.end(), [](const Voice& one) { return one.raters > 0; }) >= 2;
    if (!is_heard && earlier.contains(card->id)) continue;  // what was not rated again stands as it stood
    rated.emplace_back(card, is_heard ? consent_of(partners) : Consent());
    for (const auto& [party, voice] : said)
      if (is_heard && voice.raters > 0) closed.results.push_back({card->id, workshop.round, party, id, workshop.space, voice.raters, voice.total, card->title});
  }
  RatingRound round{id, workshop.round, workshop.space, door.now(), counts(voters)};
  transaction.run_with(insert_round_sql, round);
  if (!closed.results.empty()) transaction.bulk(insert_result_sql, closed.results);
  transaction.run(forget_sql, id);
  auto changed = write_act(door, transaction, viewer, workshop, "closed", json::text(closed));
  keep_matters(door, transaction, viewer, workshop, rated);
  return changed;
}

void rate(Door&, db::Transaction& transaction, const Viewer& viewer, const WorkshopId& id, const RatingInput& input) {
  auto workshop = items::need<Workshop>(transaction, viewer, id);
  if (!may_rate(transaction, viewer, workshop)) throw_not_found();
  // What is rated after the closing would count nowhere.
  if (workshop.rating != Rating::open || !hold(transaction, workshop)) throw Error(ErrorKind::conflict, "not_open", "No rating is open.");
  auto cards = cards_of(transaction, id);
  auto rated = rated_cards(transaction, workshop, cards);
  if (std::none_of(rated.begin(), rated.end(), [&](const Card* card) { return card->id == input.card; }))
    throw_bad_field("card", "unknown", "There is no such card to rate.");
  if (!input.value) {
    transaction.run(unrate_sql, id, workshop.round, input.card, viewer.person);
    return;
  }
  if (*input.value < lowest_rating || *input.value > highest_rating) throw_bad_field("value", "out_of_range", "A rating is a whole number from 1 to 5.");
  transaction.run(rate_sql, id, workshop.round, input.card, viewer.person, viewer.grant(workshop.alliance)->party, *input.value);
}

std::vector<OwnRating> own_ratings(db::Transaction& transaction, const Viewer& viewer, const Workshop& workshop) {
  if (workshop.rating != Rating::open || viewer.person.empty()) return {};
  return transaction.all<OwnRating>(own_sql, workshop.id, workshop.round, viewer.person);
}

std::map<CardId, std::vector<RoundView>> rounds_of(db::Transaction& transaction, const WorkshopId& workshop, const Cards& cards) {
  std::map<std::int64_t, RatingRound> rounds;
  for (auto& round : transaction.all<RatingRound>(rounds_sql, workshop)) rounds.emplace(round.round, round);
  auto partners = transaction.all<std::tuple<PartyId, std::string>>(partners_sql, workshop);
  std::map<CardId, std::map<std::int64_t, std::vector<RatingResult>, std::greater<>>> results;
  for (auto& result : transaction.all<RatingResult>(results_sql, workshop)) results[result.card][result.round].push_back(result);
  std::map<CardId, std::vector<RoundView>> out;
  for (const auto& [card, by_round] : results)
    for (const auto& [number, said] : by_round) {
      const auto& round = rounds.at(number);
      RoundView view{number, round.closed_at, said.front().title, false, {}, {}};
      if (auto found = cards.by_id.find(card); found != cards.by_id.end()) view.reworded = found->second->title != view.title;
      std::vector<Voice> voices;
      for (const auto& [party, name] : partners) {
        auto could = std::find_if(round.voters.begin(), round.voters.end(), [&](const PartyVoters& one) { return one.party == party; });
        if (could == round.voters.end()) continue;  // no partner then
        auto spoke = std::find_if(said.begin(), said.end(), [&](const RatingResult& one) { return one.party == party; });
        Voice voice = spoke == said.end() ? Voice{} : Voice{spoke->total, spoke->raters};
        voices.push_back(voice);
        view.parties.push_back({party, name, voice.raters, could->voters, voice.raters > 0 ? std::optional(mean(voice)) : std::nullopt});
      }
      view.consent = consent_of(voices);
      out[card].push_back(std::move(view));
    }
  return out;
}

}  // namespace entente::formation
