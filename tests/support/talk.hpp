#pragma once
#include <doctest/doctest.h>

#include "support/answers.hpp"
#include "support/worlds.hpp"

namespace entente::test {

inline std::size_t size_of(const json::Value& value, const char* name) { return value.find(name)->array()->size(); }

/// The reference alliance, with things to talk about: a shared objective and measure, and a measure that Aldermere keeps to itself.
struct Talk {
  World world;
  std::string alliance, base, objective, measure, private_measure;
  std::string employee;  ///< of Aldermere, who is nothing else

  explicit Talk(std::string location = "") : world(31, std::move(location)) {
    alliance = world.load_sample();
    base = "/api/v1/alliances/" + alliance;
    objective = at(expect(world.get(anna, base + "/map"), 200), "cards.0.id");
    measure = make_measure("Talked of", "false");
    private_measure = make_measure("Ours", "true");
    employee = of_role("employee", "aldermere");
  }

  std::string make_measure(const std::string& name, const std::string& is_private) {
    return at(expect(world.post(anna, base + "/measures",
                                fmt::format(R"({{"objective":"{}","name":"{}","frequency":"month","private":{}}})", objective, name, is_private)),
                     201),
              "id");
  }
  std::string of_role(const std::string& role, const std::string& domain) {
    return world.program->door().read([&](db::Transaction& transaction) {
      auto email = transaction.one<std::string>("SELECT person.email FROM member JOIN person ON person.id = member.person WHERE member.roles = $1 AND "
                                                "person.email LIKE $2 ORDER BY person.email LIMIT 1",
                                                role, "%@" + domain + ".example");
      REQUIRE_MESSAGE(email, "nobody of ", domain, " is ", role);
      return *email;
    });
  }
  std::string id_of(const std::string& email) { return world.program->viewers().person_by_email(email)->text(); }

  http::Response say(const std::string& who, const std::string& about, const std::string& text, const std::string& reply_to = "") {
    return world.post(who, base + "/comments",
                      fmt::format(R"({{"about":"{}","text":"{}"{}}})", about, text, reply_to.empty() ? "" : fmt::format(R"(,"reply_to":"{}")", reply_to)));
  }
  std::string said(const std::string& who, const std::string& about, const std::string& text, const std::string& reply_to = "") {
    return at(expect(say(who, about, text, reply_to), 201), "id");
  }
  json::Value list(const std::string& who, const std::string& about, const std::string& more = "") {
    return expect(world.get(who, base + "/comments?about=" + about + more), 200);
  }
  http::Response remove(const std::string& who, const std::string& path, const std::string& version) {
    return world.ask(who, http::Method::delete_, "/api/v1/" + path, "", version);
  }
  void undo(const std::string& who, const json::Value& changed) {
    expect(world.post(who, "/api/v1/acts/" + at(changed, "act.id") + "/undo", "{}"), 200);
  }
  std::string mention(const std::string& email) { return fmt::format("@[Someone]({})", id_of(email)); }
};

/// Calls `function(Talk&)` on each database.
template <class F>
void for_each_talk(F&& function) {
  for (db::Kind kind : database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    FreshDatabase fresh(kind, Schema::none);
    fresh.close();
    Talk talk(fresh.location());
    function(talk);
  }
}

}  // namespace entente::test
