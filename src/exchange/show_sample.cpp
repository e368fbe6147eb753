#include "exchange/show_sample.hpp"

#include "alliance/store.hpp"
#include "base/embedded.hpp"
#include "exchange/extras.hpp"
#include "exchange/plan_document.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"
#include "strategy/store.hpp"

namespace entente::exchange {
namespace {

using access::Door;
using access::Viewer;

/// The last year that the sample has values of.
constexpr int sample_year = 2009;

constexpr std::string_view objectives_sql =
    "SELECT COUNT(*) FROM objective WHERE alliance = $1 AND space = $2 AND removed_at IS NULL";
constexpr std::string_view keep_sql =
    "INSERT INTO import (id, alliance, person, kind, state, content, act, made_at) VALUES ($1, $2, $3, 'sample', 'done', '', $4, $5)";

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2006-Q1", so many years later.
std::string period_moved(const std::string& period, int years) {
  return fmt::format("{:04}{}", std::stoi(period.substr(0, 4)) + years, period.substr(4));
}

/// The plan with all its days moved, without people, and with the values that are in by `today`.
Plan sample_plan(const Calendar& calendar, Date today) {
  const int years = std::stoi(today.text().substr(0, 4)) - sample_year;
  Plan plan = read_plan_document(days_moved(sample_file("samples/reference/plan.json"), years));
  for (auto& theme : plan.themes) theme.leader.clear();
  for (auto& objective : plan.objectives) objective.owner.clear();
  // Nobody of the real partners has said to supply it, and one person brings all of it in.
  for (auto& measure : plan.measures) {
    measure.owner.clear();
    measure.supplier.clear();
  }
  for (auto& initiative : plan.initiatives) initiative.owner.clear();
  auto take = [&](const ObservationRow& row) {
    const std::string period = period_moved(row.period.text(), years);
    if (calendar.last_day(parse_period(period)) > today) return;
    Observation value;
    value.measure = std::string(row.measure);
    value.period = period;
    value.series = row.series;
    value.state = row.state;
    value.value = days_moved(row.value, years);
    value.reason = std::string(row.reason);
    value.note = std::string(row.note);
    plan.observations.push_back(std::move(value));
  };
  CsvOptions options;
  options.kind_of = [&](std::string_view measure) { return sample_value(plan, measure); };
  auto report = read_observations(source_of(sample_file("samples/reference/observations.csv")), take, options);
  throw_if_any(std::move(report.errors));
  return plan;
}

class Removal {
 public:
  Removal(Door& door, db::Transaction& transaction, const Viewer& viewer) : door_(door), transaction_(transaction), viewer_(viewer) {}

  std::int64_t acts() const { return acts_; }

  /// Removes an item unless somebody did already; `in_use` may keep it.
  template <class Item, class InUse>
  void take(const MadeItem& made, InUse in_use) {
    if (made.kind != access::ItemKind<Item>::word) return;
    auto id = decltype(Item::id)::parse(made.id);
    auto item = id ? access::items::find<Item>(transaction_, viewer_, *id) : std::nullopt;
    if (!item || item->removed_at || in_use(*item)) return;
    access::items::remove(door_, transaction_, viewer_, *item, "undone");
    ++acts_;
  }
  template <class Item>
  void take(const MadeItem& made) {
    take<Item>(made, [](const Item&) { return false; });
  }

  /// Whether shared objectives still lie in a perspective or theme.
  bool holds_objectives(std::string_view column, std::string_view id, const SpaceId& space) {
    const std::string sql = fmt::format("SELECT COUNT(*) FROM objective WHERE {} = $1 AND space = $2 AND removed_at IS NULL", column);
    return *transaction_.one<std::int64_t>(sql, id, space) > 0;
  }

