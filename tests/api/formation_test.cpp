// Building the map together: what is said in talks stays with who heard it, ratings are blind until they are closed, and the
// way from a finding to an objective can be walked back.
#include <doctest/doctest.h>

#include <barrier>
#include <thread>

#include "auth/crypto.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::Talk;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;

namespace {

constexpr const char* eva = "eva.lindqvist@lindqvist.example";      ///< neutral consultant
constexpr const char* henrik = "henrik.aalto@lindqvist.example";    ///< her colleague
constexpr const char* luc = "luc.declercq@aldermere.example";       ///< sponsor of Aldermere
constexpr const char* secret = "HEARDINCONFIDENCE77";

/// Without what the sample tells of its own workshops, so that everything that is found is the test's.
void forget_workshops(Talk& it) {
  it.world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
    for (const char* table : {"rating_result", "rating_round", "card_rating", "open_matter", "card_link", "card", "workshop", "finding", "question_set",
                              "interview_earlier", "interview"})
      transaction.run(fmt::format("DELETE FROM {}", table));
  });
}
template <class F>
void for_each_bare(F function) {
  test::for_each_talk([&](Talk& it) {
    forget_workshops(it);
    function(it);
  });
}
struct Bare : Talk {
  Bare() { forget_workshops(*this); }
};

/// A workshop of the reference alliance with Anna and Marcus, and cards of both.
struct Board {
  Talk& it;
  std::string workshop, theme, perspective;

  explicit Board(Talk& in) : it(in) {
    auto map = expect(it.world.get(anna, it.base + "/map"), 200);
    theme = at(map, "themes.0.id");
    perspective = at(map, "lanes.0.id");
    workshop = at(expect(it.world.post(eva, it.base + "/workshops",
                                       fmt::format(R"({{"title":"First day","held_on":"2010-02-03","participants":["{}","{}"]}})", it.id_of(anna), it.id_of(marcus))),
                         201),
                  "id");
  }
  http::Response try_card(const std::string& who, const std::string& title, const std::string& more = "") {
    return it.world.post(who, it.base + "/cards", fmt::format(R"({{"workshop":"{}","title":"{}"{}}})", workshop, title, more));
  }
  std::string card(const std::string& who, const std::string& title, const std::string& more = "") {
    return at(expect(try_card(who, title, more), 201), "id");
  }
  json::Value look(const std::string& who) { return expect(it.world.get(who, "/api/v1/workshops/" + workshop), 200); }
  /// The card of this title as this person sees it.
  json::Value seen(const std::string& who, const std::string& title) {
    auto view = look(who);
    for (const auto& one : *view.find("cards")->array())
      if (at(one, "title") == title) return one;
    return json::parse("{}");
  }
  http::Response change(const std::string& who, const std::string& title, const std::string& body) {
    auto card = seen(who, title);
    return it.world.patch(who, "/api/v1/cards/" + at(card, "id"), at(card, "version"), body);
  }
  http::Response rating(const std::string& who, const char* act) {
    return it.world.ask(who, http::Method::post, fmt::format("/api/v1/workshops/{}/rating/{}", workshop, act), "", at(look(who), "version"));
  }
  http::Response rate(const std::string& who, const std::string& card, const std::string& value) {
    return it.world.ask(who, http::Method::put, "/api/v1/workshops/" + workshop + "/ratings", fmt::format(R"({{"card":"{}","value":{}}})", card, value));
  }
};

std::string interview(Talk& it, const std::string& who, const std::string& answer) {
  return at(expect(it.world.post(who, it.base + "/interviews",
                                 fmt::format(R"({{"person":"Marcus Whitfield","held_on":"2010-01-20","answers":[{{"kind":"value","question":"How?","text":"{}"}}]}})", answer)),
                   201),
            "id");
}

/// All leaves of all records, as they are kept.
std::string all_leaves(Talk& it) {
  return it.world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& transaction) {
    std::string all;
    for (const auto& bytes : transaction.all<std::vector<std::byte>>("SELECT leaf FROM record_leaf"))
      all.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return all;
  });
}

