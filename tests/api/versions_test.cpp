// Members, targets and narratives are guarded by their own versions, and a batch that is taken back has a true digest.
#include "auth/crypto.hpp"
#include "scorecard/store.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::for_each_talk;
using test::marcus;
using test::Talk;

namespace {

/// Without If-Match 428, with a wrong one 412, and of two who saw the same one is too late. `send(version, text)` gives a
/// response; `version` is what stands there now.
template <class F>
void check_guarded(F&& send, std::int64_t version, int success) {
  CHECK(send("", "none").status == 428);
  CHECK(send(std::to_string(version + 1), "ahead").status == 412);
  if (version > 0) CHECK(send("0", "as if new").status == 412);
  auto first = expect(send(std::to_string(version), "first"), success);
  CHECK(at(first, "version") == std::to_string(version + 1));
  CHECK(send(std::to_string(version), "too late").status == 412);
  expect(send(std::to_string(version + 1), "second"), success);
}

}  // namespace

TEST_CASE("what is said of a theme is changed by who has seen it") {
  for_each_talk([](Talk& it) {
    auto scorecard = expect(it.world.get(anna, it.base + "/scorecard"), 200);
    std::string theme = at(scorecard, "themes.0.id");
    auto send = [&](const std::string& version, const std::string& text, const std::string& period = "2031-Q1") {
      return it.world.ask(anna, http::Method::put, "/api/v1/themes/" + theme + "/narrative",
                          fmt::format(R"({{"period":"{}","analysis":"{}","recommendation":""}})", period, text), version);
    };
    check_guarded(send, 0, 200);
    check_guarded(send, 2, 200);
    // The version is what the scorecard shows for the period.
    std::string period = at(scorecard, "period.period"), version = at(scorecard, "themes.0.narrative.version");
    expect(send(version, "as shown", period), 200);
    auto after = expect(it.world.get(anna, it.base + "/scorecard?period=" + period), 200);
    CHECK(at(after, "themes.0.narrative.analysis") == "as shown");
    CHECK(at(after, "themes.0.narrative.version") == std::to_string(std::stoll(version) + 1));
  });
}

TEST_CASE("a target is replaced by who has seen it") {
  for_each_talk([](Talk& it) {
    auto send = [&](const std::string& version, const std::string& why) {
      return it.world.ask(anna, http::Method::post, "/api/v1/measures/" + it.measure + "/targets",
                          fmt::format(R"({{"effective_from":"2031-01-01","scoring":{{"type":"higher","green":10,"red":5}},"reason":"{}"}})", why),
                          version);
    };
    check_guarded(send, 0, 201);
    auto shown = expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200);
    CHECK(at(shown, "targets.0.effective_from") == "2031-01-01");
    CHECK(at(shown, "targets.0.version") == "2");
    check_guarded(send, 2, 201);
  });
}

TEST_CASE("a membership is changed by who has seen it") {
  for_each_talk([](Talk& it) {
    std::string person = it.id_of(it.employee);
    auto version = [&] { return at(expect(it.world.get(anna, it.base + "/people?q=" + it.employee), 200), "items.0.version"); };
    auto send = [&](const std::string& named, const std::string& text) {
      return it.world.ask(anna, http::Method::patch, it.base + "/members/" + person,
                          fmt::format(R"({{"roles":["{}"]}})", text == "first" ? "observer" : "employee"), named);
    };
    CHECK(version() == "1");
    check_guarded(send, 1, 200);
    CHECK(version() == "3");
    // Whose right it is not learns nothing of the version.
    CHECK(it.world.patch(marcus, it.base + "/members/" + person, "3", R"({"state":"suspended"})").status == 409);
    CHECK(it.world.patch(marcus, it.base + "/members/" + person, "9", R"({"state":"suspended"})").status == 409);
  });
}

TEST_CASE("the leaf of a batch carries the digest of its rows, and that of its undoing too") {
  for_each_talk([](Talk& it) {
    auto rows_of = [&](const std::string& act) {
      return it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& t) {
        auto rows = t.all<scorecard::Observation>(
            "SELECT measure, series, period, number, state, value, numerator, denominator, weight, reason, note, flags, recorded_at, "
            "person, organisation, source, act, shared_light FROM observation WHERE act = $1 ORDER BY period",
            act);
        std::string text;
        for (const auto& row : rows) text += json::text(row);
        return std::pair(rows.size(), auth::sha256(text));
      });
    };
    auto leaf_of = [&](const std::string& act) {
      return it.world.program->door().read(db::Sight::of_system("test"),
                                           [&](db::Transaction& t) { return record::entries_of_act(t, *ActId::parse(act)).front().leaf; });
    };
    auto entered = expect(it.world.post(anna, it.base + "/observations",
                                        fmt::format(R"([{{"measure":"{0}","period":"2009-10","value":5}},{{"measure":"{0}","period":"2009-11","value":6}},)"
                                                    R"({{"measure":"{0}","period":"2009-12","value":7}}])",
                                                    it.measure)),
                          200);
    auto undone = expect(it.world.post(anna, "/api/v1/acts/" + at(entered, "act.id") + "/undo", "{}"), 200);
    for (const auto& act : {at(entered, "act.id"), at(undone, "act.id")}) {
      CAPTURE(act);
      auto leaf = leaf_of(act);
      auto [count, digest] = rows_of(act);
      REQUIRE(leaf.batch);
      CHECK(count == 3);
      CHECK(leaf.batch->count == count);
      CHECK(leaf.batch->digest == digest);
    }
    CHECK(leaf_of(at(entered, "act.id")).batch->digest != leaf_of(at(undone, "act.id")).batch->digest);
  });
}
