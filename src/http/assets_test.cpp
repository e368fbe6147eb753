#include "http/assets.hpp"

#include <doctest/doctest.h>

#include "http/openapi.hpp"
#include "http/response_writer.hpp"

namespace {
using namespace entente;
using http::make_request;
using http::Method;

const std::vector<EmbeddedFile> files = {
    {"migrations/1.sql", "secret"},
    {"web/dist/assets/app-1a2b.js", "plain js"},
    {"web/dist/assets/app-1a2b.js.br", "brotli js"},
    {"web/dist/assets/app-1a2b.js.gz", "gzip js"},
    {"web/dist/index.html", "<!doctype html>"},
    {"web/dist/icon.svg", "<svg/>"},
};

http::Response ask(std::string_view path, std::string_view encoding = "", std::string_view etag = "") {
  http::Router router;
  router.set_fallback(http::Assets(files));
  auto request = make_request(Method::get, path);
  if (!encoding.empty()) request.headers.add("Accept-Encoding", encoding);
  if (!etag.empty()) request.headers.add("If-None-Match", etag);
  return http::answer(router, request);
}
}  // namespace

TEST_CASE("hashed assets are immutable and come as the client takes them") {
  auto plain = ask("/assets/app-1a2b.js");
  CHECK(plain.body_view() == "plain js");
  CHECK(plain.content_type == "text/javascript; charset=utf-8");
  CHECK(plain.header("cache-control") == "public, max-age=31536000, immutable");
  CHECK(plain.header("vary") == "Accept-Encoding");
  CHECK(ask("/assets/app-1a2b.js", "gzip, deflate").body_view() == "gzip js");
  auto brotli = ask("/assets/app-1a2b.js", "gzip, deflate, br");
  CHECK(brotli.body_view() == "brotli js");
  CHECK(brotli.header("content-encoding") == "br");
  CHECK(ask("/assets/app-1a2b.js", "gzip;q=0, br;q=0.0").body_view() == "plain js");
}

TEST_CASE("pages of the screens are index.html, checked each time") {
  for (auto path : {"/", "/a/some-alliance/map?period=2008-06", "/alliances", "/index.html"}) {
    auto page = ask(path);
    CHECK(page.body_view() == "<!doctype html>");
    CHECK(page.header("cache-control") == "no-cache");
    auto again = ask(path, "", *page.header("etag"));
    CHECK(again.status == 304);
    CHECK(again.body_view().empty());
  }
}

TEST_CASE("what is not there is not found, and nothing outside the screens is served") {
  for (auto path : {"/api/v1/nothing", "/assets/other.js", "/favicon.ico", "/../migrations/1.sql", "/migrations/1.sql",
                    "/..", "/%2e%2e/migrations/1.sql"}) {
    INFO(path);
    CHECK(ask(path).body_view().find("secret") == std::string_view::npos);
    CHECK((ask(path).status == 404 || ask(path).body_view() == "<!doctype html>"));
  }
  CHECK(ask("/api/v1/nothing").status == 404);
  CHECK(ask("/assets/other.js").status == 404);
}

TEST_CASE("answers are compressed for clients that take it, above a size, and can be opened again") {
  auto request = make_request(Method::get, "/");
  std::string body(5'000, 'x');
  auto response = http::json_text(body);
  http::compress(response, request, {});
  CHECK(response.body_view() == body);
  request.headers.add("Accept-Encoding", "gzip");
  response = http::json_text(body).with("ETag", "\"1\"");
  http::compress(response, request, {});
  CHECK(response.header("content-encoding") == "gzip");
  CHECK(response.header("etag") == "W/\"1\"");
  CHECK(response.body_view().size() < 200);
  CHECK(response.body_view().starts_with("\x1f\x8b"));
  auto small = http::json_text("\"x\"");
  http::compress(small, request, {});
  CHECK(small.body_view() == "\"x\"");
  auto secret = http::json_text(body);
  secret.compress = http::Compress::never;
  http::compress(secret, request, {});
  CHECK(secret.body_view() == body);
}

TEST_CASE("heads: caching rules, and no field can be smuggled in through a value") {
  std::string out;
  auto response = http::json_text("{}").with("ETag", "\"1\"").with("X-Name", "a\r\nSet-Cookie: b=c");
  http::write_head(out, response, http::AfterAnswer::keep, "today", {});
  CHECK(out.find("Cache-Control: private, no-cache\r\n") != std::string::npos);
  CHECK(out.find("X-Name: a\r\n") != std::string::npos);
  CHECK(out.find("Set-Cookie") == std::string::npos);
  CHECK(http::http_date(784'111'777) == "Sun, 06 Nov 1994 08:49:37 GMT");  // the example of RFC 9110, 5.6.7
  auto file = http::download("x", "text/csv", "Übersicht 1.csv");
  CHECK(*file.header("content-disposition") ==
        "attachment; filename=\"__bersicht_1.csv\"; filename*=UTF-8''%C3%9Cbersicht%201.csv");
}

namespace {
struct Thing {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name))
}  // namespace

TEST_CASE("the OpenAPI document lists the described routes") {
  http::Router router;
  auto handler = [](const http::Request&) { return http::no_content(); };
  http::Description description;
  description.summary = "Changes a thing";
  description.area = "things";
  description.request = http::schema_of<Thing>();
  description.response = http::schema_of<std::vector<Thing>>();
  description.query = {{"limit", "at most so many", false}};
  router.add(Method::put, "/api/v1/things/{thing}", http::Runs::on_io, handler, description);
  router.add(Method::get, "/hidden", http::Runs::on_io, handler);
  description = {"Ends a thing", "things"};
  description.request_type = "text/csv";
  router.add(Method::delete_, "/api/v1/things/{thing}", http::Runs::on_io, handler, description);
  auto document = json::parse(http::openapi(router, "Entente", "1"));
  auto* operation = document.find("paths")->find("/api/v1/things/{thing}")->find("put");
  REQUIRE(operation);
  CHECK(*operation->find("operationId")->string() == "putApiV1ThingsThing");
  CHECK(operation->find("parameters")->array()->size() == 2);
  CHECK(document.find("paths")->object()->size() == 1);
  CHECK(document.find("components")->find("schemas")->find("Thing"));
  CHECK(document.find("components")->find("schemas")->find("ThingInput"));
  CHECK(operation->find("responses")->find("200"));
  auto* end = document.find("paths")->find("/api/v1/things/{thing}")->find("delete");
  REQUIRE(end);
  CHECK(end->find("responses")->find("204"));
  CHECK(end->find("requestBody")->find("content")->find("text/csv"));
}
