#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::metrics {

/// Names and values that tell the lines of one metric apart: {{"route", "/healthz"}}.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Only grows.
class Counter {
 public:
  void add(std::uint64_t count = 1) { value_.fetch_add(count, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

/// Goes up and down.
class Gauge {
 public:
  void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
  void add(std::int64_t change) { value_.fetch_add(change, std::memory_order_relaxed); }
  std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_ = 0;
};

/// How long things take, in steps from 100 µs to 10 s.
class Histogram {
 public:
  static constexpr std::int64_t bounds[] = {100,       250,       500,       1'000,     2'500,   5'000,
                                            10'000,    25'000,    50'000,    100'000,   250'000, 500'000,
                                            1'000'000, 2'500'000, 5'000'000, 10'000'000};
  static constexpr std::size_t steps = std::size(bounds);

  void observe_microseconds(std::int64_t duration);
  std::uint64_t count_up_to(std::size_t step) const;  ///< cumulative; `steps` for all
  std::int64_t sum_microseconds() const { return sum_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> counts_[steps + 1] = {};
  std::atomic<std::int64_t> sum_ = 0;
};

/// All metrics of the program, written in Prometheus's text format. Counting is without a lock; asking for a metric by
/// name takes one, so keep the reference, which stays valid. Only for the operator's own listener: the numbers tell of
/// everybody's use.
class Registry {
 public:
  Counter& counter(std::string_view name, std::string_view help, const Labels& labels = {});
  Gauge& gauge(std::string_view name, std::string_view help, const Labels& labels = {});
  Histogram& histogram(std::string_view name, std::string_view help, const Labels& labels = {});
  /// A gauge that is asked for when the metrics are read.
  void ask(std::string_view name, std::string_view help, std::function<std::int64_t()> value);

  std::string text() const;
  static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

 private:
  struct Family {
    std::string help;
    std::map<std::string, std::unique_ptr<Counter>> counters;  ///< by written labels
    std::map<std::string, std::unique_ptr<Gauge>> gauges;
    std::map<std::string, std::unique_ptr<Histogram>> histograms;
    std::function<std::int64_t()> asked;
  };
  Family& family(std::string_view name, std::string_view help);

  mutable std::mutex mutex_;
  std::map<std::string, Family, std::less<>> families_;
};

}  // namespace entente::metrics