/// All bytes that somebody can get of an alliance: every reading route, with the identifiers that are given.
std::string everything(Talk& it, const std::string& who, const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& route : it.world.program->router().routes()) {
    std::string pattern = route->pattern;
    if (route->method != http::Method::get || pattern.find("{secret}") != std::string::npos || pattern.ends_with("/events") ||
        pattern.ends_with(".pdf"))  // which tells the time of day at which it was made
      continue;
    if (auto place = pattern.find("{alliance}"); place != std::string::npos) pattern.replace(place, 10, it.alliance);
    auto place = pattern.find("{id}");
    for (const auto& id : ids) {
      std::string target = pattern;
      if (place != std::string::npos) target.replace(place, 4, id);
      out += it.world.get(who, target).body_view();
      if (place == std::string::npos) break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("what was said in a talk is for the interviewer alone") {
  for_each_bare([](Talk& it) {
    for (const char* interviewer : {eva, anna}) {
      CAPTURE(interviewer);
      std::string id = interview(it, interviewer, secret);
      auto mine = expect(it.world.get(interviewer, it.base + "/interviews"), 200);
      REQUIRE(size_of(mine, "interviews") == 1);
      CHECK(at(mine, "interviews.0.talk.answers.0.text") == secret);

      // Colleagues, the other side, the consultant and the operator find nothing of it, in whatever they can read.
      it.world.program->signer().sign_now();
      for (const char* other : {eva, henrik, anna, luc, marcus}) {
        if (std::string_view(other) == interviewer) continue;
        CAPTURE(other);
        CHECK(size_of(expect(it.world.get(other, it.base + "/interviews"), 200), "interviews") == 0);
        auto all = everything(it, other, {id, it.objective});
        CHECK(all.size() > 10'000);
        CHECK(all.find(secret) == std::string::npos);
        CHECK(it.world.patch(other, "/api/v1/interviews/" + id, "1", R"({"person":"X"})").status == 404);
        CHECK(it.remove(other, "interviews/" + id, "1").status == 404);
      }
      // Not even by way of the record: its leaf holds a commitment, no name and no answer.
      auto kept_content = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
        return *transaction.one<std::string>("SELECT content FROM interview WHERE id = $1", id);
      });
      std::string leaves = all_leaves(it);
      CHECK(kept_content.find(secret) != std::string::npos);
      CHECK(leaves.find(id) != std::string::npos);
      CHECK(leaves.find(secret) == std::string::npos);

      // Changed, taken back, erased.
      auto changed = expect(it.world.patch(interviewer, "/api/v1/interviews/" + id, "1", R"({"person":"Somebody else"})"), 200);
      it.undo(interviewer, changed);
      // Of each text, the earlier ones too, who knows it and its salt can show that this is what was noted.
      auto shown = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
        return transaction.all<std::tuple<std::string, std::string>>(
            "SELECT salt, content FROM interview WHERE id = $1 UNION ALL SELECT salt, content FROM interview_earlier WHERE interview = $1", id);
      });
      CHECK(shown.size() == 3);
      std::string record = all_leaves(it);
      for (const auto& [salt, content] : shown) CHECK(record.find(auth::sha256_hex(salt + content)) != std::string::npos);
      mine = expect(it.world.get(interviewer, it.base + "/interviews"), 200);
      CHECK(at(mine, "interviews.0.talk.person") == "Marcus Whitfield");
      auto erased = expect(it.remove(interviewer, "interviews/" + id, at(mine, "interviews.0.version")), 200);
      CHECK(at(erased, "undoable") == "false");
      CHECK(size_of(expect(it.world.get(interviewer, it.base + "/interviews"), 200), "interviews") == 0);
      auto kept = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
        return *transaction.one<std::int64_t>("SELECT (SELECT COUNT(*) FROM interview) + (SELECT COUNT(*) FROM interview_earlier)");
      });
      CHECK(kept == 0);
    }
  });
}

TEST_CASE("who may not hold talks cannot, and days are sane") {
  Bare it;
  CHECK(it.world.post(it.employee, it.base + "/interviews", R"({"person":"X"})").status == 404);
  CHECK(it.world.post(it.of_role("team_member", "aldermere"), it.base + "/interviews", R"({"person":"X"})").status == 404);
  CHECK(field_code(it.world.post(anna, it.base + "/interviews", R"({"person":"X","held_on":"1800-01-01"})")) == "bad_year");
  CHECK(field_code(it.world.post(anna, it.base + "/interviews", R"({"person":"X","held_on":"9999-01-01"})")) == "bad_year");
  CHECK(field_code(it.world.post(anna, it.base + "/interviews", R"({"person":""})")) == "empty");
}

