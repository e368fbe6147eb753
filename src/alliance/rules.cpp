#include "alliance/rules.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"

namespace entente::alliance {

void check(Alliance& alliance, std::vector<FieldError>& errors) {
  const TextRule many{.longest = 20'000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
  alliance.name = clean_text(alliance.name, "name", {.longest = 120}, errors);
  alliance.description = clean_text(alliance.description, "description", many, errors);
  alliance.source = clean_text(alliance.source, "source", many, errors);
  alliance.vision = clean_text(alliance.vision, "vision", many, errors);
  alliance.mission = clean_text(alliance.mission, "mission", many, errors);
  if (alliance.first_month < 1 || alliance.first_month > 12)
    errors.push_back({"first_month", "out_of_range", "A month is a number from 1 to 12."});
  if (alliance.first_day < 1 || alliance.first_day > 31)
    errors.push_back({"first_day", "out_of_range", "A day is a number from 1 to 31."});
  if (alliance.method == strategy::Method::manual || alliance.method == strategy::Method::k_of_n)
    errors.push_back({"method", "no_light", "An alliance has neither a light of its own nor a number of themes to reach. Choose how its themes are taken together."});
  bool good = alliance.currency.size() == 3 &&
              std::all_of(alliance.currency.begin(), alliance.currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!good) errors.push_back({"currency", "bad_currency", "A currency is three capital letters, such as EUR."});
}

void check(const Party& party, std::vector<FieldError>& errors) {
  if (party.first_month && (*party.first_month < 1 || *party.first_month > 12))
    errors.push_back({"calendar.first_month", "out_of_range", "A month is a number from 1 to 12."});
  if (party.first_day && (*party.first_day < 1 || *party.first_day > 31))
    errors.push_back({"calendar.first_day", "out_of_range", "A day is a number from 1 to 31."});
}

void check_zone(std::string_view zone, std::vector<FieldError>& errors) {
  if (!is_zone(zone)) errors.push_back({"zone", "unknown_zone", fmt::format("“{:.40}” is no time zone. Give one such as Europe/Brussels.", zone)});
}

void check_roles(const access::Roles& roles, const access::Grant& giver, const std::vector<ThemeId>& themes) {
  if (roles.empty()) throw_bad_field("roles", "empty", "Please choose at least one role.");
  if (giver.reach(access::Act::manage_members) == access::Reach::own_party) return;
  bool team_only = roles == access::Roles{access::Role::team_member};
  bool own_themes = !themes.empty() && std::all_of(themes.begin(), themes.end(), [&](const ThemeId& theme) { return giver.leads(theme); });
  if (!team_only || !own_themes) throw_bad_field("roles", "too_far", "You can make team members of your own theme.");
}

MarkStyle mark_style_at(PartyKind kind, std::int64_t position) {
  if (kind == PartyKind::neutral) return MarkStyle::square;
  constexpr MarkStyle styles[] = {MarkStyle::outlined, MarkStyle::filled, MarkStyle::half, MarkStyle::square};
  return styles[position % 4];
}

}  // namespace entente::alliance
