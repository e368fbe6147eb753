#include "scorecard/verdicts.hpp"

#include "auth/crypto.hpp"
#include "base/text.hpp"
#include "scorecard/entry_measures.hpp"
#include "scorecard/rules.hpp"

namespace entente::scorecard {
namespace {

using access::Act;
using access::ActDraft;
using access::Grant;
using access::Reach;

constexpr TextRule reason_rule{.longest = 2000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};

constexpr std::string_view party_kind_sql = "SELECT kind FROM party WHERE id = $1";
constexpr std::string_view value_columns =
    "id, alliance, space, measure, period, number, party, turn, verdict, value, reason, by_person, said_at, act, removed_at";
constexpr std::string_view light_columns =
    "id, alliance, space, object, period, party, turn, verdict, light, reason, by_person, said_at, act, removed_at";
constexpr std::string_view insert_value_sql =
    "INSERT INTO value_verdict (id, alliance, space, measure, period, number, party, turn, verdict, value, reason, by_person, said_at, act, "
    "removed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
constexpr std::string_view insert_light_sql =
    "INSERT INTO light_verdict (id, alliance, space, object, period, party, turn, verdict, light, reason, by_person, said_at, act, removed_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
// Undone turns keep their number, so that none is given twice.
constexpr std::string_view next_value_turn_sql =
    "SELECT COALESCE(MAX(turn) + 1, 0) FROM value_verdict WHERE measure = $1 AND period = $2 AND number = $3 AND party = $4";
constexpr std::string_view next_light_turn_sql =
    "SELECT COALESCE(MAX(turn) + 1, 0) FROM light_verdict WHERE object = $1 AND period = $2 AND party = $3";

// The themes of what an act spoke of.
constexpr std::string_view themes_of_values_sql =
    "SELECT DISTINCT objective.theme FROM value_verdict JOIN measure ON measure.id = value_verdict.measure JOIN objective ON objective.id = measure.objective "
    "WHERE value_verdict.act = $1";
constexpr std::string_view themes_of_lights_sql =
    "SELECT objective.theme FROM light_verdict JOIN objective ON objective.id = light_verdict.object WHERE light_verdict.act = $1 "
    "UNION SELECT theme.id FROM light_verdict JOIN theme ON theme.id = light_verdict.object WHERE light_verdict.act = $1";

/// The right to accept, as a partner: a neutral party has no word.
const Grant& need_word(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::accept);
  if (transaction.one<std::string>(party_kind_sql, grant.party) != "partner") throw_not_found();
  return grant;
}

bool reaches(const Grant& grant, const ThemeId& theme) {
  return grant.reach(Act::accept) == Reach::all || (grant.reach(Act::accept) == Reach::own_theme && grant.leads(theme));
}

/// A word made ready, or errors.
std::optional<ValueVerdict> prepare(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, const EntryMeasure& measure,
                                    const ValueVerdictInput& input, const std::string& path, std::vector<FieldError>& errors) {
  std::size_t before = errors.size();
  auto refuse = [&](std::string_view field, std::string code, std::string message) {
    errors.push_back({path + std::string(field), std::move(code), std::move(message)});
  };
  auto period = try_parse_period(input.period);
  if (!period) refuse("period", "bad_period", "This is not a period.");
  auto row = period ? newest_observation(transaction, measure.head.id, Series::actual, *period) : std::nullopt;
  if (period && (!row || row->state == ObservationState::missing)) refuse("period", "no_value", "There is no value to speak of in this period.");
  if (errors.size() != before) return std::nullopt;
  if (input.version != row->number + 1)
    throw Error(ErrorKind::precondition_failed, "changed_meanwhile",
                fmt::format("{} in {} was changed meanwhile. Look at the newest value first.", measure.head.code, input.period));
  if (row->organisation == viewer.organisation) refuse("measure", "own_value", "Your own side gave this value. The other one accepts or disputes it.");
  if (row->state == ObservationState::withheld) refuse("period", "withheld", "The value is withheld, so there is nothing to accept or to dispute.");
  ValueVerdict word;
  word.alliance = grant.alliance;
  word.space = measure.head.space;
  word.measure = measure.head.id;
  word.period = *period;
  word.number = row->number;
  word.party = grant.party;
  word.verdict = input.verdict;
  word.reason = clean_text(input.reason.value_or(""), path + "reason", reason_rule, errors);
  bool has_value = input.value && !input.value->is_null();
  if (word.verdict == ValueWord::disputed) {
    if (word.reason.empty()) refuse("reason", "reason_required", "Say why you see it otherwise; the other side reads it.");
    if (!has_value) refuse("value", "empty", "Give the value that you hold to be right.");
    else word.value = stored_value(*input.value, measure.kind, path + "value", errors);
    if (word.value && word.value == row->value) refuse("value", "same_value", "This is the value that stands there. Accept it, or give another one.");
  } else if (has_value) {
    refuse("value", "value_with_word", "Only a dispute has a value of its own.");
  }
  if (errors.size() != before) return std::nullopt;
  return word;
}

}  // namespace

