#pragma once
#include <optional>
#include <string>
#include <vector>

#include "alliance/types.hpp"
#include "json/field_types.hpp"
#include "model/contents.hpp"
#include "scorecard/evaluation/level.hpp"
#include "strategy/layout/layout.hpp"

/// What the screens get: the shapes of the answers that carry lights. Scores run from 0 to 100, shares from 0 to 1.
namespace entente::model {

namespace evaluation = scorecard::evaluation;
using access::Role;
using evaluation::Light;
using evaluation::State;
using evaluation::Trend;
using organisation::Mark;
using strategy::layout::Box;
using strategy::layout::Point;

struct SpaceRef {
  access::SpaceKind kind = access::SpaceKind::shared;
  std::string name;  ///< "Shared", "Only Aldermere Pharma", or the agreement's
};
BOOST_DESCRIBE_STRUCT(SpaceRef, (), (kind, name))

enum class NodeKind : std::uint8_t { measure, objective, theme, alliance };
BOOST_DESCRIBE_ENUM(NodeKind, measure, objective, theme, alliance)

struct NodeRef {
  std::string id;
  NodeKind kind = NodeKind::measure;
  std::string code;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(NodeRef, (), (id, kind, code, title))

/// How something stands, in all channels but the signal.
struct Judgement {
  Light light = Light::grey;
  std::optional<Light> split;  ///< the other half of a split light
  State state = State::undefined;
  std::optional<Decimal> score;
  std::optional<Decimal> attainment;
  Trend trend = Trend::insufficient;
  std::optional<Decimal> coverage;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool stale = false;
  bool due = false;
  bool overridden = false;
  bool capped = false;
  std::optional<Light> computed_light;
  std::vector<NodeRef> masked;  ///< red descendants of a green parent
  std::vector<std::string> flags;
};
BOOST_DESCRIBE_STRUCT(Judgement, (),
                      (light, split, state, score, attainment, trend, coverage, low, high, stale, due, overridden, capped,
                       computed_light, masked, flags))

struct PeriodChoice {
  std::string period;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(PeriodChoice, (), (period, label))

struct PeriodInfo {
  std::string period;
  std::string label;
  Date first;
  Date last;
  Date as_of;
  std::string default_period;
  std::string reason;  ///< why that one is the default, in a line
  Frequency frequency = Frequency::quarter;
  std::vector<PeriodChoice> available;  ///< newest first
  Side side = Side::joint;
};
BOOST_DESCRIBE_STRUCT(PeriodInfo, (), (period, label, first, last, as_of, default_period, reason, frequency, available, side))

/// What this viewer may do here.
struct Rights {
  bool read_scorecard = false;
  bool edit_draft = false;
  std::vector<ThemeId> edit_themes;
  bool enter_observations = false;
  bool manage_members = false;
  bool comment = false;
  bool export_ = false;
  bool read_record = false;
  bool private_ = false;
};
BOOST_DESCRIBE_STRUCT(Rights, (),
                      (read_scorecard, edit_draft, edit_themes, enter_observations, manage_members, comment, export_, read_record, private_))

struct AllianceHead {
  AllianceId id;
  std::string slug;
  std::string name;
  std::int64_t version = 0;
  bool ratified = false;              ///< whether any version of the charter is in force
  std::optional<CharterRef> charter;  ///< the version shown; nothing: the working draft
};
BOOST_DESCRIBE_STRUCT(AllianceHead, (), (id, slug, name, version, ratified, charter))

struct Counts {
  int green = 0;
  int yellow = 0;
  int red = 0;
  int grey = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (green, yellow, red, grey))

}  // namespace entente::model
