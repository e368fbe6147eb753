#pragma once
#include "access/items.hpp"
#include "strategy/inputs.hpp"
#include "strategy/types.hpp"

namespace entente::access {

template <>
struct ItemKind<strategy::Perspective> {
  static constexpr std::string_view table = "perspective", word = "perspective";
  static ThemeId theme(db::Transaction&, const strategy::Perspective&) { return {}; }
};
template <>
struct ItemKind<strategy::Theme> {
  static constexpr std::string_view table = "theme", word = "theme";
  static ThemeId theme(db::Transaction&, const strategy::Theme& item) { return item.id; }
};
template <>
struct ItemKind<strategy::Objective> {
  static constexpr std::string_view table = "objective", word = "objective";
  static ThemeId theme(db::Transaction&, const strategy::Objective& item) { return item.theme; }
};
template <>
struct ItemKind<strategy::Link> {
  static constexpr std::string_view table = "link", word = "link";
  /// That of the objective that is helped.
  static ThemeId theme(db::Transaction& transaction, const strategy::Link& item);
};
template <>
struct ItemKind<strategy::Win> {
  static constexpr std::string_view table = "win", word = "win";
  static ThemeId theme(db::Transaction&, const strategy::Win&) { return {}; }
};
template <>
struct ItemKind<strategy::SharedValue> {
  static constexpr std::string_view table = "shared_value", word = "value";
  static ThemeId theme(db::Transaction&, const strategy::SharedValue&) { return {}; }
};

}  // namespace entente::access

/// Changing the map. Every function takes the viewer, refuses with `not_found` what the viewer may not see or do, and
/// returns the act. `version` is the one that If-Match names.
namespace entente::strategy {

using access::Changed;
using access::Door;
using access::Viewer;

/// Inside a transaction that is open; the callers below open one. An objective lies in the shared space unless another is given.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const PerspectiveInput&);
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const ThemeInput&);
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const ObjectiveInput&, const std::optional<SpaceId>& space = {});
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const LinkInput&);
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const WinInput&);
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const ValueInput&);

Changed change(Door&, db::Transaction&, const Viewer&, const PerspectiveId&, std::int64_t version, const PerspectiveInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const ThemeId&, std::int64_t version, const ThemeInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const ObjectiveId&, std::int64_t version, const ObjectiveInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const LinkId&, std::int64_t version, const LinkInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const WinId&, std::int64_t version, const WinInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const ValueId&, std::int64_t version, const ValueInput&);

/// A perspective or theme that still holds objectives is refused with `conflict`; an objective takes its links, measures
/// and targets out of sight with it, and brings them back when its removal is undone.
Changed remove(Door&, db::Transaction&, const Viewer&, const PerspectiveId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const ThemeId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const ObjectiveId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const LinkId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const WinId&, std::int64_t version);
Changed remove(Door&, db::Transaction&, const Viewer&, const ValueId&, std::int64_t version);

void add_undoers(access::Undoers&);

/// Throws at `path` unless the person is a confirmed member of the alliance.
void need_member(db::Transaction&, const AllianceId&, const PersonId&, std::string_view path);

}  // namespace entente::strategy
