#include "initiative/course.hpp"

#include "access/columns.hpp"

namespace entente::initiative {
namespace {

constexpr std::string_view insert_sql =
    "INSERT INTO initiative_course (initiative, at, act, state, progress, planned, budget, cost, starts, due) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (initiative, at, act) DO NOTHING";
constexpr std::string_view select_sql =
    "SELECT initiative, at, act, state, progress, planned, budget, cost, starts, due FROM initiative_course WHERE initiative = $1 ORDER BY at, act";

Report report_of(const std::string& text, Instant at) {
  auto item = json::read_kept<scorecard::Initiative>(text);
  return {item.id, at, {}, item.state, item.progress, item.planned, item.budget, item.cost, item.starts, item.due};
}

bool says_the_same(const Report& a, const Report& b) {
  return a.state == b.state && a.progress == b.progress && a.planned == b.planned && a.budget == b.budget && a.cost == b.cost && a.starts == b.starts && a.due == b.due;
}

}  // namespace

void watch_initiatives(access::Door& all) {
  all.on_act([](access::Door& door, db::Transaction& transaction, const access::Viewer&, const access::ActDraft& draft) {
    if (draft.object != "initiative" || draft.after.empty() || draft.kind == "shared") return;
    Report now = report_of(draft.after, door.now());
    if (!draft.before.empty() && says_the_same(report_of(draft.before, door.now()), now)) return;
    now.act = draft.id;
    transaction.run_with(insert_sql, now);
  });
}

std::vector<Report> reports(db::Transaction& transaction, const InitiativeId& id) { return transaction.all<Report>(select_sql, id); }

}  // namespace entente::initiative
