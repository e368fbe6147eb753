#pragma once
#include <vector>

#include "access/items.hpp"
#include "discipline/looks.hpp"
#include "discipline/renegotiation.hpp"
#include "model/build.hpp"

namespace entente::access {

template <>
struct ItemKind<discipline::MeasureReview> {
  static constexpr std::string_view table = "measure_review", word = "measure_review";
  static ThemeId theme(db::Transaction&, const discipline::MeasureReview&);
};

}  // namespace entente::access

/// Measures that are put up to be renegotiated, kept or dropped, and what was decided on them.
namespace entente::discipline {

struct ReviewInput {
  ReviewVerdict verdict = ReviewVerdict::keep;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (verdict, reason))

/// A decision with its acts; dropping also retires the measure in the working draft, by an act of its own.
struct Decided {
  std::string id;
  std::int64_t version = 0;
  std::vector<access::ActAnswer> acts;  ///< in the order in which they are taken back
  bool undoable = true;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (id, version, acts, undoable))

/// For who may edit the measure. Throws `bad_input` at "reason" without one.
Decided decide(access::Door&, db::Transaction&, const access::Viewer&, const MeasureId&, const ReviewInput&);

/// Decisions that stand, newest first.
std::vector<MeasureReview> measure_reviews(db::Transaction&, const access::Viewer&, const AllianceId&);

void add_review_undoer(access::Undoers&);

struct DecisionView {
  MeasureReviewId id;
  ReviewVerdict verdict = ReviewVerdict::keep;
  std::string reason;
  std::string by;
  std::string party;
  Instant decided_at;
  Date quiet_until;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (), (id, verdict, reason, by, party, decided_at, quiet_until))

/// A measure that is put up, with the numbers behind each reason.
struct PutUp {
  MeasureId measure;
  std::string code;
  std::string name;
  model::NamedTheme theme;
  std::string objective;
  std::string owner;
  std::string target;
  model::Judgement judgement;
  std::vector<Standing> standings;
  std::vector<model::CellView> recent;  ///< the last 12 periods, oldest first
  int judged = 0;
  int green = 0;
  int red = 0;
  std::int64_t looks = 0;
  std::optional<Date> review_date;
  std::optional<DecisionView> last;     ///< an earlier decision, whose rest is over
  bool may_decide = false;
};
BOOST_DESCRIBE_STRUCT(PutUp, (),
                      (measure, code, name, theme, objective, owner, target, judgement, standings, recent, judged, green, red, looks, review_date, last, may_decide))

struct DecidedItem {
  MeasureId measure;
  std::string code;
  std::string name;
  DecisionView decision;
};
BOOST_DESCRIBE_STRUCT(DecidedItem, (), (measure, code, name, decision))

struct Renegotiation {
  std::vector<PutUp> items;          ///< most reasons first
  std::vector<DecidedItem> decided;  ///< newest first, 50 at most
  std::optional<Date> counted_since; ///< since when looks of the viewer's side are counted
  int lights_tell = 0;               ///< measures of whose lights something could be said …
  int looks_tell = 0;                ///< … and of whose looks
  int measures = 0;                  ///< that are not retired
};
BOOST_DESCRIBE_STRUCT(Renegotiation, (), (items, decided, counted_since, lights_tell, looks_tell, measures))

/// From what the viewer sees, and from the looks of the viewer's own side.
Renegotiation build_renegotiation(const model::Look& look, const Looks& looks, const std::vector<MeasureReview>& reviews, const std::map<PersonId, std::string>& deciders);

/// The names of who decided.
std::map<PersonId, std::string> deciders_of(db::Transaction&, const AllianceId&);

}  // namespace entente::discipline
