// Workbooks: what is read of them, what is refused, and their values as lines.
#include "exchange/workbook.hpp"

#include <doctest/doctest.h>

#include "archive/zip_reader.hpp"
#include "base/error.hpp"
#include "exchange/csv.hpp"
#include "exchange/sheet_mapping.hpp"
#include "exchange/workbook_writer.hpp"
#include "support/small_workbook.hpp"

using namespace entente;
using namespace entente::exchange;
using test::number_cell;
using test::PathOf;
using test::row_of;
using test::SmallWorkbook;
using test::text_cell;
using test::zip_of;

namespace {

Sheet sheet_of(const std::string& bytes, std::string_view name = "Values") {
  PathOf file(bytes);
  Workbook workbook(file.path());
  return workbook.read(name);
}

std::string code_of(const std::string& bytes) {
  try {
    sheet_of(bytes);
  } catch (const Error& error) {
    return error.code();
  }
  return "taken";
}

/// "B7=text:words" of each cell.
std::string told(const Sheet& sheet) {
  constexpr std::array kinds{"text", "number", "percent", "truth", "day", "error", "no_result"};
  std::string out;
  for (const auto& row : sheet.rows)
    for (const auto& cell : row.cells)
      out += fmt::format("{}={}:{} ", cell_address(row.number, cell.column), kinds[static_cast<std::size_t>(cell.kind)], cell.text);
  return out;
}

std::optional<Frequency> monthly(std::string_view measure) { return measure == "Total" ? std::nullopt : std::optional(Frequency::month); }

}  // namespace

TEST_CASE("each kind of cell is read as people see it") {
  SmallWorkbook book;
  book.texts = "<si><t>First</t></si><si><r><t>Se</t></r><r><rPr/><t>cond</t></r><rPh><t>not said</t></rPh></si><si/>";
  book.rows = row_of(1, "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>") +
              row_of(3, text_cell("A3", "  in &amp; line ") + number_cell("B3", "19.800000000000001") + number_cell("C3", "39629", 1) + number_cell("D3", "0.198", 2) +
                            number_cell("E3", "39630", 3) + number_cell("F3", "0.5", 4) + "<c r=\"G3\" t=\"b\"><v>1</v></c><c r=\"H3\" t=\"e\"><v>#N/A</v></c>" +
                            "<c r=\"I3\"><f>A1+1</f><v>7</v></c><c r=\"J3\"><f>A1+1</f></c><c r=\"K3\" t=\"str\"><f>B1</f><v>said</v></c><c r=\"L3\" s=\"1\"/>" +
                            "<c r=\"M3\" t=\"d\"><v>2008-06-30T00:00:00</v></c>") +
              "<row><c><v>1</v></c><c><v>2</v></c></row>";
  CHECK(told(sheet_of(book.bytes())) ==
        "A1=text:First B1=text:Second A3=text:in & line B3=number:19.8 C3=day:2008-06-30 D3=percent:19.8 E3=day:2008-07-01 F3=number:0.5 G3=truth:true "
        "H3=error:#N/A I3=number:7 J3=no_result: K3=text:said M3=day:2008-06-30 A4=number:1 B4=number:2 ");
  book.book = "<workbookPr date1904=\"1\"/>";
  CHECK(told(sheet_of(book.bytes())).find("C3=day:2012-07-01") != std::string::npos);
  PathOf file(book.bytes());
  Workbook workbook(file.path());
  REQUIRE(workbook.sheets().size() == 2);
  CHECK(workbook.sheets()[1].hidden);
  CHECK(workbook.read("Values", 1).rows.size() == 1);
  CHECK_THROWS_AS(workbook.read("Nothing"), Error);
}

TEST_CASE("names with a prefix, comments and CDATA are read; a document type is refused wherever it stands") {
  SmallWorkbook book;
  book.rows = row_of(1, text_cell("A1", "<![CDATA[<row>]]>")) + "<!-- <row r=\"9\"> -->" + row_of(2, number_cell("A2", "1"));
  CHECK(told(sheet_of(book.bytes())) == "A1=text:<row> A2=number:1 ");
  auto parts = book.parts();
  auto sheet = std::find_if(parts.begin(), parts.end(), [](const auto& part) { return part.first == "xl/worksheets/sheet1.xml"; });
  sheet->second = "<x:worksheet xmlns:x=\"s\"><x:sheetData><x:row r=\"1\"><x:c r=\"B1\"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  CHECK(told(sheet_of(zip_of(parts))) == "B1=number:4 ");
  sheet->second = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData/></worksheet>";
  CHECK(code_of(zip_of(parts)) == "bad_workbook");
  sheet->second = "<worksheet><sheetData><row r=\"1\"><!DOCTYPE x></row></sheetData></worksheet>";
  CHECK(code_of(zip_of(parts)) == "bad_workbook");
  for (const char* part : {"xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"}) {
    CAPTURE(part);
    auto other = book.parts();
    for (auto& [name, text] : other)
      if (name == part) text = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + text.substr(text.find("?>") == std::string::npos ? 0 : text.find("?>") + 2);
    CHECK(code_of(zip_of(other)) == "bad_workbook");
  }
}

