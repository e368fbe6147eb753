#pragma once
#include <span>
#include <string>
#include <vector>

#include "agreement/types.hpp"
#include "base/error.hpp"

/// Pure rules of making and consenting to agreements.
namespace entente::agreement {

/// Cleans the texts in place and adds what is wrong to `errors`.
void check(Agreement& agreement, std::vector<FieldError>& errors);
/// Two parties or more, none twice, and one at least that ratifies. Adds what is wrong at "parties".
void check(std::span<const Place> places, std::vector<FieldError>& errors);

/// The bytes that are consented to: name, kind, summary, days and parties, these sorted.
std::string text(const Agreement& agreement, std::vector<Place> places);

/// Where an agreement stands after a party's word. Throws `conflict` "not_proposed", "not_asked" for who is no party, "already_said",
/// or "other_digest".
State after_consent(const Agreement& agreement, std::span<const Place> places, std::span<const Consent> before, const Consent& word);

/// Whether its last day is over, whatever its state.
bool is_over(const Agreement& agreement, Date today);

}  // namespace entente::agreement