TEST_CASE("findings go on without names") {
  for_each_bare([](Talk& it) {
    interview(it, eva, secret);
    auto refused = it.world.post(eva, it.base + "/findings", R"({"kind":"problem","text":"Whitfield says that sites are slow","words":"speed"})");
    CHECK(field_code(refused) == "names_somebody");
    CHECK(field_code(it.world.post(eva, it.base + "/findings", R"({"kind":"problem","text":"Sites are slow","words":"Marcus Whitfield"})")) == "names_somebody");
    auto made = expect(it.world.post(eva, it.base + "/findings", R"({"kind":"problem","text":"Sites that recruit too few are closed too late","words":"speed, sites"})"), 201);
    // Everybody reads it; it says who heard nothing, and only its author changes it, by undo as well.
    auto theirs = expect(it.world.get(marcus, it.base + "/interviews"), 200);
    REQUIRE(size_of(theirs, "findings") == 1);
    CHECK(at(theirs, "findings.0.words") == "speed, sites");
    CHECK(std::string(it.world.get(marcus, it.base + "/interviews").body_view()).find("Whitfield") == std::string::npos);
    std::string path = "/api/v1/findings/" + at(made, "id");
    CHECK(it.world.patch(marcus, path, "1", R"({"text":"Other"})").status == 404);
    CHECK(it.world.post(marcus, "/api/v1/acts/" + at(made, "act.id") + "/undo", "{}").status == 404);
    auto changed = expect(it.world.patch(eva, path, "1", R"({"text":"Slow sites are closed late"})"), 200);
    it.undo(eva, changed);
    CHECK(at(expect(it.world.get(marcus, it.base + "/interviews"), 200), "findings.0.text") == "Sites that recruit too few are closed too late");
    CHECK(it.world.get(it.employee, it.base + "/interviews").status == 404);
  });
}

TEST_CASE("question sets can be extended by who leads") {
  Bare it;
  auto made = expect(it.world.post(anna, it.base + "/question-sets", R"({"name":"For sponsors","questions":[{"kind":"value","text":"What would you miss?"}]})"), 201);
  auto view = expect(it.world.get(marcus, it.base + "/interviews"), 200);
  CHECK(size_of(view, "question_sets") == 2);
  CHECK(at(view, "question_sets.0.questions.0.text") == "How do we create value for both?");
  CHECK(at(view, "question_sets.1.name") == "For sponsors");
  CHECK(field_code(it.world.post(anna, it.base + "/question-sets", R"({"name":"None","questions":[]})")) == "empty");
  CHECK(it.world.post(luc, it.base + "/question-sets", R"({"name":"None","questions":[{"kind":"value","text":"Q"}]})").status == 404);
  it.undo(anna, made);
  CHECK(size_of(expect(it.world.get(marcus, it.base + "/interviews"), 200), "question_sets") == 1);
}

TEST_CASE("cards come from all sides; a merge is undone, and its target's removal releases") {
  for_each_bare([](Talk& it) {
    Board board(it);
    CHECK(size_of(expect(it.world.get(marcus, it.base + "/workshops"), 200), "items") == 1);
    board.card(anna, "Quick sites");
    board.card(marcus, "Sites start fast");
    std::string third = board.card(eva, "Close slow sites");
    // Who does not take part adds nothing; words are those of the side that brought them.
    CHECK(board.try_card(luc, "Not asked").status == 404);
    CHECK(board.try_card(it.employee, "Not asked").status == 404);
    for (const char* other : {marcus, eva}) CHECK(code_of(board.change(other, "Quick sites", R"({"title":"Other words"})")) == "not_yours");
    CHECK(code_of(it.remove(marcus, "cards/" + at(board.seen(marcus, "Quick sites"), "id"), "1")) == "not_yours");
    CHECK(at(board.seen(marcus, "Quick sites"), "may_word") == "false");
    CHECK(at(board.seen(anna, "Quick sites"), "party_name") == "Aldermere Pharma");
    expect(board.change(marcus, "Quick sites", fmt::format(R"({{"theme":"{}","perspective":"{}"}})", board.theme, board.perspective)), 200);
    CHECK(at(board.seen(anna, "Quick sites"), "theme") == board.theme);
    CHECK(field_code(board.change(marcus, "Quick sites", fmt::format(R"({{"theme":"{}"}})", it.objective))) == "unknown");

    std::string target = at(board.seen(anna, "Quick sites"), "id");
    auto into = fmt::format(R"({{"merged_into":"{}"}})", target);
    auto merged = expect(board.change(marcus, "Sites start fast", into), 200);
    CHECK(at(board.seen(anna, "Sites start fast"), "merged_into") == target);
    CHECK(code_of(board.change(anna, "Quick sites", into)) == "not_mergeable");
    CHECK(code_of(board.change(anna, "Close slow sites", fmt::format(R"({{"merged_into":"{}"}})", at(board.seen(anna, "Sites start fast"), "id")))) == "not_mergeable");
    it.undo(anna, merged);
    CHECK(at(board.seen(anna, "Sites start fast"), "merged_into").empty());

    expect(board.change(marcus, "Sites start fast", into), 200);
    auto removed = expect(it.remove(anna, "cards/" + target, at(board.seen(anna, "Quick sites"), "version")), 200);
    CHECK(at(board.seen(marcus, "Sites start fast"), "merged_into").empty());
    it.undo(anna, removed);
    CHECK(at(board.seen(marcus, "Quick sites"), "id") == target);
    CHECK(at(board.seen(marcus, "Sites start fast"), "merged_into").empty());

    // Taking back the making of a merge's target releases, too.
    auto made = expect(board.try_card(anna, "Brought for a moment"), 201);
    expect(board.change(marcus, "Sites start fast", fmt::format(R"({{"merged_into":"{}"}})", at(made, "id"))), 200);
    it.undo(anna, made);
    CHECK(at(board.seen(marcus, "Sites start fast"), "merged_into").empty());

    auto link = expect(it.world.post(marcus, it.base + "/card-links", fmt::format(R"({{"cause":"{}","effect":"{}"}})", third, target)), 201);
    CHECK(field_code(it.world.post(marcus, it.base + "/card-links", fmt::format(R"({{"cause":"{}","effect":"{}"}})", third, target))) == "taken");
    CHECK(size_of(board.look(anna), "links") == 1);
    expect(it.remove(anna, "card-links/" + at(link, "id"), "1"), 200);
    CHECK(size_of(board.look(anna), "links") == 0);
  });
}

