#include "value/unanswered.hpp"

#include "value/rules.hpp"

namespace entente::value {
namespace {

// The claims of others in alliances in which the person's party is a partner.
constexpr std::string_view of_others =
    "FROM member JOIN party ON party.id = member.party AND party.kind = 'partner' AND party.state = 'confirmed' "
    "JOIN benefit ON benefit.alliance = member.alliance AND benefit.claimed_by <> party.id AND benefit.removed_at IS NULL "
    "{} WHERE member.person = $1 AND member.state = 'confirmed' ORDER BY benefit.claimed_at, benefit.id";
const std::string claims_sql = fmt::format(
    "SELECT benefit.id, benefit.alliance, benefit.space, benefit.version, benefit.kind, benefit.title, benefit.period, benefit.baseline, benefit.evidence, "
    "benefit.amounts, benefit.objectives, benefit.claimed_by, benefit.author, benefit.claimed_at, benefit.removed_at {}",
    fmt::format(of_others, ""));
const std::string names_sql =
    fmt::format("SELECT benefit.id, claimant.name, alliance.slug, alliance.name {}",
                fmt::format(of_others, "JOIN party claimant ON claimant.id = benefit.claimed_by JOIN alliance ON alliance.id = benefit.alliance"));
const std::string words_sql = fmt::format(
    "SELECT benefit_word.id, benefit_word.alliance, benefit_word.space, benefit_word.version, benefit_word.benefit, benefit_word.said_of, benefit_word.party, "
    "benefit_word.author, benefit_word.verdict, benefit_word.note, benefit_word.said_at, benefit_word.removed_at {}",
    fmt::format(of_others, "JOIN benefit_word ON benefit_word.benefit = benefit.id AND benefit_word.party = party.id AND benefit_word.removed_at IS NULL"));

}  // namespace

std::vector<Unanswered> unanswered(db::Transaction& transaction, const access::Viewer& viewer) {
  std::vector<Unanswered> out;
  auto claims = transaction.all<Benefit>(claims_sql, viewer.person);
  std::erase_if(claims, [&](const Benefit& claim) {
    const access::Grant* grant = viewer.grant(claim.alliance);
    return !grant || grant->reach(access::Act::accept) != access::Reach::all || !grant->sees(claim.space);
  });
  if (claims.empty()) return out;
  auto words = transaction.all<BenefitWord>(words_sql, viewer.person);
  std::map<BenefitId, std::tuple<std::string, std::string, std::string>> names;
  transaction.each(
      names_sql,
      [&](const db::Row& row) { names[row.get<BenefitId>(0)] = {row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)}; }, viewer.person);
  for (auto& claim : claims) {
    if (!standing_words(claim, words).empty()) continue;
    auto& [by, slug, alliance_name] = names[claim.id];
    out.push_back({std::move(claim), by, slug, alliance_name});
  }
  return out;
}

}  // namespace entente::value
