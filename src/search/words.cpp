#include "search/words.hpp"

#include <set>

#include "base/text.hpp"

namespace entente::search {
namespace {

constexpr std::size_t most_words = 8;

/// The letter after the space: who may find by which part.
char letter(Part part, bool map_only) {
  switch (part) {
    case Part::code: return map_only ? 'l' : 'k';
    case Part::title: return map_only ? 'u' : 't';
    case Part::all: return map_only ? 'c' : 'b';
  }
  return '?';
}

std::string joined(std::string_view text) {
  std::string out;
  for (const auto& word : words_of(text)) out += word;
  return out;
}

std::vector<std::string> beginnings_of(const access::Viewer& viewer, Part part) {
  std::vector<std::string> out;
  auto add = [&](const SpaceId& space, bool map_only) { out.push_back(space.text() + letter(part, map_only)); };
  for (const auto& grant : viewer.grants) {
    bool map_only = !grant.may(access::Act::read_shared);
    if (grant.sees(grant.shared)) add(grant.shared, map_only);
    if (map_only) continue;
    if (grant.sees(grant.own)) add(grant.own, false);
    for (const auto& agreement : grant.agreements)
      if (grant.sees(agreement)) add(agreement, false);
  }
  return out;
}

}  // namespace

std::string indexed_words(const SpaceId& space, Reach reach, std::string_view code, std::string_view title, std::string_view body) {
  std::set<std::string> out;
  auto add = [&](Part part, const std::string& word) {
    out.insert(space.text() + letter(part, false) + word);
    if (reach == Reach::everybody) out.insert(space.text() + letter(part, true) + word);
  };
  if (auto whole = joined(code); !whole.empty()) add(Part::code, whole);
  for (std::string_view text : {code, title})
    for (const auto& word : words_of(text)) {
      add(Part::title, word);
      add(Part::all, word);
    }
  for (const auto& word : words_of(body)) add(Part::all, word);
  std::string text;
  for (const auto& word : out) text += (text.empty() ? "" : " ") + word;
  return text;
}

Question question_of(const access::Viewer& viewer, std::string_view text, Part part) {
  std::vector<std::string> words = part == Part::code ? std::vector{joined(text)} : words_of(text);
  if (words.size() > most_words) words.resize(most_words);
  auto beginnings = beginnings_of(viewer, part);
  Question question;
  if (beginnings.empty()) return question;
  for (const auto& word : words) {
    if (word.empty()) continue;
    auto& either = question.emplace_back();
    for (const auto& beginning : beginnings) either.push_back(beginning + word);
  }
  return question;
}

std::string for_sqlite(const Question& question) {
  std::string out;
  for (const auto& either : question) {
    out += out.empty() ? "(" : " AND (";
    for (std::size_t i = 0; i < either.size(); ++i) out += fmt::format("{}\"{}\"*", i == 0 ? "" : " OR ", either[i]);
    out += ")";
  }
  return out;
}

std::string for_postgres(const Question& question) {
  std::string out;
  for (const auto& either : question) {
    out += out.empty() ? "(" : " & (";
    for (std::size_t i = 0; i < either.size(); ++i) out += fmt::format("{}'{}':*", i == 0 ? "" : " | ", either[i]);
    out += ")";
  }
  return out;
}

}  // namespace entente::search
