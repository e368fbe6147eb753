#include "formation/interviews.hpp"

#include "auth/crypto.hpp"
#include "formation/rights.hpp"

namespace entente::formation {
namespace {

namespace items = access::items;
using access::Act;
using access::ActDraft;
using access::Grant;

constexpr std::string_view columns = "id, alliance, space, version, interviewer, content, salt, made_at";
const std::string own_sql = fmt::format("SELECT {} FROM interview WHERE interviewer = $1 AND alliance = $2 ORDER BY made_at DESC, id", columns);
const std::string by_id_sql = fmt::format("SELECT {} FROM interview WHERE id = $1 AND interviewer = $2", columns);
constexpr std::string_view insert_sql =
    "INSERT INTO interview (id, alliance, space, version, interviewer, content, salt, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view update_sql = "UPDATE interview SET version = $2, content = $3, salt = $4 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view keep_sql = "INSERT INTO interview_earlier (interview, version, interviewer, content, salt) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view earlier_sql = "SELECT content FROM interview_earlier WHERE interview = $1 AND version = $2";
constexpr std::string_view erase_earlier_sql = "DELETE FROM interview_earlier WHERE interview = $1";
constexpr std::string_view erase_sql = "DELETE FROM interview WHERE id = $1";
constexpr std::string_view party_sql = "SELECT COUNT(*) FROM party WHERE id = $1 AND alliance = $2";

/// What the record keeps of a talk: who knows content and salt can show that this is what was noted, and nobody else learns
/// anything of it.
struct Noted {
  std::int64_t version = 0;
  std::string commitment;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (version, commitment))

std::string noted(const Interview& interview) {
  return json::text(Noted{interview.version, auth::sha256_hex(interview.salt + interview.content)});
}

const Grant& need_interviewer(const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  if (!may_interview(viewer, grant)) throw_not_found();
  return grant;
}

Interview need(db::Transaction& transaction, const Viewer& viewer, const InterviewId& id) {
  if (viewer.person.empty()) throw_not_found();
  auto interview = transaction.one<Interview>(by_id_sql, id, viewer.person);
  if (!interview) throw_not_found();
  need_interviewer(viewer, interview->alliance);
  return *interview;
}

Talk talk_of(const Interview& interview) { return json::read_kept<Talk>(interview.content); }

void put(const InterviewInput& input, Talk& talk) { items::apply(input, talk); }

void check_talk(db::Transaction& transaction, const AllianceId& alliance, Talk& talk) {
  std::vector<FieldError> errors;
  check(talk, errors);
  if (talk.party && *transaction.one<std::int64_t>(party_sql, *talk.party, alliance) == 0)
    errors.push_back({"party", "unknown", "There is no such party in this alliance."});
  throw_if_any(std::move(errors));
}

Changed write_act(Door& door, db::Transaction& transaction, const Viewer& viewer, const Interview& interview, std::string_view kind,
                  std::string before, std::string after, bool undoable = true) {
  ActDraft draft{interview.alliance, interview.space, kind, "interview", interview.id.text(), interview.version, std::move(before), std::move(after)};
  return {interview.id.text(), interview.version, door.act(transaction, viewer, draft), undoable};
}

/// Puts another content in the place of the present one, which stays kept with its salt.
Changed replace(Door& door, db::Transaction& transaction, const Viewer& viewer, const Interview& before, std::string content, std::string_view kind) {
  Interview after = before;
  after.version = before.version + 1;
  after.content = std::move(content);
  after.salt = auth::hex(auth::random_bytes(door.random(), 32));
  transaction.run(keep_sql, before.id, before.version, before.interviewer, before.content, before.salt);
  if (transaction.run(update_sql, after.id, after.version, after.content, after.salt) != 1) access::need_version(before.version + 1, before.version);
  return write_act(door, transaction, viewer, after, kind, noted(before), noted(after));
}

Changed erase_row(Door& door, db::Transaction& transaction, const Viewer& viewer, Interview interview, std::string_view kind) {
  transaction.run(erase_earlier_sql, interview.id);
  transaction.run(erase_sql, interview.id);
  std::string before = noted(interview);
  ++interview.version;
  return write_act(door, transaction, viewer, interview, kind, std::move(before), "", false);
}

template <class Item>
void check_or_throw(Item& item) {
  std::vector<FieldError> errors;
  check(item, errors);
  throw_if_any(std::move(errors));
}

const Grant& need_contributor(const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  if (!may_contribute(viewer, grant)) throw_not_found();
  return grant;
}

QuestionSet need_set(db::Transaction& transaction, const Viewer& viewer, const QuestionSetId& id, std::int64_t version) {
  auto set = items::need<QuestionSet>(transaction, viewer, id);
  if (!may_lead(viewer, viewer.need(set.alliance, Act::read_shared))) throw_not_found();
  access::need_version(set.version, version);
  return set;
}

/// A finding of the viewer's own.
Finding need_own(db::Transaction& transaction, const Viewer& viewer, const FindingId& id) {
  auto finding = items::need<Finding>(transaction, viewer, id);
  need_contributor(viewer, finding.alliance);
  if (finding.author != viewer.person) throw_not_found();
  return finding;
}

void check_finding(db::Transaction& transaction, const Viewer& viewer, Finding& finding) {
  check_or_throw(finding);
  std::vector<std::string> names;
  for (const auto& interview : transaction.all<Interview>(own_sql, viewer.person, finding.alliance)) names.push_back(talk_of(interview).person);
  for (auto [path, text] : {std::pair{"text", &finding.text}, std::pair{"words", &finding.words}})
    if (auto name = name_in(*text, names))
      throw_bad_field(path, "names_somebody", fmt::format("This names {}, with whom you spoke. Findings go on without names.", *name));
}

}  // namespace

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const InterviewInput& input) {
  const Grant& grant = need_interviewer(viewer, alliance);
  Talk talk;
  put(input, talk);
  check_talk(transaction, alliance, talk);
  Interview interview{InterviewId::make(door.random()), alliance, grant.own, 1, viewer.person, json::text(talk),
                      auth::hex(auth::random_bytes(door.random(), 32)), door.now()};
  transaction.run_with(insert_sql, interview);
  return write_act(door, transaction, viewer, interview, "created", "", noted(interview));
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const InterviewId& id, std::int64_t version, const InterviewInput& input) {
  Interview interview = need(transaction, viewer, id);
  access::need_version(interview.version, version);
  Talk talk = talk_of(interview);
  put(input, talk);
  check_talk(transaction, interview.alliance, talk);
  return replace(door, transaction, viewer, interview, json::text(talk), "changed");
}

