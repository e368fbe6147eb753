#pragma once
#include "access/items.hpp"
#include "formation/types.hpp"

/// Where rows are kept, and how the record names them.
namespace entente::access {

template <>
struct ItemKind<formation::QuestionSet> {
  static constexpr std::string_view table = "question_set", word = "question_set";
};
template <>
struct ItemKind<formation::Finding> {
  static constexpr std::string_view table = "finding", word = "finding";
};
template <>
struct ItemKind<formation::Workshop> {
  static constexpr std::string_view table = "workshop", word = "workshop";
};
template <>
struct ItemKind<formation::Card> {
  static constexpr std::string_view table = "card", word = "card";
};
template <>
struct ItemKind<formation::CardLink> {
  static constexpr std::string_view table = "card_link", word = "card_link";
};
template <>
struct ItemKind<formation::Matter> {
  static constexpr std::string_view table = "open_matter", word = "open_matter";
};

}  // namespace entente::access
