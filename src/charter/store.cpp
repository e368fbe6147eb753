#include "charter/store.hpp"

#include "access/foreign_people.hpp"
#include "access/items.hpp"
#include "base/text.hpp"
#include "scorecard/entry_measures.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

namespace entente::charter {
namespace {

namespace items = access::items;
using access::Act;
using access::ActDraft;
using access::Grant;

constexpr std::string_view terms_sql =
    "SELECT name, vision, mission, first_month, first_day, calendar_kind, method FROM alliance WHERE id = $1";
constexpr std::string_view columns =
    "id, alliance, space, number, state, digest, note, effective_from, made_at, made_by, made_by_party, in_force_at, superseded_at";
const std::string by_id_sql = fmt::format("SELECT {} FROM charter WHERE id = $1", columns);
const std::string by_space_sql = fmt::format("SELECT {} FROM charter WHERE space = $1 ORDER BY number DESC", columns);
const std::string open_sql = fmt::format("SELECT {} FROM charter WHERE space = $1 AND state = 'proposed'", columns);
const std::string in_force_sql =
    fmt::format("SELECT {} FROM charter WHERE space = $1 AND in_force_at < $2 ORDER BY number DESC LIMIT 1", columns);
const std::string all_in_force_sql = fmt::format("SELECT {} FROM charter WHERE space = $1 AND in_force_at < $2 ORDER BY number", columns);
const std::string numbered_sql = fmt::format("SELECT {} FROM charter WHERE space = $1 AND number = $2", columns);
const std::string insert_sql =
    fmt::format("INSERT INTO charter ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)", columns);
constexpr std::string_view insert_document_sql = "INSERT INTO charter_document (charter, document) VALUES ($1, $2)";
constexpr std::string_view document_sql = "SELECT document FROM charter_document WHERE charter = $1";
// Counts only where the version still waits; on PostgreSQL it also keeps others from speaking until the commit.
constexpr std::string_view lock_sql = "UPDATE charter SET state = 'proposed' WHERE id = $1 AND state = 'proposed'";
constexpr std::string_view set_state_sql = "UPDATE charter SET state = $2 WHERE id = $1";
constexpr std::string_view enter_sql = "UPDATE charter SET state = 'in_force', in_force_at = $2, first_month = $3, first_day = $4, calendar_kind = $5 WHERE id = $1";
constexpr std::string_view supersede_sql =
    "UPDATE charter SET state = 'superseded', superseded_at = $2 WHERE space = $1 AND state = 'in_force'";
constexpr std::string_view consents_sql = "SELECT charter, party, person, verdict, digest, reason, at FROM consent WHERE charter = $1";
constexpr std::string_view insert_consent_sql =
    "INSERT INTO consent (charter, party, person, verdict, digest, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
// Of the shared plan every partner that has joined; of an agreement those whom it names.
constexpr std::string_view must_of_alliance_sql =
    "SELECT id FROM party WHERE alliance = $1 AND kind = 'partner' AND state = 'confirmed' ORDER BY position";
constexpr std::string_view must_of_agreement_sql =
    "SELECT agreement_party.party FROM space JOIN agreement_party ON agreement_party.agreement = space.agreement "
    "WHERE space.id = $1 AND agreement_party.must_ratify = 1 ORDER BY agreement_party.party";
constexpr std::string_view signatory_sql = "SELECT COUNT(*) FROM signatory WHERE alliance = $1 AND person = $2 AND organisation = $3";
constexpr std::string_view signatories_sql =
    "SELECT signatory.person, person.name, organisation.name, signatory.named_by, signatory.named_at FROM signatory "
    "JOIN person ON person.id = signatory.person JOIN organisation ON organisation.id = signatory.organisation "
    "WHERE signatory.alliance = $1 ORDER BY organisation.name, person.name";

template <class Item>
std::vector<Item> rows_of(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& space) {
  auto rows = transaction.all<Item>(items::select_all_sql<Item>(), alliance);
  std::erase_if(rows, [&](const Item& item) { return item.space != space; });
  return rows;
}

template <class Rows, class Of, class F>
void keep_if_found(Rows& rows, const Of& others, F&& id_of) {
  std::erase_if(rows, [&](const auto& row) {
    return std::none_of(others.begin(), others.end(), [&](const auto& other) { return other.id == id_of(row); });
  });
}

std::vector<PartyId> must_ratify(db::Transaction& transaction, const Grant& grant, const SpaceId& space) {
  return space == grant.shared ? transaction.all<PartyId>(must_of_alliance_sql, grant.alliance)
                               : transaction.all<PartyId>(must_of_agreement_sql, space);
}

/// The space of the question, if the viewer sees it and a plan lies in it.
SpaceId plan_space(const Grant& grant, const std::optional<SpaceId>& space) {
  if (!space) return grant.shared;
  bool agreed = std::find(grant.agreements.begin(), grant.agreements.end(), *space) != grant.agreements.end();
  if (*space != grant.shared && !agreed) throw_not_found();
  return *space;
}

/// What the record keeps of a version: the digest stands for the document.
struct Sealed {
  std::int64_t number = 0;
  State state = State::proposed;
  std::string digest;
  std::string note;
  std::string party;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (number, state, digest, note, party, reason))

Changed write_act(Door& door, db::Transaction& transaction, const Viewer& viewer, const Charter& charter, std::string_view kind,
                  const std::string& party = "", const std::string& reason = "") {
  ActDraft draft{charter.alliance, charter.space, kind, "charter", charter.id.text(), charter.number, "", ""};
  draft.after = json::text(Sealed{charter.number, charter.state, charter.digest, charter.note, party, reason});
  return {charter.id.text(), charter.number, door.act(transaction, viewer, draft), false};
}

Charter need_open(db::Transaction& transaction, const Viewer& viewer, const CharterId& id) {
  Charter charter = need(transaction, viewer, id);
  if (transaction.run(lock_sql, id) != 1)
    throw Error(ErrorKind::conflict, "not_proposed", "This version no longer waits for consent. Look at the newest one.");
  charter.state = State::proposed;
  return charter;
}

}  // namespace

Draft working_draft(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space,
                    const std::optional<Date>& effective_from) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  if (!grant.sees(space)) throw_not_found();
  Document document;
  document.alliance = alliance;
  document.space = space;
  document.effective_from = effective_from;
  auto terms = transaction.one<Terms>(terms_sql, alliance);
  if (!terms) throw_not_found();
  document.terms = std::move(*terms);
  document.perspectives = rows_of<strategy::Perspective>(transaction, alliance, space);
  document.themes = rows_of<strategy::Theme>(transaction, alliance, space);
  document.objectives = rows_of<strategy::Objective>(transaction, alliance, space);
  document.links = rows_of<strategy::Link>(transaction, alliance, space);
  document.wins = rows_of<strategy::Win>(transaction, alliance, space);
  document.values = rows_of<strategy::SharedValue>(transaction, alliance, space);
  document.measures = rows_of<scorecard::Measure>(transaction, alliance, space);
  document.targets = rows_of<scorecard::Target>(transaction, alliance, space);
  // What hangs on something that was removed is out of sight with it. The plan of an agreement may hang on what all share.
  auto objectives = document.objectives;
  if (space != grant.shared)
    for (auto& objective : rows_of<strategy::Objective>(transaction, alliance, grant.shared)) objectives.push_back(std::move(objective));
  keep_if_found(document.measures, objectives, [](const auto& measure) { return measure.objective; });
  keep_if_found(document.targets, document.measures, [](const auto& target) { return target.measure; });
  keep_if_found(document.links, objectives, [](const auto& link) { return link.cause; });
  keep_if_found(document.links, objectives, [](const auto& link) { return link.effect; });
  Draft draft{normalised(std::move(document)), ""};
  draft.digest = digest(text(draft.document));
  return draft;
}

