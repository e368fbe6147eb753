#include "exchange/apply.hpp"
#include "exchange/extras.hpp"

namespace entente::exchange {
namespace {

std::string text_of(const std::optional<Decimal>& number) { return number ? number->text() : ""; }
std::string text_of(const std::optional<Date>& date) { return date ? date->text() : ""; }

/// Writes one alliance's rows as a plan.
class Writer {
 public:
  Writer(const model::Contents& contents, const std::map<PersonId, std::string>& emails) : contents_(contents), emails_(emails) {
    if (!contents.alliance.extra.empty()) extras_ = json::read<Extras>(contents.alliance.extra);
  }

  Plan write() {
    write_alliance();
    write_map();
    write_measures();
    write_initiatives();
    put_in_order(plan_);
    return std::move(plan_);
  }

 private:
  std::string email(const std::optional<PersonId>& person) const {
    if (!person) return "";
    auto found = emails_.find(*person);
    return found == emails_.end() ? "" : found->second;
  }

  std::string private_to(const SpaceId& space) const {
    auto organisation = contents_.space_organisations.find(space);
    if (space == contents_.spaces.shared || organisation == contents_.space_organisations.end()) return "";
    for (const auto& party : contents_.parties)
      if (party.organisation == organisation->second) return party_keys_.at(party.id);
    return "";
  }

  /// What only the parties to an agreement know is no part of the plan of all.
  bool of_agreement(const SpaceId& space) const {
    auto kind = contents_.space_kinds.find(space);
    return kind != contents_.space_kinds.end() && kind->second == access::SpaceKind::agreement;
  }

  void write_alliance() {
    const auto& a = contents_.alliance;
    plan_.alliance = {a.foreign_id, a.name, a.description, a.vision, a.mission, kind_of(a.kind), same_name<AllianceStage>(a.stage), {}, a.currency,
                      a.source, same_name<RollUpMethod>(a.method)};
    plan_.alliance.calendar = {static_cast<int>(a.first_month), static_cast<int>(a.first_day), a.calendar_kind, a.zone};
    plan_.publication = extras_.publication;
    std::size_t number = 0;
    for (const auto& party : contents_.parties) {
      Organisation out;
      // What the plan brought along and nobody has changed here stays as it came.
      if (number < extras_.organisations.size()) out = extras_.organisations[number];
      if (out.key.empty()) out.key = fmt::format("party-{}", number + 1);
      out.name = party.name;
      out.identifier = party.foreign_id;
      if (out.mark.empty() && number >= extras_.organisations.size()) out.mark = party.mark_letter;
      out.kind = party.kind == alliance::PartyKind::partner ? PartyKind::partner : PartyKind::neutral;
      out.invited = party.state != alliance::PartyState::confirmed;
      party_keys_[party.id] = out.key;
      plan_.organisations.push_back(std::move(out));
      ++number;
    }
    number = 0;
    for (const auto& value : contents_.values) plan_.values.push_back({fmt::format("value-{}", ++number), value.text, value.description});
  }

  void write_map() {
    std::size_t number = 0;
    for (const auto& lane : contents_.perspectives) {
      auto& key = lane_keys_[lane.id] = fmt::format("lane-{}", ++number);
      plan_.perspectives.push_back({key, lane.name, lane.question, static_cast<int>(lane.position), lane.name == "Not placed yet"});
    }
    number = 0;
    for (const auto& theme : contents_.themes) {
      auto& key = theme_keys_[theme.id] = fmt::format("theme-{}", ++number);
      auto code = extras_.theme_codes.find(theme.foreign_id.empty() ? theme.name : theme.foreign_id);
      plan_.themes.push_back({key, theme.foreign_id, code == extras_.theme_codes.end() ? "" : code->second, theme.name, theme.description,
                              static_cast<int>(theme.colour), same_name<ThemeKind>(theme.kind), email(theme.leader), theme.priority,
                              theme.weight.text(), same_name<RollUpMethod>(theme.method), static_cast<int>(theme.k), theme.red_override});
    }
    number = 0;
    for (const auto& objective : contents_.objectives) {
      if (!private_to(objective.space).empty() || of_agreement(objective.space)) continue;
      Objective out;
      out.key = objective_keys_[objective.id] = fmt::format("objective-{}", ++number);
      out.identifier = objective.foreign_id;
      out.code = objective.code;
      out.title = objective.title;
      out.description = objective.description;
      out.perspective = lane_keys_.at(objective.perspective);
      out.theme = theme_keys_.at(objective.theme);
      out.owner = email(objective.owner);
      out.weight = objective.weight.text();
      out.mandatory = objective.mandatory;
      out.method = same_name<RollUpMethod>(objective.method);
      out.k = static_cast<int>(objective.k);
      out.red_override = objective.red_override;
      if (objective.manual_light) out.manual_light = same_name<ManualLight>(*objective.manual_light);
      out.manual_reason = objective.manual_reason;
      plan_.objectives.push_back(std::move(out));
    }
    for (const auto& link : contents_.links)
      if (objective_keys_.contains(link.cause) && objective_keys_.contains(link.effect))
        plan_.links.push_back({objective_keys_[link.cause], objective_keys_[link.effect], same_name<LinkSign>(link.sign),
                               static_cast<int>(link.lag_months), same_name<LinkStrength>(link.strength)});
    number = 0;
    for (const auto& win : contents_.wins) {
      Win out{fmt::format("win-{}", ++number), party_keys_.at(win.party), win.text, {}};
      for (const auto& id : win.objectives)
        if (objective_keys_.contains(id)) out.objectives.push_back(objective_keys_[id]);
      plan_.wins.push_back(std::move(out));
    }
  }

