#include <pugixml.hpp>

#include "exchange/plan_difference.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/stratml.hpp"
#include "exchange/stratml_elements.hpp"
#include "exchange/stratml_words.hpp"
#include "exchange/xml_check.hpp"
#include "json/json.hpp"

namespace entente::exchange {
namespace {
using namespace stratml;

constexpr json::Limits instruction_limits{.bytes = 20'000'000, .depth = 16};

/// At most so many characters; the rest of a name is not lost, because the whole goes before the description.
void shorten(std::string& name, std::string& description, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((static_cast<unsigned char>(name[i]) & 0xC0) == 0x80) continue;
    if (++characters < most) continue;
    if (i + 1 == name.size()) return;
    description = description.empty() ? name : name + "\n\n" + description;
    name.resize(i);
    name += "…";
    return;
  }
}

std::string first_sentence(const std::string& text) {
  const std::size_t end = std::min(text.find_first_of("\n"), text.find(". "));
  return text.substr(0, end);
}

/// Codes are unique over all nodes. SequenceIndicators often count anew in each Goal: then the Goal's number goes before.
class Codes {
 public:
  std::string take(std::string wanted, std::string_view otherwise, std::string_view goal, std::size_t most) {
    if (wanted.empty() || wanted.size() > most || wanted.find(' ') != std::string::npos) wanted = otherwise;
    if (taken_.contains(wanted)) wanted = fmt::format("{}.{}", goal, wanted);
    if (wanted.size() > most) wanted = otherwise;
    std::string code = wanted;
    for (int number = 2; !taken_.insert(code).second; ++number) code = fmt::format("{}-{}", wanted, number);
    return code;
  }

