// What the alliance is worth: hopes with the other side's word, benefits that both sides confirm, costs, and sums.
#include <doctest/doctest.h>

#include "support/talk.hpp"

using namespace entente;
using test::Talk;
using test::anna;
using test::at;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

namespace {

constexpr const char* halden_sponsor = "denise.carraway@haldenclinical.example";
constexpr const char* luc = "luc.declercq@aldermere.example";  ///< sponsor of Aldermere

/// The page of value, without what the sample holds.
struct Worth {
  Talk& it;
  std::string ours, theirs;  ///< the parties of Aldermere and Halden
  explicit Worth(Talk& in) : it(in) {
    it.world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
      for (const char* table : {"hope_word", "hope", "benefit_word", "benefit", "alliance_cost"}) transaction.run(fmt::format("DELETE FROM {}", table));
    });
    auto view = look(anna);
    ours = at(view, "partners.0.id");
    theirs = at(view, "partners.1.id");
  }
  json::Value look(const std::string& who, const std::string& more = "") { return expect(it.world.get(who, it.base + "/value" + more), 200); }
  http::Response post(const std::string& who, const std::string& what, const std::string& body) { return it.world.post(who, it.base + "/" + what, body); }
  http::Response say(const std::string& who, const std::string& thing, const std::string& version, const std::string& body) {
    return it.world.ask(who, http::Method::put, "/api/v1/" + thing + "/word", body, version);
  }
  std::string claim(const std::string& who, const std::string& amounts, const std::string& period = "2008") {
    return at(expect(post(who, "benefits", fmt::format(R"({{"kind":"cost","title":"Fewer slow sites","period":"{}","baseline":"150 sites","evidence":"Site reports","amounts":[{}]}})", period, amounts)), 201), "id");
  }
  std::string amount(const std::string& party, const std::string& number, const std::string& currency = "EUR") {
    return fmt::format(R"({{"party":"{}","amount":{},"currency":"{}"}})", party, number, currency);
  }
};

}  // namespace

TEST_CASE("whether a hope came true is said by the other side, of the text it said then") {
  test::for_each_talk([](Talk& it) {
    Worth worth(it);
    std::string hope = at(expect(worth.post(anna, "hopes", fmt::format(R"({{"text":"Studies in half the time","leader":"Chief medical officer","hoped_on":"2006-05-04","objectives":["{}"]}})", it.objective)), 201), "id");
    std::string path = "hopes/" + hope;
    auto seen = worth.look(marcus);
    CHECK(at(seen, "hopes.0.objectives.0.id") == it.objective);
    CHECK(at(seen, "hopes.0.waits_for.0") == "Halden Clinical");
    CHECK(at(seen, "hopes.0.may_speak") == "true");
    CHECK(field_code(worth.say(anna, path, "1", R"({"outcome":"came_true"})")) == "own_side");
    CHECK(field_code(worth.say(luc, path, "1", R"({"outcome":"came_true"})")) == "own_side");
    CHECK(worth.say(marcus, path, "2", R"({"outcome":"came_true"})").status == 412);
    CHECK(worth.say(it.employee, path, "1", R"({"outcome":"came_true"})").status == 404);
    auto said = expect(worth.say(marcus, path, "1", R"({"outcome":"partly","text":"A third less"})"), 200);
    seen = worth.look(anna);
    CHECK(at(seen, "hopes.0.words.0.outcome") == "partly");
    CHECK(size_of(*seen.find("hopes")->array()->begin(), "waits_for") == 0);

    // It belongs to who wrote it: neither the other side nor a colleague takes it away, by undo neither.
    std::string word = "hope-words/" + at(said, "id");
    for (const char* other : {anna, halden_sponsor}) {
      CHECK(it.remove(other, word, "1").status == 404);
      CHECK(it.world.post(other, "/api/v1/acts/" + at(said, "act.id") + "/undo", "{}").status == 404);
    }
    // A colleague's later word is the side's word; both stay whose they are.
    it.world.clock.advance_seconds(60);
    expect(worth.say(halden_sponsor, path, "1", R"({"outcome":"came_true"})"), 200);
    CHECK(at(worth.look(anna), "hopes.0.words.0.outcome") == "came_true");
    CHECK(it.remove(halden_sponsor, word, "1").status == 404);

    // Changing the hope asks anew; the old words are shown with what they were said of. Only its own side changes it.
    CHECK(code_of(it.world.patch(marcus, "/api/v1/" + path, "1", R"({"text":"Other"})")) == "not_yours");
    auto changed = expect(it.world.patch(anna, "/api/v1/" + path, "1", R"({"text":"Studies in a third of the time"})"), 200);
    seen = worth.look(marcus);
    CHECK(at(seen, "hopes.0.waits_for.0") == "Halden Clinical");
    CHECK(at(seen, "hopes.0.words.0.outdated") == "true");
    CHECK(at(seen, "hopes.0.words.0.said_of") == "Studies in half the time");
    it.undo(anna, changed);
    CHECK(at(worth.look(marcus), "hopes.0.words.0.outdated") == "false");
    it.world.clock.advance_seconds(60);
    expect(worth.say(marcus, path, at(worth.look(marcus), "hopes.0.version"), R"({"outcome":"not_yet"})"), 200);
    CHECK(at(worth.look(anna), "hopes.0.words.0.outcome") == "not_yet");
    CHECK(field_code(worth.post(anna, "hopes", R"({"text":"X","hoped_on":"9999-12-31"})")) == "bad_year");
    CHECK(field_code(worth.post(anna, "hopes", fmt::format(R"({{"text":"X","objectives":["{}"]}})", it.private_measure))) == "unknown");
  });
}

