#pragma once
#include <string>
#include <vector>

#include "archive/zip_reader.hpp"
#include "possession/export.hpp"
#include "possession/types.hpp"

/// Looking through an export that somebody sent, before anything of it is believed.
namespace entente::possession {

struct ForeignOrganisation {
  std::string id;
  std::string name;
  std::string mark_letter;
};
BOOST_DESCRIBE_STRUCT(ForeignOrganisation, (), (id, name, mark_letter))

struct ForeignPerson {
  std::string id;
  std::string organisation;
  std::string name;
  std::string email;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(ForeignPerson, (), (id, organisation, name, email, title))

struct ForeignParty {
  std::string id;
  std::string organisation;  ///< empty: it was still to be invited
  std::string name;
  std::string kind;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(ForeignParty, (), (id, organisation, name, kind, state))

/// An export whose every file is what its manifest says, whose manifest was signed by the server that signed its records, and
/// whose records verify.
struct CheckedExport {
  Manifest manifest;
  std::string manifest_digest;  ///< SHA-256 of manifest.json
  std::string key;              ///< the verifier key that signed manifest and heads
  std::string server;           ///< its name
  std::vector<ForeignOrganisation> organisations;
  std::vector<ForeignPerson> people;
  std::vector<ForeignParty> parties;
};

/// What a person may send; the operator's own files are only held to keep the server standing.
archive::ZipLimits upload_limits();
archive::ZipLimits operator_limits();

/// Reads all of the file. `folder` takes a record while it is verified. `expected_key`: whose signature alone is taken. Throws
/// `bad_input` or `too_large` with a message that names the file in the zip which is wrong.
CheckedExport check_export(const std::string& path, const std::string& folder, const archive::ZipLimits& limits, const std::string& expected_key,
                           const Progress& progress = {});

/// data/<table>.jsonl, row by row; nothing where an older export has no such file. `where` names the line in messages.
void each_row(archive::ZipReader& zip, std::string_view table, const std::function<void(const json::Object&, const std::string& where)>& use);

}  // namespace entente::possession
