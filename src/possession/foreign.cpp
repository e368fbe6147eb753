#include "possession/foreign.hpp"

#include "base/error.hpp"
#include "possession/spaces.hpp"

namespace entente::possession {
namespace {

constexpr std::size_t part_size = 256 * 1024;

constexpr std::string_view insert_sql =
    "INSERT INTO foreign_record (id, alliance, space, origin, leaves, head, signed_by, sha256, manifest, taken_at, brought_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view by_space_sql =
    "SELECT id, alliance, space, origin, leaves, head, signed_by, sha256, manifest, taken_at, brought_at FROM foreign_record "
    "WHERE space = $1 ORDER BY taken_at DESC, id";
constexpr std::string_view insert_part_sql = "INSERT INTO foreign_record_part (record, number, space, content) VALUES ($1, $2, $3, $4)";
constexpr std::string_view part_sql = "SELECT content FROM foreign_record_part WHERE record = $1 AND number = $2";

}  // namespace

void insert_foreign(db::Transaction& transaction, const ForeignRecord& row) { transaction.run_with(insert_sql, row); }

std::vector<ForeignRecord> foreign_records(db::Transaction& transaction, const SpaceId& space) { return transaction.all<ForeignRecord>(by_space_sql, space); }

std::vector<ForeignRecord> foreign_records(db::Transaction& transaction, const access::Viewer& viewer, const AllianceId& alliance) {
  const auto& grant = viewer.need_record(alliance);
  std::vector<ForeignRecord> all;
  for (const auto& space : spaces_of(viewer, grant))
    for (auto& row : foreign_records(transaction, space.id)) all.push_back(std::move(row));
  return all;
}

std::string foreign_file_name(std::string_view id) { return fmt::format("record/from-elsewhere-{}.jsonl", id); }

void ForeignWriter::write(std::string_view bytes) {
  part_ += bytes;
  if (part_.size() >= part_size) finish();
}

void ForeignWriter::finish() {
  if (part_.empty()) return;
  transaction_.run(insert_part_sql, id_, number_++, space_, std::as_bytes(std::span(part_)));
  part_.clear();
}

void each_part(access::Door& door, const access::Viewer& viewer, const std::string& id, const std::function<void(std::string_view)>& use) {
  for (std::int64_t number = 0;; ++number) {
    auto bytes = door.read(viewer, [&](db::Transaction& transaction) { return transaction.one<std::vector<std::byte>>(part_sql, id, number); });
    if (!bytes) return;
    use({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
  }
}

}  // namespace entente::possession
