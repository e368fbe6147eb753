#include "json/json.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace {
using namespace entente;

BOOST_DEFINE_ENUM_CLASS(Light, green, yellow, red, default_)

struct Named {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

struct Target {
  double red = 0;
  std::optional<double> green;
};
BOOST_DESCRIBE_STRUCT(Target, (), (red, green))

struct Sheet : Named {
  bool private_ = false;
  std::int32_t count = 0;
  Light light = Light::red;
  std::vector<Target> targets;
  std::map<std::string, std::uint8_t> scores;
  std::optional<std::optional<std::string>> note;
};
BOOST_DESCRIBE_STRUCT(Sheet, (Named), (private_, count, light, targets, scores, note))

struct Texts {
  std::vector<std::string> texts;
};
BOOST_DESCRIBE_STRUCT(Texts, (), (texts))

template <class Act>
Error error_of(Act act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error was thrown");
  return Error(ErrorKind::internal, "", "");
}

constexpr std::string_view sheet_text =
    R"({"name":"A","private":true,"count":-3,"light":"default","targets":[{"red":0.1,"green":null},{"red":2,"green":3.5}],"scores":{"a":1,"b":255}})";
}  // namespace

TEST_CASE("a described struct is read and written with its bases, nested structs and keyword names") {
  auto sheet = json::read<Sheet>(sheet_text);
  CHECK(sheet.name == "A");
  CHECK(sheet.private_);
  CHECK(sheet.count == -3);
  CHECK(sheet.light == Light::default_);
  CHECK(sheet.targets.size() == 2);
  CHECK(sheet.targets[1].green == 3.5);
  CHECK(sheet.scores.at("b") == 255);
  CHECK_FALSE(sheet.note.has_value());
  CHECK(json::text(sheet) == sheet_text);
}

TEST_CASE("absent and null are told apart by an optional of an optional") {
  std::string start(sheet_text.substr(0, sheet_text.size() - 1));
  auto with_null = json::read<Sheet>(start + R"(,"note":null})");
  CHECK(with_null.note.has_value());
  CHECK_FALSE(with_null.note->has_value());
  CHECK(json::read<Sheet>(start + R"(,"note":"n"})").note->value() == "n");
}

TEST_CASE("all wrong fields are told at once, each with its path") {
  auto error = error_of([] {
    json::read<Sheet>(
        R"({"private":1,"count":1.5,"light":"blue","targets":[{"red":1},{"red":"x"},{"rod":1}],"scores":{"a":256}})");
  });
  CHECK(error.kind() == ErrorKind::bad_input);
  std::vector<std::string> found;
  for (const auto& field : error.fields()) found.push_back(field.path + " " + field.code);
  CHECK(found == std::vector<std::string>{"private wrong_type", "count not_whole", "light unknown_value",
                                          "targets[1].red wrong_type", "targets[2].rod unknown_field",
                                          "targets[2].red missing", "scores.a out_of_range", "name missing"});
  CHECK(error.fields()[2].message == "“light” cannot be “blue”; it is one of: green, yellow, red, default.");
}

TEST_CASE("syntax errors name line and column") {
  auto error = error_of([] { json::parse("{\n  \"a\": 1,\n  b\n}"); });
  CHECK(error.fields().at(0).path == "line 3, column 3");
}