Changed erase(Door& door, db::Transaction& transaction, const Viewer& viewer, const InterviewId& id, std::int64_t version) {
  Interview interview = need(transaction, viewer, id);
  access::need_version(interview.version, version);
  return erase_row(door, transaction, viewer, interview, "erased");
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const QuestionSetInput& input) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  if (!may_lead(viewer, grant)) throw_not_found();
  QuestionSet set;
  set.alliance = alliance;
  set.space = grant.shared;
  items::apply(input, set);
  check_or_throw(set);
  return items::write_new(door, transaction, viewer, set);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const QuestionSetId& id, std::int64_t version, const QuestionSetInput& input) {
  auto before = need_set(transaction, viewer, id, version);
  auto after = before;
  items::apply(input, after);
  check_or_throw(after);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const QuestionSetId& id, std::int64_t version) {
  return items::write_removed(door, transaction, viewer, need_set(transaction, viewer, id, version));
}

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const FindingInput& input) {
  const Grant& grant = need_contributor(viewer, alliance);
  Finding finding;
  finding.alliance = alliance;
  finding.space = grant.shared;
  finding.author = viewer.person;
  items::apply(input, finding);
  check_finding(transaction, viewer, finding);
  return items::write_new(door, transaction, viewer, finding);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const FindingId& id, std::int64_t version, const FindingInput& input) {
  auto before = need_own(transaction, viewer, id);
  access::need_version(before.version, version);
  auto after = before;
  items::apply(input, after);
  check_finding(transaction, viewer, after);
  return items::write_changed(door, transaction, viewer, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const FindingId& id, std::int64_t version) {
  auto before = need_own(transaction, viewer, id);
  access::need_version(before.version, version);
  return items::write_removed(door, transaction, viewer, before);
}

InterviewsView interviews(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance) {
  const Grant& grant = viewer.need(alliance, Act::read_shared);
  InterviewsView view;
  view.may_interview = may_interview(viewer, grant);
  view.may_find = may_contribute(viewer, grant);
  view.may_edit_sets = may_lead(viewer, grant);
  if (view.may_interview)
    for (const auto& one : transaction.all<Interview>(own_sql, viewer.person, alliance))
      view.interviews.push_back({one.id, one.version, one.made_at, talk_of(one)});
  view.question_sets.push_back({std::nullopt, 0, "Standard questions", standard_questions()});
  auto sets = items::all<QuestionSet>(transaction, viewer, alliance);
  std::sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
  for (auto& set : sets) view.question_sets.push_back({set.id, set.version, std::move(set.name), std::move(set.questions)});
  auto findings = items::all<Finding>(transaction, viewer, alliance);
  // By kind and text, not by time: an order of time would put a talk's findings side by side.
  std::sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return std::tie(a.kind, a.text, a.id) < std::tie(b.kind, b.text, b.id); });
  for (auto& one : findings) {
    bool mine = one.author == viewer.person;
    view.findings.push_back({one.id, one.version, one.kind, std::move(one.text), std::move(one.words), mine});
  }
  return view;
}

void add_interview_undoers(access::Undoers& undoers) {
  undoers.add("interview", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                              const AllianceId&, const std::string& before, const std::string& after) {
    auto id = InterviewId::parse(object_id);
    if (!id) throw_not_found();
    Interview present = need(transaction, viewer, *id);
    if (after.empty() || json::read_kept<Noted>(after).version != present.version)
      throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
    if (before.empty()) return erase_row(door, transaction, viewer, present, "undone");
    auto earlier = transaction.one<std::string>(earlier_sql, *id, json::read_kept<Noted>(before).version);
    if (!earlier) throw Error(ErrorKind::conflict, "not_undoable", "This cannot be undone.");
    return replace(door, transaction, viewer, present, *earlier, "undone");
  });
  undoers.add_item_with<QuestionSet>([](Door&, db::Transaction&, const Viewer& viewer, const QuestionSet& present, const QuestionSet*) {
    if (!may_lead(viewer, viewer.need(present.alliance, Act::read_shared))) throw_not_found();
  });
  undoers.add_item_with<Finding>([](Door&, db::Transaction& transaction, const Viewer& viewer, const Finding& present, const Finding* earlier) {
    need_contributor(viewer, present.alliance);
    if (present.author != viewer.person) throw_not_found();
    if (!earlier) return;
    Finding again = *earlier;
    check_finding(transaction, viewer, again);
  });
}

}  // namespace entente::formation