Changed propose(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const ProposalInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.may_edit({})) throw_not_found();
  Charter charter;
  charter.space = plan_space(grant, input.space);
  std::vector<FieldError> errors;
  charter.note = clean_text(input.note.value_or(""), "note", {.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  if (must_ratify(transaction, grant, charter.space).size() < 2)
    throw Error(ErrorKind::conflict, "no_partner", "A charter is between partners. Invite the other one first.");
  auto versions = transaction.all<Charter>(by_space_sql, charter.space);
  if (std::any_of(versions.begin(), versions.end(), [](const Charter& other) { return other.state == State::proposed; }))
    throw Error(ErrorKind::conflict, "open_proposal", "Another version waits for the partners already. Withdraw it first, or wait.");
  if (input.effective_from && *input.effective_from > scorecard::today_of(transaction, alliance, door.now()))
    throw_bad_field("effective_from", "future", "A version holds from the day on which the last partner signs. It can name an earlier day, not a later one.");
  Draft draft = working_draft(transaction, viewer, alliance, charter.space, input.effective_from);
  auto scope = charter.space == grant.shared ? Scope::whole_map : Scope::agreement;
  for (auto& problem : problems(draft.document, scope)) errors.push_back(std::move(problem));
  throw_if_any(std::move(errors));
  for (const Charter& other : versions)
    if (other.state == State::in_force && other.digest == draft.digest)
      throw Error(ErrorKind::conflict, "nothing_changed", "The draft says what is in force already.");
  charter.id = CharterId::make(door.random());
  charter.alliance = alliance;
  charter.number = versions.empty() ? 1 : versions.front().number + 1;
  charter.digest = draft.digest;
  charter.effective_from = input.effective_from;
  charter.made_at = door.now();
  charter.made_by = viewer.person;
  charter.made_by_party = grant.party;
  transaction.run_with(insert_sql, charter);
  transaction.run(insert_document_sql, charter.id, text(draft.document));
  return write_act(door, transaction, viewer, charter, "proposed");
}

Changed withdraw(Door& door, db::Transaction& transaction, const Viewer& viewer, const CharterId& id) {
  Charter charter = need(transaction, viewer, id);
  const Grant& grant = viewer.need(charter.alliance, Act::edit_draft);
  if (!grant.may_edit({}) || charter.made_by_party != grant.party) throw_not_found();
  charter = need_open(transaction, viewer, id);
  charter.state = State::withdrawn;
  transaction.run(set_state_sql, charter.id, charter.state);
  return write_act(door, transaction, viewer, charter, "withdrawn");
}

Spoken consent(Door& door, db::Transaction& transaction, const Viewer& viewer, const CharterId& id, const ConsentInput& input) {
  Charter charter = need(transaction, viewer, id);
  const Grant& grant = viewer.need(charter.alliance, Act::accept);
  bool named = is_signatory(transaction, viewer, charter.alliance);
  bool may_return = grant.reach(Act::accept) == access::Reach::all;
  if (input.verdict == Verdict::ratified ? !named : !(named || may_return))
    throw Error(ErrorKind::conflict, "not_signatory",
                "Your organisation has not named you as one who may sign for it. An administrator of it can.");
  std::vector<FieldError> errors;
  Consent word{charter.id, grant.party, viewer.person, input.verdict, input.digest, "", door.now()};
  auto empty = input.verdict == Verdict::returned ? TextRule::Empty::refused : TextRule::Empty::allowed;
  word.reason = clean_text(input.reason.value_or(""), "reason", {.longest = 4000, .empty = empty, .lines = TextRule::Lines::many}, errors);
  throw_if_any(std::move(errors));

  charter = need_open(transaction, viewer, id);
  auto must = must_ratify(transaction, grant, charter.space);
  State next = after_consent(charter, must, transaction.all<Consent>(consents_sql, charter.id), word);
  if (next != State::returned && working_draft(transaction, viewer, charter.alliance, charter.space, charter.effective_from).digest != charter.digest)
    throw Error(ErrorKind::conflict, "draft_changed", "The draft was edited after this version was proposed. It has to be proposed anew.");
  transaction.run_with(insert_consent_sql, word);
  Spoken spoken;
  spoken.state = charter.state = next;
  spoken.changed = write_act(door, transaction, viewer, charter, input.verdict == Verdict::ratified ? "ratified" : "returned",
                             grant.party.text(), word.reason);
  if (next == State::returned) transaction.run(set_state_sql, charter.id, next);
  if (next == State::in_force) {
    transaction.run(supersede_sql, charter.space, door.now());
    Document document = document_of(transaction, charter);
    transaction.run(enter_sql, charter.id, door.now(), document.terms.first_month, document.terms.first_day, document.terms.calendar);
    std::unordered_map<std::string_view, std::vector<scorecard::TargetStep>> targets;
    for (const auto& target : document.targets) targets[target.measure.view()].push_back({target.effective_from, target.scoring.text});
    for (auto& [measure, steps] : targets)
      std::sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::unordered_map<std::string_view, ThemeId> themes;
    for (const auto& objective : document.objectives) themes.emplace(objective.id.view(), objective.theme);
    std::vector<std::tuple<CharterId, MeasureId, Frequency, bool, std::string, bool, std::optional<Decimal>, std::optional<PartyId>,
                           std::optional<PersonId>, std::optional<ThemeId>, std::string>>
        measures;
    for (const auto& measure : document.measures) {
      const auto& steps = targets[measure.id.view()];
      auto theme = themes.find(measure.objective.view());
      measures.emplace_back(charter.id, measure.id, measure.frequency, !measure.formula.empty(),
                            steps.empty() ? "" : steps.back().scoring, measure.two_keys, measure.note_below,
                            measure.supplier, measure.owner, theme == themes.end() ? std::nullopt : std::optional(theme->second), json::text(steps));
    }
    transaction.bulk("INSERT INTO charter_measure (charter, measure, frequency, computed, scoring, two_keys, note_below, supplier, owner, theme, targets) "
                     "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                     measures);
    spoken.changed = write_act(door, transaction, viewer, charter, "came into force");
  }
  return spoken;
}

Charter need(db::Transaction& transaction, const Viewer& viewer, const CharterId& id) {
  auto charter = transaction.one<Charter>(by_id_sql, id);
  if (!charter) throw_not_found();
  const Grant* grant = viewer.grant(charter->alliance);
  if (!grant || !grant->may(Act::read_shared) || !grant->sees(charter->space)) throw_not_found();
  return *charter;
}

std::string document_text(db::Transaction& transaction, const Viewer& viewer, const CharterId& id) {
  Charter charter = need(transaction, viewer, id);
  return transaction.one<std::string>(document_sql, charter.id).value_or("");
}

Document document_of(db::Transaction& transaction, const Charter& charter) {
  auto text = transaction.one<std::string>(document_sql, charter.id).value_or("{}");
  return json::read_kept<Document>(access::with_ids(std::move(text), access::foreign_people(transaction, charter.alliance)), {64'000'000, 32});
}

std::optional<Charter> in_force_at(db::Transaction& transaction, const SpaceId& space, Instant moment) {
  return transaction.one<Charter>(in_force_sql, space, moment);
}

std::vector<Charter> in_force_until(db::Transaction& transaction, const SpaceId& space, Instant moment) {
  return transaction.all<Charter>(all_in_force_sql, space, moment);
}

std::optional<Charter> numbered(db::Transaction& transaction, const SpaceId& space, std::int64_t number) {
  return transaction.one<Charter>(numbered_sql, space, number);
}

Names names_of(db::Transaction& transaction, const AllianceId& alliance, const std::optional<SpaceId>& shared_plan) {
  Names names;
  transaction.each("SELECT person.id, person.name FROM member JOIN person ON person.id = member.person WHERE member.alliance = $1",
                   [&](const db::Row& row) { names[row.get<std::string>(0)] = row.get<std::string>(1); }, alliance);
  transaction.each("SELECT id, name FROM party WHERE alliance = $1",
                   [&](const db::Row& row) { names[row.get<std::string>(0)] = row.get<std::string>(1); }, alliance);
  if (!shared_plan) return names;
  for (std::string_view sql : {"SELECT id, name FROM perspective WHERE alliance = $1 AND space = $2", "SELECT id, name FROM theme WHERE alliance = $1 AND space = $2",
                               "SELECT id, code || ' ' || title FROM objective WHERE alliance = $1 AND space = $2"})
    transaction.each(sql, [&](const db::Row& row) { names[row.get<std::string>(0)] = row.get<std::string>(1); }, alliance, *shared_plan);
  return names;
}

std::vector<CharterView> versions(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const SpaceId& space) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  if (!grant.sees(space)) throw_not_found();
  Names names = names_of(transaction, alliance);
  auto must = must_ratify(transaction, grant, space);
  bool named = is_signatory(transaction, viewer, alliance);
  std::map<PartyId, std::pair<std::string, std::string>> marks;
  transaction.each("SELECT id, mark_letter, mark_style FROM party WHERE alliance = $1",
                   [&](const db::Row& row) { marks[row.get<PartyId>(0)] = {row.get<std::string>(1), row.get<std::string>(2)}; }, alliance);
  std::map<CharterId, std::vector<Consent>> words;
  for (auto& word : transaction.all<Consent>("SELECT consent.charter, consent.party, consent.person, consent.verdict, consent.digest, "
                                             "consent.reason, consent.at FROM charter JOIN consent ON consent.charter = charter.id "
                                             "WHERE charter.space = $1 ORDER BY consent.at",
                                             space))
    words[word.charter].push_back(std::move(word));
  std::vector<CharterView> out;
  for (const auto& charter : transaction.all<Charter>(by_space_sql, space)) {
    CharterView view{charter.id, charter.number, charter.state, charter.digest, charter.note, charter.effective_from, charter.made_at,
                     names[charter.made_by.text()], names[charter.made_by_party.text()], charter.in_force_at, charter.superseded_at, {}, false, false, false};
    auto place_of = [&](const PartyId& party) -> Partner& {
      for (auto& partner : view.partners)
        if (partner.party == party) return partner;
      view.partners.push_back({party, names[party.text()], marks[party].first, marks[party].second, false, {}, "", "", {}});
      return view.partners.back();
    };
    // Who has to speak is asked today only of what still waits; of what is past the words themselves tell.
    if (charter.state == State::proposed)
      for (const auto& party : must) place_of(party).must_ratify = true;
    bool spoken = false;
    for (const auto& word : words[charter.id]) {
      Partner& partner = place_of(word.party);
      partner.must_ratify = true;
      partner.verdict = word.verdict;
      partner.person = names[word.person.text()];
      partner.reason = word.reason;
      partner.at = word.at;
      spoken = spoken || word.party == grant.party;
    }
    bool asked = charter.state == State::proposed && !spoken && std::find(must.begin(), must.end(), grant.party) != must.end();
    view.may_sign = asked && named;
    view.may_return = asked && (named || grant.reach(Act::accept) == access::Reach::all);
    view.may_withdraw = charter.state == State::proposed && charter.made_by_party == grant.party && grant.may(Act::edit_draft) && grant.may_edit({});
    out.push_back(std::move(view));
  }
  return out;
}

bool is_signatory(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant* grant = viewer.grant(alliance);
  return grant && grant->may(Act::sign) && is_named(transaction, viewer, alliance);
}

bool is_named(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  return *transaction.one<std::int64_t>(signatory_sql, alliance, viewer.person, viewer.organisation) > 0;
}

std::vector<Signatory> signatories(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  viewer.need(alliance, Act::read_shared);
  return transaction.all<Signatory>(signatories_sql, alliance);
}

namespace {

/// The grant of an administrator who may name others of the own organisation.
const Grant& need_naming(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PersonId& person) {
  const Grant* grant = viewer.grant(alliance);
  if (!grant) throw_not_found();
  if (!viewer.administrator)
    throw Error(ErrorKind::conflict, "not_administrator", "Only an administrator of the organisation says who may sign for it.");
  if (person == viewer.person)
    throw Error(ErrorKind::conflict, "own_grant", "Nobody gives a right to oneself. Ask another administrator.");
  auto member = transaction.one<std::int64_t>(
      "SELECT COUNT(*) FROM member JOIN person ON person.id = member.person "
      "WHERE member.alliance = $1 AND member.person = $2 AND member.state = 'confirmed' AND person.organisation = $3",
      alliance, person, viewer.organisation);
  if (*member == 0) throw_not_found();
  return *grant;
}

Changed write_naming(Door& door, db::Transaction& transaction, const Viewer& viewer, const Grant& grant, const PersonId& person, std::string_view kind) {
  ActDraft draft{grant.alliance, grant.shared, kind, "signatory", person.text(), 1, "", ""};
  draft.after = fmt::format(R"({{"organisation":"{}"}})", viewer.organisation.view());
  return {person.text(), 1, door.act(transaction, viewer, draft), false};
}

}  // namespace

Changed name_signatory(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PersonId& person) {
  const Grant& grant = need_naming(transaction, viewer, alliance, person);
  transaction.run("INSERT INTO signatory (alliance, person, organisation, named_by, named_at) VALUES ($1, $2, $3, $4, $5) "
                  "ON CONFLICT (alliance, person) DO UPDATE SET organisation = excluded.organisation, named_by = excluded.named_by, "
                  "named_at = excluded.named_at",
                  alliance, person, viewer.organisation, viewer.name, door.now());
  return write_naming(door, transaction, viewer, grant, person, "named");
}

Changed end_signatory(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const PersonId& person) {
  const Grant& grant = need_naming(transaction, viewer, alliance, person);
  if (transaction.run("DELETE FROM signatory WHERE alliance = $1 AND person = $2 AND organisation = $3", alliance, person, viewer.organisation) == 0)
    throw_not_found();
  return write_naming(door, transaction, viewer, grant, person, "ended");
}

namespace {

/// Whether an act changes what a proposal of its space says.
bool changes_plan(const ActDraft& draft) {
  static const std::set<std::string_view> plan = {"perspective", "theme", "objective", "link", "win", "value", "measure", "target"};
  if (plan.contains(draft.object)) return true;
  if (draft.object != "alliance" || draft.before.empty() || draft.after.empty()) return false;
  json::Value before = json::parse(draft.before), after = json::parse(draft.after);
  for (std::string_view name : {"name", "vision", "mission", "first_month", "first_day", "calendar_kind", "method"}) {
    const json::Value *was = before.find(name), *is = after.find(name);
    if ((was ? json::text(*was) : "") != (is ? json::text(*is) : "")) return true;
  }
  return false;
}

}  // namespace

void watch_edits(Door& all) {
  all.on_act([](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActDraft& draft) {
    if (!changes_plan(draft)) return;
    auto open = transaction.one<Charter>(open_sql, draft.space);
    if (!open || transaction.run(lock_sql, open->id) != 1) return;
    open->state = State::voided;
    transaction.run(set_state_sql, open->id, open->state);
    write_act(door, transaction, viewer, *open, "voided");
  });
}

}  // namespace entente::charter
