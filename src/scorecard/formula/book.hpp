#pragma once
#include "scorecard/formula/evaluate.hpp"
#include "scorecard/formula/graph.hpp"

namespace entente::scorecard::formula {

/// All formulas of a scorecard that belong together, with what is rolled up into what.
class Book {
 public:
  /// Throws as `refuse_circle` does. `parents`: objectives, themes and so on, each with what is rolled up into it.
  Book(std::vector<Formula> formulas, const std::map<std::string, Graph::Codes>& parents, const Calendar& calendar);

  const Formula* find(std::string_view code) const;
  const Graph& graph() const { return graph_; }
  const Calendar& calendar() const { return calendar_; }

 private:
  std::map<std::string, Formula, std::less<>> formulas_;
  Graph graph_;
  Calendar calendar_;
};

/// Works out the formulas of a book over stored values, and remembers. For one thread.
///
///     Reader reader(book, stored);
///     Value june = reader.ask("CO1_3", parse_period("2008-06"));
///     stored.put(…);
///     const std::string changed[]{"CO1_1"};
///     reader.forget(changed);              // only what depends on it is worked out anew
class Reader : public Values {
 public:
  /// Both have to stay.
  Reader(const Book& book, const Values& stored, std::uint64_t most_steps = Steps::usual)
      : book_(book), stored_(stored), most_steps_(most_steps) {}

  /// A computed measure in one of its own periods. Unknown codes are undefined.
  Value ask(std::string_view code, Period period) const;
  /// After values or judgements of these have changed: what depends on them, in the order in which to work it out.
  std::vector<std::string> forget(std::span<const std::string> changed);

  /// Any measure, computed or stored, within a larger question. For `Values::standing` of the stored side.
  Value value(std::string_view code, Span span, Nulls nulls, Steps& steps) const override;
  Standing standing(std::string_view code, Period period, const Values& all, Steps& steps) const override;

  /// How many periods have been worked out so far, and not taken from memory.
  std::uint64_t worked_out() const { return worked_out_; }

 private:
  struct Known {
    Value value;
    std::uint64_t cost;
  };
  Value own(const Formula& formula, Span span, Steps& steps) const;

  const Book& book_;
  const Values& stored_;
  std::uint64_t most_steps_;
  mutable std::map<std::string, std::map<Span, Known>, std::less<>> known_;
  mutable std::size_t known_count_ = 0;
  mutable std::uint64_t worked_out_ = 0;
};

}  // namespace entente::scorecard::formula
