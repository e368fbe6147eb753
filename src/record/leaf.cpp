#include "record/leaf.hpp"

#include <charconv>

#include "base/error.hpp"
#include "json/text.hpp"
#include "json/value.hpp"

namespace entente::record {
namespace {

constexpr int format = 1;
constexpr json::Limits limits{std::size_t{64} << 20, 64};

void write_canonical(std::string& out, const json::Value& value) {
  if (auto* members = value.object()) {
    std::vector<const json::Member*> order;
    order.reserve(members->size());
    for (auto& member : *members) order.push_back(&member);
    std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->name < b->name; });
    char before = '{';
    for (auto* member : order) {
      out += before;
      json::write_string(out, member->name);
      out += ':';
      write_canonical(out, member->value);
      before = ',';
    }
    out += order.empty() ? "{}" : "}";
  } else if (auto* items = value.array()) {
    char before = '[';
    for (auto& item : *items) {
      out += before;
      write_canonical(out, item);
      before = ',';
    }
    out += items->empty() ? "[]" : "]";
  } else {
    json::write_value(out, value);
  }
}

/// Writes one object whose members are given in sorted order.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) {}
  Members& text(std::string_view name, std::string_view value) {
    begin(name);
    json::write_string(out_, value);
    return *this;
  }
  Members& number(std::string_view name, std::uint64_t value) { return raw(name, fmt::to_string(value)); }
  Members& raw(std::string_view name, std::string_view json) {
    begin(name);
    out_ += json;
    return *this;
  }
  std::string& begin(std::string_view name) {
    out_ += first_ ? "{\"" : ",\"";
    first_ = false;
    out_ += name;
    out_ += "\":";
    return out_;
  }
  void end() { out_ += first_ ? "{}" : "}"; }

 private:
  std::string& out_;
  bool first_ = true;
};

[[noreturn]] void throw_malformed(std::string_view what) {
  throw_bad_field(what, "malformed_leaf", fmt::format("A leaf of the record is not readable: “{}” is not right.", what));
}

const std::string* find_text(const json::Value& object, std::string_view name) {
  auto* value = object.find(name);
  if (!value) return nullptr;
  if (!value->string()) throw_malformed(name);
  return value->string();
}

std::string text_of(const json::Value& object, std::string_view name) {
  auto* text = find_text(object, name);
  return text ? *text : std::string();
}

std::uint64_t number_of(const json::Value& object, std::string_view name) {
  auto* value = object.find(name);
  auto* number = value ? value->number() : nullptr;
  std::uint64_t result = 0;
  if (!number) throw_malformed(name);
  auto* end = number->text.data() + number->text.size();
  if (std::from_chars(number->text.data(), end, result).ptr != end) throw_malformed(name);
  return result;
}

template <class SomeId>
SomeId id_of(const json::Value& object, std::string_view name) {
  auto* text = find_text(object, name);
  if (!text) return {};
  auto id = SomeId::parse(*text);
  if (!id) throw_malformed(name);
  return *id;
}

Hash hash_of(const json::Value& object, std::string_view name) {
  auto bytes = auth::from_hex(text_of(object, name));
  auto hash = bytes ? auth::digest_of(*bytes) : std::nullopt;
  if (!hash) throw_malformed(name);
  return *hash;
}

std::string json_of(const json::Value& object, std::string_view name) {
  std::string text;
  if (auto* value = object.find(name)) write_canonical(text, *value);
  return text;
}

constexpr std::array channel_names = {"web", "api", "command_line", "system"};

/// Days begin at midnight UTC.
std::string_view day_of(std::string_view moment) { return moment.substr(0, 10); }

}  // namespace

std::string canonical(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  write_canonical(text, json::parse(json, limits));
  if (text.size() <= largest_value) return text;
  return fmt::format("{{\"digest\":{{\"bytes\":{},\"sha256\":\"{}\"}}}}", text.size(),
                     auth::hex(auth::bytes_of(auth::sha256(text))));
}

Hash commitment(std::string_view salt, PersonId person, std::string_view name) {
  return auth::hmac_sha256(salt, fmt::format("{}\n{}", person.view(), name));
}

std::string leaf_bytes(const Leaf& leaf) {
  std::string bytes;
  bytes.reserve(400 + leaf.before.size() + leaf.after.size());
  bool named = leaf.naming == Naming::named;
  auto at = leaf.at.text();
  Members members(bytes);
  members.text("act", leaf.act.view());
  if (!leaf.after.empty()) members.raw("after", leaf.after);
  members.text("at", named ? at : day_of(at));
  if (leaf.batch) {
    Members batch(members.begin("batch"));
    batch.number("count", leaf.batch->count).text("sha256", auth::hex(auth::bytes_of(leaf.batch->digest))).end();
  }
  if (!leaf.before.empty()) members.raw("before", leaf.before);
  if (named) members.text("channel", channel_names[static_cast<std::size_t>(leaf.channel)]);
  members.number("format", format).number("index", leaf.index).text("kind", leaf.kind);
  if (!leaf.object.kind.empty()) {
    Members object(members.begin("object"));
    object.text("id", leaf.object.id).text("kind", leaf.object.kind);
    if (!leaf.object.label.empty()) object.text("label", leaf.object.label);
    object.number("version", static_cast<std::uint64_t>(leaf.object.version)).end();
  }
  if (!leaf.organisation.empty()) members.text("organisation", leaf.organisation.view());
  if (leaf.person) members.text("person", auth::hex(auth::bytes_of(*leaf.person)));
  members.text("space", leaf.space.view()).end();
  return bytes;
}

Leaf parse_leaf(std::string_view bytes) {
  auto value = json::parse(bytes, limits);
  if (!value.object()) throw_malformed("leaf");
  if (number_of(value, "format") != format) throw_malformed("format");
  Leaf leaf;
  leaf.space = id_of<SpaceId>(value, "space");
  leaf.index = number_of(value, "index");
  leaf.act = id_of<ActId>(value, "act");
  leaf.kind = text_of(value, "kind");
  auto at = text_of(value, "at");
  leaf.naming = at.size() == 10 ? Naming::anonymous : Naming::named;
  leaf.at = parse_instant(leaf.naming == Naming::anonymous ? at + "T00:00:00Z" : at);
  if (leaf.naming == Naming::named) {
    auto found = std::find(channel_names.begin(), channel_names.end(), text_of(value, "channel"));
    if (found == channel_names.end()) throw_malformed("channel");
    leaf.channel = static_cast<Channel>(found - channel_names.begin());
  }
  if (value.find("person")) leaf.person = hash_of(value, "person");
  leaf.organisation = id_of<OrganisationId>(value, "organisation");
  if (auto* object = value.find("object"))
    leaf.object = {text_of(*object, "kind"), text_of(*object, "id"),
                   static_cast<std::int64_t>(number_of(*object, "version")), text_of(*object, "label")};
  leaf.before = json_of(value, "before");
  leaf.after = json_of(value, "after");
  if (auto* batch = value.find("batch")) leaf.batch = Batch{number_of(*batch, "count"), hash_of(*batch, "sha256")};
  if (leaf_bytes(leaf) != bytes) throw_malformed("form");
  return leaf;
}

}  // namespace entente::record
