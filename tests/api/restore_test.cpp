// A database that was put back to an earlier state: everybody signs in anew, and each record says so.
#include <sstream>

#include "app/new_life.hpp"
#include "auth/link.hpp"
#include "db/database.hpp"
#include "mail/outbox.hpp"
#include "record/verify.hpp"
#include "support/older_schema.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::body_of;
using test::expect;
using test::World;

namespace {

/// A world that can be closed and opened again, and what is to end with a restore.
struct Restored {
  explicit Restored(db::Kind kind) : fresh(kind, test::Schema::none) {
    fresh.close();
    world = std::make_unique<World>(3, fresh.location());
    test::add_person(*world, ada, "North Works");
    base = "/api/v1/alliances/" + at(expect(world->post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    token = world->token_of(ada);
    world->sign_in(ada);
    session = world->token_of(ada);
    auto link = at(expect(world->post(ada, base + "/invitations", R"({"email":"bo@south.example","kind":"partner","organisation_name":"South Works"})"), 201), "link");
    invitation = link.substr(link.rfind('/') + 1);
    test::add_person(*world, "ben@north.example", "North Works");
    reset = world->program->door().write(db::Sight::of_system("test"), [&](db::Transaction& t) {
      return auth::make_recovery(t, world->random, *world->program->viewers().person_by_email("ben@north.example"), world->clock.now());
    });
  }

  void close() { world->program.reset(); }
  void open() {
    app::Settings settings;
    settings.database = fresh.location();
    world->program = std::make_unique<app::Program>(settings, world->clock, world->random, log);
  }

  int status(const std::string& secret) {
    auto request = http::make_request(http::Method::get, "/api/v1/me");
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + secret);
    return http::answer(world->program->router(), request).status;
  }
  int invitation_status() { return world->get("", "/api/v1/invitations/" + invitation).status; }
  int reset_status() {
    return world->post("", "/api/v1/password-resets", fmt::format(R"({{"secret":"{}","password":"another long enough"}})", reset)).status;
  }

  /// Of each space how many leaves say that it was restored, and whether the last one does.
  void check_leaves(std::size_t times) {
    world->program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) {
      for (auto space : t.all<SpaceId>("SELECT id FROM space")) {
        auto entries = record::entries_below(t, space, 1'000'000, 1000);
        std::size_t found = 0;
        for (const auto& entry : entries) found += entry.leaf.kind == record::restored_kind;
        CHECK(found == times);
        if (times > 0 && !entries.empty()) CHECK(entries.front().leaf.kind == record::restored_kind);
      }
    });
  }
  record::VerifyReport verified(const std::vector<std::string>& earlier = {}) {
    world->sign_in(ada);
    world->program->signer().sign_now();
    auto exported = world->get(ada, base + "/record/export");
    REQUIRE(exported.status == 200);
    std::istringstream in{std::string(exported.body_view())};
    return record::verify(in, {{}, {}, earlier});
  }
  std::string newest_head() {
    world->program->signer().sign_now();
    auto receipt = body_of(world->get(ada, base + "/record?limit=1"));
    auto space = *SpaceId::parse(at(receipt, "spaces.0.id"));
    return world->program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) { return record::newest_head(t, space)->note; });
  }
  void check_all_ended() {
    CHECK(status(token) == 401);
    CHECK(status(session) == 401);
    CHECK(invitation_status() == 404);
    CHECK(reset_status() == 404);
  }
  void check_all_alive() {
    CHECK(status(token) == 200);
    CHECK(status(session) == 200);
    CHECK(invitation_status() == 200);
  }

  test::FreshDatabase fresh;
  log::Log log{log::Level::error};
  std::unique_ptr<World> world;
  std::string base, token, session, invitation, reset;
};

}  // namespace