TEST_CASE("what is damaged, pretends, or unpacks to far too much is refused") {
  SmallWorkbook twice;
  auto same = twice.parts();
  for (auto& [name, text] : same)
    if (name == "xl/_rels/workbook.xml.rels") text.replace(text.find("/xl/worksheets/sheet2.xml"), 25, "worksheets/sheet1.xml");
  CHECK(code_of(zip_of(twice.parts())) == "taken");
  CHECK(code_of(zip_of(same)) == "bad_workbook");
  CHECK(code_of("measure,period,value\n") == "not_a_workbook");
  CHECK(code_of("") == "not_a_workbook");
  CHECK(code_of("PK\x03\x04 nothing") == "bad_workbook");
  CHECK(code_of(zip_of({{"a.txt", "x"}})) == "not_a_workbook");
  SmallWorkbook book;
  for (const char* rows : {"<row r=\"2\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"B2\"/></row>",
                           "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>", "<row r=\"1\"><c r=\"A1\"><v>1</row>", "<row r=\"1\">",
                           "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"}) {
    CAPTURE(rows);
    book.rows = rows;
    CHECK(code_of(book.bytes()) == "bad_workbook");
  }
  book.rows = row_of(1, text_cell("A1", "\xFF\xFE"));
  CHECK(code_of(book.bytes()) == "bad_workbook");
  book.rows = "";
  auto parts = book.parts();
  parts[4].second = std::string(30'000'000, ' ');
  CHECK(code_of(zip_of(parts)) == "workbook_too_large");  // by the ratio
  parts = book.parts();
  for (int i = 0; i < 2'000; ++i) parts.emplace_back(fmt::format("xl/media/{}", i), "x");
  CHECK(code_of(zip_of(parts)) == "workbook_too_large");  // by the number of entries
  book.rows = row_of(1, "<c r=\"A1\"><v>" + std::string(5'000'000, '1') + "</v></c>");
  CHECK(code_of(book.bytes()) != "taken");
  // Far inside one another.
  book.rows = "<row r=\"1\">";
  for (int i = 0; i < 100'000; ++i) book.rows += "<c>";
  CHECK(code_of(book.bytes()) != "taken");
}

TEST_CASE("rows with columns are recognised, whatever stands above them and however they are called") {
  SmallWorkbook book;
  book.rows = row_of(1, text_cell("A1", "Report of 2009")) + row_of(3, text_cell("B3", "KPI") + text_cell("C3", "Month") + text_cell("E3", "Actual") + text_cell("F3", "Comment")) +
              row_of(4, text_cell("B4", "CO1") + number_cell("C4", "39995", 1) + number_cell("E4", "0.198", 2) + text_cell("F4", "=cmd")) +
              row_of(5, text_cell("C5", "Q3 2009") + number_cell("E5", "12")) + row_of(6, text_cell("B6", "Total") + text_cell("C6", "2009-08") + number_cell("E6", "3")) +
              row_of(7, text_cell("F7", "a line of words"));
  book.after = "<mergeCells count=\"1\"><mergeCell ref=\"B4:B5\"/></mergeCells>";
  Sheet sheet = sheet_of(book.bytes());
  auto mapping = guess_mapping(sheet);
  REQUIRE(mapping);
  CHECK(mapping->form == SheetForm::rows);
  CHECK(mapping->heading == 3);
  CHECK(mapping->measure + mapping->period + mapping->value + mapping->note == "BCEF");
  auto tidy = tidy_of(sheet, *mapping, monthly, Calendar());
  CHECK(tidy.csv == std::string(tidy_header) + "CO1,2009-07,actual,19.8,,'=cmd,,B4 C4 - E4 - F4 -\r\nCO1,2009-Q3,actual,12,,,,B5 C5 - E5 - F5 -\r\n"
                                               "Total,2009-08,actual,3,,,,B6 C6 - E6 - F6 -\r\n");
  CHECK(tidy.percents == 1);
  mapping->unknown = UnknownMeasures::left_out;
  tidy = tidy_of(sheet, *mapping, monthly, Calendar());
  CHECK(tidy.csv.find("Total") == std::string::npos);
  CHECK(tidy.left_out == std::vector<std::string>{"Total"});
  mapping->value = "C";
  CHECK_THROWS_AS(check_mapping(*mapping), Error);
  mapping->value = "1";
  CHECK_THROWS_AS(check_mapping(*mapping), Error);
}

TEST_CASE("a grid of measures and periods is recognised; what is wrong is told at its cell") {
  SmallWorkbook book;
  book.rows = row_of(2, text_cell("A2", "Measure") + text_cell("B2", "Unit") + text_cell("C2", "Jun 2009") + number_cell("D2", "39995", 3) + text_cell("E2", "2009/08")) +
              row_of(3, text_cell("A3", "CO1") + text_cell("B3", "days") + number_cell("C3", "1.5") + "<c r=\"D3\" t=\"e\"><v>#DIV/0!</v></c>") +
              row_of(4, text_cell("A4", "CO2") + number_cell("E4", "2") + text_cell("F4", "beside")) + row_of(5, text_cell("A5", "A heading without values")) +
              row_of(6, text_cell("A6", "CO1") + number_cell("C6", "4") + "<c r=\"D6\"><f>1+1</f></c>");
  Sheet sheet = sheet_of(book.bytes());
  auto mapping = guess_mapping(sheet);
  REQUIRE(mapping);
  CHECK(mapping->form == SheetForm::grid);
  CHECK(mapping->heading == 2);
  CHECK(mapping->measure == "A");
  CHECK(mapping->periods == std::vector<std::string>{"C", "D", "E"});
  auto tidy = tidy_of(sheet, *mapping, monthly, Calendar());
  CsvOptions options;
  options.cells = Cells::taken;
  std::vector<std::string> good;
  auto report = read_observations(source_of(tidy.csv), [&](const ObservationRow& row) { good.push_back(fmt::format("{} {} {} {}", row.measure, row.period.text(), row.value, place_of(row, "value"))); }, options);
  CHECK(good == std::vector<std::string>{"CO1 2009-06 1.5 cell C3, value", "CO2 2009-08 2 cell E4, value"});
  REQUIRE(report.errors.size() == 3);
  CHECK(report.errors[0].path == "cell D3, value");
  CHECK(report.errors[0].message.find("#DIV/0!") != std::string::npos);
  CHECK(report.errors[1].path == "cell C6, value");
  CHECK(report.errors[1].message.find("in row 3") != std::string::npos);
  CHECK(report.errors[2].path == "cell D6, value");
  CHECK(report.errors[2].message.find("stored result") != std::string::npos);
  // A file of one's own cannot say where it comes from.
  CHECK_THROWS_AS(read_observations(source_of(tidy.csv), [](const ObservationRow&) {}), Error);
}

TEST_CASE("periods as people write them") {
  auto told = [](const char* text) { return period_in({1, CellKind::text, text}, Frequency::month, Calendar()); };
  CHECK(told("Q2 2008") == "2008-Q2");
  CHECK(told("2008 Q2") == "2008-Q2");
  CHECK(told("q2/2008") == "2008-Q2");
  CHECK(told("H1 2008") == "2008-H1");
  CHECK(told("W24 2008") == "2008-W24");
  CHECK(told("June 2008") == "2008-06");
  CHECK(told("Sept 2008") == "2008-09");
  CHECK(told("Jun-08") == "2008-06");
  CHECK(told("06/2008") == "2008-06");
  CHECK(told("2008-06-30") == "2008-06-30");
  for (const char* bad : {"13/2008", "Q5 2008", "Jun", "08-06", "Total", "6 7 2008", ""}) CHECK(told(bad) == bad);
  CHECK(period_in({1, CellKind::day, "2008-08-31"}, Frequency::quarter, Calendar()) == "2008-Q3");
  CHECK(period_in({1, CellKind::day, "2008-08-31"}, std::nullopt, Calendar()) == "2008-08-31");
  CHECK(period_in({1, CellKind::number, "2008"}, Frequency::year, Calendar()) == "2008");
}

TEST_CASE("what is written is read again, and no cell carries a formula") {
  Instant moment = parse_instant("2010-02-01T09:00:00Z");
  auto write = [&] {
    WorkbookWriter out(moment);
    out.sheet("Values", {{"measure", 10}, {"value", 10}});
    out.text("=1+1");
    out.value("19.8");
    out.end_row();
    out.text("@SUM(A1)");
    out.value("1234567890.12345678");
    out.end_row();
    out.text("http://example.org", WorkbookWriter::Look::red);
    out.day(*try_date(2008, 6, 30));
    out.end_row();
    out.value("{=A1}");
    out.skip();
    out.value("-0.000000001");
    out.end_row();
    return out.finish();
  };
  std::string bytes = write();
  CHECK(bytes == write());
  CHECK(told(sheet_of(bytes)) == "A1=text:measure B1=text:value A2=text:=1+1 B2=number:19.8 A3=text:@SUM(A1) B3=text:1234567890.12345678 A4=text:http://example.org "
                                 "B4=day:2008-06-30 A5=text:{=A1} C5=number:-0.000000001 ");
  PathOf file(bytes);
  archive::ZipReader zip(file.path());
  for (const auto& entry : zip.entries()) {
    std::string text = zip.text(entry);
    CAPTURE(entry.name);
    CHECK(text.find("<f>") == std::string::npos);
    CHECK(text.find("<f ") == std::string::npos);
    CHECK(text.find("hyperlink") == std::string::npos);
  }
}