TEST_CASE("a review shows which hopes came true, as they stood then") {
  test::for_each_talk([](Talk& it) {
    Worth worth(it);
    auto hope = expect(worth.post(anna, "hopes", fmt::format(R"({{"text":"Studies in half the time","leader":"Head of development","objectives":["{}"]}})", it.objective)), 201);
    expect(worth.say(marcus, "hopes/" + at(hope, "id"), "1", R"({"outcome":"partly","text":"A third less"})"), 200);
    auto freeze = at(expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201), "id");
    expect(worth.say(marcus, "hopes/" + at(hope, "id"), "1", R"({"outcome":"came_true"})"), 200);
    auto seen = expect(it.world.get(marcus, "/api/v1/freezes/" + freeze), 200);
    CHECK(at(seen, "document.hopes.0.text") == "Studies in half the time");
    CHECK(at(seen, "document.hopes.0.party_name") == "Aldermere Pharma");
    CHECK(at(seen, "document.hopes.0.objectives.0").size() > 1);
    CHECK(at(seen, "document.hopes.0.words.0.outcome") == "partly");
    CHECK(at(seen, "document.hopes.0.words.0.party_name") == "Halden Clinical");
  });
}

TEST_CASE("a benefit is claimed by one side and confirmed by the other") {
  test::for_each_talk([](Talk& it) {
    Worth worth(it);
    std::string one = worth.claim(anna, worth.amount(worth.ours, "1200000.50") + "," + worth.amount(worth.theirs, "300000"));
    std::string path = "benefits/" + one;
    CHECK(at(worth.look(anna), "benefits.0.state") == "claimed");
    CHECK(at(worth.look(anna), "benefits.0.may_speak") == "false");
    for (const char* own : {anna, luc}) CHECK(field_code(worth.say(own, path, "1", R"({"verdict":"confirmed"})")) == "own_side");
    CHECK(worth.say("eva.lindqvist@lindqvist.example", path, "1", R"({"verdict":"confirmed"})").status == 404);
    CHECK(field_code(worth.say(marcus, path, "1", R"({"verdict":"disputed"})")) == "reason_required");
    expect(worth.say(marcus, path, "1", R"({"verdict":"disputed","note":"Counted twice"})"), 200);
    CHECK(at(worth.look(anna), "benefits.0.state") == "disputed");
    auto said = expect(worth.say(marcus, path, "1", R"({"verdict":"confirmed","note":"Agreed with finance"})"), 200);
    auto seen = worth.look(anna);
    CHECK(at(seen, "benefits.0.state") == "confirmed");
    CHECK(size_of((*seen.find("benefits")->array())[0], "words") == 1);
    CHECK(it.remove(anna, "benefit-words/" + at(said, "id"), at(said, "version")).status == 404);
    it.undo(marcus, said);
    CHECK(at(worth.look(anna), "benefits.0.state") == "disputed");
    expect(worth.say(marcus, path, "1", R"({"verdict":"confirmed"})"), 200);

    // A changed claim asks anew, and nobody confirms what was not seen.
    expect(it.world.patch(anna, "/api/v1/" + path, "1", R"({"evidence":"Site reports and invoices"})"), 200);
    CHECK(at(worth.look(anna), "benefits.0.state") == "claimed");
    CHECK(worth.say(marcus, path, "1", R"({"verdict":"confirmed"})").status == 412);
    expect(worth.say(marcus, path, "2", R"({"verdict":"confirmed"})"), 200);
    CHECK(code_of(it.world.patch(marcus, "/api/v1/" + path, "2", R"({"title":"Other"})")) == "not_yours");
    CHECK(code_of(it.remove(marcus, path, "2")) == "not_yours");

    CHECK(field_code(worth.post(anna, "benefits", R"({"kind":"cost","title":"X","period":"1800","baseline":"b","evidence":"e","amounts":[]})")) == "bad_year");
    CHECK(field_code(worth.post(anna, "benefits", R"({"kind":"quality","title":"X","period":"2008","baseline":"","evidence":"e"})")) == "empty");
    CHECK(worth.post(it.employee, "benefits", "{}").status == 404);
    CHECK(it.world.get(it.employee, it.base + "/value").status == 404);
  });
}