TEST_CASE("texts that are not JSON are refused, and ones that are accepted") {
  // Cases in the manner of JSONTestSuite (Seriot 2016), written for this test.
  using namespace std::string_literals;
  const std::string refused[] = {"",
                                 " ",
                                 "[",
                                 "]",
                                 "[1,]",
                                 "[,1]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{'a':1}",
                                 "[1 2]",
                                 "nul",
                                 "True",
                                 "NaN",
                                 "Infinity",
                                 "-Infinity",
                                 "[+1]",
                                 "[01]",
                                 "[-]",
                                 "[1.]",
                                 "[.5]",
                                 "[1e]",
                                 "[1e+]",
                                 "[0x10]",
                                 "[1,5e]",
                                 "\"",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12G4\"",
                                 "\"\\ud800\"",
                                 "\"\\udc00\"",
                                 "\"\\ud800\\u0041\"",
                                 "\"a\nb\"",
                                 "\"\t\"",
                                 "\"\x80\"",
                                 "\"\xc0\xaf\"",
                                 "\"\xed\xa0\x80\"",
                                 "\"\xf4\x90\x80\x80\"",
                                 "\"\xe2\x82\"",
                                 "[1]x",
                                 "[1][2]",
                                 "// a\n1",
                                 "/* a */1",
                                 "\xef\xbb\xbf[1]",
                                 "[1]\0"s,
                                 "\0"s,
                                 "{\"a\":1,\"a\":2}",
                                 "[{\"b\":1,\"\\u0062\":2}]",
                                 "[1,\v2]",
                                 "{\"a\":1 \"b\":2}",
                                 "[\"a\",\n",
                                 "\xa0[1]",
                                 "#",
                                 "*"};
  for (const auto& text : refused) {
    INFO("text: " << text);
    CHECK(error_of([&] { json::parse(text); }).kind() == ErrorKind::bad_input);
  }
  const std::string accepted[] = {"0",
                                  "-0",
                                  "[]",
                                  "{}",
                                  " [ 1 , 2 ] ",
                                  "null",
                                  "\"\"",
                                  "\"\\ud83d\\ude00\"",
                                  "\"\xf0\x9f\x98\x80\"",
                                  "1e308",
                                  "1e99999",
                                  "1E-5",
                                  "\"\\u0000\"",
                                  "[[],[[]]]",
                                  "{\"\":0}",
                                  "\"\x7f\"",
                                  "-1.5e+3",
                                  "123456789012345678901234567890"};
  for (const auto& text : accepted) {
    INFO("text: " << text);
    CHECK_NOTHROW(json::parse(text));
  }
}

