#include "activity/api.hpp"

namespace entente::activity {
namespace {

/// Fields that tell people nothing.
bool is_inner(std::string_view name) {
  static const std::set<std::string_view> inner = {"id", "alliance", "space", "version", "act", "number", "person", "organisation",
                                                   "recorded_at", "made_at", "foreign_id", "folded_name", "removed_at", "slug",
                                                   "thread", "author", "about", "about_kind", "part"};
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

json::Value parsed(std::string_view text) { return text.empty() ? json::Value() : json::parse(text); }

std::string text_of(const json::Value& value, std::string_view name) { return plain(value.find(name)).value_or(""); }

std::string label_of(std::string_view noun, const json::Value& value) {
  std::string code = text_of(value, "code");
  for (std::string_view name : {"title", "name", "text"})
    if (std::string text = text_of(value, name); !text.empty()) return code.empty() ? text : code + " " + text;
  if (noun == "target") return "from " + text_of(value, "effective_from");
  if (noun == "narrative") return "for " + text_of(value, "period");
  return code;
}

std::string_view past_tense(std::string_view verb) {
  if (verb == "created") return "added";
  if (verb == "undone") return "took back a change of";
  if (verb == "consented") return "consented to";
  return verb;
}

}  // namespace

std::string sentence(std::string_view kind, std::string_view before, std::string_view after, std::uint64_t count) {
  auto point = kind.find('.');
  std::string_view noun = kind.substr(0, point), verb = point == std::string_view::npos ? "" : kind.substr(point + 1);
  json::Value left = parsed(before), right = parsed(after);
  const json::Value& telling = right.is_null() ? left : right;
  if (noun == "observation") {
    if (verb == "undone") return count > 1 ? fmt::format("took back {} values", count) : "took back a value";
    if (count > 0) return fmt::format("entered {} values", count);
    std::string value = text_of(right, "value");
    std::string state = text_of(right, "state");
    if (value.empty()) value = state == "na" ? "n/a" : state;
    return left.is_null() ? fmt::format("entered {} for {}", value, text_of(right, "period"))
                          : fmt::format("corrected {} from {} to {}", text_of(right, "period"), text_of(left, "value"), value);
  }
  if (noun == "comment") {
    std::string about = text_of(telling, "about_kind");
    about = fmt::format("{} {}", about == "objective" || about == "initiative" || about == "alliance" ? "an" : "a", about);
    if (verb == "created") return "commented on " + about;
    if (verb == "replied") return "replied to a comment on " + about;
    return fmt::format("{} a comment on {}", verb == "changed" ? "edited" : past_tense(verb), about);
  }
  if (kind == "person.invited") return "sent an invitation";
  if (kind == "invitation.withdrawn") return "withdrew an invitation";
  if (kind == "invitation.consented") return "agreed to another partner's invitation";
  if (kind == "record.key_changed") return "changed the server's signing key";
  if (kind == "record.restored") {
    std::string moment = text_of(right, "backup_at").substr(0, 16);
    if (moment.size() == 16) moment[10] = ' ';
    return moment.empty() ? "put the data back to an earlier state" : fmt::format("put the data back to a backup of {} UTC", moment);
  }
  std::string label = label_of(noun, telling);
  if (noun == "member") return verb == "created" ? "added a member" : "changed a member's roles";
  return label.empty() ? fmt::format("{} {} {}", past_tense(verb), noun == "organisation" || noun == "objective" || noun == "initiative" || noun == "alliance" || noun == "override" ? "an" : "a", noun)
                       : fmt::format("{} {} {}", past_tense(verb), noun, label);
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
    out.push_back({name, std::move(was), std::move(is)});
  }
  return out;
}

}  // namespace entente::activity
