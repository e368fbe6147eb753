#include "formation/rules.hpp"

#include <algorithm>
#include <set>

#include "base/sane_day.hpp"
#include "base/text.hpp"

namespace entente::formation {
namespace {

constexpr TextRule title_rule{.longest = 160};
constexpr TextRule objective_title_rule{.longest = 120};  ///< as of the objective that a card may become
constexpr TextRule lines_rule{.longest = 4000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many};
constexpr std::size_t most_questions = 40;
constexpr std::size_t most_participants = 200;
constexpr std::size_t most_words = 12;
constexpr std::size_t most_findings = 50;

template <class ItemId>
void keep_each_once(std::vector<ItemId>& ids) {
  std::set<ItemId> seen;
  std::erase_if(ids, [&](const ItemId& id) { return !seen.insert(id).second; });
}

}  // namespace

std::vector<Question> standard_questions() {
  return {
      {FindingKind::value, "How do we create value for both?"},
      {FindingKind::value, "What would each of us not reach alone?"},
      {FindingKind::distinction, "How do we stand out together?"},
      {FindingKind::distinction, "What would customers miss if this alliance did not exist?"},
      {FindingKind::problem, "Which problems should we address?"},
      {FindingKind::problem, "What has kept us from solving them so far?"},
  };
}

Decimal mean(const Voice& voice) { return Decimal::from_integer(voice.total) / Decimal::from_integer(voice.raters); }

Consent consent_of(std::span<const Voice> partners) {
  Consent out;
  std::vector<Voice> heard;
  for (const auto& voice : partners)
    if (voice.raters > 0) heard.push_back(voice);
  // Means are compared as fractions: a.total / a.raters < b.total / b.raters.
  auto lower = [](const Voice& a, const Voice& b) { return a.total * b.raters < b.total * a.raters; };
  if (heard.size() >= 2) {
    auto [low, high] = std::minmax_element(heard.begin(), heard.end(), lower);
    out.gap = mean(*high) - mean(*low);
    out.percent = Decimal::from_integer(100) * (Decimal::from_integer(1) - *out.gap / Decimal::from_integer(4));
  }
  if (heard.size() < partners.size() || heard.empty()) return out;
  auto [low, high] = std::minmax_element(heard.begin(), heard.end(), lower);
  // gap ≥ 3/2, lowest ≥ 7/2, highest ≤ 5/2, each without dividing.
  std::int64_t gap = high->total * low->raters - low->total * high->raters;
  if (2 * gap >= 3 * high->raters * low->raters) out.standing = Standing::apart;
  else if (2 * low->total >= 7 * low->raters) out.standing = Standing::wanted;
  else if (2 * high->total <= 5 * high->raters) out.standing = Standing::unwanted;
  else out.standing = Standing::undecided;
  return out;
}

std::optional<Decimal> consent_meter(std::span<const Consent> cards) {
  Decimal sum;
  std::int64_t count = 0;
  for (const auto& card : cards)
    if (card.percent) {
      sum = sum + *card.percent;
      ++count;
    }
  if (count == 0) return std::nullopt;
  return sum / Decimal::from_integer(count);
}

bool stays_open(Standing standing) { return standing != Standing::wanted && standing != Standing::unwanted; }

CardId root_of(const std::map<CardId, const Card*>& cards, const CardId& card) {
  CardId here = card;
  for (std::size_t steps = 0; steps <= cards.size(); ++steps) {
    auto found = cards.find(here);
    if (found == cards.end() || !found->second->merged_into || !cards.contains(*found->second->merged_into)) return here;
    here = *found->second->merged_into;
  }
  return card;
}

bool may_merge(const std::map<CardId, const Card*>& cards, const CardId& card, const CardId& target) {
  // What lives on in nothing else cannot live on in `card`, so that no ring can come about.
  return card != target && cards.contains(target) && root_of(cards, target) == target;
}

std::optional<std::string> name_in(std::string_view text, std::span<const std::string> names) {
  auto said = words_of(text);
  std::set<std::string> words(said.begin(), said.end());
  for (const auto& name : names) {
    auto parts = words_of(name);
    if (parts.empty()) continue;
    bool whole = std::search(said.begin(), said.end(), parts.begin(), parts.end()) != said.end();
    if (whole || (parts.size() > 1 && parts.back().size() >= 3 && words.contains(parts.back()))) return name;
  }
  return std::nullopt;
}

std::string clean_words(std::string_view words, std::vector<FieldError>& errors) {
  std::string out;
  std::set<std::string> seen;
  while (!words.empty()) {
    auto comma = std::min(words.find(','), words.size());
    std::string word = clean_text(words.substr(0, comma), "words", {.longest = 40, .empty = TextRule::Empty::allowed}, errors);
    if (!word.empty() && seen.insert(fold(word)).second) out += (out.empty() ? "" : ", ") + word;
    words.remove_prefix(std::min(comma + 1, words.size()));
  }
  if (seen.size() > most_words) errors.push_back({"words", "too_many", fmt::format("{} theme words at most.", most_words)});
  return out;
}

void check(QuestionSet& set, std::vector<FieldError>& errors) {
  set.name = clean_text(set.name, "name", title_rule, errors);
  if (set.questions.empty()) errors.push_back({"questions", "empty", "A set has at least one question."});
  if (set.questions.size() > most_questions) errors.push_back({"questions", "too_many", fmt::format("{} questions at most.", most_questions)});
  for (std::size_t i = 0; i < set.questions.size() && i < most_questions; ++i)
    set.questions[i].text = clean_text(set.questions[i].text, fmt::format("questions[{}].text", i), {.longest = 300}, errors);
}

void check(Talk& talk, std::vector<FieldError>& errors) {
  talk.person = clean_text(talk.person, "person", {.longest = 120}, errors);
  check_day(talk.held_on, "held_on", errors);
  if (talk.answers.size() > most_questions) errors.push_back({"answers", "too_many", fmt::format("{} answers at most.", most_questions)});
  for (std::size_t i = 0; i < talk.answers.size() && i < most_questions; ++i) {
    auto& answer = talk.answers[i];
    answer.question = clean_text(answer.question, fmt::format("answers[{}].question", i), {.longest = 300}, errors);
    answer.text = clean_text(answer.text, fmt::format("answers[{}].text", i), {.longest = 8000, .empty = TextRule::Empty::allowed, .lines = TextRule::Lines::many}, errors);
  }
}

void check(Finding& finding, std::vector<FieldError>& errors) {
  finding.text = clean_text(finding.text, "text", {.longest = 1000, .lines = TextRule::Lines::many}, errors);
  finding.words = clean_words(finding.words, errors);
}

void check(Workshop& workshop, std::vector<FieldError>& errors) {
  workshop.title = clean_text(workshop.title, "title", title_rule, errors);
  workshop.purpose = clean_text(workshop.purpose, "purpose", lines_rule, errors);
  check_day(workshop.held_on, "held_on", errors);
  keep_each_once(workshop.participants);
  if (workshop.participants.size() > most_participants)
    errors.push_back({"participants", "too_many", fmt::format("{} participants at most.", most_participants)});
}

void check(Card& card, std::vector<FieldError>& errors, bool new_title) {
  if (new_title) card.title = clean_text(card.title, "title", objective_title_rule, errors);
  card.description = clean_text(card.description, "description", lines_rule, errors);
  keep_each_once(card.findings);
  if (card.findings.size() > most_findings) errors.push_back({"findings", "too_many", fmt::format("{} findings at most.", most_findings)});
}

void check(Matter& matter, std::vector<FieldError>& errors) {
  matter.title = clean_text(matter.title, "title", title_rule, errors);
  matter.note = clean_text(matter.note, "note", lines_rule, errors);
  matter.outcome = clean_text(matter.outcome, "outcome", lines_rule, errors);
  if (matter.state == MatterState::settled && matter.outcome.empty())
    errors.push_back({"outcome", "empty", "Say how it was settled."});
}

}  // namespace entente::formation
