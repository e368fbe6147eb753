#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "model/computed.hpp"
#include "model/contents.hpp"
#include "scorecard/evaluation/model.hpp"
#include "strategy/layout/layout.hpp"

namespace entente::model {

namespace evaluation = scorecard::evaluation;
using evaluation::NodeIndex;

/// One alliance as one set of spaces shows it, ready to be judged as of any day. Built once for each revision; reading
/// is safe from several threads.
class Reading {
 public:
  /// `before` is the picture of the map that people know: what did not change stays where it was.
  explicit Reading(std::shared_ptr<const Contents> contents, std::shared_ptr<const strategy::layout::Picture> before = nullptr);

  const Contents& contents() const { return *contents_; }
  std::shared_ptr<const Contents> contents_pointer() const { return contents_; }
  const evaluation::Model& model() const { return *model_; }
  /// The measures with a formula.
  const Computed& computed() const { return *computed_; }
  Computed::Sources sources() const { return {contents_->observations, *model_, measure_nodes_, objective_nodes_}; }
  const Calendar& calendar() const { return calendar_; }

  /// The same alliance after one measure's values changed: only what depends on them is judged anew.
  std::shared_ptr<const Reading> with_values(const MeasureId& measure, ValuesPointer values) const;

  /// The geometry of the map; computed once.
  std::shared_ptr<const strategy::layout::Picture> picture() const;
  /// The newest geometry that somebody has looked at; nothing if nobody has.
  std::shared_ptr<const strategy::layout::Picture> picture_seen() const;

  NodeIndex node(const MeasureId& id) const { return measure_nodes_.at(id); }
  NodeIndex node(const ObjectiveId& id) const { return objective_nodes_.at(id); }
  NodeIndex node(const ThemeId& id) const { return theme_nodes_.at(id); }
  NodeIndex alliance_node() const { return alliance_node_; }

  const scorecard::Measure* measure(const MeasureId& id) const;
  const strategy::Objective* objective(const ObjectiveId& id) const;
  const strategy::Theme* theme(const ThemeId& id) const;
  const strategy::Perspective* perspective(const PerspectiveId& id) const;
  const alliance::Party* party(const PartyId& id) const;
  const std::vector<const scorecard::Measure*>& measures_of(const ObjectiveId& id) const;
  const std::vector<const strategy::Objective*>& objectives_of(const ThemeId& id) const;
  std::vector<const scorecard::Initiative*> initiatives_of(const ObjectiveId& id) const;
  const Cell* cell(const MeasureId& id, const Period& period) const;
  /// The targets of a measure, and the one in force on a day.
  const std::vector<scorecard::Target>& targets_of(const MeasureId& id) const;
  const scorecard::Target* target_on(const MeasureId& id, Date day) const;

  /// Everything judged as of a day; kept for the next reader.
  std::shared_ptr<const evaluation::Evaluation> as_of(Date day) const;
  /// Everything judged by a view other than the measures' own periods; worked out anew each time.
  evaluation::Evaluation in_view(const evaluation::Question& question) const;
  /// How all nodes stood at the ends of the last periods of a frequency.
  std::shared_ptr<const evaluation::Strip> strip(Frequency frequency, Date day, int count) const;

  /// The period in which the alliance reports (quarters, unless most of its measures are slower), and the latest closed
  /// one in which at least half of the measures have a value.
  Frequency reporting_frequency() const { return reporting_; }
  Period default_period(Date today) const;
  /// The first period that holds a value; nothing where there is none.
  std::optional<Period> first_period() const;
  /// How many of the measures have a value in the period, or in a longer one that covers it.
  int measures_with_value(const Period& period) const;

  /// About how much memory this takes, in bytes.
  std::size_t size() const { return size_; }

 private:
  Reading(const Reading& other, const MeasureId& measure, ValuesPointer values);
  void index();
  evaluation::Definition definition();
  void put_values(const scorecard::Measure& measure);
  /// Works these computed measures out, in this order. Gives `contents` their cells.
  void work_out(const std::vector<MeasureId>& measures, Contents& contents);

  std::shared_ptr<const Contents> contents_;
  Calendar calendar_;
  std::shared_ptr<evaluation::Model> model_;
  std::shared_ptr<const Computed> computed_;
  Frequency reporting_ = Frequency::quarter;
  std::size_t size_ = 0;
  std::unordered_map<MeasureId, NodeIndex> measure_nodes_;
  std::unordered_map<ObjectiveId, NodeIndex> objective_nodes_;
  std::unordered_map<ThemeId, NodeIndex> theme_nodes_;
  NodeIndex alliance_node_ = 0;
  std::unordered_map<MeasureId, const scorecard::Measure*> measures_;
  std::unordered_map<ObjectiveId, const strategy::Objective*> objectives_;
  std::unordered_map<ThemeId, const strategy::Theme*> themes_;
  std::unordered_map<ObjectiveId, std::vector<const scorecard::Measure*>> by_objective_;
  std::unordered_map<ThemeId, std::vector<const strategy::Objective*>> by_theme_;

  std::shared_ptr<const strategy::layout::Picture> known_picture_;

  mutable std::mutex mutex_;
  mutable std::shared_ptr<const strategy::layout::Picture> picture_;
  mutable std::map<Date, std::shared_ptr<const evaluation::Evaluation>> evaluations_;
  mutable std::map<std::tuple<Frequency, Date, int>, std::shared_ptr<const evaluation::Strip>> strips_;
};

using ReadingPointer = std::shared_ptr<const Reading>;

}  // namespace entente::model
