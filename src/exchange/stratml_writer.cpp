#include <pugixml.hpp>

#include "base/decimal.hpp"
#include "exchange/plan_difference.hpp"
#include "exchange/stratml.hpp"
#include "exchange/stratml_elements.hpp"
#include "exchange/stratml_words.hpp"
#include "json/json.hpp"

namespace entente::exchange {
namespace {
using namespace stratml;

/// Without the characters that XML cannot hold; the instruction keeps the whole text.
std::string allowed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 && c != '\t' && c != '\n') continue;
    if (c == 0xEF && i + 2 < text.size() && text[i + 1] == '\xBF' && static_cast<unsigned char>(text[i + 2]) >= 0xBE) {  // U+FFFE, U+FFFF
      i += 2;
      continue;
    }
    out += text[i];
  }
  return out;
}

/// Whether xsd:anyURI takes it, and a reader would.
bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127 && std::string_view("\"<>\\^`{|}[]%").find(c) == std::string_view::npos; });
}

/// The number that a scoring steers towards, where there is one.
std::optional<std::string> goal_of(const Scoring& scoring) {
  const json::Value parsed = json::parse(scoring.text);
  const json::Value* type = parsed.find("type");
  if (!type || !type->string()) return std::nullopt;
  const std::string& name = *type->string();
  const std::string_view member = name == "higher" || name == "lower" ? "green" : name == "percent" || name == "progress" ? "target" : "";
  const json::Value* number = member.empty() ? nullptr : parsed.find(member);
  if (!number || !number->number()) return std::nullopt;
  const auto decimal = try_parse_decimal(number->number()->text);
  return decimal ? std::optional(decimal->text()) : std::nullopt;
}

struct Pair {
  const Observation* target = nullptr;
  const Observation* actual = nullptr;
};

class Writer {
 public:
  explicit Writer(const Plan& plan) : plan_(plan), calendar_(plan.alliance.calendar.first_month, plan.alliance.calendar.first_day, plan.alliance.calendar.kind) {
    for (const Objective& item : plan.objectives) objective_ids_[item.key] = take_id(item);
    for (const Link& link : plan.links) links_[link.from].push_back(&link);
    for (const Objective& item : plan.objectives) objectives_[item.theme].push_back(&item);
    for (const Measure& item : plan.measures) measures_[item.objective].push_back(&item);
    for (const Target& target : plan.targets) targets_[target.measure].push_back(&target);
    for (const Observation& row : plan.observations) {
      Pair& pair = rows_[row.measure][row.period];
      if (row.series == Series::target) pair.target = &row;
      if (row.series == Series::actual) pair.actual = &row;
    }
  }

  /// The elements, without the instruction.
  void elements(pugi::xml_document& document) {
    pugi::xml_node root = document.append_child("PerformancePlanOrReport");
    root.append_attribute("xmlns") = report_namespace.data();
    const bool reports = std::any_of(plan_.observations.begin(), plan_.observations.end(), [](const Observation& row) { return row.series == Series::actual; });
    root.append_attribute("Type") = reports ? "Performance_Report" : "Performance_Plan";
    add(root, "Name", plan_.alliance.name);
    add(root, "Description", plan_.alliance.description);
    pugi::xml_node core = root.append_child("StrategicPlanCore");
    for (const Organisation& item : plan_.organisations) {
      pugi::xml_node node = core.append_child("Organization");
      add(node, "Name", item.name);
      if (!item.acronym.empty()) add(node, "Acronym", item.acronym);
      if (const std::string id = take_id(item); !id.empty()) add(node, "Identifier", id);
      if (!item.description.empty()) add(node, "Description", item.description);
    }
    statement(core, "Vision", plan_.alliance.vision, plan_.publication.vision_identifier);
    statement(core, "Mission", plan_.alliance.mission, plan_.publication.mission_identifier);
    for (const PlanValue& item : plan_.values) {
      pugi::xml_node node = core.append_child("Value");
      add(node, "Name", item.name);
      if (!item.description.empty()) add(node, "Description", item.description);
      keys_["value:" + item.name] = item.key;
    }
    for (const Theme& item : plan_.themes) goal(core, &item);
    // Objectives outside all themes need a Goal to lie in, and the schema asks for one Goal at least.
    if (objectives_.contains("") || plan_.themes.empty()) goal(core, nullptr);
    administrative(root);
  }

  const std::map<std::string, std::string>& keys() const { return keys_; }
  const Calendar& calendar() const { return calendar_; }

 private:
  static void add(pugi::xml_node& parent, const char* name, std::string_view text) {
    const std::string clean = allowed(text);
    pugi::xml_node node = parent.append_child(name);
    if (!clean.empty()) node.append_child(pugi::node_pcdata).set_value(clean.c_str());
  }

