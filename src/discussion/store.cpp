#include "discussion/store.hpp"

#include "access/audience.hpp"
#include "base/text.hpp"

namespace entente::discussion {
namespace {

using access::ActDraft;
using access::Grant;

constexpr std::string_view columns =
    "id, alliance, space, version, about_kind, about, part, thread, author, organisation, text, made_at, edited_at, resolved_at, "
    "resolved_by, removed_at";
const std::string by_id_sql = fmt::format("SELECT {} FROM comment WHERE id = $1", columns);
const std::string insert_sql =
    fmt::format("INSERT INTO comment ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", columns);
// What a comment says and how it stands. Who said what, and about what, never changes.
constexpr std::string_view update_sql =
    "UPDATE comment SET version = $2, text = $3, edited_at = $4, resolved_at = $5, resolved_by = $6, removed_at = $7 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view keep_text_sql =
    "INSERT INTO comment_text (comment, version, space, text, until) VALUES ($1, $2, $3, $4, $5)";
constexpr std::string_view clear_mentions_sql = "DELETE FROM mention WHERE comment = $1 AND person = $2";
constexpr std::string_view insert_mention_sql =
    "INSERT INTO mention (comment, person, space, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
constexpr std::string_view mentioned_sql = "SELECT person FROM mention WHERE comment = $1";

/// A comment, removed or not, that the viewer may see.
Comment need(db::Transaction& transaction, const Viewer& viewer, const CommentId& id) {
  auto comment = transaction.one<Comment>(by_id_sql, id);
  if (!comment) throw_not_found();
  const Grant* grant = viewer.grant(comment->alliance);
  if (!grant || !may_see(*grant, comment->about_kind, comment->space)) throw_not_found();
  return *comment;
}

const Grant& need_comment(const Viewer& viewer, const AllianceId& alliance, Kind kind, const SpaceId& space) {
  const Grant* grant = viewer.grant(alliance);
  if (!grant || viewer.operator_ || !may_comment(*grant, kind, space)) throw_not_found();
  return *grant;
}

/// Those of an alliance who see things of this kind in this space.
std::vector<access::Participant> audience(db::Transaction& transaction, const AllianceId& alliance, Kind kind, const SpaceId& space) {
  auto people = access::participants(transaction, alliance);
  std::erase_if(people, [&](const auto& one) { return !may_see(one.grant, kind, space); });
  return people;
}

/// Checks what was typed; gives whom it addresses.
std::vector<PersonId> check(db::Transaction& transaction, Comment& comment) {
  std::vector<FieldError> errors;
  comment.text = clean_text(comment.text, "text", {.longest = longest_text, .lines = TextRule::Lines::many}, errors);
  throw_if_any(std::move(errors));
  auto mentions = mentions_of(comment.text);
  if (mentions.size() > most_mentions)
    throw_bad_field("text", "too_many_mentions", fmt::format("A comment addresses {} people at most.", most_mentions));
  if (mentions.empty()) return mentions;
  auto people = audience(transaction, comment.alliance, comment.about_kind, comment.space);
  for (const auto& person : mentions)
    if (std::none_of(people.begin(), people.end(), [&](const auto& one) { return one.person == person; }))
      throw_bad_field("text", "unknown_mention", "You mention somebody who cannot read this here. Choose a name from the list.");
  return mentions;
}

void write_mentions(db::Transaction& transaction, const Comment& comment, const std::vector<PersonId>& mentions, Instant at) {
  using Row = std::tuple<CommentId, PersonId, SpaceId, Instant>;
  std::vector<std::tuple<CommentId, PersonId>> gone;
  for (const auto& person : transaction.all<PersonId>(mentioned_sql, comment.id))
    if (std::find(mentions.begin(), mentions.end(), person) == mentions.end()) gone.emplace_back(comment.id, person);
  std::vector<Row> rows;
  for (const auto& person : mentions) rows.emplace_back(comment.id, person, comment.space, at);
  if (!gone.empty()) transaction.bulk(clear_mentions_sql, gone);
  if (!rows.empty()) transaction.bulk(insert_mention_sql, rows);
}

Changed write_act(Door& door, db::Transaction& transaction, const Viewer& viewer, std::string_view kind, const std::optional<Comment>& before,
                  const std::optional<Comment>& after) {
  const Comment& comment = after ? *after : *before;
  std::int64_t version = after ? after->version : before->version + 1;
  ActDraft draft{comment.alliance, comment.space, kind, "comment", comment.id.text(), version, "", ""};
  if (before) draft.before = json::text(*before);
  if (after) draft.after = json::text(*after);
  return {comment.id.text(), version, door.act(transaction, viewer, draft, {comment.about}), true};
}

/// Writes what the comment says and how it stands now, with what it said before kept.
void update(db::Transaction& transaction, const Comment& before, Comment& after, Instant now) {
  after.version = before.version + 1;
  if (transaction.run(update_sql, after.id, after.version, after.text, after.edited_at, after.resolved_at, after.resolved_by, after.removed_at) != 1)
    access::need_version(before.version + 1, before.version);
  if (after.text != before.text) transaction.run(keep_text_sql, before.id, before.version, before.space, before.text, now);
}

void need_author(const Viewer& viewer, const Comment& comment) {
  if (comment.author != viewer.person) throw_not_found();
}

}  // namespace

Changed add(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CommentInput& input) {
  Thing thing = need_thing(transaction, viewer, parse_about(input.about));
  if (thing.alliance != alliance) throw_not_found();
  Comment comment;
  comment.id = CommentId::make(door.random());
  comment.alliance = alliance;
  comment.space = thing.space;
  comment.version = 1;
  comment.about_kind = thing.about.kind;
  comment.about = thing.about.id;
  comment.part = thing.about.part;
  comment.thread = comment.id;
  if (input.reply_to) {
    auto other = transaction.one<Comment>(by_id_sql, *input.reply_to);
    if (!other || other->about_kind != comment.about_kind || other->about != comment.about || other->part != comment.part ||
        !may_see(*viewer.grant(alliance), other->about_kind, other->space))
      throw_bad_field("reply_to", "unknown", "There is no such comment here.");
    comment.thread = other->thread;
    comment.space = other->space;
  }
  need_comment(viewer, alliance, comment.about_kind, comment.space);
  comment.author = viewer.person;
  comment.organisation = viewer.organisation;
  comment.text = input.text;
  comment.made_at = door.now();
  auto mentions = check(transaction, comment);
  transaction.run_with(insert_sql, comment);
  write_mentions(transaction, comment, mentions, comment.made_at);
  return write_act(door, transaction, viewer, comment.begins_thread() ? "created" : "replied", std::nullopt, comment);
}

Changed change(Door& door, db::Transaction& transaction, const Viewer& viewer, const CommentId& id, std::int64_t version, const CommentChange& input) {
  Comment before = need(transaction, viewer, id);
  if (before.removed_at) throw_not_found();
  need_comment(viewer, before.alliance, before.about_kind, before.space);
  if (input.text) need_author(viewer, before);
  access::need_version(before.version, version);
  Comment after = before;
  std::string_view kind = "changed";
  if (input.text && *input.text != before.text) {
    after.text = *input.text;
    auto mentions = check(transaction, after);
    after.edited_at = door.now();
    write_mentions(transaction, after, mentions, door.now());
  }
  if (input.resolved) {
    if (!before.begins_thread()) throw_bad_field("resolved", "not_a_thread", "Only a whole thread is resolved, by its first comment.");
    if (*input.resolved != before.resolved_at.has_value()) {
      after.resolved_at = *input.resolved ? std::optional(door.now()) : std::nullopt;
      after.resolved_by = *input.resolved ? std::optional(viewer.person) : std::nullopt;
      kind = *input.resolved ? "resolved" : "reopened";
    }
  }
  if (after.text == before.text && after.resolved_at == before.resolved_at)
    throw Error(ErrorKind::conflict, "nothing_changed", "That is how it stands already.");
  update(transaction, before, after, door.now());
  return write_act(door, transaction, viewer, kind, before, after);
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const CommentId& id, std::int64_t version) {
  Comment before = need(transaction, viewer, id);
  if (before.removed_at) throw_not_found();
  need_author(viewer, before);
  access::need_version(before.version, version);
  Comment after = before;
  after.removed_at = door.now();
  update(transaction, before, after, door.now());
  return write_act(door, transaction, viewer, "removed", before, std::nullopt);
}

std::vector<Addressee> addressees(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about, std::string_view text) {
  Thing thing = need_thing(transaction, viewer, about);
  if (thing.alliance != alliance) throw_not_found();
  need_comment(viewer, alliance, about.kind, thing.space);
  std::string wanted = " " + fold(text);
  std::vector<Addressee> out;
  for (const auto& one : audience(transaction, alliance, about.kind, thing.space)) {
    if (!text.empty() && (" " + fold(one.name)).find(wanted) == std::string::npos) continue;
    out.push_back({one.person, one.name, one.organisation_name});
    if (out.size() == 20) break;
  }
  return out;
}

void add_undoers(access::Undoers& undoers) {
  undoers.add("comment", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                            const AllianceId&, const std::string& left, const std::string& right) {
    auto id = CommentId::parse(object_id);
    if (!id) throw_not_found();
    Comment present = need(transaction, viewer, *id);
    need_comment(viewer, present.alliance, present.about_kind, present.space);
    std::int64_t left_at = right.empty() ? json::read_kept<Comment>(left).version + 1 : json::read_kept<Comment>(right).version;
    if (present.version != left_at)
      throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
    Comment after = present;
    if (left.empty()) {
      after.removed_at = door.now();
    } else {
      Comment earlier = json::read_kept<Comment>(left);
      after.text = earlier.text;
      after.edited_at = earlier.edited_at;
      after.resolved_at = earlier.resolved_at;
      after.resolved_by = earlier.resolved_by;
      after.removed_at = earlier.removed_at;
    }
    if (after.text != present.text || after.removed_at != present.removed_at) need_author(viewer, present);
    update(transaction, present, after, door.now());
    // Who is addressed may have left meanwhile: whoever cannot read it any more is not shown it anyway.
    if (after.text != present.text) write_mentions(transaction, after, mentions_of(after.text), door.now());
    return write_act(door, transaction, viewer, "undone", present, after.removed_at ? std::nullopt : std::optional(after));
  });
}

}  // namespace entente::discussion
