#include "record/store.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "base/error.hpp"
#include "record/export.hpp"
#include "record/verify.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::record;

struct World {
  db::Database& database;
  SeededRandom random{21};
  SettableClock clock{parse_instant("2008-06-30T12:00:00Z")};
  Record record{random};
  std::vector<std::string> alarms;
  Signer signer{database, record, clock, random, "server.example",
                [this](SpaceId, const std::string& text) { alarms.push_back(text); }};
  PersonId ann = PersonId::make(random);
  SpaceId space = new_space();

  explicit World(db::Database& of) : database(of) {}

  SpaceId new_space() {
    auto id = SpaceId::make(random);
    database.write([&](db::Transaction& transaction) {
      transaction.run("INSERT INTO space (id, kind, revision) VALUES ($1, 'shared', 0)", id);
    });
    return id;
  }
  Act act(int number = 0) {
    Act act;
    act.id = ActId::make(random);
    act.kind = "objective.changed";
    act.at = clock.now();
    act.channel = Channel::api;
    act.person = ann;
    act.person_name = "Ann";
    act.object = {"objective", "o1", number + 1, "LA4"};
    act.after = fmt::format("{{\"title\": \"Title {}\"}}", number);
    return act;
  }
  Receipt append(const Act& act) {
    return database.write([&](db::Transaction& transaction) { return record.append(transaction, space, act); });
  }
  void append_many(int count) {
    database.write([&](db::Transaction& transaction) {
      for (int i = 0; i < count; ++i) record.append(transaction, space, act(i));
    });
  }
  template <class F>
  auto read(F&& function) {
    return database.read(function);
  }
  std::uint64_t revision() {
    return *read([&](db::Transaction& t) {
      return t.one<std::uint64_t>("SELECT revision FROM space WHERE id = $1", space);
    });
  }
  std::string exported() {
    std::string text;
    export_record(database, signer, space, [&](std::string_view part) { text += part; });
    return text;
  }
  VerifyReport verified(const std::string& text, VerifyOptions options = {}) {
    if (options.keys.empty()) options.keys = {signer.key()};
    std::istringstream in(text);
    return verify(in, options);
  }
  void tamper(std::string_view sql) {
    database.write([&](db::Transaction& transaction) { transaction.script(sql); });
  }
};
}  // namespace

TEST_CASE("an act's leaf and the space's revision commit together, or not at all") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto first = world.append(world.act(0));
    auto second = world.append(world.act(1));
    CHECK(first.index == 0);
    CHECK(second.index == 1);
    CHECK(world.revision() == 2);
    CHECK_THROWS_AS(database.write([&](db::Transaction& transaction) {
      world.record.append(transaction, world.space, world.act(2));
      throw Error(ErrorKind::conflict, "no", "The act was refused after all.");
    }),
                    Error);
    CHECK(world.revision() == 2);
    CHECK(world.append(world.act(3)).index == 2);  // no gap, and the tree still fits
    CHECK(recompute(database, world.space).empty());
    auto nowhere = SpaceId::make(world.random);
    CHECK_THROWS_AS(database.write([&](db::Transaction& t) { world.record.append(t, nowhere, world.act()); }), Error);
  });
}

TEST_CASE("two servers on one database, and acts that were taken back, leave one unbroken log") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    Record elsewhere(world.random);
    std::uint64_t next = 0;
    for (int i = 0; i < 30; ++i) {
      Record& server = i % 3 == 0 ? elsewhere : world.record;
      if (i % 4 == 1) {
        CHECK_THROWS_AS(database.write([&](db::Transaction& transaction) {
          server.append(transaction, world.space, world.act(1000 + i));
          server.append(transaction, world.space, world.act(2000 + i));
          throw Error(ErrorKind::conflict, "no", "The act was refused after all.");
        }),
                        Error);
      }
      auto receipt = database.write([&](db::Transaction& transaction) { return server.append(transaction, world.space, world.act(i)); });
      CHECK(receipt.index == next++);
    }
    CHECK(recompute(database, world.space).empty());
    world.signer.sign_now();
    CHECK(recompute(database, world.space).empty());
  });
}

TEST_CASE("entries say who did what, newest first, until the person is erased") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    for (int i = 0; i < 5; ++i) world.append(world.act(i));
    auto act = world.act(5);
    world.append(act);
    auto entries = world.read([&](db::Transaction& t) { return entries_below(t, world.space, 100, 3); });
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].leaf.index == 5);
    CHECK(entries[0].leaf.after == "{\"title\":\"Title 5\"}");
    CHECK(entries[0].who->name == "Ann");
    CHECK(entries[0].who->person == world.ann);
    CHECK(entries[0].hash == leaf_hash(leaf_bytes(entries[0].leaf)));
    CHECK(world.read([&](db::Transaction& t) { return entries_of_act(t, act.id); }).size() == 1);
    CHECK(world.read([&](db::Transaction& t) { return entry_at(t, world.space, 4); })->leaf.index == 4);
    CHECK_FALSE(world.read([&](db::Transaction& t) { return entry_at(t, world.space, 6); }));

    database.write([&](db::Transaction& t) { world.record.erase_person(t, world.ann); });
    entries = world.read([&](db::Transaction& t) { return entries_below(t, world.space, 100, 3); });
    CHECK_FALSE(entries[0].who);
    CHECK(entries[0].leaf.person);
    auto text = world.exported();
    CHECK(text.find("Ann") == std::string::npos);
    CHECK(world.verified(text).right());
  });
}

