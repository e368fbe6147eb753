// Two verifiers that share no line of code must agree on every file, right or wrong.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "record/export.hpp"
#include "record/verify.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::record;

bool other_says_right(const std::filesystem::path& file, const VerifierKey& key) {
  auto command = fmt::format("node {}/tests/independent/verify_record.mjs '{}' '{}' > /dev/null 2>&1", ENTENTE_SOURCE_DIR,
                             file.string(), key.text());
  return std::system(command.c_str()) == 0;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = text.find('\n', begin) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}
std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (auto& line : lines) text += line;
  return text;
}
}  // namespace

TEST_CASE("an independent verifier agrees on receipts and exports, right and tampered with") {
  if (std::system("node --version > /dev/null 2>&1") != 0) {
    MESSAGE("node is not installed: the independent verifier was not run");
    return;
  }
  test::FreshDatabase database(db::Kind::sqlite);
  test::TemporaryDirectory directory;
  SeededRandom random(41);
  SettableClock clock(parse_instant("2008-06-30T12:00:00Z"));
  Record record(random);
  Signer signer(*database, record, clock, random, "server.example");
  auto space = SpaceId::make(random);
  auto append = [&](int count) {
    database->write([&](db::Transaction& t) {
      for (int i = 0; i < count; ++i) {
        Act act;
        act.id = ActId::make(random);
        act.kind = "objective.changed";
        act.at = clock.now();
        act.channel = Channel::web;
        act.person = PersonId::make(random);
        act.person_name = "Ann Ö";
        act.object = {"objective", "o1", i, "“LA4”"};
        act.after = fmt::format("{{\"title\":\"Title {} – ü\"}}", i);
        record.append(t, space, act);
      }
    });
    signer.sign_now(space);
  };
  database->write([&](db::Transaction& t) {
    t.run("INSERT INTO space (id, kind, revision) VALUES ($1, 'shared', 0)", space);
  });
  append(7);
  auto first_key = signer.key();
  append(6);
  signer.change_key({});
  append(5);
  auto witness = auth::make_signing_key(random);
  VerifierKey witness_key{"party.example/witness", SignatureType::cosignature, witness.public_key};
  database->write([&](db::Transaction& t) {
    add_witness(t, space, witness_key.text(), {}, clock.now());
    auto head = newest_head(t, space);
    auto text = parse_note(head->note).text;
    Note note{text, {cosign_note(text, witness_key.name, witness, clock.now())}};
    add_cosignature(t, space, head->size, note.whole().substr(text.size() + 1), clock.now());
  });

  std::string exported;
  export_record(*database, signer, space, [&](std::string_view part) { exported += part; });
  auto receipt = *database->read([&](db::Transaction& t) { return receipt_file(t, signer, space, 9); });

  std::map<std::string, std::string> files = {{"export", exported}, {"receipt", receipt}};
  auto lines = lines_of(exported);
  auto flipped = [](std::string text, std::string_view after, std::size_t offset) {
    auto at = text.find(after) + after.size() + offset;
    text[at] = text[at] == 'B' ? 'C' : 'B';
    return text;
  };
  for (auto member : {"\"origin\":\"", "\"space\":\"", "\"leaf\":\"", "\"name\":\"", "\"salt\":\"", "\"head\":\"",
                      "\"last_head\":\"", "\"leaves\":"})
    files[fmt::format("export {}", member)] = flipped(exported, member, 3);
  for (auto member : {"\"origin\":\"", "\"leaf\":\"", "\"head\":\"", "\"proof\":[\"", "\"name\":\"", "\"index\":"})
    files[fmt::format("receipt {}", member)] = flipped(receipt, member, 0);
  auto missing = lines;
  missing.erase(missing.begin() + 4);
  files["missing leaf"] = joined(missing);
  auto swapped = lines;
  std::swap(swapped[2], swapped[3]);
  files["swapped leaves"] = joined(swapped);
  auto cut = lines;
  cut.pop_back();
  files["cut off"] = joined(cut);

  for (auto& [name, text] : files) {
    auto file = directory.path() / "file";
    std::ofstream(file, std::ios::binary) << text;
    auto key = name.starts_with("receipt") ? signer.key() : first_key;
    auto report = verify_file(file.string(), {{key}, {}, {}});
    CHECK_MESSAGE(report.right() == (name == "export" || name == "receipt"), name, ": ", report.text());
    CHECK_MESSAGE(other_says_right(file, key) == report.right(), name);
  }
}
