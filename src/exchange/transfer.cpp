#include "exchange/transfer.hpp"

#include "base/text.hpp"
#include "discussion/plain.hpp"
#include "exchange/extras.hpp"
#include "model/supply.hpp"
#include "scorecard/rules.hpp"
#include "scorecard/store.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t most_rows_shown = 500;
constexpr std::size_t rows_at_once = 5'000;
constexpr std::string_view usual_reason = "Replaced by an import.";

/// The measures of a reading by what a file may call them: their codes, their identifiers, and their names where no two have
/// the same.
class Names {
 public:
  Names(const access::Viewer& viewer, const access::Grant& grant, const model::Reading& reading) {
    for (const auto& measure : reading.contents().measures) {
      const auto may = model::may_enter(viewer, grant, reading, measure);
      if (may == scorecard::MayEnter::no) continue;
      if (may == scorecard::MayEnter::other_supplier) of_others_.insert(measure.id);
      bool shared = measure.space == reading.contents().spaces.shared;
      auto [place, is_new] = by_name_.try_emplace(measure.code, &measure);
      if (!is_new && shared) place->second = &measure;
      by_name_[measure.id.text()] = &measure;
      auto [title, is_only] = by_title_.try_emplace(fold(measure.name), &measure);
      if (!is_only) title->second = nullptr;
      auto kind = scorecard::ValueKind::number;
      if (const auto& targets = reading.targets_of(measure.id); !targets.empty()) kind = scorecard::value_kind(targets.back().scoring);
      kinds_[measure.id] = kind;
    }
  }

  const scorecard::Measure* find(std::string_view name) const {
    if (auto found = by_name_.find(std::string(name)); found != by_name_.end()) return found->second;
    auto title = by_title_.find(fold(name));
    return title == by_title_.end() ? nullptr : title->second;
  }

  /// Whether its actual values come from another party.
  bool is_of_other(const scorecard::Measure& measure) const { return of_others_.contains(measure.id); }

  std::optional<Frequency> frequency_of(std::string_view name) const {
    const auto* measure = find(name);
    return measure ? std::optional(measure->frequency) : std::nullopt;
  }

  std::optional<CsvValue> kind_of(std::string_view name) const {
    const auto* measure = find(name);
    if (!measure) return std::nullopt;
    switch (kinds_.at(measure->id)) {
      case scorecard::ValueKind::number: return CsvValue::number;
      case scorecard::ValueKind::truth: return CsvValue::truth;
      case scorecard::ValueKind::text: return CsvValue::text;
      case scorecard::ValueKind::date: return CsvValue::day;
      case scorecard::ValueKind::none: return CsvValue::any;
    }
    return CsvValue::any;
  }

 private:
  std::unordered_map<std::string, const scorecard::Measure*> by_name_;
  std::unordered_map<std::string, const scorecard::Measure*> by_title_;  ///< null where several have it
  std::unordered_map<MeasureId, scorecard::ValueKind> kinds_;
  std::unordered_set<MeasureId> of_others_;
};

/// What stands in a cell of actual values, as a file writes it; empty where nothing does.
std::string standing_in(const model::Cell* cell) {
  if (!cell || cell->state == scorecard::ObservationState::missing) return "";
  return cell->value.value_or(std::string(json::Codec<scorecard::ObservationState>::name(cell->state)));
}

/// Whether an actual value says what stands there. What one withholds is the same with its value and without: an export of what
/// both see tells none.
bool says_the_same(const ObservationRow& row, const model::Cell* cell) {
  if (!cell) return row.state == ObservationState::missing;
  const bool same_value = cell->value == (row.number ? row.number->text() : std::string(row.value));
  if (row.state == ObservationState::withheld)
    return (cell->light_only || cell->state == scorecard::ObservationState::withheld) && (row.value.empty() || same_value);
  return cell->state == same_name<scorecard::ObservationState>(row.state) && (row.state != ObservationState::value || same_value);
}

