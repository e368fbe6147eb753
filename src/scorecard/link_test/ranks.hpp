#pragma once
#include <cstdint>
#include <span>
#include <vector>

/// The statistics of the test, on plain numbers.
namespace entente::scorecard::link_test {

/// Mid-ranks, doubled and centred, so that they are whole numbers with the sum 0: of n numbers the smallest has 1 − n,
/// the largest n − 1, equal ones the same.
template <class Number>
std::vector<std::int64_t> centred_ranks(std::span<const Number> numbers);

/// Σ a_i · b_(i + shift), b read as a ring. At most 520 numbers of at most 520: far from overflow.
std::int64_t ring_product(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t shift);

/// Spearman's correlation from two centred ranks; 0 where one of them never moves.
double correlation(std::span<const std::int64_t> a, std::span<const std::int64_t> b);

/// Pyper and Peterman's effective number of pairs, at most their number.
double effective_pairs(std::span<const std::int64_t> a, std::span<const std::int64_t> b);

/// Benjamini and Hochberg's adjusted values, in the order of the p: adjusted ≤ q exactly where the procedure rejects at
/// q.
std::vector<double> benjamini_hochberg(std::span<const double> p);

}  // namespace entente::scorecard::link_test
