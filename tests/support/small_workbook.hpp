#pragma once
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "support/small_zip.hpp"

/// Workbooks made by hand, with what spreadsheet programs write and what they do not.
namespace entente::test {

struct SmallWorkbook {
  std::string rows;          ///< what stands in <sheetData>
  std::string texts;         ///< <si> elements
  std::string after;         ///< behind <sheetData>: merged cells
  std::string book = "";     ///< in place of <workbookPr/>
  std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  std::string sheet_name = "Values";

  ZipParts parts() const {
    const std::string space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return {
        {"[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + std::string(excel_type) + "\"/></Types>"},
        {"_rels/.rels", relations + "<Relationship Id=\"rId1\" Type=\"" + relation + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", head + "<workbook " + space + " xmlns:r=\"" + relation + "\">" + book + "<sheets><sheet name=\"" + sheet_name +
                                "\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Notes\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", relations + "<Relationship Id=\"rId1\" Type=\"" + relation + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
                                           "<Relationship Id=\"rId2\" Type=\"" + relation + "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" +
                                           "<Relationship Id=\"rId3\" Type=\"" + relation + "/styles\" Target=\"styles.xml\"/>" +
                                           "<Relationship Id=\"rId4\" Type=\"" + relation + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
        // Styles: 0 general, 1 a day, 2 per cent, 3 month and year, 4 hours.
        {"xl/styles.xml", head + "<styleSheet " + space + "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"mmm\\ yy\"/>"
                              "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                              "<xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml", head + "<sst " + space + ">" + texts + "</sst>"},
        {"xl/worksheets/sheet1.xml", head + "<worksheet " + space + "><dimension ref=\"A1\"/><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"},
        {"xl/worksheets/sheet2.xml", head + "<worksheet " + space + "><sheetData/></worksheet>"},
    };
  }
  std::string bytes() const { return zip_of(parts()); }
};

/// A cell with a text in it.
inline std::string text_cell(const std::string& address, const std::string& text) {
  return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
inline std::string number_cell(const std::string& address, const std::string& number, int style = 0) {
  return "<c r=\"" + address + "\" s=\"" + std::to_string(style) + "\"><v>" + number + "</v></c>";
}
inline std::string row_of(int number, const std::string& cells) { return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>"; }

/// Bytes under a path, as long as this lives.
class PathOf {
 public:
  explicit PathOf(std::string_view bytes) : file_(::memfd_create("test", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
      ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    path_ = "/proc/self/fd/" + std::to_string(file_);
  }
  ~PathOf() { ::close(file_); }
  PathOf(const PathOf&) = delete;
  PathOf& operator=(const PathOf&) = delete;
  const std::string& path() const { return path_; }

 private:
  int file_;
  std::string path_;
};

}  // namespace entente::test
