// What one installation gave out another one takes in, as it was; and nothing that was changed on the way.
#include <doctest/doctest.h>

#include <sstream>
#include <thread>

#include "archive/zip_writer.hpp"
#include "possession/export.hpp"
#include "possession/kinds.hpp"
#include "possession/types.hpp"
#include "record/verify.hpp"
#include "support/exports.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::Talk;
using test::Unzipped;
using test::World;

namespace {

/// Another installation, which knows nobody yet.
struct Elsewhere {
  test::FreshDatabase fresh;
  std::unique_ptr<World> world;
  explicit Elsewhere(db::Kind kind, std::uint64_t seed = 99) : fresh(kind, test::Schema::none) {
    fresh.close();
    world = std::make_unique<World>(seed, fresh.location());
  }
  http::Response as_operator(http::Method method, const std::string& target, const std::string& body) {
    auto request = http::make_request(method, target, body);
    request.is_operator = true;
    return http::answer(world->program->router(), request, [](const http::Request&, std::string_view why) { World::last_defect() = why; });
  }
  /// Sends a file as a person; gives the job once it was looked through.
  json::Value send(const std::string& who, const std::string& zip) {
    auto begun = expect(world->ask(who, http::Method::post, "/api/v1/imports/alliance", zip, "", "application/zip"), 202);
    return test::finished(*world, who, "/api/v1/jobs/" + at(begun, "id"), "ready");
  }
  /// Brings it in as a person; gives the job at its end.
  json::Value bring_in(const std::string& who, const std::string& zip, const std::string& body = "{}") {
    auto job = send(who, zip);
    INFO(at(job, "problem"), " ", World::last_defect());
    REQUIRE(at(job, "state") == "ready");
    std::string address = "/api/v1/jobs/" + at(job, "id");
    expect(world->post(who, address + "/import", body), 202);
    return test::finished(*world, who, address);
  }
  /// Brings it in as the operator, by a file.
  json::Value bring_in_as_operator(const std::string& zip) {
    test::TemporaryDirectory folder;
    auto path = (folder.path() / "a.zip").string();
    std::ofstream(path, std::ios::binary) << zip;
    auto id = at(expect(as_operator(http::Method::post, "/api/v1/operator/imports", fmt::format(R"({{"path":"{}"}})", path)), 202), "id");
    std::string address = "/api/v1/jobs/" + id;
    auto wait = [&](const std::string& until) {
      while (true) {
        auto view = expect(as_operator(http::Method::get, address, ""), 200);
        if (at(view, "state") == until || at(view, "state") == "failed" || at(view, "state") == "done") return view;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
    };
    auto looked = wait("ready");
    INFO(at(looked, "problem"));
    REQUIRE(at(looked, "state") == "ready");
    expect(as_operator(http::Method::post, address + "/import", "{}"), 202);
    return wait("done");
  }
};

std::string zipped(const Unzipped& files) {
  std::string bytes;
  archive::ZipWriter zip([&](std::string_view part) { bytes += part; }, parse_instant("2010-02-01T09:00:00Z"));
  for (const auto& [name, text] : files) zip.add(name, text);
  zip.finish();
  return bytes;
}

/// The manifest as it has to be for these files; nobody has signed it.
void write_manifest_anew(Unzipped& files) {
  auto manifest = json::read<possession::Manifest>(files["manifest.json"]);
  for (auto& file : manifest.files) {
    file.bytes = static_cast<std::int64_t>(files[file.name].size());
    file.sha256 = auth::sha256_hex(files[file.name]);
  }
  files["manifest.json"] = json::text(manifest) + "\n";
}

/// Something of every kind, on both sides.
void fill(Talk& it) {
  it.said(anna, "objective:" + it.objective, "A word for " + it.mention(marcus));
  auto edited = it.said(anna, "measure:" + it.private_measure, "Ours alone");
  expect(it.world.patch(anna, "/api/v1/comments/" + edited, "1", R"({"text":"Ours alone, said anew"})"), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":4711.25}}])", it.private_measure)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":8,"state":"withheld"}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-10","value":1.10}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-10","value":1.20,"reason":"counted again"}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201);
  expect(it.world.post(anna, it.base + "/charters", R"({"note":"To be signed"})"), 201);
}

std::string reason(const json::Value& job) { return at(job, "problem_code") + ": " + at(job, "problem"); }
bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// The two partners of the sample.
struct Names {
  std::string hers, his;
  explicit Names(Talk& here) : hers(test::organisation_of(here.world, anna)), his(test::organisation_of(here.world, marcus)) {}
};

template <class F>
void on_each_database(F&& function) {
  for (db::Kind kind : test::database_kinds()) {
    INFO("on ", (kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"));
    test::FreshDatabase fresh(kind, test::Schema::none);
    fresh.close();
    Talk talk(fresh.location());
    fill(talk);
    function(talk, kind);
  }
}

/// Makes an account in the other installation, as the operator does.
void add(Elsewhere& there, const std::string& email, const std::string& organisation, const std::string& more = "") {
  expect(there.as_operator(http::Method::post, "/api/v1/operator/people",
                           fmt::format(R"({{"email":"{}","name":"Person","organisation":"{}","password":"quite long enough"{}}})", email, organisation, more)),
         201);
}

}  // namespace

TEST_CASE("brought in by the operator and taken away again, everything is what it was") {
  on_each_database([](Talk& here, db::Kind kind) {
    Names names(here);
    auto file = test::exported_file(here.world, anna, here.base + "/exports");
    auto before = test::unzipped(file);
    Elsewhere there(kind);
    auto job = there.bring_in_as_operator(file);
    INFO(reason(job), " ", World::last_defect());
    REQUIRE(at(job, "state") == "done");
    CHECK(at(job, "alliance") == here.alliance);
    // Nobody gets in by having been brought along: the account is made as any other, and takes up its place.
    CHECK(there.world->program->viewers().of(*there.world->program->viewers().person_by_email(anna), access::Channel::web) == nullptr);
    add(there, anna, names.hers, R"(,"title":"Alliance Manager")");
    auto after = test::exported(*there.world, anna, here.base + "/exports");
    for (const auto& kind_of : possession::kinds()) {
      std::string name = fmt::format("data/{}.jsonl", kind_of.table);
      CAPTURE(name);
      if (kind_of.table == "person" || kind_of.table == "foreign_record") continue;  // she has typed her own name; a record came along
      CHECK(after[name] == before[name]);
    }
    for (const auto& [name, text] : before)
      if (name.starts_with("charters/") || name.starts_with("freezes/") || name.ends_with(".csv")) {
        CAPTURE(name);
        CHECK(after[name] == text);
      }
    // The control: something there is to compare.
    CHECK(before["data/observation.jsonl"].size() > 10'000);
    CHECK(before["data/comment_text.jsonl"].size() > 50);
    // The old records are kept, and still verify with the old server's key.
    auto foreign = expect(there.world->get(anna, here.base + "/foreign-records"), 200);
    REQUIRE(test::size_of(foreign, "items") == 2);
    for (int i = 0; i < 2; ++i) {
      std::string id = at(foreign, fmt::format("items.{}.id", i));
      auto response = there.world->get(anna, here.base + "/foreign-records/" + id + "/file");
      REQUIRE(response.status == 200);
      std::istringstream in(test::whole_body(response));
      auto report = record::verify(in, {here.world.program->signer().keys(), {}, {at(foreign, fmt::format("items.{}.head", i))}});
      CHECK_MESSAGE(report.right(), report.text());
      CHECK(std::to_string(report.leaves) == at(foreign, fmt::format("items.{}.acts", i)));
      CHECK(after["record/from-elsewhere-" + id + ".jsonl"] == in.str());
    }
    // The new log begins with a leaf that names the export.
    auto acts = expect(there.world->get(anna, here.base + "/record?limit=200"), 200);
    auto last = acts.find("items")->array()->size() - 1;
    CHECK(says(at(acts, fmt::format("items.{}.sentence", last)), "brought in an export from entente.localhost"));
    CHECK(says(std::string(there.world->get(anna, here.base + "/record?limit=200").body_view()), auth::sha256_hex(before["manifest.json"])));
    // What is found, is found here too.
    CHECK(says(std::string(there.world->get(anna, "/api/v1/search?q=talked").body_view()), here.measure));
    CHECK(record::recompute_all(there.world->program->database(), {}) == 0);

    // A second move takes both records along.
    Elsewhere third(kind, 5);
    auto again = third.bring_in_as_operator(zipped(after));
    INFO(reason(again));
    REQUIRE(at(again, "state") == "done");
    add(third, anna, names.hers);
    CHECK(test::size_of(expect(third.world->get(anna, here.base + "/foreign-records"), 200), "items") == 4);
  });
}

TEST_CASE("a person brings in what the own organisation took; the others are to be invited, and stay names until then") {
  on_each_database([](Talk& here, db::Kind kind) {
    Names names(here);
    auto file = test::exported_file(here.world, anna, here.base + "/exports");
    Elsewhere there(kind);
    add(there, anna, names.hers);
    add(there, "luc.declercq@aldermere.example", names.hers);
    add(there, marcus, "Somebody Else");  // who is of Halden elsewhere has an account here by chance
    auto looked = there.send(anna, file);
    REQUIRE(at(looked, "state") == "ready");
    auto preview = expect(there.world->get(anna, "/api/v1/jobs/" + at(looked, "id") + "/preview"), 200);
    CHECK(at(preview, "organisation") == names.hers);
    CHECK(at(preview, "key") == here.world.program->signer().key().text());
    std::map<std::string, std::string> outcomes, people;
    for (const auto& one : *preview.find("parties")->array()) outcomes[at(one, "name")] = at(one, "outcome");
    for (const auto& one : *preview.find("people")->array()) people[at(one, "email")] = at(one, "outcome");
    CHECK(outcomes[names.hers] == "ours");
    CHECK(outcomes[names.his] == "to_be_invited");
    CHECK(people[anna] == "known");
    CHECK(people["luc.declercq@aldermere.example"] == "known");
    CHECK(people[marcus] == "name");  // nothing is told of accounts of other organisations
    CHECK(test::size_of(preview, "records") == 2);
    // Nothing was written yet; nobody else sees the job.
    CHECK(there.world->get(anna, here.base).status == 404);
    CHECK(there.world->get(marcus, "/api/v1/jobs/" + at(looked, "id") + "/preview").status == 404);
    CHECK(there.world->post(marcus, "/api/v1/jobs/" + at(looked, "id") + "/import", "{}").status == 404);
    expect(there.world->post(anna, "/api/v1/jobs/" + at(looked, "id") + "/import", "{}"), 202);
    auto job = test::finished(*there.world, anna, "/api/v1/jobs/" + at(looked, "id"));
    INFO(reason(job), " ", World::last_defect());
    REQUIRE(at(job, "state") == "done");
    CHECK(at(expect(there.world->get(anna, here.base), 200), "slug") == at(job, "slug"));
    CHECK(there.world->get(marcus, here.base).status == 404);
    // Her own private matters are hers; what was said is said by whom it was.
    CHECK(says(std::string(there.world->get(anna, here.base + "/scorecard?side=ours").body_view()), here.private_measure));
    auto said = std::string(there.world->get(anna, here.base + "/comments?about=objective:" + here.objective).body_view());
    CHECK(says(said, "A word for"));
    CHECK(says(said, at(expect(there.world->get(anna, "/api/v1/me"), 200), "person.name")));
    CHECK(there.world->get(anna, here.base + "/map").status == 200);
    CHECK(there.world->get(anna, here.base + "/charters").status == 200);
    CHECK(expect(there.world->get(anna, here.base + "/freezes"), 200).find("items")->array()->size() == 1);
    auto map_here = expect(here.world.get(anna, here.base + "/map"), 200), map_there = expect(there.world->get(anna, here.base + "/map"), 200);
    for (int i = 0; i < 25; ++i) {
      CHECK(at(map_there, fmt::format("cards.{}.title", i)) == at(map_here, fmt::format("cards.{}.title", i)));
      CHECK(at(map_there, fmt::format("cards.{}.light", i)) == at(map_here, fmt::format("cards.{}.light", i)));
    }
    // Halden takes up its place, sees what is shared, and nothing of Aldermere's own.
    auto parties = expect(there.world->get(anna, here.base + "/people"), 200);
    std::string place;
    for (const auto& one : *parties.find("parties")->array())
      if (at(one, "name") == names.his) place = at(one, "id");
    there.world->sign_in(anna);
    auto invited = expect(there.world->post(anna, here.base + "/invitations", fmt::format(R"({{"kind":"partner","email":"new@halden.example","party":"{}"}})", place)), 201);
    auto link = at(invited, "link");
    auto taken = there.world->post("", "/api/v1/invitations/" + link.substr(link.rfind('/') + 1) + "/accept",
                                   fmt::format(R"({{"name":"New Manager","organisation_name":"{}","password":"quite long enough"}})", names.his));
    INFO(std::string(taken.body_view()));
    CHECK(taken.status < 300);
    auto theirs = std::string(there.world->get("new@halden.example", here.base + "/scorecard").body_view());
    CHECK(says(theirs, here.measure));
    CHECK_FALSE(says(theirs, here.private_measure));
    CHECK(test::size_of(expect(there.world->get("new@halden.example", here.base + "/foreign-records"), 200), "items") == 1);
  });
}

TEST_CASE("who is no administrator brings colleagues in as names, and nobody is told of accounts elsewhere") {
  on_each_database([](Talk& here, db::Kind kind) {
    Names names(here);
    auto file = test::exported_file(here.world, anna, here.base + "/exports");
    const std::string luc = "luc.declercq@aldermere.example", nadia = "nadia.benali@aldermere.example";
    Elsewhere there(kind);
    add(there, anna, names.hers);
    add(there, luc, names.hers);
    auto outcomes = [&](const std::string& who) {
      std::map<std::string, std::string> out;
      auto job = there.send(who, file);
      REQUIRE(at(job, "state") == "ready");
      auto preview = expect(there.world->get(who, "/api/v1/jobs/" + at(job, "id") + "/preview"), 200);
      for (const auto& one : *preview.find("people")->array()) out[at(one, "email")] = at(one, "outcome");
      return out;
    };
    auto hers = outcomes(anna), his = outcomes(luc);
    CHECK(hers[nadia] == "invited");
    CHECK(his[nadia] == "name");
    CHECK(his[anna] == "known");
    add(there, nadia, "Somewhere Else");
    CHECK(outcomes(anna) == hers);
    CHECK(outcomes(luc) == his);
    // Nobody gets a place in the organisation by him, and no address is taken.
    auto job = there.bring_in(luc, file);
    INFO(reason(job), " ", World::last_defect());
    REQUIRE(at(job, "state") == "done");
    auto places = there.world->program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM person WHERE state = 'invited' AND folded_email NOT LIKE '%@imported.invalid'");
    });
    CHECK(places == 0);
  });
}

TEST_CASE("an operator's export can be brought in by a person who says which party it is") {
  Talk here;
  Names names(here);
  fill(here);
  test::TemporaryDirectory folder;
  auto path = (folder.path() / "operator.zip").string();
  auto request = http::make_request(http::Method::post, "/api/v1/operator/exports", fmt::format(R"({{"path":"{}","alliance":"{}"}})", path, here.alliance));
  request.is_operator = true;
  auto id = at(expect(http::answer(here.world.program->router(), request), 202), "id");
  while (true) {
    auto look = http::make_request(http::Method::get, "/api/v1/jobs/" + id);
    look.is_operator = true;
    auto view = expect(http::answer(here.world.program->router(), look), 200);
    REQUIRE(at(view, "state") != "failed");
    if (at(view, "state") == "done") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::ifstream in(path, std::ios::binary);
  std::string file{std::istreambuf_iterator<char>(in), {}};
  auto files = test::unzipped(file);
  for (const auto& [name, text] : files) CHECK_FALSE(says(text, "4711.25"));  // the operator sees what is shared
  Elsewhere there(db::Kind::sqlite);
  test::add_person(*there.world, test::ada, "North Works");
  auto looked = there.send(test::ada, file);
  REQUIRE(at(looked, "state") == "ready");
  std::string job = "/api/v1/jobs/" + at(looked, "id");
  auto preview = expect(there.world->get(test::ada, job + "/preview"), 200);
  CHECK(at(preview, "needs_party") == "true");
  std::string halden;
  for (const auto& one : *preview.find("parties")->array())
    if (at(one, "name") == names.his) halden = at(one, "id");
  CHECK(at(expect(there.world->get(test::ada, job + "/preview?party=" + halden), 200), "needs_party") == "false");
  CHECK(field_code(there.world->get(test::ada, job + "/preview?party=" + std::string(20, '0'))) == "unknown");
  expect(there.world->post(test::ada, job + "/import", fmt::format(R"({{"party":"{}"}})", halden)), 202);
  auto done = test::finished(*there.world, test::ada, job);
  INFO(reason(done));
  CHECK(at(done, "state") == "done");
  CHECK(there.world->get(test::ada, here.base + "/scorecard").status == 200);
}

TEST_CASE("what was changed on the way is refused, and the file that was changed is named") {
  Talk here;
  Names names(here);
  fill(here);
  const auto files = test::exported(here.world, anna, here.base + "/exports");
  Elsewhere there(db::Kind::sqlite);
  add(there, anna, names.hers);
  auto refusal = [&](const Unzipped& changed) {
    auto job = there.send(anna, zipped(changed));
    return at(job, "state") == "failed" ? reason(job) : at(job, "state");
  };
  CHECK(refusal(files) == "ready");  // the control
  int changes = 0;
  for (const auto& [name, text] : files) {
    if (text.empty() || name == "manifest.json" || name == "manifest.note") continue;
    CAPTURE(name);
    auto changed = files;
    changed[name][text.size() / 2] = static_cast<char>(changed[name][text.size() / 2] ^ 1);
    auto told = refusal(changed);
    CHECK(says(told, "tampered"));
    CHECK(says(told, name));
    ++changes;
  }
  CHECK(changes > 25);
  auto without = files;
  without.erase("data/comment.jsonl");
  CHECK(says(refusal(without), "“data/comment.jsonl” is missing"));
  auto with = files;
  with["data/more.jsonl"] = "{}\n";
  CHECK(says(refusal(with), "“data/more.jsonl” is not named by the manifest"));
  // A forger who also writes the manifest anew cannot sign it.
  auto forged = files;
  auto& rows = forged["data/observation.jsonl"];
  rows.replace(rows.find(R"("value":"1.2")"), 13, R"("value":"9.2")");
  write_manifest_anew(forged);
  CHECK(says(refusal(forged), "“manifest.note” does not fit the manifest"));
  auto key = auth::make_signing_key(here.world.random);
  auto text = possession::manifest_note_text(*AllianceId::parse(here.alliance), auth::sha256_hex(forged["manifest.json"]));
  forged["manifest.note"] = record::Note{text, {record::sign_note(text, "entente.localhost", key)}}.whole();
  CHECK(says(refusal(forged), "was not signed by the server that signed the record"));
  // A shortened record, with a manifest that says so.
  auto shorter = files;
  auto manifest = json::read<possession::Manifest>(files.at("manifest.json"));
  auto& log = shorter[manifest.records[0].file];
  log.erase(log.rfind('\n', log.size() - 2) + 1);
  write_manifest_anew(shorter);
  CHECK(says(refusal(shorter), "does not prove what it claims"));
  CHECK(says(refusal({{"a", "b"}}), "not an export"));
  CHECK(says(refusal({{"manifest.json", "{\"entente_bundle\":1}"}}), "one by one"));
  CHECK(at(there.send(anna, "hello"), "problem_code") == "bad_zip");
  CHECK(says(at(there.send(anna, zipped({{"manifest.json", std::string(30'000'000, ' ')}})), "problem_code"), "zip_too_large"));
  CHECK(test::size_of(expect(there.world->get(anna, "/api/v1/alliances"), 200), "items") == 0);
}

TEST_CASE("rows that reach out of their alliance are refused, though the export is rightly signed") {
  Talk here;
  Names names(here);
  fill(here);
  auto second = at(expect(here.world.post(anna, "/api/v1/alliances", R"({"name":"Another"})"), 201), "id");
  auto map = expect(here.world.get(anna, "/api/v1/alliances/" + second + "/map"), 200);
  std::string base = "/api/v1/alliances/" + second;
  auto theme = at(expect(here.world.post(anna, base + "/themes", R"({"name":"Theirs"})"), 201), "id");
  auto objective = at(expect(here.world.post(anna, base + "/objectives", fmt::format(R"({{"title":"Theirs","theme":"{}","perspective":"{}"}})", theme, at(map, "lanes.0.id"))), 201), "id");
  expect(here.world.post(anna, base + "/measures", fmt::format(R"({{"objective":"{}","name":"Theirs","frequency":"month"}})", objective)), 201);
  here.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
    REQUIRE(transaction.run("INSERT INTO charter_measure (charter, measure) SELECT charter.id, measure.id FROM charter, measure WHERE charter.alliance = $1 AND measure.alliance = $2",
                            here.alliance, second) > 0);
  });
  auto file = test::exported_file(here.world, marcus, here.base + "/exports");
  Elsewhere there(db::Kind::sqlite);
  add(there, marcus, names.his);
  auto job = there.bring_in(marcus, file);
  CAPTURE(reason(job));
  CHECK(at(job, "state") == "failed");
  CHECK(says(reason(job), "refers in “measure” to what is not in the export"));
  CHECK(there.world->get(marcus, here.base).status == 404);  // all of it, or nothing
}

