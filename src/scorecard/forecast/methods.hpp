#pragma once
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "scorecard/forecast/forecast.hpp"

/// The methods themselves, over plain numbers.
namespace entente::scorecard::forecast {

/// Values as differences to the first one, and their periods counted from the first one's.
struct Track {
  std::vector<int> at;
  std::vector<double> value;
  int season = 0;  ///< periods; 0: none
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  int size() const { return static_cast<int>(at.size()); }
};

struct Line {
  double intercept = 0, slope = 0;
};

/// Shares of an error by which level and trend learn, and what is left of the trend after each period.
struct HoltWeights {
  double level = 0, trend = 0, damping = 0;
};

struct Holt {
  HoltWeights weights;
  double level = 0, trend = 0;  ///< at the last known value
};

/// The median; the mean of the middle two of an even number. Changes the order. At least one.
double median(std::span<double> numbers);

/// The lines through the first `from` values, the first from + 1, and so on to all of them; `from` is 2 or more.
std::vector<Line> theil_sen_lines(const Track& track, int from);

/// The same for the damped trend; `from` is 4 or more. The level begins at the first value, the trend with the median
/// slope of the first four.
std::vector<Holt> holt_fits(const Track& track, int from);

/// The one-step errors of these weights, one for each value but the first, each divided by √(periods since the last).
std::vector<double> holt_errors(const Track& track, const HoltWeights& weights);

/// All methods fitted to the first `from` values, the first from + 1, and so on.
class Fits {
 public:
  /// `track` has to outlive this; `from` is 4 or more.
  Fits(const Track& track, int from);

  /// What the method, knowing the first `known` values, expects so many periods after the last of them, within the
  /// natural bounds. Absent for seasonal naive where this season has no value yet.
  std::optional<double> predict(Method method, int known, int step) const;
  const Line& line(int known) const { return lines_[static_cast<std::size_t>(known - from_)]; }
  const Holt& holt(int known) const { return holts_[static_cast<std::size_t>(known - from_)]; }

 private:
  const Track& track_;
  int from_;
  std::vector<Line> lines_;
  std::vector<Holt> holts_;
};

/// The latest of the first `known` values that lies a whole number of seasons before a period.
struct SeasonMate {
  int position = 0;
  int seasons = 0;
};
std::optional<SeasonMate> season_mate(const Track& track, int known, int period);

/// What a method fitted to all values leaves unexplained, for one step, enlarged by √(n / (n − fitted parameters)); of
/// a line n counts only residuals that say something of their own.
std::vector<double> residuals(Method method, const Track& track, const Fits& fits);

/// How far 500 paths stray from the method's forecast: [path × horizon + step − 1]. Their mirror images are the other
/// 500. A path's first steps are the same whatever the horizon.
std::vector<double> deviations(Method method, const Track& track, const Fits& fits, int horizon);

/// The q90 quantile (type 7) of these numbers and their mirror images together. Changes the order.
double mirrored_quantile(std::span<double> numbers);

}  // namespace entente::scorecard::forecast
