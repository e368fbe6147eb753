#include "model/reading.hpp"

#include "model/geometry.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::model {
namespace {

namespace ev = evaluation;

// Codes are what people sort by, but only identifiers are sure to be unique.
std::string node_code(const std::string& code, std::string_view id) { return code + '\x1f' + std::string(id); }

ev::Light light_of(strategy::Light light) { return static_cast<ev::Light>(light); }

/// What the first of those who dispute holds to be right, as a number; a text has no interval.
std::optional<Decimal> other_value(const std::vector<scorecard::ValueVerdict>& words, ev::ScoringType type) {
  for (const auto& word : words) {
    if (word.verdict != scorecard::ValueWord::disputed || !word.value) continue;
    if (type == ev::ScoringType::yesno) return Decimal::from_integer(*word.value == "true" ? 1 : 0);
    if (type == ev::ScoringType::texts) return std::nullopt;
    if (auto date = type == ev::ScoringType::milestone ? try_parse_date(*word.value) : std::nullopt) return Decimal::from_integer(date->days);
    return try_parse_decimal(*word.value);
  }
  return std::nullopt;
}

std::optional<ev::Observation> observation_of(const scorecard::Measure& measure, const Cell& cell, const Values& values, ev::ScoringType type) {
  ev::Observation out;
  out.period = cell.period;
  out.reason = cell.reason;
  if (cell.error) {
    out.state = ev::State::error;
    return out;
  }
  switch (cell.state) {
    case scorecard::ObservationState::missing: return std::nullopt;
    case scorecard::ObservationState::na: out.state = ev::State::na; break;
    case scorecard::ObservationState::withheld:
      out.state = ev::State::withheld;
      if (cell.shared_light != strategy::Light::grey) out.shared_light = light_of(cell.shared_light);
      break;
    case scorecard::ObservationState::value: {
      if (cell.value) {
        const std::string& text = *cell.value;
        if (type == ev::ScoringType::yesno) {
          out.value = text == "true";
        } else if (type == ev::ScoringType::texts) {
          out.value = text;
        } else if (auto date = type == ev::ScoringType::milestone ? try_parse_date(text) : std::nullopt) {
          out.value = *date;
        } else if (auto number = try_parse_decimal(text)) {
          out.value = *number;
        } else {
          out.value = text;
        }
      }
      out.numerator = cell.numerator;
      out.denominator = cell.denominator;
      out.weight = cell.weight;
      break;
    }
  }
  if (cell.flags.find("provisional") != std::string::npos) out.flags |= ev::provisional;
  if (cell.flags.find("estimated") != std::string::npos) out.flags |= ev::estimated;
  if (cell.restated) out.flags |= ev::restated;
  auto submission = values.submission(measure, cell);
  if (submission == Submission::submitted) out.flags |= ev::provisional;
  if (submission == Submission::disputed) {
    out.flags |= ev::disputed;
    out.other = other_value(values.words.at(cell.period), type);
  }
  return out;
}

/// What a computed measure had entered before it had its formula says nothing any more; targets and baselines do.
ValuesPointer without_actual(const Values& values) {
  auto out = std::make_shared<Values>(values);
  out->actual.clear();
  out->words.clear();
  return out;
}

std::vector<ev::LightOverride> overrides_of(const Contents& contents, std::string_view object) {
  std::vector<ev::LightOverride> out;
  for (const auto& item : contents.overrides)
    // Over what others see, too, it counts once another partner consents; over one's own private matters at once.
    if (item.object == object && (item.consent_party || !contents.is_joint(item.space))) out.push_back({light_of(item.light), item.starts.value_or(ev::always), item.expires, item.reason});
  return out;
}

}  // namespace

