#include "discipline/freshness.hpp"

namespace entente::discipline {
namespace {

using scorecard::evaluation::State;

FreshnessLine& line_of(std::vector<FreshnessLine>& lines, const std::string& id, const std::string& name) {
  for (auto& line : lines)
    if (line.id.value_or("") == id) return line;
  lines.push_back({id.empty() ? std::nullopt : std::optional(id), name, 0, 0, 0, 0, std::nullopt});
  return lines.back();
}

void count(FreshnessLine& line, State state, Date due) {
  ++line.total;
  line.due += state == State::pending;
  line.stale += state == State::stale;
  line.missing += state == State::missing;
  if (state == State::stale || state == State::missing) line.oldest = std::min(line.oldest.value_or(due), due);
}

}  // namespace

Freshness build_freshness(const model::Look& look) {
  const auto& reading = look.reading;
  model::Judge judge(reading, look.today);
  Freshness out;
  out.as_of = look.today;
  for (const auto& theme : reading.contents().themes) line_of(out.themes, theme.id.text(), theme.name);
  for (const auto& party : reading.contents().parties) line_of(out.parties, party.id.text(), party.name);
  for (const auto& measure : reading.contents().measures) {
    const auto& level = judge.level(reading.node(measure.id));
    if (level.state == State::unscored || level.state == State::undefined) continue;
    Date due = reading.calendar().last_day(level.shown) + static_cast<int>(measure.grace);
    auto owner = model::person_name(reading, measure.owner);
    count(line_of(out.owners, owner ? owner->id.text() : "", owner ? owner->name : ""), level.state, due);
    if (const auto* objective = reading.objective(measure.objective))
      if (const auto* theme = reading.theme(objective->theme)) count(line_of(out.themes, theme->id.text(), theme->name), level.state, due);
    const auto* party = measure.supplier ? reading.party(*measure.supplier) : nullptr;
    count(line_of(out.parties, party ? party->id.text() : "", party ? party->name : ""), level.state, due);
  }
  for (auto* lines : {&out.themes, &out.parties}) std::erase_if(*lines, [](const FreshnessLine& line) { return line.total == 0; });
  std::stable_sort(out.owners.begin(), out.owners.end(), [](const auto& a, const auto& b) {
    return std::pair(-(a.missing + a.stale), std::string_view(a.name)) < std::pair(-(b.missing + b.stale), std::string_view(b.name));
  });
  return out;
}

}  // namespace entente::discipline