TEST_CASE("sums are by party and currency, beside the cost to each") {
  test::for_each_talk([](Talk& it) {
    Worth worth(it);
    std::string one = worth.claim(anna, worth.amount(worth.ours, "0.10") + "," + worth.amount(worth.theirs, "1000.35"));
    worth.claim(marcus, worth.amount(worth.theirs, "0.20") + "," + worth.amount(worth.ours, "5", "USD"), "2009-Q4");
    expect(worth.say(marcus, "benefits/" + one, "1", R"({"verdict":"confirmed"})"), 200);
    expect(worth.post(marcus, "costs", R"({"title":"Joint office","period":"2008","amount":400,"currency":"EUR"})"), 201);
    auto view = worth.look(anna);
    REQUIRE(size_of(view, "sums") == 3);
    CHECK(at(view, "sums.0.confirmed") == "0.1");
    CHECK(at(view, "sums.1.currency") == "USD");
    CHECK(at(view, "sums.1.claimed") == "5");
    CHECK(at(view, "sums.1.confirmed") == "0");
    CHECK(at(view, "sums.2.claimed") == "1000.55");
    CHECK(at(view, "sums.2.net") == "600.35");
    auto year = worth.look(anna, "?year=2009");
    CHECK(size_of(year, "benefits") == 1);
    CHECK(at(year, "years.0") == "2009");
    CHECK(at(year, "years.1") == "2008");
    CHECK(it.world.get(anna, it.base + "/value?year=1800").status == 400);
    CHECK(field_code(worth.post(anna, "costs", R"({"title":"X","period":"2008","amount":-4,"currency":"EUR"})")) == "not_positive");
  });
}

TEST_CASE("a cost of one's own is seen by the own side alone, in sums and years too") {
  test::for_each_talk([](Talk& it) {
    Worth worth(it);
    auto before = std::string(it.world.get(marcus, it.base + "/value").body_view());
    auto cost = expect(worth.post(anna, "costs", R"({"title":"Our own team","period":"2007","amount":90000,"currency":"GBP","private":true})"), 201);
    CHECK(std::string(it.world.get(marcus, it.base + "/value").body_view()) == before);
    CHECK(it.world.patch(marcus, "/api/v1/costs/" + at(cost, "id"), "1", R"({"title":"X"})").status == 404);
    CHECK(it.remove(marcus, "costs/" + at(cost, "id"), "1").status == 404);
    CHECK(it.world.post(marcus, "/api/v1/acts/" + at(cost, "act.id") + "/undo", "{}").status == 404);
    auto mine = worth.look(luc);
    CHECK(at(mine, "with_private") == "true");
    CHECK(at(mine, "sums.0.net") == "-90000");
    CHECK(at(mine, "years.0") == "2007");
    it.undo(anna, cost);
    CHECK(size_of(worth.look(luc), "costs") == 0);
  });
}
