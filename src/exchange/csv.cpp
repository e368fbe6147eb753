#include "exchange/csv.hpp"

#include <bit>
#include <unordered_set>

#include "json/codec.hpp"

namespace entente::exchange {
namespace {

enum Column { measure_column, period_column, series_column, value_column, state_column, note_column, reason_column, recorded_column, cells_column, column_count };
constexpr std::array<std::string_view, column_count> column_names{"measure", "period", "series", "value", "state", "note", "reason", "recorded_on", "cells"};

/// Which lines have been there, as 64 bits each; open addressing.
class SeenCells {
 public:
  /// The line on which the cell was first, or 0 if it is new.
  std::uint32_t insert(std::uint64_t cell, std::size_t line) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    std::size_t at = spot(cell);
    if (slots_[at].line) return slots_[at].line;
    slots_[at] = {cell, static_cast<std::uint32_t>(line)};
    ++count_;
    return 0;
  }

 private:
  struct Slot {
    std::uint64_t cell = 0;
    std::uint32_t line = 0;
  };
  std::size_t spot(std::uint64_t cell) const {
    std::size_t at = (cell * 0x9E3779B97F4A7C15ULL) >> shift_;
    while (slots_[at].line && slots_[at].cell != cell) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(std::max<std::size_t>(1024, old.size() * 2), {});
    shift_ = 64 - std::countr_zero(slots_.size());
    for (const Slot& slot : old)
      if (slot.line) slots_[spot(slot.cell)] = slot;
  }
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
  int shift_ = 64;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

struct KnownMeasure {
  std::uint32_t number = 0;
  std::optional<CsvValue> kind;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  return out;
}

/// A short piece of the input for a message.
std::string quoted(std::string_view text) {
  if (text.size() <= 40) return fmt::format("“{}”", text);
  std::size_t end = 40;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("“{}…”", text.substr(0, end));
}

/// Whether somebody meant a number: then it has to be a good one, also where a text would do.
bool looks_like_number(std::string_view text) {
  const std::string word = lower(text);
  for (std::string_view special : {"nan", "inf", "infinity", "-nan", "-inf", "-infinity", "+inf", "+infinity", "#n/a", "#value!", "#div/0!", "#ref!"})
    if (word == special) return true;
  bool digit = false;
  for (char c : text) {
    if (c >= '0' && c <= '9') digit = true;
    else if (std::string_view("+-.,eE' %").find(c) == std::string_view::npos) return false;
  }
  return digit;
}

/// The cell of a column: the first seven names in the order of `column_names`.
std::string_view cell_of(std::string_view cells, std::string_view column) {
  for (std::size_t i = 0; i < recorded_column; ++i) {
    auto end = std::min(cells.find(' '), cells.size());
    if (column_names[i] == column || (column.empty() && i == value_column)) return cells.substr(0, end);
    cells.remove_prefix(std::min(end + 1, cells.size()));
  }
  return {};
}

/// What a spreadsheet writes into a cell whose formula failed, and ours for one without a result.
std::optional<std::string> cell_error(std::string_view text) {
  if (text == "#NO_RESULT") return "This cell has a formula without a stored result. Open the file in a spreadsheet program, save it and try again.";
  for (std::string_view word : {"#N/A", "#VALUE!", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"})
    if (text == word) return fmt::format("This cell holds the error {}. Mend its formula, or empty the cell.", word);
  return std::nullopt;
}

class ObservationReader {
 public:
  ObservationReader(ByteSource source, const std::function<void(const ObservationRow&)>& row, const CsvOptions& options)
      : records_(std::move(source)), row_(row), options_(options) {}

  CsvReport read() {
    header();
    while (records_.next()) {
      if (++report_.rows > options_.most_rows)
        throw Error(ErrorKind::too_large, "too_many_rows", fmt::format("The file has more than {} rows.", options_.most_rows));
      failed_ = false;
      ObservationRow row;
      line(row);
      if (failed_) ++report_.wrong;
      else row_(row);
      if (options_.progress && report_.rows % 65'536 == 0) options_.progress(records_.bytes_read(), report_.rows);
    }
    report_.bytes = records_.bytes_read();
    if (options_.progress) options_.progress(report_.bytes, report_.rows);
    return std::move(report_);
  }

 private:
  [[noreturn]] void fail_header(std::string message) const {
    throw Error(ErrorKind::bad_input, "bad_header", fmt::format("line {}: {}", records_.line(), message),
                {{fmt::format("line {}", records_.line()), "bad_header", message}});
  }

  void header() {
    places_.fill(absent);
    if (!records_.next()) {
      throw Error(ErrorKind::bad_input, "bad_header", "The file is empty. Its first line names the columns: measure, period, series, value, state, note.",
                  {{"line 1", "bad_header", "The file is empty."}});
    }
    const auto names = records_.fields();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string name = lower(trimmed(names[i]));
      std::size_t column = 0;
      while (column < column_count && column_names[column] != name) ++column;
      if (column == column_count || (column == recorded_column && options_.recorded_on == RecordedOn::refused) ||
          (column == cells_column && options_.cells == Cells::refused)) {
        if (names.size() == 1 && name.find(';') != std::string::npos) fail_header("The columns are separated by semicolons. Save the file with commas.");
        if (names.size() == 1 && name.find('\t') != std::string::npos) fail_header("The columns are separated by tabs. Save the file with commas.");
        fail_header(fmt::format("There is no column {}. The columns are measure, period, series, value, state, note and reason.", quoted(name)));
      }
      if (places_[column] != absent) fail_header(fmt::format("The column “{}” is given twice.", name));
      places_[column] = i;
    }
    for (Column needed : {measure_column, period_column})
      if (places_[needed] == absent) fail_header(fmt::format("The column “{}” is missing.", column_names[needed]));
    if (places_[value_column] == absent && places_[state_column] == absent) fail_header("The column “value” is missing.");
    width_ = names.size();
  }

  void fail(std::string_view column, std::string_view code, std::string message) {
    failed_ = true;
    if (report_.errors.size() >= options_.most_errors) return;
    ObservationRow here;
    here.line = records_.line();
    here.cells = cells_;
    std::string place = place_of(here, column);
    // One cell of a sheet can stand in many rows: an unknown measure is told once.
    if (!cells_.empty() && !told_.insert(place + " " + std::string(code)).second) return;
    report_.errors.push_back({std::move(place), std::string(code), std::move(message)});
  }

  std::string_view field(Column column) const {
    return places_[column] == absent ? std::string_view() : records_.fields()[places_[column]];
  }

  void line(ObservationRow& row) {
    const auto fields = records_.fields();
    cells_ = fields.size() == width_ ? field(cells_column) : std::string_view();
    row.cells = cells_;
    if (fields.size() != width_) return fail("", "wrong_field_count", fmt::format("The line has {} fields; the header has {}.", fields.size(), width_));
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].size() > options_.field_bytes) return fail("", "field_too_long", fmt::format("A field has more than {} bytes.", options_.field_bytes));
    row.line = records_.line();
    row.measure = without_guard(trimmed(field(measure_column)));
    row.note = without_guard(field(note_column));
    row.reason = without_guard(field(reason_column));
    const KnownMeasure* measure = known(row.measure);
    period(row);
    const bool series_known = series(row);
    state(row);
    const bool has_value = row.state == ObservationState::value || !trimmed(field(value_column)).empty();
    if (has_value && !failed_) value(row, row.series == Series::actual ? measure->kind.value_or(CsvValue::any) : CsvValue::number);
    if (places_[recorded_column] != absent) {
      row.recorded_on = try_parse_date(trimmed(field(recorded_column)));
      if (!row.recorded_on) fail("recorded_on", "bad_date", fmt::format("{} is not a date such as 2008-06-30.", quoted(field(recorded_column))));
    }
    if (series_known && measure && !failed_) once(row, *measure);
  }

  const KnownMeasure* known(std::string_view name) {
    if (name.empty()) {
      fail("measure", "missing", "The measure is missing.");
      return nullptr;
    }
    if (name.size() > 200) {
      fail("measure", "unknown_measure", fmt::format("There is no measure {}.", quoted(name)));
      return nullptr;
    }
    if (last_ && name == last_name_) return check_known(name, *last_);
    auto found = measures_.find(name);
    if (found == measures_.end()) {
      KnownMeasure fresh{static_cast<std::uint32_t>(measures_.size() + 1), options_.kind_of ? options_.kind_of(name) : CsvValue::any};
      found = measures_.emplace(std::string(name), fresh).first;
    }
    last_ = &found->second;
    last_name_ = found->first;
    return check_known(name, *last_);
  }
  const KnownMeasure* check_known(std::string_view name, const KnownMeasure& measure) {
    if (!measure.kind) fail("measure", "unknown_measure", fmt::format("There is no measure {}.", quoted(name)));
    return &measure;
  }

  void period(ObservationRow& row) {
    const std::string_view text = trimmed(field(period_column));
    if (auto parsed = try_parse_period(text)) {
      row.period = *parsed;
      return;
    }
    fail("period", "bad_period",
         text.empty() ? "The period is missing." : fmt::format("{} is not a period. Write 2008, 2008-H1, 2008-Q2, 2008-06, 2008-W24 or 2008-06-30.", quoted(text)));
  }

  bool series(ObservationRow& row) {
    const std::string_view text = trimmed(field(series_column));
    if (text.empty()) return true;
    if (auto parsed = json::Codec<Series>::parse(text)) {
      row.series = *parsed;
      return true;
    }
    fail("series", "unknown_series", fmt::format("{} is not a series. Write actual, target, baseline, red or green.", quoted(text)));
    return false;
  }

  void state(ObservationRow& row) {
    const std::string_view said = trimmed(field(state_column));
    const std::string_view value = trimmed(field(value_column));
    if (said.empty()) {
      row.state = value.empty() ? ObservationState::missing : ObservationState::value;
    } else if (auto parsed = json::Codec<ObservationState>::parse(said)) {
      row.state = *parsed;
    } else if (said == "n/a") {
      row.state = ObservationState::na;
    } else {
      return fail("state", "unknown_state", fmt::format("{} is not a state. Write value, missing, na or withheld.", quoted(said)));
    }
    if (row.state == ObservationState::value && value.empty()) fail("value", "empty", "The state is “value”, but there is none.");
    const bool may_have_value = row.state == ObservationState::value || (row.state == ObservationState::withheld && row.series == Series::actual);
    if (!may_have_value && !value.empty()) fail("value", "value_with_state", "A row has either a value or a state.");
    if (row.state == ObservationState::na) {
      if (places_[reason_column] == absent) row.reason = std::exchange(row.note, {});
      if (trimmed(row.reason).empty()) fail(places_[reason_column] == absent ? "note" : "reason", "reason_required", "Say why there is no value for this period.");
    }
  }

  void value(ObservationRow& row, CsvValue kind) {
    const std::string_view text = trimmed(field(value_column));
    if (!cells_.empty())
      if (auto problem = cell_error(text)) return fail("value", "cell_error", std::move(*problem));
    switch (kind) {
      case CsvValue::truth:
        row.value = text;
        if (text == "true" || text == "yes" || text == "1") row.value = "true";
        else if (text == "false" || text == "no" || text == "0") row.value = "false";
        else fail("value", "not_a_truth_value", fmt::format("{} is neither true nor false.", quoted(text)));
        return;
      case CsvValue::day:
        row.value = text;
        if (!try_parse_date(text)) fail("value", "bad_date", fmt::format("{} is not a day such as 2008-06-30.", quoted(text)));
        return;
      case CsvValue::text: row.value = without_guard(text); return;
      case CsvValue::number:
      case CsvValue::any: break;
    }
    FieldError problem;
    row.number = try_parse_decimal(text, &problem);
    row.value = text;
    if (row.number) return;
    if (kind == CsvValue::any && !looks_like_number(text)) row.value = without_guard(text);
    else fail("value", problem.code, problem.message.empty() ? fmt::format("{} is not a number.", quoted(text)) : problem.message);
  }

  void once(const ObservationRow& row, const KnownMeasure& measure) {
    const std::uint64_t cell = (static_cast<std::uint64_t>(measure.number) << 40) ^ (static_cast<std::uint64_t>(row.series) << 37) ^
                               (static_cast<std::uint64_t>(row.period.frequency) << 34) ^ (static_cast<std::uint64_t>(row.period.index + 1'000'000) & 0x3'FFFF'FFFFULL);
    const std::uint32_t first = seen_.insert(cell, cells_.empty() ? row.line : row_of(cell_of(cells_, "value")));
    if (!first) return;
    fail(cells_.empty() ? "period" : "value", "given_twice",
         fmt::format("There is already a row for {} in {} {} {}.", row.measure, row.period.text(), cells_.empty() ? "on line" : "in row", first));
  }

  /// 7 of "AB7".
  static std::size_t row_of(std::string_view cell) {
    std::size_t row = 0;
    for (char c : cell)
      if (c >= '0' && c <= '9') row = row * 10 + static_cast<std::size_t>(c - '0');
    return std::max<std::size_t>(row, 1);
  }

  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  CsvRecords records_;
  const std::function<void(const ObservationRow&)>& row_;
  const CsvOptions& options_;
  std::array<std::size_t, column_count> places_{};
  std::size_t width_ = 0;
  std::unordered_map<std::string, KnownMeasure, TextHash, std::equal_to<>> measures_;
  const KnownMeasure* last_ = nullptr;
  std::string_view last_name_;
  std::string_view cells_;
  std::unordered_set<std::string> told_;  ///< places in a sheet with what is wrong there
  SeenCells seen_;
  bool failed_ = false;
  CsvReport report_;
};
}  // namespace

std::string place_of(const ObservationRow& row, std::string_view column) {
  std::string_view cell = cell_of(row.cells, column);
  std::string place = cell.empty() || cell == "-" ? fmt::format("line {}", row.line) : fmt::format("cell {}", cell);
  return column.empty() ? place : fmt::format("{}, {}", place, column);
}

CsvReport read_observations(ByteSource source, const std::function<void(const ObservationRow&)>& row, const CsvOptions& options) {
  return ObservationReader(std::move(source), row, options).read();
}

void write_observations_header(std::string& out) { out += "measure,period,series,value,state,note,reason\r\n"; }

void write_observation(std::string& out, const ObservationRow& row) {
  write_csv_field(out, row.measure);
  out += ',';
  out += row.period.text();
  out += ',';
  out += json::Codec<Series>::name(row.series);
  out += ',';
  write_csv_field(out, row.value);
  out += ',';
  out += json::Codec<ObservationState>::name(row.state);
  out += ',';
  write_csv_field(out, row.note);
  out += ',';
  write_csv_field(out, row.reason);
  out += "\r\n";
}

}  // namespace entente::exchange
