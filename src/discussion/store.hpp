#pragma once
#include <optional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "access/items.hpp"
#include "discussion/rules.hpp"
#include "discussion/things.hpp"

/// Saying, changing and reading comments. Every function takes the viewer, and answers `not_found` for what the viewer may
/// not see or do. `version` is the one that If-Match names.
namespace entente::discussion {

using access::Changed;
using access::Door;
using access::Viewer;

struct CommentInput {
  std::string about;  ///< "objective:3f…"
  std::string text;
  std::optional<CommentId> reply_to;  ///< a comment of the thread
};
BOOST_DESCRIBE_STRUCT(CommentInput, (), (about, text, reply_to))

struct CommentChange {
  std::optional<std::string> text;  ///< by its author
  std::optional<bool> resolved;     ///< of a whole thread, by whoever may comment there
};
BOOST_DESCRIBE_STRUCT(CommentChange, (), (text, resolved))

struct Speaker {
  PersonId id;
  std::string name;
  std::string organisation;
  std::string mark_letter;
  std::string mark_style;
};
BOOST_DESCRIBE_STRUCT(Speaker, (), (id, name, organisation, mark_letter, mark_style))

struct Mentioned {
  PersonId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Mentioned, (), (id, name))

/// `text` is empty of a removed one.
struct CommentView {
  CommentId id;
  std::int64_t version = 0;
  Speaker by;
  std::string text;
  std::vector<Mentioned> mentions;
  Instant made_at;
  std::optional<Instant> edited_at;
  bool removed = false;
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, version, by, text, mentions, made_at, edited_at, removed, mine))

struct ThreadView : CommentView {
  std::optional<Instant> resolved_at;
  std::string resolved_by;
  std::vector<CommentView> replies;
};
BOOST_DESCRIBE_STRUCT(ThreadView, (CommentView), (resolved_at, resolved_by, replies))

struct CommentList {
  std::vector<ThreadView> items;  ///< the newest thread first
  std::optional<std::string> next;
  bool may_comment = false;
  bool is_private = false;  ///< only people of the viewer's own organisation can read this
};
BOOST_DESCRIBE_STRUCT(CommentList, (), (items, next, may_comment, is_private))

/// `about` leaves a charter's item out where the list was asked for whole charters.
struct CommentCount {
  std::string about;
  std::int64_t comments = 0;
  std::int64_t open_threads = 0;
};
BOOST_DESCRIBE_STRUCT(CommentCount, (), (about, comments, open_threads))

struct EarlierText {
  std::int64_t version = 0;
  std::string text;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(EarlierText, (), (version, text, until))

/// A text that addresses somebody who cannot see the thing is refused at "text" with "unknown_mention", as is one that
/// addresses nobody known.
Changed add(Door&, db::Transaction&, const Viewer&, const AllianceId&, const CommentInput&);
Changed change(Door&, db::Transaction&, const Viewer&, const CommentId&, std::int64_t version, const CommentChange&);
/// One's own; the place stays, its text is no longer shown.
Changed remove(Door&, db::Transaction&, const Viewer&, const CommentId&, std::int64_t version);

/// Threads that began before the cursor, `limit` at most, with all their replies.
CommentList list(db::Transaction&, const Viewer&, const AllianceId&, const About&, std::string_view cursor, int limit);
/// Of each of these things, or without any of all things of the alliance, that has comments which the viewer sees.
std::vector<CommentCount> counts(db::Transaction&, const Viewer&, const AllianceId&, const std::vector<About>&);
/// What an own or another's comment said before it was edited, the oldest first; of a removed one nothing.
std::vector<EarlierText> earlier_texts(db::Transaction&, const Viewer&, const CommentId&);
/// Who can be addressed about a thing and whose name has a word that begins like `text`; by name, 20 at most.
struct Addressee {
  PersonId id;
  std::string name;
  std::string organisation;
};
BOOST_DESCRIBE_STRUCT(Addressee, (), (id, name, organisation))
std::vector<Addressee> addressees(db::Transaction&, const Viewer&, const AllianceId&, const About&, std::string_view text);

void add_undoers(access::Undoers&);

}  // namespace entente::discussion
