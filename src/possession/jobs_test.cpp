#include "possession/jobs.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "base/error.hpp"

namespace {
using namespace entente;
using namespace entente::possession;

struct Desk {
  SettableClock clock{parse_instant("2010-02-01T09:00:00Z")};
  SeededRandom random{3};
  log::Log log{log::Level::error};
  Jobs jobs{clock, random, log};
  access::ViewerPointer ann = person(), bob = person();
  std::promise<void> gate;
  std::shared_future<void> opened = gate.get_future().share();

  access::ViewerPointer person() {
    auto viewer = std::make_shared<access::Viewer>();
    viewer->person = PersonId::make(random);
    return viewer;
  }
  /// Work that waits until the gate is open.
  JobPointer begin(const access::ViewerPointer& who) {
    return jobs.begin(JobKind::export_, who, "", "a.zip", [this](Job& job) {
      opened.wait();
      std::ofstream(job.path) << "made";
      job.progress(0.5, "half");
    });
  }
  static JobState ended(const JobPointer& job) {
    while (true) {
      auto state = job->view().state;
      if (state != JobState::waiting && state != JobState::running) return state;
      std::this_thread::yield();
    }
  }
};

std::string code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return "";
}
}  // namespace

TEST_CASE("a person has two jobs under way at most; others are not kept from theirs") {
  Desk desk;
  auto first = desk.begin(desk.ann), second = desk.begin(desk.ann);
  CHECK(code_of([&] { desk.begin(desk.ann); }) == "jobs_running");
  auto his = desk.begin(desk.bob);
  desk.gate.set_value();
  for (const auto& job : {first, second, his}) CHECK(Desk::ended(job) == JobState::done);
  CHECK(first->view().bytes == 4);
  auto third = desk.begin(desk.ann);  // there is room again
  CHECK(Desk::ended(third) == JobState::done);
}

TEST_CASE("imports that wait for a word are few at a time, for the files that they keep") {
  Desk desk;
  auto ready = [&](const access::ViewerPointer& who) {
    auto job = desk.jobs.begin(JobKind::import_, who, "", "a.zip", [](Job& it) { it.change([](JobView& view) { view.state = JobState::ready; }); });
    REQUIRE(Desk::ended(job) == JobState::ready);
    return job;
  };
  auto first = ready(desk.ann);
  for (int i = 1; i < Jobs::most_ready_of_one_person; ++i) ready(desk.ann);
  CHECK(code_of([&] { ready(desk.ann); }) == "jobs_ready");
  ready(desk.bob);
  desk.jobs.remove(*desk.ann, first->view().id);
  ready(desk.ann);
}

TEST_CASE("a job is its beginner's alone, can be given up, and is forgotten with its file after an hour") {
  Desk desk;
  auto job = desk.begin(desk.ann);
  auto id = job->view().id;
  CHECK(code_of([&] { desk.jobs.need(*desk.bob, id); }) == "not_found");
  CHECK(desk.jobs.of(*desk.bob).empty());
  CHECK(desk.jobs.of(*desk.ann).size() == 1);
  desk.jobs.remove(*desk.ann, id);
  desk.gate.set_value();
  CHECK(Desk::ended(job) == JobState::failed);
  CHECK(job->view().problem_code == "stopped");
  CHECK_FALSE(std::filesystem::exists(job->path));

  auto kept = desk.begin(desk.ann);
  CHECK(Desk::ended(kept) == JobState::done);
  std::string path = kept->path;
  CHECK(desk.jobs.of(*desk.ann).size() == 1);
  CHECK(std::filesystem::exists(path));
  kept.reset();
  desk.clock.advance_seconds(Jobs::kept_seconds + 1);
  CHECK(desk.jobs.of(*desk.ann).empty());
  // The thread that did the work may still hold it for a moment.
  while (std::filesystem::exists(path)) std::this_thread::yield();
}

TEST_CASE("what goes wrong is told in plain words, a defect without its inner words") {
  Desk desk;
  auto refused = desk.jobs.begin(JobKind::import_, desk.ann, "", "", [](Job&) { throw_bad_field("file", "wrong", "This is no export."); });
  CHECK(Desk::ended(refused) == JobState::failed);
  CHECK(refused->view().problem == "This is no export.");
  auto defect = desk.jobs.begin(JobKind::import_, desk.ann, "", "", [](Job&) { throw std::out_of_range("map::at"); });
  CHECK(Desk::ended(defect) == JobState::failed);
  CHECK(defect->view().problem.find("map::at") == std::string::npos);
  CHECK(code_of([&] { desk.jobs.go_on(refused, [](Job&) {}); }) == "not_ready");
  auto ready = desk.jobs.begin(JobKind::import_, desk.ann, "", "", [](Job& job) { job.change([](JobView& view) { view.state = JobState::ready; }); });
  CHECK(Desk::ended(ready) == JobState::ready);
  desk.jobs.go_on(ready, [](Job&) {});
  CHECK(Desk::ended(ready) == JobState::done);
}
