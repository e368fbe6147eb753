#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/door.hpp"
#include "exchange/apply.hpp"

/// Where the parts of the sample are played, day by day, by the people who would have done it.
namespace entente::sample {

/// Who is who, and what the plan calls things.
struct Cast {
  std::map<std::string, PersonId> people;        ///< by e-mail address
  std::map<std::string, std::string> names;      ///< the addresses, by name
  std::map<std::string, std::string> managers;   ///< the address of each organisation's alliance manager, by its key
};

/// The alliance on the day that is played. Unknown keys and addresses throw: then a file of the sample is at fault.
class Stage {
 public:
  Stage(access::Door& in, db::Transaction& within, const Cast& by, exchange::Applied begun) : door(in), transaction(within), cast(by), made(std::move(begun)) {}

  access::Door& door;            ///< its clock says the day
  db::Transaction& transaction;  ///< of the whole sample: all or nothing
  const Cast& cast;
  exchange::Applied made;  ///< of the plan, so far
  std::int64_t values = 0;  ///< entered so far

  const AllianceId& alliance() const { return made.alliance; }
  Date today() const { return door.now().day(); }
  /// The person with this address, with that person's rights.
  const access::Viewer& person(const std::string& email);
  ObjectiveId objective(const std::string& key) const;
  MeasureId measure(const std::string& key) const;
  /// The identifier of "objective CO1", "measure SP4.1" or "theme speed".
  std::string id_of(std::string_view kind, const std::string& key) const;
  SpaceId shared();

 private:
  std::map<std::string, access::Viewer> viewers_;
};

/// What happens on a day.
struct Scene {
  Date day;
  std::function<void(Stage&)> play;
};

/// A file of the sample that tells what people did, beside the plan and its values. A further part is one more line in
/// `parts()` (parts.cpp): it reads its file and gives its scenes, in any order; those of one day keep theirs.
struct Part {
  std::string_view file;  ///< "samples/reference/history.json"
  std::vector<Scene> (*scenes)(std::string_view text);
};
const std::vector<Part>& parts();

[[noreturn]] void throw_broken(std::string detail);

}  // namespace entente::sample