TEST_CASE("ratings are blind until they are closed: in answers, counts, the record and the news") {
  // Two worlds that differ only in how, and how often, Anna rated.
  auto look_as_marcus = [](const std::vector<std::string>& values) {
    Bare it;
    Board board(it);
    std::string one = board.card(anna, "One"), two = board.card(marcus, "Two");
    expect(board.rating(eva, "open"), 200);
    auto stream = it.world.get(marcus, it.base + "/events");
    auto channel = it.world.program->events().open(*stream.events, it.world.program->events().ticket());
    for (const auto& value : values) {
      if (value == "shared") {
        expect(it.world.post(anna, it.base + "/findings", R"({"text":"Seen by all"})"), 201);
        return everything(it, marcus, {board.workshop, one, it.objective});
      }
      CHECK(board.rate(anna, one, value).status == 204);
      CHECK(board.rate(anna, two, value).status == 204);
    }
    it.world.program->signer().sign_now();
    auto seen = everything(it, marcus, {board.workshop, one, it.objective});
    seen += everything(it, eva, {board.workshop, one, it.objective});
    seen += everything(it, luc, {board.workshop, one, it.objective});
    bool open = true;
    for (const auto& text : channel->take(open)) seen += *text;
    if (!values.empty() && values.back() != "null") CHECK(at(board.seen(anna, "One"), "my_rating") == values.back());
    return seen;
  };
  auto none = look_as_marcus({});
  CHECK(none.size() > 100'000);
  for (const auto& values : {std::vector<std::string>{"5"}, {"2", "3", "1"}, {"2", "null"}}) {
    auto other = look_as_marcus(values);
    auto differ = std::mismatch(none.begin(), none.end(), other.begin(), other.end());
    std::string there(differ.first, differ.first + std::min<std::ptrdiff_t>(200, none.end() - differ.first));
    CHECK_MESSAGE(none == other, there);
  }
  // The same question notices what is shared.
  CHECK(none != look_as_marcus({"shared"}));
}

TEST_CASE("a rating is by party; what stays open becomes a matter, and what is agreed later is settled") {
  for_each_bare([](Talk& it) {
    Board board(it);
    std::string one = board.card(anna, "Wanted by both"), two = board.card(marcus, "We differ"), three = board.card(anna, "Unheard");
    CHECK(board.rate(anna, one, "5").status == 409);
    CHECK(board.rating(luc, "open").status == 404);
    expect(board.rating(eva, "open"), 200);
    CHECK(code_of(board.rating(eva, "open")) == "rating_open");

    CHECK(field_code(board.rate(anna, one, "6")) == "out_of_range");
    CHECK(field_code(board.rate(anna, one, "0")) == "out_of_range");
    CHECK(field_code(board.rate(anna, it.objective, "3")) == "unknown");
    CHECK(board.rate(eva, one, "5").status == 404);  // a neutral party has no vote
    CHECK(board.rate(luc, one, "5").status == 404);  // does not take part
    for (auto [who, a, b] : {std::tuple{anna, "5", "5"}, std::tuple{marcus, "4", "2"}}) {
      CHECK(board.rate(who, one, a).status == 204);
      CHECK(board.rate(who, two, b).status == 204);
    }
    CHECK(board.rate(anna, three, "3").status == 204);

    CHECK(board.rating(luc, "close").status == 404);
    auto closed = expect(board.rating(eva, "close"), 200);
    CHECK(at(closed, "undoable") == "false");
    CHECK(code_of(it.world.post(eva, "/api/v1/acts/" + at(closed, "act.id") + "/undo", "{}")) == "not_undoable");
    auto view = board.look(marcus);
    CHECK(at(view, "consent") == "50");  // 75 and 25
    auto wanted = board.seen(marcus, "Wanted by both");
    CHECK(at(wanted, "rounds.0.consent.standing") == "wanted");
    CHECK(at(wanted, "rounds.0.parties.0.mean") == "5");
    CHECK(at(wanted, "rounds.0.parties.1.mean") == "4");
    CHECK(at(wanted, "rounds.0.parties.1.raters") == "1");
    CHECK(at(board.seen(anna, "We differ"), "rounds.0.consent.standing") == "apart");
    for (const char* who : {anna, marcus, eva}) CHECK(size_of(board.seen(who, "Unheard"), "rounds") == 0);  // Marcus would rate it knowing what Anna said
    REQUIRE(size_of(view, "matters") == 2);
    CHECK(at(view, "matters.0.title") == "Unheard");
    CHECK(at(view, "matters.0.note") == "Not every partner has rated it.");
    CHECK(at(view, "matters.1.title") == "We differ");
    CHECK(at(view, "voters.0.few") == "true");
    // Who said what is gone from the database.
    auto left = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM card_rating");
    });
    CHECK(left == 0);

    // A second round: nobody's earlier rating is carried over, a new wording is marked.
    expect(board.change(marcus, "We differ", R"({"title":"We agree"})"), 200);
    CHECK(at(board.seen(marcus, "We agree"), "rounds.0.reworded") == "true");
    expect(board.rating(anna, "open"), 200);
    for (const char* who : {anna, marcus}) {
      CHECK(at(board.seen(who, "We agree"), "my_rating").empty());
      CHECK(board.rate(who, two, "4").status == 204);
    }
    expect(board.rating(anna, "close"), 200);
    view = board.look(anna);
    CHECK(at(view, "matters.1.state") == "settled");
    CHECK(at(view, "matters.1.outcome") == "Wanted by all in rating 2.");
    auto matter = expect(it.world.patch(eva, "/api/v1/open-matters/" + at(view, "matters.0.id"), at(view, "matters.0.version"), R"({"state":"settled","outcome":"Dropped"})"), 200);
    CHECK(field_code(it.world.patch(eva, "/api/v1/open-matters/" + at(view, "matters.0.id"), at(matter, "version"), R"({"outcome":""})")) == "empty");
  });
}

