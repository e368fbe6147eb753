#include "charter/rules.hpp"

#include "auth/crypto.hpp"
#include "base/error.hpp"
#include "json/json.hpp"

namespace entente::charter {
namespace {

/// All rows lie where the document does; how often one was edited is not agreed on.
template <class Item>
void clear_inner(Item& item, const Document& document) {
  item.alliance = document.alliance;
  item.space = document.space;
  item.version = 0;
  item.removed_at.reset();
}

/// Calls `use(kind, list)` for each list of items.
template <class Of, class F>
void each_list(Of& document, F&& use) {
  use("perspective", document.perspectives);
  use("theme", document.themes);
  use("objective", document.objectives);
  use("link", document.links);
  use("win", document.wins);
  use("value", document.values);
  use("measure", document.measures);
  use("target", document.targets);
}

/// The list of another document that holds the same kind of items.
template <class Item>
const std::vector<Item>& list_of(const Document& document) {
  const std::vector<Item>* found = nullptr;
  each_list(document, [&](std::string_view, const auto& list) {
    if constexpr (std::is_same_v<decltype(list), const std::vector<Item>&>) found = &list;
  });
  return *found;
}

std::string with_code(const std::string& code, const std::string& name) { return code.empty() ? name : code + " " + name; }

/// What people call things, by identifier; `after` goes before `before`, as the newer name.
class Labels {
 public:
  Labels(const Document& before, const Document& after, const Names& names) : names_(names) {
    for (const Document* document : {&before, &after}) {
      for (const auto& item : document->perspectives) known_[item.id.text()] = item.name;
      for (const auto& item : document->themes) known_[item.id.text()] = item.name;
      for (const auto& item : document->objectives) known_[item.id.text()] = with_code(item.code, item.title);
      for (const auto& item : document->measures) {
        known_[item.id.text()] = with_code(item.code, item.name);
        objectives_[item.id.text()] = item.objective.text();
      }
    }
  }
  std::string of(std::string_view id) const {
    std::string key(id);
    if (auto found = known_.find(key); found != known_.end()) return found->second;
    if (auto found = names_.find(key); found != names_.end()) return found->second;
    return "";
  }
  /// The objective to which an item belongs; empty where it is not one's.
  template <class Item>
  std::string objective_of(const Item& item) const {
    if constexpr (std::is_same_v<Item, strategy::Objective>) return item.id.text();
    if constexpr (std::is_same_v<Item, scorecard::Measure>) return item.objective.text();
    if constexpr (std::is_same_v<Item, scorecard::Target>)
      if (auto found = objectives_.find(item.measure.text()); found != objectives_.end()) return found->second;
    return "";
  }
  std::string operator()(const strategy::Perspective& item) const { return item.name; }
  std::string operator()(const strategy::Theme& item) const { return item.name; }
  std::string operator()(const strategy::Objective& item) const { return with_code(item.code, item.title); }
  std::string operator()(const strategy::Link& item) const { return of(item.cause.view()) + " → " + of(item.effect.view()); }
  std::string operator()(const strategy::Win& item) const { return item.text; }
  std::string operator()(const strategy::SharedValue& item) const { return item.text; }
  std::string operator()(const scorecard::Measure& item) const { return with_code(item.code, item.name); }
  std::string operator()(const scorecard::Target& item) const {
    return of(item.measure.view()) + " from " + json::text(item.effective_from).substr(1, 10);
  }

