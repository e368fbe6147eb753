#include "strategy/layout/sample_maps.hpp"

#include <random>

namespace entente::strategy::layout {

Input reference_map() {
  struct Row {
    const char* code;
    const char* lane;
    const char* theme;
    const char* title;
    std::vector<const char*> helps;
  };
  static const std::vector<Row> rows = {
      {"LA1", "employees", "living", "Trust at every level", {"CO1", "CO2", "LA3"}},
      {"LA2", "employees", "living", "Carry out the strategy with commitment", {"SP1", "CO4"}},
      {"LA3", "employees", "living", "Rewards that keep attention on the alliance", {"LA2"}},
      {"LA4", "employees", "living", "Information systems for speed and clinical efficiency", {"SP4", "CO1"}},
      {"CO1", "processes", "collaboration", "Cost drivers in the open", {"CO3"}},
      {"CO2", "processes", "collaboration", "Talent used where it is best", {"SP1", "GR1"}},
      {"CO3", "processes", "collaboration", "Each other’s existing services used", {"VB1"}},
      {"CO4", "processes", "collaboration", "Third parties where they deliver better", {"SP3"}},
      {"CO5", "processes", "collaboration", "Development plans that are viable: commercially and for regulators", {"GR3", "CU1"}},
      {"CO6", "customers", "collaboration", "Key outside stakeholders engaged early", {"CU1", "CU4"}},
      {"SP1", "processes", "speed", "Better protocols", {"SP4", "CU2"}},
      {"SP2", "processes", "speed", "Less time from last patient test to statistical report", {"GR2"}},
      {"SP3", "processes", "speed", "New trial methods taken up", {"SP2", "SP5"}},
      {"SP4", "processes", "speed", "Less time from finding a site to enrolling patients", {"SP2", "GR2"}},
      {"CU1", "customers", "speed", "Regulator: “Meet my requirements, so that I can approve what is safe and works”", {"VB1"}},
      {"CU2", "customers", "speed", "Physician: “Better and safer medicines”", {"VB1"}},
      {"CU3", "customers", "collaboration", "Leading specialist: “Let me take part”", {"CU2"}},
      {"CU4", "customers", "growth", "Payer: “A fair price”", {"VB1"}},
      {"CU5", "customers", "growth", "Patient: “Access to what treats me”", {"VB1"}},
      {"GR1", "processes", "growth", "Joint go / no-go decisions", {"GR2"}},
      {"GR2", "processes", "growth", "Compounds flow faster into clinical development", {"VB1"}},
      {"GR3", "processes", "growth", "Investment managed better", {"VB1", "SP5"}},
      {"VB1", "stakeholders", "value", "Shareholder value for both, from a good number of viable compounds", {}},
      {"SP5", "stakeholders", "speed", "Value from new approaches to development", {"VB1"}},
  };
  Input input;
  input.lanes = {{"employees", "Employees and organisations", "How must people and systems grow?"},
                 {"processes", "Business processes", "What must we do better together?"},
                 {"customers", "Customers", "What must regulators, physicians, payers and patients see?"},
                 {"stakeholders", "Stakeholders", "What do both owners gain?"}};
  input.themes = {{"living", "Living the alliance", 0},
                  {"collaboration", "Collaboration", 1},
                  {"speed", "Speed and process innovation", 2},
                  {"growth", "Growth", 3},
                  {"value", "Value for both", 4}};
  for (const Row& row : rows) {
    input.objectives.push_back({row.code, row.code, row.title, row.lane, row.theme, std::nullopt});
    for (const char* effect : row.helps) input.links.push_back({fmt::format("{}-{}", row.code, effect), row.code, effect, Sign::plus});
  }
  input.parties = {{"aldermere", "Aldermere Pharma", {"Compounds on the market", "A portfolio worth more"}},
                   {"halden", "Halden Clinical", {"A broader revenue base", "Milestone payments"}}};
  input.values = {"Patients first", "Science and innovation", "Communicate", "Trust", "Respect", "Support", "Commit", "Make a difference"};
  return input;
}

Input random_map(const RandomMap& wanted) {
  std::mt19937_64 random(wanted.seed);
  const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<std::uint64_t>(std::max(1, bound))); };
  Input input;
  for (int l = 0; l < wanted.lanes; ++l) input.lanes.push_back({fmt::format("lane{}", l), fmt::format("Perspective {}", l + 1), "What must be done?"});
  for (int t = 0; t < wanted.themes; ++t) input.themes.push_back({fmt::format("theme{}", t), fmt::format("Theme {}", t + 1), t});
  std::vector<int> lane_of;
  for (int o = 0; o < wanted.objectives && wanted.lanes > 0; ++o) {
    lane_of.push_back(below(wanted.lanes));
    input.objectives.push_back({fmt::format("o{}", o), fmt::format("O{:03}", o), fmt::format("Objective number {}", o),
                                fmt::format("lane{}", lane_of.back()), fmt::format("theme{}", below(wanted.themes)), std::nullopt});
  }
  const int count = static_cast<int>(input.objectives.size());
  for (int p = 0; p < wanted.pins && p < count; ++p) {
    Pin pin{below(8), std::nullopt};
    if (below(2)) pin.row = below(3);
    input.objectives[static_cast<std::size_t>(below(count))].pin = pin;
  }
  for (int i = 0; i < wanted.links && count > 1; ++i) {
    int from = below(count);
    int to = below(count);
    if (!wanted.wild && lane_of[static_cast<std::size_t>(from)] > lane_of[static_cast<std::size_t>(to)]) std::swap(from, to);
    if (!wanted.wild && lane_of[static_cast<std::size_t>(from)] == lane_of[static_cast<std::size_t>(to)] && from > to) std::swap(from, to);
    input.links.push_back({fmt::format("l{}", i), fmt::format("o{}", from), fmt::format("o{}", to), Sign::plus});
  }
  input.parties = {{"a", "First partner", {"A win"}}, {"b", "Second partner", {"Another win"}}};
  input.values = {"Trust", "Respect"};
  return input;
}

}  // namespace entente::strategy::layout
