#pragma once
#include "access/viewer.hpp"
#include "db/transaction.hpp"
#include "formation/types.hpp"

namespace entente::formation {

/// A rating in which the viewer takes part and has not rated every card yet.
struct OpenRating {
  WorkshopId workshop;
  std::int64_t round = 0;
  std::string title;
  AllianceId alliance;
  std::string slug;
  std::string alliance_name;
  std::int64_t cards_left = 0;  ///< of the viewer's own
};
BOOST_DESCRIBE_STRUCT(OpenRating, (), (workshop, round, title, alliance, slug, alliance_name, cards_left))

/// In all alliances of the viewer. What others rated, or whether, is not looked at.
std::vector<OpenRating> open_ratings(db::Transaction&, const access::Viewer&);

}  // namespace entente::formation