Reading::Reading(std::shared_ptr<const Contents> contents, std::shared_ptr<const strategy::layout::Picture> before)
    : contents_(std::move(contents)), known_picture_(std::move(before)) {
  const auto& a = contents_->alliance;
  calendar_ = Calendar(static_cast<int>(a.first_month), static_cast<int>(a.first_day), a.calendar_kind);
  computed_ = std::make_shared<const Computed>(*contents_, calendar_);
  if (computed_->empty()) {
    index();
    model_ = std::make_shared<ev::Model>(definition(), ev::Origin::stored);
    for (const auto& measure : contents_->measures) put_values(measure);
    return;
  }
  auto own = std::make_shared<Contents>(*contents_);
  for (const auto& id : computed_->order())
    if (auto found = own->observations.find(id); found != own->observations.end()) found->second = without_actual(*found->second);
  contents_ = own;
  index();
  model_ = std::make_shared<ev::Model>(definition(), ev::Origin::stored);
  for (const auto& measure : contents_->measures) put_values(measure);
  work_out(computed_->order(), *own);
}

Reading::Reading(const Reading& other, const MeasureId& changed, ValuesPointer values) {
  auto contents = std::make_shared<Contents>(*other.contents_);
  bool is_computed = other.computed_->computes(changed);
  contents->observations[changed] = is_computed ? without_actual(*values) : std::move(values);
  contents_ = contents;
  calendar_ = other.calendar_;
  computed_ = other.computed_;
  index();
  model_ = std::make_shared<ev::Model>(*other.model_);
  auto affected = computed_->affected_by(changed);
  std::vector<MeasureId> all = affected;
  all.insert(all.begin(), changed);
  for (const auto& id : all)
    if (auto before = other.contents_->observations.find(id); before != other.contents_->observations.end() && before->second)
      for (const auto& cell : before->second->actual) model_->remove(node(id), cell.period);
  if (!is_computed) put_values(*measure(changed));
  work_out(is_computed ? all : affected, *contents);
  known_picture_ = other.known_picture_;
  std::lock_guard lock(other.mutex_);
  picture_ = other.picture_;
  for (const auto& [day, evaluation] : other.evaluations_) {
    auto copy = std::make_shared<ev::Evaluation>(*evaluation);
    for (const auto& id : all) model_->update(*copy, node(id));
    evaluations_[day] = std::move(copy);
  }
}

void Reading::work_out(const std::vector<MeasureId>& measures, Contents& contents) {
  for (const auto& id : measures) {
    contents.observations[id] = computed_->work_out(id, sources());
    put_values(*measure(id));
  }
}

std::shared_ptr<const Reading> Reading::with_values(const MeasureId& measure, ValuesPointer values) const {
  return std::shared_ptr<const Reading>(new Reading(*this, measure, std::move(values)));
}

std::shared_ptr<const strategy::layout::Picture> Reading::picture() const {
  {
    std::lock_guard lock(mutex_);
    if (picture_) return picture_;
  }
  auto input = layout_input(*contents_);
  if (known_picture_) input.previous = places_known(*contents_, *known_picture_);
  auto made = std::make_shared<const strategy::layout::Picture>(strategy::layout::compute(input));
  std::lock_guard lock(mutex_);
  if (!picture_) picture_ = std::move(made);
  return picture_;
}

std::shared_ptr<const strategy::layout::Picture> Reading::picture_seen() const {
  std::lock_guard lock(mutex_);
  return picture_ ? picture_ : known_picture_;
}

void Reading::index() {
  NodeIndex next = 0;
  std::array<int, 6> frequencies{};
  std::size_t cells = 0;
  for (const auto& measure : contents_->measures) {
    measures_[measure.id] = &measure;
    measure_nodes_[measure.id] = next++;
    by_objective_[measure.objective].push_back(&measure);
    ++frequencies[static_cast<std::size_t>(measure.frequency)];
    if (auto found = contents_->observations.find(measure.id); found != contents_->observations.end())
      cells += found->second->actual.size() + found->second->target.size();
  }
  for (const auto& objective : contents_->objectives) {
    objectives_[objective.id] = &objective;
    objective_nodes_[objective.id] = next++;
    by_theme_[objective.theme].push_back(&objective);
  }
  for (const auto& theme : contents_->themes) {
    themes_[theme.id] = &theme;
    theme_nodes_[theme.id] = next++;
  }
  alliance_node_ = next;
  auto half = static_cast<int>(contents_->measures.size()) / 2;
  if (frequencies[static_cast<std::size_t>(Frequency::year)] > half) {
    reporting_ = Frequency::year;
  } else if (frequencies[static_cast<std::size_t>(Frequency::half)] > half) {
    reporting_ = Frequency::half;
  }
  // Measured: a cell with its text and flags, in the contents and in the evaluations that are kept.
  size_ = 16'384 + cells * 420 + (contents_->measures.size() + contents_->objectives.size()) * 6'000;
}

