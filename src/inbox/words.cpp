#include "auth/crypto.hpp"
#include "inbox/said.hpp"
#include "model/build_words.hpp"

namespace entente::inbox {
namespace {

using access::Act;
using access::Reach;
using model::SubmissionRow;

// Only there can a value wait for a word.
constexpr std::string_view alliances_sql =
    "SELECT DISTINCT member.alliance FROM member WHERE member.person = $1 AND ("
    "EXISTS (SELECT 1 FROM measure WHERE measure.alliance = member.alliance AND measure.two_keys = 1 AND measure.removed_at IS NULL) OR "
    "EXISTS (SELECT 1 FROM charter JOIN charter_measure ON charter_measure.charter = charter.id WHERE charter.alliance = member.alliance AND "
    "charter.state = 'in_force' AND charter_measure.two_keys = 1) OR "
    "EXISTS (SELECT 1 FROM value_verdict WHERE value_verdict.alliance = member.alliance AND value_verdict.verdict = 'disputed' AND "
    "value_verdict.removed_at IS NULL)) ORDER BY member.alliance";

Item item_of(const model::SubmissionsView& view, Kind kind) {
  Item item;
  item.kind = kind;
  item.alliance = {view.alliance.id, view.alliance.slug, view.alliance.name};
  item.link = fmt::format("/a/{}/accept", view.alliance.slug);
  return item;
}

std::string key_of(const SubmissionRow& row) { return fmt::format("{}:{}:{}", row.measure.text(), row.period, row.version); }

/// One for all values of one giver. The key is of these very values, so that a further one is news again.
void add_waiting(const model::SubmissionsView& view, std::vector<Item>& out) {
  std::map<std::string, std::vector<const SubmissionRow*>> givers;
  for (const auto& row : view.rows)
    if (row.submission == model::Submission::submitted && row.may_speak) givers[row.giver].push_back(&row);
  for (const auto& [giver, rows] : givers) {
    std::string which;
    for (const auto* row : rows) which += key_of(*row) + " ";
    auto digest = auth::sha256(which);
    Item item = item_of(view, Kind::accept);
    item.key = "accept:" + auth::hex({reinterpret_cast<const char*>(digest.data()), 16});
    item.title = rows.size() == 1 ? fmt::format("1 value of {} waits for your word", giver) : fmt::format("{} values of {} wait for your word", rows.size(), giver);
    item.about = rows.front()->code + " " + rows.front()->name;
    if (rows.size() > 1) item.about += fmt::format(" and {} more", rows.size() - 1);
    out.push_back(std::move(item));
  }
}

/// Whether the person has a say about the values of this measure.
bool reaches(const model::Look& look, const SubmissionRow& row) {
  if (look.grant.reach(Act::accept) == Reach::all) return true;
  const auto* measure = look.reading.measure(row.measure);
  const auto* objective = measure ? look.reading.objective(measure->objective) : nullptr;
  return objective && look.grant.leads(objective->theme);
}

/// One for each value that another party disputes, unless one's own side does, too.
void add_disputes(const model::Look& look, const model::SubmissionsView& view, std::vector<Item>& out) {
  for (const auto& row : view.rows) {
    if (row.submission != model::Submission::disputed || !reaches(look, row)) continue;
    auto disputes = [](const model::ValueWordView& word) { return word.verdict == scorecard::ValueWord::disputed; };
    auto theirs = std::find_if(row.words.begin(), row.words.end(), disputes);
    bool mine = std::any_of(row.words.begin(), row.words.end(), [&](const auto& word) { return word.mine && disputes(word); });
    if (mine || theirs == row.words.end()) continue;
    Item item = item_of(view, Kind::dispute);
    item.key = fmt::format("dispute:{}", key_of(row));
    item.title = fmt::format("{} disputes the value of {} for {}", theirs->party_name, row.giver, row.label);
    item.about = row.code + " " + row.name;
    item.detail = theirs->reason;
    item.at = theirs->said_at;
    out.push_back(std::move(item));
  }
}

}  // namespace

void add_words(model::Service& service, const Viewer& viewer, std::vector<Item>& out) {
  auto alliances = service.door().read(viewer, [&](db::Transaction& transaction) { return transaction.all<AllianceId>(alliances_sql, viewer.person); });
  for (const auto& alliance : alliances) {
    const access::Grant* grant = viewer.grant(alliance);
    if (!grant || !grant->may(Act::accept) || !grant->may(Act::read_shared)) continue;
    service.look(viewer, alliance, model::Side::joint, "", Act::read_map, {}, [&](const model::Look& look) {
      auto view = model::build_submissions(look);
      std::size_t before = out.size();
      add_waiting(view, out);
      add_disputes(look, view, out);
      // One item may be of values of several spaces, so each counts as drawn from all that are looked at together.
      auto spaces = model::spaces_of(*grant, model::Side::joint);
      spaces.others.insert(spaces.others.begin(), spaces.shared);
      for (std::size_t i = before; i < out.size(); ++i) out[i].spaces = spaces.others;
      return 0;
    });
  }
}

}  // namespace entente::inbox
