#include "files/store.hpp"

#include "auth/crypto.hpp"
#include "discussion/things.hpp"
#include "files/rules.hpp"

namespace entente::files {
namespace {

using access::ActDraft;
using access::Grant;
using discussion::About;
using discussion::Thing;

constexpr std::size_t part_size = 256 * 1024;

constexpr std::string_view columns =
    "id, alliance, space, version, about_kind, about, part, name, kind, size, digest, person, organisation, made_at, removed_at, dropped_at";
const std::string by_id_sql = fmt::format("SELECT {} FROM attachment WHERE id = $1", columns);
const std::string insert_sql =
    fmt::format("INSERT INTO attachment ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", columns);
constexpr std::string_view insert_part_sql = "INSERT INTO attachment_part (attachment, number, space, bytes) VALUES ($1, $2, $3, $4)";
constexpr std::string_view update_sql = "UPDATE attachment SET version = $2, removed_at = $3 WHERE id = $1 AND version = $2 - 1";
constexpr std::string_view parts_sql = "SELECT bytes FROM attachment_part WHERE attachment = $1 ORDER BY number";
constexpr std::string_view used_sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachment WHERE space = $1 AND dropped_at IS NULL";
// A thing lies in one space, but what was attached while it lay in the viewer's own stays there.
constexpr std::string_view list_sql =
    "SELECT attachment.id, attachment.version, attachment.name, attachment.kind, attachment.size, attachment.digest, attachment.space, "
    "attachment.person, attachment.organisation, attachment.made_at, person.name, organisation.name FROM attachment "
    "JOIN person ON person.id = attachment.person JOIN organisation ON organisation.id = attachment.organisation "
    "WHERE attachment.about = $1 AND attachment.part = $2 AND (attachment.space = $3 OR attachment.space = $4) AND attachment.removed_at IS NULL "
    "ORDER BY attachment.made_at DESC, attachment.id";
constexpr std::string_view one_sql =
    "SELECT attachment.id, attachment.version, attachment.name, attachment.kind, attachment.size, attachment.digest, attachment.space, "
    "attachment.person, attachment.organisation, attachment.made_at, person.name, organisation.name FROM attachment "
    "JOIN person ON person.id = attachment.person JOIN organisation ON organisation.id = attachment.organisation WHERE attachment.id = $1";
constexpr std::string_view drop_parts_sql =
    "DELETE FROM attachment_part WHERE attachment IN (SELECT id FROM attachment WHERE removed_at < $1 AND dropped_at IS NULL)";
constexpr std::string_view drop_sql = "UPDATE attachment SET dropped_at = $2 WHERE removed_at < $1 AND dropped_at IS NULL";

struct Row {
  AttachmentId id;
  std::int64_t version = 0;
  std::string name;
  Kind kind = Kind::pdf;
  std::int64_t size = 0;
  std::string digest;
  SpaceId space;
  PersonId person;
  OrganisationId organisation;
  Instant made_at;
  std::string by;
  std::string organisation_name;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, name, kind, size, digest, space, person, organisation, made_at, by, organisation_name))

const Grant& need_comment(const Viewer& viewer, const AllianceId& alliance, discussion::Kind kind, const SpaceId& space) {
  const Grant* grant = viewer.grant(alliance);
  if (!grant || viewer.operator_ || !discussion::may_comment(*grant, kind, space)) throw_not_found();
  return *grant;
}

Thing need_place(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about) {
  Thing thing = discussion::need_thing(transaction, viewer, about);
  if (thing.alliance != alliance) throw_not_found();
  need_comment(viewer, alliance, about.kind, thing.space);
  return thing;
}

bool may_remove(const Viewer& viewer, const Grant& grant, const PersonId& person, const OrganisationId& organisation) {
  if (viewer.operator_) return false;
  return viewer.person == person || (viewer.organisation == organisation && grant.roles.has(access::Role::alliance_manager));
}

/// One, removed or not, that the viewer may see.
Attachment find(db::Transaction& transaction, const Viewer& viewer, const AttachmentId& id) {
  auto file = transaction.one<Attachment>(by_id_sql, id);
  if (!file) throw_not_found();
  const Grant* grant = viewer.grant(file->alliance);
  if (!grant || !discussion::may_see(*grant, file->about_kind, file->space)) throw_not_found();
  discussion::need_thing(transaction, viewer, file->thing());
  return *file;
}

Changed write_act(Door& door, db::Transaction& transaction, const Viewer& viewer, std::string_view kind, const std::optional<Attachment>& before,
                  const std::optional<Attachment>& after) {
  const Attachment& file = after ? *after : *before;
  std::int64_t version = after ? after->version : before->version + 1;
  ActDraft draft{file.alliance, file.space, kind, "file", file.id.text(), version, "", ""};
  if (before) draft.before = json::text(*before);
  if (after) draft.after = json::text(*after);
  return {file.id.text(), version, door.act(transaction, viewer, draft, {file.about}), true};
}

void update(db::Transaction& transaction, const Attachment& before, Attachment& after) {
  after.version = before.version + 1;
  if (transaction.run(update_sql, after.id, after.version, after.removed_at) != 1)
    throw Error(ErrorKind::precondition_failed, "changed_since", "Somebody changed this a moment ago.");
}

void need_remove(const Viewer& viewer, const Attachment& file) {
  const Grant& grant = need_comment(viewer, file.alliance, file.about_kind, file.space);
  if (!may_remove(viewer, grant, file.person, file.organisation)) throw_not_found();
}

FileView view_of(const Row& row, const Viewer& viewer, const Grant& grant) {
  return {row.id,      row.version, row.name,    row.kind, std::string(words_of(row.kind).title), row.size,
          row.digest,  row.by,      row.organisation_name, row.made_at, row.space == grant.own,
          may_remove(viewer, grant, row.person, row.organisation)};
}

}  // namespace