  void write_measures() {
    std::size_t number = 0;
    for (const auto& measure : contents_.measures) {
      if (!objective_keys_.contains(measure.objective) || of_agreement(measure.space)) continue;
      Measure out;
      out.key = measure_keys_[measure.id] = fmt::format("measure-{}", ++number);
      out.identifier = measure.foreign_id;
      out.code = measure.code;
      out.name = measure.name;
      out.definition = measure.definition;
      out.objective = objective_keys_[measure.objective];
      out.unit = measure.unit;
      out.decimals = static_cast<int>(measure.decimals);
      out.currency = measure.currency;
      out.frequency = measure.frequency;
      out.aggregation = same_name<Aggregation>(measure.aggregation);
      out.kind = same_name<MeasureKind>(measure.kind);
      out.dimension = json::Codec<Dimension>::parse(measure.dimension).value_or(Dimension::unknown);
      out.source = same_name<SourceKind>(measure.source);
      if (auto text = extras_.measure_sources.find(measure.code); text != extras_.measure_sources.end()) out.source_text = text->second;
      out.owner = email(measure.owner);
      if (measure.supplier) out.supplier = party_keys_.at(*measure.supplier);
      out.carry = static_cast<int>(measure.carry);
      out.grace = static_cast<int>(measure.grace);
      out.cumulative = measure.cumulative;
      out.seasonal = measure.seasonal;
      out.natural_min = text_of(measure.natural_min);
      out.natural_max = text_of(measure.natural_max);
      out.base = static_cast<int>(measure.base.value_or(0));
      out.weight = measure.weight.text();
      out.mandatory = measure.mandatory;
      out.private_to = private_to(measure.space);
      out.starts = text_of(measure.starts);
      out.retired = text_of(measure.retired);
      out.review = text_of(measure.review_date);
      out.formula = measure.formula;
      out.nulls = measure.nulls;
      out.two_keys = measure.two_keys;
      out.note_below = text_of(measure.note_below);
      out.two_keys_from = text_of(measure.two_keys_from);
      plan_.measures.push_back(std::move(out));
      if (auto targets = contents_.targets.find(measure.id); targets != contents_.targets.end())
        for (const auto& target : targets->second)
          plan_.targets.push_back({measure_keys_[measure.id], target.effective_from.text(), {target.scoring.text}, target.assumed, target.reason});
      // What is computed is computed again elsewhere.
      if (measure.formula.empty()) write_values(measure);
    }
  }

  void write_values(const scorecard::Measure& measure) {
    auto values = contents_.observations.find(measure.id);
    if (values == contents_.observations.end() || !values->second) return;
    auto write_series = [&](const std::vector<model::Cell>& cells, Series series) {
      for (const auto& cell : cells) {
        if (cell.state == scorecard::ObservationState::missing) continue;
        Observation out;
        out.measure = measure_keys_[measure.id];
        out.period = cell.period.text();
        out.series = series;
        out.state = same_name<ObservationState>(cell.state);
        out.value = cell.value.value_or("");
        out.reason = cell.reason;
        out.note = cell.note;
        out.numerator = text_of(cell.numerator);
        out.denominator = text_of(cell.denominator);
        out.weight = text_of(cell.weight);
        out.flags = cell.flags;
        plan_.observations.push_back(std::move(out));
      }
    };
    write_series(values->second->actual, Series::actual);
    write_series(values->second->target, Series::target);
    write_series(values->second->baseline, Series::baseline);
    write_series(values->second->red, Series::red);
    write_series(values->second->green, Series::green);
  }

  void write_initiatives() {
    std::size_t number = 0;
    for (const auto& initiative : contents_.initiatives) {
      if (of_agreement(initiative.space)) continue;
      Initiative out;
      out.key = fmt::format("initiative-{}", ++number);
      out.identifier = initiative.foreign_id;
      out.name = initiative.name;
      out.description = initiative.description;
      for (const auto& id : initiative.objectives)
        if (objective_keys_.contains(id)) out.objectives.push_back(objective_keys_[id]);
      out.owner = email(initiative.owner);
      out.start = text_of(initiative.starts);
      out.due = text_of(initiative.due);
      out.state = same_name<InitiativeState>(initiative.state);
      out.budget = text_of(initiative.budget);
      out.spent = text_of(initiative.cost);
      out.currency = initiative.currency;
      out.progress = initiative.progress.text();
      out.planned = text_of(initiative.planned);
      for (const auto& milestone : initiative.milestones) out.milestones.push_back({milestone.name, milestone.due.text(), text_of(milestone.done_at)});
      for (const auto& move : initiative.moves)
        if (measure_keys_.contains(move.measure))
          out.moves.push_back({measure_keys_[move.measure], same_name<MoveSign>(move.sign), text_of(move.size), static_cast<int>(move.lag_months)});
      out.private_to = private_to(initiative.space);
      plan_.initiatives.push_back(std::move(out));
    }
  }

  const model::Contents& contents_;
  const std::map<PersonId, std::string>& emails_;
  Extras extras_;
  Plan plan_;
  std::map<PartyId, std::string> party_keys_;
  std::map<PerspectiveId, std::string> lane_keys_;
  std::map<ThemeId, std::string> theme_keys_;
  std::map<ObjectiveId, std::string> objective_keys_;
  std::map<MeasureId, std::string> measure_keys_;
};

}  // namespace

Plan plan_of(const model::Contents& contents, const std::map<PersonId, std::string>& emails) { return Writer(contents, emails).write(); }

std::map<PersonId, std::string> emails_of(db::Transaction& transaction, const model::Contents& contents) {
  std::map<PersonId, std::string> out;
  for (const auto& [id, person] : contents.people)
    if (auto email = transaction.one<std::string>("SELECT email FROM person WHERE id = $1", id)) out[id] = *email;
  return out;
}

}  // namespace entente::exchange
