#include "filter/rules.hpp"

#include <algorithm>

namespace entente::filter {
namespace {

using access::Act;

constexpr std::size_t longest_address = 1000;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_of_path(char c) { return is_letter_or_digit(c) || c == '/' || c == '-' || c == '_'; }
/// What a browser leaves of a query when it has encoded it.
bool is_of_query(char c) { return is_letter_or_digit(c) || std::string_view("*-._+%&=").find(c) != std::string_view::npos; }

bool begins_with_part(std::string_view path, std::string_view part) {
  return path.starts_with(part) && (path.size() == part.size() || path[part.size()] == '/');
}

}  // namespace

std::optional<FieldError> wrong_address(std::string_view address, Place place) {
  FieldError wrong{"address", "bad_address", "This is not an address of a page here."};
  if (address.size() > longest_address) return FieldError{"address", "too_long", "This filter is too long to be kept."};
  auto question = std::min(address.find('?'), address.size());
  std::string_view path = address.substr(0, question), query = address.substr(std::min(question + 1, address.size()));
  if (path.empty() || path.front() != '/' || path.find("//") != std::string_view::npos) return wrong;
  if (!std::all_of(path.begin(), path.end(), is_of_path) || !std::all_of(query.begin(), query.end(), is_of_query)) return wrong;
  if (place == Place::outside_alliances && (begins_with_part(path, "/a") || begins_with_part(path, "/api"))) return wrong;
  return std::nullopt;
}

bool finds(const Viewer& viewer, const Filter& filter) {
  const Grant* grant = filter.alliance ? viewer.grant(*filter.alliance) : nullptr;
  if (filter.alliance && (!grant || !grant->may(Act::read_map))) return false;
  if (filter.owner == viewer.person) return true;
  return filter.audience != Audience::me && grant && grant->may(Act::read_shared) && grant->sees(filter.space);
}

bool may_change(const Viewer& viewer, const Filter& filter) {
  if (!finds(viewer, filter)) return false;
  if (filter.owner == viewer.person) return true;
  const Grant* grant = viewer.grant(*filter.alliance);
  return grant->may_edit({}) && filter.party == grant->party;
}

std::vector<Audience> may_share_with(const Grant& grant) {
  std::vector<Audience> out;
  if (!grant.may(Act::comment) || !grant.may(Act::read_shared)) return out;
  if (grant.sees(grant.own)) out.push_back(Audience::party);
  out.push_back(Audience::everybody);
  return out;
}

SpaceId space_of(const Viewer& viewer, const Grant* grant, Audience audience) {
  if (!grant || audience == Audience::me) return viewer.home;
  return audience == Audience::party ? grant->own : grant->shared;
}

}  // namespace entente::filter
