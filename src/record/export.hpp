#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "db/database.hpp"
#include "record/signer.hpp"

namespace entente::record {

/// One act with its proof, as a file's text. Nothing while no signed head covers the leaf yet (at most ten seconds;
/// `Signer::sign_now(space)` makes one at once) or if there is no such leaf.
std::optional<std::string> receipt_file(db::Transaction& transaction, const Signer& signer, SpaceId space,
                                        std::uint64_t index);

/// The whole record of a space up to its newest signed head, in the form that `verify` reads, given out in parts of some
/// hundred kilobytes. Signs first what is not signed yet. Memory is bounded. `sight` is that of who asks. Gives that head.
SignedHead export_record(db::Database& database, Signer& signer, SpaceId space,
                         const std::function<void(std::string_view)>& out, const db::Sight& sight = {});

/// Lets a party register the key of a witness of its own for a space's heads. Throws `bad_input` for a wrong key and
/// `conflict` "witness_already" for one that is there; one that was taken away comes back.
void add_witness(db::Transaction& transaction, SpaceId space, std::string_view key, PartyId party, Instant now);
void remove_witness(db::Transaction& transaction, SpaceId space, std::string_view key, Instant now);
std::vector<VerifierKey> witnesses(db::Transaction& transaction, SpaceId space);

/// Takes a witness's signature line for the signed head of that size. Throws `bad_input` unless it is a right signature of
/// a registered witness, `not_found` if there is no such head.
void add_cosignature(db::Transaction& transaction, SpaceId space, std::uint64_t size, std::string_view line, Instant now);

}  // namespace entente::record
