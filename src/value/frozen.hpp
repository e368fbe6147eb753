#pragma once
#include <string>
#include <vector>

#include "db/transaction.hpp"
#include "value/types.hpp"

/// Hopes as a review finds them: what stands in a freeze, made without anybody's rights of what all parties share.
namespace entente::value {

struct FrozenWord {
  std::string party_name;
  Outcome outcome = Outcome::not_yet;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(FrozenWord, (), (party_name, outcome, text))

struct FrozenHope {
  std::string party_name;
  std::string text;
  std::string leader;
  std::vector<std::string> objectives;  ///< their codes
  std::vector<FrozenWord> words;        ///< that count, one of each other party
};
BOOST_DESCRIBE_STRUCT(FrozenHope, (), (party_name, text, leader, objectives, words))

/// By the position of the party, then by text.
std::vector<FrozenHope> frozen_hopes(db::Transaction&, const AllianceId&, const SpaceId& shared);

}  // namespace entente::value
