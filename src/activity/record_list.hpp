#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/items.hpp"
#include "activity/api.hpp"

/// The record of one or several spaces as people read it.
namespace entente::activity {

struct HeadView {
  std::int64_t size = 0;
  std::string root;
  Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (size, root, signed_at))

struct SpaceView {
  SpaceId id;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;
  std::int64_t size = 0;
  std::optional<HeadView> head;
};
BOOST_DESCRIBE_STRUCT(SpaceView, (), (id, kind, name, size, head))

struct RecordItem {
  ActId act;
  SpaceId space;
  std::string space_name;
  std::int64_t leaf = 0;
  std::string hash;
  Instant at;
  std::string person;
  std::string organisation;
  record::Channel channel = record::Channel::system;
  std::string object;
  std::string object_id;
  std::string sentence;
  std::optional<std::string> link;
  bool undoable = false;
  std::vector<FieldChange> changes;
};
BOOST_DESCRIBE_STRUCT(RecordItem, (),
                      (act, space, space_name, leaf, hash, at, person, organisation, channel, object, object_id, sentence, link, undoable, changes))

struct RecordList {
  std::vector<RecordItem> items;
  std::optional<std::string> next;
  std::vector<SpaceView> spaces;
};
BOOST_DESCRIBE_STRUCT(RecordList, (), (items, next, spaces))

struct SeenSpace {
  SpaceId id;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;
};

/// Acts can be undone but for those that founded something, and words of consent.
bool can_be_undone(const access::Undoers& undoers, const record::Leaf& leaf);

/// What was done in these spaces, newest first, `limit` acts from where `cursor` says that the last page ended (empty: from the
/// newest). `spaces` are those whose record the asker may read; `slug` leads to the things of an alliance, empty for none. Throws
/// `bad_input` at "cursor".
RecordList record_list(db::Transaction&, std::span<const SeenSpace> spaces, std::string_view slug, const access::Undoers&,
                       std::string_view cursor, int limit);

}  // namespace entente::activity