TEST_CASE("the ratings of one side alone are thrown away when the round is closed") {
  for_each_bare([](Talk& it) {
    Board board(it);
    std::string one = board.card(anna, "One");
    expect(board.rating(eva, "open"), 200);
    CHECK(board.rate(anna, one, "5").status == 204);
    // Marcus leads too: were it shown, he would rate the next round knowing what Anna wants.
    expect(board.rating(marcus, "close"), 200);
    for (const char* who : {anna, marcus, eva}) {
      CHECK(size_of(board.seen(who, "One"), "rounds") == 0);
      CHECK(size_of(board.look(who), "matters") == 0);
    }
    expect(board.rating(anna, "open"), 200);
    CHECK(at(board.seen(anna, "One"), "my_rating").empty());
    CHECK(board.rate(anna, one, "5").status == 204);
    CHECK(board.rate(marcus, one, "2").status == 204);
    expect(board.rating(marcus, "close"), 200);
    CHECK(size_of(board.seen(marcus, "One"), "rounds") == 1);
    CHECK(at(board.seen(marcus, "One"), "rounds.0.parties.0.mean") == "5");
    // The same card by card: what one side alone rates again stands as both said it.
    std::string two = board.card(marcus, "Two");
    expect(board.rating(anna, "open"), 200);
    CHECK(board.rate(anna, one, "1").status == 204);
    for (const char* who : {anna, marcus}) CHECK(board.rate(who, two, "4").status == 204);
    expect(board.rating(marcus, "close"), 200);
    CHECK(size_of(board.seen(marcus, "Two"), "rounds") == 1);
    CHECK(size_of(board.seen(marcus, "One"), "rounds") == 1);
    CHECK(at(board.seen(marcus, "One"), "rounds.0.parties.0.mean") == "5");
    CHECK(size_of(board.look(marcus), "matters") == 1);
  });
}

TEST_CASE("a rating that is taken counts, even while another closes the round") {
  for_each_bare([](Talk& it) {
    Board board(it);
    std::string one = board.card(anna, "One");
    for (int round = 1; round <= 20; ++round) {
      expect(board.rating(eva, "open"), 200);
      CHECK(board.rate(marcus, one, "4").status == 204);
      std::string version = at(board.look(eva), "version");
      std::barrier start(2);
      int rated = 0, closed = 0;
      std::thread rater([&] {
        start.arrive_and_wait();
        do rated = board.rate(anna, one, "5").status;
        while (rated == 503);  // a machine that is too busy has done nothing
      });
      std::thread closer([&] {
        start.arrive_and_wait();
        std::this_thread::sleep_for(std::chrono::milliseconds(round % 5));
        do closed = it.world.ask(eva, http::Method::post, "/api/v1/workshops/" + board.workshop + "/rating/close", "", version).status;
        while (closed == 503);
      });
      rater.join();
      closer.join();
      CHECK(closed == 200);
      CHECK((rated == 204 || rated == 409));
      auto seen = board.seen(anna, "One");
      bool counted = size_of(seen, "rounds") > 0 && at(seen, "rounds.0.round") == std::to_string(round);
      CHECK(counted == (rated == 204));
      CHECK(it.world.program->door().read(db::Sight::of_system("test"), [](db::Transaction& transaction) {
        return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM card_rating");
      }) == 0);
    }
  });
}

