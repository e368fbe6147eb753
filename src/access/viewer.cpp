#include "access/viewer.hpp"

#include "base/error.hpp"

namespace entente::access {

bool Grant::leads(const ThemeId& theme) const {
  return roles.has(Role::theme_leader) && std::find(themes.begin(), themes.end(), theme) != themes.end();
}

bool Grant::sees(const SpaceId& space) const {
  if (space.empty()) return false;
  if (space == shared) return may(Act::read_map);
  if (space == own) return reach(Act::read_private) == Reach::all;
  return may(Act::read_shared) && std::find(agreements.begin(), agreements.end(), space) != agreements.end();
}

bool Grant::may_edit(const ThemeId& theme) const {
  Reach far = reach(Act::edit_draft);
  return far == Reach::all || (far == Reach::own_theme && !theme.empty() && leads(theme));
}

bool Grant::may_enter(const PersonId& person, const std::optional<PersonId>& owner, const ThemeId& theme) const {
  bool owns = owner && *owner == person;
  bool in_theme = !theme.empty() && std::find(themes.begin(), themes.end(), theme) != themes.end();
  for (Role role : roles.list()) {
    Reach far = access::reach(role, Act::enter_observations);
    if (far == Reach::all || (far == Reach::own && owns)) return true;
    if ((far == Reach::own_theme || far == Reach::assigned) && (in_theme || owns)) return true;
  }
  return false;
}

db::Sight Viewer::sight() const {
  db::Sight sight;
  sight.person = operator_ ? "operator" : person.text();
  auto add = [&](const SpaceId& space) { sight.spaces.append(sight.spaces.empty() ? "" : " ").append(space.view()); };
  for (const auto& grant : grants) {
    if (grant.sees(grant.shared)) add(grant.shared);
    // Who has own notes in the organisation's space and sees no more of it: the program tells these apart, the wall only
    // organisations.
    if (grant.sees(grant.own) || (!grant.own.empty() && grant.reach(Act::read_private) == Reach::own)) add(grant.own);
    for (const auto& space : grant.agreements)
      if (grant.sees(space)) add(space);
  }
  if (!home.empty()) add(home);
  return sight;
}

const Grant* Viewer::grant(const AllianceId& alliance) const {
  auto found = std::lower_bound(grants.begin(), grants.end(), alliance,
                                [](const Grant& grant, const AllianceId& id) { return grant.alliance < id; });
  return found != grants.end() && found->alliance == alliance ? &*found : nullptr;
}

const Grant& Viewer::need(const AllianceId& alliance, Act act) const {
  const Grant* found = grant(alliance);
  if (!found || !found->may(act)) throw_not_found();
  return *found;
}

const Grant& Viewer::need_record(const AllianceId& alliance) const {
  const Grant* found = grant(alliance);
  if (!found || !found->may_take_record()) throw_not_found();
  return *found;
}

}  // namespace entente::access
