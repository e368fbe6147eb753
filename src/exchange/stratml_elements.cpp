#include "exchange/stratml_elements.hpp"

#include "base/decimal.hpp"
#include "exchange/stratml_words.hpp"

namespace entente::exchange::stratml {
namespace {

/// A decimal as StratML files have it: spreadsheets write more decimals than we hold, which are rounded.
std::optional<std::string> lenient_decimal(std::string_view text) {
  if (auto exact = try_parse_decimal(text)) return exact->text();
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || text.size() > 400) return std::nullopt;
  if (text.find_first_not_of("0123456789", point + 1) != std::string_view::npos) return std::nullopt;
  const std::size_t digits = point - (text.starts_with('-') ? 1 : 0);
  if (digits > 18) return std::nullopt;
  const std::size_t keep = std::min<std::size_t>(9, 18 - digits);
  const auto cut = try_parse_decimal(text.substr(0, point + (keep ? keep + 1 : 0)));
  if (!cut) return std::nullopt;
  Decimal rounded = *cut;
  if (point + 1 + keep < text.size() && text[point + 1 + keep] >= '5') {
    Int128 unit = Decimal::one_unit;
    for (std::size_t i = 0; i < keep; ++i) unit /= 10;
    rounded = text.starts_with('-') ? rounded - Decimal::from_units(unit) : rounded + Decimal::from_units(unit);
  }
  if (auto again = try_parse_decimal(rounded.text())) return again->text();
  return std::nullopt;
}

/// One TargetResult or ActualResult.
struct Result {
  pugi::xml_node node;
  Series series = Series::actual;
  std::string start;
  std::string end;
  std::string units;
  Described described;
};

struct PendingLink {
  std::string from;
  std::string referent;
  std::string name;
  std::string description;
  pugi::xml_node node;
};

class ElementReader {
 public:
  ElementReader(const Hints& hints, Notes& notes) : hints_(hints), notes_(notes), own_(hints.origin == Origin::own) {}

  Plan read(const pugi::xml_node& root) {
    Alliance& alliance = plan_.alliance;
    alliance.name = name(root);
    alliance.description = with_other_information(root);
    alliance.calendar.first_month = hints_.calendar.first_month();
    alliance.calendar.first_day = hints_.calendar.first_day_of_month();
    alliance.calendar.kind = hints_.calendar.kind();
    if (!child(root, "Name")) fail(root, "“Name” is missing.");
    const pugi::xml_node core = child(root, "StrategicPlanCore");
    if (!core) fail(root, "“StrategicPlanCore” is missing.");
    administrative(root);
    for (pugi::xml_node item : core) {
      const std::string_view what = local(item);
      if (what == "Organization") organisation(item);
      else if (what == "Value") value(item);
      else if (what == "Goal") goal(item);
      else if (what == "Vision") alliance.vision = statement(item, plan_.publication.vision_identifier);
      else if (what == "Mission") alliance.mission = statement(item, plan_.publication.mission_identifier);
    }
    if (plan_.themes.empty()) fail(core, "There is no “Goal”.");
    link_up();
    put_in_order(plan_);
    return std::move(plan_);
  }

 private:
  [[noreturn]] void fail(const pugi::xml_node& node, const std::string& message) const {
    const std::string line = notes_.line(node);
    throw Error(ErrorKind::bad_input, "invalid_stratml", fmt::format("This is not valid StratML. {}: {}", line, message), {{line, "missing", message}});
  }

  std::string long_text(std::string raw) const { return own_ ? raw : tidy(raw); }
  std::string short_text(std::string raw) const { return own_ ? raw : tidy_line(raw); }
  std::string name(const pugi::xml_node& node) const { return short_text(child_text(node, "Name")); }

  /// The Description, then what else the element says in words.
  std::string with_other_information(const pugi::xml_node& node) const {
    std::string out = long_text(child_text(node, "Description"));
    auto add = [&](const std::string& more) {
      if (!more.empty() && (own_ || !is_placeholder(more))) out += (out.empty() ? "" : "\n\n") + more;
    };
    add(long_text(child_text(node, "OtherInformation")));
    std::string people;
    for (pugi::xml_node item : node) {
      if (item.type() != pugi::node_element || local(item) != "Stakeholder") continue;
      const std::string line = stakeholder(item);
      if (!line.empty()) people += "\n– " + line;
    }
    if (!people.empty()) add("Stakeholders:" + people);
    return out;
  }

