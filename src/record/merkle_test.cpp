#include "record/merkle.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/error.hpp"

namespace {
using namespace entente;
using namespace entente::record;

/// Section 2.1 of RFC 6962 word by word, slow and without any cleverness: the reference for everything below.
namespace plain {
std::size_t split(std::size_t count) {
  std::size_t power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
Hash root(std::span<const std::string> leaves) {
  if (leaves.empty()) return auth::sha256("");
  if (leaves.size() == 1) return auth::sha256(std::string(1, '\0') + leaves[0]);
  auto k = split(leaves.size());
  Hash left = root(leaves.first(k)), right = root(leaves.subspan(k));
  return auth::sha256("\x01" + std::string(auth::bytes_of(left)) + std::string(auth::bytes_of(right)));
}
Proof path(std::size_t m, std::span<const std::string> leaves) {
  if (leaves.size() == 1) return {};
  auto k = split(leaves.size());
  Proof proof = m < k ? path(m, leaves.first(k)) : path(m - k, leaves.subspan(k));
  proof.push_back(m < k ? root(leaves.subspan(k)) : root(leaves.first(k)));
  return proof;
}
Proof subproof(std::size_t m, std::span<const std::string> leaves, bool whole) {
  if (m == leaves.size()) return whole ? Proof{} : Proof{root(leaves)};
  auto k = split(leaves.size());
  Proof proof = m <= k ? subproof(m, leaves.first(k), whole) : subproof(m - k, leaves.subspan(k), false);
  proof.push_back(m <= k ? root(leaves.subspan(k)) : root(leaves.first(k)));
  return proof;
}
}  // namespace plain

Hash from_text(std::string_view text) { return *auth::digest_of(*auth::from_hex(text)); }
std::string to_text(const Hash& hash) { return auth::hex(auth::bytes_of(hash)); }

/// The leaves and values published with Certificate Transparency's own Merkle tree tests.
std::vector<std::string> published_leaves() {
  std::vector<std::string> leaves;
  for (auto text : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
    leaves.push_back(*auth::from_hex(text));
  return leaves;
}
constexpr std::array published_roots = {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Tree tree_of(std::span<const std::string> leaves) {
  Tree tree;
  for (auto& leaf : leaves) tree.append(leaf_hash(leaf));
  return tree;
}

std::vector<std::string> numbered_leaves(std::size_t count) {
  std::vector<std::string> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(fmt::format("leaf {}", i));
  return leaves;
}
}  // namespace

TEST_CASE("the published roots come out of the tree and of the frontier") {
  auto leaves = published_leaves();
  Tree tree = tree_of(leaves);
  Frontier frontier;
  CHECK(to_text(empty_root()) == published_roots[0]);
  for (std::size_t size = 0; size <= leaves.size(); ++size) {
    CHECK(to_text(tree.root(size)) == published_roots[size]);
    CHECK(to_text(frontier.root()) == published_roots[size]);
    if (size < leaves.size()) frontier.append(leaf_hash(leaves[size]));
  }
}

TEST_CASE("the published inclusion and consistency proofs come out of the tree") {
  Tree tree = tree_of(published_leaves());
  CHECK(tree.inclusion_proof(0, 8) ==
        Proof{from_text("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
              from_text("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
              from_text("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")});
  CHECK(tree.inclusion_proof(5, 8) ==
        Proof{from_text("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
              from_text("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
              from_text("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
  CHECK(tree.inclusion_proof(2, 3) == Proof{from_text("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")});
  CHECK(tree.inclusion_proof(1, 5) ==
        Proof{from_text("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
              from_text("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
              from_text("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")});
  CHECK(tree.consistency_proof(1, 1).empty());
  CHECK(tree.consistency_proof(1, 8) ==
        Proof{from_text("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
              from_text("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
              from_text("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")});
  CHECK(tree.consistency_proof(6, 8) ==
        Proof{from_text("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
              from_text("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
              from_text("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")});
  CHECK(tree.consistency_proof(2, 5) ==
        Proof{from_text("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
              from_text("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")});
}

TEST_CASE("roots and proofs of every size up to 40 are those of the definition, and verify") {
  auto leaves = numbered_leaves(40);
  Tree tree = tree_of(leaves);
  for (std::size_t size = 1; size <= leaves.size(); ++size) {
    auto part = std::span(leaves).first(size);
    Hash root = plain::root(part);
    REQUIRE(tree.root(size) == root);
    for (std::size_t index = 0; index < size; ++index) {
      auto proof = tree.inclusion_proof(index, size);
      REQUIRE(proof == plain::path(index, part));
      REQUIRE(verify_inclusion(leaf_hash(leaves[index]), index, size, proof, root));
    }
    for (std::size_t first = 0; first <= size; ++first) {
      auto proof = tree.consistency_proof(first, size);
      if (first > 0) REQUIRE(proof == plain::subproof(first, part, true));
      REQUIRE(verify_consistency(first, plain::root(part.first(first)), size, root, proof));
    }
  }
}

TEST_CASE("a proof with anything changed does not verify") {
  auto leaves = numbered_leaves(23);
  Tree tree = tree_of(leaves);
  Hash root = tree.root();
  for (std::size_t index = 0; index < 23; ++index) {
    auto proof = tree.inclusion_proof(index, 23);
    Hash leaf = leaf_hash(leaves[index]);
    for (std::size_t other = 0; other < 23; ++other)
      if (other != index) {
        CHECK_FALSE(verify_inclusion(leaf, other, 23, proof, root));
        CHECK_FALSE(verify_inclusion(leaf_hash(leaves[other]), index, 23, proof, root));
      }
    for (std::size_t i = 0; i < proof.size(); ++i) {
      auto changed = proof;
      changed[i][i] ^= 1;
      CHECK_FALSE(verify_inclusion(leaf, index, 23, changed, root));
      changed = proof;
      changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
      CHECK_FALSE(verify_inclusion(leaf, index, 23, changed, root));
    }
    proof.push_back(root);
    CHECK_FALSE(verify_inclusion(leaf, index, 23, proof, root));
    CHECK_FALSE(verify_inclusion(leaf, 23, 23, proof, root));
  }
  for (std::size_t first = 1; first < 23; ++first) {
    auto proof = tree.consistency_proof(first, 23);
    CHECK_FALSE(verify_consistency(first, tree.root(first - 1), 23, root, proof));
    CHECK_FALSE(verify_consistency(first, tree.root(first), 23, tree.root(22), proof));
    for (std::size_t i = 0; i < proof.size(); ++i) {
      auto changed = proof;
      changed[i][31 - i] ^= 0x80;
      CHECK_FALSE(verify_consistency(first, tree.root(first), 23, root, changed));
    }
    proof.push_back(root);
    CHECK_FALSE(verify_consistency(first, tree.root(first), 23, root, proof));
  }
}

TEST_CASE("a frontier that was stored and read again grows into the same root") {
  CHECK(rc::check([](std::uint8_t before, std::uint8_t after) {
    Frontier frontier;
    Tree tree;
    auto append = [&](int i) {
      Hash hash = leaf_hash(fmt::format("{}", i));
      frontier.append(hash);
      tree.append(hash);
    };
    for (int i = 0; i < before; ++i) append(i);
    frontier = Frontier(frontier.size(), frontier.bytes());
    for (int i = 0; i < after; ++i) append(1000 + i);
    RC_ASSERT(frontier.root() == tree.root());
    RC_ASSERT(frontier.size() == tree.size());
  }));
  CHECK_THROWS_AS(Frontier(3, std::string(32, 'x')), Error);
}
