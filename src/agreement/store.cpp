#include "agreement/store.hpp"

#include "access/viewers.hpp"
#include "base/text.hpp"
#include "charter/store.hpp"

namespace entente::agreement {
namespace {

using access::Act;
using access::ActDraft;
using access::Grant;
using access::Role;

constexpr std::string_view columns =
    "id, alliance, space, version, name, kind, state, summary, starts, ends, digest, made_at, made_by, made_by_party, in_force_at, closed_at, "
    "closed_by_party, closing_reason";
const std::string by_id_sql = fmt::format("SELECT {} FROM agreement WHERE id = $1", columns);
const std::string by_alliance_sql = fmt::format("SELECT {} FROM agreement WHERE alliance = $1 ORDER BY made_at DESC, id", columns);
const std::string insert_sql = fmt::format(
    "INSERT INTO agreement ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)", columns);
constexpr std::string_view insert_space_sql =
    "INSERT INTO space (id, alliance, kind, organisation, agreement, revision) VALUES ($1, $2, 'agreement', NULL, $3, 0)";
constexpr std::string_view update_sql =
    "UPDATE agreement SET alliance = $2, space = $3, version = $4, name = $5, kind = $6, state = $7, summary = $8, starts = $9, ends = $10, "
    "digest = $11, made_at = $12, made_by = $13, made_by_party = $14, in_force_at = $15, closed_at = $16, closed_by_party = $17, closing_reason = $18 "
    "WHERE id = $1";
constexpr std::string_view insert_place_sql = "INSERT INTO agreement_party (agreement, party, must_ratify) VALUES ($1, $2, $3)";
constexpr std::string_view places_sql = "SELECT party, must_ratify FROM agreement_party WHERE agreement = $1 ORDER BY party";
constexpr std::string_view consents_sql = "SELECT agreement, space, party, person, verdict, digest, reason, at FROM agreement_consent WHERE agreement = $1";
constexpr std::string_view insert_consent_sql =
    "INSERT INTO agreement_consent (agreement, space, party, person, verdict, digest, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
// Counts only where the agreement still stands so; on PostgreSQL it also keeps others from speaking until the commit.
constexpr std::string_view lock_sql = "UPDATE agreement SET state = $2 WHERE id = $1 AND state = $2";
constexpr std::string_view state_of_space_sql = "SELECT agreement.state FROM space JOIN agreement ON agreement.id = space.agreement WHERE space.id = $1";

constexpr TextRule long_text{.longest = 4000, .lines = TextRule::Lines::many};
constexpr TextRule optional_text{.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};

struct PartyRow {
  PartyId id;
  std::string kind;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(PartyRow, (), (id, kind, state))

std::vector<PartyRow> parties_of(db::Transaction& transaction, const AllianceId& alliance) {
  return transaction.all<PartyRow>("SELECT id, kind, state FROM party WHERE alliance = $1 ORDER BY position", alliance);
}

/// The parties named, and the maker's own.
std::vector<Place> places_from(const AgreementInput& input, const PartyId& own, const std::vector<PartyRow>& parties, std::vector<FieldError>& errors) {
  std::vector<PlaceInput> named = input.parties;
  if (std::none_of(named.begin(), named.end(), [&](const PlaceInput& one) { return one.party == own; })) named.push_back({own, {}});
  std::vector<Place> places;
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto party = std::find_if(parties.begin(), parties.end(), [&](const PartyRow& row) { return row.id == named[i].party; });
    if (party == parties.end()) {
      errors.push_back({fmt::format("parties[{}].party", i), "unknown", "There is no such party in this alliance."});
      continue;
    }
    if (party->state != "confirmed")
      errors.push_back({fmt::format("parties[{}].party", i), "not_joined", "This party has not joined the alliance yet."});
    places.push_back({party->id, named[i].must_ratify.value_or(party->kind == "partner")});
  }
  return places;
}

/// Whether the viewer may bind the own party. No role of a neutral party carries the right to sign the charter; an agreement its
/// consultant signs for it, named by the own organisation as anybody else.
bool may_bind(db::Transaction& transaction, const Viewer& viewer, const Grant& grant) {
  if (charter::is_signatory(transaction, viewer, grant.alliance)) return true;
  return grant.roles.has(Role::neutral_consultant) && charter::is_named(transaction, viewer, grant.alliance) &&
         transaction.one<std::string>("SELECT kind FROM party WHERE id = $1", grant.party) == "neutral";
}

void need_binding(db::Transaction& transaction, const Viewer& viewer, const Grant& grant) {
  if (!may_bind(transaction, viewer, grant))
    throw Error(ErrorKind::conflict, "not_signatory", "Your organisation has not named you as one who may sign for it. An administrator of it can.");
}

const Grant& grant_for(const Viewer& viewer, const Agreement& item) { return viewer.need(item.alliance, Act::read_shared); }

Changed write(Door& door, db::Transaction& transaction, const Viewer& viewer, const Agreement& before, Agreement& after, std::string_view kind) {
  after.version = before.version + 1;
  transaction.run_with(update_sql, after);
  ActDraft draft{after.alliance, after.space, kind, "agreement", after.id.text(), after.version, json::text(before), json::text(after)};
  return {after.id.text(), after.version, door.act(transaction, viewer, draft), false};
}

Agreement need_standing(db::Transaction& transaction, const Viewer& viewer, const AgreementId& id, State state, std::string_view code, std::string message) {
  Agreement item = need(transaction, viewer, id);
  if (transaction.run(lock_sql, id, state) != 1) throw Error(ErrorKind::conflict, code, std::move(message));
  return need(transaction, viewer, id);
}

void close(Door& door, const Grant& grant, Agreement& item, State state, std::string reason) {
  item.state = state;
  item.closed_at = door.now();
  item.closed_by_party = grant.party;
  item.closing_reason = std::move(reason);
}

struct WordRow {
  AgreementId agreement;
  PartyId party;
  std::int64_t must_ratify = 0;
  std::string name;
  std::string mark_letter;
  organisation::MarkStyle mark_style = organisation::MarkStyle::outlined;
  std::optional<Verdict> verdict;
  std::string person;
  std::string reason;
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(WordRow, (), (agreement, party, must_ratify, name, mark_letter, mark_style, verdict, person, reason, at))

constexpr std::string_view words_sql =
    "SELECT agreement.id, party.id, agreement_party.must_ratify, party.name, party.mark_letter, party.mark_style, agreement_consent.verdict, "
    "COALESCE(person.name, ''), COALESCE(agreement_consent.reason, ''), agreement_consent.at FROM agreement "
    "JOIN agreement_party ON agreement_party.agreement = agreement.id JOIN party ON party.id = agreement_party.party "
    "LEFT JOIN agreement_consent ON agreement_consent.agreement = agreement.id AND agreement_consent.party = party.id "
    "LEFT JOIN person ON person.id = agreement_consent.person WHERE agreement.alliance = $1 ORDER BY party.position";

constexpr std::string_view holds_sql =
    "SELECT space, 'objective', COUNT(*) FROM objective WHERE alliance = $1 AND removed_at IS NULL GROUP BY space UNION ALL "
    "SELECT space, 'measure', COUNT(*) FROM measure WHERE alliance = $1 AND removed_at IS NULL GROUP BY space UNION ALL "
    "SELECT space, 'initiative', COUNT(*) FROM initiative WHERE alliance = $1 AND removed_at IS NULL GROUP BY space UNION ALL "
    "SELECT space, 'service_level', COUNT(*) FROM service_level WHERE alliance = $1 AND removed_at IS NULL GROUP BY space";

std::map<SpaceId, Holds> holds_of(db::Transaction& transaction, const AllianceId& alliance) {
  std::map<SpaceId, Holds> out;
  transaction.each(
      holds_sql,
      [&](const db::Row& row) {
        Holds& holds = out[row.get<SpaceId>(0)];
        auto what = row.get<std::string>(1);
        auto count = row.get<std::int64_t>(2);
        (what == "objective" ? holds.objectives : what == "measure" ? holds.measures : what == "initiative" ? holds.initiatives : holds.service_levels) = count;
      },
      alliance);
  return out;
}

}  // namespace

Changed make(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const AgreementInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.may_edit({}) || grant.party.empty()) throw_not_found();
  Agreement item;
  std::vector<FieldError> errors;
  item.alliance = alliance;
  item.name = input.name;
  item.kind = input.kind.value_or(Kind::other);
  item.summary = input.summary.value_or("");
  item.starts = input.starts;
  item.ends = input.ends;
  check(item, errors);
  auto places = places_from(input, grant.party, parties_of(transaction, alliance), errors);
  if (errors.empty()) check(places, errors);
  throw_if_any(std::move(errors));

