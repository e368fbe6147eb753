#include "review/rules.hpp"

#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "auth/crypto.hpp"
#include "json/json.hpp"
#include "model/judge.hpp"
#include "scorecard/scoring_json.hpp"

namespace entente::review {
namespace {

using model::MeasureRow;
using model::NodeKind;
using model::ObjectiveRow;
using model::ThemeScorecard;

/// A thing of a document: where it stood, and how it was defined, field by field in words.
struct Node {
  NodeKind kind = NodeKind::measure;
  std::string id, code, title, unit;
  std::int64_t decimals = 0;
  Standing standing;
  std::vector<std::pair<std::string, std::string>> fields;
};

std::string words(bool yes) { return yes ? "yes" : "no"; }
std::string words(const std::optional<model::PersonName>& person) { return person ? person->name : "nobody"; }
template <class Enum>
std::string words_of_enum(Enum value) {
  std::string text(json::Codec<Enum>::name(value));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

Standing standing_of(const model::Judgement& judgement) { return {judgement.light, judgement.score, {}, ""}; }

Node node_of(const MeasureRow& row, const Definition* definition) {
  Node node{NodeKind::measure, row.id.text(), row.code, row.name, row.unit, row.decimals, standing_of(row.judgement), {}};
  node.standing.value = row.value;
  node.standing.period = row.value_period ? *row.value_period : row.period.value_or("");
  node.fields = {{"target", row.target},
                 {"unit", row.unit},
                 {"weight", row.weight.text()},
                 {"mandatory", words(row.mandatory)},
                 {"frequency", words_of_enum(row.frequency)},
                 {"owner", words(row.owner)}};
  if (definition) {
    const auto& text = definition->text;
    node.fields.emplace_back("definition", text.definition);
    node.fields.emplace_back("formula", text.formula);
    node.fields.emplace_back("aggregation", words_of_enum(text.aggregation));
    node.fields.emplace_back("two keys", words(text.two_keys));
    node.fields.emplace_back("two keys from", text.two_keys_from ? text.two_keys_from->text() : "");
  }
  return node;
}

Node node_of(const ObjectiveRow& row, const std::string& theme) {
  Node node{NodeKind::objective, row.id.text(), row.code, row.title, "", 0, standing_of(row.judgement), {}};
  node.fields = {{"theme", theme},
                 {"description", row.description},
                 {"owner", words(row.owner)},
                 {"weight", row.weight.text()},
                 {"mandatory", words(row.mandatory)},
                 {"method", words_of_enum(row.method)},
                 {"red override", words(row.red_override)}};
  return node;
}

std::vector<Node> nodes_of(const Document& document) {
  std::unordered_map<std::string_view, const Definition*> definitions;
  for (const auto& definition : document.definitions) definitions[definition.measure.view()] = &definition;
  const auto& card = document.scorecard;
  std::vector<Node> themes, objectives, measures;
  for (const ThemeScorecard& theme : card.themes) {
    Node node{NodeKind::theme, theme.id.text(), "", theme.name, "", 0, standing_of(theme.judgement), {}};
    node.fields = {{"leader", words(theme.leader)}, {"description", theme.description}, {"priority", theme.priority}};
    themes.push_back(std::move(node));
    for (const ObjectiveRow& objective : theme.objectives) {
      objectives.push_back(node_of(objective, theme.name));
      for (const MeasureRow& measure : objective.measures) {
        auto found = definitions.find(measure.id.view());
        measures.push_back(node_of(measure, found == definitions.end() ? nullptr : found->second));
      }
    }
  }
  std::vector<Node> out;
  out.push_back({NodeKind::alliance, card.alliance.id.text(), "", card.alliance.name, "", 0, standing_of(card.judgement), {}});
  for (auto* part : {&themes, &objectives, &measures}) std::move(part->begin(), part->end(), std::back_inserter(out));
  return out;
}

bool stands_alike(const Standing& a, const Standing& b) {
  return a.light == b.light && a.score == b.score && a.value.text == b.value.text && a.period == b.period;
}

Compared compared(const Node& node, Change change) { return {node.kind, node.id, node.code, node.title, node.unit, node.decimals, change, {}, {}, {}}; }

void each_measure(const model::ScorecardView& card, const std::function<void(const MeasureRow&)>& use) {
  for (const auto& theme : card.themes)
    for (const auto& objective : theme.objectives)
      for (const auto& measure : objective.measures) use(measure);
}

/// Periods of a measure that both pictures have, with other values or states. What was only not due yet is no restatement.
void add_restated(const MeasureRow& before, const MeasureRow& after, std::vector<Restated>& out) {
  std::unordered_map<std::string_view, const model::CellView*> cells;
  for (const auto& cell : after.recent) cells[cell.period] = &cell;
  for (const auto& cell : before.recent) {
    auto found = cells.find(cell.period);
    if (found == cells.end()) continue;
    const auto& now = *found->second;
    bool had = cell.version > 0, has = now.version > 0;
    if ((!had && !has) || cell.version == now.version) continue;
    if (cell.value.text == now.value.text && cell.state == now.state) continue;
    out.push_back({before.id, before.code, before.name, before.unit, before.decimals, cell.period, cell.label, cell.value, now.value, cell.state, now.state});
  }
}

}  // namespace

Comparison compare(const Document& before, const Document& after) {
  Comparison out;
  std::unordered_map<std::string, Node> earlier;
  std::vector<std::string> order;
  for (auto& node : nodes_of(before)) {
    order.push_back(node.id);
    earlier.emplace(node.id, std::move(node));
  }
  for (const auto& node : nodes_of(after)) {
    auto found = earlier.find(node.id);
    if (found == earlier.end()) {
      Compared item = compared(node, Change::added);
      item.after = node.standing;
      out.items.push_back(std::move(item));
      continue;
    }
    const Node& was = found->second;
    Compared item = compared(node, Change::changed);
    if (was.title != node.title) item.fields.push_back({"title", was.title, node.title});
    if (was.code != node.code) item.fields.push_back({"code", was.code, node.code});
    for (const auto& [name, text] : node.fields)
      for (const auto& [other, earlier_text] : was.fields)
        if (name == other && text != earlier_text) item.fields.push_back({name, earlier_text, text});
    if (!item.fields.empty() || !stands_alike(was.standing, node.standing)) {
      item.before = was.standing;
      item.after = node.standing;
      out.items.push_back(std::move(item));
    }
    earlier.erase(found);
  }
  for (const auto& id : order)
    if (auto gone = earlier.find(id); gone != earlier.end()) {
      Compared item = compared(gone->second, Change::removed);
      item.before = gone->second.standing;
      out.items.push_back(std::move(item));
    }
  out.restated = restated_since(before, after.scorecard);
  return out;
}

std::vector<Restated> restated_since(const Document& frozen, const model::ScorecardView& now) {
  std::unordered_map<std::string, const MeasureRow*> rows;
  each_measure(now, [&](const MeasureRow& row) { rows[row.id.text()] = &row; });
  std::vector<Restated> out;
  each_measure(frozen.scorecard, [&](const MeasureRow& row) {
    if (auto found = rows.find(row.id.text()); found != rows.end()) add_restated(row, *found->second, out);
  });
  return out;
}

std::vector<Gone> gone_since(const Document& frozen, const model::ScorecardView& now) {
  std::unordered_set<std::string> here;
  Document today;
  today.scorecard = now;
  for (const auto& node : nodes_of(today)) here.insert(node.id);
  std::vector<Gone> out;
  for (const auto& node : nodes_of(frozen))
    if (!here.contains(node.id)) out.push_back({node.kind, node.id});
  return out;
}

std::string text(const Document& document) { return json::text(document); }

std::string digest(std::string_view text) { return auth::sha256_hex(text); }

}  // namespace entente::review
