// The only file that reads the parts of a workbook.
#include "exchange/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "archive/zip_reader.hpp"
#include "base/error.hpp"
#include "exchange/csv_records.hpp"
#include "exchange/xml_check.hpp"
#include "exchange/xml_pieces.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t most_of_a_list = 5'000'000;  // bytes of workbook.xml, styles.xml and the lists of relations
constexpr std::size_t longest_text = 40'000;       // bytes of a cell that are taken

[[noreturn]] void bad(std::string message) { throw Error(ErrorKind::bad_input, "bad_workbook", std::move(message)); }
[[noreturn]] void no_workbook() {
  throw Error(ErrorKind::bad_input, "not_a_workbook", "This is no Excel workbook (.xlsx). Save it as one, or as CSV.",
              {{"file", "not_a_workbook", "This is no Excel workbook (.xlsx)."}});
}

std::string_view local(const char* name) {
  std::string_view text(name);
  auto colon = text.find(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
  for (auto node : of.children())
    if (local(node.name()) == name) return node;
  return {};
}

/// An attribute by its name without prefix: relations are named r:id, whatever the prefix.
std::string_view attribute(const pugi::xml_node& of, std::string_view name) {
  for (auto one : of.attributes())
    if (local(one.name()) == name) return one.value();
  return {};
}

std::optional<std::uint32_t> whole(std::string_view text) {
  std::uint32_t number = 0;
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

/// As it may stand in a line of CSV: no control characters, valid UTF-8.
std::string tidy(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  if (text.size() > longest_text) {
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
  }
  if (!is_utf8(text)) bad("A cell of the workbook holds no valid text.");
  return text;
}

/// The text of <si> and <is>: plain, or in pieces of different looks; without how it is pronounced.
std::string text_of(const pugi::xml_node& node) {
  std::string out;
  for (auto part : node.children()) {
    auto name = local(part.name());
    if (name == "t") out += part.text().get();
    else if (name == "r") out += child(part, "t").text().get();
  }
  return tidy(std::move(out));
}

/// "worksheets/sheet1.xml" seen from "xl/workbook.xml"; "/xl/…" begins at the top.
std::string resolved(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(from.substr(0, from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1));
  while (target.starts_with("../") && !folder.empty()) {
    target.remove_prefix(3);
    folder.pop_back();
    folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  }
  return folder + std::string(target);
}

struct Relation {
  std::string type;  ///< the last word of it
  std::string part;
};

/// Stops reading a part when enough of it was seen.
struct Enough {};

}  // namespace

struct Workbook::Parts {
  archive::ZipReader zip;
  WorkbookLimits limits;
  std::vector<SheetName> names;
  std::vector<std::string> places;  ///< of the sheets' parts
  DateSystem dates = DateSystem::from_1900;
  std::vector<NumberLook> looks;    ///< by the number of a cell's style
  std::string texts_part;
  std::optional<std::vector<std::string>> texts;

  Parts(const std::string& path, const WorkbookLimits& given) : zip(path), limits(given) {
    auto top = relations("");
    auto main = std::find_if(top.begin(), top.end(), [](const auto& one) { return one.second.type == "officeDocument"; });
    if (main == top.end()) no_workbook();
    std::string book = main->second.part;
    auto parts = relations(book);
    pugi::xml_document document;
    load(book, document);
    auto root = document.document_element();
    if (local(root.name()) != "workbook") no_workbook();
    if (is_true(attribute(child(root, "workbookPr"), "date1904"))) dates = DateSystem::from_1904;
    for (auto sheet : child(root, "sheets").children()) {
      auto found = parts.find(std::string(attribute(sheet, "id")));
      if (local(sheet.name()) != "sheet" || found == parts.end() || found->second.type != "worksheet") continue;
      if (names.size() == limits.sheets) throw Error(ErrorKind::too_large, "workbook_too_large", "The workbook has too many sheets.");
      // One part under many names would be unpacked as many times.
      if (std::find(places.begin(), places.end(), found->second.part) != places.end()) bad("Two sheets of the workbook are one and the same part.");
      auto state = attribute(sheet, "state");
      names.push_back({tidy(std::string(attribute(sheet, "name"))), state == "hidden" || state == "veryHidden"});
      places.push_back(found->second.part);
    }
    if (names.empty()) bad("The workbook has no sheet with cells.");
    for (const auto& [id, relation] : parts) {
      if (relation.type == "styles") read_styles(relation.part);
      if (relation.type == "sharedStrings") texts_part = relation.part;
    }
  }

  const archive::ZipEntry& entry(std::string_view name) const {
    const auto* found = zip.find(name);
    if (!found) bad(fmt::format("The workbook lacks its part “{}”.", name));
    return *found;
  }

  void load(const std::string& part, pugi::xml_document& document) {
    std::string text = zip.text(entry(part), most_of_a_list);
    check_xml(text, {.bytes = most_of_a_list, .depth = 64, .nodes = 500'000});
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8)) bad(fmt::format("The part “{}” of the workbook is damaged.", part));
  }

  /// What a part refers to, by the name that it uses.
  std::map<std::string, Relation> relations(const std::string& part) {
    auto slash = part.rfind('/');
    std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    std::string list = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!zip.find(list)) {
      if (part.empty()) no_workbook();
      return {};
    }
    pugi::xml_document document;
    load(list, document);
    std::map<std::string, Relation> out;
    for (auto one : document.document_element().children()) {
      std::string_view type = attribute(one, "Type");
      if (attribute(one, "TargetMode") == "External") continue;
      out[std::string(attribute(one, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)), resolved(part, attribute(one, "Target"))};
    }
    return out;
  }

  void read_styles(const std::string& part) {
    pugi::xml_document document;
    load(part, document);
    auto root = document.document_element();
    std::map<std::uint32_t, std::string> codes;
    for (auto one : child(root, "numFmts").children())
      if (auto id = whole(attribute(one, "numFmtId"))) codes[*id] = attribute(one, "formatCode");
    for (auto one : child(root, "cellXfs").children()) {
      auto id = whole(attribute(one, "numFmtId")).value_or(0);
      auto code = codes.find(id);
      looks.push_back(look_of_format(id, code == codes.end() ? std::string_view() : std::string_view(code->second)));
    }
  }

  void read_texts() {
    texts.emplace();
    if (texts_part.empty()) return;
    std::size_t bytes = 0;
    XmlPieces pieces({"si"}, [&](std::string_view, std::string_view element) {
      pugi::xml_document document;
      if (!document.load_buffer(element.data(), element.size(), pugi::parse_default, pugi::encoding_utf8)) bad("The texts of the workbook are damaged.");
      texts->push_back(text_of(document.document_element()));
      bytes += texts->back().size() + sizeof(std::string);
      if (bytes > limits.text_bytes) throw Error(ErrorKind::too_large, "workbook_too_large", "The workbook holds too much text.");
    });
    zip.read(entry(texts_part), [&](std::string_view part) { pieces.add(part); });
    pieces.finish();
  }
};

