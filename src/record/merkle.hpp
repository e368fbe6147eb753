#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "auth/crypto.hpp"

namespace entente::record {

/// The Merkle tree of RFC 6962, section 2.1, with SHA-256. Leaves are opaque bytes, counted from 0.
using Hash = auth::Digest;
using Proof = std::vector<Hash>;

/// SHA-256(0x00 ‖ leaf).
Hash leaf_hash(std::string_view leaf);
/// SHA-256(0x01 ‖ left ‖ right).
Hash node_hash(const Hash& left, const Hash& right);
/// The root of no leaves: SHA-256 of nothing.
Hash empty_root();

/// What must be kept of a log so that it can grow: the roots of its complete subtrees, the largest (leftmost) first,
/// one for each bit that is set in the size.
class Frontier {
 public:
  Frontier() = default;
  /// Throws `internal` if the number of peaks does not fit the size.
  Frontier(std::uint64_t size, std::vector<Hash> peaks);
  /// From `bytes()`.
  Frontier(std::uint64_t size, std::string_view bytes);

  std::uint64_t size() const { return size_; }
  const std::vector<Hash>& peaks() const { return peaks_; }
  void append(const Hash& leaf);
  Hash root() const;
  /// The peaks one after the other, 32 bytes each.
  std::string bytes() const;

  friend bool operator==(const Frontier&, const Frontier&) = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;
};

/// Gives the root of a complete subtree: that of the 2^level leaves that start at leaf index · 2^level.
using SubtreeSource = std::function<Hash(unsigned level, std::uint64_t index)>;

/// The proofs, from wherever the complete subtrees are kept. They need index < size, and first ≤ second; both throw
/// `bad_input` otherwise.
Hash root(std::uint64_t size, const SubtreeSource& subtrees);
Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const SubtreeSource& subtrees);
Proof consistency_proof(std::uint64_t first, std::uint64_t second, const SubtreeSource& subtrees);

/// A whole log in memory, 64 bytes a leaf: every complete subtree is kept, so that a proof costs O(log² n).
class Tree {
 public:
  void append(const Hash& leaf);
  std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
  Hash root() const { return root(size()); }
  /// The root as it was when the log had `size` leaves.
  Hash root(std::uint64_t size) const;
  Proof inclusion_proof(std::uint64_t index, std::uint64_t size) const;
  Proof consistency_proof(std::uint64_t first, std::uint64_t second) const;

 private:
  SubtreeSource subtrees() const;
  std::vector<std::vector<Hash>> levels_;
};

/// Is `leaf` the leaf number `index` of the log of that size and root?
bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root);
/// Does the second log begin with all of the first one, unchanged?
bool verify_consistency(std::uint64_t first, const Hash& first_root, std::uint64_t second, const Hash& second_root,
                        std::span<const Hash> proof);

}  // namespace entente::record