TEST_CASE("while a rating is open nothing enters or leaves it, by undo neither") {
  for_each_bare([](Talk& it) {
    Board board(it);
    auto made = expect(board.try_card(anna, "One"), 201);
    std::string one = at(made, "id"), two = board.card(marcus, "Two");
    auto gone = board.card(anna, "Gone");
    auto removed = expect(it.remove(anna, "cards/" + gone, "1"), 200);
    auto link = expect(it.world.post(marcus, it.base + "/card-links", fmt::format(R"({{"cause":"{}","effect":"{}"}})", one, two)), 201);
    auto named = expect(it.world.patch(eva, "/api/v1/workshops/" + board.workshop, "1", R"({"purpose":"To find out"})"), 200);
    expect(board.rating(eva, "open"), 200);
    auto stands_still = [&](const http::Response& response) {
      INFO(std::string(response.body_view()));
      CHECK(response.status == 409);
      CHECK(code_of(response) == "rating_open");
    };
    stands_still(board.try_card(anna, "Late"));
    stands_still(board.change(anna, "One", R"({"title":"Other"})"));
    stands_still(board.change(anna, "One", fmt::format(R"({{"merged_into":"{}"}})", two)));
    stands_still(board.change(anna, "One", fmt::format(R"({{"theme":"{}"}})", board.theme)));
    stands_still(it.remove(anna, "cards/" + one, "1"));
    stands_still(it.remove(anna, "card-links/" + at(link, "id"), "1"));
    stands_still(it.world.patch(eva, "/api/v1/workshops/" + board.workshop, at(board.look(eva), "version"), R"({"participants":[]})"));
    stands_still(it.remove(eva, "workshops/" + board.workshop, at(board.look(eva), "version")));
    stands_still(it.world.ask(anna, http::Method::post, "/api/v1/cards/" + one + "/objective",
                              fmt::format(R"({{"theme":"{}","perspective":"{}"}})", board.theme, board.perspective), "1"));
    for (const auto* act : {&made, &removed, &link}) stands_still(it.world.post(anna, "/api/v1/acts/" + at(*act, "act.id") + "/undo", "{}"));
    CHECK(it.world.post(eva, "/api/v1/acts/" + at(named, "act.id") + "/undo", "{}").status == 409);
    CHECK(size_of(board.look(anna), "cards") == 2);
    // After the closing they go on.
    expect(board.rating(eva, "close"), 200);
    it.undo(anna, removed);
    CHECK(size_of(board.look(anna), "cards") == 3);
    // A workshop's rating is not reopened by taking back an earlier change.
    CHECK(it.world.post(eva, "/api/v1/acts/" + at(named, "act.id") + "/undo", "{}").status == 409);
  });
}

TEST_CASE("a rating needs people of two partners and a card") {
  Bare it;
  Board board(it);
  CHECK(code_of(board.rating(eva, "open")) == "no_cards");
  board.card(anna, "One");
  expect(it.world.patch(eva, "/api/v1/workshops/" + board.workshop, "1", fmt::format(R"({{"participants":["{}","{}"]}})", it.id_of(anna), it.id_of(eva))), 200);
  CHECK(code_of(board.rating(eva, "open")) == "no_voters");
  CHECK(field_code(it.world.patch(eva, "/api/v1/workshops/" + board.workshop, "2", R"({"participants":["00000000000000000000"]})")) == "not_a_member");
  // A new workshop has no participants but those that are named.
  auto made = expect(it.world.post(anna, it.base + "/workshops", R"({"title":"Second day"})"), 201);
  CHECK(size_of(expect(it.world.get(anna, "/api/v1/workshops/" + at(made, "id")), 200), "participants") == 0);
  CHECK(field_code(it.world.post(anna, it.base + "/workshops", R"({"title":"X","held_on":"1800-05-05"})")) == "bad_year");
}

