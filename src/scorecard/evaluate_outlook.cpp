#include "scorecard/evaluate_outlook.hpp"

#include <cmath>
#include <map>

#include "scorecard/fields.hpp"
#include "scorecard/forecast/forecast.hpp"

namespace entente::scorecard {
namespace {

using namespace evaluation;
using Need = Fields::Need;

constexpr int strip_periods = 120;

template <class Enum>
std::string_view word(Enum value) {
  return json::Codec<Enum>::name(value);
}

/// With 6 decimals at most: what is behind them is noise.
std::string number(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

}  // namespace

std::optional<int> read_horizon(const json::Reader& at, const json::Value& value) {
  Fields fields(at, value);
  const std::int32_t horizon = fields.read<std::int32_t>("horizon").value_or(1);
  fields.finish();
  if (horizon >= 1 && horizon <= forecast::longest_horizon) return horizon;
  fields.at("horizon").fail("out_of_range", "A forecast looks 1 to 60 periods ahead.");
  return std::nullopt;
}

LinkQuestion read_link(const json::Reader& at, const json::Value& value) {
  Fields fields(at, value);
  LinkQuestion link;
  link.path = at.path();
  link.cause = fields.read<std::string>("cause", Need::required).value_or("");
  link.effect = fields.read<std::string>("effect", Need::required).value_or("");
  link.sign = fields.read<link_test::Sign>("sign").value_or(link_test::Sign::helps);
  link.lag = fields.read<std::int32_t>("lag").value_or(0);
  link.frequency = fields.read<Frequency>("frequency", Need::required).value_or(Frequency::month);
  link.seasonal = fields.read<bool>("seasonal").value_or(false);
  fields.finish();
  return link;
}

std::string forecast_json(const Model& model, NodeIndex node, const MeasureDefinition& measure, Date as_of,
                          int horizon) {
  forecast::Series series{measure.frequency, forecast::points_of(model.history(node, as_of, forecast::longest_series)),
                          measure.natural_min, measure.natural_max, measure.cumulative};
  forecast::Question question{horizon, {}};
  for (int h = 1; h <= horizon && !series.points.empty(); ++h) {
    const Period period{measure.frequency, series.points.back().period + h};
    const ScoringRule* rule = model.rule(node, period);
    const auto green = rule ? forecast::green_zone(*rule, model.calendar().last_day(period)) : std::nullopt;
    if (green) question.green.push_back(*green);
  }
  if (question.green.size() != static_cast<std::size_t>(horizon)) question.green.clear();

  const forecast::Forecast answer = forecast::forecast(series, question);
  std::string out = fmt::format(R"({{"status":"{}","points":{})", word(answer.status), answer.points);
  if (answer.status == forecast::Status::too_few) out += fmt::format(R"(,"needed":{})", answer.needed);
  if (answer.status == forecast::Status::ready) {
    out += fmt::format(R"(,"method":"{}","error":{},"scaled_error":{},"steps":[)", word(answer.method),
                       number(answer.error), answer.scaled_error ? number(*answer.scaled_error) : "null");
    for (const forecast::Step& step : answer.steps)
      out += fmt::format(R"({}{{"period":"{}","p10":{},"p50":{},"p90":{},"chance":{}}})", out.back() == '[' ? "" : ",",
                         step.period.text(), step.p10.text(), step.p50.text(), step.p90.text(),
                         step.chance ? number(*step.chance) : "null");
    out += ']';
  }
  return out + '}';
}

std::string links_json(const Model& model, const std::vector<LinkQuestion>& links, Date as_of) {
  std::map<Frequency, Strip> strips;
  std::vector<link_test::Link> asked;
  std::vector<FieldError> errors;
  for (const LinkQuestion& link : links) {
    const auto cause = model.find(link.cause), effect = model.find(link.effect);
    const auto unknown = [&](const char* end, const std::string& code) {
      errors.push_back({link.path + "." + end, "unknown_code", fmt::format("There is no node “{:.40}”.", code)});
    };
    if (!cause) unknown("cause", link.cause);
    if (!effect) unknown("effect", link.effect);
    if (!cause || !effect) continue;
    const auto [strip, fresh] = strips.try_emplace(link.frequency);
    if (fresh) strip->second = model.strip(link.frequency, as_of, strip_periods);
    asked.push_back({link.sign,
                     link.lag,
                     {{link_test::series_of(strip->second, *cause, link.seasonal),
                       link_test::series_of(strip->second, *effect, link.seasonal)}}});
  }
  throw_if_any(std::move(errors));

  const std::vector<link_test::Result> results = link_test::test_links(asked);
  std::string out = "[";
  for (std::size_t i = 0; i < links.size(); ++i) {
    const link_test::Result& result = results[i];
    out += i > 0 ? ",{\"cause\":" : "{\"cause\":";
    json::write_string(out, links[i].cause);
    out += ",\"effect\":";
    json::write_string(out, links[i].effect);
    out += fmt::format(R"(,"verdict":"{}","pairs":{},"effective":{})", word(result.verdict), result.pairs,
                       number(result.effective));
    if (result.verdict == link_test::Verdict::untestable)
      out += fmt::format(R"(,"obstacle":"{}","needed":{}}})", word(result.obstacle), result.needed);
    else
      out += fmt::format(R"(,"correlation":{},"p":{},"adjusted":{}}})", number(result.correlation), number(result.p),
                         number(result.adjusted));
  }
  return out + ']';
}

}  // namespace entente::scorecard
