#include "record/merkle.hpp"

#include <bit>

#include "base/error.hpp"

namespace entente::record {
namespace {

using auth::bytes_of;

/// The roots of the complete subtrees that make up leaves [begin, end), joined as section 2.1 says. `begin` is always a
/// multiple of the largest power of two below the length.
Hash range_root(std::uint64_t begin, std::uint64_t end, const SubtreeSource& subtrees) {
  std::uint64_t count = end - begin;
  if (std::has_single_bit(count)) {
    auto level = static_cast<unsigned>(std::countr_zero(count));
    return subtrees(level, begin >> level);
  }
  std::uint64_t left = std::bit_floor(count);
  return node_hash(range_root(begin, begin + left, subtrees), range_root(begin + left, end, subtrees));
}

/// Where section 2.1 splits a range: the largest power of two that is smaller than its length.
std::uint64_t split(std::uint64_t count) { return std::bit_floor(count - 1); }

void path(std::uint64_t index, std::uint64_t begin, std::uint64_t end, const SubtreeSource& subtrees, Proof& proof) {
  if (end - begin == 1) return;
  std::uint64_t middle = begin + split(end - begin);
  if (index < middle) {
    path(index, begin, middle, subtrees, proof);
    proof.push_back(range_root(middle, end, subtrees));
  } else {
    path(index, middle, end, subtrees, proof);
    proof.push_back(range_root(begin, middle, subtrees));
  }
}

/// SUBPROOF(m, D[n], b) of section 2.1.2; `known` says that the verifier holds the root of the range already.
enum class Start { known, unknown };
void subproof(std::uint64_t first, std::uint64_t begin, std::uint64_t end, Start start, const SubtreeSource& subtrees,
              Proof& proof) {
  if (first == end) {
    if (start == Start::unknown) proof.push_back(range_root(begin, end, subtrees));
    return;
  }
  std::uint64_t middle = begin + split(end - begin);
  if (first <= middle) {
    subproof(first, begin, middle, start, subtrees, proof);
    proof.push_back(range_root(middle, end, subtrees));
  } else {
    subproof(first, middle, end, Start::unknown, subtrees, proof);
    proof.push_back(range_root(begin, middle, subtrees));
  }
}

}  // namespace

Hash leaf_hash(std::string_view leaf) {
  return auth::Sha256().add(std::string_view("\0", 1)).add(leaf).finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<char, 65> bytes;
  bytes[0] = 1;
  std::memcpy(bytes.data() + 1, left.data(), 32);
  std::memcpy(bytes.data() + 33, right.data(), 32);
  return auth::sha256({bytes.data(), bytes.size()});
}

Hash empty_root() { return auth::sha256({}); }

Frontier::Frontier(std::uint64_t size, std::vector<Hash> peaks) : size_(size), peaks_(std::move(peaks)) {
  if (peaks_.size() != static_cast<std::size_t>(std::popcount(size)))
    throw Error(ErrorKind::internal, "broken_frontier", "The record's stored peaks do not fit its size.");
}

Frontier::Frontier(std::uint64_t size, std::string_view bytes) : size_(size) {
  if (bytes.size() != static_cast<std::size_t>(std::popcount(size)) * 32)
    throw Error(ErrorKind::internal, "broken_frontier", "The record's stored peaks do not fit its size.");
  peaks_.resize(bytes.size() / 32);
  for (std::size_t i = 0; i < peaks_.size(); ++i) std::memcpy(peaks_[i].data(), bytes.data() + i * 32, 32);
}

void Frontier::append(const Hash& leaf) {
  Hash hash = leaf;
  for (std::uint64_t rest = size_; rest & 1; rest >>= 1) {
    hash = node_hash(peaks_.back(), hash);
    peaks_.pop_back();
  }
  peaks_.push_back(hash);
  ++size_;
}

Hash Frontier::root() const {
  if (peaks_.empty()) return empty_root();
  Hash hash = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i-- > 0;) hash = node_hash(peaks_[i], hash);
  return hash;
}

std::string Frontier::bytes() const {
  std::string bytes;
  bytes.reserve(peaks_.size() * 32);
  for (auto& peak : peaks_) bytes += bytes_of(peak);
  return bytes;
}

Hash root(std::uint64_t size, const SubtreeSource& subtrees) {
  return size == 0 ? empty_root() : range_root(0, size, subtrees);
}

Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const SubtreeSource& subtrees) {
  if (index >= size) throw_bad_field("index", "out_of_range", "There is no leaf of that number in the record.");
  Proof proof;
  path(index, 0, size, subtrees, proof);
  return proof;
}

Proof consistency_proof(std::uint64_t first, std::uint64_t second, const SubtreeSource& subtrees) {
  if (first > second) throw_bad_field("first", "out_of_range", "The earlier head is longer than the later one.");
  Proof proof;
  if (first > 0 && first < second) subproof(first, 0, second, Start::known, subtrees, proof);
  return proof;
}

void Tree::append(const Hash& leaf) {
  Hash hash = leaf;
  for (std::size_t level = 0;; ++level) {
    if (levels_.size() == level) levels_.emplace_back();
    auto& row = levels_[level];
    row.push_back(hash);
    if (row.size() % 2 != 0) return;
    hash = node_hash(row[row.size() - 2], row.back());
  }
}

SubtreeSource Tree::subtrees() const {
  return [this](unsigned level, std::uint64_t index) { return levels_[level][index]; };
}

Hash Tree::root(std::uint64_t size) const {
  if (size > this->size()) throw_bad_field("size", "out_of_range", "The record does not have that many leaves.");
  return record::root(size, subtrees());
}

Proof Tree::inclusion_proof(std::uint64_t index, std::uint64_t size) const {
  if (size > this->size()) throw_bad_field("size", "out_of_range", "The record does not have that many leaves.");
  return record::inclusion_proof(index, size, subtrees());
}

Proof Tree::consistency_proof(std::uint64_t first, std::uint64_t second) const {
  if (second > size()) throw_bad_field("second", "out_of_range", "The record does not have that many leaves.");
  return record::consistency_proof(first, second, subtrees());
}

// Both checks follow RFC 9162, sections 2.1.3.2 and 2.1.4.2, which state in steps what RFC 6962 leaves to the reader.

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Hash hash = leaf;
  for (auto& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(sibling, hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      hash = node_hash(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t first, const Hash& first_root, std::uint64_t second, const Hash& second_root,
                        std::span<const Hash> proof) {
  if (first > second) return false;
  if (first == second) return proof.empty() && first_root == second_root;
  if (first == 0) return proof.empty() && first_root == empty_root();
  std::vector<Hash> path;
  if (std::has_single_bit(first)) path.push_back(first_root);
  path.insert(path.end(), proof.begin(), proof.end());
  if (path.empty()) return false;
  std::uint64_t node = first - 1;
  std::uint64_t last = second - 1;
  while ((node & 1) != 0) {
    node >>= 1;
    last >>= 1;
  }
  Hash first_hash = path.front();
  Hash second_hash = path.front();
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      first_hash = node_hash(path[i], first_hash);
      second_hash = node_hash(path[i], second_hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      second_hash = node_hash(second_hash, path[i]);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && first_hash == first_root && second_hash == second_root;
}

}  // namespace entente::record
