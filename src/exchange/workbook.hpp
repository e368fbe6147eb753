#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.hpp"

namespace entente::exchange {

/// Whether these bytes begin a zip file, as a workbook is one.
inline bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }
/// The first bytes of a file; none of one that is not there.
std::string beginning_of(const std::string& path);

struct WorkbookLimits {
  std::size_t cells = 1'000'000;          ///< of a sheet, without empty ones
  std::size_t text_bytes = 64'000'000;    ///< of all cells of a sheet, and of the texts that cells share
  std::size_t sheets = 200;
  std::size_t merged = 10'000;
};

struct SheetName {
  std::string name;
  bool hidden = false;
};

/// A workbook in the form of Excel (.xlsx, ECMA-376). Of a formula its stored result is taken. Throws `bad_input`
/// "not_a_workbook" for another file and "bad_workbook" for a damaged one, `too_large` beyond the limits and those of a zip
/// file (archive/zip_reader.hpp). Memory: the cells of one sheet.
class Workbook {
 public:
  /// The file is there as long as this is.
  explicit Workbook(const std::string& path, const WorkbookLimits& limits = {});
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// In the order of the tabs; charts are left out.
  const std::vector<SheetName>& sheets() const;
  DateSystem date_system() const;

  /// Throws `bad_input` "no_sheet" if there is none of this name. With `most_rows` only so many rows from the top.
  Sheet read(std::string_view name, std::size_t most_rows = ~std::size_t{0});

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente::exchange
