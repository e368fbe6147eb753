#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/door.hpp"
#include "access/columns.hpp"
#include "model/service.hpp"

/// What needs one person: read from what is there, so that nothing stays in it that the person may no longer see.
namespace entente::inbox {

using access::Viewer;

/// The first two were said to the person and come by time; the others wait for an answer until they have it.
enum class Kind : std::uint8_t { mention, reply, charter, light, value, accept, dispute, agreement, claim, rating, contested };
BOOST_DESCRIBE_ENUM(Kind, mention, reply, charter, light, value, accept, dispute, agreement, claim, rating, contested)

struct AllianceName {
  AllianceId id;
  std::string slug;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AllianceName, (), (id, slug, name))

struct Item {
  std::string key;    ///< names the item when it is marked: "mention:3f…"
  Kind kind = Kind::mention;
  AllianceName alliance;
  std::string title;  ///< who wants what: "Marcus Whitfield mentions you"
  std::string about;  ///< of which thing: "CO1 Cost drivers in the open"
  std::string detail;
  std::optional<Instant> at;
  std::optional<Date> due;
  std::string link;
  bool read = false;
  // Not told: what a mail that speaks of it needs to be checked by.
  std::vector<SpaceId> spaces;  ///< from which it is drawn
  access::Act right = access::Act::read_shared;
};
BOOST_DESCRIBE_STRUCT(Item, (), (key, kind, alliance, title, about, detail, at, due, link, read))

struct Inbox {
  std::vector<Item> waiting;  ///< on the first page: what waits for an answer, what is due first first
  std::vector<Item> items;    ///< what was said, the newest first
  std::optional<std::string> next;
  std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (waiting, items, next, unread))

constexpr std::int64_t most_counted = 99;  ///< unread ones beyond are not counted

enum class Only : std::uint8_t { all, unread };

/// From the readings: values of the person's own measures that are due or late, and values that wait for the person's word,
/// or about which the sides differ. Opens transactions of its own, so it is asked before the others below, which take it.
std::vector<Item> about_values(model::Service&, const Viewer&);

/// `kind` empty: of every kind. `cursor` is where the last page ended.
Inbox read(db::Transaction&, const Viewer&, const std::vector<Item>& values, Instant now, std::optional<Kind> kind, Only only, std::string_view cursor, int limit);
std::int64_t unread(db::Transaction&, const Viewer&, const std::vector<Item>& values, Instant now);

/// Marks these, known or not, as read or unread; for oneself alone.
void mark(db::Transaction&, const Viewer&, const std::vector<std::string>& keys, bool is_read);
/// All that has come until now counts as read.
void mark_all(db::Transaction&, const Viewer&, const std::vector<Item>& values, Instant now);

}  // namespace entente::inbox
