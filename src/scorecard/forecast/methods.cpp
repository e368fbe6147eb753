#include "scorecard/forecast/methods.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/splitmix.hpp"

namespace entente::scorecard::forecast {
namespace {

/// The 72 ways in which level and trend may learn, one array for each weight so that they are tried side by side.
struct Grid {
  static constexpr std::array level{0.1, 0.2, 0.3, 0.5, 0.7, 0.9};
  static constexpr std::array share{0.05, 0.1, 0.2, 0.4};  ///< of level's weight: the trend's
  static constexpr std::array damp{0.8, 0.9, 0.98};
  static constexpr std::size_t size = level.size() * share.size() * damp.size();

  std::array<double, size> levels, trends, dampings;
};

constexpr Grid grid = [] {
  Grid made{};
  std::size_t i = 0;
  for (const double damp : Grid::damp)
    for (const double share : Grid::share)
      for (const double level : Grid::level) {
        made.levels[i] = level;
        made.trends[i] = level * share;
        made.dampings[i++] = damp;
      }
  return made;
}();

double clamped(const Track& track, double value) {
  return std::min(std::max(value, track.low), track.high);
}

double first_trend(const Track& track) {
  std::array<double, 6> slopes;
  std::size_t count = 0;
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = i + 1; j < 4; ++j)
      slopes[count++] = (track.value[j] - track.value[i]) / (track.at[j] - track.at[i]);
  return median(slopes);
}

/// φ + φ² + … + φ^steps
double damped_steps(double damping, int steps) {
  double sum = 0, power = 1;
  for (int i = 0; i < steps; ++i) sum += power *= damping;
  return sum;
}

/// What the values left of a line say about each other: (1 + r) / (1 − r) of them are worth one, r being the
/// autocorrelation from one to the next, at least 0 and at most 0.9.
double worth_one(std::span<const double> left) {
  double squares = 0, products = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    squares += left[i] * left[i];
    if (i > 0) products += left[i] * left[i - 1];
  }
  const double r = squares > 0 ? std::clamp(products / squares, 0.0, 0.9) : 0;
  return (1 + r) / (1 - r);
}

/// How much further than its residuals a line is off at a period, as for least squares:
/// √(1 + worth · (1/n + (t − t̄)² / Σ(t − t̄)²)).
class Doubt {
 public:
  Doubt(const Track& track, double worth) : worth_(worth), count_(track.size()) {
    for (const int at : track.at) mean_ += at;
    mean_ /= count_;
    for (const int at : track.at) spread_ += (at - mean_) * (at - mean_);
  }
  double factor(double at) const {
    return std::sqrt(1 + worth_ * (1.0 / count_ + (at - mean_) * (at - mean_) / spread_));
  }

 private:
  double worth_, mean_ = 0, spread_ = 0;
  int count_;
};

std::vector<double> left_of(const Line& line, const Track& track) {
  std::vector<double> left;
  for (std::size_t i = 0; i < track.at.size(); ++i)
    left.push_back(track.value[i] - line.intercept - line.slope * track.at[i]);
  return left;
}

}  // namespace

double median(std::span<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  if (numbers.size() % 2 == 1) return *middle;
  return (*std::max_element(numbers.begin(), middle) + *middle) / 2;
}

