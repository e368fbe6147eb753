#include "scorecard/supply.hpp"

namespace entente::scorecard {

MayEnter may_enter_actual(const access::Viewer& viewer, const access::Grant& grant, const Supply& supply) {
  if (!grant.may_enter(viewer.person, supply.owner, supply.theme)) return MayEnter::no;
  bool private_ = !grant.own.empty() && supply.space == grant.own;
  if (!supply.supplier || *supply.supplier == grant.party || private_ || viewer.operator_) return MayEnter::yes;
  return supply.owner && *supply.owner == viewer.person ? MayEnter::yes : MayEnter::other_supplier;
}

std::string other_supplier_words(const std::string& code, const std::string& supplier) {
  return fmt::format("{} is supplied by {}: its values come from there. Accept or dispute them.", code, supplier);
}

std::string withheld_by_other_words(const std::string& code) {
  return fmt::format("The other side withholds its value of {} for this period. Only that side gives another one.", code);
}

}  // namespace entente::scorecard
