#include "model/build_words.hpp"

#include "json/json.hpp"
#include "model/reviewed.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::model {
namespace {

using access::Act;
using access::Reach;

constexpr std::size_t most_rows = 500;

bool reaches(const access::Grant& grant, const ThemeId& theme) {
  return grant.reach(Act::accept) == Reach::all || (grant.reach(Act::accept) == Reach::own_theme && grant.leads(theme));
}

bool speaks_for_a_partner(const Look& look) {
  const auto* party = look.reading.party(look.grant.party);
  return !look.is_past() && party && party->kind == alliance::PartyKind::partner && look.grant.may(Act::accept);
}

std::string name_of(const Reading& reading, const PartyId& party) {
  const auto* found = reading.party(party);
  return found ? found->name : "";
}

evaluation::ScoringType type_of(const Reading& reading, const MeasureId& measure) {
  const auto& targets = reading.targets_of(measure);
  return targets.empty() ? evaluation::ScoringType::higher : scorecard::parse_scoring(targets.back().scoring.text).type;
}

SubmissionRow row_of(const Look& look, const scorecard::Measure& measure, const Values& values, std::size_t at) {
  const Reading& reading = look.reading;
  const Cell& cell = values.actual[at];
  auto type = type_of(reading, measure.id);
  SubmissionRow row;
  row.measure = measure.id;
  row.code = measure.code;
  row.name = measure.name;
  row.unit = measure.unit;
  row.decimals = measure.decimals;
  row.currency = measure.currency;
  if (const auto* objective = reading.objective(measure.objective)) {
    row.objective = objective->code + " " + objective->title;
    if (const auto* theme = reading.theme(objective->theme)) row.theme = theme->name;
  }
  row.period = cell.period.text();
  row.label = label_of(cell.period);
  row.value = scalar_of(cell.value, type);
  row.before = scalar_of(at > 0 && values.actual[at - 1].period.frequency == cell.period.frequency ? values.actual[at - 1].value : std::nullopt, type);
  Date last = reading.calendar().last_day(cell.period);
  if (const auto* target = reading.target_on(measure.id, last)) row.target = words_of(scorecard::parse_scoring(target->scoring.text), measure.unit);
  // The light that the value gives its own period.
  if (auto own = reading.model().history(reading.node(measure.id), last, 1); !own.empty() && own.front().period == cell.period) row.light = own.front().level.light;
  row.note = cell.note;
  row.giver = giver_of(reading, measure.id, cell);
  row.version = cell.version;
  row.submission = values.submission(measure, cell);
  row.words = words_on(look, measure, cell.period);
  row.may_speak = may_speak(look, measure, cell);
  return row;
}

}  // namespace

json::RawScalar scalar_of(const std::optional<std::string>& value, evaluation::ScoringType type) {
  json::RawScalar out;
  if (!value) {
    out.text = "null";
  } else if (type == evaluation::ScoringType::yesno || (type != evaluation::ScoringType::texts && type != evaluation::ScoringType::milestone && try_parse_decimal(*value))) {
    out.text = *value;
  } else {
    out.text = json::text(*value);
  }
  return out;
}

std::string giver_of(const Reading& reading, const MeasureId& measure, const Cell& cell) {
  const OrganisationId& organisation = reading.contents().observations.at(measure)->givers[cell.giver];
  for (const auto& party : reading.contents().parties)
    if (party.organisation == organisation) return party.name;
  return "Local operator";
}

std::vector<ValueWordView> words_on(const Look& look, const scorecard::Measure& measure, const Period& period) {
  const Reading& reading = look.reading;
  std::vector<ValueWordView> out;
  auto values = reading.contents().observations.find(measure.id);
  if (values == reading.contents().observations.end() || !values->second) return out;
  auto said = values->second->words.find(period);
  if (said == values->second->words.end()) return out;
  for (const auto& word : said->second) {
    auto by = person_name(reading, word.by_person);
    out.push_back({word.party, name_of(reading, word.party), word.verdict, scalar_of(word.value, type_of(reading, measure.id)), word.reason,
                   by ? by->name : "", word.said_at, word.party == look.grant.party});
  }
  return out;
}

std::vector<LightWordView> words_on_light(const Look& look, std::string_view object, Date as_of) {
  const Reading& reading = look.reading;
  std::vector<LightWordView> out;
  for (const auto& word : reading.contents().light_verdicts) {
    if (word.object != object) continue;
    if (as_of < reading.calendar().first_day(word.period) || as_of > reading.calendar().last_day(word.period)) continue;
    auto by = person_name(reading, word.by_person);
    out.push_back({word.party, name_of(reading, word.party), word.verdict, static_cast<Light>(word.light), word.period.text(), word.reason,
                   by ? by->name : "", word.said_at, word.party == look.grant.party});
  }
  return out;
}

bool is_contested(const Reading& reading, std::string_view object, Date as_of, evaluation::Light computed) {
  const auto& words = reading.contents().light_verdicts;
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    return word.object == object && word.verdict == scorecard::LightWord::contested && static_cast<evaluation::Light>(word.light) == computed &&
           as_of >= reading.calendar().first_day(word.period) &&
           as_of <= reading.calendar().last_day(word.period);
  });
}

bool may_speak(const Look& look, const scorecard::Measure& measure, const Cell& cell) {
  const Reading& reading = look.reading;
  if (!speaks_for_a_partner(look) || measure.space == look.grant.own || measure.source == scorecard::Source::formula) return false;
  if (cell.light_only || cell.state == scorecard::ObservationState::withheld || cell.state == scorecard::ObservationState::missing) return false;
  const auto* objective = reading.objective(measure.objective);
  if (!objective || !reaches(look.grant, objective->theme)) return false;
  const auto& values = *reading.contents().observations.at(measure.id);
  return values.givers[cell.giver] != look.viewer.organisation;
}

bool may_confirm(const Look& look, const SpaceId& space, const ThemeId& theme) {
  if (!speaks_for_a_partner(look) || space == look.grant.own || !reaches(look.grant, theme)) return false;
  const Period period = look.period.empty() ? look.reading.default_period(look.today) : parse_period(look.period);
  if (period.frequency != look.reading.reporting_frequency() || look.reading.calendar().first_day(period) > look.today) return false;
  const auto& freezes = look.reading.contents().freezes;
  return std::none_of(freezes.begin(), freezes.end(), [&](const auto& freeze) { return freeze.period == period && closes_period(freeze.taken_at, freeze.last_day, look.reading.contents().alliance.zone); });
}

SubmissionsView build_submissions(const Look& look) {
  const Reading& reading = look.reading;
  SubmissionsView view;
  view.alliance = head_of(reading);
  for (const auto& measure : reading.contents().measures) {
    auto found = reading.contents().observations.find(measure.id);
    if (found == reading.contents().observations.end() || !found->second || measure.space == look.grant.own) continue;
    const Values& values = *found->second;
    if (!measure.two_keys && values.words.empty()) continue;
    for (std::size_t at = 0; at < values.actual.size(); ++at) {
      auto submission = values.submission(measure, values.actual[at]);
      if (submission == Submission::submitted || submission == Submission::disputed) view.rows.push_back(row_of(look, measure, values, at));
    }
  }
  std::stable_sort(view.rows.begin(), view.rows.end(), [](const SubmissionRow& a, const SubmissionRow& b) {
    if (a.may_speak != b.may_speak) return a.may_speak;
    return a.period > b.period;
  });
  if (view.rows.size() > most_rows) {
    view.more = static_cast<std::int64_t>(view.rows.size() - most_rows);
    view.rows.resize(most_rows);
  }
  return view;
}

}  // namespace entente::model
