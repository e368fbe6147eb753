// Any bytes: either an `Error`, or rows that are written and read back the same.
#include <cstdlib>

#include "base/error.hpp"
#include "exchange/csv.hpp"

using namespace entente;
using namespace entente::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    std::string out;
    std::size_t rows = 0;
    write_observations_header(out);
    read_observations(source_of({reinterpret_cast<const char*>(data), size}), [&](const ObservationRow& row) {
      write_observation(out, row);
      ++rows;
    });
    std::string again;
    write_observations_header(again);
    std::size_t wrong = read_observations(source_of(out), [&](const ObservationRow& row) { write_observation(again, row); --rows; }).wrong;
    if (wrong != 0 || rows != 0 || again != out) std::abort();
  } catch (const Error&) {
  }
  return 0;
}
