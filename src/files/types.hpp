#pragma once
#include "discussion/types.hpp"

/// Files that people attach to the things of an alliance. Each struct is one row of the table of its name.
namespace entente::files {

using AttachmentId = Id<struct AttachmentKind>;

/// What a file is by its content. No other kind is taken.
enum class Kind : std::uint8_t { pdf, png, jpeg, gif, webp, text, csv, docx, xlsx, pptx, odt, ods, odp };
BOOST_DESCRIBE_ENUM(Kind, pdf, png, jpeg, gif, webp, text, csv, docx, xlsx, pptx, odt, ods, odp)

/// Lies in the space of the thing it was attached to. `name` is for people only; the content is found by `id`.
struct Attachment {
  AttachmentId id;
  AllianceId alliance;
  SpaceId space;
  std::int64_t version = 0;
  discussion::Kind about_kind = discussion::Kind::objective;
  std::string about;
  std::string part;  ///< of a charter only: an item's identifier, or "terms"
  std::string name;
  Kind kind = Kind::pdf;
  std::int64_t size = 0;  ///< bytes
  std::string digest;     ///< SHA-256 of the content, in hexadecimal digits
  PersonId person;
  OrganisationId organisation;
  Instant made_at;
  std::optional<Instant> removed_at;
  std::optional<Instant> dropped_at;  ///< when the content of a removed one went

  discussion::About thing() const { return {about_kind, about, part}; }
};
BOOST_DESCRIBE_STRUCT(Attachment, (),
                      (id, alliance, space, version, about_kind, about, part, name, kind, size, digest, person, organisation, made_at,
                       removed_at, dropped_at))

}  // namespace entente::files
