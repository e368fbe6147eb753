#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// RFC 4180, read as a stream and written without formulas.
namespace entente::exchange {

/// Fills the span with the next bytes and says how many there were; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;
/// A source over text that outlives it.
ByteSource source_of(std::string_view text);

struct CsvLimits {
  std::size_t record_bytes = 65'536;
  std::size_t fields = 64;
};

/// The records of a file in UTF-8, with or without byte order mark, with CRLF or LF, blank lines passed over. Memory is
/// bounded by the longest record allowed.
/// Throws `bad_input` at "line N" for a file that is no CSV (text after a closing quotation mark, a quotation mark in the
/// middle of a field, none at the end) or no UTF-8, and `too_large` beyond the limits.
class CsvRecords {
 public:
  explicit CsvRecords(ByteSource source, CsvLimits limits = {});

  /// Moves on to the next record; false at the end.
  bool next();
  /// Of the present record, until the next one. Quotation marks are resolved.
  std::span<const std::string_view> fields() const { return fields_; }
  /// On which the present record begins, from 1.
  std::size_t line() const { return line_; }
  std::size_t bytes_read() const { return consumed_ + position_; }

 private:
  enum class Scan { found, more };
  struct Field {
    std::size_t begin;
    std::size_t end;
    bool doubled;  ///< holds quotation marks written twice
  };
  Scan scan();
  bool refill();
  void finish();
  [[noreturn]] void fail(std::string_view code, std::string message) const;

  ByteSource source_;
  CsvLimits limits_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_;
  std::size_t position_ = 0;  ///< the present record begins here, afterwards the next one
  std::size_t end_ = 0;
  std::size_t record_end_ = 0;
  std::size_t consumed_ = 0;
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
  bool at_end_ = false;
  bool started_ = false;
  std::vector<Field> found_;
  std::vector<std::string_view> fields_;
};

/// Whether the bytes are a text in UTF-8.
bool is_utf8(std::string_view text);

/// Appends a field, in quotation marks where RFC 4180 wants them. A text that a spreadsheet would take for a formula (it
/// begins with = + - @, a tab or a carriage return) gets a ' in front, unless it is a plain number.
void write_csv_field(std::string& out, std::string_view text);
/// The text of such a field without that '.
std::string_view without_guard(std::string_view field);

}  // namespace entente::exchange