TEST_CASE("size, depth and duplicate names have limits with their own words") {
  auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK_NOTHROW(json::parse(nested(32)));
  CHECK(error_of([&] { json::parse(nested(33)); }).code() == "json_too_deep");
  CHECK(error_of([&] { json::parse(nested(200'000)); }).code() == "json_too_deep");
  CHECK(error_of([] { json::parse(std::string(1'000'001, ' ')); }).code() == "json_too_big");
  CHECK(error_of([] { json::parse(R"({"a":[0,{"b":1,"c":2,"b":3}]})"); }).fields().at(0).path == "a[1].b");
  std::string many = "{";
  for (int i = 0; i < 50'000; ++i) many += fmt::format("\"k{}\":0,", i);
  CHECK(error_of([&] { json::parse(many + "\"k7\":1}"); }).fields().at(0).code == "duplicate");
}

TEST_CASE("numbers keep their text") {
  const std::string text = R"({"a":0.10000000000000000000000000001,"b":[1e5,-0.0,123456789012345678901234567890.5]})";
  CHECK(json::text(json::read<json::Raw>(text)) == text);
  CHECK(json::parse(text).find("a")->number()->text == "0.10000000000000000000000000001");
}

TEST_CASE("doubles are finite, and the shortest text") {
  CHECK(json::text(0.1) == "0.1");
  CHECK(json::text(1e300) == "1e+300");
  CHECK(json::read<double>("1e308") == 1e308);
  CHECK(error_of([] { json::read<double>("1e309"); }).kind() == ErrorKind::bad_input);
  CHECK(error_of([] { json::text(1.0 / 0.0); }).kind() == ErrorKind::internal);
}

TEST_CASE("U+0000 in a text is refused at its field") {
  CHECK(error_of([] { json::read<Texts>(R"({"texts":["a\u0000"]})"); }).fields().at(0).path == "texts[0]");
}

TEST_CASE("identifiers and moments are texts") {
  SeededRandom random(3);
  auto id = AllianceId::make(random);
  CHECK(json::read<AllianceId>(json::text(id)) == id);
  CHECK_THROWS_AS(json::read<AllianceId>("\"x\""), Error);
  CHECK(json::text(Instant{0}) == "\"1970-01-01T00:00:00.000000Z\"");
  CHECK(json::read<Instant>("\"2008-06-30T12:00:00Z\"").microseconds == 1'214'827'200'000'000);
  CHECK_THROWS_AS(json::read<Instant>("\"2008-02-30T12:00:00Z\""), Error);
}

TEST_CASE("a variant is read by the type that is found") {
  using Any = std::variant<bool, double, std::string, Target>;
  CHECK(std::get<bool>(json::read<Any>("true")));
  CHECK(std::get<double>(json::read<Any>("2")) == 2);
  CHECK(std::get<std::string>(json::read<Any>("\"2\"")) == "2");
  CHECK(std::get<Target>(json::read<Any>(R"({"red":4})")).red == 4);
  CHECK(error_of([] { json::read<Any>(R"({"red":"4"})"); }).fields().at(0).path == "red");
  CHECK_THROWS_AS(json::read<Any>("[]"), Error);
}

TEST_CASE("every text survives writing and reading") {
  CHECK(rc::check([](const std::vector<std::uint16_t>& units) {
    std::string text;  // UTF-8 of the units that are no surrogates, with many that need escaping
    for (unsigned unit : units) {
      unsigned c = unit % 3 == 0 ? unit % 128 : unit;
      if (c == 0 || (c >= 0xd800 && c < 0xe000)) continue;
      if (c < 0x80) {
        text += static_cast<char>(c);
      } else if (c < 0x800) {
        text += {static_cast<char>(0xc0 | (c >> 6)), static_cast<char>(0x80 | (c & 63))};
      } else {
        text += {static_cast<char>(0xe0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 63)),
                 static_cast<char>(0x80 | (c & 63))};
      }
    }
    RC_ASSERT(json::read<std::string>(json::text(text)) == text);
  }));
  CHECK(rc::check([](double number) {
    if (number - number == 0) RC_ASSERT(json::read<double>(json::text(number)) == number);
  }));
}

TEST_CASE("a schema names each struct and each choice once") {
  json::Schemas schemas;
  CHECK(json::schema<std::vector<Sheet>>(schemas) ==
        R"({"type":"array","items":{"$ref":"#/components/schemas/Sheet"}})");
  CHECK(schemas.components().size() == 3);
  CHECK(schemas.components().at("Light") == R"({"type":"string","enum":["green","yellow","red","default"]})");
  CHECK_NOTHROW(json::parse(schemas.components().at("Sheet")));
  CHECK(json::component_name("entente::strategy::Target", json::Way::request) == "StrategyTargetInput");
  CHECK(json::component_name("entente::strategy::TargetInput", json::Way::request) == "StrategyTargetInput");
  CHECK(json::component_name("entente::strategy::Target") == "StrategyTarget");
  CHECK(json::component_name("entente::Page<entente::strategy::Target>") == "PageStrategyTarget");
}

TEST_CASE("an answer always has what a request may leave out") {
  auto required = [](json::Way way, const std::string& component, auto schema) {
    json::Schemas schemas;
    schemas.set_way(way);
    schema(schemas);
    const json::Value made = json::parse(schemas.components().at(component));
    std::vector<std::string> names;
    for (const json::Value& name : *made.find("required")->array()) names.push_back(*name.string());
    return names;
  };
  auto target = [](json::Schemas& schemas) { json::schema<Target>(schemas); };
  CHECK(required(json::Way::request, "TargetInput", target) == std::vector<std::string>{"red"});
  CHECK(required(json::Way::answer, "Target", target) == std::vector<std::string>{"red", "green"});
  // What is absent from an answer unless it is asked for: an optional of an optional.
  auto sheet = [](json::Schemas& schemas) { json::schema<Sheet>(schemas); };
  auto names = required(json::Way::answer, "Sheet", sheet);
  CHECK(std::find(names.begin(), names.end(), "note") == names.end());
  CHECK(names.size() == 6);
}

namespace {
struct Entry {
  Decimal value;
  Date on;
  Period period;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (value, on, period))
}  // namespace

TEST_CASE("decimals, dates and periods survive exactly, and name their field when wrong") {
  const std::string text = R"({"value":0.1,"on":"2008-06-30","period":"2008-W24"})";
  CHECK(json::text(json::read<Entry>(text)) == text);
  CHECK(json::text(json::read<Decimal>("123456789.000000001")) == "123456789.000000001");
  auto error = error_of([] { json::read<Entry>(R"({"value":1e308,"on":"2008-02-30","period":"2008-Q5"})"); });
  std::vector<std::string> paths;
  for (const auto& field : error.fields()) paths.push_back(field.path);
  CHECK(paths == std::vector<std::string>{"value", "on", "period"});
  CHECK(error_of([] { json::read<Entry>(R"({"value":"1","on":1,"period":null})"); }).fields().size() == 3);
}
