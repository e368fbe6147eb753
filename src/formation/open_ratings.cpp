#include "formation/open_ratings.hpp"

#include "formation/rights.hpp"

namespace entente::formation {
namespace {

// A merged card is rated with the one into which it went, while that is there; one in the draft is not rated again.
constexpr std::string_view open_sql =
    "SELECT workshop.id, workshop.round, workshop.title, alliance.id, alliance.slug, alliance.name, "
    "(SELECT COUNT(*) FROM card WHERE card.workshop = workshop.id AND card.removed_at IS NULL "
    " AND NOT EXISTS (SELECT 1 FROM card target WHERE target.id = card.merged_into AND target.removed_at IS NULL) "
    " AND NOT EXISTS (SELECT 1 FROM objective WHERE objective.id = card.objective AND objective.removed_at IS NULL) "
    " AND NOT EXISTS (SELECT 1 FROM card_rating WHERE card_rating.workshop = workshop.id AND card_rating.round = workshop.round "
    "  AND card_rating.card = card.id AND card_rating.person = $1)) "
    "FROM member JOIN party ON party.id = member.party AND party.kind = 'partner' AND party.state = 'confirmed' "
    "JOIN workshop ON workshop.alliance = member.alliance AND workshop.rating = 'open' AND workshop.removed_at IS NULL "
    "AND workshop.participants LIKE $2 JOIN alliance ON alliance.id = member.alliance "
    "WHERE member.person = $1 AND member.state = 'confirmed' ORDER BY alliance.name, workshop.title, workshop.id";

}  // namespace

std::vector<OpenRating> open_ratings(db::Transaction& transaction, const access::Viewer& viewer) {
  auto open = transaction.all<OpenRating>(open_sql, viewer.person, fmt::format("%{}%", viewer.person.view()));
  std::erase_if(open, [&](const OpenRating& one) {
    const access::Grant* grant = viewer.grant(one.alliance);
    return one.cards_left == 0 || !grant || !may_contribute(viewer, *grant);
  });
  return open;
}

}  // namespace entente::formation