void need_attach(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about) {
  need_place(transaction, viewer, alliance, about);
}

Changed attach(Door& door, db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about, const NewFile& given) {
  Thing thing = need_place(transaction, viewer, alliance, about);
  auto size = static_cast<std::int64_t>(given.content.size());
  if (*transaction.one<std::int64_t>(used_sql, thing.space) + size > most_in_space)
    throw Error(ErrorKind::conflict, "no_room",
                fmt::format("There is room for {} of files here, and this one does not fit in any more. Remove what is not needed; its room is free after 30 days.",
                            size_words(most_in_space)));
  Attachment file;
  file.id = AttachmentId::make(door.random());
  file.alliance = alliance;
  file.space = thing.space;
  file.version = 1;
  file.about_kind = about.kind;
  file.about = about.id;
  file.part = about.part;
  file.name = given.name;
  file.kind = given.kind;
  file.size = size;
  file.digest = given.digest;
  file.person = viewer.person;
  file.organisation = viewer.organisation;
  file.made_at = door.now();
  transaction.run_with(insert_sql, file);
  std::vector<std::tuple<AttachmentId, std::int64_t, SpaceId, std::span<const std::byte>>> parts;
  for (std::size_t at = 0; at < given.content.size(); at += part_size)
    parts.emplace_back(file.id, static_cast<std::int64_t>(parts.size()), file.space,
                       std::as_bytes(std::span(given.content.substr(at, part_size))));
  transaction.bulk(insert_part_sql, parts);
  return write_act(door, transaction, viewer, "created", std::nullopt, file);
}

Attachment need(db::Transaction& transaction, const Viewer& viewer, const AttachmentId& id) {
  Attachment file = find(transaction, viewer, id);
  if (file.removed_at) throw_not_found();
  return file;
}

Changed remove(Door& door, db::Transaction& transaction, const Viewer& viewer, const AttachmentId& id, std::int64_t version) {
  Attachment before = need(transaction, viewer, id);
  need_remove(viewer, before);
  access::need_version(before.version, version);
  Attachment after = before;
  after.removed_at = door.now();
  update(transaction, before, after);
  return write_act(door, transaction, viewer, "removed", before, std::nullopt);
}

FileList list(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const About& about) {
  Thing thing = discussion::need_thing(transaction, viewer, about);
  if (thing.alliance != alliance) throw_not_found();
  const Grant& grant = *viewer.grant(alliance);
  FileList out;
  out.may_attach = !viewer.operator_ && discussion::may_comment(grant, about.kind, thing.space);
  out.is_private = thing.space == grant.own;
  if (out.may_attach) {
    out.largest = largest_file;
    out.used = *transaction.one<std::int64_t>(used_sql, thing.space);
    out.room = most_in_space;
  }
  SpaceId own = discussion::may_see(grant, about.kind, grant.own) ? grant.own : thing.space;
  for (const auto& row : transaction.all<Row>(list_sql, about.id, about.part, thing.space, own)) out.items.push_back(view_of(row, viewer, grant));
  return out;
}

FileView view(db::Transaction& transaction, const Viewer& viewer, const AttachmentId& id) {
  Attachment file = need(transaction, viewer, id);
  return view_of(*transaction.one<Row>(one_sql, id), viewer, *viewer.grant(file.alliance));
}

void read(db::Transaction& transaction, const Attachment& file, const std::function<void(std::string_view)>& part) {
  auth::Sha256 hash;
  transaction.each(
      parts_sql,
      [&](const db::Row& row) {
        auto bytes = row.bytes(0);
        std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        hash.add(text);
        part(text);
      },
      file.id);
  if (auth::hex(auth::bytes_of(hash.finish())) != file.digest)
    throw Error(ErrorKind::internal, "file_damaged", "This file is damaged on the server. It has been noted.", {}, "the content of " + file.id.text() + " has another digest");
}

void drop_removed(db::Transaction& transaction, Instant before, Instant now) {
  transaction.run(drop_parts_sql, before);
  transaction.run(drop_sql, before, now);
}

void add_undoers(access::Undoers& undoers) {
  undoers.add("file", [](Door& door, db::Transaction& transaction, const Viewer& viewer, const ActId&, const std::string& object_id,
                         const AllianceId&, const std::string& left, const std::string& right) {
    auto id = AttachmentId::parse(object_id);
    if (!id) throw_not_found();
    Attachment present = find(transaction, viewer, *id);
    need_remove(viewer, present);
    std::int64_t left_at = right.empty() ? json::read_kept<Attachment>(left).version + 1 : json::read_kept<Attachment>(right).version;
    if (present.version != left_at)
      throw Error(ErrorKind::conflict, "changed_since", "This was changed again since. Undo the later change first.");
    Attachment after = present;
    after.removed_at = left.empty() ? std::optional(door.now()) : std::nullopt;
    if (!after.removed_at && present.dropped_at)
      throw Error(ErrorKind::conflict, "content_dropped", "This file was removed more than 30 days ago; its content is gone.");
    update(transaction, present, after);
    return write_act(door, transaction, viewer, "undone", present, after.removed_at ? std::nullopt : std::optional(after));
  });
}

}  // namespace entente::files