TEST_CASE("a card goes into the draft, and the objective tells where it comes from") {
  for_each_bare([](Talk& it) {
    Board board(it);
    auto finding = at(expect(it.world.post(eva, it.base + "/findings", R"({"kind":"value","text":"Both win by starting sites sooner"})"), 201), "id");
    std::string one = board.card(anna, "Start sites sooner", fmt::format(R"(,"findings":["{}"],"description":"In weeks, not months")", finding));
    board.card(marcus, "Sites start fast");
    std::string other = board.card(marcus, "Patients sooner");
    expect(board.change(anna, "Sites start fast", fmt::format(R"({{"merged_into":"{}"}})", one)), 200);
    expect(it.world.post(marcus, it.base + "/card-links", fmt::format(R"({{"cause":"{}","effect":"{}"}})", one, other)), 201);
    expect(board.rating(eva, "open"), 200);
    CHECK(board.rate(anna, one, "5").status == 204);
    CHECK(board.rate(marcus, one, "4").status == 204);
    expect(board.rating(eva, "close"), 200);

    auto accept = [&](const std::string& who, const std::string& title) {
      auto card = board.seen(anna, title);
      return it.world.ask(who, http::Method::post, "/api/v1/cards/" + at(card, "id") + "/objective",
                          fmt::format(R"({{"theme":"{}","perspective":"{}"}})", board.theme, board.perspective), at(card, "version"));
    };
    CHECK(accept(eva, "Start sites sooner").status == 404);
    CHECK(code_of(accept(anna, "Sites start fast")) == "merged");
    auto accepted = expect(accept(anna, "Start sites sooner"), 200);
    std::string objective = at(accepted, "objective");
    CHECK(code_of(accept(anna, "Start sites sooner")) == "in_draft");
    CHECK(at(expect(it.world.get(marcus, "/api/v1/objectives/" + objective), 200), "title") == "Start sites sooner");

    auto trail = expect(it.world.get(marcus, "/api/v1/objectives/" + objective + "/trail"), 200);
    CHECK(at(trail, "workshop_title") == "First day");
    REQUIRE(size_of(trail, "cards") == 2);
    CHECK(at(trail, "cards.0.findings.0.text") == "Both win by starting sites sooner");
    CHECK(at(trail, "cards.0.rounds.0.consent.standing") == "wanted");
    CHECK(at(trail, "cards.0.party_name") == "Aldermere Pharma");
    CHECK(at(trail, "cards.1.merged") == "true");
    CHECK(size_of(expect(it.world.get(marcus, "/api/v1/objectives/" + it.objective + "/trail"), 200), "cards") == 0);
    CHECK(it.world.get(it.employee, "/api/v1/objectives/" + objective + "/trail").status == 404);

    // Its trail is kept: neither the card nor the workshop goes while the objective stands.
    CHECK(code_of(it.remove(anna, "cards/" + one, at(board.seen(anna, "Start sites sooner"), "version"))) == "in_draft");
    CHECK(code_of(it.remove(eva, "workshops/" + board.workshop, at(board.look(eva), "version"))) == "in_draft");
    // Links between cards in the draft become arrows of the map.
    auto second = at(expect(accept(anna, "Patients sooner"), 200), "objective");
    auto map = std::string(it.world.get(anna, it.base + "/map?basis=draft").body_view());
    CHECK(map.find(fmt::format(R"("from":"{}","to":"{}")", objective, second)) != std::string::npos);

    // Taken back: the objective goes, the card is free again. Once it was changed it does not.
    it.undo(anna, accepted);
    CHECK(it.world.get(anna, "/api/v1/objectives/" + objective).status == 404);
    CHECK(at(board.seen(anna, "Start sites sooner"), "objective").empty());
    auto again = expect(accept(anna, "Start sites sooner"), 200);
    expect(it.world.patch(anna, "/api/v1/objectives/" + at(again, "objective"), "1", R"({"title":"Said anew"})"), 200);
    CHECK(code_of(it.world.post(anna, "/api/v1/acts/" + at(again, "act.id") + "/undo", "{}")) == "changed_since");
  });
}

