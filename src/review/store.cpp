#include "review/store.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "charter/store.hpp"
#include "model/build.hpp"
#include "model/reviewed.hpp"
#include "scorecard/verdict_types.hpp"

namespace entente::review {
namespace {

using access::Act;
using access::ActDraft;
using access::Grant;

/// Periods of each measure in a frozen scorecard: two years of months.
constexpr int frozen_periods = 24;

constexpr std::string_view columns =
    "id, alliance, space, period, last_day, title, note, digest, charter, light, score, taken_at, by_person, by_party";
constexpr std::string_view insert_sql =
    "INSERT INTO review_freeze (id, alliance, space, period, last_day, title, note, digest, charter, light, score, taken_at, by_person, by_party) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view insert_document_sql = "INSERT INTO freeze_document (id, space, document) VALUES ($1, $2, $3)";
constexpr std::string_view document_sql = "SELECT document FROM freeze_document WHERE id = $1";
constexpr std::string_view freezes_of_period_sql = "SELECT taken_at, last_day, zone FROM review_freeze JOIN alliance ON alliance.id = review_freeze.alliance WHERE review_freeze.alliance = $1 AND period = $2";

/// What all parties share, seen by nobody in particular: no rights, no marks of one's own.
struct Onlooker {
  Viewer viewer;
  Grant grant;
  model::Reading reading;

  Onlooker(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& shared)
      : reading(model::load_contents(transaction, alliance, model::Spaces{shared, {}, {}})) {
    grant.alliance = alliance;
    grant.shared = shared;
  }
  Date today(Instant now) const { return day_in(now, reading.contents().alliance.zone); }
  model::Look look(Date today, const std::string& period) const { return {viewer, grant, reading, today, model::Side::joint, period}; }
};

/// What the record keeps of a freeze: the digest stands for the document.
struct Sealed {
  std::string period;
  std::string title;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (period, title, digest))

}  // namespace

Changed freeze(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const FreezeInput& input) {
  const Grant& grant = viewer.need(alliance, Act::edit_draft);
  if (!grant.may_edit({})) throw_not_found();
  // On PostgreSQL the many questions of a reading would else see what commits between them.
  record::hold(transaction, grant.shared);
  std::vector<FieldError> errors;
  auto period = try_parse_period(input.period);
  if (!period) errors.push_back({"period", "bad_period", "This is not a period, such as 2009-Q4."});
  Onlooker onlooker(transaction, alliance, grant.shared);
  Instant now = door.now();
  Date today = onlooker.today(now);
  const Calendar& calendar = onlooker.reading.calendar();
  if (period && (period->text().size() < 4 || period->text() < "1900")) errors.push_back({"period", "too_early", "Choose a period after 1900."});
  else if (period && calendar.first_day(*period) > today) errors.push_back({"period", "not_begun", "This period has not begun yet."});
  Freeze item;
  constexpr TextRule optional_text{.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
  item.note = clean_text(input.note.value_or(""), "note", optional_text, errors);
  item.title = clean_text(input.title.value_or(""), "title", {.longest = 160, .empty = TextRule::Empty::allowed}, errors);
  throw_if_any(std::move(errors));
  if (item.title.empty()) item.title = "Review of " + model::label_of(*period);

  Document document;
  document.title = item.title;
  document.note = item.note;
  document.taken_at = now;
  auto look = onlooker.look(today, period->text());
  document.scorecard = model::build_scorecard(look, {}, frozen_periods);
  document.map = model::build_map(look);
  for (const auto& measure : onlooker.reading.contents().measures)
    document.definitions.push_back({measure.id, measure, onlooker.reading.targets_of(measure.id)});
  document.hopes = value::frozen_hopes(transaction, alliance, grant.shared);
  std::string bytes = text(document);

  item.id = FreezeId::make(door.random());
  item.alliance = alliance;
  item.space = grant.shared;
  item.period = *period;
  item.last_day = document.scorecard.period.as_of;
  item.digest = digest(bytes);
  if (const auto& charter = onlooker.reading.contents().charter) item.charter = charter->number;
  item.light = static_cast<strategy::Light>(document.scorecard.judgement.light);
  item.score = document.scorecard.judgement.score;
  item.taken_at = document.taken_at;
  item.by_person = viewer.person;
  item.by_party = grant.party;
  transaction.run_with(insert_sql, item);
  transaction.run(insert_document_sql, item.id, item.space, bytes);
  ActDraft draft{alliance, item.space, "frozen", "freeze", item.id.text(), 1, "", ""};
  draft.after = json::text(Sealed{item.period.text(), item.title, item.digest});
  return {item.id.text(), 1, door.act(transaction, viewer, draft), false};
}

std::vector<Freeze> freezes(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  static const std::string sql = fmt::format("SELECT {} FROM review_freeze WHERE alliance = $1 ORDER BY taken_at DESC, id", columns);
  auto rows = transaction.all<Freeze>(sql, alliance);
  std::erase_if(rows, [&](const Freeze& item) { return !grant.sees(item.space); });
  return rows;
}

Freeze need(db::Transaction& transaction, const Viewer& viewer, const FreezeId& id) {
  static const std::string sql = fmt::format("SELECT {} FROM review_freeze WHERE id = $1", columns);
  auto item = transaction.one<Freeze>(sql, id);
  if (!item) throw_not_found();
  const Grant* grant = viewer.grant(item->alliance);
  if (!grant || !grant->may(Act::read_shared) || !grant->sees(item->space)) throw_not_found();
  return *item;
}

std::string document_text(db::Transaction& transaction, const Freeze& item) {
  auto text = transaction.one<std::string>(document_sql, item.id);
  if (!text) throw_not_found();
  return *text;
}

Document document_of(db::Transaction& transaction, const Freeze& item) {
  return json::read_kept<Document>(document_text(transaction, item), {64'000'000, 32});
}

model::ScorecardView scorecard_now(db::Transaction& transaction, const Freeze& item, Instant now) {
  Onlooker onlooker(transaction, item.alliance, item.space);
  return model::build_scorecard(onlooker.look(onlooker.today(now), item.period.text()), {}, frozen_periods);
}

std::vector<std::int64_t> later_values(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& shared, const std::vector<Freeze>& freezes) {
  std::vector<std::int64_t> out(freezes.size(), 0);
  if (freezes.empty()) return out;
  Onlooker onlooker(transaction, alliance, shared);
  const Calendar& calendar = onlooker.reading.calendar();
  for (const auto& [measure, values] : onlooker.reading.contents().observations) {
    if (!values) continue;
    for (const auto& cell : values->actual)
      for (std::size_t i = 0; i < freezes.size(); ++i)
        out[i] += cell.recorded_at > freezes[i].taken_at && calendar.last_day(cell.period) <= freezes[i].last_day;
  }
  return out;
}

void watch_words(Door& door) {
  door.on_act([](Door&, db::Transaction& transaction, const Viewer&, const ActDraft& draft) {
    if (draft.object != "light_verdict") return;
    // A word, or the taking back of one.
    auto period = transaction.one<std::string>("SELECT period FROM light_verdict WHERE id = $1", draft.object_id);
    if (!period) return;
    auto freezes = transaction.all<std::tuple<Instant, Date, std::string>>(freezes_of_period_sql, draft.alliance, *period);
    if (std::any_of(freezes.begin(), freezes.end(), [](const auto& freeze) { return std::apply(model::closes_period, freeze); }))
      throw Error(ErrorKind::conflict, "frozen", "The review of this period is frozen. Raise it at the next review.");
  });
}

}  // namespace entente::review
