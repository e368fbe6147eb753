#include "scorecard/scoring_json.hpp"

#include "scorecard/fields.hpp"

namespace entente::scorecard {
namespace {

using evaluation::Curve;
using evaluation::Scoring;
using evaluation::ScoringType;
using Need = Fields::Need;

void read_steps(const json::Reader& at, const json::Value& value, Scoring& scoring) {
  if (!value.array()) return at.fail_type("a list", value);
  for (std::size_t i = 0; i < value.array()->size(); ++i) {
    const json::Reader here = at.item(i);
    Fields fields(here, (*value.array())[i]);
    const auto date = fields.date("date", Need::required);
    const auto share = fields.number("share", Need::required);
    fields.finish();
    if (date && share) scoring.steps.push_back({*date, *share});
  }
}

void read_edges(const json::Reader& at, const json::Value& value, Scoring& scoring) {
  if (!value.array()) return at.fail_type("a list", value);
  for (std::size_t i = 0; i < value.array()->size(); ++i)
    if (const auto edge = Fields::number_at(at.item(i), (*value.array())[i])) scoring.edges.push_back(*edge);
}

void read_scores(const json::Reader& at, const json::Value& value, Scoring& scoring) {
  if (!value.object()) return at.fail_type("an object", value);
  for (const json::Member& member : *value.object())
    if (const auto score = Fields::number_at(at.member(member.name), member.value))
      scoring.scores.emplace_back(member.name, *score);
}

void read_by_type(Fields& fields, Scoring& scoring) {
  switch (scoring.type) {
    case ScoringType::higher:
    case ScoringType::lower:
      scoring.red = fields.number("red", Need::required);
      scoring.green = fields.number("green", Need::required);
      scoring.worst = fields.number("worst");
      scoring.stretch = fields.number("stretch");
      break;
    case ScoringType::target:
    case ScoringType::range:
      scoring.red_low = fields.number("red_low", Need::required);
      scoring.green_low = fields.number("green_low", Need::required);
      scoring.green_high = fields.number("green_high", Need::required);
      scoring.red_high = fields.number("red_high", Need::required);
      break;
    case ScoringType::progress:
      scoring.baseline = fields.number("baseline", Need::required);
      scoring.target = fields.number("target", Need::required);
      scoring.start = fields.date("start");
      scoring.due = fields.date("due");
      scoring.curve = fields.read<Curve>("curve").value_or(Curve::linear);
      if (const json::Value* steps = fields.take("steps")) read_steps(fields.at("steps"), *steps, scoring);
      scoring.red = fields.number("red");
      scoring.green = fields.number("green");
      break;
    case ScoringType::percent:
      scoring.target = fields.number("target", Need::required);
      scoring.direction = fields.read<evaluation::Direction>("direction").value_or(evaluation::Direction::higher);
      scoring.baseline = fields.number("baseline");
      scoring.red = fields.number("red");
      scoring.green = fields.number("green");
      break;
    case ScoringType::bands:
      if (const json::Value* edges = fields.take("edges", Need::required))
        read_edges(fields.at("edges"), *edges, scoring);
      scoring.direction = fields.read<evaluation::Direction>("direction").value_or(evaluation::Direction::higher);
      break;
    case ScoringType::texts:
      if (const json::Value* scores = fields.take("scores", Need::required))
        read_scores(fields.at("scores"), *scores, scoring);
      break;
    case ScoringType::milestone:
      scoring.due = fields.date("due", Need::required);
      scoring.yellow_days = fields.number("yellow_days", Need::required);
      scoring.red_days = fields.number("red_days", Need::required);
      break;
    case ScoringType::manual:
      scoring.light = fields.read<evaluation::Light>("light", Need::required).value_or(evaluation::Light::grey);
      scoring.reason = fields.read<std::string>("reason", Need::required).value_or("");
      break;
    case ScoringType::yesno:
    case ScoringType::unscored:
      break;
  }
}

}  // namespace

std::string scoring_schema(json::Schemas& schemas) {
  constexpr std::string_view component = "Scoring";
  if (!schemas.start(std::string(component))) return json::reference_to(component);
  const std::string number = R"({"type":"number"})";
  const std::string text = R"({"type":"string"})";
  const std::string day = R"({"type":"string","format":"date"})";
  const std::string numbers = R"({"type":"array","items":{"type":"number"}})";
  const std::string scores = R"({"type":"object","additionalProperties":{"type":"number"}})";
  const std::string steps = fmt::format(
      R"({{"type":"array","items":{{"type":"object","additionalProperties":false,"properties":{{"date":{},"share":{}}},"required":["date","share"]}}}})",
      day, number);
  const std::string direction = R"({"type":"string","enum":["higher","lower"]})";
  const std::string curve = json::Codec<Curve>::schema(schemas);
  const std::string light = json::Codec<evaluation::Light>::schema(schemas);
  struct Field {
    std::string_view name;
    const std::string& schema;
    Need need = Need::required;
  };
  std::string kinds;
  // The same fields as `read_by_type` takes.
  auto add = [&](const std::vector<std::string_view>& types, const std::vector<Field>& fields) {
    std::string properties = R"("type":{"type":"string","enum":)" + json::text(types) + "}";
    std::vector<std::string_view> required = {"type"};
    for (const Field& field : fields) {
      properties += fmt::format(",\"{}\":{}", field.name, field.schema);
      if (field.need == Need::required) required.push_back(field.name);
    }
    kinds += fmt::format(R"({}{{"type":"object","additionalProperties":false,"properties":{{{}}},"required":{}}})", kinds.empty() ? "" : ",",
                         properties, json::text(required));
  };
  add({"higher", "lower"}, {{"red", number}, {"green", number}, {"worst", number, Need::optional}, {"stretch", number, Need::optional}});
  add({"target", "range"}, {{"red_low", number}, {"green_low", number}, {"green_high", number}, {"red_high", number}});
  add({"progress"}, {{"baseline", number}, {"target", number}, {"start", day, Need::optional}, {"due", day, Need::optional},
                     {"curve", curve, Need::optional}, {"steps", steps, Need::optional}, {"red", number, Need::optional},
                     {"green", number, Need::optional}});
  add({"percent"}, {{"target", number}, {"direction", direction, Need::optional}, {"baseline", number, Need::optional},
                    {"red", number, Need::optional}, {"green", number, Need::optional}});
  add({"bands"}, {{"edges", numbers}, {"direction", direction, Need::optional}});
  add({"yesno"}, {});
  add({"texts"}, {{"scores", scores}});
  add({"milestone"}, {{"due", day}, {"yellow_days", number}, {"red_days", number}});
  add({"manual"}, {{"light", light}, {"reason", text}});
  add({"unscored"}, {});
  schemas.finish(std::string(component), R"({"oneOf":[)" + kinds + "]}");
  return json::reference_to(component);
}

Scoring read_scoring(const json::Reader& at, const json::Value& value) {
  std::vector<FieldError> errors;
  const json::Reader here = at.with(errors);
  Scoring scoring;
  Fields fields(here, value);
  const auto type = value.object() ? fields.read<ScoringType>("type", Need::required) : std::nullopt;
  if (type) {
    scoring.type = *type;
    read_by_type(fields, scoring);
    fields.finish();
    if (errors.empty()) errors = evaluation::problems(scoring, at.path());
  }
  at.add(std::move(errors));
  return scoring;
}

Scoring parse_scoring(std::string_view text, std::string_view path) {
  std::vector<FieldError> errors;
  const json::Value value = json::parse(text);
  const json::Reader root(errors);
  Scoring scoring = read_scoring(root.member(path), value);
  throw_if_any(std::move(errors));
  return scoring;
}

}  // namespace entente::scorecard
