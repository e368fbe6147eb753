#include "exchange/apply.hpp"

#include "alliance/store.hpp"
#include "base/text.hpp"
#include "exchange/extras.hpp"
#include "organisation/store.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

namespace entente::exchange {
namespace {

using access::Door;
using access::Viewer;

template <class Id>
Id id_of(const access::Changed& changed) {
  return *Id::parse(changed.id);
}

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }
std::optional<Decimal> decimal(const std::string& text) { return text.empty() ? std::nullopt : std::optional(parse_decimal(text)); }
std::optional<std::optional<Decimal>> maybe_decimal(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::optional<Decimal>>(parse_decimal(text));
}
std::optional<std::optional<Date>> maybe_date(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::optional<Date>>(parse_date(text));
}

/// One run of an import, with what was made so far by the keys of the plan.
class Run {
 public:
  Run(Door& door, db::Transaction& transaction, const Viewer& maker, const Plan& plan, const ApplyOptions& options)
      : door_(door), transaction_(transaction), plan_(plan), options_(options) {
    if (options.after) applied_ = *options.after;
    applied_.viewer = maker;
  }

  Applied run() {
    if (!options_.after) make_ground();
    make_objectives();
    make_links();
    if (!options_.after) make_wins();
    make_measures();
    make_targets();
    make_initiatives();
    enter_values();
    return std::move(applied_);
  }

 private:
  const Viewer& viewer() const { return applied_.viewer; }
  const AllianceId& alliance() const { return applied_.alliance; }

  std::optional<std::optional<PersonId>> person(const std::string& email) {
    if (email.empty()) return std::optional<std::optional<PersonId>>(std::optional<PersonId>());
    auto found = people_.find(email);
    if (found == people_.end()) {
      auto id = transaction_.one<PersonId>(
          "SELECT person.id FROM person JOIN member ON member.person = person.id WHERE person.folded_email = $1 AND member.alliance = $2",
          fold(email), alliance());
      found = people_.emplace(email, id).first;
    }
    return std::optional<std::optional<PersonId>>(found->second);
  }

  bool waits(std::string_view kind, const std::string& key) const { return options_.held.contains(fmt::format("{} {}", kind, key)); }
  bool is_there(const std::string& objective) const { return applied_.objectives.contains(objective); }

  /// Who acts, and whether privately, for an item that may belong to one organisation only.
  const Viewer* actor(const std::string& private_to) {
    if (private_to.empty()) return &viewer();
    return options_.acting_for ? options_.acting_for(private_to) : nullptr;
  }

  const access::Changed& note(std::string_view kind, const access::Changed& changed) {
    applied_.made.push_back({std::string(kind), changed.id});
    return changed;
  }

  /// What objectives stand on.
  void make_ground() {
    if (options_.into) {
      find_alliance(*options_.into);
    } else {
      make_alliance();
      make_parties();
    }
    for (const auto& value : plan_.values)
      note("value", strategy::add(door_, transaction_, applied_.viewer, applied_.alliance,
                                  strategy::ValueInput{value.name, value.description, std::nullopt}));
    make_perspectives_and_themes();
    if (options_.parties_made) options_.parties_made(applied_);
    give_leaders();
  }

  /// What stands in for what the plan brings, in an alliance that is there already.
  void find_alliance(const AllianceId& id) {
    applied_.alliance = id;
    const auto present = alliance::parties(transaction_, viewer(), id);
    auto partner = present.begin();
    for (const auto& organisation : plan_.organisations) {
      if (organisation.kind != PartyKind::partner) continue;
      while (partner != present.end() && partner->kind != alliance::PartyKind::partner) ++partner;
      if (partner == present.end()) break;
      applied_.parties[organisation.key] = (partner++)->id;
    }
    for (const auto& lane : access::items::all<strategy::Perspective>(transaction_, viewer(), id))
      for (const auto& planned : plan_.perspectives)
        if (!lane.removed_at && fold(planned.name) == fold(lane.name)) applied_.perspectives[planned.key] = lane.id;
    for (const auto& theme : access::items::all<strategy::Theme>(transaction_, viewer(), id))
      for (const auto& planned : plan_.themes)
        if (!theme.removed_at && fold(planned.name) == fold(theme.name)) applied_.themes[planned.key] = theme.id;
  }