 private:
  std::unordered_set<std::string> taken_;
};

/// Counts a SequenceIndicator only where each is given once; otherwise all of its kind get the Goal in front.
template <class Item, class GoalOf>
void prefix_repeated(std::vector<Item>& items, GoalOf goal_of) {
  std::unordered_set<std::string_view> seen;
  const bool repeated = std::any_of(items.begin(), items.end(), [&](const Item& item) { return !item.code.empty() && !seen.insert(item.code).second; });
  if (!repeated) return;
  seen.clear();
  for (Item& item : items)
    if (!item.code.empty()) item.code = fmt::format("{}.{}", goal_of(item), item.code);
}

void give_codes(Plan& plan) {
  std::unordered_map<std::string, std::string> number_of_goal;
  std::unordered_map<std::string, std::string> goal_of_objective;
  for (std::size_t i = 0; i < plan.themes.size(); ++i) number_of_goal[plan.themes[i].key] = std::to_string(i + 1);
  for (const Objective& item : plan.objectives) goal_of_objective[item.key] = number_of_goal[item.theme];
  prefix_repeated(plan.objectives, [&](const Objective& item) { return goal_of_objective[item.key]; });
  prefix_repeated(plan.measures, [&](const Measure& item) { return goal_of_objective[item.objective]; });

  Codes codes;
  std::size_t number = 0;
  for (Theme& item : plan.themes) {
    ++number;
    item.code = codes.take(item.code.empty() ? "" : "T" + item.code, fmt::format("T{}", number), "T", 20);
  }
  std::unordered_map<std::string, std::string> code_of_objective;
  std::unordered_map<std::string, std::size_t> count;
  for (Objective& item : plan.objectives) {
    const std::string& goal = goal_of_objective[item.key];
    item.code = codes.take(item.code, fmt::format("{}.{}", goal, ++count[item.theme]), goal, 20);
    code_of_objective[item.key] = item.code;
  }
  for (Measure& item : plan.measures) {
    const std::string& objective = code_of_objective[item.objective];
    item.code = codes.take(item.code, fmt::format("{}.m{}", objective, ++count[item.objective]), objective, 40);
  }
}

void give_names(Plan& plan) {
  std::string nothing;
  shorten(plan.alliance.name, plan.alliance.description, 120);
  for (PlanValue& item : plan.values) shorten(item.name, item.description, 80);
  for (std::size_t i = 0; i < plan.themes.size(); ++i) {
    Theme& item = plan.themes[i];
    if (item.name.empty()) item.name = first_sentence(item.description);
    if (item.name.empty()) item.name = fmt::format("Goal {}", i + 1);
    shorten(item.name, item.description, 80);
    item.colour = static_cast<int>(i);
  }
  for (Objective& item : plan.objectives) {
    if (item.title.empty()) item.title = first_sentence(item.description);
    if (item.title.empty()) item.title = "Objective " + item.code;
    shorten(item.title, item.description, 120);
  }
  for (Measure& item : plan.measures) {
    if (item.name.empty()) item.name = first_sentence(item.definition);
    if (item.name.empty()) item.name = "Measure " + item.code;
    shorten(item.name, item.definition, 200);
    shorten(item.unit, item.definition, 60);
  }
}

std::string mark_of(const std::string& name) {
  const auto letter = std::find_if(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letter == name.end() ? "?" : std::string(1, *letter >= 'a' ? static_cast<char>(*letter - 32) : *letter);
}

void give_parties(Plan& plan) {
  if (plan.organisations.empty()) {
    plan.organisations.push_back({.key = "organisation", .name = plan.alliance.name});
    plan.warnings.push_back({"Organization", "The file names no organisation; the first party has the name of the plan."});
  }
  for (std::size_t i = 0; i < plan.organisations.size(); ++i) {
    Organisation& item = plan.organisations[i];
    if (item.name.empty()) item.name = item.acronym.empty() ? fmt::format("Organisation {}", i + 1) : item.acronym;
    shorten(item.name, item.description, 120);
    item.mark = mark_of(item.name);
    item.invited = i > 0;
  }
  if (plan.organisations.size() > 1) return;
  std::string key = "partner";
  if (plan.organisations.front().key == key) key += "2";
  plan.organisations.push_back({.key = key, .name = "To be invited", .mark = "?", .invited = true});
}

void give_lanes(Plan& plan) {
  plan.perspectives = {{"not-placed-yet", "Not placed yet", "Where does each of these belong?", 0, true},
                       {"people", "Employees and organisations", "", 1, false},
                       {"processes", "Business processes", "", 2, false},
                       {"customers", "Customers", "", 3, false},
                       {"stakeholders", "Stakeholders", "", 4, false}};
  for (Objective& item : plan.objectives) item.perspective = plan.perspectives.front().key;
}

/// What a plan of another system lacks, by the rules of "Plans from and to other systems".
void complete(Plan& plan) {
  give_codes(plan);
  give_names(plan);
  give_parties(plan);
  give_lanes(plan);
  const bool running = std::any_of(plan.observations.begin(), plan.observations.end(), [](const Observation& row) { return row.series == Series::actual; });
  plan.alliance.stage = running ? AllianceStage::operation : AllianceStage::strategy;
  const auto assumed = std::count_if(plan.targets.begin(), plan.targets.end(), [](const Target& target) { return target.assumed; });
  if (assumed) plan.warnings.push_back({"TargetResult", fmt::format("{} numeric targets were taken as “higher is better, per cent of the target”: assumed, please check.", assumed)});
}

/// What our own instruction says.
struct Carried {
  Hints hints;
  json::Value difference;
};

Carried read_instruction(const json::Value& content) {
  Carried carried;
  carried.hints.origin = Origin::own;
  std::vector<FieldError> errors;
  const json::Reader at(errors);
  if (const json::Value* calendar = content.find("calendar")) {
    PlanCalendar said;
    read_sparse(at.member("calendar"), *calendar, said);
    if (errors.empty()) carried.hints.calendar = Calendar(said.first_month, said.first_day, said.kind);
  }
  if (const json::Value* keys = content.find("keys")) {
    std::map<std::string, std::string> said;
    json::Codec<std::map<std::string, std::string>>::read(at.member("keys"), *keys, said);
    carried.hints.keys.insert(said.begin(), said.end());
  }
  throw_if_any(std::move(errors));
  if (const json::Value* plan = content.find("plan")) carried.difference = *plan;
  else carried.difference = json::Value(json::Object{});
  return carried;
}

Plan read_own(const pugi::xml_node& root, const json::Value& content, Notes& notes) {
  const Carried carried = read_instruction(content);
  Plan plan = read_elements(root, carried.hints, notes);
  std::vector<FieldError> errors;
  apply_difference(json::Reader(errors), carried.difference, plan);
  throw_if_any(std::move(errors));
  throw_if_any(check(plan));
  return plan;
}

/// The content of our instruction, if the file has one of a version that we know.
std::optional<json::Value> own_instruction(const pugi::xml_document& document, Notes& notes) {
  for (pugi::xml_node node : document) {
    if (node.type() != pugi::node_pi || node.name() != instruction) continue;
    json::Value content = json::parse(node.value(), instruction_limits);
    const json::Value* version = content.find("version");
    if (version && version->number() && version->number()->text == std::to_string(instruction_version)) return content;
    notes.warn(node, "The file was written by another version of this program; only its elements were read.");
  }
  return std::nullopt;
}
}  // namespace

Plan read_stratml(std::string_view text) {
  check_xml(text);
  const Lines lines(text);
  pugi::xml_document document;
  // The check before leaves the five entities and character references, which pugixml resolves itself.
  const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol | pugi::parse_pi,
                                           pugi::encoding_utf8);
  if (!parsed) {
    const std::string line = fmt::format("line {}", lines.line_of(static_cast<std::size_t>(parsed.offset)));
    throw Error(ErrorKind::bad_input, "not_well_formed", fmt::format("{}: {}.", line, parsed.description()), {{line, "not_well_formed", parsed.description()}});
  }
  Notes notes(lines);
  const pugi::xml_node root = document.document_element();
  check_vocabulary(root, notes);
  Plan plan;
  bool own = false;
  try {
    if (const auto content = own_instruction(document, notes)) {
      own = true;
      plan = read_own(root, *content, notes);
    }
  } catch (const Error& error) {
    if (error.code() == "invalid_stratml") throw;
    throw Error(ErrorKind::bad_input, "bad_instruction", "The “entente” instruction in the file is damaged: " + error.message(), error.fields());
  }
  if (!own) {
    Hints hints;
    hints.calendar = guess_calendar(root);
    plan = read_elements(root, hints, notes);
    complete(plan);
    put_in_order(plan);
    throw_if_any(check(plan));
  }
  std::vector<Warning> found = notes.warnings();
  plan.warnings.insert(plan.warnings.begin(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return plan;
}

}  // namespace entente::exchange
