#pragma once
#include <functional>

#include "http/server.hpp"
#include "log/log.hpp"
#include "metrics/metrics.hpp"

namespace entente::http {

enum class AccessLog { all, failures };

/// What a server reports to the log and the metrics: for `Options::on_answer`. Lines name the route's pattern, never
/// the path or the query, which may carry secrets. `failures` logs only answers of 500 and more, at nearly no cost.
std::function<void(const Exchange&)> observer(log::Log& log, metrics::Registry& metrics, AccessLog lines);

/// For `Options::on_defect`: the log line that explains an answer of 500 by its request id.
OnDefect defect_log(log::Log& log);

}  // namespace entente::http
