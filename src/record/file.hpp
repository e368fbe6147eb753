#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/id.hpp"
#include "record/note.hpp"

namespace entente::record {

/// The two kinds of file that can be taken away and verified without this server. Bytes are base64 (RFC 4648, 4).
///
/// An exported record is JSON, one document a line: a FileHeader; every leaf as FileLeaf, counted from 0; each signed
/// head as FileHead directly after the last leaf that it covers; a FileEnd.
/// A receipt is one JSON document, ReceiptFile.

/// Opens a leaf's commitment to a person. Absent once the person was erased.
struct FileWho {
  std::string person;  ///< identifier
  std::string name;
  std::string salt;  ///< base64
};
BOOST_DESCRIBE_STRUCT(FileWho, (), (person, name, salt))

struct FileHeader {
  int entente_record = 1;  ///< version of the form
  std::string origin;
  std::string space;
  std::vector<std::string> keys;       ///< verifier keys of the server, the oldest first
  std::vector<std::string> witnesses;  ///< verifier keys of the parties' witnesses
};
BOOST_DESCRIBE_STRUCT(FileHeader, (), (entente_record, origin, space, keys, witnesses))

struct FileLeaf {
  std::uint64_t index = 0;
  std::string leaf;  ///< base64
  std::optional<FileWho> who;
};
BOOST_DESCRIBE_STRUCT(FileLeaf, (), (index, leaf, who))

struct FileHead {
  std::string head;  ///< a signed checkpoint
};
BOOST_DESCRIBE_STRUCT(FileHead, (), (head))

struct FileEnd {
  std::uint64_t leaves = 0;
  std::string last_head;  ///< a signed checkpoint over all of the leaves
};
BOOST_DESCRIBE_STRUCT(FileEnd, (), (leaves, last_head))

struct ReceiptFile {
  int entente_receipt = 1;
  std::string origin;
  std::uint64_t index = 0;
  std::string leaf;                ///< base64
  std::string head;                ///< a signed checkpoint over at least this leaf
  std::vector<std::string> proof;  ///< base64, from the leaf upwards
  std::vector<std::string> keys;
  std::vector<std::string> witnesses;
  std::optional<FileWho> who;
};
BOOST_DESCRIBE_STRUCT(ReceiptFile, (), (entente_receipt, origin, index, leaf, head, proof, keys, witnesses, who))

/// The name of a space's log: the server's key name, a slash, the space's identifier.
std::string origin_of(std::string_view server, SpaceId space);

/// What a leaf of this kind says in `after`: {"key": verifier key of the successor}.
inline constexpr std::string_view key_changed_kind = "record.key_changed";
/// A leaf of this kind says that the data was put back to an older state from a backup; `after` is {"backup_at": its moment} where
/// that is known. What this log held beyond that state is gone from it: heads signed since do not fit it any more.
inline constexpr std::string_view restored_kind = "record.restored";

}  // namespace entente::record
