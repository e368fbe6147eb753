#pragma once
#include <optional>
#include <string>

#include "access/columns.hpp"
#include "access/door.hpp"
#include "discussion/rules.hpp"

/// The things that are talked about, as far as talking needs them.
namespace entente::discussion {

/// `code` and `label` are what people call it: "CO1", "Cost drivers in the open".
struct Thing {
  About about;
  AllianceId alliance;
  SpaceId space;
  std::string code;
  std::string label;
};

/// The tables whose rows a charter holds.
inline constexpr std::string_view charter_tables[] = {"objective", "measure", "theme", "win", "link", "shared_value", "perspective"};

/// True of a row of one of the charter's tables that was removed, unless the charter in force still holds it: until the partners
/// ratify its removal it is there, and talked about.
std::string gone(std::string_view table);

/// Nothing for what does not exist, is gone, or is hidden from the viewer.
std::optional<Thing> find_thing(db::Transaction&, const access::Viewer&, const About&);
/// The same; throws `not_found`.
Thing need_thing(db::Transaction&, const access::Viewer&, const About&);

/// Where the screens show what lies in a space to this reader: "/a/slug/o/3f…". A theme lies on the map for those who have no
/// scorecards; what only the own side has is shown by its own view.
std::string path_of(std::string_view slug, const About&, const access::Grant& reader, const SpaceId& space);

/// Tables joined to rows of `table` (comment, attachment), and columns that name the thing of each: its code, what people call
/// it, and the moment of its removal. For lists that say what comments and files are about.
std::string joins_of(std::string_view table);
inline constexpr std::string_view thing_columns =
    "COALESCE(objective.code, measure.code, service_level.code, ''), "
    "COALESCE(objective.title, measure.name, initiative.name, theme.name, win.text, shared_value.text, perspective.name, "
    "service_level.name, review_freeze.title, agreement.name, workshop.title, benefit.title, '') ";
/// Not removed: what the search finds.
inline constexpr std::string_view thing_is_kept =
    " COALESCE(objective.removed_at, measure.removed_at, initiative.removed_at, theme.removed_at, win.removed_at, "
    "shared_value.removed_at, link.removed_at, perspective.removed_at, service_level.removed_at, workshop.removed_at, benefit.removed_at) IS NULL ";
/// Not gone: one side's removal in the draft hides nothing from the other.
std::string thing_is_there();

}  // namespace entente::discussion