namespace {

/// Reads one sheet from its rows.
class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& texts, const std::vector<NumberLook>& looks, DateSystem dates, const WorkbookLimits& limits,
              std::size_t most_rows, Sheet& sheet)
      : texts_(texts), looks_(looks), dates_(dates), limits_(limits), most_rows_(most_rows), sheet_(sheet) {}

  void take(std::string_view name, std::string_view element) {
    pugi::xml_document document;
    if (!document.load_buffer(element.data(), element.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8))
      bad(fmt::format("The sheet “{}” is damaged.", sheet_.name));
    if (name == "row") row(document.document_element());
    else merged(attribute(document.document_element(), "ref"));
  }

 private:
  void row(const pugi::xml_node& node) {
    std::string_view said = attribute(node, "r");
    auto number = said.empty() ? std::optional(last_row_ + 1) : whole(said);
    if (!number || *number <= last_row_ || *number > 1'048'576) bad(fmt::format("The rows of the sheet “{}” are out of order.", sheet_.name));
    last_row_ = *number;
    SheetRow out{*number, {}};
    std::uint32_t last = 0;
    for (auto cell : node.children()) {
      if (local(cell.name()) != "c") continue;
      std::string_view address = attribute(cell, "r");
      std::uint32_t column = last + 1;
      if (!address.empty()) {
        auto place = cell_place(address);
        if (!place || place->row != *number || place->column <= last) bad(fmt::format("The cells of the sheet “{}” are out of order.", sheet_.name));
        column = place->column;
      }
      if (column > 16'384) bad(fmt::format("The sheet “{}” has too many columns.", sheet_.name));
      last = column;
      if (auto read = value(cell)) {
        read->column = column;
        bytes_ += read->text.size();
        if (++cells_ > limits_.cells || bytes_ > limits_.text_bytes)
          throw Error(ErrorKind::too_large, "workbook_too_large",
                      fmt::format("The sheet “{}” has more than {} cells. Save it as CSV: of that any number of lines is taken.", sheet_.name, limits_.cells));
        out.cells.push_back(std::move(*read));
      }
    }
    if (out.cells.empty()) return;
    sheet_.rows.push_back(std::move(out));
    if (sheet_.rows.size() >= most_rows_) throw Enough();
  }

  std::optional<SheetCell> value(const pugi::xml_node& cell) const {
    std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return text(text_of(child(cell, "is")));
    auto stored = child(cell, "v");
    std::string_view said = stored.text().get();
    if (said.empty()) {
      bool is_text = type == "str";
      return child(cell, "f") && !is_text ? std::optional(SheetCell{0, CellKind::no_result, ""}) : std::nullopt;
    }
    if (type == "s") {
      auto index = whole(said);
      if (!index || *index >= texts_.size()) bad(fmt::format("A text of the sheet “{}” is missing.", sheet_.name));
      return text(texts_[*index]);
    }
    if (type == "str") return text(tidy(std::string(said)));
    if (type == "e") return SheetCell{0, CellKind::error, tidy(std::string(said.substr(0, 40)))};
    if (type == "b") return SheetCell{0, CellKind::truth, is_true(said) ? "true" : "false"};
    if (type == "d") return try_parse_date(said.substr(0, 10)) ? SheetCell{0, CellKind::day, std::string(said.substr(0, 10))} : SheetCell{0, CellKind::text, tidy(std::string(said))};
    return number(said, whole(attribute(cell, "s")).value_or(0));
  }

  static std::optional<SheetCell> text(std::string words) {
    auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!words.empty() && blank(words.back())) words.pop_back();
    words.erase(0, static_cast<std::size_t>(std::find_if_not(words.begin(), words.end(), blank) - words.begin()));
    return words.empty() ? std::nullopt : std::optional(SheetCell{0, CellKind::text, std::move(words)});
  }

  SheetCell number(std::string_view said, std::uint32_t style) const {
    auto look = style < looks_.size() ? looks_[style] : NumberLook::plain;
    if (look == NumberLook::day)
      if (auto day = serial_day(said, dates_)) return {0, CellKind::day, day->text()};
    auto plain = stored_number(said, look == NumberLook::percent ? 2 : 0);
    if (!plain) bad(fmt::format("A number of the sheet “{}” is damaged.", sheet_.name));
    return {0, look == NumberLook::percent ? CellKind::percent : CellKind::number, std::move(*plain)};
  }

  void merged(std::string_view ref) {
    auto colon = ref.find(':');
    auto first = cell_place(ref.substr(0, colon));
    auto last = colon == std::string_view::npos ? first : cell_place(ref.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return;
    if (sheet_.merged.size() == limits_.merged) throw Error(ErrorKind::too_large, "workbook_too_large", "The sheet has too many merged cells.");
    sheet_.merged.push_back({first->row, first->column, last->row, last->column});
  }

  const std::vector<std::string>& texts_;
  const std::vector<NumberLook>& looks_;
  const DateSystem dates_;
  const WorkbookLimits& limits_;
  const std::size_t most_rows_;
  Sheet& sheet_;
  std::uint32_t last_row_ = 0;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
};

