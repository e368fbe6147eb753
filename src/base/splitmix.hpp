#pragma once
#include <cstdint>

namespace entente {

/// A repeatable generator for simulations: SplitMix64 (Steele, Lea, Flood 2014). The same seed gives the same numbers
/// on every machine, which the distributions of the standard library do not promise. Never for anything secret.
class SplitMix {
 public:
  explicit constexpr SplitMix(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// A whole number from 0 to bound − 1, by multiplication: off from even by less than bound / 2^32.
  constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

 private:
  std::uint64_t state_;
};

/// A seed from a seed and one more number, so that a seed can be made of a whole input.
constexpr std::uint64_t mix(std::uint64_t seed, std::uint64_t more) {
  return SplitMix(SplitMix(seed).next() ^ more).next();
}

}  // namespace entente
