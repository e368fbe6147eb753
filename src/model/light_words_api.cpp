// Words on computed lights: only the model knows which light is shown.
#include "model/judge.hpp"
#include "model/service.hpp"
#include "scorecard/verdicts.hpp"

namespace entente::model {
namespace {

using access::Act;
using access::Viewer;
using scorecard::LightVerdictInput;
using scorecard::LightWord;

/// What the partners jointly see of an object in a period.
struct ShownLight {
  Frequency frequency = Frequency::quarter;  ///< in which the alliance reports
  bool period_is_shown = false;
  std::optional<strategy::Light> light;      ///< by the values, whatever was set by hand
};

ShownLight shown_light(Service& service, const Viewer& viewer, const AllianceId& alliance, const LightVerdictInput& input) {
  ShownLight shown;
  const auto* grant = viewer.grant(alliance);
  auto period = try_parse_period(input.period);
  if (!grant || !grant->may(Act::accept) || !grant->may(Act::read_map) || !period) return shown;
  auto reading = service.readings().of(viewer, alliance, Side::joint);
  shown.frequency = reading->reporting_frequency();
  shown.period_is_shown = period->frequency == shown.frequency && reading->calendar().first_day(*period) <= service.today(*reading);
  if (!shown.period_is_shown) return shown;
  Judge judge(*reading, std::min(reading->calendar().last_day(*period), service.today(*reading)));
  auto put = [&](NodeIndex node) { shown.light = static_cast<strategy::Light>(judge.level(node).computed); };
  if (auto id = ObjectiveId::parse(input.object); id && reading->objective(*id)) put(reading->node(*id));
  if (auto id = ThemeId::parse(input.object); id && reading->theme(*id)) put(reading->node(*id));
  return shown;
}

void need_shown(const LightVerdictInput& input, const ShownLight& shown) {
  // One's own word is taken back whatever became of the light.
  if (input.verdict == LightWord::withdrawn) return;
  if (!shown.period_is_shown) throw_bad_field("period", "bad_period", fmt::format("Lights are confirmed for each {} that has begun.", name(shown.frequency)));
  if (shown.light != input.light) throw Error(ErrorKind::conflict, "light_changed", "The light is another one by now. Look at it first.");
}

}  // namespace

void add_light_word_route(access::Api& api, Service& service) {
  http::Description description{"Confirm or contest a computed light", "scorecard", http::schema_of<LightVerdictInput>(), http::schema_of<access::Changed>()};
  description.success = 201;
  api.add(
      http::Method::post, "/api/v1/alliances/{alliance}/light-verdicts", http::Runs::on_worker,
      [&api, &service](const http::Request& request, const Viewer& viewer) {
        auto alliance = api.alliance(request, viewer);
        auto input = http::read_json<LightVerdictInput>(request);
        const ShownLight shown = shown_light(service, viewer, alliance, input);
        auto& door = service.door();
        return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) {
          auto said = scorecard::say(door, transaction, viewer, alliance, input);
          // Last, so that who may say nothing of the object learns nothing of its light; a refusal takes the word along.
          need_shown(input, shown);
          return said;
        }));
      },
      description);
}

}  // namespace entente::model
