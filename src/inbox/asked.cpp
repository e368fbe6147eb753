// What the other side, or a workshop, asks of a person.
#include "formation/open_ratings.hpp"
#include "inbox/said.hpp"
#include "value/unanswered.hpp"

namespace entente::inbox {

void add_claims(db::Transaction& transaction, const Viewer& viewer, std::vector<Item>& out) {
  for (auto& one : value::unanswered(transaction, viewer)) {
    Item item;
    item.key = fmt::format("claim:{}:{}", one.claim.id.view(), one.claim.version);
    item.kind = Kind::claim;
    item.alliance = {one.claim.alliance, one.slug, one.alliance_name};
    item.title = fmt::format("{} claims a benefit: confirm or dispute it", one.by);
    item.about = one.claim.title;
    item.detail = one.claim.evidence;
    item.at = one.claim.claimed_at;
    item.link = fmt::format("/a/{}/value", one.slug);
    item.spaces = {one.claim.space};
    out.push_back(std::move(item));
  }
}

void add_ratings(db::Transaction& transaction, const Viewer& viewer, std::vector<Item>& out) {
  for (auto& one : formation::open_ratings(transaction, viewer)) {
    Item item;
    item.key = fmt::format("rating:{}:{}", one.workshop.view(), one.round);
    item.kind = Kind::rating;
    item.alliance = {one.alliance, one.slug, one.alliance_name};
    item.title = one.cards_left == 1 ? "1 card waits for your rating" : fmt::format("{} cards wait for your rating", one.cards_left);
    item.about = one.title;
    item.link = fmt::format("/a/{}/workshops/{}", one.slug, one.workshop.view());
    // Who rates together sees the shared space, whatever else is there.
    if (const access::Grant* grant = viewer.grant(one.alliance)) item.spaces = {grant->shared};
    out.push_back(std::move(item));
  }
}

}  // namespace entente::inbox
