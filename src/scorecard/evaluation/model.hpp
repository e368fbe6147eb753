#pragma once
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scorecard/evaluation/aggregate.hpp"
#include "scorecard/evaluation/columns.hpp"
#include "scorecard/evaluation/level.hpp"

namespace entente::scorecard::evaluation {

/// Where a definition comes from, and so what becomes of what is impossible in it.
enum class Origin : std::uint8_t {
  given,   ///< it is being entered: refused
  stored,  ///< it was let in once: left out, and the rest is judged
};

/// What a measure has over several of its own periods, where its own aggregator does not say: a formula with a division
/// aggregates its inputs first. Absent for all others.
using Whole = std::function<std::optional<Aggregated>(NodeIndex measure, Period first, Period last)>;

/// One scorecard in memory: definitions, the graph of the roll-up, and the observations as columns.
///
///     Model model(definition);
///     for (…) model.put(*model.find("M1"), observation);
///     Evaluation now = model.evaluate({.as_of = today});
///     model.put(measure, changed);
///     model.update(now, measure);          // only what depends on it
///     now.levels[*model.find("O1")].light
///
/// Reading (everything that is const) may happen on many threads at once, writing on one and alone. What a viewer may
/// not see must never be put into the model of that viewer: a withheld value goes in as the state withheld with at most
/// the light that is shared.
class Model {
 public:
  /// Throws `bad_input` with every impossible definition at its path: scoring ("measures[0].scoring.green"), weights,
  /// methods, a code used twice or unknown, a roll-up that goes in a circle ("O1 → T1 → O1"). Of one that is stored only
  /// the circle is refused: a measure that retires before it begins is never in force, k above the number of children is
  /// never reached, and without k there is no judgement.
  explicit Model(Definition definition, Origin origin = Origin::given);

  std::size_t size() const { return measures_.size() + parents_.size(); }
  std::size_t measure_count() const { return measures_.size(); }
  bool is_measure(NodeIndex node) const { return node < measures_.size(); }
  const std::string& code(NodeIndex node) const;
  std::optional<NodeIndex> find(std::string_view code) const;
  const Calendar& calendar() const { return calendar_; }
  /// Of a measure its own, of a parent the slowest among its measures; absent where there is none.
  std::optional<Frequency> frequency(NodeIndex node) const;

  /// Sets the observation of one period, in place of an earlier one for the same period. Observations of a finer period
  /// than the measure's are aggregated to it; one for the period itself goes before them. Throws `bad_input` at
  /// "period" for a coarser period or for a second finer frequency within one period, at "value", "numerator",
  /// "denominator" or "weight" for what is missing or cannot be, at "state" for a state that nobody can declare.
  void put(NodeIndex measure, const Observation& observation);
  void remove(NodeIndex measure, Period period);

  /// What a measure has in one of its own periods, given or put together from shorter ones, before any judgement.
  std::optional<Part> part(NodeIndex measure, Period own) const;

  /// Levels of all nodes and, unless levels only are asked for, trends and signals. The second form reuses the memory
  /// of an earlier evaluation. Views other than `own` ask `whole` first, where there is one.
  Evaluation evaluate(const Question& question, const Whole& whole = {}) const;
  void evaluate(const Question& question, Evaluation& into, const Whole& whole = {}) const;
  /// Brings an evaluation up to date after the observations of one measure have changed: the same as evaluating anew.
  void update(Evaluation& evaluation, NodeIndex measure) const;

  /// The red descendants of a green parent, at any depth: shallowest first, then larger weight (of the edge by which
  /// they are reached; of several the largest), then code. Empty for a parent that is not green.
  std::vector<NodeIndex> masked(const Evaluation& evaluation, NodeIndex parent) const;

  /// The last `count` own periods of a measure that ended by a day, oldest first.
  std::vector<HistoryPoint> history(NodeIndex measure, Date as_of, int count) const;
  /// How all nodes stood at the ends of the last `count` periods of a frequency that ended by a day, oldest first: each
  /// evaluated as of that end, with what is known now.
  Strip strip(Frequency frequency, Date as_of, int count) const;

  /// The reason and, for texts, the text of a measure's cell; empty where there is none.
  std::string_view reason(const Level& level) const;
  std::string_view text(const Level& level) const;
  /// The definition that judges a period of a measure, or null.
  const ScoringRule* rule(NodeIndex measure, Period period) const;

