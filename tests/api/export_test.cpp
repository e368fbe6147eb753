// Each party takes away all that it may see of an alliance, and nothing else.
#include <doctest/doctest.h>

#include <sstream>

#include "possession/kinds.hpp"
#include "possession/types.hpp"
#include "record/verify.hpp"
#include "support/exports.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::for_each_talk;
using test::marcus;
using test::Talk;
using test::Unzipped;
using test::World;

namespace {

constexpr const char* canary = "KEEPTHISPRIVATE7431";

/// Things of every kind that both sides know, and what Aldermere keeps to itself.
void fill(Talk& it) {
  it.said(anna, "objective:" + it.objective, "A word for both");
  auto thread = it.said(anna, "measure:" + it.private_measure, std::string(canary) + " talk");
  expect(it.world.patch(anna, "/api/v1/comments/" + thread, "1", fmt::format(R"({{"text":"{} said anew"}})", canary)), 200);
  auto gone = it.said(anna, "objective:" + it.objective, "Said and taken back 5512");
  expect(it.remove(anna, "comments/" + gone, "1"), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":4711.25,"note":"{}"}}])", it.private_measure, canary)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":8,"state":"withheld"}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-10","value":1.10}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-10","value":1.20,"reason":"counted again"}}])", it.measure)), 200);
  expect(it.world.post(anna, it.base + "/freezes", R"({"period":"2009-Q4"})"), 201);
  expect(it.world.post(anna, it.base + "/charters", R"({"note":"To be signed"})"), 201);
}

std::size_t lines_in(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

/// How many rows of a kind's table there are, counted without the program's own questions.
std::int64_t counted(Talk& it, const std::string& sql, const std::string& space) {
  return it.world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) { return *transaction.one<std::int64_t>(sql, it.alliance, space); });
}

}  // namespace

TEST_CASE("an export holds all that its taker sees, each file as the manifest says, with a record that verifies") {
  for_each_talk([](Talk& it) {
    fill(it);
    auto hers = test::exported(it.world, anna, it.base + "/exports");
    auto manifest = json::read<possession::Manifest>(hers.at("manifest.json"));
    CHECK(manifest.alliance.id.text() == it.alliance);
    CHECK(manifest.taken_by.organisation_name == test::organisation_of(it.world, anna));
    CHECK(manifest.files.size() + 2 == hers.size());
    for (const auto& file : manifest.files) {
      CAPTURE(file.name);
      REQUIRE(hers.contains(file.name));
      const auto& text = hers.at(file.name);
      CHECK(file.sha256 == auth::sha256_hex(text));
      CHECK(file.bytes == static_cast<std::int64_t>(text.size()));
      if (file.name.ends_with(".jsonl") && file.name.starts_with("data/")) CHECK(file.rows == static_cast<std::int64_t>(lines_in(text)));
      if (file.name != "README.txt") CHECK(hers.at("README.txt").find(file.name.substr(0, file.name.find('/'))) != std::string::npos);
    }
    // Every line is JSON by itself, and names the columns of its table.
    for (const auto& kind : possession::kinds()) {
      std::istringstream lines(hers.at(fmt::format("data/{}.jsonl", kind.table)));
      for (std::string line; std::getline(lines, line);) CHECK(json::parse(line, {64'000'000, 32}).object());
    }
    // Rows by tables that say themselves where they lie.
    auto shared = at(json::parse(hers.at("data/space.jsonl").substr(0, hers.at("data/space.jsonl").find('\n'))), "id");
    for (std::string table : {"objective", "measure", "target", "comment", "charter", "review_freeze", "initiative"}) {
      CAPTURE(table);
      auto rows = counted(it, fmt::format("SELECT COUNT(*) FROM {} WHERE alliance = $1 AND space = $2", table), shared);
      CHECK(rows > 0);
      auto spaces = json::parse(hers.at("data/space.jsonl").substr(hers.at("data/space.jsonl").find('\n') + 1));
      rows += counted(it, fmt::format("SELECT COUNT(*) FROM {} WHERE alliance = $1 AND space = $2", table), at(spaces, "id"));
      CHECK(static_cast<std::int64_t>(lines_in(hers.at("data/" + table + ".jsonl"))) == rows);
    }
    CHECK(hers.at("data/observation.jsonl").find(R"("value":"1.2")") != std::string::npos);
    CHECK(hers.at("data/observation.jsonl").find(R"("value":"1.1")") != std::string::npos);  // what was corrected stays
    CHECK(hers.at("data/withheld_value.jsonl").find(R"("value":"8")") != std::string::npos);
    CHECK(hers.at("data/comment_text.jsonl").find(std::string(canary) + " talk") != std::string::npos);
    CHECK(hers.at("observations-ours.csv").find("4711.25") != std::string::npos);
    CHECK(hers.at("plan.stratml.xml").find("<StrategicPlan") != std::string::npos);
    // Documents are the bytes that were signed and frozen.
    for (std::string folder : {"charters", "freezes"}) {
      std::istringstream rows(hers.at(folder == "charters" ? "data/charter.jsonl" : "data/review_freeze.jsonl"));
      std::size_t found = 0;
      for (std::string line; std::getline(rows, line); ++found) {
        auto row = json::parse(line);
        CHECK(auth::sha256_hex(hers.at(fmt::format("{}/{}.json", folder, at(row, "id")))) == at(row, "digest"));
      }
      CHECK(found > 0);
    }
    REQUIRE(manifest.records.size() == 2);
    for (const auto& record : manifest.records) {
      std::istringstream in(hers.at(record.file));
      auto report = record::verify(in, {it.world.program->signer().keys(), {}, {record.head}});
      CHECK_MESSAGE(report.right(), report.text());
      CHECK(report.leaves == static_cast<std::uint64_t>(record.leaves));
    }
  });
}