  /// "Jared Kushner (person): adviser; role: lead (performer): leads the office"; empty for an empty form.
  std::string stakeholder(const pugi::xml_node& node) const {
    std::string out = tidy_line(child_text(node, "Name"));
    std::string type = node.attribute("StakeholderTypeType").value();
    for (char& c : type) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
    if (!out.empty() && !type.empty()) out += " (" + type + ")";
    auto add = [&](const std::string& more, std::string_view between) {
      if (!more.empty()) out += (out.empty() ? "" : std::string(between)) + more;
    };
    add(tidy_line(child_text(node, "Description")), ": ");
    for (pugi::xml_node item : node) {
      if (item.type() != pugi::node_element || local(item) != "Role") continue;
      std::string role = tidy_line(child_text(item, "Name"));
      for (pugi::xml_node kind : item) {
        if (kind.type() != pugi::node_element || local(kind) != "RoleType") continue;
        std::string text = tidy_line(text_of(kind));
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
        if (!text.empty()) role += (role.empty() ? "" : " ") + ("(" + text + ")");
      }
      const std::string more = tidy_line(child_text(item, "Description"));
      if (!more.empty()) role += (role.empty() ? "" : ": ") + more;
      if (!role.empty()) add("role: " + role, "; ");
    }
    return out;
  }

  /// Early versions have the text right inside.
  std::string statement(const pugi::xml_node& node, std::string& identifier) {
    identifier = unprefixed(tidy_line(child_text(node, "Identifier")));
    return long_text(child(node, "Description") ? child_text(node, "Description") : text_of(node));
  }

  void administrative(const pugi::xml_node& root) {
    Publication& publication = plan_.publication;
    const pugi::xml_node about = child(root, "AdministrativeInformation");
    plan_.alliance.identifier = unprefixed(tidy_line(child_text(about, "Identifier")));
    plan_.alliance.source = short_text(child_text(about, "Source"));
    publication.start = date_text(about, "StartDate");
    publication.end = date_text(about, "EndDate");
    publication.published = date_text(about, "PublicationDate");
    pugi::xml_node who = child(root, "Submitter");
    if (!who) who = child(about, "Submitter");
    auto either = [&](std::string_view now, std::string_view before) { return short_text(child_text(who, child(who, now) ? now : before)); };
    publication.submitter_identifier = unprefixed(tidy_line(child_text(who, "Identifier")));
    publication.given_name = either("GivenName", "FirstName");
    publication.family_name = either("Surname", "LastName");
    publication.phone = short_text(child_text(who, "PhoneNumber"));
    publication.email = short_text(child_text(who, "EmailAddress"));
  }

  std::string date_text(const pugi::xml_node& node, std::string_view field) {
    const std::string text = tidy_line(child_text(node, field));
    if (text.empty() || try_parse_date(text)) return text;
    notes_.warn(child(node, field), fmt::format("“{}” is no date and was left out.", text));
    return "";
  }

  /// Gives an item its key and foreign identifier.
  template <class Item>
  void identify(Item& item, const pugi::xml_node& node, std::unordered_set<std::string>& taken, std::string_view word) {
    const std::string raw = tidy_line(child_text(node, "Identifier"));
    if (!raw.empty() && !is_placeholder(raw)) {
      const auto hint = hints_.keys.find(raw);
      item.key = hint != hints_.keys.end() ? hint->second : unprefixed(raw);
      if (!own_ || hint != hints_.keys.end()) item.identifier = unprefixed(raw);
      if (!own_ && taken.contains(item.key)) notes_.warn(child(node, "Identifier"), "An identifier is given to more than one element.");
    }
    for (std::size_t number = taken.size() + 1; item.key.empty() || taken.contains(item.key); ++number) item.key = fmt::format("{}{}", word, number);
    taken.insert(item.key);
  }