 private:
  struct Ruling {
    Date effective_from;
    ScoringRule rule;
    std::optional<Date> restated_until;
  };
  struct Measure {
    std::string code;
    Frequency frequency;
    Aggregation aggregation;
    bool cumulative, seasonal;
    std::int32_t carry, grace;
    SignalSettings signal;
    std::optional<Date> starts, retired;
    std::vector<Ruling> rulings;  ///< by effective_from
    std::vector<LightOverride> overrides;
  };
  struct Edge {
    NodeIndex child;
    bool mandatory;
    std::int64_t weight;  ///< whole, in proportion to its siblings'
    Date from, until;
    Decimal given;  ///< the weight as it was given
    bool in_force(Date day) const { return from <= day && day < until; }
  };
  struct Parent {
    std::string code;
    RollUpRule rule;
    std::uint32_t first_edge, edges;
    std::optional<Frequency> slowest;
    std::vector<LightOverride> overrides;
  };
  /// The periods that have ended by a day.
  struct Moment {
    Date as_of;
    std::array<Period, 6> ended;
    std::array<Date, 6> first, last;
  };
  struct Scratch;
  struct Range {
    Period first, last;  ///< own periods
    bool covering = false;
  };

  // graph.cpp: from definitions to nodes and edges
  void index_codes(const Definition& definition, std::vector<FieldError>& errors);
  void add_measure(MeasureDefinition& definition, const std::string& path, std::vector<FieldError>& errors);
  void add_parent(ParentDefinition& definition, const std::string& path, std::vector<FieldError>& errors);
  void sort_parents(const Definition& definition, std::vector<FieldError>& errors);
  void describe_cycle(const Definition& definition, const std::vector<int>& waiting,
                      std::vector<FieldError>& errors) const;

  // observations.cpp
  Cell cell_of(const Measure& measure, const Observation& observation, std::int32_t detail);
  void put_finer(NodeIndex measure, const Observation& observation);
  void rebuild_from_finer(NodeIndex measure, Period own);
  std::int32_t keep(std::int32_t detail, Detail value);

  // judge.cpp: one measure
  Moment moment(Date as_of) const;
  const Ruling* ruling(const Measure& measure, Date last_day) const;
  bool active(const Measure& measure, Date first, Date last) const;
  void judge(NodeIndex measure, const Moment& moment, const Question& question, Scratch& scratch, Level& level) const;
  void judge_period(NodeIndex measure, Period period, Date first, Date last, Date as_of, Level& level) const;
  void judge_view(NodeIndex measure, const Moment& moment, const Question& question, Scratch& scratch,
                  Level& level) const;
  std::optional<Range> covered(const Measure& measure, const Moment& moment, const Question& question,
                               int earlier) const;
  std::optional<Range> filling(Period whole, const Calendar& fiscal, Frequency own) const;
  void judge_cell(NodeIndex measure, std::int32_t position, const Ruling& ruling, Date first, Date last,
                  Level& level) const;
  void judge_range(NodeIndex measure, const Range& range, Scratch& scratch, Level& level) const;
  void show(NodeIndex measure, std::int32_t position, Level& level) const;
  CellValue value_at(NodeIndex measure, std::int32_t position) const;
  Part part_at(NodeIndex measure, std::int32_t position) const;
  /// The score of an own value, if it has one.
  std::optional<Score> own_score(NodeIndex measure, std::int32_t period) const;
  Trend measure_trend(NodeIndex measure, const Moment& moment) const;
  Signal measure_signal(NodeIndex measure, const Moment& moment, Scratch& scratch) const;

  // evaluate.cpp: all nodes
  template <class Get>
  RollUp roll_up_parent(const Parent& parent, Date as_of, Scratch& scratch, const Get& get) const;
  void judge_parent(NodeIndex node, Date as_of, Scratch& scratch, std::vector<Level>& levels) const;
  Past past_measure(NodeIndex node, const Moment& moment, Scratch& scratch) const;
  Past past_parent(NodeIndex node, Date as_of, Scratch& scratch, const Past* row) const;
  Trend parent_trend(NodeIndex node, const Evaluation& evaluation) const;
  std::vector<NodeIndex> ancestors(NodeIndex measure) const;

  Calendar calendar_;
  std::vector<Measure> measures_;
  std::vector<Parent> parents_;
  std::vector<Edge> edges_;                    ///< by parent
  std::vector<std::vector<NodeIndex>> above_;  ///< the parents of each node
  std::vector<NodeIndex> order_;               ///< parents, children first
  std::vector<std::uint32_t> rank_;            ///< of each parent in order_
  std::vector<Frequency> strip_frequencies_;   ///< the slowest frequencies of the parents
  std::unordered_map<std::string, NodeIndex> by_code_;
  Columns columns_{0};
  std::vector<Detail> details_;
  std::map<NodeIndex, std::map<Period, Observation>> finer_;
};

}  // namespace entente::scorecard::evaluation
