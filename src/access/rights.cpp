#include "access/rights.hpp"

#include "base/error.hpp"

namespace entente::access {
namespace {

constexpr std::array roles = {
    Role::alliance_manager, Role::sponsor,    Role::theme_leader,          Role::body_member,        Role::measure_owner, Role::team_member,
    Role::employee,         Role::ambassador, Role::disengagement_manager, Role::neutral_consultant, Role::observer};
constexpr std::array acts = {Act::read_map, Act::read_shared, Act::read_private, Act::edit_draft,     Act::enter_observations,
                             Act::accept,   Act::comment,     Act::sign,         Act::manage_members, Act::export_record};

constexpr Reach no = Reach::none, all = Reach::all, own = Reach::own, put = Reach::assigned, theme = Reach::own_theme,
                party = Reach::own_party, named = Reach::if_named, exit_ = Reach::exit_part;

using Row = std::array<Reach, acts.size()>;
constexpr std::array<Row, roles.size()> table = {{
    //                        map  shared private edit   enter  accept comment sign   members export
    /* alliance manager */   {all, all,   all,    all,   all,   all,   all,    named, party,  all},
    /* sponsor */            {all, all,   all,    no,    no,    all,   all,    named, no,     all},
    /* theme leader */       {all, all,   all,    theme, theme, theme, all,    no,    theme,  all},
    /* body member */        {all, all,   all,    no,    no,    no,    all,    no,    no,     no},
    /* measure owner */      {all, all,   no,     no,    own,   no,    all,    no,    no,     no},
    /* team member */        {all, all,   no,     no,    put,   no,    all,    no,    no,     no},
    /* employee */           {all, no,    no,     no,    no,    no,    own,    no,    no,     no},
    /* ambassador */         {all, no,    no,     no,    no,    no,    own,    no,    no,     no},
    /* disengagement mgr */  {all, all,   exit_,  exit_, exit_, no,    all,    no,    no,     exit_},
    /* neutral consultant */ {all, all,   own,    put,   no,    no,    all,    no,    no,     no},
    /* observer */           {all, all,   no,     no,    no,    no,    no,     no,    no,     no},
}};

template <class E>
std::string_view enum_name(E value) {
  return boost::describe::enum_to_string(value, "");
}

}  // namespace

Reach reach(Role role, Act act) { return table[static_cast<std::size_t>(role)][static_cast<std::size_t>(act)]; }

std::vector<Role> Roles::list() const {
  std::vector<Role> out;
  for (Role role : roles)
    if (has(role)) out.push_back(role);
  return out;
}

Reach Roles::reach(Act act) const {
  Reach farthest = Reach::none;
  for (Role role : roles)
    if (has(role)) farthest = std::max(farthest, access::reach(role, act));
  return farthest;
}

std::string Roles::text() const {
  std::string out;
  for (Role role : list()) out += (out.empty() ? "" : " ") + std::string(name(role));
  return out;
}

Roles Roles::parse(std::string_view text) {
  Roles out;
  while (!text.empty()) {
    auto end = std::min(text.find(' '), text.size());
    auto word = text.substr(0, end);
    auto found = std::find_if(roles.begin(), roles.end(), [&](Role role) { return name(role) == word; });
    if (found == roles.end()) throw_bad_field("roles", "unknown_role", fmt::format("“{}” is not a role.", word));
    out.add(*found);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string_view name(Role role) { return enum_name(role); }

std::string_view title(Role role) {
  switch (role) {
    case Role::alliance_manager: return "alliance manager";
    case Role::sponsor: return "sponsor";
    case Role::theme_leader: return "theme leader";
    case Role::body_member: return "member of a governance body";
    case Role::measure_owner: return "owner of a measure or initiative";
    case Role::team_member: return "team member";
    case Role::employee: return "employee";
    case Role::ambassador: return "ambassador";
    case Role::disengagement_manager: return "disengagement manager";
    case Role::neutral_consultant: return "neutral consultant";
    case Role::observer: return "observer";
  }
  return "";
}

std::string sentence(Act act, Reach far) {
  if (far == Reach::none) return "";
  std::string what;
  switch (act) {
    case Act::read_map: what = "sees the map and its lights"; break;
    case Act::read_shared: what = "sees all that is shared"; break;
    case Act::read_private: what = "sees the private space of the own organisation"; break;
    case Act::edit_draft: what = "edits the draft"; break;
    case Act::enter_observations: what = "enters values"; break;
    case Act::accept: what = "accepts and contests"; break;
    case Act::comment: what = "comments"; break;
    case Act::sign: what = "signs"; break;
    case Act::manage_members: what = "manages members"; break;
    case Act::export_record: what = "exports, and takes away the record"; break;
  }
  switch (far) {
    case Reach::none:
    case Reach::all: return what;
    case Reach::own: return what + " (own only)";
    case Reach::assigned: return what + " (where assigned)";
    case Reach::own_theme: return what + " (own theme)";
    case Reach::own_party: return what + " (own party)";
    case Reach::if_named: return what + " (if named by the organisation)";
    case Reach::exit_part: return what + " (the exit only)";
  }
  return what;
}

std::span<const Role> all_roles() { return roles; }
std::span<const Act> all_acts() { return acts; }

}  // namespace entente::access
