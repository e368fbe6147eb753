#pragma once
#include <memory>
#include <string>

#include "model/reading.hpp"
#include "model/views.hpp"

namespace entente::model {

/// Six decimals are enough for people; exactness stays in the library.
Decimal rounded(const Decimal& number, int places = 6);
std::optional<Decimal> hundred(bool has, evaluation::Score score);

/// What a scoring wants, in parts.
GoalView goal_of(const evaluation::Scoring& scoring);

/// A scoring in words: "≥ 700 patients", "by 30 June 2008", "yes".
std::string words_of(const evaluation::Scoring& scoring, const std::string& unit);

/// The value from which a measure is green, and the one beyond which it is red, where there is one of each.
struct Limits {
  std::optional<Decimal> green;
  std::optional<Decimal> red;
};
Limits limits_of(const evaluation::BandEdges& edges);

std::vector<std::string> flag_names(evaluation::Flags flags);

/// One alliance judged as of a day: turns levels into what screens show.
class Judge {
 public:
  Judge(const Reading& reading, Date as_of);
  /// By a view other than the measures' own periods; worked out anew each time.
  Judge(const Reading& reading, const evaluation::Question& question);

  const Reading& reading() const { return reading_; }
  Date as_of() const { return as_of_; }
  const evaluation::Level& level(NodeIndex node) const { return evaluation_->levels[node]; }
  Judgement judgement(NodeIndex node) const;
  SignalView signal(const MeasureId& measure) const;
  json::RawScalar value(const evaluation::Level& level) const;
  NodeRef node_ref(NodeIndex node) const;
  /// Light and score at the ends of the last periods, oldest first.
  std::vector<HistoryCell> history(NodeIndex node, Frequency frequency, int count) const;
  /// Why an objective is as it is, in a line: its worst measure.
  std::string why(const ObjectiveId& objective) const;

 private:
  void add_words(NodeIndex node, Judgement& out) const;

  const Reading& reading_;
  Date as_of_;
  std::shared_ptr<const evaluation::Evaluation> evaluation_;
};

}  // namespace entente::model