/// Whether it brings a note to a value that stands there already. Written as a plain value, a withheld one would be shown for it.
bool adds_note(const ObservationRow& row, const model::Cell* cell) {
  return cell && !row.note.empty() && row.note != cell->note && !(cell->light_only && row.state == ObservationState::value);
}

/// What the partner gets to see by it, where that changes.
std::optional<std::string> shown_by(const ObservationRow& row, const model::Cell* cell) {
  if (!cell || !cell->light_only || row.state != ObservationState::value) return std::nullopt;
  return "The partner will see this value: the one before is withheld. Write “withheld” as its state to keep it back.";
}

/// Why the viewer does not write to this cell of actual values; empty where nothing speaks against it.
std::string whose_words(const access::Viewer& viewer, const model::Reading& reading, const Names& names, const scorecard::Measure& measure, const model::Cell* cell) {
  if (names.is_of_other(measure)) return scorecard::other_supplier_words(measure.code, reading.party(*measure.supplier)->name);
  return cell && model::withheld_by_other(viewer, reading, measure, *cell) ? scorecard::withheld_by_other_words(measure.code) : "";
}

/// Whether nothing is to be written. So a file that was taken out comes in again, though it tells less than there is: neither flags,
/// nor what another side withholds, nor, in a plain list of values, that one is withheld.
bool changes_nothing(const access::Viewer& viewer, const model::Reading& reading, const Names& names, const scorecard::Measure& measure, const ObservationRow& row,
                     const model::Cell* cell) {
  return says_the_same(row, cell) && (!adds_note(row, cell) || !whose_words(viewer, reading, names, measure, cell).empty());
}

CsvOptions options_for(const Names& names, Cells cells) {
  CsvOptions options;
  options.cells = cells;
  options.kind_of = [&names](std::string_view measure) { return names.kind_of(measure); };
  return options;
}

void put_errors(const CsvReport& report, ImportPreview& preview) {
  preview.wrong_lines += static_cast<std::int64_t>(report.wrong);
  for (const auto& error : report.errors) {
    WrongLine wrong{0, "", "", error.message};
    std::string_view path = error.path;
    if (path.starts_with("cell ")) {
      auto comma = std::min(path.find(", "), path.size());
      wrong.cell = path.substr(5, comma - 5);
      if (comma < path.size()) wrong.column = path.substr(comma + 2);
    } else if (path.starts_with("line ")) {
      path.remove_prefix(5);
      while (!path.empty() && path.front() >= '0' && path.front() <= '9') {
        wrong.line = wrong.line * 10 + (path.front() - '0');
        path.remove_prefix(1);
      }
      if (path.starts_with(", ")) wrong.column = std::string(path.substr(2));
    }
    preview.wrong.push_back(std::move(wrong));
  }
}

scorecard::ObservationInput input_of(const ObservationRow& row, const scorecard::Measure& measure, const model::Cell* cell) {
  scorecard::ObservationInput input;
  input.measure = measure.id.text();
  input.period = row.period.text();
  input.series = same_name<scorecard::Series>(row.series);
  input.state = same_name<scorecard::ObservationState>(row.state);
  if (!row.value.empty()) input.value = json::Value(std::string(row.value));
  // The light of what stays withheld is shown where it was.
  if (cell && cell->light_only) input.share_light = cell->shared_light != strategy::Light::grey;
  if (!row.reason.empty()) input.reason = std::string(row.reason);
  if (!row.note.empty()) input.note = std::string(row.note);
  return input;
}

/// "C7" of the value.
std::string cell_of_value(const ObservationRow& row) {
  std::string place = place_of(row, "");
  return place.starts_with("cell ") ? place.substr(5) : "";
}

}  // namespace

TidySheet lines_of(const access::Viewer& viewer, const access::Grant& grant, const model::Reading& reading, const Sheet& sheet, const SheetMapping& mapping) {
  Names names(viewer, grant, reading);
  return tidy_of(sheet, mapping, [&](std::string_view name) { return names.frequency_of(name); }, reading.calendar());
}

