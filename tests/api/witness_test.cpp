// Each party's own witness countersigns the record, and whoever verifies can ask for it.
#include <doctest/doctest.h>

#include <sstream>

#include "record/checkpoint.hpp"
#include "record/verify.hpp"
#include "record/witness_key.hpp"
#include "support/exports.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::code_of;
using test::expect;
using test::field_code;
using test::for_each_talk;
using test::marcus;
using test::Talk;

namespace {

std::string head_of(Talk& it, const std::string& who, const std::string& query = "") {
  auto response = it.world.get(who, it.base + "/record/head" + query);
  REQUIRE(response.status == 200);
  return std::string(response.body_view());
}

http::Response hand_in(Talk& it, const std::string& who, const std::string& head, const std::string& space = "") {
  std::string body = "{\"head\":" + json::text(head) + (space.empty() ? "" : ",\"space\":\"" + space + "\"") + "}";
  return it.world.post(who, it.base + "/record/cosignatures", body);
}

std::string add(Talk& it, const std::string& who, const record::WitnessKey& key, const std::string& space = "") {
  std::string body = "{\"key\":" + json::text(key.verifier().text()) + (space.empty() ? "" : ",\"space\":\"" + space + "\"") + "}";
  return at(expect(it.world.post(who, it.base + "/witnesses", body), 201), "id");
}

record::VerifyReport verified(Talk& it, const std::string& who, const record::WitnessKey& witness, const std::string& query = "") {
  std::istringstream in(std::string(it.world.get(who, it.base + "/record/export" + query).body_view()));
  return record::verify(in, {it.world.program->signer().keys(), {witness.verifier()}, {}});
}

}  // namespace

TEST_CASE("a party registers a key, countersigns heads, and an export proves it to whoever asks") {
  for_each_talk([](Talk& it) {
    auto key = record::make_witness_key(it.world.random, "halden.example/witness");
    CHECK_FALSE(verified(it, anna, key).right());  // the control
    auto id = add(it, marcus, key);
    auto head = head_of(it, marcus);
    expect(hand_in(it, marcus, record::countersigned(head, key, it.world.clock.now())), 204);
    // A head that has a witness's signature on it carries it from now on.
    auto report = verified(it, anna, key);
    CHECK_MESSAGE(report.right(), report.text());
    auto list = expect(it.world.get(anna, it.base + "/witnesses"), 200);
    REQUIRE(test::size_of(list, "items") == 1);
    CHECK(at(list, "items.0.name") == "halden.example/witness");
    CHECK(at(list, "items.0.party") == test::organisation_of(it.world, marcus));
    CHECK(at(list, "items.0.ours") == "false");
    CHECK(at(list, "items.0.signed_size") == std::to_string(record::parse_checkpoint(record::parse_note(head).text).size));
    CHECK(at(list, "may_change") == "true");
    // The record says that it was registered; taking it away is the party's own.
    CHECK(std::string(it.world.get(anna, it.base + "/record").body_view()).find("added witness halden.example/witness") != std::string::npos);
    CHECK(it.remove(anna, "alliances/" + it.alliance + "/witnesses/" + id, "").status == 404);
    expect(it.remove(marcus, "alliances/" + it.alliance + "/witnesses/" + id, ""), 200);
    CHECK(test::size_of(expect(it.world.get(marcus, it.base + "/witnesses"), 200), "items") == 0);
    CHECK(verified(it, anna, key).wrong.size() + verified(it, anna, key).checked.size() > 0);
    CHECK(field_code(hand_in(it, marcus, record::countersigned(head_of(it, marcus), key, it.world.clock.now()))) == "wrong_signature");
    CHECK(add(it, marcus, key) == id);  // and comes back
    // What a terminal shows is the report of the check, and then the head.
    auto seen = "The record “entente.test”: 12 leaves, 3 heads.\n  checked: 12 leaves.\nNothing before the head was changed.\n" +
                record::countersigned(head_of(it, marcus), key, it.world.clock.now());
    CHECK(hand_in(it, marcus, seen).status < 300);
  });
}

