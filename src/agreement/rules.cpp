#include "agreement/rules.hpp"

#include "base/near_days.hpp"
#include "base/text.hpp"
#include "json/json.hpp"

namespace entente::agreement {
namespace {

struct Text {
  std::int64_t format = 1;
  AllianceId alliance;
  std::string name;
  Kind kind = Kind::other;
  std::string summary;
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::vector<Place> parties;
};
BOOST_DESCRIBE_STRUCT(Text, (), (format, alliance, name, kind, summary, starts, ends, parties))

}  // namespace

void check(Agreement& agreement, std::vector<FieldError>& errors) {
  agreement.name = clean_text(agreement.name, "name", {.longest = 160}, errors);
  agreement.summary = clean_text(agreement.summary, "summary", {.longest = 20'000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  check_span(agreement.starts, agreement.ends, errors);
}

void check(std::span<const Place> places, std::vector<FieldError>& errors) {
  if (places.size() < 2) errors.push_back({"parties", "too_few", "An agreement has two parties or more."});
  for (std::size_t i = 0; i < places.size(); ++i)
    if (std::any_of(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(i), [&](const Place& other) { return other.party == places[i].party; }))
      errors.push_back({fmt::format("parties[{}].party", i), "twice", "A party can be named once only."});
  if (!places.empty() && std::none_of(places.begin(), places.end(), [](const Place& place) { return place.must_ratify; }))
    errors.push_back({"parties", "nobody_ratifies", "At least one party must ratify what lies in the agreement's space."});
}

std::string text(const Agreement& agreement, std::vector<Place> places) {
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.party < b.party; });
  return json::text(Text{1, agreement.alliance, agreement.name, agreement.kind, agreement.summary, agreement.starts, agreement.ends, std::move(places)});
}

State after_consent(const Agreement& agreement, std::span<const Place> places, std::span<const Consent> before, const Consent& word) {
  if (agreement.state != State::proposed)
    throw Error(ErrorKind::conflict, "not_proposed", "This agreement no longer waits for consent.");
  auto by = [](const PartyId& party) { return [&party](const auto& one) { return one.party == party; }; };
  if (std::none_of(places.begin(), places.end(), by(word.party)))
    throw Error(ErrorKind::conflict, "not_asked", "Your organisation is not a party to this agreement.");
  if (std::any_of(before.begin(), before.end(), by(word.party)))
    throw Error(ErrorKind::conflict, "already_said", "Your organisation has given its word on this agreement already.");
  if (word.digest != agreement.digest)
    throw Error(ErrorKind::conflict, "other_digest", "What you looked at is not this agreement. Look at it again before you sign.");
  if (word.verdict == Verdict::declined) return State::declined;
  bool all = std::all_of(places.begin(), places.end(), [&](const Place& place) {
    return place.party == word.party || std::any_of(before.begin(), before.end(), [&](const Consent& said) {
             return said.party == place.party && said.verdict == Verdict::agreed && said.digest == agreement.digest;
           });
  });
  return all ? State::in_force : State::proposed;
}

bool is_over(const Agreement& agreement, Date today) { return agreement.ends && *agreement.ends < today; }

}  // namespace entente::agreement
