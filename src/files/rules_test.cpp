// What a file is by its content, held against real beginnings and against what only pretends; and how it may be called.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/error.hpp"
#include "files/content.hpp"
#include "support/small_zip.hpp"

using namespace entente;
using namespace entente::files;
using test::office_of;
using test::zip_of;

namespace {

/// The name of the kind, or the code of the refusal.
std::string told(const std::string& content, const std::string& name = "file") {
  http::Request request;
  request.body = content;
  try {
    Content bytes(request);
    return boost::describe::enum_to_string(kind_of(bytes, name), "");
  } catch (const Error& error) {
    REQUIRE(error.kind() == ErrorKind::bad_input);
    CHECK(error.fields().at(0).path == "file");
    return "refused: " + error.fields().at(0).code;
  }
}

std::string open_document(const std::string& type) { return zip_of({{"mimetype", type}, {"content.xml", "<x/>"}, {"Configurations2/", ""}}); }

}  // namespace

TEST_CASE("a file is what its content says, whatever its name says") {
  const std::string png = std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + "rest";
  CHECK(told("%PDF-1.7\n%\xE2\xE3\xCF\xD3") == "pdf");
  CHECK(told(png) == "png");
  CHECK(told("\xFF\xD8\xFF\xE0\x10JFIF") == "jpeg");
  CHECK(told("\xFF\xD8\xFF\xE1\x10" "Exif", "virus.exe") == "jpeg");
  CHECK(told("GIF89a....") == "gif");
  CHECK(told("GIF87a....") == "gif");
  CHECK(told("RIFF\x24\x10\x01\x01WEBPVP8 ") == "webp");
  CHECK(told("Just words.\r\nAnd \xC3\xA9.\n", "notes.md") == "text");
  CHECK(told("a,b\n1,2\n", "Values.CSV") == "csv");
  CHECK(told("caf\xE9;1\n", "old.csv") == "csv");  // Windows-1252
  CHECK(told("1 < 2 and 3 > 2") == "text");
  CHECK(told(office_of(test::word_type)) == "docx");
  CHECK(told(office_of(test::excel_type, {{"xl/workbook.xml", "<workbook/>"}})) == "xlsx");
  CHECK(told(office_of(test::slides_type)) == "pptx");
  CHECK(told(open_document("application/vnd.oasis.opendocument.text")) == "odt");
  CHECK(told(open_document("application/vnd.oasis.opendocument.spreadsheet")) == "ods");
  CHECK(told(open_document("application/vnd.oasis.opendocument.presentation")) == "odp");
}

