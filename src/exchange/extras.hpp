#pragma once
#include "alliance/types.hpp"
#include "exchange/plan.hpp"
#include "json/json.hpp"

namespace entente::exchange {

/// The value of another enumeration that has the same name. Both sides list the same names; a missing one is a defect.
template <class To, class From>
To same_name(From value) {
  auto found = json::Codec<To>::parse(json::Codec<From>::name(value));
  if (!found) throw Error(ErrorKind::internal, "enum_differs", "Something went wrong here. It has been noted.");
  return *found;
}

inline alliance::Kind kind_of(AllianceKind kind) {
  return kind == AllianceKind::strategic_business_relationship ? alliance::Kind::sbr : same_name<alliance::Kind>(kind);
}
inline AllianceKind kind_of(alliance::Kind kind) {
  return kind == alliance::Kind::sbr ? AllianceKind::strategic_business_relationship : same_name<AllianceKind>(kind);
}

/// What a plan carries that nothing here shows or edits, kept beside the alliance so that export gives it back.
struct Extras {
  Publication publication;
  std::vector<Organisation> organisations;
  std::map<std::string, std::string> theme_codes;     ///< by foreign identifier, or name where there is none
  std::map<std::string, std::string> measure_sources; ///< by code
};
BOOST_DESCRIBE_STRUCT(Extras, (), (publication, organisations, theme_codes, measure_sources))

inline Extras extras_of(const Plan& plan) {
  Extras extras{plan.publication, plan.organisations, {}, {}};
  for (const auto& theme : plan.themes)
    if (!theme.code.empty()) extras.theme_codes[theme.identifier.empty() ? theme.name : theme.identifier] = theme.code;
  for (const auto& measure : plan.measures)
    if (!measure.source_text.empty()) extras.measure_sources[measure.code] = measure.source_text;
  return extras;
}

}  // namespace entente::exchange
