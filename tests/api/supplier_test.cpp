// Whose value it is: what one party supplies comes from there, and what one party withholds nobody else replaces.
#include <doctest/doctest.h>

#include "alliance/store.hpp"
#include "scorecard/store.hpp"
#include "support/signing.hpp"

using namespace entente;
using test::Talk;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;

namespace {

/// A shared monthly measure that Halden supplies, unless told otherwise.
struct Supplied {
  Talk& it;
  std::string halden, measure, code;

  explicit Supplied(Talk& in, const std::string& more = "") : it(in) {
    halden = it.world.program->door().read([&](db::Transaction& transaction) {
      return *transaction.one<std::string>("SELECT id FROM party WHERE alliance = $1 AND name = 'Halden Clinical'", it.alliance);
    });
    measure = make(more.empty() ? fmt::format(R"(,"supplier":"{}","owner":null)", halden) : more);
    code = at(look(anna), "code");
  }
  std::string make(const std::string& more) {
    return at(expect(it.world.post(anna, it.base + "/measures",
                                   fmt::format(R"({{"objective":"{}","name":"Patients","frequency":"month","scoring":{{"type":"higher","red":500,"green":700}},)"
                                               R"("effective_from":"2006-01-01"{}}})",
                                               it.objective, more)),
                         201),
              "id");
  }
  http::Response give(const std::string& who, const std::string& rest, std::string id = "") {
    return it.world.post(who, it.base + "/observations",
                         fmt::format(R"([{{"measure":"{}","period":"2010-01",{}}}])", id.empty() ? measure : id, rest));
  }
  http::Response undo(const std::string& who, const json::Value& entered) {
    return it.world.post(who, "/api/v1/acts/" + at(entered, "acts.0.id") + "/undo", "{}");
  }
  http::Response csv(const std::string& who, const std::string& lines, const std::string& query = "") {
    return it.world.ask(who, http::Method::post, it.base + "/imports/observations" + query, "measure,period,value,state\n" + lines, "", "text/csv");
  }
  json::Value look(const std::string& who, const std::string& more = "") {
    return expect(it.world.get(who, "/api/v1/measures/" + measure + "?period=2010-01" + more), 200);
  }
  std::string value(const std::string& who, const std::string& more = "") {
    auto view = look(who, more);
    for (const auto& cell : *view.find("cells")->array())
      if (at(cell, "period") == "2010-01") return at(cell, "value");
    return "";
  }
};

}  // namespace

TEST_CASE("what one party supplies is entered by its people, by the measure's owner and by the operator") {
  test::for_each_talk([](Talk& it) {
    Supplied one(it);
    CHECK(at(one.look(anna), "may_enter") == "false");
    CHECK(at(one.look(marcus), "may_enter") == "true");
    auto refused = one.give(anna, R"("value":600)");
    CHECK(field_code(refused) == "other_supplier");
    CHECK(at(body_of(refused), "fields.0.path") == "[0].measure");
    CHECK(at(body_of(refused), "fields.0.message") ==
          one.code + " is supplied by Halden Clinical: its values come from there. Accept or dispute them.");
    auto given = expect(one.give(marcus, R"("value":600)"), 200);
    CHECK(field_code(one.give(anna, R"("value":610,"reason":"Counted again")")) == "other_supplier");
    CHECK(field_code(one.give(anna, R"("state":"missing","reason":"Not so")")) == "other_supplier");
    CHECK(at(expect(one.give(anna, R"("value":600)"), 200), "results.0.outcome") == "unchanged");
    // A target series is no value of anybody.
    expect(one.give(anna, R"("series":"target","value":700)"), 200);

    CHECK(one.undo(anna, given).status == 409);
    CHECK(code_of(one.undo(anna, given)) == "not_yours");
    CHECK(one.value(anna) == "600");
    expect(one.undo(marcus, given), 200);
    CHECK(one.value(anna).empty());

    const std::string owned = one.make(fmt::format(R"(,"supplier":"{}","owner":"{}")", one.halden, it.id_of(anna)));
    expect(one.give(anna, R"("value":600)", owned), 200);
    const std::string own = one.make(fmt::format(R"(,"supplier":"{}","private":true)", one.halden));
    expect(one.give(anna, R"("value":600)", own), 200);

    auto& program = *it.world.program;
    auto local = program.viewers().local_operator();
    scorecard::ObservationInput row;
    row.measure = one.measure;
    row.period = "2009-12";
    row.value = json::Value(std::string("640"));
    program.door().write(*local, [&](db::Transaction& transaction) {
      return scorecard::enter(program.door(), transaction, *local, *AllianceId::parse(it.alliance), std::span(&row, 1), "test").rows.size();
    });
  });
}

