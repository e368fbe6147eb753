#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "formation/types.hpp"

/// Pure rules of building the map together: the built-in questions, which card lives on in which, and where the parties differ.
namespace entente::formation {

/// A rating is a whole number from 1 (should not be an objective of ours) to 5 (must be one).
constexpr std::int64_t lowest_rating = 1;
constexpr std::int64_t highest_rating = 5;

/// Below so many raters a party's mean says much of each of them: whoever rates is told.
constexpr std::int64_t handful = 5;

/// The built-in questions: two to each kind of finding.
std::vector<Question> standard_questions();

/// Where the parties stand on a card.
enum class Standing : std::uint8_t {
  unheard,    ///< a partner has not rated it
  apart,      ///< the means of two parties lie 1.5 or more from each other
  wanted,     ///< every party's mean is 3.5 or more
  unwanted,   ///< every party's mean is 2.5 or less
  undecided,  ///< anything else
};
BOOST_DESCRIBE_ENUM(Standing, unheard, apart, wanted, unwanted, undecided)

/// What one party said: the sum of its ratings and how many they are. Nothing was said where `raters` is 0.
struct Voice {
  std::int64_t total = 0;
  std::int64_t raters = 0;
};

/// How far the parties agree on a card. The consent is 100 where their means are equal, 0 where one is 1 and another 5, and
/// even in between: 100 · (1 − gap / 4). Nothing where fewer than two parties have rated.
struct Consent {
  Standing standing = Standing::unheard;
  std::optional<Decimal> gap;      ///< between the highest and the lowest mean, 0 to 4
  std::optional<Decimal> percent;  ///< 0 to 100
};
BOOST_DESCRIBE_STRUCT(Consent, (), (standing, gap, percent))

/// Of one card, by the voices of all partners. Compared exactly: a mean on a threshold belongs to what the threshold names.
Consent consent_of(std::span<const Voice> partners);

/// The meter of a board: the mean of its cards' consent, over those that have one. Nothing where none has.
std::optional<Decimal> consent_meter(std::span<const Consent> cards);

/// Whether a matter stays open after a rating.
bool stays_open(Standing standing);

/// The mean of a party's ratings.
Decimal mean(const Voice& voice);

/// The card in which a card lives on, over any number of merges; itself where it is not merged, or where what it was merged
/// into is not among `cards` (it was removed).
CardId root_of(const std::map<CardId, const Card*>& cards, const CardId& card);

/// Whether `card` may be merged into `target`: another card that is there, and not merged itself.
bool may_merge(const std::map<CardId, const Card*>& cards, const CardId& card, const CardId& target);

/// The first of these names that the text gives away, in full or by a last name of three letters or more; or nothing.
std::optional<std::string> name_in(std::string_view text, std::span<const std::string> names);

/// Theme words as they are kept: "quality, speed". Adds to `errors` at "words".
std::string clean_words(std::string_view words, std::vector<FieldError>& errors);

void check(QuestionSet&, std::vector<FieldError>& errors);
void check(Talk&, std::vector<FieldError>& errors);
void check(Finding&, std::vector<FieldError>& errors);
void check(Workshop&, std::vector<FieldError>& errors);
/// An older title may be longer than a new one: it is left as it is.
void check(Card&, std::vector<FieldError>& errors, bool new_title = true);
void check(Matter&, std::vector<FieldError>& errors);

}  // namespace entente::formation
