#pragma once
#include "support/talk.hpp"

namespace entente::test {

inline constexpr const char* eva = "eva.lindqvist@lindqvist.example";  ///< neutral consultant of Lindqvist

/// The reference alliance in which the managers of both partners and Eva may sign, and have just typed the password.
struct Signing : Talk {
  explicit Signing(std::string location = "") : Talk(std::move(location)) { prepare(world, alliance); }

  static void prepare(World& world, const std::string& alliance) {
    world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      for (const char* email : {anna, marcus, eva})
        transaction.run("INSERT INTO signatory (alliance, person, organisation, named_by, named_at) SELECT $1, id, organisation, 'Test', 0 FROM person WHERE email = $2",
                        alliance, std::string(email));
    });
    for (const char* email : {anna, marcus, eva}) world.sign_in(email);
  }

  static std::string party(World& world, const std::string& base, const std::string& name) {
    auto list = expect(world.get(anna, base + "/agreements"), 200);
    for (const auto& one : *list.find("parties")->array())
      if (at(one, "name").starts_with(name)) return at(one, "id");
    return "";
  }
  std::string party(const std::string& name) { return party(world, base, name); }

  /// Proposed by Anna with the other party; gives its identifier.
  std::string proposed(const std::string& name, const std::string& with) {
    return at(expect(world.post(anna, base + "/agreements", fmt::format(R"({{"name":"{}","kind":"consulting","summary":"Advice.","starts":"2006-01-01","parties":[{{"party":"{}"}}]}})", name, party(with))), 201), "id");
  }
  /// Shares something private as somebody does who has looked at the preview.
  http::Response share(const std::string& who, std::string_view kind, const std::string& id, const std::string& space) {
    auto preview = world.get(who, fmt::format("{}/sharings/preview?kind={}&id={}", base, kind, id));
    std::string seen = preview.status == 200 ? at(body_of(preview), "digest") : "";
    return world.post(who, base + "/sharings", fmt::format(R"({{"kind":"{}","id":"{}","space":"{}","seen":"{}"}})", kind, id, space, seen));
  }
  json::Value seen(const std::string& who, const std::string& id) { return seen(world, base, who, id); }
  static json::Value seen(World& world, const std::string& base, const std::string& who, const std::string& id) {
    auto list = expect(world.get(who, base + "/agreements"), 200);
    for (const auto& one : *list.find("items")->array())
      if (at(one, "id") == id) return one;
    return json::parse("{}");
  }
  static http::Response sign(World& world, const std::string& who, const std::string& id, const std::string& digest, const std::string& verdict = "agreed", const std::string& reason = "") {
    return world.post(who, "/api/v1/agreements/" + id + "/consent", fmt::format(R"({{"verdict":"{}","digest":"{}","reason":"{}"}})", verdict, digest, reason));
  }
  http::Response sign(const std::string& who, const std::string& id, const std::string& verdict = "agreed", const std::string& reason = "") {
    return sign(world, who, id, at(seen(who, id), "digest"), verdict, reason);
  }
  /// In force between Anna's side and the other; gives the space.
  std::string in_force(const std::string& name, const std::string& with, const std::string& by) {
    std::string id = proposed(name, with);
    expect(sign(anna, id), 200);
    CHECK(at(expect(sign(by, id), 200), "state") == "in_force");
    return at(seen(anna, id), "space");
  }
};

/// Calls `function(Signing&)` on each database.
template <class F>
void for_each_signing(F&& function) {
  for (db::Kind kind : database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    FreshDatabase fresh(kind, Schema::none);
    fresh.close();
    Signing it(fresh.location());
    function(it);
  }
}

}  // namespace entente::test
