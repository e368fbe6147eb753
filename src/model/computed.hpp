#pragma once
#include <functional>
#include <unordered_map>
#include <vector>

#include "model/contents.hpp"
#include "scorecard/evaluation/model.hpp"
#include "scorecard/formula/graph.hpp"
#include "scorecard/formula/preview.hpp"

namespace entente::model {

/// The computed measures of a reading: compiled once, worked out from the values and judgements that are there.
class Computed {
 public:
  /// What formulas may name is listed when there is one, or for a formula that is being written.
  enum class Names : std::uint8_t { when_used, always };
  Computed(const Contents& contents, const Calendar& calendar, Names names = Names::when_used);

  bool empty() const { return order_.empty(); }
  /// All of them, in the order in which to work them out.
  const std::vector<MeasureId>& order() const { return order_; }
  bool computes(const MeasureId& id) const { return entries_.contains(id); }
  /// Those that depend on the measure's values, in that order.
  std::vector<MeasureId> affected_by(const MeasureId& changed) const;

  /// Where `work_out` finds what a formula reads.
  struct Sources {
    const std::unordered_map<MeasureId, ValuesPointer>& observations;
    const scorecard::evaluation::Model& model;  ///< with the values of all that comes before in the order
    const std::unordered_map<MeasureId, scorecard::evaluation::NodeIndex>& measures;
    const std::unordered_map<ObjectiveId, scorecard::evaluation::NodeIndex>& objectives;
  };
  /// The cells of a computed measure, from the first to the last period in which anything that it reads has a value. A
  /// formula that is not understood any more gives one cell, an error with its reason, and one that takes more than its
  /// share of `most_steps` ends with such a cell. What was entered of other series stays.
  ValuesPointer work_out(const MeasureId& id, const Sources& sources) const;

  /// A measure whose formula has a division, over several of its periods: the inputs are aggregated first. Nothing for all
  /// others, and for texts, which stay with their cells. `left` counts down the steps that all of a view may take.
  std::optional<scorecard::evaluation::Aggregated> whole(const MeasureId& id, scorecard::formula::Span span, const Sources& sources, std::uint64_t& left) const;

  /// What all formulas of a reading may take together, in equal shares, so that one that takes too much harms no other: about
  /// ten seconds at the very worst.
  static constexpr std::uint64_t most_steps = 40'000'000;

  /// A formula that is being written, over the last `count` periods that hold anything: each with its value or why there is
  /// none.
  std::vector<scorecard::formula::PreviewPoint> preview(const scorecard::formula::Formula& formula, int count, const Sources& sources) const;

  const scorecard::formula::Catalogue& catalogue() const { return catalogue_; }

 private:
  class Stored;
  struct Entry {
    std::optional<scorecard::formula::Formula> formula;
    std::string problem;
  };
  /// The formula's own periods that hold something of what it reads.
  std::optional<scorecard::formula::Span> reach(const scorecard::formula::Formula& formula, const Sources& sources) const;

  Calendar calendar_;
  scorecard::formula::Catalogue catalogue_;
  scorecard::formula::Graph graph_;
  std::unordered_map<MeasureId, Entry> entries_;
  std::vector<MeasureId> order_;
  std::unordered_map<std::string, MeasureId> measures_;      ///< by code
  std::unordered_map<std::string, ObjectiveId> objectives_;  ///< by code
  std::unordered_map<MeasureId, std::string> codes_;
  std::unordered_map<MeasureId, scorecard::Measure> two_keys_;  ///< those whose values wait for the other side
};

}  // namespace entente::model
