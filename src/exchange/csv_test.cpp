#include "exchange/csv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/embedded.hpp"
#include "exchange/plan_document.hpp"

using namespace entente;
using namespace entente::exchange;

namespace {
struct Kept {
  std::size_t line;
  std::string measure, period, value, reason, note;
  Series series;
  ObservationState state;
  friend bool operator==(const Kept&, const Kept&) = default;
};

Kept keep(const ObservationRow& row) {
  return {row.line, std::string(row.measure), row.period.text(), std::string(row.value), std::string(row.reason), std::string(row.note), row.series, row.state};
}

struct Outcome {
  std::vector<Kept> rows;
  CsvReport report;
};

Outcome read(std::string_view text, CsvOptions options = {}) {
  Outcome out;
  out.report = read_observations(source_of(text), [&](const ObservationRow& row) { out.rows.push_back(keep(row)); }, options);
  return out;
}

/// "path code" of the only error.
std::string error_of(std::string_view line, CsvOptions options = {}) {
  const Outcome out = read("measure,period,series,value,state,note\n" + std::string(line) + "\n", options);
  CHECK(out.rows.empty());
  CHECK(out.report.wrong == 1);
  return out.report.errors.empty() ? "" : out.report.errors.front().path + " " + out.report.errors.front().code;
}

std::string thrown(std::string_view text) {
  try {
    read(text);
  } catch (const Error& error) {
    return error.code();
  }
  return "";
}
}  // namespace

TEST_CASE("tidy CSV: columns by name in any order, mark, CRLF, quotation marks") {
  const Outcome out = read("\xEF\xBB\xBFNote, period ,value,measure\r\n\"said \"\"yes\"\", twice\nand left\",2008-06,612.5,M1\r\n\r\n,2008-Q2,-3,M2\r\n,2008,,M2");
  CHECK(out.report.errors.empty());
  REQUIRE(out.rows.size() == 3);
  CHECK(out.rows[0] == Kept{2, "M1", "2008-06", "612.5", "", "said \"yes\", twice\nand left", Series::actual, ObservationState::value});
  CHECK(out.rows[1].line == 5);
  CHECK(out.rows[1].value == "-3");
  CHECK(out.rows[2].state == ObservationState::missing);
}

TEST_CASE("each wrong line is named, with what is wrong") {
  CHECK(error_of("M,2008-06,actual,\"3,5\",,") == "line 2, value decimal_comma");
  CHECK(error_of("M,2008-06,actual,NaN,,") == "line 2, value not_a_number");
  CHECK(error_of("M,2008-06,actual,-Infinity,,") == "line 2, value not_a_number");
  CHECK(error_of("M,2008-06,actual,1e308,,") == "line 2, value number_too_large");
  CHECK(error_of("M,2008-06,actual,\"1.234,56\",,") == "line 2, value decimal_comma");
  CHECK(error_of("M,2008-06,actual,0.1234567890123,,") == "line 2, value too_many_decimals");
  CHECK(error_of("M,06/2008,actual,1,,") == "line 2, period bad_period");
  CHECK(error_of("M,30.06.2008,actual,1,,") == "line 2, period bad_period");
  CHECK(error_of("M,2008-13,actual,1,,") == "line 2, period bad_period");
  CHECK(error_of("M,2008-02-30,actual,1,,") == "line 2, period bad_period");
  CHECK(error_of("M,,actual,1,,") == "line 2, period bad_period");
  CHECK(error_of(",2008,actual,1,,") == "line 2, measure missing");
  CHECK(error_of("M,2008,forecast,1,,") == "line 2, series unknown_series");
  CHECK(error_of("M,2008,actual,,pending,") == "line 2, state unknown_state");
  CHECK(error_of("M,2008,actual,1,na,closed") == "line 2, value value_with_state");
  CHECK(error_of("M,2008,target,1,withheld,") == "line 2, value value_with_state");
  CHECK(error_of("M,2008,actual,NaN,withheld,") == "line 2, value not_a_number");
  CHECK(error_of("M,2008,actual,,value,") == "line 2, value empty");
  CHECK(error_of("M,2008,actual,,na,") == "line 2, note reason_required");
  CHECK(error_of("M,2008,actual,1,") == "line 2 wrong_field_count");
  CHECK(error_of("M,2008,target,soon,,") == "line 2, value not_a_number");
}

