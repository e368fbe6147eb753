// Somebody else's verifier of RFC 6962 proofs agrees with ours: every proof of every tree up to 70 leaves, and a thousand that
// were tampered with.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/splitmix.hpp"
#include "json/json.hpp"
#include "record/merkle.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::record;

struct Question {
  std::string leaf;
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  std::string root;
  std::vector<std::string> proof;
};
BOOST_DESCRIBE_STRUCT(Question, (), (leaf, index, size, root, proof))

std::string hex_of(const Hash& hash) { return auth::hex(auth::bytes_of(hash)); }

std::string leaf_number(std::uint64_t number) { return fmt::format("{{\"act\":\"{}\"}}", number); }

bool ours_says(const Question& question) {
  Proof proof;
  for (const auto& text : question.proof) proof.push_back(*auth::digest_of(*auth::from_hex(text)));
  return verify_inclusion(leaf_hash(*auth::from_hex(question.leaf)), question.index, question.size, proof, *auth::digest_of(*auth::from_hex(question.root)));
}

/// What the other verifier says of each.
std::vector<std::string> others_say(const std::vector<Question>& questions) {
  test::TemporaryDirectory folder;
  auto in = folder.path() / "in", out = folder.path() / "out";
  {
    std::ofstream file(in, std::ios::binary);
    for (const auto& question : questions) file << json::text(question) << "\n";
  }
  auto command = fmt::format("node {}/tests/independent/verify_inclusion.mjs < '{}' > '{}'", ENTENTE_SOURCE_DIR, in.string(), out.string());
  REQUIRE(std::system(command.c_str()) == 0);
  std::vector<std::string> answers;
  std::ifstream file(out);
  for (std::string line; std::getline(file, line);) answers.push_back(line);
  return answers;
}

std::vector<Question> all_questions() {
  Tree tree;
  std::vector<Question> questions;
  for (std::uint64_t size = 1; size <= 70; ++size) {
    tree.append(leaf_hash(leaf_number(size - 1)));
    for (std::uint64_t index = 0; index < size; ++index) {
      Question question{auth::hex(leaf_number(index)), index, size, hex_of(tree.root()), {}};
      for (const auto& hash : tree.inclusion_proof(index, size)) question.proof.push_back(hex_of(hash));
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

/// Another digit of a hexadecimal text.
void change_digit(std::string& text, SplitMix& random) {
  char& digit = text[random.below(text.size())];
  digit = digit == '7' ? '8' : '7';
}

/// One of the things that a forger would do to a proof.
void tamper(Question& question, SplitMix& random) {
  switch (random.below(7)) {
    case 0: return change_digit(question.leaf, random);
    case 1: return change_digit(question.root, random);
    case 2: question.index = (question.index + 1 + random.below(question.size - 1)) % question.size; return;
    case 3: question.index = question.size; return;
    case 4: return change_digit(question.proof[random.below(question.proof.size())], random);
    case 5: question.proof.erase(question.proof.begin() + static_cast<std::ptrdiff_t>(random.below(question.proof.size()))); return;
    default: question.proof.push_back(question.root);
  }
}
}  // namespace

TEST_CASE("Sigstore's verifier agrees on every inclusion proof up to 70 leaves, and on a thousand that were tampered with") {
  if (!std::filesystem::exists(ENTENTE_SOURCE_DIR "/tests/independent/node_modules/@sigstore/verify") || std::system("node --version > /dev/null 2>&1") != 0) {
    FAIL("the other verifier is not installed: npm ci in tests/independent");
    return;
  }
  auto questions = all_questions();
  REQUIRE(questions.size() == 70 * 71 / 2);
  std::size_t right = questions.size();
  SplitMix random(8);
  for (int i = 0; i < 1'000; ++i) {
    Question question = questions[2 + random.below(right - 2)];  // of a tree of two leaves or more
    while (question.size < 2) question = questions[2 + random.below(right - 2)];
    tamper(question, random);
    questions.push_back(std::move(question));
  }
  auto answers = others_say(questions);
  REQUIRE(answers.size() == questions.size());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    bool expected = i < right;
    wrong += ours_says(questions[i]) != expected;
    wrong += (answers[i] == "right") != expected;
  }
  CHECK(wrong == 0);
}
