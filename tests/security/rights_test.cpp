// The table of rights against an independent copy of it: "+" all, "." nothing, and a letter for how far else.
#include <doctest/doctest.h>

#include "access/rights.hpp"

using namespace entente::access;

namespace {

struct Row {
  Role role;
  const char* map_shared_private_edit_enter_accept_comment_sign_members_export;
};

// o own, a assigned, t own theme, p own party, n if named, x the exit only
constexpr Row copy[] = {
    {Role::alliance_manager, "+ + + + + + + n p +"},
    {Role::sponsor, "+ + + . . + + n . +"},
    {Role::theme_leader, "+ + + t t t + . t +"},
    {Role::body_member, "+ + + . . . + . . ."},
    {Role::measure_owner, "+ + . . o . + . . ."},
    {Role::team_member, "+ + . . a . + . . ."},
    {Role::employee, "+ . . . . . o . . ."},
    {Role::ambassador, "+ . . . . . o . . ."},
    {Role::disengagement_manager, "+ + x x x . + . . x"},
    {Role::neutral_consultant, "+ + o a . . + . . ."},
    {Role::observer, "+ + . . . . . . . ."},
};

char letter(Reach far) {
  switch (far) {
    case Reach::none: return '.';
    case Reach::own: return 'o';
    case Reach::assigned: return 'a';
    case Reach::own_theme: return 't';
    case Reach::own_party: return 'p';
    case Reach::if_named: return 'n';
    case Reach::exit_part: return 'x';
    case Reach::all: return '+';
  }
  return '?';
}

}  // namespace

TEST_CASE("every cell of the table of rights is as it was agreed") {
  CHECK(std::size(copy) == all_roles().size());
  for (const auto& row : copy) {
    std::string cells;
    for (Act act : all_acts()) cells += (cells.empty() ? "" : " ") + std::string(1, letter(reach(row.role, act)));
    CAPTURE(std::string(name(row.role)));
    CHECK(cells == row.map_shared_private_edit_enter_accept_comment_sign_members_export);
  }
}

TEST_CASE("several roles reach as far as the farthest of them") {
  Roles roles{Role::employee, Role::theme_leader};
  CHECK(roles.reach(Act::read_shared) == Reach::all);
  CHECK(roles.reach(Act::edit_draft) == Reach::own_theme);
  CHECK(Roles::parse(roles.text()) == roles);
}
