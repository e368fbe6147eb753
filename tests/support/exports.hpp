#pragma once
#include <fstream>

#include "archive/zip_reader.hpp"
#include "support/databases.hpp"
#include "support/talk.hpp"

/// Exports as a person takes them.
namespace entente::test {

/// The files of a zip, by name.
using Unzipped = std::map<std::string, std::string>;

inline Unzipped unzipped(const std::string& bytes) {
  TemporaryDirectory folder;
  auto path = (folder.path() / "a.zip").string();
  std::ofstream(path, std::ios::binary) << bytes;
  archive::ZipReader zip(path, {100'000, 10'000'000'000, 10'000});
  Unzipped files;
  for (const auto& entry : zip.entries()) files[entry.name] = zip.text(entry);
  return files;
}

/// The whole body, wherever it is.
inline std::string whole_body(const http::Response& response) {
  if (!response.file) return std::string(response.body_view());
  std::string bytes;
  while (bytes.size() < response.size()) bytes += response.file->part(bytes.size(), 1'000'000);
  return bytes;
}

/// Waits until a job has ended, or is in the state that is waited for; gives what it says then.
inline json::Value finished(World& world, const std::string& who, const std::string& job, const std::string& until = "done") {
  while (true) {
    auto view = expect(world.get(who, job), 200);
    std::string state = at(view, "state");
    if (state == until || state == "done" || state == "failed") return view;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

/// What the organisation of somebody is called in the sample.
inline std::string organisation_of(World& world, const std::string& who) { return at(expect(world.get(who, "/api/v1/me"), 200), "organisation.name"); }

/// Begins an export, waits for it, and fetches it.
inline std::string exported_file(World& world, const std::string& who, const std::string& target) {
  std::string job = "/api/v1/jobs/" + at(expect(world.post(who, target, "{}"), 202), "id");
  auto view = finished(world, who, job);
  INFO(at(view, "problem"), " ", at(view, "problem_code"));
  REQUIRE(at(view, "state") == "done");
  auto response = world.get(who, job + "/file");
  REQUIRE(response.status == 200);
  return whole_body(response);
}
inline Unzipped exported(World& world, const std::string& who, const std::string& target) { return unzipped(exported_file(world, who, target)); }

}  // namespace entente::test