TEST_CASE("what is not taken is refused with its reason") {
  CHECK(told("") == "refused: empty");
  for (const char* page : {"<!DOCTYPE html><p>Hi", "  \r\n<html>", "\xEF\xBB\xBF<HTML>", "<script>alert(1)</script>", "<!-- x --><svg onload=alert(1)>",
                           "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "<svg/onload=alert(1)>", "<a href=javascript:x>"}) {
    CAPTURE(page);
    CHECK(told(page, "harmless.txt") == "refused: active");
  }
  for (const char* cut : {"\x89PNG\r\n\x1A\n", "RIFF\x01\x02\x03"}) CHECK(told(cut, "cut.png").starts_with("refused: "));
  CHECK(told("MZ\x90\x01", "report.pdf") == "refused: program");
  CHECK(told("\x7F" "ELF\x02") == "refused: program");
  CHECK(told("#!/bin/sh\nrm -rf /\n", "notes.txt") == "refused: program");
  CHECK(told("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" "old") == "refused: old_office");
  CHECK(told("\xFF\xFEh\x01i\x01") == "refused: unknown_kind");
  CHECK(told(std::string("ab\0cd", 5), "a.txt") == "refused: unknown_kind");
  CHECK(told("Rar!\x1A\x07\x01") == "refused: unknown_kind");
  CHECK(told("\x1F\x8B\x08\x01") == "refused: unknown_kind");
  CHECK(told(" %PDF-1.7\x01") == "refused: unknown_kind");                   // not at the beginning
  CHECK(told("\x89PNG\r\n\x1A\nnothing of the kind") == "refused: unknown_kind");
  CHECK(told("RIFF\x24\x01\x01\x01" "AVI LIST") == "refused: unknown_kind");
  // Zip files: of anything, of nothing, and those that pretend.
  CHECK(told(zip_of({{"a.exe", "MZ"}})) == "refused: zip");
  CHECK(told("PK\x03\x04 and no more") == "refused: damaged");
  CHECK(told(zip_of({{"../../etc/passwd", "x"}})) == "refused: damaged");
  CHECK(told(zip_of({{"word/document.xml", "<x/>"}}), "letter.docx") == "refused: zip");
  CHECK(told(open_document("application/vnd.oasis.opendocument.formula")) == "refused: zip");
  CHECK(told(office_of("application/vnd.ms-word.document.macroEnabled.main+xml"), "a.docx") == "refused: macros");
  CHECK(told(office_of(test::word_type, {{"word/vbaProject.bin", "x"}}), "a.docx") == "refused: macros");
  std::string cut = office_of(test::word_type);
  CHECK(told(cut.substr(0, cut.size() - 30)) == "refused: damaged");
  // A list of parts that unpacks to far more than it weighs.
  CHECK(told(zip_of({{"[Content_Types].xml", std::string(50'000'000, ' ')}})) == "refused: damaged");
}

TEST_CASE("a name keeps nothing that a system could take for more than a name") {
  CHECK(clean_name("Report Q4.pdf", Kind::pdf) == "Report Q4.pdf");
  CHECK(clean_name("C:\\Users\\anna\\Report.PDF", Kind::pdf) == "Report.pdf");
  CHECK(clean_name("../../etc/passwd", Kind::text) == "passwd.txt");
  CHECK(clean_name("invoice.exe", Kind::pdf) == "invoice.exe.pdf");
  CHECK(clean_name("page.html", Kind::text) == "page.html.txt");
  CHECK(clean_name("photo.jpeg", Kind::jpeg) == "photo.jpeg");
  CHECK(clean_name("photo.jpg", Kind::webp) == "photo.jpg.webp");
  CHECK(clean_name(".htaccess", Kind::text) == "htaccess.txt");
  CHECK(clean_name("...", Kind::png) == "file.png");
  CHECK(clean_name("", Kind::gif) == "file.gif");
  CHECK(clean_name(".pdf", Kind::pdf) == "pdf.pdf");
  CHECK(clean_name("a<b>:\"|?*.csv", Kind::csv) == "a_b______.csv");
  CHECK(clean_name("trailing. . .docx", Kind::docx) == "trailing.docx");
  CHECK(clean_name("Cafe\xCC\x81.pdf", Kind::pdf) == "Caf\xC3\xA9.pdf");  // one letter, not two
  CHECK(clean_name(std::string(400, 'x') + ".pdf", Kind::pdf) == std::string(120, 'x') + ".pdf");
  for (const char* bad : {"a\xE2\x80\xAE" "fdp.exe", "a\nb.pdf", "a\xE2\x80\x8B.pdf", "\xFF.pdf"}) CHECK_THROWS_AS(clean_name(bad, Kind::pdf), Error);
  rc::check("the ending always fits, and no separator is left", [](const std::string& given) {
    for (Kind kind : {Kind::pdf, Kind::text, Kind::docx}) {
      std::string name;
      try {
        name = clean_name(given, kind);
      } catch (const Error&) {
        continue;
      }
      auto point = name.rfind('.');
      RC_ASSERT(point != std::string::npos && point > 0);
      const auto& endings = words_of(kind).endings;
      RC_ASSERT(std::find(endings.begin(), endings.end(), name.substr(point + 1)) != endings.end());
      RC_ASSERT(name.find_first_of("/\\<>:\"|?*\n") == std::string::npos);
    }
  });
}
