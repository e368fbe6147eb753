#include "activity/api.hpp"

#include "base/day_words.hpp"
#include "model/periods.hpp"

namespace entente::activity {
namespace {

/// Fields that tell people nothing.
bool is_inner(std::string_view name) {
  static const std::set<std::string_view> inner = {"id", "alliance", "space", "version", "act", "number", "person", "organisation",
                                                   "recorded_at", "made_at", "foreign_id", "folded_name", "removed_at", "slug",
                                                   "thread", "author", "about", "about_kind", "part", "dropped_at",
                                                   "commitment", "participants", "results", "voters", "said_of", "said_at", "claimed_at"};
  return inner.contains(name);
}

std::optional<std::string> plain(const json::Value* value) {
  if (!value || value->is_null()) return std::nullopt;
  if (value->string()) return *value->string();
  if (value->number()) return value->number()->text;
  if (value->boolean()) return *value->boolean() ? "yes" : "no";
  std::string text;
  json::write(text, *value);
  return text;
}

/// "2010-02-10" as "10 Feb 2010", "2010-H1" as "H1 2010"; anything else as it is.
std::string readable(std::string text) {
  if (auto day = try_parse_date(text)) return day_words(*day);
  if (auto period = try_parse_period(text)) return model::label_of(*period);
  return text;
}

/// What people call the things whose inner name tells them little.
std::string_view noun_words(std::string_view noun) {
  static const std::map<std::string_view, std::string_view> words = {
      {"override", "light set by hand"}, {"narrative", "note on the period"}, {"link", "arrow on the map"},
      {"member", "member"}, {"saved_filter", "saved filter"}, {"win", "win"}, {"value", "shared value"}, {"target", "target"},
      {"question_set", "question set"}, {"card_link", "link between cards"}, {"open_matter", "open matter"},
      {"rating", "the rating of the cards of"}, {"hope_word", "word on a hope"}, {"benefit_word", "word on a benefit"},
      {"cost", "cost of the alliance"}, {"service_level", "service level"}, {"service_level_value", "value of a service level"},
      {"measure_review", "decision on a measure"}};
  auto found = words.find(noun);
  return found == words.end() ? noun : found->second;
}

std::string_view article(std::string_view noun) {
  return !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos ? "an" : "a";
}

json::Value parsed(std::string_view text) { return text.empty() ? json::Value() : json::parse(text); }

std::string text_of(const json::Value& value, std::string_view name) { return plain(value.find(name)).value_or(""); }

std::string label_of(std::string_view noun, const json::Value& value) {
  std::string code = text_of(value, "code");
  for (std::string_view name : {"title", "name", "text"})
    if (std::string text = text_of(value, name); !text.empty()) return code.empty() ? text : code + " " + text;
  if (noun == "target") return "from " + readable(text_of(value, "effective_from"));
  if (noun == "narrative") return "for " + readable(text_of(value, "period"));
  return code;
}

std::string_view past_tense(std::string_view verb) {
  if (verb == "created") return "added";
  if (verb == "undone") return "took back a change of";
  if (verb == "came into force") return "signed, and so put in force,";
  if (verb == "consented") return "consented to";
  return verb;
}

/// Of what an organisation's administrators do to its people.
std::string_view person_words(std::string_view verb) {
  static const std::map<std::string_view, std::string_view> words = {
      {"created", "added a person"},
      {"changed", "changed the profile of a person"},
      {"suspended", "suspended a person"},
      {"reinstated", "reinstated a person"},
      {"reset_offered", "gave a person a link for a new password"},
      {"password_reset", "set a new password for a person, by a link"}};
  auto found = words.find(verb);
  return found == words.end() ? std::string_view() : found->second;
}

/// A word on the other side's value, or on a light: "disputed the value for Dec 2009".
std::string word_on(std::string_view thing, std::string_view verb, const std::string& period, std::uint64_t count) {
  std::string what = count > 1 ? fmt::format("{} {}s", count, thing) : period.empty() ? fmt::format("a {}", thing) : fmt::format("the {} for {}", thing, period);
  if (verb == "undone" || verb == "withdrawn") return "took back a word on " + what;
  return fmt::format("{} {}", verb, what);
}

}  // namespace

std::string sentence(std::string_view kind, std::string_view before, std::string_view after, std::uint64_t count) {
  auto point = kind.find('.');
  std::string_view noun = kind.substr(0, point), verb = point == std::string_view::npos ? "" : kind.substr(point + 1);
  json::Value left = parsed(before), right = parsed(after);
  const json::Value& telling = right.is_null() ? left : right;
  if (noun == "observation" || noun == "service_level_value") {
    if (verb == "undone") return count > 1 ? fmt::format("took back {} values", count) : "took back a value";
    if (count > 0) return fmt::format("entered {} values", count);
    std::string value = text_of(right, "value");
    std::string state = text_of(right, "state");
    if (value.empty()) value = state == "na" ? "n/a" : state;
    return left.is_null() ? fmt::format("entered {} for {}", value, readable(text_of(right, "period")))
                          : fmt::format("corrected {} from {} to {}", readable(text_of(right, "period")), text_of(left, "value"), value);
  }
  if (noun == "comment") {
    std::string about = text_of(telling, "about_kind");
    if (about == "service_level") about = noun_words(about);
    about = fmt::format("{} {}", article(about), about);
    if (verb == "created") return "commented on " + about;
    if (verb == "replied") return "replied to a comment on " + about;
    return fmt::format("{} a comment on {}", verb == "changed" ? "edited" : past_tense(verb), about);
  }
  if (noun == "person")
    if (auto words = person_words(verb); !words.empty()) return std::string(words);
  if (noun == "freeze") return "froze " + text_of(right, "title");
  if (noun == "file") {
    std::string about = text_of(telling, "about_kind"), file = text_of(telling, "name");
    if (about == "service_level") about = noun_words(about);
    about = fmt::format("{} {}", article(about), about);
    if (verb == "created") return fmt::format("attached {} to {}", file, about);
    if (verb == "removed") return fmt::format("removed the file {} from {}", file, about);
    return left.is_null() ? fmt::format("brought the file {} back to {}", file, about) : fmt::format("took the file {} away from {}", file, about);
  }
  if (kind == "person.invited") return "sent an invitation";
  if (kind == "invitation.withdrawn") return "withdrew an invitation";
  if (kind == "invitation.consented") return "agreed to another partner's invitation";
  if (kind == "export.brought_in") return fmt::format("brought in an export from {}", text_of(right, "server"));
  if (kind == "export.taken") return "took an export";
  if (kind == "record.key_changed") return "changed the server's signing key";
  if (kind == "record.restored") {
    std::string moment = text_of(right, "backup_at").substr(0, 16);
    if (moment.size() == 16) moment[10] = ' ';
    return moment.empty() ? "put the data back to an earlier state" : fmt::format("put the data back to a backup of {} UTC", moment);
  }
  if (noun == "measure_review" && verb == "decided") {
    std::string verdict = text_of(right, "verdict");
    return fmt::format("decided to {} a measure", verdict);
  }
  if (noun == "light_verdict" || noun == "value_verdict") return word_on(noun == "light_verdict" ? "light" : "value", verb, readable(text_of(telling, "period")), count);
  std::string label = label_of(noun, telling);
  if (kind == "party.changed") return "changed the fiscal year of " + label;
  if (kind == "party.undone") return "took back a change of the fiscal year of " + label;
  if (noun == "member") return verb == "created" ? "added a member" : "changed a member's roles";
  if (noun == "override" && verb == "created")
    return fmt::format("set a light by hand until {}", readable(text_of(right, "expires")));
  auto words = noun_words(noun);
  return label.empty() ? fmt::format("{} {} {}", past_tense(verb), article(words), words)
                       : fmt::format("{} {} {}", past_tense(verb), words, label);
}

std::vector<FieldChange> changes_between(std::string_view before, std::string_view after) {
  json::Value left = parsed(before), right = parsed(after);
  std::vector<FieldChange> out;
  std::set<std::string> names;
  for (const json::Value* value : {&left, &right})
    if (value->object())
      for (const auto& member : *value->object()) names.insert(member.name);
  for (const auto& name : names) {
    if (is_inner(name)) continue;
    auto was = plain(left.find(name)), is = plain(right.find(name));
    if (was == is || (!was && is->empty()) || (!is && was->empty())) continue;
    for (auto* side : {&was, &is})
      if (*side) *side = readable(std::move(**side));
    out.push_back({name, std::move(was), std::move(is)});
  }
  return out;
}

}  // namespace entente::activity
