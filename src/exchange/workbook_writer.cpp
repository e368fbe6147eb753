// The only file that knows libxlsxwriter.
#include "exchange/workbook_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t exact_digits = 15;
constexpr std::size_t longest_text = 32'767;  // characters that a cell holds

[[noreturn]] void no_room() { throw Error(ErrorKind::unavailable, "no_space", "There is no room to make the workbook right now."); }

/// At most so many bytes, cut between characters.
std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most));
}

}  // namespace

struct WorkbookWriter::Book {
  int file = -1;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::array<lxw_format*, 6> looks{};
  lxw_format* day = nullptr;
  lxw_row_t row = 0;
  lxw_col_t column = 0;
  lxw_col_t columns = 0;

  explicit Book(Instant made_at) {
    file = ::memfd_create("workbook", MFD_CLOEXEC);
    if (file < 0) no_room();
    book = workbook_new(fmt::format("/proc/self/fd/{}", file).c_str());
    if (!book) no_room();
    lxw_doc_properties about{};
    about.created = static_cast<time_t>(made_at.microseconds / 1'000'000);
    workbook_set_properties(book, &about);
    constexpr std::array<lxw_color_t, 6> fills{0, 0xEDF0F4, 0xD5EFDB, 0xFBEBC0, 0xF8D5D1, 0xE7E9EC};
    for (std::size_t i = 1; i < looks.size(); ++i) {
      looks[i] = workbook_add_format(book);
      format_set_bg_color(looks[i], fills[i]);
    }
    format_set_bold(looks[static_cast<std::size_t>(Look::heading)]);
    day = workbook_add_format(book);
    format_set_num_format(day, "yyyy-mm-dd");
  }
  ~Book() {
    if (book) workbook_close(book);
    ::close(file);
  }
  /// Filters over all rows of the sheet, once they are there.
  void end_sheet() {
    if (sheet && row > 1) worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns - 1));
  }
};

WorkbookWriter::WorkbookWriter(Instant made_at) : book_(std::make_unique<Book>(made_at)) {}
WorkbookWriter::~WorkbookWriter() = default;

void WorkbookWriter::sheet(std::string_view name, const std::vector<Column>& columns) {
  auto& it = *book_;
  it.end_sheet();
  it.sheet = workbook_add_worksheet(it.book, std::string(name).c_str());
  if (!it.sheet) no_room();
  it.row = 0;
  it.column = 0;
  it.columns = static_cast<lxw_col_t>(columns.size());
  for (const auto& column : columns) {
    worksheet_set_column(it.sheet, it.column, it.column, column.width, nullptr);
    text(column.heading, Look::heading);
  }
  worksheet_freeze_panes(it.sheet, 1, 0);
  end_row();
}

void WorkbookWriter::text(std::string_view text, Look look) {
  auto& it = *book_;
  if (!text.empty()) worksheet_write_string(it.sheet, it.row, it.column, shortened(text, longest_text).c_str(), it.looks[static_cast<std::size_t>(look)]);
  ++it.column;
}

void WorkbookWriter::number(const Decimal& number) {
  std::string plain = number.text();
  auto digits = static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; }));
  if (digits > exact_digits) return text(plain);
  auto& it = *book_;
  worksheet_write_number(it.sheet, it.row, it.column++, std::strtod(plain.c_str(), nullptr), nullptr);
}

void WorkbookWriter::value(std::string_view stored) {
  if (auto decimal = try_parse_decimal(stored)) return number(*decimal);
  text(stored);
}

void WorkbookWriter::day(Date day) {
  auto& it = *book_;
  lxw_datetime moment{day.year(), day.month(), day.day(), 0, 0, 0};
  if (day.year() < 1900) return text(day.text());
  worksheet_write_datetime(it.sheet, it.row, it.column++, &moment, it.day);
}

void WorkbookWriter::skip() { ++book_->column; }

void WorkbookWriter::end_row() {
  ++book_->row;
  book_->column = 0;
}

std::string WorkbookWriter::finish() {
  auto& it = *book_;
  it.end_sheet();
  if (workbook_close(std::exchange(it.book, nullptr)) != LXW_NO_ERROR) no_room();
  auto size = ::lseek(it.file, 0, SEEK_END);
  if (size <= 0) no_room();
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t got = 0; got < bytes.size();) {
    ssize_t more = ::pread(it.file, bytes.data() + got, bytes.size() - got, static_cast<off_t>(got));
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0) no_room();
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace entente::exchange
