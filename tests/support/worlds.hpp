#pragma once
#include <doctest/doctest.h>

#include "support/databases.hpp"
#include "support/world.hpp"

namespace entente::test {

inline constexpr const char* ada = "ada@north.example";  ///< administrator of North Works
inline constexpr const char* bo = "bo@south.example";    ///< administrator of South Mills

/// Makes an account, and its organisation if there is none, as the operator does.
inline void add_person(World& world, const std::string& email, const std::string& organisation, const std::string& password = "quite long enough") {
  auto request = http::make_request(http::Method::post, "/api/v1/operator/people",
                                    fmt::format(R"({{"email":"{}","name":"Person","organisation":"{}","password":"{}"}})", email, organisation, password));
  request.is_operator = true;
  REQUIRE(http::answer(world.program->router(), request).status == 201);
}

/// Calls `function(World&)` with a world on each database with two organisations that have one administrator each.
template <class F>
void for_each_world(F&& function) {
  for (db::Kind kind : database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    FreshDatabase fresh(kind, Schema::none);
    fresh.close();
    World world(3, fresh.location());
    add_person(world, ada, "North Works");
    add_person(world, bo, "South Mills");
    function(world);
  }
}

}  // namespace entente::test