  void organisation(const pugi::xml_node& node) {
    Organisation item;
    identify(item, node, organisation_keys_, "organisation");
    item.name = name(node);
    item.acronym = short_text(child_text(node, "Acronym"));
    item.description = with_other_information(node);
    if (!own_ && item.name.empty() && item.description.empty()) return;
    plan_.organisations.push_back(std::move(item));
  }

  void value(const pugi::xml_node& node) {
    PlanValue item;
    item.name = name(node);
    item.description = with_other_information(node);
    if (!own_ && item.name.empty()) std::swap(item.name, item.description);
    if (!own_ && item.name.empty()) return;
    const auto hint = hints_.keys.find("value:" + item.name);
    if (hint != hints_.keys.end()) item.key = hint->second;
    for (std::size_t number = value_keys_.size() + 1; item.key.empty() || value_keys_.contains(item.key); ++number) item.key = fmt::format("value{}", number);
    value_keys_.insert(item.key);
    plan_.values.push_back(std::move(item));
  }

  void goal(const pugi::xml_node& node) {
    Theme item;
    identify(item, node, theme_keys_, "theme");
    item.code = short_text(child_text(node, "SequenceIndicator"));
    item.name = name(node);
    item.description = with_other_information(node);
    const std::string key = item.key;
    plan_.themes.push_back(std::move(item));
    for (pugi::xml_node inner : node)
      if (inner.type() == pugi::node_element && local(inner) == "Objective") objective(inner, key);
  }

  void objective(const pugi::xml_node& node, const std::string& theme) {
    Objective item;
    identify(item, node, objective_keys_, "objective");
    referents_.emplace(unprefixed(tidy_line(child_text(node, "Identifier"))), item.key);
    item.theme = theme;
    item.code = short_text(child_text(node, "SequenceIndicator"));
    item.title = name(node);
    item.description = with_other_information(node);
    const bool empty_form = !own_ && item.title.empty() && item.description.empty();
    const std::string key = item.key;
    plan_.objectives.push_back(std::move(item));
    for (pugi::xml_node inner : node)
      if (inner.type() == pugi::node_element && local(inner) == "PerformanceIndicator") indicator(inner, key);
    if (empty_form && (plan_.measures.empty() || plan_.measures.back().objective != key)) {
      notes_.warn(node, "An objective without name and description was left out.");
      plan_.objectives.pop_back();
    }
  }

  void indicator(const pugi::xml_node& node, const std::string& objective) {
    Measure item;
    identify(item, node, measure_keys_, "measure");
    referents_.emplace(unprefixed(tidy_line(child_text(node, "Identifier"))), objective);
    item.objective = objective;
    item.code = short_text(child_text(node, "SequenceIndicator"));
    item.name = short_text(child_text(node, "MeasurementDimension"));
    item.unit = short_text(child_text(node, "UnitOfMeasurement"));
    item.definition = long_text(child_text(node, "OtherInformation"));
    item.dimension = parse_stage(node.attribute("ValueChainStage").value());
    item.kind = kind_of(item.dimension);
    std::vector<Result> results;
    for (pugi::xml_node inner : node) {
      if (inner.type() != pugi::node_element) continue;
      if (local(inner) == "Relationship") relationship(inner, objective);
      if (local(inner) != "MeasurementInstance") continue;
      for (pugi::xml_node part : inner)
        if (part.type() == pugi::node_element && (local(part) == "TargetResult" || local(part) == "ActualResult")) results.push_back(result(part));
    }
    const std::size_t before = plan_.observations.size();
    rows(item, results);
    if (!own_ && item.name.empty() && item.unit.empty() && item.definition.empty() && plan_.observations.size() == before) {
      notes_.warn(node, "An indicator with nothing in it was left out.");
      measure_keys_.erase(item.key);
      return;
    }
    plan_.measures.push_back(std::move(item));
  }

  void relationship(const pugi::xml_node& node, const std::string& objective) {
    bool any = false;
    for (pugi::xml_node inner : node) {
      if (inner.type() != pugi::node_element || local(inner) != "ReferentIdentifier") continue;
      std::string referent = unprefixed(tidy_line(text_of(inner)));
      if (referent.empty() || is_placeholder(referent)) continue;
      any = true;
      links_.push_back({objective, std::move(referent), child_text(node, "Name"), child_text(node, "Description"), node});
    }
    if (!any) notes_.warn(node, "A link to nothing else in this file was left out.");
  }

