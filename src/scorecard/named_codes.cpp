#include "scorecard/named_codes.hpp"

#include "scorecard/formula/parser.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

namespace entente::scorecard {
namespace {

namespace items = access::items;
using access::ActDraft;
using access::Grant;
using strategy::Objective;

/// What is known by its code no more, and in which space it was.
struct Gone {
  SpaceId space;
  std::string code;
};

template <class Item>
std::optional<Item> item_gone(const ActDraft& draft) {
  if (draft.before.empty()) return std::nullopt;
  auto before = json::read_kept<Item>(draft.before);
  if (before.removed_at || before.code.empty()) return std::nullopt;
  if (draft.after.empty()) return before;
  auto after = json::read_kept<Item>(draft.after);
  return after.removed_at || after.code != before.code ? std::optional(before) : std::nullopt;
}

bool is_named(const formula::Tree& tree, const std::string& code) {
  auto all = formula::references(tree);
  return std::any_of(all.begin(), all.end(), [&](const auto& reference) { return reference.code == code; });
}

std::string words_of(const std::vector<std::string>& formulas, const std::string& code) {
  std::string names;
  for (std::size_t i = 0; i < formulas.size(); ++i) names += (i == 0 ? "" : i + 1 == formulas.size() ? " and " : ", ") + formulas[i];
  return formulas.size() == 1 ? fmt::format("{} names {} in its formula. Change it first.", names, code)
                              : fmt::format("{} name {} in their formulas. Change these first.", names, code);
}

/// Looks at no more than the viewer sees, so that the answer tells nothing of another's formulas.
void need_unnamed(db::Transaction& transaction, const Viewer& viewer, const Grant& grant, const ActDraft& draft) {
  std::vector<Gone> gone;
  ObjectiveId removed;
  if (draft.object == "measure") {
    if (auto measure = item_gone<Measure>(draft)) gone.push_back({measure->space, measure->code});
  } else if (auto objective = item_gone<Objective>(draft)) {
    gone.push_back({objective->space, objective->code});
    if (draft.after.empty()) removed = objective->id;
  }
  if (gone.empty()) return;

  auto measures = items::all<Measure>(transaction, viewer, draft.alliance);
  // With an objective go its measures, and the formulas that are theirs.
  if (!removed.empty())
    for (const auto& measure : measures)
      if (measure.objective == removed) gone.push_back({measure.space, measure.code});
  std::set<ObjectiveId> standing;
  for (const auto& objective : items::all<Objective>(transaction, viewer, draft.alliance)) standing.insert(objective.id);
  for (const auto& [space, code] : gone) {
    bool is_shared = space == grant.shared;
    bool shared_too = std::any_of(measures.begin(), measures.end(), [&](const Measure& other) {
      return other.space == grant.shared && other.code == code && other.objective != removed && other.id.view() != draft.object_id;
    });
    // A shared measure goes before another of the same code: what lies elsewhere was not meant.
    if (!is_shared && shared_too) continue;
    std::vector<std::string> formulas;
    for (const auto& measure : measures) {
      if (measure.formula.empty() || measure.id.view() == draft.object_id || !standing.contains(measure.objective)) continue;
      if (!is_shared && measure.space != space) continue;
      if (auto parsed = formula::parse(measure.formula); parsed.tree && is_named(*parsed.tree, code)) formulas.push_back(measure.code);
    }
    if (!formulas.empty()) throw Error(ErrorKind::conflict, "named_by_formula", words_of(formulas, code));
  }
}

}  // namespace

void watch_codes(access::Door& all) {
  all.on_act([](access::Door&, db::Transaction& transaction, const Viewer& viewer, const ActDraft& draft) {
    if (draft.object != "measure" && draft.object != "objective") return;
    if (const Grant* grant = viewer.grant(draft.alliance)) need_unnamed(transaction, viewer, *grant, draft);
  });
}

}  // namespace entente::scorecard
