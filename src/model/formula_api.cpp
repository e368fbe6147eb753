// What the editor of a formula asks while somebody types: what is wrong, what could stand here, what would come out.
#include "model/service.hpp"
#include "scorecard/computed.hpp"
#include "scorecard/formula/complete.hpp"
#include "scorecard/formula/parser.hpp"

namespace entente::model {
namespace {

namespace fm = scorecard::formula;
using access::Act;
using access::Viewer;

struct FormulaQuestion {
  std::string text;
  std::optional<std::int64_t> caret;  ///< in UTF-16 units; the end unless given
  std::optional<MeasureId> measure;   ///< the one whose formula it is, if it exists already
  std::optional<std::string> code;
  std::optional<ObjectiveId> objective;  ///< that it belongs to, to see circles through its light
  Frequency frequency = Frequency::month;
  std::optional<scorecard::Aggregation> aggregation;
  std::optional<std::string> unit;
  std::optional<std::string> currency;
  std::optional<fm::Nulls> nulls;
  std::optional<bool> private_;
};
BOOST_DESCRIBE_STRUCT(FormulaQuestion, (), (text, caret, measure, code, objective, frequency, aggregation, unit, currency, nulls, private_))

/// Offsets are UTF-16 units, as browsers count.
struct FormulaProblem {
  std::string code;
  std::string message;
  std::int64_t offset = 0;
  std::int64_t length = 0;
  int line = 1;
  int column = 1;
  std::string suggestion;
};
BOOST_DESCRIBE_STRUCT(FormulaProblem, (), (code, message, offset, length, line, column, suggestion))

struct FormulaCandidate {
  fm::CandidateKind kind = fm::CandidateKind::function;
  std::string insert;
  std::string label;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(FormulaCandidate, (), (kind, insert, label, detail))

struct FormulaSignature {
  std::string text;
  std::string help;
  std::int64_t argument = 0;
};
BOOST_DESCRIBE_STRUCT(FormulaSignature, (), (text, help, argument))

struct FormulaPoint {
  std::string period;
  State state = State::missing;
  std::string value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(FormulaPoint, (), (period, state, value, reason))

struct FormulaAnswer {
  std::vector<FormulaProblem> problems;
  std::string unit;  ///< that follows from the formula
  std::int64_t replace_from = 0;
  std::int64_t replace_to = 0;
  std::vector<FormulaCandidate> candidates;
  std::optional<FormulaSignature> signature;
  std::vector<FormulaPoint> preview;  ///< oldest first; empty while there are problems
};
BOOST_DESCRIBE_STRUCT(FormulaAnswer, (), (problems, unit, replace_from, replace_to, candidates, signature, preview))

std::string text_of(const fm::Value& value) {
  if (value.state != State::value) return "";
  if (value.kind == fm::Kind::truth) return value.number.is_zero() ? "no" : "yes";
  return value.kind == fm::Kind::number ? value.number.text_rounded(9) : value.text;
}

/// Saved as it is, the formula would go in a circle: the problem stands at the code that leads there.
std::optional<fm::Problem> circle_of(const Reading& reading, const FormulaQuestion& question, const fm::Tree& tree) {
  auto measures = reading.contents().measures;
  const scorecard::Measure* stored = question.measure ? reading.measure(*question.measure) : nullptr;
  scorecard::Measure written = stored ? *stored : scorecard::Measure{};
  if (question.objective) written.objective = *question.objective;
  // One that is not there yet has no code of its own; no formula can name this one.
  if (!stored) written.code = question.code && !question.code->empty() ? *question.code : "this measure";
  std::erase_if(measures, [&](const auto& measure) { return stored && measure.id == stored->id; });
  measures.push_back(written);
  fm::Graph graph;
  for (const auto& measure : measures)
    if (!measure.formula.empty() && measure.code != written.code)
      if (auto parsed = fm::parse(measure.formula); parsed.tree) graph.set(measure.code, *parsed.tree);
  graph.set(written.code, tree);
  for (auto& [objective, children] : scorecard::children_of(measures, reading.contents().objectives)) graph.set(objective, std::move(children));
  auto circle = graph.circle();
  if (!circle) return std::nullopt;
  auto own = std::find(circle->begin(), circle->end(), written.code);
  if (own == circle->end()) return std::nullopt;  // others go in a circle, of which this one is no part
  // Told from the measure that is written.
  circle->pop_back();
  std::rotate(circle->begin(), std::find(circle->begin(), circle->end(), written.code), circle->end());
  circle->push_back(written.code);
  fm::Place place{0, static_cast<std::uint32_t>(question.text.size())};
  for (const auto& reference : fm::references(tree))
    if (reference.code == (*circle)[1]) {
      place = reference.place;
      break;
    }
  return fm::problem_at(question.text, place, "formula_circle", fmt::format("This goes in a circle: {}.", fm::path_words(*circle)));
}

FormulaAnswer answer_of(const Reading& reading, const FormulaQuestion& question) {
  // The measure itself is not among what its formula may name.
  Contents others = reading.contents();
  std::erase_if(others.measures, [&](const auto& measure) { return question.measure && measure.id == *question.measure; });
  Computed computed(others, reading.calendar(), Computed::Names::always);

  FormulaAnswer answer;
  auto units = [&](std::size_t bytes) { return static_cast<std::int64_t>(fm::utf16_offset(question.text, bytes)); };
  std::size_t caret = question.caret ? fm::byte_offset(question.text, static_cast<std::size_t>(std::max<std::int64_t>(*question.caret, 0))) : question.text.size();
  auto completion = fm::complete(question.text, caret, computed.catalogue());
  answer.replace_from = units(completion.replace.offset);
  answer.replace_to = units(completion.replace.end());
  for (auto& candidate : completion.candidates)
    answer.candidates.push_back({candidate.kind, std::move(candidate.insert), std::move(candidate.label), std::move(candidate.detail)});
  if (completion.signature)
    answer.signature = FormulaSignature{std::string(completion.signature->function->signature), std::string(completion.signature->function->help),
                                        static_cast<std::int64_t>(completion.signature->argument)};

  fm::Settings settings{question.code.value_or("This measure"), question.frequency,
                        static_cast<evaluation::Aggregation>(question.aggregation.value_or(scorecard::Aggregation::last)),
                        question.nulls.value_or(fm::Nulls::propagate), std::nullopt, std::nullopt};
  if (question.unit && !question.unit->empty()) settings.unit = fm::Unit::of_measure(*question.unit, question.currency.value_or(""));
  auto compiled = fm::compile(question.text, settings, computed.catalogue());
  for (auto& problem : compiled.problems) {
    auto from = units(problem.place.offset);
    answer.problems.push_back({problem.code, problem.message, from, units(problem.place.end()) - from, problem.line, problem.column, problem.suggestion});
  }
  if (!compiled.formula) return answer;
  if (auto circle = circle_of(reading, question, compiled.formula->tree)) {
    auto from = units(circle->place.offset);
    answer.problems.push_back({circle->code, circle->message, from, units(circle->place.end()) - from, circle->line, circle->column, ""});
    return answer;
  }
  answer.unit = compiled.formula->unit.text();
  for (const auto& point : computed.preview(*compiled.formula, 12, reading.sources()))
    answer.preview.push_back({point.period.text(), point.value.state, text_of(point.value), point.value.reason});
  return answer;
}

}  // namespace

void add_formula_route(access::Api& api, Service& service) {
  http::Description description{"A formula that is being written: what is wrong with it, what can stand at the caret, what comes out",
                                "scorecard", http::schema_of<FormulaQuestion>(), http::schema_of<FormulaAnswer>()};
  description.body_limit = 20'000;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/formula", http::Runs::on_worker,
          [&api, &service](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            const auto& grant = viewer.need(alliance, Act::edit_draft);
            // Who edits but a plan for the exit, or where invited, writes no measures.
            auto far = grant.reach(Act::edit_draft);
            if (far != access::Reach::all && far != access::Reach::own_theme) throw_not_found();
            auto question = http::read_json<FormulaQuestion>(request, {20'000, 4});
            bool is_private = question.private_.value_or(false) && grant.sees(grant.own);
            auto reading = service.readings().of(viewer, alliance, is_private ? Side::ours : Side::joint, Basis{Basis::Text::draft, 0, {}});
            return http::json(answer_of(*reading, question));
          },
          description);

  http::Description reference{"How formulas are written, and all functions", "scorecard"};
  reference.response_type = "text/markdown";
  api.add(http::Method::get, "/api/v1/formula-reference", http::Runs::on_worker,
          [](const http::Request&, const Viewer&) { return http::text(fm::function_reference(), "text/markdown; charset=utf-8"); }, reference);
}

}  // namespace entente::model