  /// An identifier of XML that nothing else in the file has; the foreign one if there is one, otherwise the key.
  template <class Item>
  std::string take_id(const Item& item) {
    const std::string& wanted = item.identifier.empty() ? item.key : item.identifier;
    std::string id = prefixed(wanted).value_or("item");
    const std::string stem = id;
    for (int number = 2; !ids_.insert(id).second; ++number) id = fmt::format("{}.{}", stem, number);
    if (!item.identifier.empty() || unprefixed(id) != item.key) keys_[id] = item.key;
    return id;
  }
  /// The same for identifiers that lead nowhere: only if it is free.
  std::string free_id(const std::string& identifier) {
    const auto id = prefixed(identifier);
    return id && ids_.insert(*id).second ? *id : std::string();
  }

  void statement(pugi::xml_node& core, const char* name, const std::string& text, const std::string& identifier) {
    if (text.empty() && identifier.empty()) return;
    pugi::xml_node node = core.append_child(name);
    add(node, "Description", text);
    if (const std::string id = free_id(identifier); !id.empty()) add(node, "Identifier", id);
  }

  void goal(pugi::xml_node& core, const Theme* theme) {
    pugi::xml_node node = core.append_child("Goal");
    add(node, "Name", theme ? theme->name : "Outside all themes");
    add(node, "Description", theme ? theme->description : "");
    add(node, "Identifier", take_id(theme ? *theme : Theme{.key = "outside-all-themes"}));
    if (theme && !theme->code.empty()) add(node, "SequenceIndicator", theme->code);
    const auto found = objectives_.find(theme ? theme->key : "");
    if (found == objectives_.end()) return;
    for (const Objective* item : found->second) objective(node, *item);
  }

  void objective(pugi::xml_node& goal, const Objective& item) {
    pugi::xml_node node = goal.append_child("Objective");
    add(node, "Name", item.title);
    add(node, "Description", item.description);
    add(node, "Identifier", objective_ids_[item.key]);
    if (!item.code.empty()) add(node, "SequenceIndicator", item.code);
    bool first = true;
    for (const Measure* measure : measures_[item.key]) indicator(node, *measure, std::exchange(first, false));
  }

  void indicator(pugi::xml_node& objective, const Measure& item, bool first) {
    pugi::xml_node node = objective.append_child("PerformanceIndicator");
    const std::string_view stage = stage_name(item.dimension);
    if (!stage.empty()) node.append_attribute("ValueChainStage") = stage.data();
    if (!item.code.empty()) add(node, "SequenceIndicator", item.code);
    add(node, "MeasurementDimension", item.name);
    add(node, "UnitOfMeasurement", item.unit);
    add(node, "Identifier", take_id(item));
    if (first)  // the schema has relationships of indicators only: those of an objective go with its first measure
      for (const Link* link : links_[item.objective]) relationship(node, *link);
    for (const auto& [period, pair] : rows_[item.key]) instance(node, item, period, pair);
    if (!item.definition.empty()) add(node, "OtherInformation", item.definition);
  }

  void relationship(pugi::xml_node& indicator, const Link& link) {
    const auto found = objective_ids_.find(link.to);
    if (found == objective_ids_.end()) return;
    pugi::xml_node node = indicator.append_child("Relationship");
    add(node, "ReferentIdentifier", found->second);
    add(node, "Name", json::Codec<LinkSign>::name(link.sign));
    add(node, "Description", fmt::format("{}, {} months later", json::Codec<LinkStrength>::name(link.strength), link.lag_months));
  }

  void instance(pugi::xml_node& indicator, const Measure& measure, const std::string& period_text, const Pair& pair) {
    const auto period = try_parse_period(period_text);
    if (!period || (!pair.target && !pair.actual)) return;
    const Date start = calendar_.first_day(*period);
    const Date end = calendar_.last_day(*period);
    if (start.year() < 1 || end.year() > 9999) return;
    pugi::xml_node node = indicator.append_child("MeasurementInstance");
    if (pair.target) {
      result(node, "TargetResult", start, end, *pair.target);
    } else if (const auto goal = goal_on(measure.key, end)) {
      Observation computed{.value = *goal, .note = joined({"", std::string(goal_descriptor), "the way this measure is judged"})};
      result(node, "TargetResult", start, end, computed);
    }
    if (pair.actual) result(node, "ActualResult", start, end, *pair.actual);
  }

  std::optional<std::string> goal_on(const std::string& measure, Date day) {
    const Target* effective = nullptr;
    for (const Target* target : targets_[measure]) {
      const auto from = try_parse_date(target->effective_from);
      if (from && *from <= day) effective = target;  // they are in the order of their days
    }
    if (!effective) return std::nullopt;
    auto [found, fresh] = goals_.try_emplace(effective);
    if (fresh) found->second = goal_of(effective->scoring);
    return found->second;
  }

