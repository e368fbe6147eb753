// Any document either is refused with an error that says where, or is answered with JSON.
#include <cstdlib>

#include "json/json.hpp"
#include "scorecard/evaluate_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string answer;
  try {
    answer = entente::scorecard::evaluate_document({reinterpret_cast<const char*>(data), size});
  } catch (const entente::Error& error) {
    if (error.kind() != entente::ErrorKind::bad_input && error.kind() != entente::ErrorKind::too_large) std::abort();
    return 0;
  }
  const auto value = entente::json::parse(answer, {100'000'000, 32});
  if (!value.find("nodes")) std::abort();
  return 0;
}
