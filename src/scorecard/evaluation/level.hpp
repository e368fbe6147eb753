#pragma once
#include <algorithm>
#include <array>
#include <vector>

#include "scorecard/evaluation/definition.hpp"
#include "scorecard/evaluation/rollup.hpp"
#include "scorecard/evaluation/signal.hpp"
#include "scorecard/evaluation/trend.hpp"

/// What an evaluation says.
namespace entente::scorecard::evaluation {

/// Measures come first, in the order of the definition, then the parents in theirs.
using NodeIndex = std::uint32_t;

/// Which period each measure shows. Its own last one that ended on or before the day, unless a view is chosen:
/// - quarter, half: the last one that ended, from the measure's own periods;
/// - year_to_date: from the beginning of the fiscal year to the measure's own last period;
/// - rolling: so many own periods, the last one included;
/// - year_ago: the own period a year before.
/// A measure whose own periods are not shorter than the view's shows its own (`covering` where they are longer, or do not fill a
/// quarter, half or year of the fiscal calendar that is asked by).
enum class View : std::uint8_t { own, quarter, half, year_to_date, rolling, year_ago };
BOOST_DESCRIBE_ENUM(View, own, quarter, half, year_to_date, rolling, year_ago)

enum class Channels : std::uint8_t { level, all };

/// What is asked. For a period, `as_of` is its last day, or today if that is earlier.
struct Question {
  Date as_of;
  View view = View::own;
  int rolling = 12;  ///< own periods, for the view rolling; 1 to 1000
  Channels channels = Channels::all;
  std::optional<Calendar> fiscal;  ///< by whose quarters, halves and years a view goes, unless by the model's own
};

/// The day that a period stands for when it is asked for: its last one, or today while it runs.
inline Date as_of(const Calendar& calendar, Period asked, Date today) {
  return std::min(calendar.last_day(asked), today);
}

/// The first channel: how a measure or a parent stands.
struct Level {
  State state = State::undefined;
  Light light = Light::grey;         ///< as shown: caps and override included
  Light computed = Light::grey;      ///< without the override
  ValueKind kind = ValueKind::none;  ///< of the value; none where there is none
  bool has_score = false;
  bool has_interval = false;  ///< low and high are set: wherever there is a score, and for unknown parents
  bool has_attainment = false;
  bool split = false;   ///< low and high lie in different bands: draw both lights
  bool capped = false;  ///< parents: red by a mandatory child or the red override
  Flags flags = no_flags;
  std::uint16_t have = 0, of = 0;  ///< "n of m" periods, for aggregates; of is 0 otherwise
  Score score = 0, low = 0, high = 0;
  Score coverage = -1;            ///< parents: 0 to 1 as a count of 10^-12, or −1 where no child is in
  Period shown;                   ///< measures: the period that is asked for (with a view, its last own period)
  Period from;                    ///< and the one that the value is of: an earlier one if it is carried
  std::int32_t detail = -1;       ///< measures: where the model keeps reason and text of the cell
  const char* problem = nullptr;  ///< why the state is error, if the evaluation found it
  Decimal value;                  ///< with kind number, truth (1, 0) or date (days since 1970-01-01)
  Decimal attainment;
};

/// A level of the past, as far as trends, sparklines and strips of lights need it.
struct Past {
  Score score = 0;
  bool has_score = false;
  State state = State::undefined;
  Light light = Light::grey;
};

/// How all nodes stood at the ends of some periods of one frequency, oldest first.
struct Strip {
  std::vector<Period> periods;
  std::vector<Date> ends;
  std::vector<Past> cells;  ///< periods × nodes
  std::size_t nodes = 0;
  const Past& at(std::size_t period, NodeIndex node) const { return cells[period * nodes + node]; }
};

/// One period of one measure, for charts: how it stands by what is known on the day that is asked for, and where the
/// lights changed by the definition that judged it.
struct HistoryPoint {
  Period period;
  Level level;
  BandEdges edges;
};

/// The answer for all nodes, kept so that it can be brought up to date when one value changes.
struct Evaluation {
  Question question;
  std::vector<Level> levels;
  std::vector<Trend> trends;                        ///< empty for levels only
  std::vector<Signal> signals;                      ///< of the measures; empty for levels only
  std::vector<std::pair<Frequency, Strip>> strips;  ///< the last 8 periods of each frequency that a parent needs
};

}  // namespace entente::scorecard::evaluation
