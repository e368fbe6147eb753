#include "log/log.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "json/json.hpp"

TEST_CASE("log lines are JSON, keep secrets out, and survive hostile text") {
  using namespace entente;
  std::string path = fmt::format("/tmp/entente-log-test-{}", ::getpid());
  SettableClock clock(Instant{0});
  {
    log::Log log(path, log::Level::info, clock);
    log.debug("not written");
    log.info("served",
             {{"status", 200}, {"took", 1.5}, {"cached", true}, {"route", "/a/{b}"}, {"session_token", "abc"}});
    log.error("a \"quote\"\nand \xff bytes", {{"text", "é"}});
  }
  std::ifstream in(path);
  std::string first;
  std::string second;
  std::string third;
  std::getline(in, first);
  std::getline(in, second);
  std::getline(in, third);
  ::unlink(path.c_str());
  CHECK(
      first ==
      R"({"time":"1970-01-01T00:00:00.000000Z","level":"info","message":"served","status":200,"took":1.5,"cached":true,"route":"/a/{b}","session_token":"…"})");
  CHECK(*json::parse(second).find("message")->string() == "a \"quote\"\nand ? bytes");
  CHECK(*json::parse(second).find("text")->string() == "é");
  CHECK(third.empty());
  CHECK_THROWS_AS(log::Log("/nowhere/at/all"), Error);
}
