#pragma once
#include <array>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "scorecard/evaluation/score.hpp"
#include "scorecard/evaluation/value.hpp"

namespace entente::scorecard::evaluation {

enum class ScoringType : std::uint8_t {
  higher,
  lower,
  target,
  range,
  progress,
  percent,
  bands,
  yesno,
  texts,
  milestone,
  manual,
  unscored
};
BOOST_DESCRIBE_ENUM(ScoringType, higher, lower, target, range, progress, percent, bands, yesno, texts, milestone,
                    manual, unscored)

/// Which way is better.
enum class Direction : std::uint8_t { higher, lower, none };
BOOST_DESCRIBE_ENUM(Direction, higher, lower, none)

/// How progress is expected to go between start and due: evenly, as 3t² − 2t³, or by the last step reached (which also
/// serves milestones that each bring a share).
enum class Curve : std::uint8_t { linear, s, steps };
BOOST_DESCRIBE_ENUM(Curve, linear, s, steps)

/// From this day on so much (0 to 1) is expected.
struct Step {
  Date date;
  Decimal share;
};

/// How a value becomes a score, as people enter it. Which members count depends on the type:
/// - higher, lower: red, green; worst and stretch replace the ends, which otherwise lie one |green − red| further out;
///   red = green is a step: at or beyond 100, else 0.
/// - target, range: red_low ≤ green_low ≤ green_high ≤ red_high; target has its 100 in the middle, range all over the
///   green zone.
/// - progress: baseline, target, start, due, curve, steps; red and green (0.85 and 0.95) of the share of what is
/// expected
///   at the period's end. Without a due day, or without a start, all of it is expected.
/// - percent: target, direction, baseline; red and green as with progress.
/// - bands: edges, ascending, direction; the bands share 0 to 100 equally.
/// - yesno: yes 100, no 0.   texts: scores from 0 to 100 by text.
/// - milestone: due; days late up to yellow_days are green, up to red_days yellow. Scored as `lower` with these limits.
/// - manual: light and reason; counts the middle of its band.   unscored: nothing.
struct Scoring {
  ScoringType type = ScoringType::unscored;
  std::optional<Decimal> red, green, worst, stretch;
  std::optional<Decimal> red_low, green_low, green_high, red_high;
  std::optional<Decimal> baseline, target;
  std::optional<Date> start, due;
  Curve curve = Curve::linear;
  std::vector<Step> steps;
  Direction direction = Direction::higher;
  std::vector<Decimal> edges;
  std::vector<std::pair<std::string, Decimal>> scores;
  std::optional<Decimal> yellow_days, red_days;
  Light light = Light::grey;
  std::string reason;
};

/// Everything that makes the definition impossible, each at its field below `path` ("scoring.green"). Empty: it can be
/// used. Codes: "required", "out_of_order", "target_is_baseline", "not_positive", "out_of_range", "number_too_large".
std::vector<FieldError> problems(const Scoring& scoring, const std::string& path);

/// What a value is worth.
struct Scored {
  State state = State::unscored;      ///< value, error or unscored
  Score score = 0;                    ///< with state value
  std::optional<Decimal> attainment;  ///< a fraction, not clamped; only where chapter "Score" defines one
  const char* problem = nullptr;      ///< with state error
};

/// The values at which the light changes, ascending, with the lights between: lights[i] applies below at[i], the last
/// one above them all. A value on an edge has the better of its two lights. count 0: nothing to draw.
struct BandEdges {
  int count = 0;
  std::array<Decimal, 4> at{};
  std::array<Light, 5> lights{Light::grey, Light::grey, Light::grey, Light::grey, Light::grey};
};

/// A definition made ready for scoring. Cheap to use, never allocates while scoring, safe to share between threads.
class ScoringRule {
 public:
  /// Unscored.
  ScoringRule() = default;
  /// Throws `bad_input` with the `problems`.
  explicit ScoringRule(const Scoring& scoring, const std::string& path = "scoring");

  ScoringType type() const { return type_; }
  /// Whether larger or smaller values are better; none for target, range, texts, milestone, manual and unscored.
  Direction direction() const;
  /// The light of a manual definition.
  Light light() const { return light_; }
  /// Whether this definition gives no score to anything: unscored, or manual without a light.
  bool is_unscored() const {
    return type_ == ScoringType::unscored || (type_ == ScoringType::manual && light_ == Light::grey);
  }
  /// Whether a number can be seen as one point of a process: types that judge numbers, and no error for this one.
  bool charts(const CellValue& value) const;

  /// The score of a value in a period that ends on this day.
  Scored score(const CellValue& value, Date period_end) const;
  /// The score of a number alone, for limits and charts: no check of the data, no attainment.
  Score score_of(Decimal number, Date period_end) const;
  /// The share of the way that is expected by a day, 0 to 1; 1 for everything but progress.
  Decimal expected(Date day) const;
  BandEdges bands(Date period_end) const;

  /// The definition that judges a sum of two periods: limits, targets and baselines are added. Absent where they cannot
  /// be (other types, other curves, too large): then the later definition judges.
  std::optional<ScoringRule> plus(const ScoringRule& other) const;

 private:
  using Anchors = std::vector<Decimal>;  ///< ascending; the i-th of n + 1 is worth i / n

  static Score along(const Anchors& anchors, Decimal x);
  static std::optional<Decimal> extended(const Anchors& anchors, Decimal x);
  Score on_ratio(Decimal ratio) const;
  Score on_scale(Decimal number) const;
  Decimal share(Decimal number, bool& exact) const;
  Decimal against_expected(Decimal share, Date period_end, bool& exact) const;
  std::optional<Decimal> value_at(Decimal ratio, Date period_end) const;

  ScoringType type_ = ScoringType::unscored;
  Direction direction_ = Direction::none;
  Curve curve_ = Curve::linear;
  Light light_ = Light::grey;
  bool mirrored_ = false;  ///< anchors_ are those of −x
  bool step_ = false;      ///< one anchor: at or beyond it 100, else 0
  bool has_baseline_ = false;
  bool has_path_ = false;  ///< start and due are set
  Date start_, due_;
  Decimal baseline_, span_;  ///< progress and percent: where 0 lies, and how far from there the target
  Anchors anchors_, right_;  ///< right_: the falling side of target and range, anchors of −x
  std::vector<Step> steps_;
  std::vector<std::pair<std::string, Score>> texts_;
};

}  // namespace entente::scorecard::evaluation
