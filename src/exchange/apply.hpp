#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "alliance/types.hpp"
#include "exchange/plan.hpp"
#include "model/contents.hpp"

/// Between plan documents and the database. A plan comes in through the same rules as anybody's edits.
namespace entente::exchange {

/// A thing that an import made.
struct MadeItem {
  std::string kind;  ///< its word in the record: "objective"
  std::string id;
};

/// What an import of a plan made.
struct Applied {
  AllianceId alliance;
  std::string slug;
  access::Viewer viewer;                            ///< who made it, now with rights in it
  std::map<std::string, PartyId> parties;           ///< by key
  std::map<std::string, ThemeId> themes;
  std::map<std::string, PerspectiveId> perspectives;
  std::map<std::string, ObjectiveId> objectives;
  std::map<std::string, std::pair<MeasureId, std::string>> measures;  ///< and whose private space it lies in
  std::set<std::string> others;                     ///< links, targets and initiatives, by what names them
  std::map<std::string, std::string> measure_codes; ///< by key
  std::vector<MadeItem> made;                       ///< of the plan's nouns, in the order of making
};

struct ApplyOptions {
  std::string source = "stratml";  ///< of the values
  /// Who acts for an organisation of the plan (by key) in its private space; null: its private matters are left out.
  std::function<const access::Viewer*(const std::string& organisation)> acting_for;
  /// Called when parties and themes are there, before objectives name their owners.
  std::function<void(Applied&)> parties_made;
  /// An alliance that is there already takes the plan in: its partners stand for the plan's, in their order, and its
  /// perspectives and themes for those of the same name. Otherwise a new alliance is made.
  std::optional<AllianceId> into;
  /// Of a plan that comes in several steps: what the earlier ones made, which stays as it is.
  const Applied* after = nullptr;
  /// What waits for a later step: "objective CU4", "measure SP3.3", "target CO3.1 2008-01-01". What refers to it waits, too.
  std::set<std::string> held;
};

/// Makes a new alliance of the plan (or fills the one in `options.into`), in the transaction that is open: all or nothing. The first partner becomes the
/// maker's party (an operator's first partner becomes an organisation of its own), the others places to be invited.
Applied apply_plan(access::Door&, db::Transaction&, const access::Viewer&, const Plan&, const ApplyOptions& = {});

/// The plan of an alliance as far as the contents reach, ready to be written. Private items are named as such.
Plan plan_of(const model::Contents& contents, const std::map<PersonId, std::string>& emails);

/// E-mail addresses of the owners and leaders in the contents.
std::map<PersonId, std::string> emails_of(db::Transaction&, const model::Contents&);

}  // namespace entente::exchange
