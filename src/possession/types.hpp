#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"

/// Staying in possession: each party takes away all that it may see of an alliance, at any time, and brings it into another
/// installation.
namespace entente::possession {

/// One file of an export, with what it should be.
struct ManifestFile {
  std::string name;
  std::string what;  ///< in plain words
  std::int64_t bytes = 0;
  std::string sha256;  ///< 64 hexadecimal digits
  std::optional<std::int64_t> rows;
};
BOOST_DESCRIBE_STRUCT(ManifestFile, (), (name, what, bytes, sha256, rows))

/// A space whose record is in the export.
struct ManifestRecord {
  SpaceId space;
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string file;
  std::string origin;  ///< names the log: the server, a slash, the space
  std::int64_t leaves = 0;
  std::string head;  ///< the signed head over all of them
};
BOOST_DESCRIBE_STRUCT(ManifestRecord, (), (space, kind, file, origin, leaves, head))

struct ManifestAlliance {
  AllianceId id;
  std::string slug;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ManifestAlliance, (), (id, slug, name))

/// For whom the export was taken. Without an organisation: by the operator, who sees what all parties share.
struct ManifestTaker {
  std::string person;  ///< name
  std::optional<OrganisationId> organisation;
  std::string organisation_name;
  std::optional<PartyId> party;
};
BOOST_DESCRIBE_STRUCT(ManifestTaker, (), (person, organisation, organisation_name, party))

/// manifest.json: the last file of the zip.
struct Manifest {
  std::int64_t entente_export = 1;  ///< version of the form
  std::string program;              ///< version of the program that wrote it
  Instant made_at;
  ManifestTaker taken_by;
  ManifestAlliance alliance;
  std::vector<ManifestRecord> records;
  std::vector<ManifestFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (entente_export, program, made_at, taken_by, alliance, records, files))

inline constexpr std::string_view manifest_name = "manifest.json";
/// The manifest's digest as a note (c2sp.org/signed-note), signed by the server's key: without that key nothing in the export can be
/// changed unnoticed.
inline constexpr std::string_view manifest_note_name = "manifest.note";
inline std::string manifest_note_text(const AllianceId& alliance, std::string_view sha256) { return fmt::format("Entente export of {}\nsha256 {}\n", alliance.view(), sha256); }
inline constexpr std::string_view readme_name = "README.txt";

/// manifest.json of an export of everything.
struct BundledAlliance {
  AllianceId id;
  std::string name;
  std::string file;
  std::int64_t bytes = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(BundledAlliance, (), (id, name, file, bytes, sha256))

struct Bundle {
  std::int64_t entente_bundle = 1;
  std::string program;
  std::string key;  ///< the verifier key of the server that signs it, and each export in it
  Instant made_at;
  ManifestTaker taken_by;
  std::vector<BundledAlliance> alliances;
  std::vector<ManifestFile> files;
};
BOOST_DESCRIBE_STRUCT(Bundle, (), (entente_bundle, program, key, made_at, taken_by, alliances, files))

/// What the note beside it says: so neither an alliance nor a file of the organisation can be left out unnoticed.
inline std::string bundle_note_text(std::string_view sha256) { return fmt::format("Entente export of everything\nsha256 {}\n", sha256); }
inline constexpr std::string_view organisation_record_name = "organisation/record.jsonl";

}  // namespace entente::possession
