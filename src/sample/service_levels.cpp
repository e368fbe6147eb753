#include "sample/service_levels.hpp"

#include <memory>

#include "access/viewers.hpp"
#include "agreement/store.hpp"
#include "scorecard/store.hpp"
#include "service_level/store.hpp"

namespace entente::sample {
namespace {

struct Done {
  std::string by;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Done, (), (by, on))

/// samples/reference/service_levels.json, as it is written by hand.
struct AgreementText {
  std::string name;
  agreement::Kind kind = agreement::Kind::other;
  std::string summary;
  std::string with;  ///< the other party, by its name
  std::optional<Date> starts;
  std::optional<Date> ends;
  Done proposed;
  std::vector<Done> signed_;
};
BOOST_DESCRIBE_STRUCT(AgreementText, (), (name, kind, summary, with, starts, ends, proposed, signed_))

struct LimitText {
  Date from;
  std::string limit;
};
BOOST_DESCRIBE_STRUCT(LimitText, (), (from, limit))

struct LevelText {
  std::string code;
  std::string name;
  std::string promise;
  std::string by;  ///< keys of organisations
  std::string to;
  std::string unit;
  std::int64_t decimals = 0;
  service_level::Direction direction = service_level::Direction::at_least;
  std::vector<LimitText> limits;
  Frequency frequency = Frequency::month;
  std::string owner;  ///< an e-mail address
  Date starts;
  std::optional<Date> ends;
  std::string first;  ///< the period of the first value
  bool agreement = false;  ///< whether it belongs to the agreement
  std::vector<std::string> values;
};
BOOST_DESCRIBE_STRUCT(LevelText, (),
                      (code, name, promise, by, to, unit, decimals, direction, limits, frequency, owner, starts, ends, first, agreement, values))

struct Document {
  AgreementText agreement;
  std::vector<LevelText> levels;
};
BOOST_DESCRIBE_STRUCT(Document, (), (agreement, levels))

using DocumentPointer = std::shared_ptr<const Document>;

/// With the rights of that very day: who becomes a party to an agreement sees its space from then on.
access::ViewerPointer now(Stage& stage, const std::string& email) {
  auto person = stage.cast.people.find(email);
  auto viewer = person == stage.cast.people.end() ? nullptr : access::load_viewer(stage.transaction, person->second, access::Channel::web);
  if (!viewer) throw_broken("no person " + email);
  return viewer;
}

PartyId party_named(Stage& stage, const std::string& name) {
  auto id = stage.transaction.one<PartyId>("SELECT id FROM party WHERE alliance = $1 AND name = $2", stage.alliance(), name);
  if (!id) throw_broken("no party " + name);
  return *id;
}

PartyId party_of(Stage& stage, const std::string& key) {
  auto party = stage.made.parties.find(key);
  if (party == stage.made.parties.end()) throw_broken("no organisation " + key);
  return party->second;
}

agreement::AgreementView agreement_of(Stage& stage, const access::Viewer& viewer, const std::string& name) {
  for (auto& one : agreement::agreements(stage.transaction, viewer, stage.alliance(), stage.today()))
    if (one.name == name) return one;
  throw_broken("no agreement " + name);
}

void propose(Stage& stage, const AgreementText& text) {
  agreement::AgreementInput input;
  input.name = text.name;
  input.kind = text.kind;
  input.summary = text.summary;
  input.starts = text.starts;
  input.ends = text.ends;
  input.parties = {{party_named(stage, text.with), {}}};
  agreement::make(stage.door, stage.transaction, *now(stage, text.proposed.by), stage.alliance(), input);
}

void sign(Stage& stage, const AgreementText& text, const Done& done) {
  auto viewer = now(stage, done.by);
  auto view = agreement_of(stage, *viewer, text.name);
  agreement::consent(stage.door, stage.transaction, *viewer, view.id, {agreement::Verdict::agreed, view.digest, std::nullopt});
}

void add(Stage& stage, const Document& document, const LevelText& text) {
  auto viewer = now(stage, document.agreement.proposed.by);
  service_level::LevelInput input;
  input.code = text.code;
  input.name = text.name;
  input.promise = text.promise;
  input.by_party = party_of(stage, text.by);
  input.to_party = party_of(stage, text.to);
  input.unit = text.unit;
  input.decimals = text.decimals;
  input.direction = text.direction;
  input.limit = parse_decimal(text.limits.front().limit);
  input.limit_from = text.limits.front().from;
  input.frequency = text.frequency;
  input.owner = std::optional(stage.cast.people.at(text.owner));
  input.starts = text.starts;
  if (text.ends) input.ends = text.ends;
  if (text.agreement) input.agreement = std::optional(agreement_of(stage, *viewer, document.agreement.name).id);
  service_level::add(stage.door, stage.transaction, *viewer, stage.alliance(), input);
}

void tighten(Stage& stage, const Document& document, const LevelText& text, const LimitText& limit) {
  auto viewer = now(stage, document.agreement.proposed.by);
  for (const auto& level : access::items::all<service_level::ServiceLevel>(stage.transaction, *viewer, stage.alliance()))
    if (level.code == text.code) {
      service_level::LevelInput input;
      input.limit = parse_decimal(limit.limit);
      input.limit_from = limit.from;
      service_level::change(stage.door, stage.transaction, *viewer, level.id, level.version, input);
    }
}

void enter(Stage& stage, const std::string& by, const std::vector<service_level::ValueInput>& values) {
  service_level::enter(stage.door, stage.transaction, *now(stage, by), stage.alliance(), values, "sample");
}

/// The values that come in on a day from one person are one act.
void add_values(const DocumentPointer& document, std::vector<Scene>& scenes) {
  Calendar calendar;
  std::map<std::pair<Date, std::string>, std::vector<service_level::ValueInput>> days;
  for (const auto& level : document->levels) {
    Period period = parse_period(level.first);
    for (const auto& value : level.values) {
      service_level::ValueInput input;
      input.level = level.code;
      input.period = period.text();
      input.value = parse_decimal(value);
      days[{calendar.last_day(period) + 6, level.owner}].push_back(std::move(input));
      period = period.next();
    }
  }
  for (auto& [key, values] : days)
    scenes.push_back({key.first, [by = key.second, values = std::move(values)](Stage& stage) { enter(stage, by, values); }});
}

}  // namespace

std::vector<Scene> service_level_scenes(std::string_view text) {
  auto document = std::make_shared<const Document>(json::read<Document>(text, {1'000'000, 8}));
  std::vector<Scene> scenes;
  const AgreementText& agreed = document->agreement;
  scenes.push_back({agreed.proposed.on, [document](Stage& stage) { propose(stage, document->agreement); }});
  for (const auto& done : agreed.signed_) scenes.push_back({done.on, [document, done](Stage& stage) { sign(stage, document->agreement, done); }});
  for (const auto& level : document->levels) {
    scenes.push_back({level.starts, [document, &level](Stage& stage) { add(stage, *document, level); }});
    for (std::size_t i = 1; i < level.limits.size(); ++i)
      scenes.push_back({level.limits[i].from, [document, &level, i](Stage& stage) { tighten(stage, *document, level, level.limits[i]); }});
  }
  add_values(document, scenes);
  return scenes;
}

}  // namespace entente::sample
