#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "json/field_types.hpp"

/// What people say to one another about the things of an alliance. Each struct is one row of the table of its name.
namespace entente::discussion {

/// What can be talked about.
enum class Kind : std::uint8_t {
  objective, measure, initiative, theme, link, win, value, charter, alliance, perspective, service_level, review, agreement, workshop, benefit
};
BOOST_DESCRIBE_ENUM(Kind, objective, measure, initiative, theme, link, win, value, charter, alliance, perspective, service_level, review, agreement, workshop,
                    benefit)

std::string_view name(Kind kind);

/// Names one thing: "objective:3f…". A charter may be followed by an item of its document: "charter:9k…:3f…".
struct About {
  Kind kind = Kind::objective;
  std::string id;
  std::string part;  ///< of a charter only: an item's identifier, or "terms"

  std::string text() const;
  bool operator==(const About&) const = default;
};

/// Lies in the space of the thing it is about. `thread` is the comment that began the talk, which may be itself; only that
/// one is resolved. The text is stored as it was typed.
struct Comment {
  CommentId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  Kind about_kind = Kind::objective;
  std::string about;
  std::string part;
  CommentId thread;
  PersonId author;
  OrganisationId organisation;
  std::string text;
  Instant made_at;
  std::optional<Instant> edited_at;
  std::optional<Instant> resolved_at;
  std::optional<PersonId> resolved_by;
  std::optional<Instant> removed_at;

  bool begins_thread() const { return thread == id; }
};
BOOST_DESCRIBE_STRUCT(Comment, (),
                      (id, alliance, space, version, about_kind, about, part, thread, author, organisation, text, made_at, edited_at,
                       resolved_at, resolved_by, removed_at))

}  // namespace entente::discussion