  void make_alliance() {
    const auto& a = plan_.alliance;
    alliance::AllianceInput input;
    input.name = a.name.empty() ? "Imported plan" : a.name.substr(0, 120);
    input.description = a.description;
    input.vision = a.vision;
    input.mission = a.mission;
    input.kind = kind_of(a.kind);
    input.stage = same_name<alliance::Stage>(a.stage);
    input.source = a.source;
    if (!a.currency.empty()) input.currency = a.currency;
    input.first_month = a.calendar.first_month;
    input.first_day = a.calendar.first_day;
    input.calendar = std::string(name(a.calendar.kind));
    input.zone = a.calendar.zone;
    input.method = same_name<strategy::Method>(a.method);
    input.template_ = "empty";
    auto made = alliance::make_alliance(door_, transaction_, viewer(), input);
    applied_.alliance = made.alliance.id;
    applied_.slug = made.alliance.slug;
    applied_.viewer = made.viewer;
    transaction_.run("UPDATE alliance SET foreign_id = $2, extra = $3 WHERE id = $1", alliance(), a.identifier, json::text(extras_of(plan_)));
  }

  void make_parties() {
    bool first_partner = true;
    for (const auto& organisation : plan_.organisations) {
      bool partner = organisation.kind == PartyKind::partner;
      PartyId id;
      if (partner && first_partner && !viewer().organisation.empty()) {
        first_partner = false;
        id = *transaction_.one<PartyId>("SELECT id FROM party WHERE alliance = $1", alliance());
        if (organisation.name != viewer().organisation_name)
          transaction_.run("UPDATE party SET foreign_id = $2, name = $3 WHERE id = $1", id, organisation.identifier,
                           clean_text(organisation.name.substr(0, 120), "organisation"));
      } else {
        id = alliance::add_party(door_, transaction_, viewer(), alliance(), organisation.name.substr(0, 120),
                                 partner ? alliance::PartyKind::partner : alliance::PartyKind::neutral, organisation.identifier)
                 .id;
        if (partner && first_partner) {
          first_partner = false;
          // Nobody is signed in: the first partner becomes an organisation, so that its people can be added.
          auto found = organisation::find_organisation(transaction_, organisation.name);
          auto owner = found ? *found : organisation::make_organisation(door_, transaction_, viewer(), organisation.name.substr(0, 120));
          alliance::confirm_party(door_, transaction_, viewer(), id, owner.id);
        }
      }
      applied_.parties[organisation.key] = id;
    }
  }

  void make_perspectives_and_themes() {
    for (const auto& lane : plan_.perspectives) {
      if (applied_.perspectives.contains(lane.key)) continue;
      strategy::PerspectiveInput input{lane.unplaced ? "Not placed yet" : lane.name, lane.question, lane.position};
      applied_.perspectives[lane.key] = id_of<PerspectiveId>(note("perspective", strategy::add(door_, transaction_, viewer(), alliance(), input)));
    }
    std::int64_t position = 0;
    for (const auto& theme : plan_.themes) {
      if (applied_.themes.contains(theme.key)) continue;
      strategy::ThemeInput input;
      input.name = theme.name.substr(0, 80);
      input.description = theme.description;
      input.colour = theme.colour;
      input.kind = same_name<strategy::ThemeKind>(theme.kind);
      input.priority = theme.priority;
      input.method = same_name<strategy::Method>(theme.method);
      input.k = theme.k;
      input.weight = decimal(theme.weight);
      input.red_override = theme.red_override;
      input.position = position++;
      input.foreign_id = theme.identifier;
      applied_.themes[theme.key] = id_of<ThemeId>(note("theme", strategy::add(door_, transaction_, viewer(), alliance(), input)));
    }
  }

  void give_leaders() {
    for (const auto& theme : plan_.themes) {
      if (theme.leader.empty()) continue;
      auto leader = person(theme.leader);
      if (!leader || !*leader) continue;
      strategy::ThemeInput input;
      input.leader = leader;
      strategy::change(door_, transaction_, viewer(), applied_.themes.at(theme.key), 1, input);
    }
  }

