#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "files/types.hpp"

/// Pure rules of files: how much is taken, what a file is by its first bytes, and how it may be called.
namespace entente::files {

constexpr std::int64_t largest_file = 20'000'000;          ///< bytes
constexpr std::int64_t most_in_space = 1'000'000'000;      ///< bytes of all files of one space, removed ones included
constexpr std::int64_t kept_after_removal = 30 * 86'400;   ///< seconds for which a removal can be undone

/// What is known of a kind. The first ending is the usual one; none of them makes a system run the file.
struct KindWords {
  Kind kind;
  std::string_view title;       ///< "PDF document"
  std::string_view media_type;  ///< with which it is sent
  std::vector<std::string_view> endings;
};
const KindWords& words_of(Kind kind);

/// What the first bytes say; documents in zip files need a further look (content.hpp). Throws `bad_input` at "file" for what
/// is not taken, with the reason in words: an empty file ("empty"), web pages and drawings that can run scripts ("active"),
/// old office formats ("old_office"), programs ("program"), and everything unknown ("unknown_kind").
enum class Looks : std::uint8_t { is_kind, in_zip };
struct Look {
  Looks looks = Looks::is_kind;
  Kind kind = Kind::text;
};
Look look_at(std::string_view content);

/// Whether these bytes are text: no control characters but line ends, tabs and form feeds.
bool is_text(std::string_view content);

/// The name that a file gets: without folders, without what a file system takes for a sign, with an ending that fits its
/// kind: "C:\x\invoice.exe" of a PDF becomes "invoice.exe.pdf". Throws `bad_input` at "name" for characters that cannot be
/// seen or that turn the direction of writing.
std::string clean_name(std::string_view given, Kind kind);
/// The kind of a text by the ending of its name: text or csv.
Kind text_kind(std::string_view given_name);

/// "20 MB", "830 kB"
std::string size_words(std::int64_t bytes);

}  // namespace entente::files