TEST_CASE("a file that is removed while an export is written is in it, as its row says") {
  on_each_database([](Talk& here, db::Kind kind) {
    Names names(here);
    auto made = expect(here.world.ask(anna, http::Method::post, here.base + "/files?about=objective:" + here.objective + "&name=a.txt", "agreed", "", "text/plain"), 201);
    auto& program = *here.world.program;
    auto viewer = program.viewers().of(*program.viewers().person_by_email(anna), access::Channel::api);
    std::string file;
    bool removed = false;
    possession::export_alliance({program.door(), program.service(), program.signer()}, *viewer, *AllianceId::parse(here.alliance), [&](std::string_view bytes) { file += bytes; },
                                [&](double, const std::string&) {
                                  // The first rows are read by now.
                                  if (std::exchange(removed, true)) return;
                                  std::thread([&] { CHECK(here.remove(anna, "files/" + at(made, "id"), "1").status == 200); }).join();
                                });
    CHECK(test::size_of(expect(here.world.get(anna, here.base + "/files?about=objective:" + here.objective), 200), "items") == 0);
    CHECK(test::unzipped(file).contains("files/" + at(made, "id") + "/a.txt"));
    Elsewhere there(kind);
    add(there, anna, names.hers);
    auto job = there.bring_in(anna, file);
    INFO(reason(job), " ", World::last_defect());
    CHECK(at(job, "state") == "done");
  });
}

