// Any bytes as the address of a saved filter: what is kept is one of our own pages, and outside alliances leads into none.
#include <cstdio>
#include <cstdlib>

#include "filter/rules.hpp"

namespace {
using namespace entente;

void require(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (auto place : {filter::Place::outside_alliances, filter::Place::in_alliance}) {
    if (auto wrong = filter::wrong_address(text, place)) {
      require(wrong->path == "address" && !wrong->message.empty(), "a refusal without words at the field");
      continue;
    }
    require(text.size() <= 4'000, "a long address was kept");
    require(text.starts_with('/') && !text.starts_with("//"), "an address that leads away was kept");
    for (unsigned char c : text) require(c > 0x20 && c < 0x7f && c != '\\', "what no address holds as it is was kept");
    if (place == filter::Place::outside_alliances) require(!text.starts_with("/a/"), "an alliance is named outside of it");
  }
  return 0;
}