TEST_CASE("signatures of others, of other heads and of other histories are refused") {
  for_each_talk([](Talk& it) {
    auto key = record::make_witness_key(it.world.random, "halden.example/witness"), stranger = record::make_witness_key(it.world.random, "halden.example/witness");
    add(it, marcus, key);
    CHECK(code_of(it.world.post(marcus, it.base + "/witnesses", "{\"key\":" + json::text(key.verifier().text()) + "}")) == "witness_already");
    auto now = it.world.clock.now();
    auto head = head_of(it, marcus);
    CHECK(field_code(hand_in(it, marcus, head)) == "wrong_signature");
    CHECK(field_code(hand_in(it, marcus, record::countersigned(head, stranger, now))) == "wrong_signature");
    CHECK(field_code(hand_in(it, marcus, "hello")) == "malformed_note");
    auto signed_head = record::countersigned(head, key, now);
    auto changed = signed_head;
    changed[changed.rfind('A')] = 'B';
    CHECK(hand_in(it, marcus, changed).status == 400);
    // Rightly signed, but of a history that the server has not.
    auto checkpoint = record::parse_checkpoint(record::parse_note(head).text);
    checkpoint.root[0] ^= 1;
    auto other = record::signed_head(checkpoint, "entente.localhost", auth::make_signing_key(it.world.random));
    CHECK(field_code(hand_in(it, marcus, record::countersigned(other, key, now))) == "unknown_head");
    for (std::string bad : {"x", "name+00000000+AAAA", "a b+12345678+AQ=="})
      CHECK(field_code(it.world.post(marcus, it.base + "/witnesses", "{\"key\":" + json::text(bad) + "}")) == "bad_key");
    expect(hand_in(it, marcus, signed_head), 204);  // the control
  });
}

TEST_CASE("witnesses of a private record are its organisation's own, and who may not take the record has none") {
  for_each_talk([](Talk& it) {
    auto key = record::make_witness_key(it.world.random, "aldermere.example/witness");
    auto own = it.world.program->viewers().of(*it.world.program->viewers().person_by_email(anna), access::Channel::web)->grant(*AllianceId::parse(it.alliance))->own.text();
    auto id = add(it, anna, key, own);
    CHECK(test::size_of(expect(it.world.get(anna, it.base + "/witnesses"), 200), "items") == 1);
    CHECK(test::size_of(expect(it.world.get(marcus, it.base + "/witnesses"), 200), "items") == 0);
    CHECK(it.world.get(marcus, it.base + "/record/head?space=" + own).status == 404);
    CHECK(hand_in(it, marcus, "x", own).status == 404);
    CHECK(it.world.post(marcus, it.base + "/witnesses", "{\"key\":" + json::text(key.verifier().text()) + ",\"space\":\"" + own + "\"}").status == 404);
    CHECK(it.remove(marcus, "alliances/" + it.alliance + "/witnesses/" + id, "").status == 404);
    expect(hand_in(it, anna, record::countersigned(head_of(it, anna, "?space=" + own), key, it.world.clock.now()), own), 204);
    auto report = verified(it, anna, key, "?space=" + own);
    CHECK_MESSAGE(report.right(), report.text());
    for (std::string path : {"/witnesses", "/record/head"}) CHECK(it.world.get(it.employee, it.base + path).status == 404);
    CHECK(it.world.post(it.employee, it.base + "/witnesses", "{\"key\":\"x\"}").status == 404);
    CHECK(hand_in(it, it.employee, "x").status == 404);
  });
}

TEST_CASE("a witness's key keeps in a file, and reads from nothing else") {
  SeededRandom random(3);
  auto key = record::make_witness_key(random, "party.example/witness");
  auto again = record::parse_witness_key(key.text());
  CHECK(again.verifier() == key.verifier());
  CHECK(again.pair.seed == key.pair.seed);
  CHECK_THROWS_AS(record::make_witness_key(random, "two words"), Error);
  for (std::string bad : {std::string(), std::string("hello\n"), key.text() + "more\n", key.text().substr(0, key.text().size() - 1)})
    CHECK_THROWS_AS(record::parse_witness_key(bad), Error);
  CHECK_THROWS_AS(record::countersigned("no head", key, parse_instant("2010-01-01T00:00:00Z")), Error);
}
