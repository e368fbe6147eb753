#include "http/observer.hpp"

namespace entente::http {
namespace {

/// The metrics of one kind of answer, found without a lock of the registry: io threads ask for them with each request.
class Metrics {
 public:
  explicit Metrics(metrics::Registry& registry)
      : registry_(registry),
        seconds_(registry.histogram("entente_http_request_seconds", "Time from the complete request to its answer.")),
        bytes_(registry.counter("entente_http_response_bytes_total", "Bytes of the answers' bodies.")) {
    for (int hundred = 1; hundred <= 5; ++hundred)
      by_class_[hundred] = &registry.counter("entente_http_requests_total", "Requests answered, by class of status.",
                                             {{"status", fmt::format("{}xx", hundred)}});
  }

  void count(const Exchange& exchange) {
    by_class_[std::clamp(exchange.status / 100, 1, 5)]->add();
    seconds_.observe_microseconds(exchange.microseconds);
    bytes_.add(exchange.bytes);
    if (exchange.status >= 500)
      registry_
          .counter("entente_http_failures_total", "Answers of 500 and more, by route.",
                   {{"route", std::string(exchange.request.route)}, {"status", std::to_string(exchange.status)}})
          .add();
  }

 private:
  metrics::Registry& registry_;
  metrics::Histogram& seconds_;
  metrics::Counter& bytes_;
  metrics::Counter* by_class_[6] = {};
};

}  // namespace

std::function<void(const Exchange&)> observer(log::Log& log, metrics::Registry& metrics, AccessLog lines) {
  return [&log, counts = std::make_shared<Metrics>(metrics), lines](const Exchange& exchange) {
    counts->count(exchange);
    bool is_failure = exchange.status >= 500;
    if (lines == AccessLog::failures && !is_failure) return;
    log.write(is_failure ? log::Level::error : log::Level::info, "request",
              {{"request", exchange.request.id},
               {"method", name_of(exchange.request.method)},
               {"route", exchange.request.route},
               {"status", exchange.status},
               {"bytes", exchange.bytes},
               {"microseconds", exchange.microseconds},
               {"from", exchange.request.remote_address}});
  };
}

OnDefect defect_log(log::Log& log) {
  return [&log](const Request& request, std::string_view what) {
    log.error("defect", {{"request", request.id}, {"route", request.route}, {"what", what}});
  };
}

}  // namespace entente::http
