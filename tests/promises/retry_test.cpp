// P5 over real connections: a POST whose connection breaks after any byte of it, or of its answer, is sent again with the same
// Idempotency-Key, and takes effect exactly once.
#include <doctest/doctest.h>

#include <thread>

#include "http/server.hpp"
#include "socket_client.hpp"
#include "support/answers.hpp"
#include "support/faulty_disk.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::expect;
using test::World;
using testing::SocketClient;

namespace {

/// A program behind a server of its own, with an alliance in which something can be said again and again.
class Served {
 public:
  explicit Served(World& world) : world_(world), token_(world.token_of(ada)) {
    std::string base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"North–South"})"), 201), "id");
    auto map = expect(world.get(ada, base + "/map"), 200);
    std::string theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201), "id");
    objective_ = at(expect(world.post(ada, base + "/objectives", fmt::format(R"({{"title":"Sell","perspective":"{}","theme":"{}"}})", at(map, "lanes.0.id"), theme)), 201), "id");
    target_ = base + "/comments";
    http::Options options;
    options.port = 0;
    options.workers = 4;
    server_.emplace(options, world.program->router());
    server_->start();
  }

  std::string request(int number, const std::string& key) const {
    std::string body = fmt::format(R"({{"about":"objective:{}","text":"Said for the {}th time"}})", objective_, number);
    std::string header = key.empty() ? "" : "Idempotency-Key: " + key + "\r\n";
    return fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}", target_, token_,
                       header, body.size(), body);
  }
  SocketClient connect() { return SocketClient(server_->port()); }

  /// Sends it whole and gives the whole answer.
  std::string answer(const std::string& request) {
    for (;;) {
      SocketClient client = connect();
      client.send(request);
      std::string out = client.read_answer();
      if (!out.starts_with("HTTP/1.1 503")) return out;  // a machine that is too busy has done nothing
    }
  }
  /// The connection breaks after so many bytes of the request and then of its answer.
  void cut(const std::string& request, std::size_t byte) {
    SocketClient client = connect();
    client.send(std::string_view(request).substr(0, byte));
    if (byte > request.size()) client.read_bytes(byte - request.size());
    if (byte % 2 == 0) client.break_off();
  }
  /// What took effect, once nothing is under way any more.
  std::int64_t effects() {
    return world_.program->door().read(db::Sight::of_system("test"), [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM comment"); });
  }
  void stop() { server_->stop(); }

 private:
  World& world_;
  std::string token_, target_, objective_;
  std::optional<http::Server> server_;
};

std::string body_of_answer(const std::string& answer) { return answer.substr(std::min(answer.find("\r\n\r\n"), answer.size())); }

}  // namespace

TEST_CASE("a POST that is cut off at any byte and sent again takes effect exactly once; without its key twice (negative control)") {
  for (db::Kind kind : test::database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    test::FreshDatabase fresh(kind, test::Schema::none);
    fresh.close();
    World world(3, fresh.location());
    test::add_person(world, ada, "North Works");
    Served served(world);
    std::string example = served.request(1000, "key 1000");
    std::size_t bytes = example.size() + served.answer(example).size();
    REQUIRE(bytes > 1000);
    // Each byte once on SQLite, each seventh on PostgreSQL; in the long form ten thousand requests in all.
    const std::size_t step = kind == db::Kind::sqlite || test::rounds(0, 1) ? 1 : 7;
    const int times = test::rounds(1, static_cast<int>(5'000 / bytes + 1));
    std::int64_t sent = 1, wrong = 0;
    for (int time = 0; time < times; ++time)
      for (std::size_t byte = 1; byte < bytes; byte += step) {
        std::string request = served.request(1000, fmt::format("key {:04} of {}", byte, time));
        served.cut(request, byte);
        std::string first = served.answer(request), second = served.answer(request);
        ++sent;
        bool good = first.starts_with("HTTP/1.1 201") && second.find("Idempotency-Replayed: true") != std::string::npos && body_of_answer(first) == body_of_answer(second);
        if (!good && ++wrong < 5) MESSAGE("cut at byte ", byte, ": ", first, "\n", second);
      }
    CHECK(wrong == 0);
    CHECK(served.effects() == sent);

    // The same cuts within the answer, when the act has taken place for certain, without a key.
    std::int64_t before = served.effects(), doubled = 0;
    std::string request = served.request(1000, "");
    for (std::size_t byte = request.size() + 1; byte < request.size() + 40; ++byte) {
      served.cut(request, byte);
      served.answer(request);
      ++doubled;
    }
    served.stop();
    CHECK(served.effects() == before + 2 * doubled);
  }
}
