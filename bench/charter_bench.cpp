// The difference of two versions of a charter with 400 objectives, beside its floor: writing both documents as the bytes that
// are signed, which any comparison of bytes has to do.
#include <benchmark/benchmark.h>

#include "base/random.hpp"
#include "charter/rules.hpp"

namespace {

using namespace entente;
using namespace entente::charter;

constexpr int lanes = 4, themes = 10, objectives = 400, measures_each = 2;

/// 400 objectives with two measures and their targets each, every objective helping the next.
Document plan() {
  SeededRandom random(1);
  Document out;
  out.terms.name = "North–South";
  for (int i = 0; i < lanes; ++i) {
    strategy::Perspective lane;
    lane.id = PerspectiveId::make(random);
    lane.name = fmt::format("lane {}", i);
    out.perspectives.push_back(lane);
  }
  for (int i = 0; i < themes; ++i) {
    strategy::Theme theme;
    theme.id = ThemeId::make(random);
    theme.name = fmt::format("theme {}", i);
    out.themes.push_back(theme);
  }
  for (int i = 0; i < objectives; ++i) {
    strategy::Objective objective;
    objective.id = ObjectiveId::make(random);
    objective.code = fmt::format("O{}", i);
    objective.title = fmt::format("Objective number {} of four hundred", i);
    objective.description = "What it means, in a sentence or two that somebody wrote by hand.";
    objective.perspective = out.perspectives[static_cast<std::size_t>(i % lanes)].id;
    objective.theme = out.themes[static_cast<std::size_t>(i % themes)].id;
    out.objectives.push_back(objective);
    for (int m = 0; m < measures_each; ++m) {
      scorecard::Measure measure;
      measure.id = MeasureId::make(random);
      measure.objective = objective.id;
      measure.code = fmt::format("M{}.{}", i, m);
      measure.name = "How far we are";
      out.measures.push_back(measure);
      scorecard::Target target;
      target.id = TargetId::make(random);
      target.measure = measure.id;
      target.scoring = json::Raw{R"({"type":"higher","red":50,"green":70})"};
      out.targets.push_back(target);
    }
  }
  for (std::size_t i = 1; i < out.objectives.size(); ++i) {
    strategy::Link link;
    link.id = LinkId::make(random);
    link.cause = out.objectives[i - 1].id;
    link.effect = out.objectives[i].id;
    out.links.push_back(link);
  }
  return normalised(std::move(out));
}

/// Every tenth objective reworded, every twentieth target raised, one link gone.
Document later(Document document) {
  for (std::size_t i = 0; i < document.objectives.size(); i += 10) document.objectives[i].title += ", sooner";
  for (std::size_t i = 0; i < document.targets.size(); i += 20)
    document.targets[i].scoring = json::Raw{R"({"type":"higher","red":55,"green":75})"};
  document.links.pop_back();
  return document;
}

void whole_difference(benchmark::State& state) {
  const Document before = plan(), after = later(before);
  std::size_t changes = 0;
  for (auto _ : state) changes = difference(before, after, {}).size();
  state.counters["changes"] = static_cast<double>(changes);
}
BENCHMARK(whole_difference)->Name("charter/difference_400")->Unit(benchmark::kMicrosecond);

void both_texts(benchmark::State& state) {
  const Document before = plan(), after = later(before);
  for (auto _ : state) benchmark::DoNotOptimize(text(before) == text(after));
}
BENCHMARK(both_texts)->Name("charter/difference_400/floor")->Unit(benchmark::kMicrosecond);

}  // namespace
