#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace entente {

/// The source of everything random, so that a test can replay a run byte for byte. Safe to use from several threads.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::byte> bytes) = 0;
};

/// The operating system's generator.
Random& system_random();

/// A repeatable generator for tests: never for a server.
class SeededRandom : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::byte> bytes) override;

 private:
  std::uint64_t state_;
};

}  // namespace entente