  Result result(const pugi::xml_node& node) {
    Result out;
    out.node = node;
    out.series = local(node) == "TargetResult" ? Series::target : Series::actual;
    out.start = date_text(node, "StartDate");
    out.end = date_text(node, "EndDate");
    out.units = tidy_line(child_text(node, "NumberOfUnits"));
    const pugi::xml_node descriptor = child(node, "Descriptor");
    out.described = {long_text(child_text(node, "Description")), short_text(child_text(descriptor, "DescriptorName")),
                     short_text(child_text(descriptor, "DescriptorValue"))};
    if (!own_ && is_placeholder(out.described.text)) out.described.text.clear();
    if (!own_ && is_placeholder(out.described.value)) out.described.value.clear();
    if (out.described.value.empty() && out.described.name != withheld_descriptor && !own_) out.described.name.clear();
    return out;
  }

  std::optional<Period> period_of(const Result& result) {
    std::optional<Date> start = try_parse_date(result.start);
    std::optional<Date> end = try_parse_date(result.end);
    const Calendar& calendar = hints_.calendar;
    if (start && end && *end < *start) std::swap(start, end);
    if (start && end) {
      if (auto exact = exact_period(calendar, *start, *end)) return exact;
      notes_.warn(result.node, "The dates are not those of a year, half, quarter, month, week or day; the nearest period was taken.");
      return nearest_period(calendar, *start, *end);
    }
    for (Frequency frequency : {Frequency::year, Frequency::half, Frequency::quarter, Frequency::month}) {
      if (!start && !end) break;
      const Period period = calendar.period_of(end ? *end : *start, frequency);
      if (end ? calendar.last_day(period) == *end : calendar.first_day(period) == *start) return period;
    }
    if (end) return calendar.period_of(*end, Frequency::day);
    if (start) return calendar.period_of(*start, Frequency::day);
    // A result without dates is one of the whole plan.
    for (const std::string& text : {plan_.publication.end, plan_.publication.start, plan_.publication.published})
      if (auto date = try_parse_date(text)) return calendar.period_of(*date, Frequency::year);
    return std::nullopt;
  }

  void rows(Measure& measure, const std::vector<Result>& results) {
    bool numeric = false;
    for (const Result& item : results) numeric = numeric || (item.series == Series::actual && !item.units.empty());
    std::set<std::pair<std::string, Series>> seen;
    std::map<Date, std::pair<std::string, pugi::xml_node>> goals;
    std::optional<Frequency> coarsest;
    std::size_t decimals = 0;
    for (const Result& item : results) {
      if (own_ && item.described.name == goal_descriptor) continue;
      Observation row;
      if (!read_value(item, numeric, row)) continue;
      const auto period = period_of(item);
      if (!period || !try_parse_period(period->text())) {
        if (row.state == ObservationState::value) notes_.warn(item.node, "A result without dates was left out, because the plan has none either.");
        continue;
      }
      row.measure = measure.key;
      row.period = period->text();
      row.series = item.series;
      if (!seen.emplace(row.period, row.series).second) {
        notes_.warn(item.node, "There is more than one result for a period; the first one counts.");
        continue;
      }
      if (!coarsest || *coarsest < period->frequency) coarsest = period->frequency;
      if (const std::size_t point = row.value.find('.'); point != std::string::npos && !item.units.empty())
        decimals = std::max(decimals, row.value.size() - point - 1);
      if (item.series == Series::target && !item.units.empty()) goals[hints_.calendar.first_day(*period)] = {row.value, item.node};
      plan_.observations.push_back(std::move(row));
    }
    measure.decimals = static_cast<int>(decimals);
    if (coarsest) measure.frequency = *coarsest;
    assume_targets(measure, goals);
  }

