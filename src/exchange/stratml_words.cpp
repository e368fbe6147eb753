#include "exchange/stratml_words.hpp"

namespace entente::exchange::stratml {
namespace {
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

constexpr std::array<std::pair<Dimension, std::string_view>, 5> stages{{{Dimension::input, "Input"},
                                                                      {Dimension::input_processing, "Input_Processing"},
                                                                      {Dimension::output, "Output"},
                                                                      {Dimension::output_processing, "Output_Processing"},
                                                                      {Dimension::outcome, "Outcome"}}};
}  // namespace

bool is_xml_name(std::string_view text) {
  return !text.empty() && starts_name(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
    return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

std::optional<std::string> prefixed(std::string_view text) {
  if (is_xml_name(text)) return std::string(text);
  std::string with = "_" + std::string(text);
  if (!text.empty() && is_xml_name(with)) return with;
  return std::nullopt;
}

std::string unprefixed(std::string_view identifier) {
  const bool needed = identifier.size() > 1 && identifier.front() == '_' && !is_xml_name(identifier.substr(1));
  return std::string(needed ? identifier.substr(1) : identifier);
}

bool is_placeholder(std::string_view text) {
  if (text.find_first_not_of(".… \t\n\r") == std::string_view::npos) return true;
  if (text.front() != '[' || text.back() != ']') return false;
  std::string inside(text.substr(1, text.size() - 2));
  for (char& c : inside) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  return inside == "to be determined" || inside == "to be identified" || inside == "tbd";
}

std::string tidy(std::string_view text) {
  std::string out;
  bool blank_line = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (line.empty()) {
      blank_line = true;
      continue;
    }
    if (!out.empty()) out += blank_line ? "\n\n" : " ";
    blank_line = false;
    out += line;
  }
  return out;
}

std::string tidy_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (!is_space(c)) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string joined(const Described& parts) {
  if (parts.name.empty() && parts.value.empty()) return parts.text;
  return fmt::format("{}{}[{}: {}]", parts.text, parts.text.empty() ? "" : " ", parts.name, parts.value);
}

Described parted(std::string_view note) {
  Described parts{std::string(note), "", ""};
  if (!note.ends_with(']')) return parts;
  const std::size_t open = note.rfind('[');
  if (open == std::string_view::npos || (open > 0 && note[open - 1] != ' ')) return parts;
  const std::string_view inside = note.substr(open + 1, note.size() - open - 2);
  const std::size_t colon = inside.find(": ");
  if (colon == std::string_view::npos) return parts;
  return {std::string(note.substr(0, open == 0 ? 0 : open - 1)), std::string(inside.substr(0, colon)), std::string(inside.substr(colon + 2))};
}

std::optional<Period> exact_period(const Calendar& calendar, Date start, Date end) {
  for (Frequency frequency : {Frequency::year, Frequency::month, Frequency::quarter, Frequency::half, Frequency::week, Frequency::day}) {
    const Period period = calendar.period_of(start, frequency);
    if (calendar.first_day(period) == start && calendar.last_day(period) == end) return period;
  }
  return std::nullopt;
}

Period nearest_period(const Calendar& calendar, Date start, Date end) {
  const int days = end - start + 1;
  const Frequency frequency = days <= 1     ? Frequency::day
                              : days <= 10  ? Frequency::week
                              : days <= 45  ? Frequency::month
                              : days <= 135 ? Frequency::quarter
                              : days <= 270 ? Frequency::half
                                            : Frequency::year;
  return calendar.period_of(end, frequency);
}

std::string_view stage_name(Dimension dimension) {
  for (const auto& [stage, name] : stages)
    if (stage == dimension) return name;
  return {};
}

Dimension parse_stage(std::string_view text) {
  for (const auto& [stage, name] : stages)
    if (name == text) return stage;
  return Dimension::unknown;
}

MeasureKind kind_of(Dimension dimension) {
  return dimension == Dimension::unknown || dimension == Dimension::outcome ? MeasureKind::lag : MeasureKind::lead;
}

}  // namespace entente::exchange::stratml