TEST_CASE("out of the draft goes a card as into it: by who edits its theme, and to no objective that is gone or another's") {
  for_each_bare([](Talk& it) {
    Board board(it);
    const std::string sofie = "sofie.maes@aldermere.example";  // leads one theme, and does not take part
    auto led = it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return *transaction.one<std::string>("SELECT member.themes FROM member JOIN person ON person.id = member.person WHERE person.email = $1", sofie);
    });
    board.card(marcus, "Led by Sofie");
    auto into_draft = [&](const std::string& who, const std::string& title, const std::string& body) {
      auto card = board.seen(who, title);
      return it.world.ask(who, http::Method::post, "/api/v1/cards/" + at(card, "id") + "/objective", body, at(card, "version"));
    };
    auto undo = [&](const std::string& who, const json::Value& changed) { return it.world.post(who, "/api/v1/acts/" + at(changed, "act.id") + "/undo", "{}"); };
    auto made = expect(into_draft(sofie, "Led by Sofie", fmt::format(R"({{"theme":"{}","perspective":"{}"}})", led, board.perspective)), 200);
    auto back = expect(undo(sofie, made), 200);
    CHECK(at(board.seen(sofie, "Led by Sofie"), "objective").empty());
    CHECK(it.world.get(sofie, "/api/v1/objectives/" + at(made, "objective")).status == 404);
    CHECK(code_of(undo(sofie, back)) == "objective_removed");

    // Tied to an objective that was there: who leads the workshop and edits no draft does not untie it.
    const std::string tie = fmt::format(R"({{"objective":"{}"}})", it.objective);
    auto tied = expect(into_draft(anna, "Led by Sofie", tie), 200);
    CHECK(undo(eva, tied).status == 404);
    auto untied = expect(undo(anna, tied), 200);
    CHECK(undo(eva, untied).status == 404);
    board.card(marcus, "Another");
    expect(into_draft(anna, "Another", tie), 200);
    CHECK(code_of(undo(anna, untied)) == "taken");
    CHECK(at(board.seen(anna, "Led by Sofie"), "objective").empty());
    CHECK(it.world.get(anna, "/api/v1/objectives/" + it.objective).status == 200);
  });
}

TEST_CASE("a workshop has so many cards at most, and a removed one makes room") {
  Bare it;
  Board board(it);
  auto write = [&](auto&& work) { return it.world.program->door().write(db::Sight::of_system("test"), work); };
  std::string first = board.card(anna, "First");
  write([&](db::Transaction& transaction) {
    for (int i = 1; i < 400; ++i)
      transaction.run("INSERT INTO card (id, alliance, space, version, workshop, title, description, party, author, findings, theme, perspective, position, tied) "
                      "SELECT $1, alliance, space, version, workshop, title, description, party, author, findings, theme, perspective, $2, tied FROM card WHERE id = $3",
                      fmt::format("{:020}", i), std::int64_t{i}, first);
  });
  CHECK(code_of(board.try_card(anna, "One too many")) == "too_many_cards");
  auto removed = expect(it.remove(anna, "cards/" + first, "1"), 200);
  std::string last = board.card(anna, "Last");
  CHECK(write([&](db::Transaction& transaction) { return *transaction.one<std::int64_t>("SELECT position FROM card WHERE id = $1", last); }) == 400);
  CHECK(code_of(it.world.post(anna, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}")) == "too_many_cards");
}

TEST_CASE("a card that comes back while that into which it was merged is gone stands for itself") {
  for_each_bare([](Talk& it) {
    Board board(it);
    std::string target = board.card(anna, "Target"), merged = board.card(marcus, "Merged");
    expect(board.change(marcus, "Merged", fmt::format(R"({{"merged_into":"{}"}})", target)), 200);
    auto first = expect(it.remove(marcus, "cards/" + merged, at(board.seen(marcus, "Merged"), "version")), 200);
    auto second = expect(it.remove(anna, "cards/" + target, at(board.seen(anna, "Target"), "version")), 200);
    auto counted = [&] { return at(expect(it.world.get(anna, it.base + "/workshops"), 200), "items.0.cards"); };
    CHECK(counted() == "0");
    it.undo(marcus, first);
    CHECK(at(board.seen(marcus, "Merged"), "merged_into").empty());
    CHECK(counted() == "1");
    expect(board.rating(eva, "open"), 200);
    auto waiting = expect(it.world.get(marcus, "/api/v1/inbox?kind=rating"), 200);
    CHECK(at(waiting, "waiting.0.title") == "1 card waits for your rating");
    expect(board.rating(eva, "close"), 200);
    // And so it stays when the other comes back, too.
    it.undo(anna, second);
    CHECK(at(board.seen(marcus, "Merged"), "merged_into").empty());
    CHECK(counted() == "2");
  });
}

TEST_CASE("the title of a card is as long as that of an objective, and an older, longer one does not stand in the way") {
  Bare it;
  Board board(it);
  CHECK(field_code(board.try_card(anna, std::string(121, 'x'))) == "too_long");
  std::string card = board.card(anna, std::string(120, 'x')), older = std::string(160, 'y');
  it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
    transaction.run("UPDATE card SET title = $2 WHERE id = $1", card, older);
  });
  auto sorted = expect(board.change(marcus, older, fmt::format(R"({{"theme":"{}"}})", board.theme)), 200);
  auto refused = it.world.ask(anna, http::Method::post, "/api/v1/cards/" + card + "/objective",
                              fmt::format(R"({{"theme":"{}","perspective":"{}"}})", board.theme, board.perspective), at(sorted, "version"));
  CHECK(field_code(refused) == "too_long");
  CHECK(at(body_of(refused), "fields.0.path") == "title");
  CHECK(field_code(board.change(anna, older, fmt::format(R"({{"title":"{}"}})", std::string(121, 'z')))) == "too_long");
}
