#include "sample/initiative_reports.hpp"

#include <memory>

#include "access/viewers.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/show_sample.hpp"
#include "exchange/extras.hpp"
#include "scorecard/store.hpp"

namespace entente::sample {
namespace {

using scorecard::InitiativeState;

/// The day on which the files of the sample end.
constexpr Date last_day{14'639};  // 2010-01-30

struct Work {
  std::string name;
  std::string owner;
  std::string side;  ///< key of the organisation that keeps it to itself; empty: shared
  Date start;
  Date end;
  Decimal progress;                ///< in the end …
  std::optional<Decimal> planned;  ///< … as planned
  std::optional<Decimal> cost;
  InitiativeState state = InitiativeState::planned;
  std::vector<scorecard::Milestone> milestones;
};

std::optional<Decimal> number(const std::string& text) { return text.empty() ? std::nullopt : std::optional(parse_decimal(text)); }

/// Of what is done the last milestone's day; of what goes on the day on which the sample ends.
Date end_of(const exchange::Initiative& initiative) {
  if (exchange::same_name<InitiativeState>(initiative.state) != InitiativeState::done) return last_day;
  Date end = parse_date(initiative.due);
  for (const auto& milestone : initiative.milestones)
    if (!milestone.done.empty()) end = parse_date(milestone.done);
  return std::min(end, last_day);
}

std::vector<scorecard::Milestone> milestones_of(const exchange::Initiative& initiative) {
  std::vector<scorecard::Milestone> out;
  for (const auto& one : initiative.milestones)
    out.push_back({one.name, parse_date(one.due), one.done.empty() ? std::nullopt : std::optional(parse_date(one.done))});
  return out;
}

std::vector<Work> works_of(const exchange::Plan& plan) {
  std::vector<Work> out;
  for (const auto& one : plan.initiatives)
    if (!one.start.empty() && !one.due.empty())
      out.push_back({one.name, one.owner, one.private_to, parse_date(one.start), end_of(one), parse_decimal(one.progress), number(one.planned), number(one.spent),
                     exchange::same_name<InitiativeState>(one.state), milestones_of(one)});
  return out;
}

Decimal share_on(const Work& work, Date day) {
  if (day <= work.start) return {};
  if (day >= work.end) return Decimal::from_integer(1);
  Decimal part = Decimal::from_integer(day - work.start) / Decimal::from_integer(work.end - work.start);
  return part * part * (Decimal::from_integer(3) - part * Decimal::from_integer(2));
}

Decimal rounded(const Decimal& number, int places) { return parse_decimal(number.text_rounded(places)); }

scorecard::InitiativeInput report_on(const Work& work, Date day) {
  Decimal share = share_on(work, day);
  bool ended = day >= work.end;
  scorecard::InitiativeInput input;
  input.state = ended ? work.state : day < work.start ? InitiativeState::planned : InitiativeState::running;
  input.progress = ended ? work.progress : rounded(work.progress * share, 2);
  input.planned = ended ? work.planned : std::optional<Decimal>();
  if (work.cost) input.cost = std::optional(ended ? *work.cost : rounded(*work.cost * share / Decimal::from_integer(1000), 0) * Decimal::from_integer(1000));
  input.milestones = work.milestones;
  for (auto& milestone : *input.milestones)
    if (milestone.done_at && *milestone.done_at > day) milestone.done_at.reset();
  return input;
}

const access::Viewer& reporter(Stage& stage, const Work& work, const scorecard::Initiative& item) {
  if (auto owner = stage.cast.people.find(work.owner); owner != stage.cast.people.end() && item.owner == owner->second) {
    const auto& viewer = stage.person(work.owner);
    const auto* grant = viewer.grant(stage.alliance());
    if (grant && grant->sees(item.space) && grant->may(access::Act::enter_observations)) return viewer;
  }
  return stage.person(stage.cast.managers.at(work.side.empty() ? "aldermere" : work.side));
}

void report(Stage& stage, const std::vector<Work>& works) {
  std::map<std::string, scorecard::Initiative> there;
  for (auto& item : stage.transaction.all<scorecard::Initiative>(access::items::select_all_sql<scorecard::Initiative>(), stage.alliance())) {
    std::string name = item.name;
    there.emplace(std::move(name), std::move(item));
  }
  for (const auto& work : works) {
    auto found = there.find(work.name);
    if (found == there.end()) continue;
    const auto& item = found->second;
    auto input = report_on(work, stage.today());
    bool is_news = input.state != item.state || input.progress != item.progress || *input.planned != item.planned || (input.cost && *input.cost != item.cost) ||
                   json::text(*input.milestones) != json::text(item.milestones);
    if (!is_news) continue;
    scorecard::change(stage.door, stage.transaction, reporter(stage, work, item), item.id, item.version, input);
  }
}

/// The days after each quarter, and the last.
std::vector<Date> days_of_reports() {
  std::vector<Date> days;
  constexpr int quarters = 16;
  for (int quarter = 1; quarter <= quarters; ++quarter) days.push_back(date_clamped(2006 + quarter / 4, quarter % 4 * 3 + 1, 8));
  days.push_back(last_day);
  return days;
}

}  // namespace

std::vector<Scene> initiative_report_scenes(std::string_view text) {
  auto works = std::make_shared<const std::vector<Work>>(works_of(exchange::read_plan_document(text)));
  std::vector<Scene> scenes;
  for (Date day : days_of_reports()) scenes.push_back({day, [works](Stage& stage) { report(stage, *works); }});
  return scenes;
}

}  // namespace entente::sample
