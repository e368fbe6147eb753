// P7 for texts: strings that have broken other people's programs, in every text of every request that the program takes. Each is refused
// with a word about it, or kept in its clean form: nothing that cannot be seen, that turns the direction of writing, or that is no
// text reaches a table; nothing is a defect of ours. The requests are made from the program's own description of itself, so that
// new ones are covered.
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::bo;
using test::expect;

namespace {

constexpr const char* mark = "MARK5521";

/// As they stand between the quotation marks of JSON. Each holds the mark, so that it is found again.
std::vector<std::string> naughty() {
  std::vector<std::string> out = {
      R"(a\u0000b)", R"(\u0001\u001b[31mred)", R"(a\u007fb)", R"(a\u0085b)",                    // controls
      R"(abc\u202edef)", R"(\u2066a\u2069)", R"(\u200fa)", R"(\u061ca)",                         // direction of writing
      R"(a\u200bb)", R"(a\u200db)", R"(\ufeffa)", R"(a\u00adb)", R"(a\u2060b)", R"(\udb40\udc41)",  // not to be seen
      R"(\u3164)", R"(\u2800\u2800)", R"(\ufff9a\ufffb)", R"(\u115f)",
      R"(\ud800)", R"(\udc00\ud800)", "\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",  // no text at all
      R"(a\u2028b\u2029c)", R"(a\r\nBcc: x@y.example)",                                           // lines
      R"(Cafe\u0301)", R"(\u1100\u1161)", R"(\ufb01)", R"(\u212b)", R"(\u0130\u0131)",              // normal forms
      R"(\ud83d\ude00\ud83c\udff3\ufe0f)", R"(\uffff\ufdd0)", R"(\u00a0\u3000)",
      R"('; DROP TABLE person; --)", R"(\" OR \"\"=\")", R"(%s%n%x%d)", R"($1 {0} {{1}} ${jndi:ldap://x})",  // other people's languages
      R"(<script>alert(1)<\/script>)", R"(\"><img src=x onerror=alert(1)>)", R"(=cmd|'\/C calc'!A0)", R"(..\/..\/..\/etc\/passwd)", R"(-1e999)", R"(NaN)", R"(true)", R"(\\)",
      R"(@[x](00000000000000000000)@[)", R"(https:\/\/x.example\/?a=b&c=%00)"};
  std::string marks;
  for (int i = 0; i < 2'000; ++i) marks += R"(\u0301)";
  out.push_back("a" + marks);
  out.push_back(std::string(200'000, 'x'));
  for (auto& text : out) text = mark + text;
  return out;
}

/// A request's body made from its schema, with the text in every place that takes any.
class Body {
 public:
  Body(const json::Value& document, const std::map<std::string, std::string>& ids, const std::string& text) : document_(document), ids_(ids), text_(text) {}

  std::string of(const json::Value& schema, const std::string& name = "", int depth = 0) const {
    if (auto* reference = schema.find("$ref")) {
      std::string component = reference->string()->substr(reference->string()->rfind('/') + 1);
      return depth > 6 ? "null" : of(*document_.find("components")->find("schemas")->find(component), name, depth + 1);
    }
    if (auto* any = schema.find("anyOf")) return of((*any->array())[0], name, depth);
    if (auto* words = schema.find("enum")) return json_of((*words->array())[0]);
    if (auto* type = schema.find("type"); type && type->array()) return "\"" + text_ + "\"";
    std::string type = at(schema, "type");
    if (type == "object") {
      std::string out;
      if (auto* properties = schema.find("properties"))
        for (const auto& member : *properties->object()) out += fmt::format("{}\"{}\":{}", out.empty() ? "" : ",", member.name, of(member.value, member.name, depth + 1));
      return "{" + out + "}";
    }
    if (type == "array") return "[" + of(*schema.find("items"), name, depth + 1) + "]";
    if (type == "integer" || type == "number") return "1";
    if (type == "boolean") return "false";
    if (type != "string") return "null";
    if (at(schema, "format") == "date") return "\"2010-01-31\"";
    if (at(schema, "format") == "date-time") return "\"2010-01-31T00:00:00Z\"";
    if (auto pattern = at(schema, "pattern"); pattern.find("{20}") != std::string::npos) return "\"" + id_of(name) + "\"";
    else if (!pattern.empty()) return "\"2009-12\"";
    return "\"" + text_ + "\"";
  }
  std::string id_of(const std::string& name) const {
    auto found = ids_.find(name);
    return found == ids_.end() ? ids_.at("objective") : found->second;
  }

 private:
  static std::string json_of(const json::Value& value) { return "\"" + *value.string() + "\""; }

  const json::Value& document_;
  const std::map<std::string, std::string>& ids_;
  const std::string& text_;
};

bool is_hidden(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0x3164 || c == 0x2800 || c == 0x115f || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff) ||
         (c >= 0xd800 && c < 0xe000) || c > 0x10ffff;
}

/// What is wrong with a text in a table; empty if nothing is. Decoded here on its own.
std::string wrong_with(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto byte = static_cast<unsigned char>(text[i]);
    int more = byte < 0x80 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : -1;
    if (more < 0 || i + static_cast<std::size_t>(more) >= text.size()) return "not UTF-8";
    char32_t c = more == 0 ? byte : byte & (0x3fu >> more);
    for (int k = 1; k <= more; ++k) {
      auto next = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
      if ((next & 0xc0) != 0x80) return "not UTF-8";
      c = (c << 6) | (next & 0x3f);
    }
    if (is_hidden(c)) return fmt::format("U+{:04X}", static_cast<unsigned>(c));
    i += static_cast<std::size_t>(more) + 1;
  }
  return "";
}

struct Kept {
  std::int64_t marked = 0;              ///< texts that came from these requests
  std::vector<std::string> wrong;  ///< "theme.name: U+200B"
};

/// All texts of all tables.
Kept look_into_tables(World& world) {
  return world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) {
    Kept out;
    auto columns = t.kind() == db::Kind::sqlite
                       ? t.all<std::tuple<std::string, std::string>>("SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND p.type = 'TEXT'")
                       : t.all<std::tuple<std::string, std::string>>("SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text'");
    REQUIRE(columns.size() > 100);
    for (const auto& [table, column] : columns)
      for (const auto& text : t.all<std::string>(fmt::format("SELECT {1} FROM {0} WHERE {1} IS NOT NULL", table, column))) {
        out.marked += text.find(mark) != std::string::npos;
        if (auto what = wrong_with(text); !what.empty()) out.wrong.push_back(fmt::format("{}.{}: {}", table, column, what));
      }
    return out;
  });
}

