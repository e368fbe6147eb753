#pragma once
#include <functional>
#include <string>

#include "access/door.hpp"
#include "archive/zip_writer.hpp"
#include "model/service.hpp"
#include "possession/types.hpp"
#include "record/signer.hpp"

namespace entente::possession {

/// What an export is made from.
struct Source {
  access::Door& door;
  model::Service& service;
  record::Signer& signer;
};

/// Told how much of the whole is done, from 0 to 1, and what is being written. May throw, to give up.
using Progress = std::function<void(double share, const std::string& what)>;

/// Writes all that the viewer may see of an alliance as a zip. Memory is bounded by the longest text; with PostgreSQL by the
/// rows of one kind. Throws `not_found` unless the viewer may take the record of the alliance. When all is written, a leaf in
/// the record of the viewer's own space says so (the operator's in the shared one).
Manifest export_alliance(const Source&, const access::Viewer&, const AllianceId&, const archive::Sink&, const Progress& = {});

/// Who takes an export, as its manifest says it.
ManifestTaker taker_of(const access::Viewer&, const access::Grant*);

/// Writes a file for its owner alone, durably; one that cannot be finished is taken away again. Throws `bad_input` at "path"
/// where it cannot be made, `unavailable` where there is no room.
void write_new_file(const std::string& path, const std::function<void(const archive::Sink&)>& write);

/// Where the parts of an export of everything go.
class BundleTarget {
 public:
  virtual ~BundleTarget() = default;
  /// Writes one file by what `write` puts into its sink.
  virtual archive::Written file(const std::string& name, const std::function<void(const archive::Sink&)>& write) = 0;
  virtual void finish() = 0;
};
/// One zip, with the export of each alliance as a zip inside.
class ZipTarget : public BundleTarget {
 public:
  ZipTarget(archive::Sink sink, Instant made_at) : zip_(std::move(sink), made_at) {}
  archive::Written file(const std::string& name, const std::function<void(const archive::Sink&)>& write) override;
  void finish() override { zip_.finish(); }

 private:
  archive::ZipWriter zip_;
};
/// A folder, made if it is not there. Throws `bad_input` at "path" for what cannot be written.
class FolderTarget : public BundleTarget {
 public:
  explicit FolderTarget(std::string path);
  archive::Written file(const std::string& name, const std::function<void(const archive::Sink&)>& write) override;
  void finish() override {}

 private:
  std::string path_;
};

/// Every alliance whose record the viewer may take, one after the other; for an administrator also the organisation's own record.
Bundle export_everything(const Source&, const access::Viewer&, BundleTarget&, const Progress& = {});

}  // namespace entente::possession
