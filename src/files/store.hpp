#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/door.hpp"
#include "access/items.hpp"
#include "files/types.hpp"

/// Attaching, removing and reading files. Every function takes the viewer, and answers `not_found` for what the viewer may
/// not see or do: whoever sees a thing sees its files, whoever may comment there may attach.
namespace entente::files {

using access::Changed;
using access::Door;
using access::Viewer;

/// A file that is to be attached; the bytes live until the transaction ends.
struct NewFile {
  std::string name;  ///< cleaned
  Kind kind = Kind::pdf;
  std::string_view content;
  std::string digest;
};

struct FileView {
  AttachmentId id;
  std::int64_t version = 0;
  std::string name;
  Kind kind = Kind::pdf;
  std::string kind_title;  ///< "PDF document"
  std::int64_t size = 0;
  std::string digest;
  std::string by;
  std::string organisation;
  Instant made_at;
  bool is_private = false;  ///< only people of the viewer's own organisation can see it
  bool may_remove = false;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, version, name, kind, kind_title, size, digest, by, organisation, made_at, is_private, may_remove))

/// `used` and `room` are of the space in which a new file would lie, in bytes; zero for who may not attach.
struct FileList {
  std::vector<FileView> items;  ///< the newest first
  bool may_attach = false;
  bool is_private = false;  ///< a new file is for people of the viewer's own organisation only
  std::int64_t largest = 0;
  std::int64_t used = 0;
  std::int64_t room = 0;
};
BOOST_DESCRIBE_STRUCT(FileList, (), (items, may_attach, is_private, largest, used, room))

/// Throws `not_found` unless the viewer may attach a file to the thing; to be asked before its content is looked at.
void need_attach(db::Transaction&, const Viewer&, const AllianceId&, const discussion::About&);
/// Throws `conflict` "no_room" where the space holds too much already.
Changed attach(Door&, db::Transaction&, const Viewer&, const AllianceId&, const discussion::About&, const NewFile&);
/// By who attached it, or by an alliance manager of the same organisation.
Changed remove(Door&, db::Transaction&, const Viewer&, const AttachmentId&, std::int64_t version);

FileList list(db::Transaction&, const Viewer&, const AllianceId&, const discussion::About&);
/// One that is there, about a thing that is there.
Attachment need(db::Transaction&, const Viewer&, const AttachmentId&);
FileView view(db::Transaction&, const Viewer&, const AttachmentId&);
/// Its bytes, part by part; `internal` "file_damaged" if they are not what was attached.
void read(db::Transaction&, const Attachment&, const std::function<void(std::string_view)>& part);

/// Drops the content of what was removed before this moment: it cannot be brought back any more.
void drop_removed(db::Transaction&, Instant before, Instant now);

void add_undoers(access::Undoers&);

}  // namespace entente::files