evaluation::Definition Reading::definition() {
  ev::Definition out;
  out.calendar = calendar_;
  for (const auto& measure : contents_->measures) {
    ev::MeasureDefinition m;
    m.code = node_code(measure.code, measure.id.view());
    m.frequency = measure.frequency;
    m.aggregation = static_cast<ev::Aggregation>(measure.aggregation);
    m.carry = static_cast<int>(measure.carry);
    m.grace = static_cast<int>(measure.grace);
    // The twelfth point sets the base of the limits, until somebody says otherwise.
    m.base = static_cast<int>(measure.base.value_or(12));
    m.natural_min = measure.natural_min;
    m.natural_max = measure.natural_max;
    m.cumulative = measure.cumulative;
    m.seasonal = measure.seasonal;
    m.starts = measure.starts;
    m.retired = measure.retired;
    m.overrides = overrides_of(*contents_, measure.id.view());
    bool first = true;
    for (const auto& target : targets_of(measure.id)) {
      // The first definition also judges what came before it; there was no other.
      ev::ScoringFrom from{first ? ev::always : target.effective_from, scorecard::parse_scoring(target.scoring.text), std::nullopt};
      if (!first) from.restated_until = restated_until(contents_->eras, target.effective_from);
      m.scorings.push_back(std::move(from));
      first = false;
    }
    out.measures.push_back(std::move(m));
  }
  auto add_edges = [&](ev::ParentDefinition& parent, const std::string& parent_id, const std::string& child_id, ev::Child now) {
    auto edges = edges_over_time(contents_->eras, parent_id, child_id, std::move(now));
    std::move(edges.begin(), edges.end(), std::back_inserter(parent.children));
  };
  // What has moved elsewhere counts where it was, for the days of then.
  auto earlier = earlier_children(contents_->eras);
  auto add_earlier = [&](ev::ParentDefinition& parent, const std::string& parent_id, const auto& items, auto parent_of) {
    auto found = earlier.find(parent_id);
    if (found == earlier.end()) return;
    for (const auto& item : items)
      if (found->second.contains(item.id.text()) && parent_of(item) != parent_id)
        add_edges(parent, parent_id, item.id.text(), {node_code(item.code, item.id.view()), item.weight, item.mandatory, ev::always, std::nullopt});
  };
  for (const auto& objective : contents_->objectives) {
    ev::ParentDefinition parent;
    parent.code = node_code(objective.code, objective.id.view());
    parent.method = static_cast<ev::Method>(objective.method);
    parent.k = static_cast<int>(objective.k);
    parent.red_override = objective.red_override;
    if (objective.manual_light) parent.light = light_of(*objective.manual_light);
    parent.reason = objective.manual_reason;
    parent.overrides = overrides_of(*contents_, objective.id.view());
    for (const auto* measure : measures_of(objective.id))
      add_edges(parent, objective.id.text(), measure->id.text(), {node_code(measure->code, measure->id.view()), measure->weight, measure->mandatory, ev::always, std::nullopt});
    add_earlier(parent, objective.id.text(), contents_->measures, [](const auto& measure) { return measure.objective.text(); });
    out.parents.push_back(std::move(parent));
  }
  ev::ParentDefinition alliance;
  alliance.code = node_code("", contents_->alliance.id.view());
  alliance.method = static_cast<ev::Method>(contents_->alliance.method);
  for (const auto& theme : contents_->themes) {
    ev::ParentDefinition parent;
    parent.code = node_code(theme.name, theme.id.view());
    parent.method = static_cast<ev::Method>(theme.method);
    parent.k = static_cast<int>(theme.k);
    parent.red_override = theme.red_override;
    parent.overrides = overrides_of(*contents_, theme.id.view());
    for (const auto* objective : objectives_of(theme.id))
      add_edges(parent, theme.id.text(), objective->id.text(), {node_code(objective->code, objective->id.view()), objective->weight, objective->mandatory, ev::always, std::nullopt});
    add_earlier(parent, theme.id.text(), contents_->objectives, [](const auto& objective) { return objective.theme.text(); });
    add_edges(alliance, contents_->alliance.id.text(), theme.id.text(), {parent.code, theme.weight, false, ev::always, std::nullopt});
    out.parents.push_back(std::move(parent));
  }
  out.parents.push_back(std::move(alliance));
  return out;
}

