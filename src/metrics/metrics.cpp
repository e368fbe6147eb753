#include "metrics/metrics.hpp"

namespace entente::metrics {
namespace {

/// `route="/a",status="200"`, with the escapes of the format.
std::string written(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels) {
    if (!out.empty()) out += ',';
    out += name + "=\"";
    for (char c : value) {
      if (c == '\\' || c == '"') out += '\\';
      out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    out += '"';
  }
  return out;
}

std::string braced(const std::string& labels) {
  return labels.empty() ? "" : "{" + labels + "}";
}

void write_histogram(std::string& out, std::string_view name, const std::string& labels, const Histogram& histogram) {
  std::string before = labels.empty() ? "" : labels + ",";
  for (std::size_t i = 0; i < Histogram::steps; ++i)
    out += fmt::format("{}_bucket{{{}le=\"{}\"}} {}\n", name, before, static_cast<double>(Histogram::bounds[i]) / 1e6,
                       histogram.count_up_to(i));
  std::uint64_t all = histogram.count_up_to(Histogram::steps);
  out += fmt::format("{}_bucket{{{}le=\"+Inf\"}} {}\n", name, before, all);
  out += fmt::format("{}_sum{} {}\n", name, braced(labels), static_cast<double>(histogram.sum_microseconds()) / 1e6);
  out += fmt::format("{}_count{} {}\n", name, braced(labels), all);
}

template <class T>
T& find_or_make(std::map<std::string, std::unique_ptr<T>>& metrics, const Labels& labels) {
  auto& found = metrics[written(labels)];
  if (!found) found = std::make_unique<T>();
  return *found;
}

}  // namespace

void Histogram::observe_microseconds(std::int64_t duration) {
  auto step =
      static_cast<std::size_t>(std::lower_bound(std::begin(bounds), std::end(bounds), duration) - std::begin(bounds));
  counts_[step].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(duration, std::memory_order_relaxed);
}

std::uint64_t Histogram::count_up_to(std::size_t step) const {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i <= step; ++i) count += counts_[i].load(std::memory_order_relaxed);
  return count;
}

Registry::Family& Registry::family(std::string_view name, std::string_view help) {
  auto& family = families_[std::string(name)];
  if (family.help.empty()) family.help = help;
  return family;
}

Counter& Registry::counter(std::string_view name, std::string_view help, const Labels& labels) {
  std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).counters, labels);
}

Gauge& Registry::gauge(std::string_view name, std::string_view help, const Labels& labels) {
  std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).gauges, labels);
}

Histogram& Registry::histogram(std::string_view name, std::string_view help, const Labels& labels) {
  std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).histograms, labels);
}

void Registry::ask(std::string_view name, std::string_view help, std::function<std::int64_t()> value) {
  std::lock_guard lock(mutex_);
  family(name, help).asked = std::move(value);
}

std::string Registry::text() const {
  std::lock_guard lock(mutex_);
  std::string out;
  for (const auto& [name, family] : families_) {
    std::string_view type = !family.counters.empty() ? "counter" : !family.histograms.empty() ? "histogram" : "gauge";
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, family.help, name, type);
    for (const auto& [labels, counter] : family.counters)
      out += fmt::format("{}{} {}\n", name, braced(labels), counter->value());
    for (const auto& [labels, gauge] : family.gauges)
      out += fmt::format("{}{} {}\n", name, braced(labels), gauge->value());
    for (const auto& [labels, histogram] : family.histograms) write_histogram(out, name, labels, *histogram);
    if (family.asked) out += fmt::format("{} {}\n", name, family.asked());
  }
  return out;
}

}  // namespace entente::metrics