  item.id = AgreementId::make(door.random());
  item.space = SpaceId::make(door.random());
  item.digest = charter::digest(text(item, places));
  item.made_at = door.now();
  item.made_by = viewer.person;
  item.made_by_party = grant.party;
  transaction.see(item.space.view());
  item.version = 1;
  transaction.run_with(insert_sql, item);
  transaction.run(insert_space_sql, item.space, alliance, item.id);
  std::vector<std::tuple<AgreementId, PartyId, bool>> rows;
  for (const auto& place : places) rows.emplace_back(item.id, place.party, place.must_ratify);
  transaction.bulk(insert_place_sql, rows);
  door.rights_changed(transaction);
  ActDraft draft{alliance, item.space, "proposed", "agreement", item.id.text(), item.version, "", json::text(item)};
  return {item.id.text(), item.version, door.act(transaction, viewer, draft), false};
}

Spoken consent(Door& door, db::Transaction& transaction, const Viewer& viewer, const AgreementId& id, const ConsentInput& input) {
  Agreement before = need(transaction, viewer, id);
  const Grant& grant = grant_for(viewer, before);
  if (input.verdict == Verdict::agreed || grant.reach(Act::accept) != access::Reach::all) need_binding(transaction, viewer, grant);
  std::vector<FieldError> errors;
  Consent word{before.id, before.space, grant.party, viewer.person, input.verdict, input.digest, "", door.now()};
  word.reason = clean_text(input.reason.value_or(""), "reason", input.verdict == Verdict::declined ? long_text : optional_text, errors);
  throw_if_any(std::move(errors));
  before = need_standing(transaction, viewer, id, State::proposed, "not_proposed", "This agreement no longer waits for consent.");
  if (input.verdict == Verdict::declined && before.made_by_party == grant.party)
    throw Error(ErrorKind::conflict, "own_proposal", "Your own side proposed this. Take it back instead.");
  Agreement after = before;
  after.state = after_consent(before, transaction.all<Place>(places_sql, id), transaction.all<Consent>(consents_sql, id), word);
  transaction.run_with(insert_consent_sql, word);
  if (after.state == State::in_force) after.in_force_at = door.now();
  if (after.state == State::declined) close(door, grant, after, State::declined, word.reason);
  Spoken spoken;
  spoken.state = after.state;
  spoken.changed = write(door, transaction, viewer, before, after,
                         after.state == State::in_force ? "came into force" : input.verdict == Verdict::agreed ? "signed" : "declined");
  return spoken;
}

Changed withdraw(Door& door, db::Transaction& transaction, const Viewer& viewer, const AgreementId& id) {
  Agreement before = need(transaction, viewer, id);
  const Grant& grant = grant_for(viewer, before);
  if (!grant.may_edit({}) || before.made_by_party != grant.party) throw_not_found();
  before = need_standing(transaction, viewer, id, State::proposed, "not_proposed", "This agreement no longer waits for consent.");
  Agreement after = before;
  close(door, grant, after, State::withdrawn, "");
  return write(door, transaction, viewer, before, after, "withdrawn");
}

Changed end(Door& door, db::Transaction& transaction, const Viewer& viewer, const AgreementId& id, const ClosingInput& input) {
  Agreement before = need(transaction, viewer, id);
  const Grant& grant = grant_for(viewer, before);
  need_binding(transaction, viewer, grant);
  std::vector<FieldError> errors;
  std::string reason = clean_text(input.reason, "reason", long_text, errors);
  throw_if_any(std::move(errors));
  before = need_standing(transaction, viewer, id, State::in_force, "not_in_force", "This agreement is not in force.");
  Agreement after = before;
  close(door, grant, after, State::ended, std::move(reason));
  return write(door, transaction, viewer, before, after, "ended");
}

std::vector<AgreementView> agreements(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Date today) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  auto rows = transaction.all<Agreement>(by_alliance_sql, alliance);
  std::erase_if(rows, [&](const Agreement& item) { return !grant.sees(item.space); });
  std::vector<AgreementView> out;
  if (rows.empty()) return out;
  bool binds = may_bind(transaction, viewer, grant), edits = grant.may_edit({}), accepts = grant.reach(Act::accept) == access::Reach::all;
  std::map<AgreementId, std::vector<PartyWord>> words;
  for (auto& row : transaction.all<WordRow>(words_sql, alliance))
    words[row.agreement].push_back({row.party, row.name, {row.mark_letter, row.mark_style}, row.must_ratify != 0, row.verdict, row.person, row.reason, row.at});
  auto holds = holds_of(transaction, alliance);
  charter::Names names = charter::names_of(transaction, alliance);
  for (const auto& item : rows) {
    AgreementView view{item.id, item.version, item.space, item.name, item.kind, item.state, item.summary, item.starts, item.ends,
                       item.state == State::in_force && is_over(item, today), item.digest, item.made_at, names[item.made_by.text()],
                       names[item.made_by_party.text()], item.in_force_at, item.closed_at,
                       item.closed_by_party ? names[item.closed_by_party->text()] : "", item.closing_reason, words[item.id], holds[item.space]};
    bool spoken = std::any_of(view.parties.begin(), view.parties.end(), [&](const PartyWord& word) { return word.party == grant.party && word.verdict; });
    bool waits = item.state == State::proposed && !spoken;
    view.may_consent = waits && binds;
    view.may_decline = waits && (binds || accepts) && item.made_by_party != grant.party;
    view.may_withdraw = item.state == State::proposed && edits && item.made_by_party == grant.party;
    view.may_end = item.state == State::in_force && binds;
    out.push_back(std::move(view));
  }
  return out;
}

Agreement need(db::Transaction& transaction, const Viewer& viewer, const AgreementId& id) {
  auto item = transaction.one<Agreement>(by_id_sql, id);
  if (!item) throw_not_found();
  const Grant* grant = viewer.grant(item->alliance);
  if (!grant || !grant->may(Act::read_shared) || !grant->sees(item->space)) throw_not_found();
  return *item;
}

void watch_spaces(Door& all) {
  all.on_act([](Door&, db::Transaction& transaction, const Viewer&, const ActDraft& draft) {
    static const std::set<std::string_view> plan = {"objective", "measure", "target", "link", "initiative", "service_level"};
    if (!plan.contains(draft.object)) return;
    auto state = transaction.one<State>(state_of_space_sql, draft.space);
    if (state && *state != State::in_force)
      throw Error(ErrorKind::conflict, "agreement_not_in_force", "What lies in an agreement changes while it is in force, not before and not after its end.");
  });
}

}  // namespace entente::agreement
