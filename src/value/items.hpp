#pragma once
#include "access/items.hpp"
#include "value/types.hpp"

/// Where rows are kept, and how the record names them.
namespace entente::access {

template <>
struct ItemKind<value::Hope> {
  static constexpr std::string_view table = "hope", word = "hope";
};
template <>
struct ItemKind<value::HopeWord> {
  static constexpr std::string_view table = "hope_word", word = "hope_word";
};
template <>
struct ItemKind<value::Benefit> {
  static constexpr std::string_view table = "benefit", word = "benefit";
};
template <>
struct ItemKind<value::BenefitWord> {
  static constexpr std::string_view table = "benefit_word", word = "benefit_word";
};
template <>
struct ItemKind<value::Cost> {
  static constexpr std::string_view table = "alliance_cost", word = "cost";
};

}  // namespace entente::access
