#include "discussion/rules.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace entente::discussion {

using access::Act;
using access::Reach;

std::string_view name(Kind kind) { return boost::describe::enum_to_string(kind, ""); }

std::string About::text() const {
  std::string out = std::string(name(kind)) + ":" + id;
  return part.empty() ? out : out + ":" + part;
}

std::optional<About> try_parse_about(std::string_view text) {
  auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  About about;
  if (!boost::describe::enum_from_string(std::string(text.substr(0, colon)).c_str(), about.kind)) return std::nullopt;
  std::string_view rest = text.substr(colon + 1);
  colon = rest.find(':');
  if (colon != std::string_view::npos) {
    std::string_view part = rest.substr(colon + 1);
    if (about.kind != Kind::charter || (part != "terms" && !is_id(part))) return std::nullopt;
    about.part = part;
    rest = rest.substr(0, colon);
  }
  if (!is_id(rest)) return std::nullopt;
  about.id = rest;
  return about;
}

About parse_about(std::string_view text, std::string_view path) {
  if (auto about = try_parse_about(text)) return *about;
  throw_bad_field(path, "bad_about", "Say what it is about: its kind, a colon and its identifier, such as objective:….");
}

bool on_the_map(Kind kind) {
  switch (kind) {
    case Kind::objective:
    case Kind::theme:
    case Kind::link:
    case Kind::win:
    case Kind::value:
    case Kind::alliance:
    case Kind::perspective: return true;
    case Kind::measure:
    case Kind::initiative:
    case Kind::charter:
    case Kind::service_level:
    case Kind::review:
    case Kind::agreement:
    case Kind::workshop:
    case Kind::benefit: return false;
  }
  return false;
}

bool may_see(const access::Grant& grant, Kind kind, const SpaceId& space) {
  return grant.sees(space) && (on_the_map(kind) || grant.may(Act::read_shared));
}

bool may_comment(const access::Grant& grant, Kind kind, const SpaceId& space) {
  if (!may_see(grant, kind, space)) return false;
  Reach far = grant.reach(Act::comment);
  // "On these": who sees the map alone talks about the map alone.
  return far == Reach::all || (far == Reach::own && on_the_map(kind));
}

std::vector<PersonId> mentions_of(std::string_view text) {
  std::vector<PersonId> out;
  for (auto at = text.find("@["); at != std::string_view::npos; at = text.find("@[", at + 2)) {
    auto end = text.find_first_of("]\n[", at + 2);
    if (end == std::string_view::npos || text[end] != ']' || end == at + 2) continue;
    constexpr auto length = PersonId::length;
    if (text.substr(end, 2) != "](" || text.size() < end + 2 + length + 1 || text[end + 2 + length] != ')') continue;
    auto person = PersonId::parse(text.substr(end + 2, length));
    if (person && std::find(out.begin(), out.end(), *person) == out.end()) out.push_back(*person);
  }
  return out;
}

}  // namespace entente::discussion