TEST_CASE("two rows for one period: the second is wrong, and says where the first is") {
  const Outcome out = read("measure,period,series,value\nM,2008,,1\nM,2008,target,1\nM,2008-H1,,1\nN,2008,,1\nM,2008,actual,2\n");
  CHECK(out.rows.size() == 4);
  REQUIRE(out.report.errors.size() == 1);
  CHECK(out.report.errors[0].path == "line 6, period");
  CHECK(out.report.errors[0].message.find("line 2") != std::string::npos);
}

TEST_CASE("what a measure takes decides what a value may be") {
  CsvOptions options;
  options.kind_of = [](std::string_view measure) -> std::optional<CsvValue> {
    if (measure == "Y") return CsvValue::truth;
    if (measure == "D") return CsvValue::day;
    if (measure == "T") return CsvValue::text;
    if (measure == "N") return CsvValue::number;
    return std::nullopt;
  };
  const Outcome out = read("measure,period,value,state\nY,2008,yes,\nD,2008,2008-06-30,\nT,2008,fair,\nN,2008,-0,\nT,2009,,na\n", options);
  CHECK(out.rows.size() == 4);
  CHECK(out.rows[0].value == "true");
  CHECK(error_of("X,2008,actual,1,,", options) == "line 2, measure unknown_measure");
  CHECK(error_of("Y,2008,actual,maybe,,", options) == "line 2, value not_a_truth_value");
  CHECK(error_of("D,2008,actual,30/06/2008,,", options) == "line 2, value bad_date");
  CHECK(error_of("N,2008,actual,fair,,", options) == "line 2, value not_a_number");
}

