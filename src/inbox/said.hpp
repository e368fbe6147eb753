#pragma once
#include "inbox/store.hpp"

namespace entente::inbox {

/// How far a person has read: single items as marked, and else everything up to a moment.
class Marks {
 public:
  Marks(db::Transaction&, const PersonId&);
  bool is_read(const std::string& key, std::optional<Instant> at) const;
  /// Whatever was said up to here counts as read, unless it is marked otherwise.
  Instant until() const { return until_; }

 private:
  std::map<std::string, bool, std::less<>> items_;
  Instant until_;
};

/// Mentions of the person, or replies in threads in which the person spoke, that the person may see: those before the cursor
/// ("" is the newest), `limit` + 1 at most, the newest first.
std::vector<Item> said(db::Transaction&, const Viewer&, const Marks&, std::optional<Kind> kind, Only only, std::string_view cursor, int limit);
/// What `cursor` is after this item.
std::string cursor_after(const Item& item);

/// Values that wait for the person's word, one item for each giver, and disputes in which the person's side is asked.
void add_words(model::Service&, const Viewer&, std::vector<Item>& out);

/// Benefits that the other side claims, and ratings that are open.
void add_claims(db::Transaction&, const Viewer&, std::vector<Item>& out);
void add_ratings(db::Transaction&, const Viewer&, std::vector<Item>& out);

/// Lights that a party contests, until it takes its word back or a review has dealt with the period.
void add_contested(db::Transaction&, const Viewer&, std::vector<Item>& out);

/// What waits for the person's answer now.
std::vector<Item> waiting(db::Transaction&, const Viewer&, const std::vector<Item>& values, Instant now, const Marks&, std::optional<Kind> kind, Only only);

}  // namespace entente::inbox