std::vector<Line> theil_sen_lines(const Track& track, int from) {
  std::vector<Line> lines;
  std::vector<double> slopes, left;  // slopes stay sorted: each value more merges its own in
  for (int n = 1; n <= track.size(); ++n) {
    const auto old = static_cast<std::ptrdiff_t>(slopes.size());
    const auto last = static_cast<std::size_t>(n - 1);
    for (std::size_t i = 0; i < last; ++i)
      slopes.push_back((track.value[last] - track.value[i]) / (track.at[last] - track.at[i]));
    if (n < from) continue;
    const auto fresh = n == from ? slopes.begin() : slopes.begin() + old;
    std::sort(fresh, slopes.end());
    std::inplace_merge(slopes.begin(), fresh, slopes.end());
    const std::size_t count = slopes.size();
    const double slope = (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
    left.resize(static_cast<std::size_t>(n));
    for (std::size_t i = 0; i <= last; ++i) left[i] = track.value[i] - slope * track.at[i];
    lines.push_back({median(left), slope});
  }
  return lines;
}

std::vector<Holt> holt_fits(const Track& track, int from) {
  std::array<double, Grid::size> level, trend, squares{};
  level.fill(track.value.front());
  trend.fill(first_trend(track));
  std::vector<Holt> fits;
  for (int n = 2; n <= track.size(); ++n) {
    const auto i = static_cast<std::size_t>(n - 1);
    const int gap = track.at[i] - track.at[i - 1];
    for (int missed = 1; missed < gap; ++missed)
      for (std::size_t g = 0; g < Grid::size; ++g) {
        trend[g] *= grid.dampings[g];
        level[g] += trend[g];
      }
    const double value = track.value[i], worth = 1.0 / gap;
    for (std::size_t g = 0; g < Grid::size; ++g) {
      const double moved = grid.dampings[g] * trend[g];
      const double error = value - level[g] - moved;
      level[g] += moved + grid.levels[g] * error;
      trend[g] = moved + grid.trends[g] * error;
      squares[g] += error * error * worth;
    }
    if (n < from) continue;
    std::size_t best = 0;  // equal but for rounding: the first
    for (std::size_t g = 1; g < Grid::size; ++g)
      if (squares[g] < squares[best] * (1 - 1e-9)) best = g;
    fits.push_back({{grid.levels[best], grid.trends[best], grid.dampings[best]}, level[best], trend[best]});
  }
  return fits;
}

std::vector<double> holt_errors(const Track& track, const HoltWeights& weights) {
  double level = track.value.front(), trend = first_trend(track);
  std::vector<double> errors;
  for (std::size_t i = 1; i < track.at.size(); ++i) {
    const int gap = track.at[i] - track.at[i - 1];
    for (int missed = 1; missed < gap; ++missed) level += trend *= weights.damping;
    const double moved = weights.damping * trend;
    const double error = track.value[i] - level - moved;
    level += moved + weights.level * error;
    trend = moved + weights.trend * error;
    errors.push_back(error / std::sqrt(gap));
  }
  return errors;
}

Fits::Fits(const Track& track, int from)
    : track_(track), from_(from), lines_(theil_sen_lines(track, from)), holts_(holt_fits(track, from)) {}

std::optional<SeasonMate> season_mate(const Track& track, int known, int period) {
  if (track.season == 0) return std::nullopt;
  const auto end = track.at.begin() + known;
  const int last = track.at[static_cast<std::size_t>(known - 1)];
  int seasons = std::max(1, (period - last + track.season - 1) / track.season);
  for (; period - seasons * track.season >= 0; ++seasons) {
    const auto place = std::lower_bound(track.at.begin(), end, period - seasons * track.season);
    if (place != end && *place == period - seasons * track.season)
      return SeasonMate{static_cast<int>(place - track.at.begin()), seasons};
  }
  return std::nullopt;
}

std::optional<double> Fits::predict(Method method, int known, int step) const {
  const auto last = static_cast<std::size_t>(known - 1);
  const int period = track_.at[last] + step;
  switch (method) {
    case Method::naive:
      return clamped(track_, track_.value[last]);
    case Method::seasonal_naive: {
      const auto mate = season_mate(track_, known, period);
      if (!mate) return std::nullopt;
      return clamped(track_, track_.value[static_cast<std::size_t>(mate->position)]);
    }
    case Method::drift:
      return clamped(track_, track_.value[last] + (track_.value[last] - track_.value[0]) * step / track_.at[last]);
    case Method::theil_sen:
      return clamped(track_, line(known).intercept + line(known).slope * period);
    case Method::damped_holt:
      break;
  }
  const Holt& fit = holt(known);
  return clamped(track_, fit.level + damped_steps(fit.weights.damping, step) * fit.trend);
}

std::vector<double> residuals(Method method, const Track& track, const Fits& fits) {
  const int n = track.size();
  std::vector<double> found;
  double fitted = 0, worth = 1;
  if (method == Method::theil_sen) {
    fitted = 2;
    found = left_of(fits.line(n), track);
    worth = worth_one(found);
  } else if (method == Method::damped_holt) {
    fitted = 5;  // three weights and two beginnings
    found = holt_errors(track, fits.holt(n).weights);
  } else if (method == Method::seasonal_naive) {
    for (int i = 1; i < n; ++i)
      if (const auto mate = season_mate(track, i, track.at[static_cast<std::size_t>(i)]))
        found.push_back(
            (track.value[static_cast<std::size_t>(i)] - track.value[static_cast<std::size_t>(mate->position)]) /
            std::sqrt(mate->seasons));
  } else {
    const bool drifts = method == Method::drift;
    fitted = drifts ? 1 : 0;
    const double step = drifts ? (track.value.back() - track.value.front()) / track.at.back() : 0;
    for (std::size_t i = 1; i < track.at.size(); ++i) {
      const int gap = track.at[i] - track.at[i - 1];
      found.push_back((track.value[i] - track.value[i - 1] - gap * step) / std::sqrt(gap));
    }
  }
  const auto count = static_cast<double>(found.size());
  const double free = std::max(2.0, count / worth - fitted) * worth;
  for (double& residual : found) residual *= std::sqrt(count / free);
  return found;
}

std::vector<double> deviations(Method method, const Track& track, const Fits& fits, int horizon) {
  const std::vector<double> from = residuals(method, track, fits);
  const auto choices = static_cast<std::uint32_t>(from.size());
  const auto steps = static_cast<std::size_t>(horizon);
  std::vector<double> made(paths / 2 * steps), factor(steps, 1);
  std::vector<int> seasons(steps, 1);
  const Doubt doubt(track, worth_one(from));
  const HoltWeights weights = method == Method::damped_holt ? fits.holt(track.size()).weights : HoltWeights{};
  for (int h = 1; h <= horizon; ++h) {
    const auto i = static_cast<std::size_t>(h - 1);
    if (method == Method::drift) factor[i] = std::sqrt(1 + static_cast<double>(h) / track.at.back());
    if (method == Method::theil_sen) factor[i] = doubt.factor(track.at.back() + h);
    if (method == Method::seasonal_naive) {
      const auto mate = season_mate(track, track.size(), track.at.back() + h);
      seasons[i] = mate ? mate->seasons : 1;
    }
  }

  std::uint64_t seed = 1;
  for (const int at : track.at) seed = mix(seed, static_cast<std::uint64_t>(at));
  for (std::size_t path = 0; path < paths / 2; ++path) {
    SplitMix random(mix(seed, path));
    // One draw: its upper half chooses the residual, its lowest bit the sign.
    const auto draw = [&] {
      const std::uint64_t bits = random.next();
      const double residual = from[static_cast<std::size_t>(((bits >> 32) * choices) >> 32)];
      return bits & 1 ? residual : -residual;
    };
    double* out = made.data() + path * steps;
    double level = 0, trend = 0;
    for (std::size_t h = 0; h < steps; ++h) {
      switch (method) {
        case Method::naive:
        case Method::drift:
          level += draw();
          out[h] = level * factor[h];
          break;
        case Method::seasonal_naive:
          for (int i = 0; i < seasons[h]; ++i) out[h] += draw();
          break;
        case Method::theil_sen:
          out[h] = draw() * factor[h];
          break;
        case Method::damped_holt: {
          const double error = draw(), moved = weights.damping * trend;
          out[h] = level + moved + error;
          level += moved + weights.level * error;
          trend = moved + weights.trend * error;
          break;
        }
      }
    }
  }
  return made;
}

double mirrored_quantile(std::span<double> numbers) {
  for (double& number : numbers) number = std::abs(number);
  // Of 2n numbers in order the upper n are these; the place (2n − 1) · 0.9, less n, lies among them.
  const auto count = static_cast<double>(numbers.size());
  const double place = (2 * count - 1) * 0.9 - count;
  const auto whole = static_cast<std::ptrdiff_t>(place);
  const auto middle = numbers.begin() + whole;
  std::nth_element(numbers.begin(), middle, numbers.end());
  const double next = middle + 1 < numbers.end() ? *std::min_element(middle + 1, numbers.end()) : *middle;
  return *middle + (place - static_cast<double>(whole)) * (next - *middle);
}

}  // namespace entente::scorecard::forecast
