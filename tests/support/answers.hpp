#pragma once
#include <doctest/doctest.h>

#include "support/world.hpp"

/// What tests ask of an answer.
namespace entente::test {

/// The body of an answer with this status; null for one without. Anything else ends the test, and says what came.
inline json::Value expect(const http::Response& response, int status) {
  INFO(std::string(response.body_view().substr(0, 600)), " ", World::last_defect());
  REQUIRE(response.status == status);
  return response.body_view().empty() ? json::Value() : body_of(response);
}

/// The code of a refusal, and that of the first field that was refused.
inline std::string code_of(const http::Response& response) { return at(body_of(response), "code"); }
inline std::string field_code(const http::Response& response) { return at(body_of(response), "fields.0.code"); }

}  // namespace entente::test