TEST_CASE("a restored backup revives no session, token or link, and each record tells of it") {
  Restored it(db::Kind::sqlite);
  test::TemporaryDirectory directory;
  auto backup = (directory.path() / "backup.db").string();
  it.world->program->database().backup(backup);
  // What is revoked after the backup must not come back with it.
  for (int i = 0; i < 3; ++i) expect(it.world->post(ada, it.base + "/themes", fmt::format(R"({{"name":"Lost {}"}})", i)), 201);
  auto lost_head = it.newest_head();
  it.world->program->door().write(db::Sight::of_system("test"), [&](db::Transaction& t) {
    it.world->program->sessions().end_all(t, *it.world->program->viewers().person_by_email(ada));
  });
  // The control: the same file opened again is the same life.
  it.close();
  it.open();
  it.check_leaves(0);
  it.close();
  db::restore(backup, it.fresh.location());
  it.open();
  it.check_all_ended();
  it.check_leaves(1);

  auto report = it.verified();
  CHECK_MESSAGE(report.right(), report.text());
  REQUIRE(report.notes.size() == 1);
  CHECK(report.notes[0].find("a backup of 20") != std::string::npos);
  CHECK(report.text().find("note: ") != std::string::npos);
  // Who kept a head from the time that was lost sees it, and the leaf says why.
  CHECK_FALSE(it.verified({lost_head}).right());
  auto told = at(expect(it.world->get(ada, it.base + "/record"), 200), "items.0.sentence");
  CHECK(told.starts_with("put the data back to a backup of 20"));

  // Once: what was made since the restore stays, whatever is opened again.
  auto alive = it.world->token_of(ada);
  it.close();
  it.open();
  it.check_leaves(1);
  CHECK(it.status(alive) == 200);
}

TEST_CASE("a mail that waits in a backup does not go again after a restore") {
  Restored it(db::Kind::sqlite);
  auto door = [&]() -> access::Door& { return it.world->program->door(); };
  door().write(db::Sight::of_system("test"), [&](db::Transaction& t) {
    auto ada_id = *it.world->program->viewers().person_by_email(ada);
    REQUIRE(mail::put(t, it.world->random, it.world->clock.now(), {ada_id, "news", "an occasion", "News", {}}).has_value());
  });
  auto waiting = [&] { return door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return mail::number_waiting(t); }); };
  test::TemporaryDirectory directory;
  auto backup = (directory.path() / "backup.db").string();
  it.world->program->database().backup(backup);
  // The control: the same file opened again still sends it.
  it.close();
  it.open();
  CHECK(waiting() == 1);
  it.close();
  db::restore(backup, it.fresh.location());
  it.open();
  CHECK(waiting() == 0);
}

TEST_CASE("a backup that is merely copied into place is a restore too") {
  Restored it(db::Kind::sqlite);
  test::TemporaryDirectory directory;
  auto backup = (directory.path() / "backup.db").string();
  it.world->program->database().backup(backup);
  it.close();
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(it.fresh.location() + part);
  std::filesystem::copy_file(backup, it.fresh.location());
  it.open();
  it.check_all_ended();
  it.check_leaves(1);
}

TEST_CASE("a backup from before backups were marked is a restore, too") {
  Restored it(db::Kind::sqlite);
  it.check_all_alive();
  it.close();
  test::TemporaryDirectory directory;
  auto backup = (directory.path() / "backup.db").string();
  {
    auto old = db::Database::open(it.fresh.location());
    old->write([](db::Transaction& t) { test::take_back_migrations(t, "migrations/0014"); });
  }
  std::filesystem::copy_file(it.fresh.location(), backup);
  db::restore(backup, it.fresh.location());
  it.open();
  it.check_all_ended();
  it.check_leaves(1);
  CHECK(at(expect((it.world->sign_in(ada), it.world->get(ada, it.base + "/record")), 200), "items.0.sentence") == "put the data back to an earlier state");
}

TEST_CASE("tables that pg_restore made anew are a restore") {
  if (test::database_kinds().size() == 1) return;
  Restored it(db::Kind::postgres);
  // The control: opened again by the same server, or by another one, it goes on.
  it.close();
  it.open();
  it.check_all_alive();
  it.check_leaves(0);
  it.close();
  db::Database::open(it.fresh.location())->write(db::Sight::of_system("test"), [](db::Transaction& t) {
    t.script("CREATE TABLE made_anew AS TABLE life; DROP TABLE life; ALTER TABLE made_anew RENAME TO life");
  });
  it.open();
  it.check_all_ended();
  it.check_leaves(1);
  it.close();
  it.open();
  it.check_leaves(1);
}

TEST_CASE("a restore by other tools is told by the operator") {
  for (db::Kind kind : test::database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    Restored it(kind);
    it.check_all_alive();
    app::say_restored(it.world->program->database());
    it.close();
    it.open();
    it.check_all_ended();
    it.check_leaves(1);
  }
}