TEST_CASE("an export holds nothing that the other side keeps to itself") {
  for_each_talk([](Talk& it) {
    fill(it);
    auto hers = test::exported(it.world, anna, it.base + "/exports"), his = test::exported(it.world, marcus, it.base + "/exports");
    std::size_t hits = 0;
    for (const auto& [name, text] : hers) hits += text.find(canary) != std::string::npos;
    CHECK(hits >= 3);  // the control
    auto own = it.world.program->viewers().of(*it.world.program->viewers().person_by_email(anna), access::Channel::web)->grant(*AllianceId::parse(it.alliance))->own.text();
    for (const auto& [name, text] : his) {
      CAPTURE(name);
      CHECK(text.find(canary) == std::string::npos);
      CHECK(text.find("4711.25") == std::string::npos);
      CHECK(text.find(it.private_measure) == std::string::npos);
      CHECK(text.find(own) == std::string::npos);
      CHECK(name.find(own) == std::string::npos);
      // What was taken back is no longer said by the tables; the record shows what was done.
      if (!name.starts_with("record/")) CHECK(text.find("Said and taken back 5512") == std::string::npos);
    }
    CHECK(his.at("data/withheld_value.jsonl").find(it.measure) == std::string::npos);
    CHECK(his.at("data/comment.jsonl").find("A word for both") != std::string::npos);
  });
}

TEST_CASE("who may not take the record may not take an export; a job is known to nobody but who began it") {
  for_each_talk([](Talk& it) {
    CHECK(it.world.post(it.employee, it.base + "/exports", "{}").status == 404);
    CHECK(it.world.post("", it.base + "/exports", "{}").status == 401);
    auto begun = expect(it.world.post(anna, it.base + "/exports", "{}"), 202);
    std::string job = "/api/v1/jobs/" + at(begun, "id");
    test::finished(it.world, anna, job);
    CHECK(it.world.get(marcus, job).status == 404);
    CHECK(it.world.get(marcus, job + "/file").status == 404);
    CHECK(it.remove(marcus, job.substr(8), "").status == 404);
    CHECK(test::size_of(expect(it.world.get(marcus, "/api/v1/jobs"), 200), "items") == 0);
    CHECK(test::size_of(expect(it.world.get(anna, "/api/v1/jobs"), 200), "items") == 1);
    CHECK(it.world.get(anna, job + "/file").status == 200);
    // Who lost the right meanwhile gets the file no more.
    auto& door = it.world.program->door();
    door.write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE member SET roles = 'observer' WHERE alliance = $1 AND person = $2", it.alliance, it.id_of(anna));
      door.rights_changed(transaction);
    });
    CHECK(it.world.get(anna, job + "/file").status == 404);
    CHECK(it.remove(anna, job.substr(8), "").status == 204);
    CHECK(it.world.get(anna, job).status == 404);
  });
}

TEST_CASE("taking an export is noted in the record of one's own side, where the other does not see it") {
  for_each_talk([](Talk& it) {
    auto files = test::exported(it.world, anna, it.base + "/exports");
    auto record = std::string(it.world.get(anna, it.base + "/record").body_view());
    CHECK(record.find("took an export") != std::string::npos);
    CHECK(record.find(auth::sha256_hex(files.at("manifest.json"))) != std::string::npos);
    CHECK(std::string(it.world.get(marcus, it.base + "/record").body_view()).find("took an export") == std::string::npos);
  });
}

TEST_CASE("everything is each alliance as an export by itself, and for an administrator the organisation's own record") {
  for_each_talk([](Talk& it) {
    expect(it.world.post(anna, "/api/v1/alliances", R"({"name":"A second one"})"), 201);
    auto all = test::exported(it.world, anna, "/api/v1/exports");
    auto bundle = json::read<possession::Bundle>(all.at("manifest.json"));
    REQUIRE(bundle.alliances.size() == 2);
    for (const auto& one : bundle.alliances) {
      CAPTURE(one.name);
      CHECK(auth::sha256_hex(all.at(one.file)) == one.sha256);
      auto inner = test::unzipped(all.at(one.file));
      CHECK(json::read<possession::Manifest>(inner.at("manifest.json")).alliance.name == one.name);
    }
    auto his = test::exported(it.world, marcus, "/api/v1/exports");
    CHECK(json::read<possession::Bundle>(his.at("manifest.json")).alliances.size() == 1);
  });
}

TEST_CASE("taking an export walks through no table without an index") {
  World world(5);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  test::exported(world, anna, base + "/exports");
  auto& database = world.program->door().database();
  auto before = database.statistics().scanned;
  test::exported(world, anna, base + "/exports");
  CHECK(database.statistics().scanned == before);
}
