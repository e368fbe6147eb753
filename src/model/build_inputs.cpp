#include "model/build_outlook.hpp"
#include "scorecard/formula/parser.hpp"

namespace entente::model {

std::vector<NodeRef> inputs_of(const Reading& reading, const scorecard::Measure& measure) {
  std::vector<NodeRef> out;
  if (measure.formula.empty()) return out;
  auto parsed = scorecard::formula::parse(measure.formula);
  if (!parsed.tree) return out;
  const Contents& contents = reading.contents();
  for (const auto& reference : scorecard::formula::references(*parsed.tree)) {
    if (std::any_of(out.begin(), out.end(), [&](const NodeRef& one) { return one.code == reference.code; })) continue;
    // Of a shared and a private measure with one code the shared one counts.
    const scorecard::Measure* named = nullptr;
    for (const auto& other : contents.measures)
      if (other.code == reference.code && (!named || (other.space == contents.spaces.shared && named->space != contents.spaces.shared))) named = &other;
    if (named) {
      out.push_back({named->id.text(), NodeKind::measure, named->code, named->name});
      continue;
    }
    for (const auto& objective : contents.objectives)
      if (objective.code == reference.code) {
        out.push_back({objective.id.text(), NodeKind::objective, objective.code, objective.title});
        break;
      }
  }
  return out;
}

}  // namespace entente::model
