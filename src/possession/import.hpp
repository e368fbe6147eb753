#pragma once
#include <optional>
#include <string>
#include <vector>

#include "possession/checked.hpp"

/// Bringing an export into this installation. A person brings it in for the own organisation: the other parties are places to be
/// invited, and their people are names of the past. The operator, who makes organisations anyway, brings everybody in.
namespace entente::possession {

enum class PartyOutcome : std::uint8_t {
  ours,           ///< the importing person's organisation takes this place
  known,          ///< an organisation of this installation (operator)
  made,           ///< will be made an organisation of this installation (operator)
  to_be_invited,  ///< a place that its organisation takes up by an invitation
};
BOOST_DESCRIBE_ENUM(PartyOutcome, ours, known, made, to_be_invited)

enum class PersonOutcome : std::uint8_t {
  known,    ///< has an account of the own organisation here, by the e-mail address
  invited,  ///< of the own organisation, whose administrator brings it in: gets a place that an invitation to the address fills
  name,     ///< anybody else: stands at what the person did
};
BOOST_DESCRIBE_ENUM(PersonOutcome, known, invited, name)

struct PartyPreview {
  PartyId id;
  std::string name;
  PartyOutcome outcome = PartyOutcome::to_be_invited;
};
BOOST_DESCRIBE_STRUCT(PartyPreview, (), (id, name, outcome))

struct PersonPreview {
  std::string name;
  std::string email;
  std::string organisation;
  PersonOutcome outcome = PersonOutcome::name;
};
BOOST_DESCRIBE_STRUCT(PersonPreview, (), (name, email, organisation, outcome))

struct KindPreview {
  std::string what;
  std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(KindPreview, (), (what, rows))

struct RecordPreview {
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string origin;
  std::int64_t leaves = 0;
};
BOOST_DESCRIBE_STRUCT(RecordPreview, (), (kind, origin, leaves))

/// What is in an export that was looked through, and what would become of it. All of it is verified, or there is no preview.
struct ImportPreview {
  std::string name;
  Instant taken_at;
  std::string taken_by;  ///< person
  std::string organisation;
  std::string server;
  std::string key;  ///< that signed it: to be compared with what one knows
  std::vector<PartyPreview> parties;
  std::vector<PersonPreview> people;
  std::vector<KindPreview> kinds;
  std::vector<RecordPreview> records;
  bool needs_party = false;   ///< it cannot be told which party the importing organisation is
  bool already_here = false;  ///< this very alliance is in this installation
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (),
                      (name, taken_at, taken_by, organisation, server, key, parties, people, kinds, records, needs_party, already_here))

/// `party` says which one the viewer's organisation is, where that cannot be told.
ImportPreview preview_of(db::Transaction&, const access::Viewer&, const CheckedExport&, const std::optional<PartyId>& party);

struct Imported {
  AllianceId id;
  std::string slug;
};

/// Brings everything in, in one transaction: all of it, or nothing. Every row is of this alliance, lies in one of its spaces, and
/// refers to nothing outside it. The log of each space begins with a leaf that names the export; the record that came along is
/// kept as it is. Throws `conflict` "already_here", `bad_input` at "party" where it has to be said, or naming the file and line.
Imported import_alliance(const Source&, const access::Viewer&, const CheckedExport&, const std::string& path, const archive::ZipLimits& limits,
                         const std::optional<PartyId>& party, const Progress& progress = {});

}  // namespace entente::possession
