// Any bytes: either an `Error`, or a plan that survives out and in.
#include <cstdlib>

#include "base/error.hpp"
#include "exchange/plan_document.hpp"
#include "exchange/stratml.hpp"

using namespace entente;
using namespace entente::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Plan plan;
  try {
    plan = read_stratml({reinterpret_cast<const char*>(data), size});
  } catch (const Error&) {
    return 0;
  }
  plan.warnings.clear();
  Plan again = read_stratml(write_stratml(plan));
  again.warnings.clear();
  if (!(again == plan)) std::abort();
  return 0;
}