void Reading::put_values(const scorecard::Measure& measure) {
  auto found = contents_->observations.find(measure.id);
  if (found == contents_->observations.end() || !found->second) return;
  auto type = ev::ScoringType::higher;
  if (const auto& targets = targets_of(measure.id); !targets.empty()) type = scorecard::parse_scoring(targets.back().scoring.text).type;
  for (const auto& cell : found->second->actual) {
    auto observation = observation_of(measure, cell, *found->second, type);
    if (!observation) continue;
    try {
      model_->put(node(measure.id), *observation);
    } catch (const Error& error) {
      // What cannot be judged any more (the frequency or the scoring was changed since) is shown as such.
      ev::Observation broken;
      broken.period = cell.period;
      broken.state = ev::State::error;
      broken.reason = error.message();
      if (cell.period.frequency == measure.frequency) model_->put(node(measure.id), broken);
    }
  }
}

const scorecard::Measure* Reading::measure(const MeasureId& id) const {
  auto found = measures_.find(id);
  return found == measures_.end() ? nullptr : found->second;
}
const strategy::Objective* Reading::objective(const ObjectiveId& id) const {
  auto found = objectives_.find(id);
  return found == objectives_.end() ? nullptr : found->second;
}
const strategy::Theme* Reading::theme(const ThemeId& id) const {
  auto found = themes_.find(id);
  return found == themes_.end() ? nullptr : found->second;
}
const strategy::Perspective* Reading::perspective(const PerspectiveId& id) const {
  for (const auto& lane : contents_->perspectives)
    if (lane.id == id) return &lane;
  return nullptr;
}
const alliance::Party* Reading::party(const PartyId& id) const {
  for (const auto& party : contents_->parties)
    if (party.id == id) return &party;
  return nullptr;
}

const std::vector<const scorecard::Measure*>& Reading::measures_of(const ObjectiveId& id) const {
  static const std::vector<const scorecard::Measure*> none;
  auto found = by_objective_.find(id);
  return found == by_objective_.end() ? none : found->second;
}
const std::vector<const strategy::Objective*>& Reading::objectives_of(const ThemeId& id) const {
  static const std::vector<const strategy::Objective*> none;
  auto found = by_theme_.find(id);
  return found == by_theme_.end() ? none : found->second;
}
std::vector<const scorecard::Initiative*> Reading::initiatives_of(const ObjectiveId& id) const {
  std::vector<const scorecard::Initiative*> out;
  for (const auto& initiative : contents_->initiatives)
    if (std::find(initiative.objectives.begin(), initiative.objectives.end(), id) != initiative.objectives.end()) out.push_back(&initiative);
  return out;
}

const Cell* Reading::cell(const MeasureId& id, const Period& period) const {
  auto found = contents_->observations.find(id);
  if (found == contents_->observations.end() || !found->second) return nullptr;
  const auto& cells = found->second->actual;
  auto place = std::lower_bound(cells.begin(), cells.end(), period, [](const Cell& cell, const Period& p) { return cell.period < p; });
  return place != cells.end() && place->period == period ? &*place : nullptr;
}

