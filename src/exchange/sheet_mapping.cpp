#include "exchange/sheet_mapping.hpp"

#include <algorithm>
#include <set>

#include "base/period.hpp"
#include "exchange/csv_records.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t rows_looked_at = 25;
constexpr std::size_t most_bytes = 64'000'000;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
  return out;
}

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// The number of a month by its English name, whole or its first three letters; 0 for none.
int month_of(std::string_view word) {
  constexpr std::array names{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (word == names[i] || word == std::string_view(names[i]).substr(0, 3)) return static_cast<int>(i) + 1;
  return 0;
}

/// A period that people write in two parts: "q2 2008", "2008/06", "jun-08".
std::optional<Period> two_part_period(std::string_view text) {
  std::string word = lower(text);
  auto gap = word.find_first_of(" /-.'");
  if (gap == std::string::npos) return std::nullopt;
  auto rest = word.find_first_not_of(" /-.'", gap);
  if (rest == std::string::npos) return std::nullopt;
  std::string first = word.substr(0, gap), second = word.substr(rest);
  if (is_number(first) && first.size() == 4) std::swap(first, second);
  if (!is_number(second) || (second.size() != 4 && !(second.size() == 2 && month_of(first) > 0))) return std::nullopt;
  int year = std::stoi(second);
  if (second.size() == 2) year += 2000;
  if (int month = month_of(first)) return try_period(Frequency::month, year, month);
  if (is_number(first) && first.size() <= 2) return try_period(Frequency::month, year, std::stoi(first));
  if (first.size() < 2 || first.size() > 3 || !is_number(std::string_view(first).substr(1))) return std::nullopt;
  int number = std::stoi(first.substr(1));
  if (first[0] == 'q') return try_period(Frequency::quarter, year, number);
  if (first[0] == 'h') return try_period(Frequency::half, year, number);
  if (first[0] == 'w') return try_period(Frequency::week, year, number);
  return std::nullopt;
}

bool is_period(const SheetCell& cell) {
  if (cell.kind == CellKind::day) return true;
  if (cell.kind == CellKind::number) return is_number(cell.text) && cell.text.size() == 4 && cell.text >= "1900" && cell.text <= "2199";
  return cell.kind == CellKind::text && (try_parse_period(cell.text) || two_part_period(cell.text));
}

enum class Part { measure, period, value, series, state, note, reason };

std::optional<Part> part_of(std::string_view heading) {
  static const std::map<std::string, Part, std::less<>> words = {
      {"measure", Part::measure}, {"code", Part::measure}, {"measure code", Part::measure}, {"kpi", Part::measure}, {"indicator", Part::measure},
      {"metric", Part::measure}, {"period", Part::period}, {"date", Part::period}, {"month", Part::period}, {"quarter", Part::period},
      {"year", Part::period}, {"week", Part::period}, {"day", Part::period}, {"when", Part::period}, {"value", Part::value}, {"actual", Part::value},
      {"result", Part::value}, {"amount", Part::value}, {"series", Part::series}, {"state", Part::state}, {"note", Part::note}, {"comment", Part::note},
      {"reason", Part::reason}};
  auto found = words.find(lower(heading));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::string& column_of(SheetMapping& mapping, Part part) {
  switch (part) {
    case Part::measure: return mapping.measure;
    case Part::period: return mapping.period;
    case Part::value: return mapping.value;
    case Part::series: return mapping.series;
    case Part::state: return mapping.state;
    case Part::note: return mapping.note;
    case Part::reason: return mapping.reason;
  }
  return mapping.measure;
}

/// Cells of one column, with those that are merged into one read from the first.
class Columns {
 public:
  explicit Columns(const Sheet& sheet) {
    for (const auto& row : sheet.rows) rows_[row.number] = &row;
    for (const auto& merged : sheet.merged)
      for (std::uint32_t column = merged.first_column; column <= merged.last_column && column - merged.first_column < 200; ++column)
        merged_[column].push_back(merged);
    for (auto& [column, list] : merged_)
      std::sort(list.begin(), list.end(), [](const MergedCells& a, const MergedCells& b) { return a.first_row < b.first_row; });
  }

  const SheetCell* find(const SheetRow& row, std::uint32_t column) const {
    if (column == 0) return nullptr;
    if (const auto* cell = row.find(column)) return cell;
    auto list = merged_.find(column);
    if (list == merged_.end()) return nullptr;
    auto after = std::upper_bound(list->second.begin(), list->second.end(), row.number, [](std::uint32_t number, const MergedCells& one) { return number < one.first_row; });
    if (after == list->second.begin()) return nullptr;
    const auto& merged = *std::prev(after);
    if (merged.last_row < row.number) return nullptr;
    auto first = rows_.find(merged.first_row);
    return first == rows_.end() ? nullptr : first->second->find(merged.first_column);
  }

 private:
  std::unordered_map<std::uint32_t, const SheetRow*> rows_;
  std::map<std::uint32_t, std::vector<MergedCells>> merged_;
};

std::uint32_t number_of(const std::string& column) { return column.empty() ? 0 : column_number(column).value_or(0); }

/// Writes the lines of one sheet.
class Tidy {
 public:
  using FrequencyOf = std::function<std::optional<Frequency>(std::string_view)>;
  Tidy(const Sheet& sheet, const SheetMapping& mapping, const FrequencyOf& frequency_of, const Calendar& calendar)
      : sheet_(sheet), mapping_(mapping), frequency_of_(frequency_of), calendar_(calendar), columns_(sheet) {
    out_.csv = tidy_header;
  }

  TidySheet write() {
    std::uint32_t measure = number_of(mapping_.measure);
    const SheetRow* heading = nullptr;
    for (const auto& row : sheet_.rows)
      if (row.number == mapping_.heading) heading = &row;
    for (const auto& row : sheet_.rows) {
      if (row.number <= mapping_.heading) continue;
      const SheetCell* name = columns_.find(row, measure);
      Line line;
      line.row = row.number;
      line.measure = name;
      line.measure_column = measure;
      if (mapping_.form == SheetForm::rows) in_rows(row, line);
      else if (heading) in_grid(row, *heading, line);
    }
    out_.left_out.assign(unknown_.begin(), unknown_.end());
    return std::move(out_);
  }

 private:
  struct Line {
    std::uint32_t row = 0;
    const SheetCell* measure = nullptr;
    std::uint32_t measure_column = 0;
    const SheetCell* period = nullptr;
    std::string period_place;
    const SheetCell* value = nullptr;
    std::uint32_t value_column = 0;
    const SheetCell* series = nullptr;
    const SheetCell* state = nullptr;
    const SheetCell* note = nullptr;
    const SheetCell* reason = nullptr;
  };

  void in_rows(const SheetRow& row, Line& line) {
    auto at = [&](const std::string& column) { return columns_.find(row, number_of(column)); };
    line.period = at(mapping_.period);
    line.value = row.find(number_of(mapping_.value));
    line.value_column = number_of(mapping_.value);
    line.series = at(mapping_.series);
    line.state = row.find(number_of(mapping_.state));
    line.note = row.find(number_of(mapping_.note));
    line.reason = row.find(number_of(mapping_.reason));
    if (!line.value && !line.state && !row.find(line.measure_column) && !row.find(number_of(mapping_.period))) return;
    line.period_place = mapping_.period.empty() ? "-" : cell_address(line.row, number_of(mapping_.period));
    put(line);
  }

  /// What stands nowhere in a grid says nothing.
  void in_grid(const SheetRow& row, const SheetRow& heading, Line& line) {
    line.note = row.find(number_of(mapping_.note));
    line.reason = row.find(number_of(mapping_.reason));
    for (const auto& column : mapping_.periods) {
      line.value_column = number_of(column);
      line.value = row.find(line.value_column);
      if (!line.value) continue;
      line.period = heading.find(line.value_column);
      line.period_place = cell_address(heading.number, line.value_column);
      put(line);
    }
  }

  void put(const Line& line) {
    std::string_view measure = line.measure ? std::string_view(line.measure->text) : std::string_view();
    auto frequency = measure.empty() ? std::nullopt : frequency_of(measure);
    if (!measure.empty() && !frequency && mapping_.unknown == UnknownMeasures::left_out) {
      if (unknown_.size() < 1'000) unknown_.insert(std::string(measure));
      if (line.row != last_left_out_) ++out_.rows_left_out;
      last_left_out_ = line.row;
      return;
    }
    field(measure);
    field(line.period ? period_in(*line.period, frequency, calendar_) : "");
    field(line.series ? lower(line.series->text) : json::Codec<Series>::name(mapping_.all_series));
    field(value_text(line.value));
    field(line.state ? std::string_view(line.state->text) : std::string_view());
    field(line.note ? std::string_view(line.note->text) : std::string_view());
    field(line.reason ? std::string_view(line.reason->text) : std::string_view());
    auto place = [&](const std::string& column) { return column.empty() ? std::string("-") : cell_address(line.row, number_of(column)); };
    bool rows = mapping_.form == SheetForm::rows;
    out_.csv += fmt::format("{} {} {} {} {} {} {}\r\n", cell_address(line.row, line.measure_column), line.period_place, rows ? place(mapping_.series) : "-",
                            cell_address(line.row, line.value_column), rows ? place(mapping_.state) : "-", place(mapping_.note), place(mapping_.reason));
    if (line.value && line.value->kind == CellKind::percent) ++out_.percents;
    // A merged cell stands in each of its rows, so that a small workbook can say a great deal.
    if (out_.csv.size() > most_bytes) throw Error(ErrorKind::too_large, "workbook_too_large", "The values of this sheet are more than 64 MB of text.");
  }

  static std::string_view value_text(const SheetCell* cell) {
    if (!cell) return "";
    // The reader of lines says what is wrong with it.
    return cell->kind == CellKind::no_result ? "#NO_RESULT" : std::string_view(cell->text);
  }

  void field(std::string_view text) {
    write_csv_field(out_.csv, text);
    out_.csv += ',';
  }

  /// Asked once for each name.
  std::optional<Frequency> frequency_of(std::string_view measure) {
    if (measure == last_name_) return last_frequency_;
    last_name_ = measure;
    return last_frequency_ = frequency_of_(measure);
  }

  const Sheet& sheet_;
  const SheetMapping& mapping_;
  const FrequencyOf& frequency_of_;
  const Calendar& calendar_;
  Columns columns_;
  TidySheet out_;
  std::set<std::string> unknown_;
  std::uint32_t last_left_out_ = 0;
  std::string last_name_;
  std::optional<Frequency> last_frequency_;
};

}  // namespace

std::string period_in(const SheetCell& cell, const std::optional<Frequency>& frequency, const Calendar& calendar) {
  if (cell.kind == CellKind::day) {
    auto day = try_parse_date(cell.text);
    return day && frequency ? calendar.period_of(*day, *frequency).text() : cell.text;
  }
  if (cell.kind == CellKind::text && !try_parse_period(cell.text))
    if (auto period = two_part_period(cell.text)) return period->text();
  return cell.text;
}

std::optional<SheetMapping> guess_mapping(const Sheet& beginning) {
  std::size_t looked = 0;
  for (const auto& row : beginning.rows) {
    if (++looked > rows_looked_at) break;
    SheetMapping mapping;
    mapping.sheet = beginning.name;
    mapping.heading = row.number;
    std::vector<std::string> periods;
    for (const auto& cell : row.cells) {
      if (is_period(cell)) periods.push_back(column_name(cell.column));
      auto part = cell.kind == CellKind::text ? part_of(cell.text) : std::nullopt;
      if (part && column_of(mapping, *part).empty()) column_of(mapping, *part) = column_name(cell.column);
    }
    if (!mapping.measure.empty() && !mapping.period.empty() && (!mapping.value.empty() || !mapping.state.empty())) return mapping;
    if (periods.size() < 2) continue;
    mapping.form = SheetForm::grid;
    mapping.period = mapping.value = mapping.series = mapping.state = "";
    mapping.periods = periods;
    // Without a heading that says so, the measures stand in the first column that has words below.
    for (auto below = beginning.rows.begin(); mapping.measure.empty() && below != beginning.rows.end(); ++below) {
      if (below->number <= row.number) continue;
      for (const auto& cell : below->cells)
        if (cell.kind == CellKind::text && mapping.measure.empty()) mapping.measure = column_name(cell.column);
    }
    if (!mapping.measure.empty() && std::find(periods.begin(), periods.end(), mapping.measure) == periods.end()) return mapping;
  }
  return std::nullopt;
}

void check_mapping(const SheetMapping& mapping) {
  std::vector<FieldError> errors;
  std::map<std::string, std::string> used;
  auto check = [&](const std::string& column, std::string_view name, bool needed) {
    std::string path = fmt::format("mapping.{}", name);
    if (column.empty()) {
      if (needed) errors.push_back({path, "missing", "Choose the column."});
      return;
    }
    if (!column_number(column)) errors.push_back({path, "bad_column", fmt::format("“{}” is no column.", column.substr(0, 10))});
    else if (!used.emplace(column, name).second) errors.push_back({path, "used_twice", fmt::format("The column {} is chosen twice.", column)});
  };
  bool rows = mapping.form == SheetForm::rows;
  if (mapping.heading < (rows ? 0 : 1) || mapping.heading > 1'048'576) errors.push_back({"mapping.heading", "bad_row", "Say in which row the headings stand."});
  check(mapping.measure, "measure", true);
  if (rows) {
    check(mapping.period, "period", true);
    check(mapping.value, "value", mapping.state.empty());
    check(mapping.series, "series", false);
    check(mapping.state, "state", false);
  } else if (mapping.periods.empty()) {
    errors.push_back({"mapping.periods", "missing", "Choose the columns with the values of the periods."});
  }
  check(mapping.note, "note", false);
  check(mapping.reason, "reason", false);
  if (!rows)
    for (const auto& column : mapping.periods) check(column, "periods", true);
  throw_if_any(std::move(errors));
}

TidySheet tidy_of(const Sheet& sheet, const SheetMapping& mapping, const std::function<std::optional<Frequency>(std::string_view)>& frequency_of, const Calendar& calendar) {
  check_mapping(mapping);
  return Tidy(sheet, mapping, frequency_of, calendar).write();
}

}  // namespace entente::exchange
