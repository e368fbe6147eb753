#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "charter/types.hpp"

/// Pure rules of agreeing: what is signed, what changed, and when a version is in force.
namespace entente::charter {

/// Without what only the working tables need, each list sorted by identifier: two drafts that agree in content give the same
/// bytes.
Document normalised(Document document);
/// The bytes that are signed. `document` must be normalised.
std::string text(const Document& document);
/// SHA-256 of the bytes as 64 hexadecimal digits.
std::string digest(std::string_view text);

enum class Change : std::uint8_t { added, changed, removed };
BOOST_DESCRIBE_ENUM(Change, added, changed, removed)

/// One member of an item that differs, in words for people: names in the place of identifiers.
struct FieldChange {
  std::string name;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (name, before, after))

/// An item of the plan that differs between two documents. Of an added or removed one, `fields` has all that is not empty.
struct ItemChange {
  std::string kind;   ///< "objective", "target" …, "terms" for the alliance's own
  std::string id;
  std::string label;  ///< what people call it: "CO1 Cost drivers in the open"
  std::string objective;  ///< the objective that it belongs to, of an objective, a measure or a target; otherwise empty
  Change change = Change::changed;
  std::vector<FieldChange> fields;
};
BOOST_DESCRIBE_STRUCT(ItemChange, (), (kind, id, label, objective, change, fields))

/// Names of what documents refer to and do not hold: people and parties.
using Names = std::unordered_map<std::string, std::string>;

/// What changed, in the order of the document's lists, and in each by label.
std::vector<ItemChange> difference(const Document& before, const Document& after, const Names& names);

/// Where a version stands after a partner's word. `must` are the parties that have to ratify. Throws `conflict`
/// - "not_proposed" if nothing can follow from the state,
/// - "already_said" if the party has spoken on this version,
/// - "not_asked" if the party need not ratify,
/// - "other_digest" if the word is about other bytes than the version's.
State after_consent(const Charter& charter, std::span<const PartyId> must, std::span<const Consent> before, const Consent& consent);

/// Whether a document is the alliance's own map, or what an agreement adds to it: that lies in the perspectives and themes that all
/// share, which are not in its document.
enum class Scope : std::uint8_t { whole_map, agreement };

/// Why a document cannot be proposed, at its place; nothing wrong: empty. A charter needs at least one objective, that of an
/// agreement an objective or a measure. Each objective of the whole map must lie in a perspective and a theme of the document.
std::vector<FieldError> problems(const Document& document, Scope scope = Scope::whole_map);

}  // namespace entente::charter
