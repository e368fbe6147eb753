// Any bytes either are refused as JSON or survive writing and reading again.
#include <cstdio>
#include <cstdlib>

#include "json/json.hpp"

namespace {
using namespace entente;

BOOST_DEFINE_ENUM_CLASS(Colour, green, yellow, red)

struct Leaf {
  double number = 0;
  std::optional<Decimal> decimal;
  std::optional<Colour> colour;
  std::optional<Date> on;
  std::optional<Period> period;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (number, decimal, colour, on, period))

struct Tree {
  std::string name;
  std::optional<std::vector<Leaf>> leaves;
  std::optional<std::map<std::string, std::int32_t>> counts;
  std::optional<std::variant<bool, double, std::string, Leaf>> any;
  std::optional<json::Raw> raw;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (name, leaves, counts, any, raw))

void require(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  json::Value value;
  try {
    value = json::parse(text);
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::bad_input || error.kind() == ErrorKind::too_large, "an unexpected error");
    return 0;
  }
  std::string written = json::text(value);
  require(json::text(json::parse(written)) == written, "what was written does not read back");
  try {
    std::string tree = json::text(json::from<Tree>(value));
    require(json::text(json::read<Tree>(tree)) == tree, "a struct does not survive");
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::bad_input, "an unexpected error");
    require(!error.fields().empty(), "an error without a field");
  }
  return 0;
}