Said say(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, std::span<const ValueVerdictInput> inputs) {
  const Grant& grant = need_word(transaction, viewer, alliance);
  if (inputs.empty()) throw_bad_field("", "empty", "Say at least one word.");
  if (inputs.size() > 1000) throw_bad_field("", "too_many", "1,000 words at a time are the most.");
  EntryMeasures measures(transaction, grant);
  std::vector<FieldError> errors;
  std::map<SpaceId, std::vector<ValueVerdict>> words;
  std::set<std::pair<MeasureId, Period>> seen;
  for (std::size_t i = 0; i < inputs.size() && errors.size() < 100; ++i) {
    std::string path = fmt::format("[{}].", i);
    const EntryMeasure* measure = measures.find(inputs[i].measure.text());
    if (!measure || measure->head.space == grant.own || measure->head.is_computed || !reaches(grant, measure->head.theme)) {
      errors.push_back({path + "measure", "unknown", "There is no such measure whose values you may accept."});
      continue;
    }
    auto word = prepare(transaction, viewer, grant, *measure, inputs[i], path, errors);
    if (!word) continue;
    if (!seen.insert({word->measure, word->period}).second) {
      errors.push_back({path + "period", "twice", "There are two words on the same value."});
      continue;
    }
    words[word->space].push_back(std::move(*word));
  }
  throw_if_any(std::move(errors));

  Said said;
  for (auto& [space, rows] : words) {
    ActId act = ActId::make(door.random());
    std::vector<std::string> changed;
    std::string all;
    for (auto& word : rows) {
      word.id = VerdictId::make(door.random());
      word.turn = *transaction.one<std::int64_t>(next_value_turn_sql, word.measure, word.period, word.number, word.party);
      word.by_person = viewer.person;
      word.said_at = door.now();
      word.act = act;
      changed.push_back(word.measure.text());
      json::write(all, word);
    }
    transaction.bulk(insert_value_sql, rows);
    ActDraft draft{alliance, space, json::Codec<ValueWord>::name(rows.front().verdict), "value_verdict", rows.front().measure.text(), rows.front().turn + 1, "", ""};
    draft.id = act;
    if (rows.size() == 1) {
      draft.after = json::text(rows.front());
    } else {
      draft.batch_count = rows.size();
      draft.batch_digest = auth::sha256(all);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    said.count += static_cast<std::int64_t>(rows.size());
    said.acts.push_back(door.act(transaction, viewer, draft, std::move(changed)));
  }
  return said;
}

Changed say(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const LightVerdictInput& input) {
  const Grant& grant = need_word(transaction, viewer, alliance);
  auto place = transaction.one<std::tuple<SpaceId, ThemeId>>(
      "SELECT space, theme FROM objective WHERE id = $1 AND alliance = $2 AND removed_at IS NULL "
      "UNION ALL SELECT space, id FROM theme WHERE id = $1 AND alliance = $2 AND removed_at IS NULL",
      input.object, alliance);
  if (!place || !grant.sees(std::get<0>(*place)) || std::get<0>(*place) == grant.own || !reaches(grant, std::get<1>(*place)))
    throw_bad_field("object", "unknown", "There is no such objective or theme whose light you may confirm.");
  std::vector<FieldError> errors;
  LightVerdict word;
  word.alliance = alliance;
  word.space = std::get<0>(*place);
  word.object = input.object;
  if (auto period = try_parse_period(input.period)) word.period = *period;
  else errors.push_back({"period", "bad_period", "This is not a period."});
  word.party = grant.party;
  word.verdict = input.verdict;
  word.light = input.light;
  word.reason = clean_text(input.reason.value_or(""), "reason", reason_rule, errors);
  if (word.verdict == LightWord::contested && word.reason.empty())
    errors.push_back({"reason", "reason_required", "Say why the light is wrong; the theme leader and the steering committee read it."});
  if (word.verdict != LightWord::withdrawn && word.light == Light::grey)
    errors.push_back({"light", "no_judgement", "There is no judgement to confirm or to contest."});
  throw_if_any(std::move(errors));
  word.id = VerdictId::make(door.random());
  word.turn = *transaction.one<std::int64_t>(next_light_turn_sql, word.object, word.period, word.party);
  word.by_person = viewer.person;
  word.said_at = door.now();
  word.act = ActId::make(door.random());
  transaction.run_with(insert_light_sql, word);
  ActDraft draft{alliance, word.space, json::Codec<LightWord>::name(word.verdict), "light_verdict", word.id.text(), word.turn + 1, "", ""};
  draft.id = word.act;
  draft.after = json::text(word);
  return {word.id.text(), word.turn + 1, door.act(transaction, viewer, draft), true};
}

std::vector<ValueVerdict> value_verdicts(db::Transaction& transaction, const AllianceId& alliance, Instant before) {
  static const std::string sql = fmt::format(
      "SELECT {} FROM value_verdict WHERE alliance = $1 AND said_at < $2 AND removed_at IS NULL ORDER BY measure, period, number, party, turn",
      value_columns);
  return transaction.all<ValueVerdict>(sql, alliance, before);
}

std::vector<ValueVerdict> value_verdicts(db::Transaction& transaction, const MeasureId& measure) {
  static const std::string sql =
      fmt::format("SELECT {} FROM value_verdict WHERE measure = $1 AND removed_at IS NULL ORDER BY period, number, party, turn", value_columns);
  return transaction.all<ValueVerdict>(sql, measure);
}

std::vector<LightVerdict> light_verdicts(db::Transaction& transaction, const AllianceId& alliance, Instant before) {
  static const std::string sql = fmt::format(
      "SELECT {} FROM light_verdict WHERE alliance = $1 AND said_at < $2 AND removed_at IS NULL ORDER BY object, period, party, turn", light_columns);
  return transaction.all<LightVerdict>(sql, alliance, before);
}

namespace {

/// The party's own words of an act are taken out of the count; what it said before counts again.
Changed undo_words(Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const AllianceId& alliance,
                   std::string_view table, std::string_view object, std::string_view same_place) {
  const Grant& grant = need_word(transaction, viewer, alliance);
  auto newer = transaction.one<std::int64_t>(
      fmt::format("SELECT COUNT(*) FROM {} said JOIN {} later ON {} AND later.party = said.party AND later.turn > said.turn AND "
                  "later.removed_at IS NULL WHERE said.act = $1 AND said.alliance = $2",
                  table, table, same_place),
      act, alliance);
  if (*newer > 0) throw Error(ErrorKind::conflict, "changed_since", "Your side has said something else since. Undo that first.");
  auto row = transaction.one<std::tuple<SpaceId, std::string>>(
      fmt::format("SELECT space, {} FROM {} WHERE act = $1 AND alliance = $2 AND party = $3 AND removed_at IS NULL",
                  object == "value_verdict" ? "measure" : "id", table),
      act, alliance, grant.party);
  if (!row || !grant.sees(std::get<0>(*row))) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
  for (const auto& theme : transaction.all<ThemeId>(object == "value_verdict" ? themes_of_values_sql : themes_of_lights_sql, act))
    if (!reaches(grant, theme)) throw_not_found();
  auto changed = object == "value_verdict"
                     ? transaction.all<std::string>("SELECT DISTINCT measure FROM value_verdict WHERE act = $1 AND party = $2", act, grant.party)
                     : std::vector<std::string>{std::get<1>(*row)};
  transaction.run(fmt::format("UPDATE {} SET removed_at = $3 WHERE act = $1 AND party = $2", table), act, grant.party, door.now());
  ActDraft draft{alliance, std::get<0>(*row), "undone", object, std::get<1>(*row), 1, "", ""};
  auto answer = door.act(transaction, viewer, draft, std::move(changed));
  return {std::get<1>(*row), 1, answer, false};
}

}  // namespace

void add_verdict_undoers(access::Undoers& undoers) {
  undoers.add("value_verdict", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const std::string&,
                                  const AllianceId& alliance, const std::string&, const std::string&) {
    return undo_words(door, transaction, viewer, act, alliance, "value_verdict", "value_verdict",
                      "later.measure = said.measure AND later.period = said.period AND later.number = said.number");
  });
  undoers.add("light_verdict", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId& act, const std::string&,
                                  const AllianceId& alliance, const std::string&, const std::string&) {
    return undo_words(door, transaction, viewer, act, alliance, "light_verdict", "light_verdict",
                      "later.object = said.object AND later.period = said.period");
  });
}

}  // namespace entente::scorecard