const std::vector<scorecard::Target>& Reading::targets_of(const MeasureId& id) const {
  static const std::vector<scorecard::Target> none;
  auto found = contents_->targets.find(id);
  return found == contents_->targets.end() ? none : found->second;
}

const scorecard::Target* Reading::target_on(const MeasureId& id, Date day) const {
  const auto& targets = targets_of(id);
  if (targets.empty()) return nullptr;
  const scorecard::Target* found = &targets.front();
  for (const auto& target : targets)
    if (target.effective_from <= day) found = &target;
  return found;
}

std::shared_ptr<const evaluation::Evaluation> Reading::as_of(Date day) const {
  {
    std::lock_guard lock(mutex_);
    if (auto found = evaluations_.find(day); found != evaluations_.end()) return found->second;
  }
  ev::Question question;
  question.as_of = day;
  auto made = std::make_shared<const ev::Evaluation>(model_->evaluate(question));
  std::lock_guard lock(mutex_);
  if (evaluations_.size() > 24) evaluations_.clear();
  return evaluations_.emplace(day, std::move(made)).first->second;
}

evaluation::Evaluation Reading::in_view(const evaluation::Question& question) const {
  if (computed_->empty()) return model_->evaluate(question);
  std::uint64_t left = Computed::most_steps;
  return model_->evaluate(question, [&](NodeIndex node, Period first, Period last) {
    return computed_->whole(contents_->measures[node].id, {first, last}, sources(), left);
  });
}

std::shared_ptr<const evaluation::Strip> Reading::strip(Frequency frequency, Date day, int count) const {
  auto key = std::tuple(frequency, day, count);
  {
    std::lock_guard lock(mutex_);
    if (auto found = strips_.find(key); found != strips_.end()) return found->second;
  }
  auto made = std::make_shared<const ev::Strip>(model_->strip(frequency, day, count));
  std::lock_guard lock(mutex_);
  if (strips_.size() > 12) strips_.clear();
  return strips_.emplace(key, std::move(made)).first->second;
}

int Reading::measures_with_value(const Period& period) const {
  Date first = calendar_.first_day(period), last = calendar_.last_day(period);
  int count = 0;
  for (const auto& measure : contents_->measures) {
    auto found = contents_->observations.find(measure.id);
    if (found == contents_->observations.end() || !found->second) continue;
    const auto& cells = found->second->actual;
    bool any = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
      if (cell.state != scorecard::ObservationState::value) return false;
      return calendar_.first_day(cell.period) <= last && calendar_.last_day(cell.period) >= first;
    });
    if (any) ++count;
  }
  return count;
}

std::optional<Period> Reading::first_period() const {
  std::optional<Date> first;
  for (const auto& [measure, values] : contents_->observations) {
    if (!values || values->actual.empty()) continue;
    Date day = calendar_.last_day(values->actual.front().period);
    if (!first || day < *first) first = day;
  }
  if (!first) return std::nullopt;
  return calendar_.period_of(*first, reporting_);
}

Period Reading::default_period(Date today) const {
  Period latest = calendar_.last_ended(today, reporting_);
  auto first = first_period();
  if (!first) return latest;
  // Walk back from the latest value, not from today, which may be years later.
  std::optional<Date> newest;
  for (const auto& [measure, values] : contents_->observations)
    for (const auto& cell : values->actual)
      if (cell.state == scorecard::ObservationState::value) {
        Date day = calendar_.last_day(cell.period);
        if (!newest || day > *newest) newest = day;
      }
  if (!newest) return latest;
  Period start = std::min(latest, calendar_.period_of(*newest, reporting_));
  int half = (static_cast<int>(contents_->measures.size()) + 1) / 2;
  for (Period period = start; period >= *first; period = period.previous())
    if (measures_with_value(period) >= half) return period;
  return start;
}

}  // namespace entente::model