TEST_CASE("a file says the same of whose value it is, and what it does not change comes in again") {
  test::for_each_talk([](Talk& it) {
    Supplied one(it);
    expect(one.give(marcus, R"("value":600,"flags":["provisional"])"), 200);
    const std::string same = one.code + ",2010-01,600,\n", other = one.code + ",2010-01,610,\n";
    CHECK(at(expect(one.csv(anna, same), 200), "skipped") == "1");
    CHECK(at(expect(one.csv(anna, same, "?commit=true"), 200), "skipped") == "1");
    auto preview = expect(one.csv(anna, other), 200);
    CHECK(at(preview, "wrong_lines") == "1");
    CHECK(at(preview, "wrong.0.column") == "measure");
    CHECK(at(preview, "wrong.0.message").find("supplied by Halden Clinical") != std::string::npos);
    CHECK(field_code(one.csv(anna, other, "?commit=true")) == "other_supplier");
    CHECK(at(expect(one.csv(marcus, other, "?commit=true"), 200), "changed") == "1");
    CHECK(one.value(anna) == "610");
  });
}

TEST_CASE("a party that has not joined yet supplies nothing, so that anybody may who may") {
  Talk it;
  auto& program = *it.world.program;
  auto viewer = program.viewers().of(*program.viewers().person_by_email(anna), access::Channel::api);
  auto party = program.door().write(*viewer, [&](db::Transaction& transaction) {
    return alliance::add_party(program.door(), transaction, *viewer, *AllianceId::parse(it.alliance), "Not yet here", alliance::PartyKind::partner).id;
  });
  Supplied one(it, fmt::format(R"(,"supplier":"{}")", party.text()));
  CHECK(at(one.look(anna), "may_enter") == "true");
  expect(one.give(anna, R"("value":600)"), 200);
}

TEST_CASE("a withheld value is replaced and taken back by nobody but the side that withholds it") {
  test::for_each_talk([](Talk& it) {
    Supplied one(it, R"(,"decimals":0)");  // nobody is named to supply it
    expect(one.give(anna, R"("value":640,"state":"withheld")"), 200);
    auto corrected = expect(one.give(anna, R"("value":650,"state":"withheld","reason":"Counted again")"), 200);
    for (const char* rest : {R"("value":500,"reason":"Ours")", R"("state":"missing","reason":"Gone")", R"("state":"na","reason":"None")"}) {
      CAPTURE(rest);
      CHECK(field_code(one.give(marcus, rest)) == "withheld_by_other");
    }
    CHECK(at(expect(one.csv(marcus, one.code + ",2010-01,500,\n"), 200), "wrong_lines") == "1");
    CHECK(at(expect(one.csv(marcus, one.code + ",2010-01,,withheld\n", "?commit=true"), 200), "skipped") == "1");
    CHECK(code_of(one.undo(marcus, corrected)) == "not_yours");
    CHECK(one.value(anna, "&side=ours") == "650");
    expect(one.undo(anna, corrected), 200);
    CHECK(one.value(anna, "&side=ours") == "640");
    CHECK(one.value(marcus).empty());
  });
}