  static void result(pugi::xml_node& instance, const char* name, Date start, Date end, const Observation& row) {
    pugi::xml_node node = instance.append_child(name);
    add(node, "StartDate", start.text());
    add(node, "EndDate", end.text());
    const auto decimal = row.state == ObservationState::value ? try_parse_decimal(row.value) : std::nullopt;
    add(node, "NumberOfUnits", decimal ? decimal->text() : "");
    Described described{row.note, "", ""};
    if (row.state == ObservationState::na) described = {row.note, std::string(na_descriptor), row.reason};
    else if (row.state == ObservationState::withheld) described = {row.note, std::string(withheld_descriptor), ""};
    else if (row.state == ObservationState::value && !decimal) described = {row.note, std::string(value_descriptor), row.value};
    else described = parted(row.note);
    if (!described.name.empty() || !described.value.empty()) {
      pugi::xml_node descriptor = node.append_child("Descriptor");
      add(descriptor, "DescriptorName", described.name);
      add(descriptor, "DescriptorValue", described.value);
    }
    if (!described.text.empty()) add(node, "Description", described.text);
  }

  void administrative(pugi::xml_node& root) {
    const Publication& said = plan_.publication;
    const Alliance& alliance = plan_.alliance;
    if (!alliance.identifier.empty() || !said.start.empty() || !said.end.empty() || !said.published.empty() || is_address(alliance.source)) {
      pugi::xml_node node = root.append_child("AdministrativeInformation");
      if (const std::string id = free_id(alliance.identifier); !id.empty()) add(node, "Identifier", id);
      for (auto [name, text] : {std::pair("StartDate", &said.start), {"EndDate", &said.end}, {"PublicationDate", &said.published}})
        if (try_parse_date(*text)) add(node, name, *text);
      if (is_address(alliance.source)) add(node, "Source", alliance.source);
    }
    if (said.submitter_identifier.empty() && said.given_name.empty() && said.family_name.empty() && said.phone.empty() && said.email.empty()) return;
    pugi::xml_node node = root.append_child("Submitter");
    if (const std::string id = free_id(said.submitter_identifier); !id.empty()) add(node, "Identifier", id);
    for (auto [name, text] : {std::pair("GivenName", &said.given_name), {"Surname", &said.family_name}, {"PhoneNumber", &said.phone}, {"EmailAddress", &said.email}})
      if (!text->empty()) add(node, name, *text);
  }

  const Plan& plan_;
  Calendar calendar_;
  std::unordered_set<std::string> ids_;
  std::map<std::string, std::string> keys_;
  std::unordered_map<std::string, std::string> objective_ids_;
  std::unordered_map<std::string, std::vector<const Link*>> links_;
  std::unordered_map<std::string, std::vector<const Objective*>> objectives_;
  std::unordered_map<std::string, std::vector<const Measure*>> measures_;
  std::unordered_map<std::string, std::vector<const Target*>> targets_;
  std::unordered_map<std::string, std::map<std::string, Pair>> rows_;
  std::unordered_map<const Target*, std::optional<std::string>> goals_;
};

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

/// JSON that can stand in a processing instruction: without `>`, so that no `?>` comes about, and without the two
/// characters that JSON allows but XML does not.
std::string for_instruction(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '>') out += "\\u003e";
    else if (json[i] == '\xEF' && i + 2 < json.size() && json[i + 1] == '\xBF' && static_cast<unsigned char>(json[i + 2]) >= 0xBE)
      out += json[i + 2] == '\xBE' ? "\\ufffe" : "\\uffff", i += 2;
    else out += json[i];
  }
  return out;
}
}  // namespace

std::string write_stratml(const Plan& given) {
  Plan plan = given;
  plan.warnings.clear();
  put_in_order(plan);

  pugi::xml_document document;
  Writer writer(plan);
  writer.elements(document);
  StringWriter elements;
  document.document_element().print(elements, " ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);

  // Read back what others would see; the instruction carries the rest.
  pugi::xml_document again;
  again.load_buffer(elements.text.data(), elements.text.size(), pugi::parse_default, pugi::encoding_utf8);
  Hints hints{Origin::own, writer.calendar(), {}};
  hints.keys.insert(writer.keys().begin(), writer.keys().end());
  const Lines lines(elements.text);
  Notes notes(lines);
  const Plan seen = read_elements(again.document_element(), hints, notes);

  std::string carried = fmt::format(R"({{"version":{},"calendar":)", instruction_version);
  write_sparse(carried, plan.alliance.calendar, PlanCalendar{});
  carried += R"(,"keys":)";
  json::write(carried, writer.keys());
  carried += R"(,"plan":)";
  write_difference(carried, plan, seen);
  carried += '}';
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?{} {}?>\n{}", instruction, for_instruction(carried), elements.text);
}

}  // namespace entente::exchange
