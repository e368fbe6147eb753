// An export of everything proves itself as a whole: nothing in it is changed, left out or put in unnoticed.
#include <doctest/doctest.h>

#include "archive/zip_writer.hpp"
#include "possession/export.hpp"
#include "possession/verify_export.hpp"
#include "support/exports.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::expect;
using test::Talk;
using test::Unzipped;

namespace {

possession::ExportReport verified(const Unzipped& files, const std::string& key = "") {
  test::TemporaryDirectory folder;
  auto path = (folder.path() / "everything.zip").string();
  possession::write_new_file(path, [&](const archive::Sink& sink) {
    archive::ZipWriter zip(sink, parse_instant("2010-02-01T09:00:00Z"));
    for (const auto& [name, text] : files) zip.add(name, text);
    zip.finish();
  });
  auto report = possession::verify_export(path, key, {});
  // The same as a folder.
  for (const auto& [name, text] : files) {
    auto whole = folder.path() / "everything" / name;
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << text;
  }
  auto unpacked = possession::verify_export((folder.path() / "everything").string(), key, {});
  CHECK(unpacked.right == report.right);
  CHECK(unpacked.text == report.text);
  return report;
}

/// That it is wrong, and why.
bool says(const possession::ExportReport& report, std::string_view words) {
  INFO(report.text);
  CHECK_FALSE(report.right);
  CHECK(report.text.find("Nothing was changed") == std::string::npos);
  return report.text.find(words) != std::string::npos;
}

/// Both alliances, and what an administrator has beside.
struct Everything {
  Talk it;
  std::string second;
  Unzipped files;

  Everything() {
    second = at(expect(it.world.post(anna, "/api/v1/alliances", R"({"name":"A second one"})"), 201), "id");
    files = taken();
  }
  Unzipped taken() { return test::exported(it.world, anna, "/api/v1/exports"); }
  possession::Bundle bundle() const { return json::read<possession::Bundle>(files.at("manifest.json")); }
};

/// The manifest as it has to be for these files; nobody has signed it.
void write_manifest_anew(Unzipped& files) {
  auto bundle = json::read<possession::Bundle>(files.at("manifest.json"));
  for (auto& one : bundle.alliances) std::tie(one.bytes, one.sha256) = std::pair(static_cast<std::int64_t>(files[one.file].size()), auth::sha256_hex(files[one.file]));
  for (auto& one : bundle.files) std::tie(one.bytes, one.sha256) = std::pair(static_cast<std::int64_t>(files[one.name].size()), auth::sha256_hex(files[one.name]));
  files["manifest.json"] = json::text(bundle) + "\n";
}

}  // namespace

TEST_CASE("an export of everything verifies, with the organisation's own record") {
  Everything all;
  auto key = all.it.world.program->signer().key().text();
  auto report = verified(all.files);
  INFO(report.text);
  CHECK(report.right);
  CHECK(report.text.find("signed the manifest") != std::string::npos);
  CHECK(report.text.find("organisation/record.jsonl: ") != std::string::npos);
  CHECK(report.text.find("compare this key") != std::string::npos);
  CHECK(verified(all.files, key).right);
  SeededRandom random(3);
  record::VerifierKey other{"entente.localhost", record::SignatureType::ed25519, auth::make_signing_key(random).public_key};
  CHECK(says(verified(all.files, other.text()), "not signed by the key that you named"));
}

TEST_CASE("of an export of everything each change is found") {
  Everything all;
  auto changed = all.files;
  for (auto& [name, text] : changed) {
    if (text.empty()) continue;
    CAPTURE(name);
    auto& byte = text[text.size() / 2];
    byte = static_cast<char>(byte ^ 1);
    CHECK(says(verified(changed), name == "manifest.json" ? "WRONG: " : name));
    byte = static_cast<char>(byte ^ 1);
  }
  CHECK(changed.contains("organisation/person.jsonl"));
  CHECK(verified(changed).right);  // the control

  // A person is taken out of the organisation, and the manifest says so.
  changed = all.files;
  auto& people = changed["organisation/person.jsonl"];
  people.erase(0, people.find('\n') + 1);
  CHECK(says(verified(changed), "organisation/person.jsonl: it is not what the manifest says"));
  write_manifest_anew(changed);
  CHECK(says(verified(changed), "manifest.note: it does not fit the manifest"));

  // An alliance is left out, of the files alone and of the manifest too.
  auto bundle = all.bundle();
  REQUIRE(bundle.alliances.size() == 2);
  changed = all.files;
  changed.erase(bundle.alliances.back().file);
  CHECK(says(verified(changed), bundle.alliances.back().file + ": the file is missing"));
  bundle.alliances.pop_back();
  changed["manifest.json"] = json::text(bundle) + "\n";
  CHECK(says(verified(changed), "manifest.note: it does not fit the manifest"));

  // Something is put in, and something older stands in its place.
  changed = all.files;
  changed["organisation/more.jsonl"] = "{}\n";
  CHECK(says(verified(changed), "organisation/more.jsonl: the manifest does not name this file"));
  expect(all.it.world.post(anna, all.it.base + "/observations", fmt::format(R"([{{"measure":"{}","period":"2009-11","value":8}}])", all.it.measure)), 200);
  auto newer = all.taken();
  for (const auto& one : all.bundle().alliances)
    if (one.id.text() == all.it.alliance) newer[one.file] = all.files.at(one.file);
  CHECK(says(verified(newer), "it is not what the manifest says"));
  write_manifest_anew(newer);
  CHECK(says(verified(newer), "manifest.note: it does not fit the manifest"));

  // A forger who signs it anew has not the server's key.
  auto forged = newer;
  auto again = json::read<possession::Bundle>(forged.at("manifest.json"));
  auto pair = auth::make_signing_key(all.it.world.random);
  again.key = record::VerifierKey{"entente.localhost", record::SignatureType::ed25519, pair.public_key}.text();
  forged["manifest.json"] = json::text(again) + "\n";
  auto text = possession::bundle_note_text(auth::sha256_hex(forged["manifest.json"]));
  forged["manifest.note"] = record::Note{text, {record::sign_note(text, "entente.localhost", pair)}}.whole();
  CHECK(says(verified(forged), "it was not signed by the server that signed the manifest"));
  forged.erase("manifest.note");
  CHECK(says(verified(forged), "manifest.note: It is missing"));
}