  void make_objectives() {
    std::int64_t position = 0;
    for (const auto& objective : plan_.objectives) {
      const auto place = position++;
      if (is_there(objective.key) || waits("objective", objective.key)) continue;
      strategy::ObjectiveInput input;
      if (!objective.code.empty()) input.code = objective.code;
      input.title = objective.title.substr(0, 120);
      input.description = objective.description;
      input.perspective = applied_.perspectives.at(objective.perspective);
      input.theme = applied_.themes.at(objective.theme);
      input.owner = person(objective.owner);
      input.method = same_name<strategy::Method>(objective.method);
      input.k = objective.k;
      input.weight = decimal(objective.weight);
      input.mandatory = objective.mandatory;
      input.red_override = objective.red_override;
      if (objective.manual_light != ManualLight::none)
        input.manual_light = std::optional<std::optional<strategy::Light>>(same_name<strategy::Light>(objective.manual_light));
      input.manual_reason = objective.manual_reason;
      input.position = place;
      input.foreign_id = objective.identifier;
      applied_.objectives[objective.key] = id_of<ObjectiveId>(note("objective", strategy::add(door_, transaction_, viewer(), alliance(), input)));
    }
  }

  void make_links() {
    for (const auto& link : plan_.links) {
      if (!is_there(link.from) || !is_there(link.to) || !applied_.others.insert(fmt::format("link {} {}", link.from, link.to)).second) continue;
      note("link", strategy::add(door_, transaction_, viewer(), alliance(),
                                 strategy::LinkInput{applied_.objectives.at(link.from), applied_.objectives.at(link.to), same_name<strategy::Sign>(link.sign),
                                                     link.lag_months, same_name<strategy::Strength>(link.strength)}));
    }
  }

  void make_wins() {
    for (const auto& win : plan_.wins) {
      auto party = applied_.parties.find(win.party);
      if (party == applied_.parties.end()) continue;
      std::vector<ObjectiveId> produced;
      for (const auto& key : win.objectives) produced.push_back(applied_.objectives.at(key));
      note("win", strategy::add(door_, transaction_, viewer(), alliance(), strategy::WinInput{party->second, win.text, produced, std::nullopt}));
    }
  }

  void make_measures() {
    std::int64_t position = 0;
    std::vector<const Measure*> made;
    for (const auto& measure : plan_.measures) {
      const Viewer* who = actor(measure.private_to);
      if (!who) continue;
      const auto place = position++;
      if (applied_.measures.contains(measure.key) || waits("measure", measure.key) || !is_there(measure.objective)) continue;
      scorecard::MeasureInput input;
      input.objective = applied_.objectives.at(measure.objective);
      if (!measure.code.empty()) input.code = measure.code;
      input.name = measure.name.substr(0, 200);
      input.definition = measure.definition;
      input.unit = measure.unit.substr(0, 60);
      input.decimals = measure.decimals;
      input.currency = measure.currency;
      input.frequency = measure.frequency;
      input.aggregation = same_name<scorecard::Aggregation>(measure.aggregation);
      input.source = same_name<scorecard::Source>(measure.source);
      input.kind = same_name<scorecard::Timing>(measure.kind);
      input.dimension = std::string(json::Codec<Dimension>::name(measure.dimension));
      input.owner = person(measure.owner);
      if (auto supplier = applied_.parties.find(measure.supplier); supplier != applied_.parties.end())
        input.supplier = std::optional<std::optional<PartyId>>(supplier->second);
      input.carry = measure.carry;
      if (measure.grace >= 0) input.grace = measure.grace;
      input.cumulative = measure.cumulative;
      input.seasonal = measure.seasonal;
      input.natural_min = maybe_decimal(measure.natural_min);
      input.natural_max = maybe_decimal(measure.natural_max);
      if (measure.base > 0) input.base = std::optional<std::optional<std::int64_t>>(measure.base);
      input.weight = decimal(measure.weight);
      input.mandatory = measure.mandatory;
      input.starts = maybe_date(measure.starts);
      input.retired = maybe_date(measure.retired);
      input.review_date = maybe_date(measure.review);
      input.two_keys = measure.two_keys;
      if (measure.two_keys) input.two_keys_from = measure.two_keys_from.empty() ? std::nullopt : std::optional(parse_date(measure.two_keys_from));
      input.note_below = maybe_decimal(measure.note_below);
      input.private_ = !measure.private_to.empty();
      input.position = place;
      input.foreign_id = measure.identifier;
      auto id = id_of<MeasureId>(note("measure", scorecard::add(door_, transaction_, *who, alliance(), input)));
      applied_.measures[measure.key] = {id, measure.private_to};
      made.push_back(&measure);
      applied_.measure_codes[measure.key] = id.text();
    }
    // Once all measures are there that formulas may name.
    for (const auto* measure : made) {
      if (measure->formula.empty()) continue;
      scorecard::MeasureInput input;
      input.formula = measure->formula;
      input.nulls = measure->nulls;
      scorecard::change(door_, transaction_, *actor(measure->private_to), applied_.measures.at(measure->key).first, 1, input);
    }
  }

