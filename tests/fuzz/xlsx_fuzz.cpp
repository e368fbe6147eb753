// Any bytes as a workbook, and any bytes as the one sheet of a sound workbook: either an `Error`, or cells whose values become
// lines that the reader of lines takes or refuses. Nothing else, and within the limits of time and memory.
#include <cstdlib>

#include "base/error.hpp"
#include "exchange/csv.hpp"
#include "exchange/sheet_mapping.hpp"
#include "exchange/workbook.hpp"
#include "support/small_workbook.hpp"

using namespace entente;
using namespace entente::exchange;

namespace {

void read(const std::string& bytes) {
  test::PathOf file(bytes);
  Workbook workbook(file.path(), {.cells = 20'000, .text_bytes = 2'000'000});
  for (const auto& name : workbook.sheets()) {
    Sheet sheet = workbook.read(name.name);
    auto mapping = guess_mapping(sheet);
    if (!mapping) continue;
    auto tidy = tidy_of(sheet, *mapping, [](std::string_view measure) { return measure.size() % 2 ? std::optional(Frequency::month) : std::nullopt; }, Calendar());
    CsvOptions options;
    options.cells = Cells::taken;
    read_observations(source_of(tidy.csv), [](const ObservationRow& row) {
      if (!place_of(row, "value").starts_with("cell ")) std::abort();
    }, options);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  try {
    read(bytes);
  } catch (const Error&) {
  }
  try {
    test::SmallWorkbook book;
    auto parts = book.parts();
    for (auto& [name, text] : parts)
      if (name == "xl/worksheets/sheet1.xml") text = bytes;
    read(test::zip_of(parts, test::Packing::stored));
  } catch (const Error&) {
  }
  return 0;
}
