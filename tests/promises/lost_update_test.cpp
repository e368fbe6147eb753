// P5: many clients change one thing at the same time, each by what it has read. With If-Match no change is lost: who has read an
// earlier version is told 412, and who names none 428.
#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "support/answers.hpp"
#include "support/faulty_disk.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::body_of;
using test::expect;
using test::World;

namespace {

/// An objective whose description is a number, which each edit makes greater by one.
struct Counted {
  World& world;
  std::string target;

  explicit Counted(World& of) : world(of) {
    std::string base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    auto map = expect(world.get(ada, base + "/map"), 200);
    std::string theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201), "id");
    target = "/api/v1/objectives/" +
             at(expect(world.post(ada, base + "/objectives", fmt::format(R"({{"title":"Sell","description":"0","perspective":"{}","theme":"{}"}})", at(map, "lanes.0.id"), theme)), 201), "id");
  }
  struct Read {
    int number;
    std::string version;
  };
  Read read() const {
    auto answer = world.get(ada, target);
    while (answer.status == 503) answer = world.get(ada, target);  // a machine that is too busy
    auto seen = body_of(answer);
    return {std::atoi(at(seen, "description").c_str()), at(seen, "version")};
  }
  int write(int number, const std::string& version) const { return world.patch(ada, target, version, fmt::format(R"({{"description":"{}"}})", number)).status; }
};

}  // namespace

TEST_CASE("of edits made at the same time none is lost, and whoever did not see the newest version is told so") {
  test::for_each_world([](World& world) {
    Counted counted(world);
    bool is_sqlite = world.program->database().kind() == db::Kind::sqlite;
    const int clients = test::rounds(8, is_sqlite ? 64 : 16), edits = test::rounds(40, is_sqlite ? 1000 : 250);
    std::atomic<int> refused = 0, other = 0;
    std::barrier together(clients);
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
      threads.emplace_back([&] {
        together.arrive_and_wait();
        for (int done = 0; done < edits;) {
          auto seen = counted.read();
          int status = counted.write(seen.number + 1, seen.version);
          if (status == 200) ++done;
          else if (status == 412) ++refused;
          else if (status != 503 && ++other > 20) return;
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(other == 0);
    CHECK(refused > 0);
    CHECK(counted.read().number == clients * edits);

    CHECK(world.ask(ada, http::Method::patch, counted.target, R"({"description":"9"})").status == 428);
    auto seen = counted.read();
    CHECK(counted.write(0, std::to_string(std::atoi(seen.version.c_str()) - 1)) == 412);
    CHECK(counted.write(0, std::to_string(std::atoi(seen.version.c_str()) + 1)) == 412);
    CHECK(counted.read().number == seen.number);
  });
}

TEST_CASE("what somebody changes of oneself takes no suspension back that comes at the same time") {
  test::for_each_world([](World& world) {
    constexpr const char* ben = "ben@north.example";
    test::add_person(world, ben, "North Works");
    world.sign_in(ada);
    std::string path = "/api/v1/organisation/people/" + world.program->viewers().person_by_email(ben)->text();
    auto state = [&] {
      return world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) {
        return *t.one<std::tuple<std::string, std::int64_t>>("SELECT state, version FROM person WHERE email = $1", ben);
      });
    };
    int suspended = 0;
    for (int round = 0; round < test::rounds(40, 400); ++round) {
      world.sign_in(ben);
      auto version = std::to_string(std::get<1>(state()));
      std::barrier together(2);
      int status = 0;
      std::thread self([&] {
        together.arrive_and_wait();
        world.ask(ben, http::Method::patch, "/api/v1/me", fmt::format(R"({{"name":"Ben {}"}})", round));
      });
      std::thread administrator([&] {
        together.arrive_and_wait();
        status = world.patch(ada, path, version, R"({"state":"suspended"})").status;
      });
      self.join();
      administrator.join();
      REQUIRE((status == 200 || status == 412));
      auto [now, newest] = state();
      REQUIRE((now == "suspended") == (status == 200));
      if (status != 200) continue;
      ++suspended;
      expect(world.patch(ada, path, std::to_string(newest), R"({"state":"confirmed"})"), 200);
    }
    CHECK(suspended > 0);
  });
}

TEST_CASE("a client that changes whatever is newest, and not what it has read, loses an update (negative control)") {
  test::for_each_world([](World& world) {
    Counted counted(world);
    auto one = counted.read(), other = counted.read();
    CHECK(counted.write(one.number + 1, one.version) == 200);
    CHECK(counted.write(other.number + 1, other.version) == 412);  // with If-Match as it is meant
    CHECK(counted.write(other.number + 1, counted.read().version) == 200);
    CHECK(counted.read().number == 1);  // two edits, and one is left
  });
}