 private:
  Door& door_;
  db::Transaction& transaction_;
  const Viewer& viewer_;
  std::int64_t acts_ = 0;
};

}  // namespace

std::string_view sample_file(std::string_view name) {
  for (const auto& embedded : embedded_files())
    if (embedded.name == name) return embedded.content;
  throw Error(ErrorKind::internal, "sample_missing", "The sample is not in this program.", {}, std::string(name));
}

std::optional<CsvValue> sample_value(const Plan& plan, std::string_view measure) {
  for (const auto& target : plan.targets) {
    if (target.measure != measure) continue;
    switch (scorecard::value_kind({target.scoring.text})) {
      case scorecard::ValueKind::number: return CsvValue::number;
      case scorecard::ValueKind::truth: return CsvValue::truth;
      case scorecard::ValueKind::date: return CsvValue::day;
      case scorecard::ValueKind::text: return CsvValue::text;
      case scorecard::ValueKind::none: break;
    }
  }
  return CsvValue::any;
}

std::string days_moved(std::string_view text, int years) {
  std::string out(text);
  auto starts_day = [&](std::size_t at) {
    const std::string_view day = std::string_view(out).substr(at, 10);
    const bool follows_digit = at > 0 && is_digits(std::string_view(out).substr(at - 1, 1));
    return !follows_digit && is_digits(day.substr(0, 4)) && day[4] == '-' && is_digits(day.substr(5, 2)) && day[7] == '-' &&
           is_digits(day.substr(8, 2));
  };
  for (std::size_t at = 0; at + 10 <= out.size(); ++at) {
    if (!starts_day(at)) continue;
    out.replace(at, 4, fmt::format("{:04}", std::stoi(out.substr(at, 4)) + years));
    if (out.compare(at + 5, 5, "02-29") == 0) out.replace(at + 5, 5, "02-28");
    at += 9;
  }
  return out;
}

std::string text_of(const std::vector<MadeItem>& made) {
  std::string out;
  for (const auto& item : made) out += fmt::format("{} {}\n", item.kind, item.id);
  return out;
}

std::vector<MadeItem> made_of(std::string_view text) {
  std::vector<MadeItem> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (auto space = line.find(' '); space != std::string_view::npos)
      out.push_back({std::string(line.substr(0, space)), std::string(line.substr(space + 1))});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

ShownSample show_sample(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const auto& grant = viewer.need(alliance, access::Act::edit_draft);
  if (!grant.may_edit({})) throw_not_found();
  if (*transaction.one<std::int64_t>(objectives_sql, alliance, grant.shared) > 0)
    throw Error(ErrorKind::conflict, "not_empty", "The sample is for an empty map. This one holds objectives already.");
  const auto row = alliance::need(transaction, viewer, alliance);
  const Calendar calendar(static_cast<int>(row.first_month), static_cast<int>(row.first_day), row.calendar_kind);
  const Date today = day_in(door.now(), row.zone);
  const Plan plan = sample_plan(calendar, today);
  ApplyOptions options;
  options.source = "sample";
  options.into = alliance;
  const Applied applied = apply_plan(door, transaction, viewer, plan, options);
  ShownSample shown;
  shown.id = ImportId::make(door.random());
  shown.objectives = std::ssize(plan.objectives);
  shown.measures = std::ssize(applied.measure_codes);
  shown.values = std::count_if(plan.observations.begin(), plan.observations.end(),
                               [&](const Observation& row) { return applied.measure_codes.contains(row.measure); });
  const std::string who = viewer.person.empty() ? "operator" : viewer.person.text();
  transaction.run(keep_sql, shown.id, alliance, who, text_of(applied.made), door.now());
  return shown;
}

std::int64_t remove_sample(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance,
                           const std::vector<MadeItem>& made) {
  viewer.need(alliance, access::Act::edit_draft);
  Removal removal(door, transaction, viewer);
  for (auto item = made.rbegin(); item != made.rend(); ++item) {
    removal.take<scorecard::Initiative>(*item);
    removal.take<scorecard::Measure>(*item);
    removal.take<strategy::Win>(*item);
    removal.take<strategy::Link>(*item);
    removal.take<strategy::Objective>(*item);
    removal.take<strategy::SharedValue>(*item);
    removal.take<strategy::Theme>(*item, [&](const auto& theme) { return removal.holds_objectives("theme", theme.id.view(), theme.space); });
    removal.take<strategy::Perspective>(*item, [&](const auto& lane) { return removal.holds_objectives("perspective", lane.id.view(), lane.space); });
  }
  return removal.acts();
}

}  // namespace entente::exchange