bool is_left_out(std::string_view pattern) {
  // Passwords cost a lot on purpose, and are no texts that anybody sees; the operator does not come this way; whose place in the
  // alliance is changed asks no more.
  for (const char* part : {"/sessions", "/password", "/operator/", "/accept", "/members/"})
    if (pattern.find(part) != std::string_view::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("naughty strings in every text of every request are refused or kept clean, and never a defect") {
  test::for_each_world([](World& world) {
    world.sign_in(ada);
    std::map<std::string, std::string> ids;
    ids["alliance"] = at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    std::string base = "/api/v1/alliances/" + ids["alliance"];
    auto made = [&](const std::string& name, const std::string& what, const std::string& body) { ids[name] = at(expect(world.post(ada, base + what, body), 201), "id"); };
    auto map = expect(world.get(ada, base + "/map"), 200);
    ids["perspective"] = at(map, "lanes.0.id");
    made("theme", "/themes", R"({"name":"Growth"})");
    for (const char* name : {"to", "objective"}) made(name, "/objectives", fmt::format(R"({{"title":"Sell","perspective":"{}","theme":"{}"}})", ids["perspective"], ids["theme"]));
    made("measure", "/measures", fmt::format(R"({{"objective":"{}","name":"Sales","code":"M","frequency":"month","scoring":{{"type":"higher","red":1,"green":2}}}})", ids["objective"]));
    made("initiative", "/initiatives", fmt::format(R"({{"name":"Work","objectives":["{}"]}})", ids["objective"]));
    made("comment", "/comments", fmt::format(R"({{"about":"objective:{}","text":"So"}})", ids["objective"]));
    made("value", "/values", R"({"text":"Candour"})");
    ids["from"] = ids["objective"];
    ids["party"] = at(expect(world.get(ada, base + "/scorecard"), 200), "parties.0.id");
    ids["owner"] = ids["person"] = ids["leader"] = world.program->viewers().person_by_email(ada)->text();

    const json::Value document = json::parse(world.get(ada, "/api/v1/openapi.json").body_view(), {100'000'000, 64});
    std::set<std::string> told;
    int asked = 0, taken = 0, refused = 0;
    auto judge = [&](const std::string& what, const http::Response& response) {
      ++asked;
      (response.status < 300 ? taken : refused) += 1;
      if (response.status >= 500 && told.insert(what).second) MESSAGE(what, " ", response.status, " ", std::string(response.body_view()), " ", World::last_defect());
      if (response.status >= 400 && (response.body_view().size() > 20'000 || test::code_of(response).empty()) && told.insert(what).second)
        MESSAGE(what, " is refused with ", response.body_view().size(), " bytes");
    };
    // By people, so that each request reaches the store with all else in order; the others are made from the schemas.
    const std::pair<std::string, std::string> forms[] = {
        {"/api/v1/alliances", R"({"name":"%"})"},
        {base + "/themes", R"({"name":"%"})"},
        {base + "/perspectives", R"({"name":"%"})"},
        {base + "/values", R"({"text":"%"})"},
        {base + "/wins", R"({"party":")" + ids["party"] + R"(","text":"%"})"},
        {base + "/objectives", fmt::format(R"({{"title":"%","description":"%","perspective":"{}","theme":"{}"}})", ids["perspective"], ids["theme"])},
        {base + "/measures", fmt::format(R"({{"objective":"{}","name":"%","unit":"%","frequency":"month"}})", ids["objective"])},
        {base + "/measures", fmt::format(R"({{"objective":"{}","name":"Coded","code":"%","frequency":"month"}})", ids["objective"])},
        {base + "/measures", fmt::format(R"({{"objective":"{}","name":"Computed","formula":"%","frequency":"month"}})", ids["objective"])},
        {base + "/initiatives", fmt::format(R"({{"name":"%","objectives":["{}"]}})", ids["objective"])},
        {base + "/comments", fmt::format(R"({{"about":"objective:{}","text":"%"}})", ids["objective"])},
        {base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":1,"note":"%","reason":"%"}}])", ids["measure"])},
        {base + "/formula", R"({"text":"%","code":"X"})"},
        {base + "/freezes", R"({"period":"2009-Q4","title":"%","note":"%"})"},
        {"/api/v1/objectives/" + ids["objective"] + "/overrides", R"({"light":"green","reason":"%","expires":"2010-06-30"})"},
        {"/api/v1/me/tokens", R"({"name":"%"})"}};
    for (const auto& text : naughty()) {
      for (const auto& [target, form] : forms) {
        std::string body = form;
        for (auto place = body.find('%'); place != std::string::npos; place = body.find('%', place + text.size())) body.replace(place, 1, text);
        judge("POST " + target, world.post(ada, target, body));
      }
      judge("CSV", world.ask(ada, http::Method::post, base + "/imports/observations?commit=true", "measure,period,value,note\nM,2009-11,1,\"" + text + "\"\n", "", "text/csv"));
      for (const auto& route : world.program->router().routes()) {
        if (is_left_out(route->pattern)) continue;
        std::string target = route->pattern;
        for (auto open = target.find('{'); open != std::string::npos; open = target.find('{')) {
          std::string name = target.substr(open + 1, target.find('}') - open - 1), before = target.substr(0, open - 1);
          before = before.substr(before.rfind('/') + 1);  // "/objectives/{id}" names an objective
          target.replace(open, name.size() + 2, ids.contains(name) ? ids[name] : ids.contains(before.substr(0, before.size() - 1)) ? ids[before.substr(0, before.size() - 1)] : ids["objective"]);
        }
        if (route->method == http::Method::get) {
          std::string query, encoded;
          for (unsigned char c : text.substr(0, 3'000)) encoded += fmt::format("%{:02X}", c);
          for (const auto& parameter : route->description.query) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", parameter.name, encoded);
          if (query.empty() || route->pattern.ends_with(".pdf") || route->pattern.ends_with(".png")) continue;
          try {
            judge("GET " + route->pattern, world.get(ada, target + query));
          } catch (const Error& error) {  // what the connection refuses before there is a request
            CHECK(error.kind() == ErrorKind::bad_input);
          }
          continue;
        }
        if (!route->description.request) continue;
        std::string method(http::name_of(route->method));
        for (char& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const json::Value& schema = *document.find("paths")->find(route->pattern)->find(method)->find("requestBody")->find("content")->find("application/json")->find("schema");
        judge(method + " " + route->pattern, world.ask(ada, route->method, target, Body(document, ids, text).of(schema), "1"));
      }
    }
    CHECK(told.empty());
    CHECK(asked > 3'000);
    CHECK(taken > 100);
    CHECK(refused > 1'000);

    auto kept = look_into_tables(world);
    CHECK(kept.marked > 50);  // many were taken: it is not that everything is refused
    std::set<std::string> wrong(kept.wrong.begin(), kept.wrong.end());
    INFO(fmt::format("{}", fmt::join(wrong, "\n")));
    CHECK(wrong.empty());
    // The control: what a form would let through is found by the same look.
    world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& t) { t.run("UPDATE theme SET name = $2 WHERE id = $1", ids["theme"], "Grow\u200bth"); });
    CHECK(look_into_tables(world).wrong == std::vector<std::string>{"theme.name: U+200B"});
  });
}
