#pragma once
#include <string>
#include <vector>

#include "archive/zip_reader.hpp"
#include "db/transaction.hpp"
#include "files/types.hpp"

/// Attached files out of an installation and into another: each is a file of the export, as it is.
namespace entente::possession {

/// Those of one space that are there, by identifier.
std::vector<files::Attachment> attachments(db::Transaction&, const AllianceId&, const SpaceId&);

/// "files/<identifier>/Minutes.pdf": the name that people gave it, as far as a file may have it.
std::string attachment_file_name(const files::Attachment&);

/// Brings in the content of all attachments of an alliance whose rows are there already. Throws `bad_input` naming the file that is
/// missing, or is not the one whose digest the row names.
void bring_in_attachments(db::Transaction&, archive::ZipReader&, const AllianceId&);

}  // namespace entente::possession
