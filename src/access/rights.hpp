#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

namespace entente::access {

/// What a person is in one alliance. One person can be several.
enum class Role : std::uint8_t {
  alliance_manager,
  sponsor,
  theme_leader,
  body_member,
  measure_owner,
  team_member,
  employee,
  ambassador,
  disengagement_manager,
  neutral_consultant,
  observer,
};
BOOST_DESCRIBE_ENUM(Role, alliance_manager, sponsor, theme_leader, body_member, measure_owner, team_member, employee,
                    ambassador, disengagement_manager, neutral_consultant, observer)

/// What can be done in an alliance.
enum class Act : std::uint8_t {
  read_map,            ///< the map and its lights
  read_shared,         ///< everything in the shared space
  read_private,        ///< one's own organisation's private space
  edit_draft,          ///< the working draft: perspectives, themes, objectives, links, wins, values, measures, targets
  enter_observations,  ///< values, and the progress of initiatives
  accept,              ///< accept or contest what the other side says
  comment,
  sign,
  manage_members,
  export_record,
};
BOOST_DESCRIBE_ENUM(Act, read_map, read_shared, read_private, edit_draft, enter_observations, accept, comment, sign,
                    manage_members, export_record)

/// How far a right reaches.
enum class Reach : std::uint8_t {
  none,
  own,           ///< what the person owns
  assigned,      ///< what the person was put on
  own_theme,     ///< the themes the person leads
  own_party,     ///< people of the person's own party
  if_named,      ///< named by the organisation as one who may bind it, after a fresh login
  exit_part,     ///< the exit only
  all,
};
BOOST_DESCRIBE_ENUM(Reach, none, own, assigned, own_theme, own_party, if_named, exit_part, all)

/// The table of rights: what a role may do. The only place where it is written down.
Reach reach(Role role, Act act);

/// A set of roles in two bytes.
class Roles {
 public:
  Roles() = default;
  Roles(std::initializer_list<Role> roles) {
    for (Role role : roles) add(role);
  }
  void add(Role role) { bits_ |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(role)); }
  bool has(Role role) const { return (bits_ >> static_cast<unsigned>(role)) & 1u; }
  bool empty() const { return bits_ == 0; }
  std::vector<Role> list() const;
  /// The farthest that any of the roles reaches.
  Reach reach(Act act) const;
  bool operator==(const Roles&) const = default;

  /// "alliance_manager sponsor"; unknown words are refused.
  std::string text() const;
  static Roles parse(std::string_view text);

 private:
  std::uint16_t bits_ = 0;
};

std::string_view name(Role role);
/// In words for people: "alliance manager", "may enter values of own measures".
std::string_view title(Role role);
std::string sentence(Act act, Reach reach);
std::span<const Role> all_roles();
std::span<const Act> all_acts();

}  // namespace entente::access