TEST_CASE("what nobody could read afterwards is refused, though the export is rightly signed") {
  for (const char* change : {R"(UPDATE target SET scoring = '{"type":"nonsense"}' WHERE measure = $1)",
                             R"(UPDATE target SET scoring = '{"type":"higher","red":9,"green":2}' WHERE measure = $1)", "UPDATE measure SET carry = 5000 WHERE id = $1",
                             "UPDATE alliance SET first_month = 13 WHERE id = (SELECT alliance FROM measure WHERE id = $1)",
                             "UPDATE party SET first_month = 13, first_day = 1, calendar_kind = 'months' WHERE name LIKE 'Aldermere%' AND alliance = (SELECT alliance FROM measure WHERE id = $1)",
                             "UPDATE party SET first_month = 4 WHERE name LIKE 'Aldermere%' AND alliance = (SELECT alliance FROM measure WHERE id = $1)"}) {
    CAPTURE(change);
    Talk here;
    Names names(here);
    expect(here.world.ask(anna, http::Method::post, "/api/v1/measures/" + here.measure + "/targets", R"({"effective_from":"2009-01-01","scoring":{"type":"higher","red":1,"green":2}})", "0"), 201);
    // The server goes on with what it has read before.
    for (const char* side : {"", "?side=ours"}) REQUIRE(here.world.get(anna, here.base + "/export/observations.csv" + side).status == 200);
    here.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) { REQUIRE(transaction.run(change, here.measure) == 1); });
    auto file = test::exported_file(here.world, anna, here.base + "/exports");
    Elsewhere there(db::Kind::sqlite);
    add(there, anna, names.hers);
    auto job = there.bring_in(anna, file);
    CHECK(at(job, "state") == "failed");
    CHECK(says(reason(job), "cannot be read as an alliance"));
    CHECK(there.world->get(anna, here.base).status == 404);
  }
}

TEST_CASE("an alliance that is here is not brought in twice, nor what another party took") {
  Talk here;
  Names names(here);
  auto file = test::exported_file(here.world, anna, here.base + "/exports");
  Elsewhere there(db::Kind::sqlite);
  add(there, anna, names.hers);
  add(there, marcus, names.his);
  // Hers, with what she keeps to herself, is not for him.
  auto his = there.send(marcus, file);
  REQUIRE(at(his, "state") == "ready");
  CHECK(field_code(there.world->get(marcus, "/api/v1/jobs/" + at(his, "id") + "/preview")) == "other_party");
  expect(there.world->post(marcus, "/api/v1/jobs/" + at(his, "id") + "/import", "{}"), 202);
  CHECK(at(test::finished(*there.world, marcus, "/api/v1/jobs/" + at(his, "id")), "problem_code") == "bad_input");
  CHECK(at(there.bring_in(anna, file), "state") == "done");
  CHECK(at(there.bring_in(anna, file), "problem_code") == "already_here");
}
