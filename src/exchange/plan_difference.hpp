#pragma once
#include "exchange/plan.hpp"
#include "exchange/sparse.hpp"

/// What one plan has over another, as JSON. A file of a format that cannot hold a whole plan carries the difference
/// between the plan and what a reader sees of it; items are named, so that the rest still fits after somebody else has
/// edited the file.
namespace entente::exchange {

namespace detail {
template <class Item>
std::string identity(const Item& item) {
  return item.key;
}
inline std::string identity(const Link& link) { return link.from + '\n' + link.to; }
inline std::string identity(const Target& target) { return target.measure + '\n' + target.effective_from; }
inline std::string identity(const Observation& row) {
  return row.measure + '\n' + row.period + '\n' + std::string(json::Codec<Series>::name(row.series));
}

/// Lists that `put_in_order` sorts need no order of their own.
template <class Item>
inline constexpr bool has_own_order =
    !std::is_same_v<Item, Link> && !std::is_same_v<Item, Target> && !std::is_same_v<Item, Observation>;

/// By identity; empty if an identity occurs twice.
template <class Item>
std::optional<std::unordered_map<std::string, const Item*>> by_identity(const std::vector<Item>& items) {
  std::unordered_map<std::string, const Item*> out;
  for (const Item& item : items)
    if (!out.emplace(identity(item), &item).second) return std::nullopt;
  return out;
}

/// A member `"name":` with a comma where one is due.
inline void begin_member(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  json::write_string(out, name);
  out += ':';
}

template <class Item>
void write_list_difference(std::string& out, const std::vector<Item>& wanted, const std::vector<Item>& seen) {
  out += '{';
  const auto wanted_by = by_identity(wanted);
  const auto seen_by = by_identity(seen);
  if (!wanted_by || !seen_by) {
    begin_member(out, "all");
    write_sparse(out, wanted, {});
    out += '}';
    return;
  }
  std::vector<std::string> removed;
  std::vector<std::string> order_reached;
  for (const Item& item : seen) {
    std::string name = identity(item);
    if (wanted_by->contains(name)) order_reached.push_back(std::move(name));
    else removed.push_back(std::move(name));
  }
  std::string changed = "{";
  std::vector<Item> added;
  for (const Item& item : wanted) {
    const std::string name = identity(item);
    auto found = seen_by->find(name);
    if (found == seen_by->end()) {
      added.push_back(item);
      order_reached.push_back(name);
    } else if (!(*found->second == item)) {
      begin_member(changed, name);
      write_sparse(changed, item, *found->second);
    }
  }
  if (!removed.empty()) {
    begin_member(out, "removed");
    json::Codec<std::vector<std::string>>::write(out, removed);
  }
  if (changed.size() > 1) {
    begin_member(out, "changed");
    out += changed + '}';
  }
  if (!added.empty()) {
    begin_member(out, "added");
    write_sparse(out, added, {});
  }
  if constexpr (has_own_order<Item>) {
    std::vector<std::string> order;
    for (const Item& item : wanted) order.push_back(identity(item));
    if (order != order_reached) {
      begin_member(out, "order");
      json::Codec<std::vector<std::string>>::write(out, order);
    }
  }
  out += '}';
}

template <class Item>
void apply_list_difference(const json::Reader& at, const json::Value& difference, std::vector<Item>& items) {
  if (!difference.object()) return at.fail_type("an object", difference);
  if (const json::Value* all = difference.find("all")) return read_sparse(at.member("all"), *all, items);
  if (const json::Value* removed = difference.find("removed")) {
    std::vector<std::string> names;
    json::Codec<std::vector<std::string>>::read(at.member("removed"), *removed, names);
    const std::unordered_set<std::string> gone(names.begin(), names.end());
    std::erase_if(items, [&](const Item& item) { return gone.contains(identity(item)); });
  }
  if (const json::Value* changed = difference.find("changed"); changed && changed->object()) {
    std::unordered_map<std::string_view, const json::Value*> changes;
    for (const json::Member& member : *changed->object()) changes.emplace(member.name, &member.value);
    for (Item& item : items) {
      const std::string name = identity(item);
      if (auto found = changes.find(name); found != changes.end()) read_sparse(at.member("changed").member(name), *found->second, item);
    }
  }
  if (const json::Value* added = difference.find("added")) {
    std::vector<Item> more;
    read_sparse(at.member("added"), *added, more);
    for (Item& item : more) items.push_back(std::move(item));
  }
  if (const json::Value* order = difference.find("order")) {
    std::vector<std::string> names;
    json::Codec<std::vector<std::string>>::read(at.member("order"), *order, names);
    std::unordered_map<std::string, std::size_t> places;
    for (std::string& name : names) places.emplace(std::move(name), places.size());
    auto place = [&](const Item& item) {
      auto found = places.find(identity(item));
      return found == places.end() ? places.size() : found->second;
    };
    std::stable_sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return place(a) < place(b); });
  }
}

/// Calls `visit(name, wanted member, other member)` for each part of a plan but the warnings.
template <class A, class B, class Visit>
void for_each_part(A& a, B& b, Visit visit) {
  boost::mp11::mp_for_each<json::detail::Members<Plan>>([&](auto d) {
    using Part = std::remove_cvref_t<decltype(a.*d.pointer)>;
    if constexpr (!std::is_same_v<Part, std::vector<Warning>>) visit(json::detail::Key<decltype(d)>::name, a.*d.pointer, b.*d.pointer);
  });
}
}  // namespace detail

/// Appends an object with a member for each part of `wanted` that is not the same in `seen`.
inline void write_difference(std::string& out, const Plan& wanted, const Plan& seen) {
  out += '{';
  detail::for_each_part(wanted, seen, [&]<class Part>(std::string_view name, const Part& part, const Part& other) {
    if (part == other) return;
    detail::begin_member(out, name);
    if constexpr (detail::is_list_of_described<Part>) detail::write_list_difference(out, part, other);
    else write_sparse(out, part, other);
  });
  out += '}';
}

/// Turns the plan that was seen into the one that was wanted. Items that are neither in the difference nor removed by it
/// stay; what it says about items that are gone is passed over.
inline void apply_difference(const json::Reader& at, const json::Value& difference, Plan& plan) {
  if (!difference.object()) return at.fail_type("an object", difference);
  detail::for_each_part(plan, plan, [&]<class Part>(std::string_view name, Part& part, Part&) {
    const json::Value* here = difference.find(name);
    if (!here) return;
    if constexpr (detail::is_list_of_described<Part>) detail::apply_list_difference(at.member(name), *here, part);
    else read_sparse(at.member(name), *here, part);
  });
  put_in_order(plan);
}

}  // namespace entente::exchange