  /// What a result says; false when it says nothing at all.
  bool read_value(const Result& item, bool numeric, Observation& row) {
    const Described& said = item.described;
    row.state = ObservationState::missing;
    if (!item.units.empty()) {
      if (auto value = own_ ? std::optional(item.units) : lenient_decimal(item.units)) {
        row.value = std::move(*value);
        row.state = ObservationState::value;
        row.note = joined(said);
        return true;
      }
      notes_.warn(item.node, fmt::format("“{}” is not a number; it was kept as a note.", item.units));
      row.note = joined({said.text, "NumberOfUnits", item.units});
      return item.series == Series::actual;
    }
    if (said.name == na_descriptor) {
      row.state = ObservationState::na;
      row.reason = said.value;
      row.note = said.text;
    } else if (said.name == withheld_descriptor) {
      row.state = ObservationState::withheld;
      row.note = said.text;
    } else if (!said.value.empty() && (said.name == value_descriptor || (item.series == Series::actual && !numeric))) {
      row.state = ObservationState::value;
      row.value = said.value;
      row.note = said.text;
    } else {
      row.note = joined(said);
      // An empty target is none; an empty actual is a missing one.
      return item.series == Series::actual && (own_ || numeric || !row.note.empty());
    }
    return true;
  }

  /// A numeric target says how much is wanted, but not which way is better: `percent` of it, higher, until somebody says
  /// otherwise. One from each day on which the number changes.
  void assume_targets(const Measure& measure, const std::map<Date, std::pair<std::string, pugi::xml_node>>& goals) {
    std::string before;
    for (const auto& [day, goal] : goals) {
      const auto& [number, node] = goal;
      const auto decimal = try_parse_decimal(number);
      if (!decimal || number == before) continue;
      before = number;
      Target target{measure.key, day.text(), {}, true, ""};
      if (decimal->is_zero() || decimal->is_negative())
        notes_.warn(node, "A target of zero or less says nothing without a direction; the measure is not scored there.");
      else
        target.scoring.text = fmt::format(R"({{"type":"percent","target":{},"direction":"higher"}})", decimal->text());
      plan_.targets.push_back(std::move(target));
    }
  }

  void link_up() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const PendingLink& pending : links_) {
      const auto found = referents_.find(pending.referent);
      if (found == referents_.end()) {
        notes_.warn(pending.node, "A relationship points at an element that is not in the file, and was left out.");
        continue;
      }
      Link link{pending.from, found->second};
      if (link.from == link.to || !seen.emplace(link.from, link.to).second) continue;
      if (pending.name == "hinders") link.sign = LinkSign::hinders;
      char strength[8] = "";
      int lag = 0;
      if (std::sscanf(pending.description.c_str(), "%7[a-z], %d months later", strength, &lag) == 2)
        if (auto parsed = json::Codec<LinkStrength>::parse(strength)) link.strength = *parsed, link.lag_months = lag;
      plan_.links.push_back(std::move(link));
    }
  }

  const Hints& hints_;
  Notes& notes_;
  bool own_;
  Plan plan_;
  std::vector<PendingLink> links_;
  /// What a relationship can point at, and the objective that it stands for.
  std::unordered_map<std::string, std::string> referents_;
  std::unordered_set<std::string> organisation_keys_, value_keys_, theme_keys_, objective_keys_, measure_keys_;
};
}  // namespace

Plan read_elements(const pugi::xml_node& root, const Hints& hints, Notes& notes) { return ElementReader(hints, notes).read(root); }

Calendar guess_calendar(const pugi::xml_node& root) {
  std::map<std::pair<int, int>, int> starts;
  struct Walker : pugi::xml_tree_walker {
    std::map<std::pair<int, int>, int>* starts = nullptr;
    bool for_each(pugi::xml_node& node) override {
      const std::string_view name = local(node);
      if (name != "TargetResult" && name != "ActualResult") return true;
      const auto start = try_parse_date(tidy_line(child_text(node, "StartDate")));
      const auto end = try_parse_date(tidy_line(child_text(node, "EndDate")));
      if (start && end && *end - *start >= 360 && *end - *start <= 370) ++(*starts)[{start->month(), start->day()}];
      return true;
    }
  } walker;
  walker.starts = &starts;
  pugi::xml_node top = root;
  top.traverse(walker);
  const auto most = std::max_element(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == starts.end() ? Calendar() : Calendar(most->first.first, most->first.second, CalendarKind::months);
}

}  // namespace entente::exchange::stratml
