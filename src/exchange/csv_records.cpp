#include "exchange/csv_records.hpp"

#include "base/decimal.hpp"
#include "base/error.hpp"

namespace entente::exchange {
namespace {
constexpr std::size_t chunk = 262'144;

bool begins_formula(std::string_view text) {
  return !text.empty() && (text[0] == '=' || text[0] == '+' || text[0] == '-' || text[0] == '@' || text[0] == '\t' || text[0] == '\r');
}

std::string_view without_apostrophes(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char first = bytes[i++];
    if (first < 0x80) continue;
    const int more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
    if (more == 0 || i + static_cast<std::size_t>(more) > text.size()) return false;
    std::uint32_t code = first & (0x3FU >> more);
    for (int k = 0; k < more; ++k, ++i) {
      if ((bytes[i] & 0xC0) != 0x80) return false;
      code = (code << 6) | (bytes[i] & 0x3FU);
    }
    if ((more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10FFFF)) || (code >= 0xD800 && code < 0xE000)) return false;
  }
  return true;
}

ByteSource source_of(std::string_view text) {
  return [text](std::span<char> into) mutable {
    const std::size_t count = std::min(into.size(), text.size());
    std::memcpy(into.data(), text.data(), count);
    text.remove_prefix(count);
    return count;
  };
}

CsvRecords::CsvRecords(ByteSource source, CsvLimits limits)
    : source_(std::move(source)), limits_(limits), capacity_(chunk + limits.record_bytes) {
  buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
}

void CsvRecords::fail(std::string_view code, std::string message) const {
  const std::string path = fmt::format("line {}", line_);
  throw Error(ErrorKind::bad_input, code, fmt::format("{}: {}", path, message), {{path, std::string(code), message}});
}

/// Moves what is left to the front and reads on. False if there is nothing more.
bool CsvRecords::refill() {
  if (at_end_) return false;
  if (position_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + position_, end_ - position_);
    consumed_ += position_;
    end_ -= position_;
    position_ = 0;
  }
  if (end_ > limits_.record_bytes)
    throw Error(ErrorKind::too_large, "record_too_long", fmt::format("line {}: A record has more than {} bytes. Is a quotation mark missing?", line_, limits_.record_bytes),
                {{fmt::format("line {}", line_), "record_too_long", "The record is too long."}});
  const std::size_t count = source_(std::span(buffer_.get() + end_, capacity_ - end_));
  at_end_ = count == 0;
  end_ += count;
  return count > 0;
}

/// Finds the end of the record at `position_`, and its fields.
CsvRecords::Scan CsvRecords::scan() {
  const char* data = buffer_.get();
  std::size_t i = position_;
  std::size_t lines = 1;
  found_.clear();
  for (;;) {
    Field field{i, i, false};
    if (i < end_ && data[i] == '"') {
      field.begin = ++i;
      for (;;) {
        if (i >= end_) {
          if (at_end_) fail("unclosed_quote", "A quotation mark is opened here, but never closed.");
          return Scan::more;
        }
        if (data[i] == '\n') ++lines;
        if (data[i] != '"') {
          ++i;
        } else if (i + 1 < end_ && data[i + 1] == '"') {
          field.doubled = true;
          i += 2;
        } else if (i + 1 >= end_ && !at_end_) {
          return Scan::more;
        } else {
          break;
        }
      }
      field.end = i++;
      if (i < end_ && data[i] != ',' && data[i] != '\n' && data[i] != '\r') fail("text_after_quote", "After a closing quotation mark only a comma or the end of the line may follow.");
    } else {
      while (i < end_ && data[i] != ',' && data[i] != '\n' && data[i] != '"' && data[i] != '\r') ++i;
      field.end = i;
      if (i < end_ && data[i] == '"') fail("stray_quote", "A quotation mark stands inside a field that does not begin with one.");
    }
    if (found_.size() >= limits_.fields) fail("too_many_fields", fmt::format("A record has more than {} fields.", limits_.fields));
    found_.push_back(field);
    if (i >= end_) {
      if (!at_end_) return Scan::more;
      record_end_ = i;
      break;
    }
    if (data[i] == ',') {
      ++i;
      continue;
    }
    if (data[i] == '\r') {
      if (i + 1 >= end_ && !at_end_) return Scan::more;
      if (i + 1 < end_ && data[i + 1] != '\n') fail("stray_carriage_return", "A carriage return stands alone. Lines end in CRLF or LF.");
      ++i;
    }
    record_end_ = std::min(i + 1, end_);
    break;
  }
  next_line_ = line_ + lines;
  if (record_end_ - position_ > limits_.record_bytes)
    throw Error(ErrorKind::too_large, "record_too_long", fmt::format("line {}: A record has more than {} bytes.", line_, limits_.record_bytes));
  return Scan::found;
}

/// Resolves quotation marks, in place.
void CsvRecords::finish() {
  char* data = buffer_.get();
  const std::string_view record(data + position_, record_end_ - position_);
  unsigned char all = 0;
  bool control = false;
  for (char c : record) {
    all |= static_cast<unsigned char>(c);
    control |= static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  }
  if (control) fail("control_character", "A control character is not allowed.");
  if (all >= 0x80 && !is_utf8(record)) fail("not_utf8", "The file is not in UTF-8 here. Save it as “CSV UTF-8”.");
  fields_.clear();
  for (const Field& field : found_) {
    std::size_t end = field.end;
    if (field.doubled) {
      end = field.begin;
      for (std::size_t i = field.begin; i < field.end; ++i) {
        data[end++] = data[i];
        if (data[i] == '"') ++i;
      }
    }
    fields_.emplace_back(data + field.begin, end - field.begin);
  }
  position_ = record_end_;
}

bool CsvRecords::next() {
  for (;;) {
    line_ = next_line_;
    if (!started_) {
      started_ = true;
      while (end_ < 3 && refill()) {}
      if (std::string_view(buffer_.get(), end_).starts_with("\xEF\xBB\xBF")) position_ = 3;
      if (std::string_view(buffer_.get(), end_).starts_with("\xFF\xFE") || std::string_view(buffer_.get(), end_).starts_with("\xFE\xFF"))
        fail("not_utf8", "The file is in UTF-16. Save it as “CSV UTF-8”.");
    }
    if (position_ >= end_ && !refill()) return false;
    while (scan() == Scan::more) refill();
    finish();
    if (fields_.size() > 1 || !fields_[0].empty()) return true;
  }
}

void write_csv_field(std::string& out, std::string_view text) {
  const bool guard = begins_formula(without_apostrophes(text)) && !try_parse_decimal(text);
  const bool quote = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (!guard && !quote) {
    out += text;
    return;
  }
  if (quote) out += '"';
  if (guard) out += '\'';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quote) out += '"';
}

std::string_view without_guard(std::string_view field) {
  return field.starts_with('\'') && begins_formula(without_apostrophes(field)) ? field.substr(1) : field;
}

}  // namespace entente::exchange
