#include <set>

#include "scorecard/evaluation/scoring.hpp"

namespace entente::scorecard::evaluation {
namespace {

class Check {
 public:
  Check(const Scoring& scoring, const std::string& path) : scoring_(scoring), path_(path) {}

  void fail(std::string_view field, std::string_view code, std::string message) {
    found_.push_back(
        {path_.empty() ? std::string(field) : path_ + "." + std::string(field), std::string(code), std::move(message)});
  }
  template <class T>
  bool need(const std::optional<T>& member, std::string_view field) {
    if (!member) fail(field, "required", "“" + std::string(field) + "” is needed for this type of scoring.");
    return member.has_value();
  }
  std::vector<FieldError> run();

 private:
  void limits();
  void zones();
  void ratio();
  void progress();
  void percent();
  void edges();
  void texts();
  void milestone();

  const Scoring& scoring_;
  const std::string& path_;
  std::vector<FieldError> found_;
};

void Check::limits() {
  const bool red = need(scoring_.red, "red"), green = need(scoring_.green, "green");
  if (!red || !green) return;
  const bool higher = scoring_.type == ScoringType::higher;
  const auto beyond = [&](Decimal a, Decimal b) { return higher ? a > b : a < b; };
  if (beyond(*scoring_.red, *scoring_.green))
    fail("green", "out_of_order",
         higher ? "Where higher is better, green cannot be below red."
                : "Where lower is better, green cannot be above red.");
  if (scoring_.worst && !beyond(*scoring_.red, *scoring_.worst))
    fail("worst", "out_of_order", "The worst value has to lie beyond red, on the bad side.");
  if (scoring_.stretch && !beyond(*scoring_.stretch, *scoring_.green))
    fail("stretch", "out_of_order", "The stretch value has to lie beyond green, on the good side.");
}

void Check::zones() {
  const bool red_low = need(scoring_.red_low, "red_low"), green_low = need(scoring_.green_low, "green_low");
  const bool green_high = need(scoring_.green_high, "green_high"), red_high = need(scoring_.red_high, "red_high");
  if (!red_low || !green_low || !green_high || !red_high) return;
  if (*scoring_.green_low < *scoring_.red_low) fail("green_low", "out_of_order", "green_low cannot be below red_low.");
  if (*scoring_.green_high < *scoring_.green_low)
    fail("green_high", "out_of_order", "green_high cannot be below green_low.");
  if (*scoring_.red_high < *scoring_.green_high)
    fail("red_high", "out_of_order", "red_high cannot be below green_high.");
}

/// red and green as shares of what is expected.
void Check::ratio() {
  const Decimal red = scoring_.red.value_or(parse_decimal("0.85")),
                green = scoring_.green.value_or(parse_decimal("0.95"));
  if (green < red) fail("green", "out_of_order", "green cannot be below red: both are shares of what is expected.");
  for (const auto& [share, field] : {std::pair{red, "red"}, {green, "green"}})
    if (share > Decimal::from_integer(1000) || share < Decimal::from_integer(-1000))
      fail(field, "out_of_range", "This is a share of what is expected, such as 0.85.");
}

void Check::progress() {
  ratio();
  const bool from = need(scoring_.baseline, "baseline"), to = need(scoring_.target, "target");
  if (from && to && *scoring_.baseline == *scoring_.target)
    fail("target", "target_is_baseline", "The target cannot be the baseline: there would be no way to go.");
  if (scoring_.start && scoring_.due && *scoring_.due <= *scoring_.start)
    fail("due", "out_of_order", "The due day has to come after the start.");
  if (scoring_.curve != Curve::steps) return;
  if (scoring_.steps.empty()) fail("steps", "required", "Say which share is expected from which day on.");
  for (std::size_t i = 0; i < scoring_.steps.size(); ++i) {
    const Step& step = scoring_.steps[i];
    const std::string field = "steps[" + std::to_string(i) + "]";
    if (step.share < Decimal() || step.share > Decimal::from_integer(1))
      fail(field + ".share", "out_of_range", "A share is between 0 and 1.");
    if (i > 0 && (step.date <= scoring_.steps[i - 1].date || step.share < scoring_.steps[i - 1].share))
      fail(field, "out_of_order", "Steps go forward in time and never back in what is expected.");
  }
}

void Check::percent() {
  ratio();
  if (scoring_.direction == Direction::none) fail("direction", "required", "Say whether higher or lower is better.");
  if (!need(scoring_.target, "target")) return;
  if (scoring_.baseline && *scoring_.baseline == *scoring_.target)
    fail("target", "target_is_baseline", "The target cannot be the baseline: there would be no way to go.");
  if (!scoring_.baseline && *scoring_.target <= Decimal())
    fail("target", "not_positive", "A percentage of a target of zero or less has no meaning; give a baseline as well.");
}

void Check::edges() {
  if (scoring_.edges.size() < 2) fail("edges", "required", "Bands need at least two edges.");
  if (scoring_.edges.size() > 40) fail("edges", "out_of_range", "At most 40 edges.");
  if (scoring_.direction == Direction::none) fail("direction", "required", "Say whether higher or lower is better.");
  for (std::size_t i = 1; i < scoring_.edges.size(); ++i)
    if (scoring_.edges[i] <= scoring_.edges[i - 1])
      fail("edges[" + std::to_string(i) + "]", "out_of_order", "Each edge has to be above the one before it.");
}

void Check::texts() {
  if (scoring_.scores.empty()) fail("scores", "required", "Give at least one text with its score.");
  std::set<std::string_view> seen;
  for (const auto& [text, score] : scoring_.scores) {
    if (text.empty()) fail("scores", "required", "A text cannot be empty.");
    if (!seen.insert(text).second) fail("scores." + text, "duplicate", "This text is given twice.");
    if (score < Decimal() || score > Decimal::from_integer(100))
      fail("scores." + text, "out_of_range", "A score is between 0 and 100.");
  }
}

void Check::milestone() {
  need(scoring_.due, "due");
  const bool yellow = need(scoring_.yellow_days, "yellow_days"), red = need(scoring_.red_days, "red_days");
  if (yellow && red && *scoring_.red_days < *scoring_.yellow_days)
    fail("red_days", "out_of_order", "red_days cannot be fewer than yellow_days.");
}

std::vector<FieldError> Check::run() {
  switch (scoring_.type) {
    case ScoringType::higher:
    case ScoringType::lower:
      limits();
      break;
    case ScoringType::target:
    case ScoringType::range:
      zones();
      break;
    case ScoringType::progress:
      progress();
      break;
    case ScoringType::percent:
      percent();
      break;
    case ScoringType::bands:
      edges();
      break;
    case ScoringType::texts:
      texts();
      break;
    case ScoringType::milestone:
      milestone();
      break;
    case ScoringType::manual:
      if (scoring_.reason.empty()) fail("reason", "required", "A light set by hand needs a reason.");
      break;
    case ScoringType::yesno:
    case ScoringType::unscored:
      break;
  }
  return std::move(found_);
}

}  // namespace

std::vector<FieldError> problems(const Scoring& scoring, const std::string& path) {
  return Check(scoring, path).run();
}

}  // namespace entente::scorecard::evaluation
