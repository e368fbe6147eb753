#include "possession/attachments.hpp"

#include "access/items.hpp"
#include "auth/crypto.hpp"
#include "base/error.hpp"

namespace entente::possession {
namespace {

constexpr std::size_t part_size = 256 * 1024;

constexpr std::string_view columns =
    "id, alliance, space, version, about_kind, about, part, name, kind, size, digest, person, organisation, made_at, removed_at, dropped_at";
const std::string of_space_sql =
    fmt::format("SELECT {} FROM attachment WHERE alliance = $1 AND space = $2 AND removed_at IS NULL ORDER BY id", columns);
const std::string of_alliance_sql = fmt::format("SELECT {} FROM attachment WHERE alliance = $1 AND removed_at IS NULL ORDER BY id", columns);
constexpr std::string_view insert_part_sql = "INSERT INTO attachment_part (attachment, number, space, bytes) VALUES ($1, $2, $3, $4)";

}  // namespace

std::vector<files::Attachment> attachments(db::Transaction& transaction, const AllianceId& alliance, const SpaceId& space) {
  return transaction.all<files::Attachment>(of_space_sql, alliance, space);
}

std::string attachment_file_name(const files::Attachment& file) {
  std::string name;
  for (char c : file.name) {
    bool plain = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_' || c == ' ';
    name += plain ? c : '_';
  }
  if (name.size() > 200 || name.find_first_not_of('.') == std::string::npos) name = "file";
  return fmt::format("files/{}/{}", file.id.view(), name);
}

void bring_in_attachments(db::Transaction& transaction, archive::ZipReader& zip, const AllianceId& alliance) {
  for (const auto& file : transaction.all<files::Attachment>(of_alliance_sql, alliance)) {
    auto name = attachment_file_name(file);
    const auto* entry = zip.find(name);
    if (!entry) throw Error(ErrorKind::bad_input, "tampered", fmt::format("The file “{}” is missing.", name));
    auth::Sha256 digest;
    std::string part;
    std::int64_t number = 0, size = 0;
    auto keep = [&] {
      if (!part.empty()) transaction.run(insert_part_sql, file.id, number++, file.space, std::as_bytes(std::span(part)));
      part.clear();
    };
    zip.read(*entry, [&](std::string_view bytes) {
      digest.add(bytes);
      size += static_cast<std::int64_t>(bytes.size());
      part += bytes;
      if (part.size() >= part_size) keep();
    });
    keep();
    if (size != file.size || auth::hex(auth::bytes_of(digest.finish())) != file.digest)
      throw Error(ErrorKind::bad_input, "tampered", fmt::format("The file “{}” is not the one whose digest is named.", name));
  }
}

}  // namespace entente::possession