TEST_CASE("a withheld value that is taken out and brought in again stays withheld") {
  test::for_each_talk([](Talk& it) {
    Supplied one(it, R"(,"decimals":0)");
    expect(one.give(anna, R"("value":640,"state":"withheld","share_light":false)"), 200);
    auto out = [&](const std::string& who, const std::string& file) { return std::string(it.world.get(who, it.base + "/export/" + file).body_view()); };
    const std::string csv = out(anna, "observations.csv?side=ours");
    CHECK(csv.find(one.code + ",2010-01,actual,640,withheld,") != std::string::npos);
    CHECK(out(marcus, "observations.csv").find(one.code + ",2010-01,actual,,withheld,") != std::string::npos);
    for (const auto& file : {csv, out(anna, "observations.xlsx?side=ours"), out(anna, "observations.csv")}) {
      auto bring = [&](const std::string& more) { return expect(it.world.ask(anna, http::Method::post, it.base + "/imports/observations" + more, file, "", "text/csv"), 200); };
      CHECK(at(bring(""), "changed") == "0");
      auto done = bring("?commit=true");
      CHECK(at(done, "changed") == "0");
      CHECK(at(done, "new_values") == "0");
      CHECK(one.value(marcus).empty());
      CHECK(one.value(anna, "&side=ours") == "640");
    }
    // Nor does a plain list of values tell it; a new one does, and the preview says so.
    CHECK(at(expect(one.csv(anna, one.code + ",2010-01,640,\n", "?commit=true"), 200), "skipped") == "1");
    CHECK(one.value(marcus).empty());
    CHECK(at(expect(one.csv(anna, one.code + ",2010-01,660,\n"), 200), "rows.0.message").find("The partner will see") != std::string::npos);
    // Corrected in the file it stays withheld, with its light.
    CHECK(at(expect(one.csv(anna, one.code + ",2010-01,650,withheld\n", "?commit=true"), 200), "changed") == "1");
    CHECK(one.value(anna, "&side=ours") == "650");
    auto theirs = one.look(marcus);
    for (const auto& cell : *theirs.find("cells")->array()) {
      if (at(cell, "period") != "2010-01") continue;
      CHECK(at(cell, "state") == "withheld");
      CHECK(at(cell, "value").empty());
      CHECK(at(cell, "light") == "grey");
    }
  });
}

TEST_CASE("who supplies and owns a measure is said by the version in force, until the next one is ratified") {
  test::for_each_signing([](test::Signing& it) {
    Supplied one(it);
    const std::string measure = "/api/v1/measures/" + one.measure;
    auto ratify = [&] {
      expect(it.world.post(anna, it.base + "/charters", R"({"note":"Who supplies what"})"), 201);
      auto newest = *expect(it.world.get(anna, it.base + "/charters"), 200).find("items")->array()->begin();
      for (const char* who : {anna, marcus})
        expect(it.world.post(who, "/api/v1/charters/" + at(newest, "id") + "/consent",
                             fmt::format(R"({{"verdict":"ratified","digest":"{}","reason":""}})", at(newest, "digest"))),
               200);
    };
    auto change = [&](const std::string& what) { expect(it.world.patch(anna, measure, at(one.look(anna, "&basis=draft"), "version"), what), 200); };
    ratify();
    CHECK(at(one.look(anna), "may_enter") == "false");

    // The draft takes the supplier away and gives the measure to Anna: nothing of that is agreed yet.
    change(fmt::format(R"({{"supplier":null,"owner":"{}"}})", it.id_of(anna)));
    CHECK(at(one.look(anna), "may_enter") == "false");
    CHECK(field_code(one.give(anna, R"("value":600)")) == "other_supplier");
    CHECK(at(expect(one.csv(anna, one.code + ",2010-01,600,\n"), 200), "wrong.0.column") == "measure");
    expect(one.give(marcus, R"("value":600)"), 200);

    ratify();
    CHECK(at(one.look(anna), "may_enter") == "true");
    expect(one.give(anna, R"("value":610,"reason":"Counted again")"), 200);

    // And the other way round: a draft that names a supplier takes nobody's right yet.
    change(fmt::format(R"({{"supplier":"{}","owner":null}})", one.halden));
    CHECK(at(one.look(anna), "may_enter") == "true");
    expect(one.give(anna, R"("value":620,"reason":"And again")"), 200);
  });
}