TEST_CASE("an anonymous act leaves nothing of the person in the database either") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto act = world.act();
    act.naming = Naming::anonymous;
    world.append(act);
    auto entry = world.read([&](db::Transaction& t) { return entry_at(t, world.space, 0); });
    CHECK_FALSE(entry->leaf.person);
    CHECK(entry->leaf.at == parse_instant("2008-06-30T00:00:00Z"));
    world.read([&](db::Transaction& t) {
      CHECK(t.one<int>("SELECT COUNT(*) FROM record_person") == 0);
      CHECK(t.one<Instant>("SELECT at FROM record_leaf") == parse_instant("2008-06-30T00:00:00Z"));
    });
  });
}

TEST_CASE("heads are signed over what grew; receipts and exports verify offline") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    auto other = world.new_space();
    world.append_many(300);
    CHECK(world.signer.sign_now() == 1);
    CHECK(world.signer.sign_now() == 0);
    world.append_many(700);
    CHECK_FALSE(world.read([&](db::Transaction& t) { return receipt_file(t, world.signer, world.space, 999); }));
    world.signer.sign_now(world.space);
    for (std::uint64_t index : {0, 1, 255, 256, 511, 512, 767, 998, 999}) {
      auto file = world.read([&](db::Transaction& t) { return receipt_file(t, world.signer, world.space, index); });
      REQUIRE(file);
      auto report = world.verified(*file);
      CHECK_MESSAGE(report.right(), report.text());
    }
    CHECK_FALSE(world.read([&](db::Transaction& t) { return receipt_file(t, world.signer, world.space, 1000); }));
    world.append_many(3);
    auto earlier = world.read([&](db::Transaction& t) { return head_of_size(t, world.space, 300); })->note;
    auto report = world.verified(world.exported(), {{}, {}, {earlier}});
    CHECK_MESSAGE(report.right(), report.text());
    CHECK(report.leaves == 1003);
    CHECK(report.heads == 2);  // and the last one
    CHECK_THROWS_AS(export_record(database, world.signer, other, [](std::string_view) {}), Error);
    CHECK(world.alarms.empty());
    CHECK(recompute_all(database, {}) == 0);
  });
}

TEST_CASE("consistency proofs from the database verify between any two heads") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    std::map<std::uint64_t, Hash> roots;
    for (int count : {1, 2, 253, 1, 10, 500}) {
      world.append_many(count);
      world.signer.sign_now();
      auto head = world.read([&](db::Transaction& t) { return newest_head(t, world.space); });
      roots[head->size] = head->root;
    }
    for (auto& [first, first_root] : roots)
      for (auto& [second, second_root] : roots) {
        if (first > second) continue;
        auto proof = world.read([&, a = first, b = second](db::Transaction& t) { return consistency_proof(t, world.space, a, b); });
        CHECK(verify_consistency(first, first_root, second, second_root, proof));
      }
    CHECK_THROWS_AS(world.read([&](db::Transaction& t) { return consistency_proof(t, world.space, 1, 768); }), Error);
    CHECK_THROWS_AS(world.read([&](db::Transaction& t) { return inclusion_proof(t, world.space, 767, 768); }), Error);
  });
}

TEST_CASE("what is changed in the database is not signed, and is found at night") {
  struct Case {
    std::string_view sql;
    std::string_view words;
  };
  for (auto& [sql, words] : {Case{"UPDATE record_leaf SET leaf = leaf_hash WHERE idx = 7", "Leaf 7 was changed"},
                             Case{"DELETE FROM record_leaf WHERE idx = 7", "Leaf 7 is missing"},
                             Case{"DELETE FROM record_leaf WHERE idx = 9", "Leaf 9 is missing"},
                             Case{"UPDATE record_frontier SET size = size - 2", ""},
                             Case{"UPDATE space SET revision = 5", "revision is 5"}}) {
    test::for_each_database([&, sql = sql, words = words](db::Database& database) {
      World world(database);
      world.append_many(5);
      world.signer.sign_now();
      world.append_many(5);
      CHECK(recompute(database, world.space).empty());
      world.tamper(sql);
      if (!sql.starts_with("UPDATE space")) {
        bool is_signed = false;
        try {
          is_signed = world.signer.sign_now() > 0;
        } catch (const Error&) {
        }
        CHECK_FALSE(is_signed);
      }
      std::string found;
      try {
        for (auto& sentence : recompute(database, world.space)) found += sentence;
      } catch (const Error& error) {
        found = error.message();
      }
      CHECK(!found.empty());
      CHECK_MESSAGE(found.find(words) != std::string::npos, found);
    });
  }
}