std::vector<std::string> notes_of(const TidySheet& tidy) {
  std::vector<std::string> notes;
  if (tidy.percents > 0) notes.push_back(fmt::format("{} shown as per cent {} taken as shown: 19.8 % is 19.8.", tidy.percents == 1 ? "1 value" : fmt::format("{} values", tidy.percents),
                                                     tidy.percents == 1 ? "is" : "are"));
  if (!tidy.left_out.empty()) {
    std::string some;
    for (std::size_t i = 0; i < std::min<std::size_t>(tidy.left_out.size(), 5); ++i) some += (i ? ", “" : "“") + discussion::excerpt(tidy.left_out[i], 60) + "”";
    notes.push_back(fmt::format("{} left out, because there is no such measure: {}{}.", tidy.rows_left_out == 1 ? "1 row is" : fmt::format("{} rows are", tidy.rows_left_out), some,
                                tidy.left_out.size() > 5 ? " …" : ""));
  }
  return notes;
}

ImportPreview preview_observations(const access::Viewer& viewer, const access::Grant& grant, const model::Reading& reading, ByteSource source,
                                   Cells cells) {
  Names names(viewer, grant, reading);
  ImportPreview preview;
  std::int64_t series = 0;
  auto report = read_observations(
      std::move(source),
      [&](const ObservationRow& row) {
        const auto* measure = names.find(row.measure);
        PreviewRow shown;
        shown.line = static_cast<std::int64_t>(row.line);
        if (cells == Cells::taken) shown.cell = cell_of_value(row);
        shown.measure = measure->code;
        shown.name = measure->name;
        shown.period = row.period.text();
        shown.series = std::string(json::Codec<Series>::name(row.series));
        shown.state = std::string(json::Codec<ObservationState>::name(row.state));
        if (row.series != Series::actual) ++series;
        if (!row.value.empty()) shown.value = std::string(row.value);
        if (row.period.frequency > measure->frequency) {
          shown.outcome = RowOutcome::wrong;
          shown.message = fmt::format("This measure is taken each {}.", name(measure->frequency));
          preview.wrong.push_back({shown.line, shown.cell, "period", *shown.message});
          ++preview.wrong_lines;
        } else if (row.series == Series::actual) {
          const auto* cell = reading.cell(measure->id, row.period);
          const std::string before = standing_in(cell);
          if (!before.empty()) shown.before = before;
          if (changes_nothing(viewer, reading, names, *measure, row, cell)) {
            shown.outcome = RowOutcome::same;
          } else if (auto words = whose_words(viewer, reading, names, *measure, cell); !words.empty()) {
            shown.outcome = RowOutcome::wrong;
            shown.message = words;
            preview.wrong.push_back({shown.line, shown.cell, "measure", words});
            ++preview.wrong_lines;
          } else {
            shown.outcome = before.empty() ? RowOutcome::new_ : RowOutcome::changed;
            shown.message = shown_by(row, cell);
          }
        }
        switch (shown.outcome) {
          case RowOutcome::new_: ++preview.new_values; break;
          case RowOutcome::changed: ++preview.changed; break;
          case RowOutcome::same: ++preview.skipped; break;
          case RowOutcome::wrong: break;
        }
        if (preview.rows.size() < most_rows_shown) preview.rows.push_back(std::move(shown));
      },
      options_for(names, cells));
  preview.total = static_cast<std::int64_t>(report.rows);
  put_errors(report, preview);
  if (series > 0)
    preview.notes.push_back(fmt::format(
        "{} of targets, baselines or thresholds will be kept and shown with the values. They judge nothing: what judges is agreed on, "
        "as the measure's targets.",
        series == 1 ? "1 line" : fmt::format("{} lines", series)));
  return preview;
}

