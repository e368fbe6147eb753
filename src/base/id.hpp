#pragma once
#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace entente {

/// The 20 characters of an identifier: 100 random bits in Crockford's base 32, lower case. Never counts, never reveals
/// an order. The empty identifier is all zero bytes.
struct IdText {
  std::array<char, 20> characters{};
};

IdText random_id(Random& random);
bool is_id(std::string_view text);

/// An identifier of one kind of thing; identifiers of different kinds do not mix.
template <class Kind>
class Id {
 public:
  static constexpr std::size_t length = 20;

  Id() = default;
  static Id make(Random& random) { return Id(random_id(random)); }

  /// Nothing if `text` is not 20 characters of the alphabet.
  static std::optional<Id> parse(std::string_view text) {
    if (!is_id(text)) return std::nullopt;
    IdText id;
    std::memcpy(id.characters.data(), text.data(), length);
    return Id(id);
  }

  bool empty() const { return text_.characters[0] == '\0'; }
  std::string_view view() const { return empty() ? std::string_view() : std::string_view(text_.characters.data(), length); }
  std::string text() const { return std::string(view()); }

  friend bool operator==(const Id& a, const Id& b) { return a.text_.characters == b.text_.characters; }
  friend auto operator<=>(const Id& a, const Id& b) { return a.text_.characters <=> b.text_.characters; }

 private:
  explicit Id(IdText text) : text_(text) {}
  IdText text_;
};

using PersonId = Id<struct PersonKind>;
using OrganisationId = Id<struct OrganisationKind>;
using AllianceId = Id<struct AllianceKind>;
using PartyId = Id<struct PartyKind>;
using AgreementId = Id<struct AgreementKind>;
using SpaceId = Id<struct SpaceKindTag>;
using SessionId = Id<struct SessionKind>;
using TokenId = Id<struct TokenKind>;
using InvitationId = Id<struct InvitationKind>;
using PerspectiveId = Id<struct PerspectiveKind>;
using ThemeId = Id<struct ThemeKind>;
using ObjectiveId = Id<struct ObjectiveKind>;
using LinkId = Id<struct LinkKind>;
using WinId = Id<struct WinKind>;
using ValueId = Id<struct ValueKind>;
using MeasureId = Id<struct MeasureKind>;
using TargetId = Id<struct TargetKind>;
using InitiativeId = Id<struct InitiativeKind>;
using MilestoneId = Id<struct MilestoneKind>;
using CharterId = Id<struct CharterKind>;
using ActId = Id<struct ActKind>;
using ImportId = Id<struct ImportKind>;
using NarrativeId = Id<struct NarrativeKind>;
using OverrideId = Id<struct OverrideKind>;
using VerdictId = Id<struct VerdictKind>;
using FreezeId = Id<struct FreezeKind>;
using CommentId = Id<struct CommentKind>;

}  // namespace entente

template <class Kind>
struct std::hash<entente::Id<Kind>> {
  std::size_t operator()(const entente::Id<Kind>& id) const { return std::hash<std::string_view>()(id.view()); }
};