  void make_targets() {
    for (const auto& target : plan_.targets) {
      auto measure = applied_.measures.find(target.measure);
      std::string named = target.measure + " " + target.effective_from;
      if (measure == applied_.measures.end() || waits("target", named) || !applied_.others.insert("target " + named).second) continue;
      scorecard::TargetInput input{parse_date(target.effective_from), {target.scoring.text}, given(target.reason), target.assumed};
      scorecard::add(door_, transaction_, *actor(measure->second.second), measure->second.first, std::nullopt, input);
    }
  }

  void make_initiatives() {
    for (const auto& initiative : plan_.initiatives) {
      const Viewer* who = actor(initiative.private_to);
      if (!who || !std::all_of(initiative.objectives.begin(), initiative.objectives.end(), [&](const auto& key) { return is_there(key); })) continue;
      if (!applied_.others.insert("initiative " + initiative.key).second) continue;
      scorecard::InitiativeInput input;
      input.name = initiative.name.substr(0, 160);
      input.description = initiative.description;
      input.objectives.emplace();
      for (const auto& key : initiative.objectives) input.objectives->push_back(applied_.objectives.at(key));
      input.owner = person(initiative.owner);
      input.start = maybe_date(initiative.start);
      input.due = maybe_date(initiative.due);
      input.state = same_name<scorecard::InitiativeState>(initiative.state);
      input.progress = initiative.progress.empty() ? Decimal() : parse_decimal(initiative.progress);
      input.planned = maybe_decimal(initiative.planned);
      input.budget = maybe_decimal(initiative.budget);
      input.cost = maybe_decimal(initiative.spent);
      input.currency = initiative.currency;
      input.milestones.emplace();
      for (const auto& milestone : initiative.milestones) {
        scorecard::Milestone made{milestone.name, parse_date(milestone.due), std::nullopt};
        if (!milestone.done.empty()) made.done_at = parse_date(milestone.done);
        input.milestones->push_back(std::move(made));
      }
      input.moves.emplace();
      for (const auto& move : initiative.moves)
        if (auto measure = applied_.measures.find(move.measure); measure != applied_.measures.end())
          input.moves->push_back({measure->second.first, same_name<scorecard::MoveSign>(move.sign), decimal(move.size), move.lag_months});
      input.private_ = !initiative.private_to.empty();
      input.foreign_id = initiative.identifier;
      note("initiative", scorecard::add(door_, transaction_, *who, alliance(), input));
    }
  }

  void enter_values() {
    std::map<std::string, std::vector<scorecard::ObservationInput>> by_side;
    for (const auto& row : plan_.observations) {
      auto measure = applied_.measures.find(row.measure);
      if (measure == applied_.measures.end() || row.state == ObservationState::missing) continue;
      scorecard::ObservationInput input;
      input.measure = measure->second.first.text();
      input.period = row.period;
      input.series = same_name<scorecard::Series>(row.series);
      input.state = same_name<scorecard::ObservationState>(row.state);
      if (row.state == ObservationState::value) input.value = json::Value(row.value);
      if (!row.reason.empty()) input.reason = row.reason;
      if (!row.note.empty()) input.note = row.note;
      input.numerator = decimal(row.numerator);
      input.denominator = decimal(row.denominator);
      input.weight = decimal(row.weight);
      by_side[measure->second.second].push_back(std::move(input));
    }
    for (const auto& [side, rows] : by_side) scorecard::enter(door_, transaction_, *actor(side), alliance(), rows, options_.source);
  }

  Door& door_;
  db::Transaction& transaction_;
  const Plan& plan_;
  const ApplyOptions& options_;
  Applied applied_;
  std::map<std::string, std::optional<PersonId>> people_;
};

}  // namespace

Applied apply_plan(Door& door, db::Transaction& transaction, const Viewer& viewer, const Plan& plan, const ApplyOptions& options) {
  return Run(door, transaction, viewer, plan, options).run();
}

}  // namespace entente::exchange