ImportPreview import_observations(access::Door& door, const access::Viewer& viewer, const AllianceId& alliance, const model::Reading& reading,
                                  const std::function<ByteSource()>& again, const Progress& progress, Cells cells, const Written& written) {
  const auto& grant = viewer.need(alliance, access::Act::enter_observations);
  Names names(viewer, grant, reading);
  // Once to see that every line is right, and once to write: so that nothing of a wrong file is ever held or half-written.
  auto report = read_observations(again(), [](const ObservationRow&) {}, options_for(names, cells));
  if (!report.errors.empty()) throw_if_any(report.errors);
  if (report.rows == 0)
    throw_bad_field(cells == Cells::taken ? "sheet" : "line 1", "empty",
                    fmt::format("There is no {} with a value in this {}.", cells == Cells::taken ? "cell" : "line", cells == Cells::taken ? "sheet" : "file"));
  return door.write(viewer, [&](db::Transaction& transaction) {
    ImportPreview done;
    std::vector<scorecard::ObservationInput> waiting;
    struct Place {
      std::size_t line;
      std::string cells;
    };
    std::vector<Place> lines;
    auto flush = [&] {
      if (waiting.empty()) return;
      try {
        auto entered = scorecard::enter(door, transaction, viewer, alliance, waiting, cells == Cells::taken ? "xlsx" : "csv", {.ask_supplier = true, .usual_reason = usual_reason});
        for (const auto& row : entered.rows) {
          if (row.outcome == scorecard::Outcome::new_) ++done.new_values;
          if (row.outcome == scorecard::Outcome::corrected) ++done.changed;
          if (row.outcome == scorecard::Outcome::unchanged) ++done.skipped;
        }
        done.acts.insert(done.acts.end(), entered.acts.begin(), entered.acts.end());
      } catch (const Error& error) {
        if (error.fields().empty()) throw;
        std::vector<FieldError> by_line;
        for (const auto& field : error.fields()) {
          std::size_t index = static_cast<std::size_t>(std::atoi(field.path.c_str() + 1));
          auto dot = field.path.find('.');
          const Place& place = lines[std::min(index, lines.size() - 1)];
          ObservationRow row;
          row.line = place.line;
          row.cells = place.cells;
          by_line.push_back({place_of(row, dot == std::string::npos ? "" : std::string_view(field.path).substr(dot + 1)), field.code, field.message});
        }
        throw_if_any(std::move(by_line));
      }
      waiting.clear();
      lines.clear();
    };
    std::size_t rows = 0;
    read_observations(
        again(),
        [&](const ObservationRow& row) {
          ++rows;
          const auto* measure = names.find(row.measure);
          const auto* cell = reading.cell(measure->id, row.period);
          if (row.series == Series::actual ? changes_nothing(viewer, reading, names, *measure, row, cell) : row.state == ObservationState::missing && !cell) {
            ++done.skipped;
            return;
          }
          waiting.push_back(input_of(row, *measure, cell));
          lines.push_back({row.line, std::string(row.cells)});
          if (waiting.size() == rows_at_once) {
            flush();
            if (progress) progress(rows);
          }
        },
        options_for(names, cells));
    flush();
    if (progress) progress(rows);
    done.total = static_cast<std::int64_t>(rows);
    if (written) written(transaction, done);
    return done;
  });
}

void each_observation(const model::Reading& reading, const std::function<void(const ObservationRow&)>& use) {
  for (const auto& measure : reading.contents().measures) {
    auto found = reading.contents().observations.find(measure.id);
    if (found == reading.contents().observations.end() || !found->second) continue;
    auto write_series = [&](const std::vector<model::Cell>& cells, Series series) {
      for (const auto& cell : cells) {
        if (cell.state == scorecard::ObservationState::missing) continue;
        ObservationRow row;
        row.measure = measure.code;
        row.period = cell.period;
        row.series = series;
        row.state = cell.light_only ? ObservationState::withheld : same_name<ObservationState>(cell.state);
        std::string value = cell.value.value_or("");
        row.value = value;
        row.reason = cell.reason;
        row.note = cell.note;
        use(row);
      }
    };
    write_series(found->second->actual, Series::actual);
    write_series(found->second->target, Series::target);
    write_series(found->second->baseline, Series::baseline);
    write_series(found->second->red, Series::red);
    write_series(found->second->green, Series::green);
  }
}

std::string export_observations(const model::Reading& reading) {
  std::string out;
  write_observations_header(out);
  each_observation(reading, [&](const ObservationRow& row) { write_observation(out, row); });
  return out;
}

}  // namespace entente::exchange