/// What a zip file is refused for, said of a workbook.
template <class F>
auto of_workbook(F&& function) {
  try {
    return function();
  } catch (const Error& error) {
    if (error.code() == "zip_too_large") throw Error(ErrorKind::too_large, "workbook_too_large", "This workbook unpacks to more than is taken. Save it as CSV.");
    if (error.code() == "bad_zip") throw Error(ErrorKind::bad_input, "bad_workbook", fmt::format("This workbook cannot be opened. {}", error.message()));
    if (error.code() == "doctype" || error.code() == "not_well_formed" || error.code() == "not_utf8" || error.code() == "too_deep")
      bad(fmt::format("A part of this workbook is damaged, or not taken: {}", error.message()));
    throw;
  }
}

}  // namespace

std::string beginning_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(4, '\0');
  in.read(bytes.data(), 4);
  return bytes.substr(0, static_cast<std::size_t>(in.gcount()));
}

Workbook::Workbook(const std::string& path, const WorkbookLimits& limits) {
  if (!is_zip(beginning_of(path))) no_workbook();
  parts_ = of_workbook([&] { return std::make_unique<Parts>(path, limits); });
}
Workbook::~Workbook() = default;

const std::vector<SheetName>& Workbook::sheets() const { return parts_->names; }
DateSystem Workbook::date_system() const { return parts_->dates; }

Sheet Workbook::read(std::string_view name, std::size_t most_rows) {
  return of_workbook([&] {
    auto& it = *parts_;
    auto found = std::find_if(it.names.begin(), it.names.end(), [&](const SheetName& one) { return one.name == name; });
    if (found == it.names.end()) throw_bad_field("mapping.sheet", "no_sheet", "There is no sheet of this name in the workbook.");
    if (!it.texts) it.read_texts();
    Sheet sheet;
    sheet.name = found->name;
    SheetReader reader(*it.texts, it.looks, it.dates, it.limits, most_rows, sheet);
    XmlPieces pieces({"row", "mergeCell"}, [&](std::string_view what, std::string_view element) { reader.take(what, element); });
    try {
      it.zip.read(it.entry(it.places[static_cast<std::size_t>(found - it.names.begin())]), [&](std::string_view part) { pieces.add(part); });
      pieces.finish();
    } catch (const Enough&) {
    }
    return sheet;
  });
}

}  // namespace entente::exchange