TEST_CASE("a file that is no tidy CSV is refused as a whole") {
  CHECK(thrown("") == "bad_header");
  CHECK(thrown("measure;period;value\n") == "bad_header");
  CHECK(thrown("measure,period,value,colour\n") == "bad_header");
  CHECK(thrown("measure,period,value,value\n") == "bad_header");
  CHECK(thrown("measure,value\n") == "bad_header");
  CHECK(thrown("measure,period,note\n") == "bad_header");
  CHECK(thrown("measure,period,value\nM,2008,\"1\n") == "unclosed_quote");
  CHECK(thrown("measure,period,value\nM,2008,\"1\"x\n") == "text_after_quote");
  CHECK(thrown("measure,period,value\nM,2008,1\"\n") == "stray_quote");
  CHECK(thrown("measure,period,value\rM,2008,1\r") == "stray_carriage_return");
  CHECK(thrown("measure,period,value\nM\xFF,2008,1\n") == "not_utf8");
  CHECK(thrown("\xFF\xFEm\0e\0") == "not_utf8");
  CHECK(thrown(std::string("measure,period,value\nM\0,2008,1\n", 32)) == "control_character");
  CHECK(thrown("measure,period,value\nM,2008," + std::string(70'000, '1') + "\n") == "record_too_long");
  CHECK(thrown("measure,period,value\nM,2008,\"" + std::string(700'000, '\n')) == "record_too_long");
  CHECK(thrown(std::string(1000, ',')) == "too_many_fields");
}

TEST_CASE("errors are counted, but only so many are listed") {
  std::string text = "measure,period,value\n";
  for (int i = 0; i < 3000; ++i) text += "M,never,1\n";
  const Outcome out = read(text);
  CHECK(out.report.rows == 3000);
  CHECK(out.report.wrong == 3000);
  CHECK(out.report.errors.size() == 1000);
}

TEST_CASE("a file longer than the buffer, through a source that gives it in drips, with progress") {
  std::string text = "measure,period,value,note\n";
  std::size_t rows = 0;
  for (int measure = 0; measure < 200; ++measure)
    for (int year = 1900; year < 2400; ++year, ++rows) text += fmt::format("M{},{},{},\"a \"\"note\"\"\"\r\n", measure, year, year);
  std::size_t reported = 0;
  CsvOptions options;
  options.progress = [&](std::size_t bytes, std::size_t count) {
    CHECK(bytes <= text.size());
    reported = count;
  };
  std::size_t given = 0;
  auto drips = [&](std::span<char> into) {
    const std::size_t count = std::min({into.size(), text.size() - given, std::size_t{7'001}});
    std::memcpy(into.data(), text.data() + given, count);
    given += count;
    return count;
  };
  std::size_t seen = 0;
  const CsvReport report = read_observations(drips, [&](const ObservationRow& row) { seen += row.note == "a \"note\""; }, options);
  CHECK(report.errors.empty());
  CHECK(seen == rows);
  CHECK(reported == rows);
  CHECK(report.bytes == text.size());
}

TEST_CASE("no formula gets out, and negative numbers stay numbers") {
  auto field = [](std::string_view text) {
    std::string out;
    write_csv_field(out, text);
    return out;
  };
  CHECK(field("=1+1") == "'=1+1");
  CHECK(field("@SUM(A1)") == "'@SUM(A1)");
  CHECK(field("+44 20 7946") == "'+44 20 7946");
  CHECK(field("-5.5") == "-5.5");
  CHECK(field("-5 or so") == "'-5 or so");
  CHECK(field("\tx") == "'\tx");
  CHECK(field("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(field("plain") == "plain");
}

TEST_CASE("what is written reads back the same") {
  CHECK(rc::check("read(write(rows)) are the rows", [] {
    auto text = rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "=", "+", "-", "@", "\t", "\r\n", "\n", "'", "\"", ",", " x", "5", "é", "中")),
                             [](const std::vector<std::string>& parts) {
                               std::string out;
                               for (const std::string& part : parts) out += part;
                               return out;
                             });
    std::vector<std::string> texts;
    std::string out;
    write_observations_header(out);
    std::vector<Kept> wanted;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
      const auto state = *rc::gen::element(ObservationState::value, ObservationState::missing, ObservationState::na, ObservationState::withheld);
      const auto value = *rc::gen::element<std::string>("-5.5", "0", "fair", "=odd", "true");
      const bool has_value = state == ObservationState::value || (state == ObservationState::withheld && *rc::gen::arbitrary<bool>());
      Kept row{0, "M=" + std::to_string(i), *rc::gen::element<std::string>("2008", "2008-W24", "2008-06-30"), has_value ? value : "",
               state == ObservationState::na ? "x" + *text : *text, *text, Series::actual, state};
      write_observation(out, {0, row.measure, parse_period(row.period), row.series, row.state, row.value, {}, row.reason, row.note, {}});
      wanted.push_back(row);
    }
    std::vector<Kept> got = read(out).rows;
    for (Kept& row : got) row.line = 0;
    RC_ASSERT(got == wanted);
  }));
}

TEST_CASE("the sample's values belong to its measures") {
  std::unordered_map<std::string, CsvValue> kinds;
  std::string_view observations, corrections;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name == "samples/reference/observations.csv") observations = file.content;
    if (file.name == "samples/reference/corrections.csv") corrections = file.content;
    if (file.name != "samples/reference/plan.json") continue;
    const Plan plan = read_plan_document(file.content);
    for (const Target& target : plan.targets) {
      auto is = [&](std::string_view type) { return target.scoring.text.starts_with(fmt::format(R"({{"type":"{}")", type)); };
      kinds[target.measure] = is("yesno") ? CsvValue::truth : is("texts") || is("unscored") || is("manual") ? CsvValue::text : is("milestone") ? CsvValue::day : CsvValue::number;
    }
  }
  CsvOptions options;
  options.kind_of = [&](std::string_view measure) -> std::optional<CsvValue> {
    auto found = kinds.find(std::string(measure));
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
  };
  std::set<std::string> given;
  std::set<std::string_view> measures;
  const CsvReport report = read_observations(source_of(observations), [&](const ObservationRow& row) {
    if (row.state == ObservationState::value && row.series == Series::actual) given.insert(fmt::format("{} {}", row.measure, row.period.text()));
  }, options);
  CHECK(report.errors.empty());
  CHECK(report.rows > 1300);

  options.recorded_on = RecordedOn::taken;
  const CsvReport corrected = read_observations(source_of(corrections), [&](const ObservationRow& row) {
    CHECK_MESSAGE(given.contains(fmt::format("{} {}", row.measure, row.period.text())), row.measure);
    CHECK_FALSE(row.reason.empty());
    CHECK(row.recorded_on.has_value());
  }, options);
  CHECK(corrected.errors.empty());
  CHECK(corrected.rows == 14);
}