TEST_CASE("a leaf and its hash that are both forged below a signed head are found at night and in the export") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    world.append_many(10);
    world.signer.sign_now();
    auto entry = *world.read([&](db::Transaction& t) { return entry_at(t, world.space, 3); });
    entry.leaf.after = "{\"title\":\"Forged\"}";
    auto bytes = leaf_bytes(entry.leaf);
    database.write([&](db::Transaction& t) {
      t.run("UPDATE record_leaf SET leaf = $1, leaf_hash = $2 WHERE idx = 3", std::as_bytes(std::span(std::string_view(bytes))),
            leaf_hash(bytes));
    });
    CHECK_FALSE(recompute(database, world.space).empty());
    CHECK_FALSE(world.verified(world.exported()).right());
    // Even an offender who restores the peaks and appends is found: the old head no longer fits.
    world.append_many(1);
    auto report = world.verified(world.exported());
    CHECK_FALSE(report.right());
  });
}

TEST_CASE("a change of key is in every log, and the old key vouches for the new one") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    world.append_many(3);
    auto old_key = world.signer.key();
    auto new_key = world.signer.change_key(world.act());
    CHECK(world.signer.key() == new_key);
    world.append_many(3);
    auto text = world.exported();
    auto report = world.verified(text, {{old_key}, {}, {}});
    CHECK_MESSAGE(report.right(), report.text());
    CHECK(world.verified(text, {{new_key}, {}, {}}).right());
    // A restart finds the new key and keeps the log's name.
    Record record(world.random);
    Signer again(database, record, world.clock, world.random, "renamed.example");
    CHECK(again.key() == new_key);
    CHECK(again.origin(world.space) == world.signer.origin(world.space));
  });
}

TEST_CASE("a registered witness countersigns heads, and nobody else does") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    world.append_many(4);
    world.signer.sign_now();
    auto pair = auth::make_signing_key(world.random);
    VerifierKey witness{"party.example/witness", SignatureType::cosignature, pair.public_key};
    auto note = world.read([&](db::Transaction& t) { return newest_head(t, world.space); })->note;
    auto text = parse_note(note).text;
    auto line_of = [&](const NoteSignature& signature) { return Note{text, {signature}}.whole().substr(text.size() + 1); };
    auto line = line_of(cosign_note(text, witness.name, pair, world.clock.now()));
    auto add = [&](std::string_view each) {
      database.write([&](db::Transaction& t) { add_cosignature(t, world.space, 4, each, world.clock.now()); });
    };
    CHECK_THROWS_AS(add(line), Error);  // not registered yet
    database.write([&](db::Transaction& t) { add_witness(t, world.space, witness.text(), {}, world.clock.now()); });
    CHECK_THROWS_AS(database.write([&](db::Transaction& t) { add_witness(t, world.space, "x+y", {}, world.clock.now()); }), Error);
    add(line);
    add(line);
    CHECK_THROWS_AS(add(line + line), Error);
    CHECK_THROWS_AS(add("nonsense"), Error);
    auto wrong = line_of(cosign_note(text + "more\n", witness.name, pair, world.clock.now()));
    CHECK_THROWS_AS(add(wrong), Error);
    auto report = world.verified(world.exported(), {{}, {witness}, {}});
    CHECK_MESSAGE(report.right(), report.text());
    database.write([&](db::Transaction& t) { remove_witness(t, world.space, witness.text(), world.clock.now()); });
    CHECK_THROWS_AS(add(line), Error);
    // Heads that nobody countersigned are thinned out after a day; this one stays.
    world.append_many(1);
    world.signer.sign_now();
    world.append_many(1);
    world.signer.sign_now();
    world.clock.advance_seconds(2 * 86'400);
    CHECK(database.write([&](db::Transaction& t) { return thin_heads(t, world.clock.now()); }) == 1);
    CHECK(world.verified(world.exported()).right());
  });
}

TEST_CASE("a restore is a leaf of every log") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    world.append_many(2);
    auto second = world.new_space();
    database.write([&](db::Transaction& t) { world.record.append(t, second, world.act()); });
    Act act;
    act.kind = restored_kind;
    act.at = world.clock.now();
    database.write([&](db::Transaction& t) { append_everywhere(t, world.record, world.random, act); });
    CHECK(world.read([&](db::Transaction& t) { return entry_at(t, world.space, 2); })->leaf.kind == restored_kind);
    CHECK(world.read([&](db::Transaction& t) { return entry_at(t, second, 1); })->leaf.kind == restored_kind);
    CHECK(world.verified(world.exported()).right());
  });
}

TEST_CASE("writers at once leave one unbroken log") {
  test::for_each_database([](db::Database& database) {
    World world(database);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
      threads.emplace_back([&] {
        for (int i = 0; i < 10; ++i) world.append(world.act(i));
      });
    world.signer.sign_now();
    for (auto& thread : threads) thread.join();
    CHECK(world.revision() == 40);
    CHECK(recompute(database, world.space).empty());
    CHECK(world.verified(world.exported()).right());
  });
}
