#include "exchange/people_document.hpp"

#include "exchange/sparse.hpp"
#include "json/json.hpp"

namespace entente::exchange {

std::vector<PlanPerson> read_people_document(std::string_view json) {
  const json::Value document = json::parse(json, {.bytes = 20'000'000, .depth = 16});
  std::vector<FieldError> errors;
  std::vector<PlanPerson> people;
  const json::Reader at(errors);
  read_sparse(at, document, people);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (people[i].email.empty()) at.item(i).member("email").fail("missing", "An address is missing.");
    else if (!seen.insert(people[i].email).second)
      at.item(i).member("email").fail("given_twice", fmt::format("{} is given twice.", people[i].email));
  }
  throw_if_any(std::move(errors));
  return people;
}

}  // namespace entente::exchange
