// Sharing what was private: with a confirmation, a leaf in the record of both spaces, and no way back.
#include <doctest/doctest.h>

#include "support/signing.hpp"

using namespace entente;
using test::Signing;
using test::anna;
using test::at;
using test::code_of;
using test::eva;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

namespace {

std::string record_kinds(Signing& it, const std::string& who, const std::string& space, std::string_view verb) {
  auto record = expect(it.world.get(who, it.base + "/record?limit=20&space=" + space), 200);
  std::string out;
  for (const auto& item : *record.find("items")->array())
    if (at(item, "sentence").starts_with(verb)) out += at(item, "object") + " ";
  return out;
}

std::string space_named(Signing& it, const std::string& kind) {
  auto record = expect(it.world.get(anna, it.base + "/record?limit=1"), 200);
  for (const auto& space : *record.find("spaces")->array())
    if (at(space, "kind") == kind) return at(space, "id");
  return "";
}

}  // namespace

TEST_CASE("a private objective is shared with its measures, targets, links and values; both records say so, and nobody takes it back") {
  test::for_each_signing([](Signing& it) {
    auto& world = it.world;
    auto map = expect(world.get(anna, it.base + "/map"), 200);
    std::string aim = at(expect(world.post(anna, it.base + "/objectives", fmt::format(R"({{"title":"Ours so far","perspective":"{}","theme":"{}","private":true}})", at(map, "lanes.0.id"), at(map, "themes.0.id"))), 201), "id");
    std::string measure = at(expect(world.post(anna, it.base + "/measures", fmt::format(R"({{"objective":"{}","name":"Our count","frequency":"month","private":true,"scoring":{{"type":"higher","red":1,"green":2}}}})", aim)), 201), "id");
    expect(world.post(anna, it.base + "/links", fmt::format(R"({{"from":"{}","to":"{}"}})", aim, it.objective)), 201);
    expect(world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":3}}])", measure)), 200);
    // Asked for before it is shared, so that nobody remembers where it lay.
    CHECK(world.get(marcus, "/api/v1/objectives/" + aim).status == 404);
    expect(world.get(anna, "/api/v1/objectives/" + aim + "?side=ours"), 200);
    expect(world.get(anna, "/api/v1/measures/" + measure + "?side=ours"), 200);

    std::string asked = fmt::format("{}/sharings/preview?kind=objective&id={}", it.base, aim);
    auto preview = expect(world.get(anna, asked), 200);
    CHECK(at(preview, "going.0.id") == aim);
    CHECK(size_of(preview, "going") == 4);
    CHECK(at(preview, "values") == "1");
    CHECK(at(preview, "destinations.0.parties.0") == "Halden Clinical");
    CHECK(world.get(marcus, asked).status == 404);

    std::string shared = space_named(it, "shared"), own = space_named(it, "private");
    auto share = [&](const std::string& who, const std::string& to) { return it.share(who, "objective", aim, to); };
    auto with = [&](const std::string& rest) {
      return world.post(anna, it.base + "/sharings", fmt::format(R"({{"kind":"objective","id":"{}","space":"{}"{}}})", aim, shared, rest));
    };
    CHECK(field_code(with("")) == "not_confirmed");
    CHECK(field_code(share(anna, own)) == "unknown");
    CHECK(share(marcus, shared).status == 404);
    // What changes after it was looked at is looked at again: a value more, a target, another name.
    const std::string looked_at = at(preview, "digest");
    expect(world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":2}}])", measure)), 200);
    CHECK(code_of(with(fmt::format(R"(,"seen":"{}")", looked_at))) == "changed_since");
    const std::string again = at(expect(world.get(anna, asked), 200), "digest");
    expect(world.patch(anna, "/api/v1/measures/" + measure, "1", R"({"name":"Our own count"})"), 200);
    CHECK(code_of(with(fmt::format(R"(,"seen":"{}")", again))) == "changed_since");
    // A light that was set without the other side's consent does not come along.
    auto light = expect(world.post(anna, "/api/v1/objectives/" + aim + "/overrides", R"({"light":"green","reason":"Ours to say","expires":"2010-06-30"})"), 201);
    CHECK(field_code(share(anna, shared)) == "light_by_hand");
    CHECK(world.get(marcus, "/api/v1/objectives/" + aim).status == 404);
    expect(it.remove(anna, "overrides/" + at(light, "id"), "1"), 200);
    auto done = expect(share(anna, shared), 201);
    CHECK(at(done, "undoable") == "false");
    CHECK(at(expect(world.get(marcus, "/api/v1/objectives/" + aim), 200), "title") == "Ours so far");
    CHECK(at(expect(world.get(marcus, "/api/v1/measures/" + measure + "?period=2009-12"), 200), "value") == "3");
    CHECK(record_kinds(it, anna, shared, "shared") == record_kinds(it, anna, own, "shared"));
    CHECK(record_kinds(it, marcus, shared, "shared").find("objective") != std::string::npos);
    CHECK(code_of(world.post(anna, "/api/v1/acts/" + at(done, "act.id") + "/undo", "{}")) == "not_undoable");
    CHECK(share(anna, shared).status == 404);  // it is private no more
    auto found = expect(world.get(marcus, "/api/v1/search?q=ours+so"), 200);
    CHECK(at(found, "items.0.id") == aim);
    CHECK(at(found, "items.0.is_private") == "false");
  });
}

