#include "http/router.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace {
using namespace entente;
using http::make_request;
using http::Method;
using http::Runs;

http::Handler says(std::string text) {
  return [text](const http::Request&) { return http::text(text); };
}
std::string ask(const http::Router& router, Method method, std::string_view target) {
  auto request = make_request(method, target);
  auto response = http::answer(router, request);
  return response.status == 200 ? std::string(response.body_view()) : std::to_string(response.status);
}
}  // namespace

TEST_CASE("literal parts win over names, and a path that fits no literal goes on to the name") {
  http::Router router;
  router.add(Method::get, "/a/{id}", Runs::on_io, says("one"));
  router.add(Method::get, "/a/new", Runs::on_io, says("new"));
  router.add(Method::get, "/a/{id}/map", Runs::on_io, says("map"));
  router.add(Method::post, "/a/new", Runs::on_io, says("made"));
  CHECK(ask(router, Method::get, "/a/new") == "new");
  CHECK(ask(router, Method::get, "/a/news?x=1") == "one");
  CHECK(ask(router, Method::get, "/a/new/map") == "map");
  CHECK(ask(router, Method::post, "/a/new") == "made");
  CHECK(ask(router, Method::put, "/a/new") == "405");
  CHECK(ask(router, Method::get, "/a/") == "404");
  CHECK(ask(router, Method::get, "/a") == "404");
  CHECK(ask(router, Method::get, "/a/x/") == "404");
  CHECK(ask(router, Method::get, "/") == "404");
  CHECK_THROWS_AS(router.add(Method::get, "/a/{other}", Runs::on_io, says("")), Error);
}

TEST_CASE("parts of the path are decoded after they were told apart") {
  http::Router router;
  router.add(Method::get, "/a/{first}/{second}", Runs::on_io, [](const http::Request& request) {
    return http::text(fmt::format("{}|{}|{}", request.parameter("first"), request.parameter("second"), request.route));
  });
  CHECK(ask(router, Method::get, "/a/x%2Fy/%C3%A9+") == "x/y|é+|/a/{first}/{second}");
  CHECK(ask(router, Method::get, "/a/x/%ff") == "404");
}

TEST_CASE("the fallback answers only reading") {
  http::Router router;
  router.add(Method::get, "/a", Runs::on_io, says("a"));
  router.set_fallback(says("screens"));
  CHECK(ask(router, Method::get, "/anything/at/all") == "screens");
  CHECK(ask(router, Method::get, "/a") == "a");
  CHECK(ask(router, Method::post, "/anything") == "404");
}

TEST_CASE("queries and cookies are decoded") {
  auto request = make_request(Method::get, "/x?a=1+2&b=%26%3D&c&a=3&=e");
  CHECK(request.path == "/x");
  CHECK(request.query_value("a") == "1 2");
  CHECK(request.query_value("b") == "&=");
  CHECK(request.query_value("c") == "");
  CHECK_FALSE(request.query_value("d").has_value());
  request.headers.add("Cookie", "one=1; __Host-session=abc=; two=2");
  CHECK(request.cookie("__Host-session") == "abc=");
  CHECK_FALSE(request.cookie("session").has_value());
  CHECK(request.header("COOKIE").has_value());
  CHECK(make_request(Method::get, "http://host:80/p?q=1").path == "/p");
}

TEST_CASE("tags are compared as whole items") {
  auto request = make_request(Method::get, "/");
  request.headers.add("If-None-Match", R"("abc", W/"def")");
  CHECK(http::has_etag(request, R"("abc")"));
  CHECK(http::has_etag(request, R"("def")"));
  CHECK_FALSE(http::has_etag(request, R"("ab")"));
  CHECK_FALSE(http::has_etag(request, R"("")"));
}

TEST_CASE("an identifier in the path that cannot be one is not found") {
  auto request = make_request(Method::get, "/");
  request.path_parameters = {{"id", "nonsense"}};
  CHECK_THROWS_AS(request.id_parameter<AllianceId>("id"), Error);
}