 private:
  const Names& names_;
  std::unordered_map<std::string, std::string> known_;
  std::unordered_map<std::string, std::string> objectives_;  ///< by measure
};

/// One member's value as people read it: names for identifiers, nothing for what is absent.
std::string readable(const json::Value& value, const Labels& labels) {
  if (value.is_null()) return "";
  if (value.string()) {
    std::string name = value.string()->size() == 20 ? labels.of(*value.string()) : "";
    return name.empty() ? *value.string() : name;
  }
  if (value.boolean()) return *value.boolean() ? "yes" : "no";
  if (value.number()) return value.number()->text;
  if (value.array()) {
    std::string out;
    for (const auto& item : *value.array()) out += (out.empty() ? "" : ", ") + readable(item, labels);
    return out;
  }
  std::string out;
  json::write(out, value);
  return out;
}

bool is_inner(std::string_view name) {
  return name == "id" || name == "alliance" || name == "space" || name == "version" || name == "removed_at";
}

/// Members that differ; of an absent side everything that is not empty, no or zero.
std::vector<FieldChange> fields_between(const json::Value& before, const json::Value& after, const Labels& labels) {
  std::vector<FieldChange> out;
  const json::Value& shape = after.is_null() ? before : after;
  for (const auto& member : *shape.object()) {
    if (is_inner(member.name)) continue;
    const json::Value* left = before.find(member.name);
    const json::Value* right = after.find(member.name);
    std::string was = left ? readable(*left, labels) : "", is = right ? readable(*right, labels) : "";
    if (was == is) continue;
    bool one_sided = before.is_null() || after.is_null();
    const std::string& only = before.is_null() ? is : was;
    if (one_sided && (only == "no" || only == "0")) continue;
    out.push_back({member.name, std::move(was), std::move(is)});
  }
  return out;
}

template <class T>
json::Value value_of(const T& item) {
  return json::parse(json::text(item), {16'000'000, 32});
}

}  // namespace

Document normalised(Document document) {
  each_list(document, [&](std::string_view, auto& items) {
    for (auto& item : items) clear_inner(item, document);
    std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  });
  return document;
}

std::string text(const Document& document) { return json::text(document); }

std::string digest(std::string_view text) { return auth::sha256_hex(text); }

std::vector<ItemChange> difference(const Document& before, const Document& after, const Names& names) {
  Labels labels(before, after, names);
  std::vector<ItemChange> out;
  if (auto fields = fields_between(value_of(before.terms), value_of(after.terms), labels); !fields.empty())
    out.push_back({"terms", "", after.terms.name, "", Change::changed, std::move(fields)});
  each_list(after, [&](std::string_view kind, const auto& now) {
    using Item = typename std::remove_cvref_t<decltype(now)>::value_type;
    const std::vector<Item>& old = list_of<Item>(before);
    std::vector<ItemChange> changes;
    auto add = [&](const Item& item, Change change, std::vector<FieldChange> fields) {
      changes.push_back({std::string(kind), item.id.text(), labels(item), labels.objective_of(item), change, std::move(fields)});
    };
    std::unordered_map<std::string_view, const Item*> left;
    for (const Item& item : old) left[item.id.view()] = &item;
    for (const Item& item : now) {
      auto found = left.find(item.id.view());
      if (found == left.end()) {
        add(item, Change::added, fields_between(json::Value(), value_of(item), labels));
        continue;
      }
      auto fields = fields_between(value_of(*found->second), value_of(item), labels);
      if (!fields.empty()) add(item, Change::changed, std::move(fields));
      left.erase(found);
    }
    for (const Item& item : old)
      if (left.contains(item.id.view()))
        add(item, Change::removed, fields_between(value_of(item), json::Value(), labels));
    std::stable_sort(changes.begin(), changes.end(), [](const ItemChange& a, const ItemChange& b) { return a.label < b.label; });
    std::move(changes.begin(), changes.end(), std::back_inserter(out));
  });
  return out;
}

State after_consent(const Charter& charter, std::span<const PartyId> must, std::span<const Consent> before, const Consent& consent) {
  if (charter.state != State::proposed)
    throw Error(ErrorKind::conflict, "not_proposed", "This version no longer waits for consent. Look at the newest one.");
  if (std::find(must.begin(), must.end(), consent.party) == must.end())
    throw Error(ErrorKind::conflict, "not_asked", "Your organisation is not one that ratifies this version.");
  if (std::any_of(before.begin(), before.end(), [&](const Consent& said) { return said.party == consent.party; }))
    throw Error(ErrorKind::conflict, "already_said", "Your organisation has given its word on this version already.");
  if (consent.digest != charter.digest)
    throw Error(ErrorKind::conflict, "other_digest", "What you looked at is not this version any more. Look at it again before you sign.");
  if (consent.verdict == Verdict::returned) return State::returned;
  for (const PartyId& party : must) {
    bool ratified = party == consent.party || std::any_of(before.begin(), before.end(), [&](const Consent& said) {
                      return said.party == party && said.verdict == Verdict::ratified && said.digest == charter.digest;
                    });
    if (!ratified) return State::proposed;
  }
  return State::in_force;
}

std::vector<FieldError> problems(const Document& document, Scope scope) {
  std::vector<FieldError> errors;
  if (scope == Scope::agreement) {
    if (document.objectives.empty() && document.measures.empty())
      errors.push_back({"objectives", "empty", "A charter of an agreement needs at least one objective or measure."});
    return errors;
  }
  if (document.objectives.empty()) errors.push_back({"objectives", "empty", "A charter needs at least one objective."});
  auto holds = [](const auto& list, const auto& id) { return std::any_of(list.begin(), list.end(), [&](const auto& item) { return item.id == id; }); };
  for (const auto& objective : document.objectives) {
    std::string name = with_code(objective.code, objective.title);
    if (!holds(document.perspectives, objective.perspective))
      errors.push_back({"objectives", "not_placed", fmt::format("“{}” lies in no perspective of the map.", name)});
    if (!holds(document.themes, objective.theme))
      errors.push_back({"objectives", "no_theme", fmt::format("“{}” has no theme.", name)});
  }
  return errors;
}

}  // namespace entente::charter
