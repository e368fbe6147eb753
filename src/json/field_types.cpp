#include "json/field_types.hpp"

namespace entente::json {
namespace {

/// Runs a parse function of base, which throws one field error that names its path itself.
template <class Act>
void attempt(const Reader& at, Act act) {
  try {
    act(at.path());
  } catch (const Error& error) {
    at.add(error.fields());
  }
}

}  // namespace

void Codec<Decimal>::read(const Reader& at, const Value& value, Decimal& out) {
  if (!value.number()) return at.fail_type("a number", value);
  attempt(at, [&](const std::string& path) { out = parse_decimal(value.number()->text, path); });
}

void Codec<Date>::read(const Reader& at, const Value& value, Date& out) {
  if (!value.string()) return at.fail_type("a date", value);
  attempt(at, [&](const std::string& path) { out = parse_date(*value.string(), path); });
}

void Codec<Period>::read(const Reader& at, const Value& value, Period& out) {
  if (!value.string()) return at.fail_type("a period", value);
  attempt(at, [&](const std::string& path) { out = parse_period(*value.string(), path); });
}

}  // namespace entente::json
