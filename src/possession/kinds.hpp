#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What an export of an alliance consists of. Every table whose rows lie in a space is either a kind here, or stands among the
/// exceptions with the reason: a test holds the list against the schema. A new table needs one line in kinds.cpp; new columns
/// come along by themselves.
namespace entente::possession {

/// Rows of one table, as JSON lines in the file data/<table>.jsonl.
struct Kind {
  enum class Reads {
    once,      ///< every party sees all of them
    by_space,  ///< asked once for each space that the viewer sees
    by_person,  ///< the same, with $3 the viewer: some rows are one person's own
  };
  std::string_view table;
  std::string_view title;  ///< what it is, in plain words
  std::string from;        ///< FROM … ORDER BY …, with $1 the alliance and, unless once, $2 the space
  Reads reads = Reads::by_space;
  std::vector<std::string_view> columns = {};  ///< all unless some are named
  /// Columns of which not every row's content is shown, with the expression to read in their place.
  std::vector<std::pair<std::string_view, std::string_view>> covered = {};
};

/// Texts that are kept whole, each as a file of its own: folder/<key>.json, byte by byte.
struct DocumentKind {
  std::string_view table;
  std::string_view title;
  std::string_view folder;
  std::string_view key;   ///< the column with the identifier
  std::string_view text;  ///< the column with the bytes
  std::string from;
};

struct Exception {
  std::string_view table;
  std::string_view reason;
};

/// In an order in which they can be brought in again: what is referred to comes first.
const std::vector<Kind>& kinds();
const std::vector<DocumentKind>& document_kinds();
/// Tables with rows of spaces that are not exported as such.
const std::vector<Exception>& exceptions();

/// Whether a column names a person: whom rows speak of is exported with them.
bool names_person(std::string_view column);
/// Whether a column of whole numbers holds moments: they are written as such.
bool is_moment(std::string_view column);

}  // namespace entente::possession
