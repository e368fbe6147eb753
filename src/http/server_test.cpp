#include "http/server.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "socket_client.hpp"

namespace {
using namespace entente;
using namespace std::chrono_literals;
using namespace std::string_literals;
using testing::SocketClient;

struct Note {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

/// A server with a few routes. Its times are long, so that a busy machine cuts off nobody; a test of a limit sets the one that it is about.
class TestServer {
 public:
  TestServer() {
    using http::Method;
    using http::Request;
    using http::Runs;
    router.add(Method::get, "/hello", Runs::on_io, [](const Request&) { return http::text("hello"); });
    router.add(Method::get, "/worker/{name}", Runs::on_worker,
               [](const Request& request) { return http::text("worker " + std::string(request.parameter("name"))); });
    router.add(Method::get, "/big", Runs::on_worker,
               [](const Request&) { return http::text(std::string(3'000'000, 'x')); });
    router.add(Method::post, "/echo", Runs::on_io, [](const Request& request) { return http::text(request.body); });
    router.add(Method::post, "/notes", Runs::on_worker,
               [](const Request& request) { return http::json(http::read_json<Note>(request)); });
    http::Description upload;
    upload.body_limit = 5'000'000;
    upload.spool_above = 10'000;
    auto count = [this](const Request& request) {
      spooled_to = request.body_file;
      if (request.body_file.empty()) return http::text(fmt::format("memory {}", request.body.size()));
      std::ifstream in(request.body_file, std::ios::binary | std::ios::ate);
      return http::text(fmt::format("file {}", static_cast<long>(in.tellg())));
    };
    router.add(Method::post, "/upload", Runs::on_worker, count, upload);
    router.add(Method::get, "/defect", Runs::on_worker,
               [](const Request&) -> http::Response { throw std::runtime_error("secret"); });
    router.add(Method::get, "/events", Runs::on_io, [](const Request&) {
      return http::event_stream({{"topic"}, {"session"}, http::event_text("0", "", "start")});
    });
    router.add(Method::get, "/wait", Runs::on_worker, [this](const Request&) {
      is_waited_for = true;
      std::this_thread::sleep_for(150ms);
      return http::text("waited");
    });
    options.port = 0;
    options.workers = 4;
    options.events = &events;
    options.header_time = options.idle_time = options.body_grace = options.write_stall = options.heartbeat = options.drain = 10min;
    options.on_defect = [this](const Request&, std::string_view what) { defect = what; };
  }
  SocketClient connect() {
    if (!server) {
      server.emplace(options, router);
      server->start();
    }
    return SocketClient(server->port());
  }
  std::string ask(std::string_view bytes) {
    SocketClient client = connect();
    client.send(bytes);
    return client.read_answer();
  }
  ~TestServer() {
    if (server) server->stop();
  }

