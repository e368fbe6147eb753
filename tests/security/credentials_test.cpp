// What opens doors is for people who are signed in: a program's token makes no token and changes no password.
#include <doctest/doctest.h>

#include "support/worlds.hpp"

using namespace entente;
using test::ada;
using test::at;
using test::body_of;
using test::for_each_world;
using test::World;

namespace {

http::Response ask(World& world, const std::string& secret, http::Method method, const std::string& target, const std::string& body = "",
                   const std::string& key = "") {
  auto request = http::make_request(method, target, body);
  request.headers.add("Authorization", "Bearer " + secret);
  if (!key.empty()) request.headers.add("Idempotency-Key", key);
  return http::answer(world.program->router(), request, [](const http::Request&, std::string_view why) { MESSAGE(why); });
}

std::string session_of(World& world) {
  auto request = http::make_request(http::Method::post, "/api/v1/sessions", fmt::format(R"({{"email":"{}","password":"quite long enough"}})", ada));
  auto made = http::answer(world.program->router(), request);
  REQUIRE(made.status == 201);
  std::string cookie(*made.header("Set-Cookie"));
  auto from = cookie.find('=') + 1;
  return cookie.substr(from, cookie.find(';') - from);
}

constexpr const char* to_other = R"({"current":"quite long enough","new_password":"another long enough"})";

}  // namespace

TEST_CASE("a token makes no token, changes no password, ends nobody's session, and may end itself") {
  for_each_world([](World& world) {
    std::string token = world.token_of(ada), session = session_of(world);
    auto sessions = body_of(ask(world, session, http::Method::get, "/api/v1/sessions"));
    auto made = body_of(ask(world, session, http::Method::post, "/api/v1/me/tokens", R"({"name":"feed"})"));
    auto refused = [&](http::Method method, const std::string& target, const std::string& body = "") {
      auto response = ask(world, token, method, target, body);
      CAPTURE(target);
      CHECK(response.status == 409);
      CHECK(at(body_of(response), "code") == "no_session");
    };
    refused(http::Method::post, "/api/v1/me/tokens", R"({"name":"more"})");
    refused(http::Method::post, "/api/v1/me/password", to_other);
    refused(http::Method::delete_, "/api/v1/sessions/" + at(sessions, "items.0.id"));
    refused(http::Method::delete_, "/api/v1/me/tokens/" + at(made, "id"));
    CHECK(ask(world, session, http::Method::get, "/api/v1/me").status == 200);
    std::string feed = at(made, "token");
    CHECK(ask(world, feed, http::Method::delete_, "/api/v1/me/tokens/" + at(made, "id")).status == 204);
    CHECK(ask(world, feed, http::Method::get, "/api/v1/me").status == 401);
  });
}

TEST_CASE("a new password ends the person's tokens, unless they are to be kept") {
  for_each_world([](World& world) {
    std::string token = world.token_of(ada), session = session_of(world);
    CHECK(ask(world, session, http::Method::post, "/api/v1/me/password",
              R"({"current":"quite long enough","new_password":"another long enough","keep_tokens":true})")
              .status == 204);
    CHECK(ask(world, token, http::Method::get, "/api/v1/me").status == 200);
    CHECK(ask(world, session, http::Method::post, "/api/v1/me/password",
              R"({"current":"another long enough","new_password":"a third, long enough"})")
              .status == 204);
    CHECK(ask(world, token, http::Method::get, "/api/v1/me").status == 401);
    CHECK(ask(world, session, http::Method::get, "/api/v1/me").status == 200);
  });
}

TEST_CASE("nothing is kept of a request with a password, with an Idempotency-Key or without") {
  for_each_world([](World& world) {
    std::string session = session_of(world);
    CHECK(ask(world, session, http::Method::post, "/api/v1/me/password", to_other, "one").status == 204);
    auto fresh = ask(world, session, http::Method::post, "/api/v1/sessions/fresh", R"({"password":"another long enough"})", "two");
    CHECK(fresh.status == 200);
    auto kept = world.program->door().read(db::Sight::of_system("test"),
                                           [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM idempotency"); });
    CHECK(kept == 0);
  });
}

TEST_CASE("without a public address the server answers as localhost only, whatever is asked") {
  World world(1);
  test::add_person(world, ada, "North Works");
  auto at_host = [&](const std::string& host, http::Method method, const std::string& target, const std::string& body = "") {
    auto request = http::make_request(method, target, body);
    request.headers.clear();
    if (!host.empty()) request.headers.add("Host", host);
    request.headers.add("Authorization", "Bearer " + world.token_of(ada));
    return http::answer(world.program->router(), request);
  };
  using http::Method;
  for (auto& [method, target, status] : std::vector<std::tuple<Method, std::string, int>>{{Method::get, "/api/v1/me", 200},
                                                                                        {Method::get, "/", 200},
                                                                                        {Method::head, "/", 200},
                                                                                        {Method::get, "/sign-in", 200},
                                                                                        {Method::get, "/api/docs", 200},
                                                                                        {Method::get, "/api/v1/openapi.json", 200},
                                                                                        {Method::get, "/healthz", 200},
                                                                                        {Method::get, "/readyz", 200},
                                                                                        {Method::get, "/api/v1/invitations/inv_aaaaaaaaaaaaaaaaaaaaaa", 404},
                                                                                        {Method::post, "/api/v1/password-resets", 415},
                                                                                        {Method::get, "/api/v1/nothing", 404},
                                                                                        {Method::put, "/api/v1/me", 405}}) {
    CAPTURE(target);
    for (std::string host : {"localhost:8080", "127.0.0.1", ""}) CHECK(at_host(host, method, target).status == status);
    auto refused = at_host("evil.example:8080", method, target);
    CHECK(refused.status == 400);
    CHECK(at(body_of(refused), "code") == "foreign_host");
  }
  auto through_socket = http::make_request(Method::post, "/api/v1/operator/people", "{}");
  through_socket.is_operator = true;
  through_socket.headers.add("Host", "evil.example");
  CHECK(at(body_of(http::answer(world.program->router(), through_socket)), "code") != "foreign_host");
}
