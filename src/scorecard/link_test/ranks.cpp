#include "scorecard/link_test/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/decimal.hpp"

namespace entente::scorecard::link_test {

template <class Number>
std::vector<std::int64_t> centred_ranks(std::span<const Number> numbers) {
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  std::vector<std::int64_t> ranks(numbers.size());
  for (std::size_t first = 0, end; first < order.size(); first = end) {
    for (end = first + 1; end < order.size() && numbers[order[end]] == numbers[order[first]];) ++end;
    // Ranks first + 1 to end: twice their mean is first + 1 + end, twice the mean of all is n + 1.
    const auto rank = static_cast<std::int64_t>(first + end) - static_cast<std::int64_t>(numbers.size());
    for (std::size_t i = first; i < end; ++i) ranks[order[i]] = rank;
  }
  return ranks;
}
template std::vector<std::int64_t> centred_ranks(std::span<const Decimal>);
template std::vector<std::int64_t> centred_ranks(std::span<const double>);

std::int64_t ring_product(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t shift) {
  const auto turn = b.begin() + static_cast<std::ptrdiff_t>(shift);
  const auto straight = b.end() - turn;
  const std::int64_t head = std::inner_product(turn, b.end(), a.begin(), std::int64_t{0});
  return std::inner_product(b.begin(), turn, a.begin() + straight, head);
}

double correlation(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
  const std::int64_t squares_a = ring_product(a, a, 0), squares_b = ring_product(b, b, 0);
  if (squares_a == 0 || squares_b == 0) return 0;
  return static_cast<double>(ring_product(a, b, 0)) /
         (std::sqrt(static_cast<double>(squares_a)) * std::sqrt(static_cast<double>(squares_b)));
}

double effective_pairs(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
  const std::size_t n = a.size();
  if (n == 0) return 0;
  const auto count = static_cast<double>(n);
  const auto squares_a = static_cast<double>(ring_product(a, a, 0));
  const auto squares_b = static_cast<double>(ring_product(b, b, 0));
  if (squares_a == 0 || squares_b == 0) return count;
  double sum = 0;
  for (std::size_t j = 1; j <= n / 5; ++j) {
    const auto apart = [&](std::span<const std::int64_t> ranks) {
      return static_cast<double>(std::inner_product(ranks.begin() + static_cast<std::ptrdiff_t>(j), ranks.end(),
                                                    ranks.begin(), std::int64_t{0}));
    };
    sum += (1 - static_cast<double>(j) / count) * (apart(a) / squares_a) * (apart(b) / squares_b);
  }
  return count / std::max(1.0, 1 + 2 * sum);
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    least = std::min(least, p[order[rank - 1]] * (static_cast<double>(p.size()) / static_cast<double>(rank)));
    adjusted[order[rank - 1]] = least;
  }
  return adjusted;
}

}  // namespace entente::scorecard::link_test
