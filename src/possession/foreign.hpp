#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/door.hpp"

/// Records that came with an import: kept as they were exported, and given out again, so that they can be verified at any time.
namespace entente::possession {

struct ForeignRecord {
  std::string id;
  AllianceId alliance;
  SpaceId space;
  std::string origin;  ///< names the log: the server, a slash, the space
  std::int64_t leaves = 0;
  std::string head;       ///< the signed head over all of them
  std::string signed_by;  ///< the verifier key of that head
  std::string sha256;     ///< of the file
  std::string manifest;   ///< SHA-256 of the manifest of the export
  Instant taken_at;
  Instant brought_at;
};
BOOST_DESCRIBE_STRUCT(ForeignRecord, (), (id, alliance, space, origin, leaves, head, signed_by, sha256, manifest, taken_at, brought_at))

void insert_foreign(db::Transaction&, const ForeignRecord&);
/// Of one space, the newest first.
std::vector<ForeignRecord> foreign_records(db::Transaction&, const SpaceId&);
/// Those of an alliance that the viewer may take; the viewer has to be one who may take the record.
std::vector<ForeignRecord> foreign_records(db::Transaction&, const access::Viewer&, const AllianceId&);

/// Where it stands in an export.
std::string foreign_file_name(std::string_view id);

/// Takes the bytes of a record as they come.
class ForeignWriter {
 public:
  ForeignWriter(db::Transaction& transaction, std::string id, SpaceId space) : transaction_(transaction), id_(std::move(id)), space_(space) {}
  void write(std::string_view bytes);
  void finish();

 private:
  db::Transaction& transaction_;
  std::string id_;
  SpaceId space_;
  std::string part_;
  std::int64_t number_ = 0;
};

/// The bytes again, in parts of some hundred kilobytes.
void each_part(access::Door&, const access::Viewer&, const std::string& id, const std::function<void(std::string_view)>& use);

}  // namespace entente::possession