  http::Router router;
  http::EventStreams events;
  http::Options options;
  std::string defect;
  std::string spooled_to;
  std::atomic<bool> is_waited_for = false;
  std::optional<http::Server> server;
};

std::string get(std::string_view path, std::string_view more = "") {
  return fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n{}\r\n", path, more);
}
std::string post(std::string_view path, std::string_view body, std::string_view type = "application/json") {
  return fmt::format("POST {} HTTP/1.1\r\nHost: a\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}", path, type,
                     body.size(), body);
}
std::string body_of(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}
int status_of(const std::string& answer) {
  return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}
/// Waits until it is so; a minute is only for machines that stand still.
template <class F>
bool comes_true(F&& function) {
  auto end = std::chrono::steady_clock::now() + 60s;
  while (!function())
    if (std::chrono::steady_clock::now() > end) return false;
    else std::this_thread::sleep_for(5ms);
  return true;
}
}  // namespace

TEST_CASE("requests are answered in order on one connection, also when they come together") {
  TestServer server;
  SocketClient client = server.connect();
  client.send(get("/hello"));
  CHECK(body_of(client.read_answer()) == "hello");
  client.send(get("/hello") + get("/worker/a%20b") + post("/echo", "xyz") + get("/nothing") + get("/hello"));
  CHECK(body_of(client.read_answer()) == "hello");
  CHECK(body_of(client.read_answer()) == "worker a b");
  CHECK(body_of(client.read_answer()) == "xyz");
  CHECK(status_of(client.read_answer()) == 404);
  CHECK(body_of(client.read_answer()) == "hello");
}

TEST_CASE("answers carry the security header fields and are not kept by caches") {
  TestServer server;
  std::string answer = server.ask(get("/hello"));
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  for (auto field : {"Content-Security-Policy: default-src 'none'; script-src 'self'", "frame-ancestors 'none'",
                     "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
                     "Permissions-Policy: ", "Cross-Origin-Opener-Policy: same-origin", "Cache-Control: no-store\r\n"})
    CHECK(answer.find(field) != std::string::npos);
  CHECK(server.ask("garbage\r\n\r\n").find("Content-Security-Policy") != std::string::npos);
}

TEST_CASE("bytes may come one at a time") {
  TestServer server;
  SocketClient client = server.connect();
  for (char c : post("/echo", "body")) client.send(std::string_view(&c, 1));
  CHECK(body_of(client.read_answer()) == "body");
  for (char c : std::string("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                            "chunked\r\n\r\n3\r\nabc\r\n0a\r\n0123456789\r\n0\r\n\r\n"))
    client.send(std::string_view(&c, 1));
  CHECK(body_of(client.read_answer()) == "abc0123456789");
  std::string empty = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  for (char c : empty) client.send(std::string_view(&c, 1));
  CHECK(body_of(client.read_answer()).empty());
  for (std::string_view part :
       {std::string_view(empty).substr(0, empty.size() - 2), std::string_view("\r"), std::string_view("\n")}) {
    client.send(part);
    std::this_thread::sleep_for(20ms);
  }
  CHECK(body_of(client.read_answer()).empty());
  client.send(get("/hello"));
  CHECK(body_of(client.read_answer()) == "hello");
}

TEST_CASE("what could be read in two ways is refused, and the connection ends") {
  const std::string hello = get("/hello");
  const std::pair<std::string, int> cases[] = {
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3 \x01\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\x0b chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\nHost: a\n\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: y\nZ: w\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: y\rZ: w\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: y\r\n folded\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\n X: y\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nX: \0y\r\n\r\n"s, 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\n: none\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\n\r\n", 400},
      {"GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"GET /hello\r\n\r\n", 400},
      {"GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello HTTP/1.1 \r\nHost: a\r\n\r\n", 505},
      {"GET hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /he%zzllo?x=%z HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello?x=%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /hello?x=%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"\r\n\r\n", 400},
      {"GET /hello HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n", 400}};
  TestServer server;
  for (const auto& [bytes, status] : cases) {
    INFO(bytes);
    SocketClient client = server.connect();
    client.send(bytes + hello);
    std::string answers = client.read_all();
    CHECK(status_of(answers) == status);
    CHECK(client.closed());
    CHECK(answers.find("Connection: close\r\n") != std::string::npos);
    CHECK(answers.find("application/problem+json") != std::string::npos);
    CHECK(answers.find("HTTP/1.1 ", 1) == std::string::npos);  // what follows is never taken for a request
  }
}

TEST_CASE("bad chunks are refused") {
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  TestServer server;
  for (std::string chunks :
       {"x\r\nabc\r\n0\r\n\r\n", "3\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n",
        "-3\r\nabc\r\n0\r\n\r\n", "0x3\r\nabc\r\n0\r\n\r\n", "3;a=b\r\nabc\r\n0\r\n\r\n", "3 \r\nabc\r\n0\r\n\r\n",
        "fffffffffffffffff\r\nabc\r\n", "ffffffffffffffff\r\nabc\r\n", "\r\n0\r\n\r\n",
        "3\r\nabc\r\n0\r\nX: trailer\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n"}) {
    INFO(chunks);
    SocketClient client = server.connect();
    client.send(head + chunks);
    int status = status_of(client.read_all());
    CHECK((status == 400 || status == 413));
    CHECK(client.closed());
  }
}

TEST_CASE("heads and bodies have a size limit") {
  TestServer server;
  CHECK(status_of(server.ask(get("/hello", "X: " + std::string(15'000, 'a') + "\r\n"))) == 200);
  CHECK(status_of(server.ask(get("/hello", "X: " + std::string(20'000, 'a') + "\r\n"))) == 431);
  std::string many;
  for (int i = 0; i < 200; ++i) many += "X: y\r\n";
  CHECK(status_of(server.ask(get("/hello", many))) == 431);
  CHECK(status_of(server.ask(post("/echo", std::string(1'000'000, 'a')))) == 200);
  CHECK(status_of(server.ask(post("/echo", std::string(1'000'001, 'a')))) == 413);
  CHECK(status_of(server.ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000000\r\n\r\n")) == 413);
  std::string chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 20; ++i) chunked += "10000\r\n" + std::string(65'536, 'a') + "\r\n";
  CHECK(status_of(server.ask(chunked)) == 413);
}

TEST_CASE("slow clients are cut off: head, body, idle, and one that does not read") {
  TestServer server;
  server.options.header_time = server.options.body_grace = 150ms;
  server.options.idle_time = 300ms;
  server.options.write_stall = 200ms;
  SocketClient head = server.connect();
  SocketClient body = server.connect();
  SocketClient idle = server.connect();
  SocketClient deaf = server.connect();
  head.send("GET /hello HTTP/1.1\r\nHo");
  body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc");
  for (int i = 0; i < 8; ++i) deaf.send(get("/big"));
  CHECK(status_of(head.read_all()) == 408);
  CHECK(head.closed());
  CHECK(status_of(body.read_all()) == 408);
  CHECK(body.closed());
  CHECK(idle.read_all() == "");
  CHECK(idle.closed());
  CHECK(comes_true([&] { return server.server->connections() == 0; }));
}

TEST_CASE("a steady slow body is taken as long as it is fast enough") {
  TestServer server;
  server.options.body_grace = 1s;
  server.options.body_rate = 10;
  SocketClient client = server.connect();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 120\r\n\r\n");
  for (int i = 0; i < 6; ++i) {
    client.send(std::string(20, 'b'));
    std::this_thread::sleep_for(250ms);
  }
  CHECK(body_of(client.read_answer()) == std::string(120, 'b'));
}

TEST_CASE("HEAD has the length but no body, and wrong methods are told the right ones") {
  TestServer server;
  SocketClient client = server.connect();
  client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello"));
  std::string answers = client.read_until("hello");
  CHECK(answers.find("Content-Length: 5\r\n") != std::string::npos);
  CHECK(answers.find("HTTP/1.1 200", 12) != std::string::npos);
  std::string answer = server.ask(post("/hello", "x"));
  CHECK(status_of(answer) == 405);
  CHECK(answer.find("Allow: GET, HEAD\r\n") != std::string::npos);
  CHECK(answer.find("\"status\":405") != std::string::npos);
}

TEST_CASE("100 Continue is sent only to those who may go on") {
  TestServer server;
  SocketClient client = server.connect();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  CHECK(body_of(client.read_answer()) == "abc");
  CHECK(status_of(server.ask(
            "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3000000\r\n\r\n")) == 413);
}

TEST_CASE("HTTP/1.0 closes unless asked to stay") {
  TestServer server;
  SocketClient client = server.connect();
  client.send("GET /hello HTTP/1.0\r\n\r\n");
  CHECK(body_of(client.read_all()) == "hello");
  CHECK(client.closed());
  SocketClient asks = server.connect();
  asks.send(get("/hello", "Connection: close\r\n") + get("/hello"));
  CHECK(body_of(asks.read_all()) == "hello");
}

TEST_CASE("errors become problem details; defects are noted but not told") {
  TestServer server;
  std::string wrong = server.ask(post("/notes", R"({"txt":1})"));
  CHECK(status_of(wrong) == 400);
  CHECK(wrong.find(R"("path":"txt","code":"unknown_field")") != std::string::npos);
  CHECK(status_of(server.ask(post("/notes", R"({"text":"a"})", "text/plain"))) == 415);
  CHECK(body_of(server.ask(post("/notes", R"({"text":"a"})", "application/json; charset=utf-8"))) == R"({"text":"a"})");
  std::string defect = server.ask(get("/defect"));
  CHECK(status_of(defect) == 500);
  CHECK(defect.find("secret") == std::string::npos);
  CHECK(server.defect == "secret");
}

TEST_CASE("large uploads go to a file that is gone afterwards") {
  TestServer server;
  CHECK(body_of(server.ask(post("/upload", std::string(10'000, 'a')))) == "memory 10000");
  CHECK(body_of(server.ask(post("/upload", std::string(4'000'000, 'a')))) == "file 4000000");
  CHECK_FALSE(server.spooled_to.empty());
  CHECK(::access(server.spooled_to.c_str(), F_OK) != 0);
  CHECK(status_of(server.ask(post("/upload", std::string(5'000'001, 'a')))) == 413);
}

TEST_CASE("a large answer arrives whole") {
  TestServer server;
  CHECK(body_of(server.ask(get("/big"))) == std::string(3'000'000, 'x'));
}

TEST_CASE("events reach the subscribers, with heartbeats between") {
  TestServer server;
  server.options.heartbeat = 60ms;
  SocketClient client = server.connect();
  client.send(get("/events"));
  std::string head = client.read_until("data: start\n\n");
  CHECK(head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
  CHECK(head.find("Content-Length") == std::string::npos);
  server.events.publish("other", "1", "", "not for us");
  server.events.publish("topic", "2", "changed", "a\nb");
  std::string event = client.read_until("\n\n");
  while (event == ":\n\n") event = client.read_until("\n\n");  // a heartbeat came before it
  CHECK(event == "id: 2\nevent: changed\ndata: a\ndata: b\n\n");
  CHECK(client.read_until("\n\n") == ":\n\n");
}

TEST_CASE("streams end at once when their key is closed, and are forgotten when the client leaves") {
  TestServer server;
  {
    SocketClient client = server.connect();
    client.send(get("/events"));
    client.read_until("data: start\n\n");
    CHECK(server.events.count() == 1);
    server.events.close("session");
    client.read_all();
    CHECK(client.closed());
    SocketClient leaving = server.connect();
    leaving.send(get("/events"));
    leaving.read_until("data: start\n\n");
  }
  CHECK(comes_true([&] { return server.events.count() == 0; }));
}

TEST_CASE("a stream whose key was closed while its rights were looked at is born closed") {
  http::EventStreams events;
  http::Subscription subscription{{"t"}, {"s"}, "", {}};
  auto ticket = events.ticket();
  events.close("s");
  bool is_open = true;
  events.open(subscription, ticket)->take(is_open);
  CHECK_FALSE(is_open);
  events.open(subscription, events.ticket())->take(is_open);
  CHECK(is_open);
}

TEST_CASE("a client that falls behind is dropped") {
  http::EventStreams events;
  auto channel = events.open({{"t"}, {}, "", {}}, events.ticket());
  bool is_open = true;
  for (int i = 0; i < 300; ++i) events.publish("t", "", "", std::string(1'000, 'x'));
  channel->take(is_open);
  CHECK_FALSE(is_open);
}

TEST_CASE("stopping lets requests under way end and closes the rest") {
  TestServer server;
  SocketClient idle = server.connect();
  SocketClient stream = server.connect();
  stream.send(get("/events"));
  stream.read_until("data: start\n\n");
  SocketClient busy = server.connect();
  busy.send(get("/wait"));
  REQUIRE(comes_true([&] { return server.is_waited_for.load(); }));
  server.server->stop();  // ten minutes are what it would wait for one that does not end
  CHECK(body_of(busy.read_all()) == "waited");
  idle.read_all();
  CHECK(idle.closed());
  stream.read_all();
  CHECK(stream.closed());
}

TEST_CASE("the same port cannot be had twice") {
  TestServer server;
  server.connect();
  http::Options options;
  options.port = server.server->port();
  http::Server second(options, server.router);
  CHECK_THROWS_AS(second.start(), Error);
}
