#include "metrics/metrics.hpp"

#include <doctest/doctest.h>

TEST_CASE("metrics are written in Prometheus's text format") {
  entente::metrics::Registry registry;
  registry.counter("entente_requests_total", "Requests answered.", {{"route", "/a\"b"}, {"status", "200"}}).add(3);
  registry.gauge("entente_streams", "Open streams.").set(7);
  registry.ask("entente_memory_bytes", "Memory.", [] { return 42; });
  auto& histogram = registry.histogram("entente_seconds", "Time.");
  histogram.observe_microseconds(100);  // at the bound: belongs to it
  histogram.observe_microseconds(101);
  histogram.observe_microseconds(20'000'000);  // beyond all
  std::string text = registry.text();
  for (auto line :
       {"# TYPE entente_requests_total counter\n", "entente_requests_total{route=\"/a\\\"b\",status=\"200\"} 3\n",
        "# TYPE entente_streams gauge\nentente_streams 7\n", "entente_memory_bytes 42\n",
        "entente_seconds_bucket{le=\"0.0001\"} 1\n", "entente_seconds_bucket{le=\"0.00025\"} 2\n",
        "entente_seconds_bucket{le=\"10\"} 2\n", "entente_seconds_bucket{le=\"+Inf\"} 3\n",
        "entente_seconds_sum 20.000201\n", "entente_seconds_count 3\n"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
}
