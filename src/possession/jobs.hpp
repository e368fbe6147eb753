#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "log/log.hpp"

/// Long work beside requests: it is begun, asked how far it is, and its file is fetched. Jobs live with the server, in memory and
/// in a folder of its own, which goes with it.
namespace entente::possession {

using JobId = Id<struct JobKindTag>;

enum class JobKind : std::uint8_t { export_, import_ };
BOOST_DESCRIBE_ENUM(JobKind, export_, import_)

enum class JobState : std::uint8_t {
  waiting,
  running,
  ready,   ///< an upload was looked through and can be brought in
  done,
  failed,
};
BOOST_DESCRIBE_ENUM(JobState, waiting, running, ready, done, failed)

struct JobView {
  JobId id;
  JobKind kind = JobKind::export_;
  JobState state = JobState::waiting;
  std::int64_t done = 0;      ///< of 1,000
  std::string what;           ///< what is being done
  std::string title;          ///< of an export: what it is of
  std::string file;           ///< name under which it is to be saved; empty: none
  std::int64_t bytes = 0;     ///< of the file, so far
  std::string problem;        ///< why it failed, in plain words
  std::string problem_code;
  std::optional<AllianceId> of;        ///< the alliance that is exported; of everything: none
  std::optional<AllianceId> alliance;  ///< that an import made
  std::optional<std::string> slug;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(JobView, (), (id, kind, state, done, what, title, file, bytes, problem, problem_code, of, alliance, slug, made_at))

class Jobs;
struct CheckedExport;

/// One job. Safe from several threads.
class Job {
 public:
  Job(JobView view, access::ViewerPointer by, std::string place, std::string from)
      : viewer(std::move(by)), path(std::move(place)), source(std::move(from)), view_(std::move(view)) {}
  ~Job();

  /// Who began it, with the rights of that moment.
  const access::ViewerPointer viewer;
  /// Where its file is: of an export what it makes, of an import what was sent.
  const std::string path;
  /// A file of the operator's that is only read, in place of `path`.
  const std::string source;

  JobView view() const;
  /// Throws where the server is to stop: long work calls it often.
  void progress(double share, const std::string& what);
  void change(const std::function<void(JobView&)>& change);
  /// What came of an upload (possession/import.hpp).
  std::shared_ptr<const CheckedExport> checked;

 private:
  friend class Jobs;
  mutable std::mutex mutex_;
  JobView view_;
  bool stop_ = false;
  Instant ended_at_;
};
using JobPointer = std::shared_ptr<Job>;

class Jobs {
 public:
  static constexpr int most_of_one_person = 2;        ///< that are under way
  static constexpr int most_ready_of_one_person = 4;  ///< imports that wait for the person's word
  static constexpr std::int64_t kept_seconds = 3'600;  ///< once they have ended

  Jobs(const Clock& clock, Random& random, log::Log& log) : clock_(clock), random_(random), log_(log) {}
  ~Jobs();
  void stop();

  using Work = std::function<void(Job&)>;
  /// Begins work on a thread of our own; two jobs run at a time. Throws `too_many` "jobs_running" where the person has enough.
  /// `prepare` puts the job's file in place before.
  JobPointer begin(JobKind, access::ViewerPointer, std::string title, std::string file, Work, std::optional<AllianceId> of = {},
                   std::string source = {}, const std::function<void(const std::string& path)>& prepare = {});
  /// The next piece of work of a job that is ready. Throws `conflict` "not_ready" for any other.
  void go_on(const JobPointer&, Work);

  /// One's own, by whoever began it; `not_found` otherwise.
  JobPointer need(const access::Viewer&, const JobId&);
  /// The newest first.
  std::vector<JobView> of(const access::Viewer&);
  void remove(const access::Viewer&, const JobId&);

  /// A folder for nobody but this server.
  std::string folder();

 private:
  struct Piece {
    JobPointer job;
    Work work;
  };
  void forget_old();
  void work();
  void run(const Piece& piece);

  const Clock& clock_;
  Random& random_;
  log::Log& log_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Piece> waiting_;
  std::map<JobId, JobPointer> jobs_;
  std::vector<std::thread> threads_;
  std::string folder_;
  bool stopping_ = false;
};

}  // namespace entente::possession