TEST_CASE("what points at something private, or bears a taken code, is refused") {
  Signing it;
  auto& world = it.world;
  std::string shared = space_named(it, "shared");
  auto map = expect(world.get(anna, it.base + "/map"), 200);
  std::string aim = at(expect(world.post(anna, it.base + "/objectives", fmt::format(R"({{"title":"Ours","perspective":"{}","theme":"{}","private":true}})", at(map, "lanes.0.id"), at(map, "themes.0.id"))), 201), "id");
  std::string measure = at(expect(world.post(anna, it.base + "/measures", fmt::format(R"({{"objective":"{}","name":"Count","frequency":"month","private":true}})", aim)), 201), "id");
  std::string work = at(expect(world.post(anna, it.base + "/initiatives", fmt::format(R"({{"name":"Work","objectives":["{}"],"private":true}})", aim)), 201), "id");
  auto share = [&](std::string_view kind, const std::string& id) { return it.share(anna, kind, id, shared); };
  CHECK(field_code(share("measure", measure)) == "other_space");
  CHECK(field_code(share("initiative", work)) == "other_space");
  CHECK(share("measure", aim).status == 404);
  CHECK(share("objective", "nothing").status == 404);
  std::string taken = at(expect(world.get(anna, "/api/v1/objectives/" + it.objective), 200), "code");
  expect(world.patch(anna, "/api/v1/objectives/" + aim, "1", fmt::format(R"({{"code":"{}"}})", taken)), 200);
  CHECK(field_code(share("objective", aim)) == "taken");
  expect(world.patch(anna, "/api/v1/objectives/" + aim, "2", R"({"code":"OUR9"})"), 200);
  expect(share("objective", aim), 201);
  // What was reported on it goes along, and is counted before.
  auto asked = [&] { return at(expect(world.get(anna, it.base + "/sharings/preview?kind=initiative&id=" + work), 200), "values"); };
  std::string begun = asked();
  expect(world.patch(anna, "/api/v1/initiatives/" + work, "1", R"({"state":"running","progress":0.3})"), 200);
  CHECK(std::stoi(asked()) == std::stoi(begun) + 1);
  expect(share("initiative", work), 201);
  CHECK(at(expect(world.get(marcus, "/api/v1/initiatives/" + work), 200), "name") == "Work");
}

TEST_CASE("what is shared into an agreement's space is seen by its parties and nobody else") {
  test::for_each_signing([](Signing& it) {
    auto& world = it.world;
    std::string space = it.in_force("Pact of two", "Halden", marcus);
    auto level = expect(world.post(anna, it.base + "/service-levels",
                                   fmt::format(R"({{"name":"Ours to watch","by_party":"{}","to_party":"{}","limit":95,"starts":"2009-01-01","private":true}})", it.party("Halden"), it.party("Aldermere"))),
                        201);
    std::string id = at(level, "id");
    CHECK(world.get(marcus, "/api/v1/service-levels/" + id).status == 404);
    expect(world.post(anna, it.base + "/service-level-values", fmt::format(R"([{{"level":"{}","period":"2009-12","value":90}}])", id)), 200);
    expect(world.ask(anna, http::Method::post, "/api/v1/service-levels/" + id + "/measure", fmt::format(R"({{"objective":"{}"}})", it.objective), "1"), 200);
    std::string measure = at(expect(world.get(anna, "/api/v1/service-levels/" + id), 200), "measure.id");
    CHECK(world.get(marcus, "/api/v1/measures/" + measure).status == 404);
    auto preview = expect(world.get(anna, fmt::format("{}/sharings/preview?kind=service_level&id={}", it.base, id)), 200);
    CHECK(at(preview, "destinations.1.name") == "Pact of two");
    CHECK(size_of((*preview.find("destinations")->array())[1], "parties") == 1);
    expect(it.share(anna, "service_level", id, space), 201);
    CHECK(at(expect(world.get(marcus, "/api/v1/service-levels/" + id), 200), "periods.11.standing") == "missed");
    CHECK(at(expect(world.get(marcus, "/api/v1/measures/" + measure + "?period=2009-12"), 200), "value") == "90");
    CHECK(world.get(eva, "/api/v1/service-levels/" + id).status == 404);
    CHECK(world.get(eva, "/api/v1/measures/" + measure).status == 404);
  });
}
