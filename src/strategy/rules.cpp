#include "strategy/rules.hpp"

#include "base/text.hpp"

namespace entente::strategy {
namespace {

const TextRule title_rule{.longest = 120};
const TextRule note_rule{.longest = 20'000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
const TextRule short_rule{.longest = 300, .empty = TextRule::Empty::allowed};

void refuse(std::vector<FieldError>& errors, const std::string& path, std::string_view code, std::string message) {
  errors.push_back({path, std::string(code), std::move(message)});
}

void check_weight(const Decimal& weight, bool mandatory, std::vector<FieldError>& errors, const std::string& path) {
  if (weight.is_negative()) refuse(errors, path + "weight", "negative", "A weight is zero or more.");
  if (weight > Decimal::from_integer(1'000'000)) refuse(errors, path + "weight", "too_large", "A weight is at most 1,000,000.");
  if (mandatory && weight.is_zero())
    refuse(errors, path + "weight", "mandatory_without_weight", "What is mandatory needs a weight above zero.");
}

void check_method(Method method, std::int64_t k, std::vector<FieldError>& errors, const std::string& path) {
  if (method == Method::k_of_n && (k < 1 || k > 1000))
    refuse(errors, path + "k", "out_of_range", "Say how many must be green: 1 or more.");
}

}  // namespace

void check(Perspective& perspective, std::vector<FieldError>& errors, const std::string& path) {
  perspective.name = clean_text(perspective.name, path + "name", {.longest = 80}, errors);
  perspective.question = clean_text(perspective.question, path + "question", short_rule, errors);
}

void check(Theme& theme, std::vector<FieldError>& errors, const std::string& path) {
  theme.name = clean_text(theme.name, path + "name", {.longest = 80}, errors);
  theme.description = clean_text(theme.description, path + "description", note_rule, errors);
  theme.priority = clean_text(theme.priority, path + "priority", short_rule, errors);
  if (theme.colour < 0 || theme.colour > 11) refuse(errors, path + "colour", "out_of_range", "A colour is a number from 0 to 11.");
  check_weight(theme.weight, false, errors, path);
  check_method(theme.method, theme.k, errors, path);
  if (theme.method == Method::manual)
    refuse(errors, path + "method", "no_light", "A theme has no light of its own. Choose how its objectives are taken together.");
}

void check(Objective& objective, std::vector<FieldError>& errors, const std::string& path) {
  objective.code = clean_text(objective.code, path + "code", {.longest = 20}, errors);
  objective.title = clean_text(objective.title, path + "title", title_rule, errors);
  objective.description = clean_text(objective.description, path + "description", note_rule, errors);
  objective.manual_reason = clean_text(objective.manual_reason, path + "manual_reason", note_rule, errors);
  if (objective.perspective.empty()) refuse(errors, path + "perspective", "empty", "Please choose a perspective.");
  if (objective.theme.empty()) refuse(errors, path + "theme", "empty", "Please choose a theme.");
  check_weight(objective.weight, objective.mandatory, errors, path);
  check_method(objective.method, objective.k, errors, path);
  if (objective.method == Method::manual && !objective.manual_light)
    refuse(errors, path + "manual_light", "empty", "Please choose the light.");
  if (objective.method == Method::manual && objective.manual_reason.empty())
    refuse(errors, path + "manual_reason", "empty", "A light set by hand needs a reason.");
  if (objective.pin_column && (*objective.pin_column < 0 || *objective.pin_column > 63))
    refuse(errors, path + "pin.column", "out_of_range", "A column is a number from 0 to 63.");
  if (objective.pin_row && (*objective.pin_row < 0 || *objective.pin_row > 31))
    refuse(errors, path + "pin.row", "out_of_range", "A row is a number from 0 to 31.");
}

void check(Link& link, std::vector<FieldError>& errors, const std::string& path) {
  if (link.cause.empty()) refuse(errors, path + "from", "empty", "Please choose the objective that helps.");
  if (link.effect.empty()) refuse(errors, path + "to", "empty", "Please choose the objective that is helped.");
  if (!link.cause.empty() && link.cause == link.effect)
    refuse(errors, path + "to", "same", "An objective cannot be linked to itself.");
  if (link.lag_months < 0 || link.lag_months > 120)
    refuse(errors, path + "lag_months", "out_of_range", "A lag is 0 to 120 months.");
}

void check(Win& win, std::vector<FieldError>& errors, const std::string& path) {
  win.text = clean_text(win.text, path + "text", title_rule, errors);
  if (win.party.empty()) refuse(errors, path + "party", "empty", "Please choose the partner who wins this.");
}

void check(SharedValue& value, std::vector<FieldError>& errors, const std::string& path) {
  value.text = clean_text(value.text, path + "text", {.longest = 80}, errors);
  value.description = clean_text(value.description, path + "description", note_rule, errors);
}

std::vector<Perspective> standard_perspectives() {
  std::vector<Perspective> lanes(4);
  constexpr std::pair<const char*, const char*> texts[] = {
      {"Employees and organisations", "How must people and systems of both sides grow?"},
      {"Business processes", "What must we do better together?"},
      {"Customers", "What must those we serve see in us?"},
      {"Stakeholders", "What do the owners of both sides gain?"}};
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    lanes[i].name = texts[i].first;
    lanes[i].question = texts[i].second;
    lanes[i].position = static_cast<std::int64_t>(i);
  }
  return lanes;
}

std::string next_code(const std::string& theme_name, std::span<const std::string> taken) {
  std::string initials;
  bool starts = true;
  for (char c : theme_name) {
    bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (letter && starts && initials.size() < 2) initials += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    starts = !letter;
  }
  if (initials.size() < 2) {
    initials.clear();
    for (char c : theme_name)
      if (std::isalnum(static_cast<unsigned char>(c)) && initials.size() < 2)
        initials += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (initials.empty()) initials = "O";
  for (int number = 1;; ++number) {
    std::string code = initials + std::to_string(number);
    if (std::find(taken.begin(), taken.end(), code) == taken.end()) return code;
  }
}

std::vector<std::string> advice(std::size_t objectives, std::size_t unplaced, std::size_t without_links) {
  std::vector<std::string> out;
  if (objectives > 25) out.push_back(fmt::format("{} objectives: a map reads best with 12 to 25.", objectives));
  if (unplaced > 0) out.push_back(fmt::format("{} not placed yet: drag them into a perspective.", unplaced));
  if (objectives >= 5 && without_links > 0)
    out.push_back(fmt::format("{} without a link: what do they help, and what helps them?", without_links));
  return out;
}

}  // namespace entente::strategy
