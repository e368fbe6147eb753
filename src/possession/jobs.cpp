#include "possession/jobs.hpp"

#include <unistd.h>

#include <filesystem>

#include "base/error.hpp"

namespace entente::possession {
namespace {

namespace files = std::filesystem;
constexpr std::size_t threads = 2;
constexpr std::size_t most_waiting = 100;

/// Thrown inside work that is to end early.
struct Stopped {};

bool has_ended(JobState state) { return state == JobState::done || state == JobState::failed; }

/// The operator is the same one on every way in.
bool is_of(const Job& job, const access::Viewer& viewer) {
  return viewer.person.empty() ? viewer.operator_ && job.viewer->operator_ : job.viewer->person == viewer.person;
}

}  // namespace

Job::~Job() { ::unlink(path.c_str()); }

JobView Job::view() const {
  std::lock_guard lock(mutex_);
  JobView view = view_;
  std::error_code none;
  if (auto size = files::file_size(path, none); !none) view.bytes = static_cast<std::int64_t>(size);
  return view;
}

void Job::progress(double share, const std::string& what) {
  std::lock_guard lock(mutex_);
  if (stop_) throw Stopped();
  view_.done = std::max(view_.done, static_cast<std::int64_t>(share * 999));
  view_.what = what;
}

void Job::change(const std::function<void(JobView&)>& change) {
  std::lock_guard lock(mutex_);
  change(view_);
}

Jobs::~Jobs() { stop(); }

void Jobs::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
    for (auto& [id, job] : jobs_) {
      std::lock_guard job_lock(job->mutex_);
      job->stop_ = true;
    }
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
  jobs_.clear();
  std::error_code none;
  if (!folder_.empty()) files::remove_all(folder_, none);
  folder_.clear();
}

std::string Jobs::folder() {
  std::lock_guard lock(mutex_);
  if (!folder_.empty()) return folder_;
  std::error_code none;
  std::string name = files::temp_directory_path(none).string() + "/entente-jobs-XXXXXX";
  if (none || !mkdtemp(name.data())) throw Error(ErrorKind::unavailable, "no_room", "There is no room for the file.");
  return folder_ = name;
}

void Jobs::forget_old() {
  Instant before = clock_.now().plus_seconds(-kept_seconds);
  std::erase_if(jobs_, [&](const auto& one) {
    std::lock_guard lock(one.second->mutex_);
    auto state = one.second->view_.state;
    return (has_ended(state) || state == JobState::ready) && one.second->ended_at_ < before;
  });
}

JobPointer Jobs::begin(JobKind kind, access::ViewerPointer viewer, std::string title, std::string file, Work work, std::optional<AllianceId> of,
                       std::string source, const std::function<void(const std::string& path)>& prepare) {
  JobView view;
  view.id = JobId::make(random_);
  view.kind = kind;
  view.title = std::move(title);
  view.file = std::move(file);
  view.of = of;
  view.made_at = clock_.now();
  auto job = std::make_shared<Job>(view, viewer, fmt::format("{}/{}", folder(), view.id.view()), std::move(source));
  job->ended_at_ = clock_.now();  // not before it has begun
  if (prepare) prepare(job->path);
  std::lock_guard lock(mutex_);
  forget_old();
  int unended = 0, ready = 0;
  for (const auto& [id, other] : jobs_) {
    std::lock_guard job_lock(other->mutex_);
    if (!is_of(*other, *viewer) || has_ended(other->view_.state)) continue;
    (other->view_.state == JobState::ready ? ready : unended) += 1;
  }
  // Each keeps a file of up to 200 MB until it is brought in or put away.
  if (!viewer->operator_ && kind == JobKind::import_ && ready >= most_ready_of_one_person)
    throw Error(ErrorKind::too_many, "jobs_ready", "Several imports of yours are ready. Bring them in or put them away first.");
  if (!viewer->operator_ && unended >= most_of_one_person)
    throw Error(ErrorKind::too_many, "jobs_running", "Two of your exports and imports are under way. Wait until one of them has ended.");
  if (waiting_.size() >= most_waiting) throw Error(ErrorKind::unavailable, "busy", "Too much is going on right now; try again soon.");
  jobs_[view.id] = job;
  waiting_.push_back({job, std::move(work)});
  if (threads_.size() < threads) threads_.emplace_back([this] { this->work(); });
  wake_.notify_one();
  return job;
}

void Jobs::go_on(const JobPointer& job, Work work) {
  std::lock_guard lock(mutex_);
  {
    std::lock_guard job_lock(job->mutex_);
    if (job->view_.state != JobState::ready) throw Error(ErrorKind::conflict, "not_ready", "This is not ready to be brought in, or was brought in already.");
    job->view_.state = JobState::waiting;
    job->view_.done = 0;
  }
  waiting_.push_back({job, std::move(work)});
  wake_.notify_one();
}

void Jobs::work() {
  while (true) {
    Piece piece;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      piece = std::move(waiting_.front());
      waiting_.pop_front();
    }
    run(piece);
  }
}

void Jobs::run(const Piece& piece) {
  Job& job = *piece.job;
  // State and moment together: whoever looks for what is over long enough sees both.
  auto end = [&](const std::function<void(JobView&)>& change) {
    std::lock_guard lock(job.mutex_);
    change(job.view_);
    job.ended_at_ = clock_.now();
  };
  auto fail = [&](const std::string& code, const std::string& message) {
    ::unlink(job.path.c_str());
    end([&](JobView& view) {
      view.state = JobState::failed;
      view.problem = message;
      view.problem_code = code;
    });
  };
  job.change([](JobView& view) { view.state = JobState::running; });
  try {
    piece.work(job);
    end([](JobView& view) {
      if (view.state == JobState::running) view.state = JobState::done;
      view.done = 1000;
      view.what.clear();
    });
  } catch (const Stopped&) {
    fail("stopped", "The server was stopped.");
  } catch (const Error& error) {
    std::string message = error.message();
    for (const auto& field : error.fields())
      if (message.find(field.message) == std::string::npos) message += " " + field.message;
    if (!error.detail().empty()) log_.error("a job failed", {{"job", job.view().id.text()}, {"wrong", error.detail()}});
    fail(error.code(), message);
  } catch (const std::exception& error) {
    log_.error("a job failed", {{"job", job.view().id.text()}, {"wrong", error.what()}});
    fail("internal", "The program is at fault. The operator finds more in the log.");
  }
}

JobPointer Jobs::need(const access::Viewer& viewer, const JobId& id) {
  std::lock_guard lock(mutex_);
  auto found = jobs_.find(id);
  if (found == jobs_.end() || !is_of(*found->second, viewer)) throw_not_found();
  return found->second;
}

std::vector<JobView> Jobs::of(const access::Viewer& viewer) {
  std::lock_guard lock(mutex_);
  forget_old();
  std::vector<JobView> views;
  for (const auto& [id, job] : jobs_)
    if (is_of(*job, viewer)) views.push_back(job->view());
  std::sort(views.begin(), views.end(), [](const JobView& a, const JobView& b) { return std::tie(b.made_at, a.id) < std::tie(a.made_at, b.id); });
  return views;
}

void Jobs::remove(const access::Viewer& viewer, const JobId& id) {
  auto job = need(viewer, id);
  std::lock_guard lock(mutex_);
  std::lock_guard job_lock(job->mutex_);
  job->stop_ = true;
  jobs_.erase(id);
}

}  // namespace entente::possession
