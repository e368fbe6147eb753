#pragma once
#include <string>

#include "record/verify.hpp"

namespace entente::possession {

/// Whether `path` may be an export: a zip file, or a folder.
bool may_be_export(const std::string& path);

struct ExportReport {
  std::string text;  ///< for people, a line for each thing that was checked
  bool right = true;
};

/// Checks an export of an alliance, or one of everything (a zip of zips, or a folder), without a database: each file against the
/// manifest, which names them all, the manifest against its signature, each record leaf by leaf; and what the options ask of its
/// records. One server must have signed all of it. `key`: the verifier key that must have; empty takes any. Writes to a folder under TMPDIR, which is gone afterwards.
ExportReport verify_export(const std::string& path, const std::string& key, const record::VerifyOptions& options);

}  // namespace entente::possession
