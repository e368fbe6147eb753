#include "discipline/looks.hpp"

#include "scorecard/store.hpp"

namespace entente::discipline {
namespace {

constexpr std::string_view measure_sql = "SELECT alliance, space FROM measure WHERE id = $1 AND removed_at IS NULL";
constexpr std::string_view count_sql =
    "INSERT INTO measure_look (space, measure, day, times) VALUES ($1, $2, $3, 1) "
    "ON CONFLICT (space, measure, day) DO UPDATE SET times = measure_look.times + 1";
constexpr std::string_view since_sql = "SELECT MIN(day) FROM measure_look WHERE space = $1";
constexpr std::string_view recent_sql = "SELECT measure, CAST(SUM(times) AS BIGINT) FROM measure_look WHERE space = $1 AND day >= $2 GROUP BY measure";

}  // namespace

void count_look(access::Door& door, db::Transaction& transaction, const access::Viewer& viewer, const MeasureId& measure) {
  auto place = transaction.one<std::tuple<AllianceId, SpaceId>>(measure_sql, measure);
  const auto* grant = place ? viewer.grant(std::get<0>(*place)) : nullptr;
  if (!grant || !grant->may(access::Act::read_shared) || !grant->sees(std::get<1>(*place))) throw_not_found();
  if (!grant->own.empty()) transaction.run(count_sql, grant->own, measure, scorecard::today_of(transaction, grant->alliance, door.now()));
}

Looks looks_of(db::Transaction& transaction, const access::Viewer& viewer, const AllianceId& alliance, Date from) {
  Looks out;
  const auto* grant = viewer.grant(alliance);
  if (!grant || !grant->sees(grant->own)) return out;
  out.since = transaction.one<std::optional<Date>>(since_sql, grant->own).value_or(std::nullopt);
  transaction.each(recent_sql, [&](const db::Row& row) { out.recent[row.get<MeasureId>(0)] = row.get<std::int64_t>(1); }, grant->own, from);
  return out;
}

}  // namespace entente::discipline
