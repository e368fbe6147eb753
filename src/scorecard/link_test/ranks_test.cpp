// Ranks, effective pairs and the correction for many links, against numbers from outside the program.
#include "scorecard/link_test/ranks.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace entente::scorecard::link_test;

namespace {

using Ranks = std::vector<std::int64_t>;

Ranks ranks_of(const std::vector<double>& numbers) {
  return centred_ranks<double>(numbers);
}

}  // namespace

TEST_CASE("mid-ranks, doubled and centred") {
  CHECK(ranks_of({10, 30, 20}) == Ranks{-2, 2, 0});
  CHECK(ranks_of({5, 5, 7, 1}) == Ranks{0, 0, 3, -3});  // ranks 2.5, 2.5, 4, 1 less 2.5, twice
  CHECK(ranks_of({4, 4, 4}) == Ranks{0, 0, 0});
  CHECK(ranks_of({}) == Ranks{});
}

// scipy 1.10.1: stats.spearmanr(x, y)[0], with ties.
TEST_CASE("Spearman's correlation") {
  const Ranks x = ranks_of({3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7});
  const Ranks y = ranks_of({2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0});
  CHECK(correlation(x, y) == doctest::Approx(0.19032303899443684).epsilon(1e-12));
  CHECK(correlation(x, x) == doctest::Approx(1).epsilon(1e-12));
  CHECK(correlation(x, Ranks(14, 0)) == 0);
}

// Python, fractions: ranks less their mean, r(j) = Σ v[i] v[i+j] / Σ v², 1/N* = 1/n + 2/n Σ (1 − j/n) r_x(j) r_y(j) for
// j = 1 to n // 5.
TEST_CASE("effective pairs") {
  const Ranks slow = ranks_of({1, 2, 3, 4, 6, 5, 7, 9, 8, 10, 9, 7, 8, 6, 4, 5, 3, 2, 1, 2});
  const Ranks too = ranks_of({2, 1, 3, 5, 4, 6, 7, 8, 10, 9, 8, 9, 7, 5, 6, 4, 3, 1, 2, 3});
  CHECK(effective_pairs(slow, too) == doctest::Approx(6.790643021148997).epsilon(1e-12));
  // Where they do not go slowly together, no more than there are.
  const Ranks x = ranks_of({3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7});
  const Ranks y = ranks_of({2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0});
  CHECK(effective_pairs(x, y) == 14);
  CHECK(effective_pairs(Ranks{}, Ranks{}) == 0);
}

// Python: for each p the smallest q among m·p(k)/k at which "reject p(1) to p(k) for the largest k with p(k) ≤ qk/m"
// rejects it.
TEST_CASE("Benjamini and Hochberg") {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005, 0.55, 0.2, 0.04};
  const std::vector<double> expected{0.035, 0.056, 0.056, 0.035, 0.55, 0.2333333333333, 0.056};
  const std::vector<double> adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(adjusted[i] == doctest::Approx(expected[i]).epsilon(1e-9));
  CHECK(benjamini_hochberg({}).empty());
}

TEST_CASE("laws of ranks and of the correction") {
  CHECK(rc::check("a rising map leaves the ranks as they are, a falling one turns them", [] {
    const auto whole = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-20, 21));
    std::vector<double> numbers(whole.begin(), whole.end()), rising, falling;
    for (const double number : numbers)
      rising.push_back(std::exp(number)), falling.push_back(-number * number * number);
    Ranks turned = ranks_of(falling);
    for (auto& rank : turned) rank = -rank;
    RC_ASSERT(ranks_of(rising) == ranks_of(numbers));
    RC_ASSERT(turned == ranks_of(numbers));
  }));
  CHECK(rc::check("a ring turned all the way round is the ring; all positions together are nothing", [] {
    const auto whole = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(-20, 21)),
                                          [](const auto& list) { return list.size() > 1; });
    const Ranks a = ranks_of({whole.begin(), whole.end()});
    Ranks b = a;
    std::reverse(b.begin(), b.end());
    std::int64_t sum = 0;
    for (std::size_t shift = 0; shift < a.size(); ++shift) {
      Ranks turned = b;
      std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(shift), turned.end());
      RC_ASSERT(ring_product(a, b, shift) == ring_product(a, turned, 0));
      sum += ring_product(a, b, shift);
    }
    RC_ASSERT(sum == 0);  // (Σ a)(Σ b), both centred
    RC_ASSERT(ring_product(a, b, a.size()) == ring_product(a, b, 0));
  }));
  CHECK(rc::check("adjusted ≤ q is what the definition rejects, and keeps the order", [] {
    // Thirds of thousandths at odds with q, so that nothing lies on the limit.
    std::vector<double> p;
    const int count = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i) p.push_back((*rc::gen::inRange(0, 300) + 1 / 3.0) / 300.5);
    const std::vector<double> adjusted = benjamini_hochberg(p);
    for (const double q : {0.05, 0.1, 0.31}) {
      std::vector<double> sorted = p;
      std::sort(sorted.begin(), sorted.end());
      double limit = -1;
      for (std::size_t k = 1; k <= sorted.size(); ++k)
        if (sorted[k - 1] <= q * static_cast<double>(k) / static_cast<double>(sorted.size())) limit = sorted[k - 1];
      for (std::size_t i = 0; i < p.size(); ++i) RC_ASSERT((adjusted[i] <= q) == (p[i] <= limit));
    }
    for (std::size_t i = 0; i < p.size(); ++i) {
      RC_ASSERT(adjusted[i] >= p[i]);
      for (std::size_t j = 0; j < p.size(); ++j)
        if (p[i] <= p[j]) RC_ASSERT(adjusted[i] <= adjusted[j]);
    }
  }));
}
