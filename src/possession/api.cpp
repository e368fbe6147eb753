#include "possession/api.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <filesystem>

namespace entente::possession {
namespace {

using access::Viewer;

constexpr std::string_view area = "exports and imports";

struct JobList {
  std::vector<JobView> items;
};
BOOST_DESCRIBE_STRUCT(JobList, (), (items))

/// What was taken is only given out while its taker may still take it: each alliance, with the spaces that it was taken from.
void need_still(const Viewer& then, const Viewer& now, const std::optional<AllianceId>& alliance) {
  for (const auto& grant : then.grants) {
    if (alliance && grant.alliance != *alliance) continue;
    if (!grant.may_take_record()) continue;
    const auto* present = now.grant(grant.alliance);
    if (!present || !present->may_take_record()) throw_not_found();
    if (grant.sees(grant.own) && !present->sees(grant.own)) throw_not_found();
    for (const auto& agreement : grant.agreements)
      if (!present->sees(agreement)) throw_not_found();
  }
  if (!alliance && then.administrator && !now.administrator) throw_not_found();
}

http::Response file_of(const Job& job) {
  auto view = job.view();
  if (view.state != JobState::done || view.file.empty()) throw Error(ErrorKind::conflict, "not_done", "The file is not ready yet.");
  return http::download(open_file(job.path), "application/zip", view.file);
}

JobPointer begin_export(const Source& source, Jobs& jobs, const access::ViewerPointer& viewer, const AllianceId& alliance) {
  viewer->need_record(alliance);
  auto [slug, name] = *source.door.read(*viewer, [&](db::Transaction& transaction) {
    return transaction.one<std::tuple<std::string, std::string>>("SELECT slug, name FROM alliance WHERE id = $1", alliance);
  });
  auto work = [source, alliance](Job& it) {
    write_new_file(it.path, [&](const archive::Sink& sink) {
      export_alliance(source, *it.viewer, alliance, sink, [&](double share, const std::string& what) { it.progress(share, what); });
    });
  };
  return jobs.begin(JobKind::export_, viewer, name, slug + ".zip", work, alliance);
}

JobPointer begin_export_of_all(const Source& source, Jobs& jobs, const access::ViewerPointer& viewer) {
  return jobs.begin(JobKind::export_, viewer, "", "entente.zip", [source](Job& it) {
    write_new_file(it.path, [&](const archive::Sink& sink) {
      ZipTarget target(sink, source.door.now());
      export_everything(source, *it.viewer, target, [&](double share, const std::string& what) { it.progress(share, what); });
    });
  });
}

http::Response begun(const JobPointer& job) {
  auto view = job->view();
  return http::json(view, 202).with("Location", "/api/v1/jobs/" + view.id.text());
}

}  // namespace

access::ViewerPointer lasting(const Viewer& viewer) {
  auto copy = std::make_shared<Viewer>(viewer);
  copy->key.reset();
  return copy;
}

std::shared_ptr<const http::FileBody> open_file(const std::string& path) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw_not_found();
  struct stat about {};
  ::fstat(file, &about);
  return std::make_shared<const http::FileBody>(file, static_cast<std::uint64_t>(about.st_size));
}

JobPointer begin_export_to(const Source& source, Jobs& jobs, const access::ViewerPointer& viewer, const std::optional<AllianceId>& alliance,
                           const std::string& path) {
  bool folder = !path.ends_with(".zip") || std::filesystem::is_directory(path);
  if (alliance && std::filesystem::is_directory(path)) throw_bad_field("path", "folder", fmt::format("“{}” is a folder. Name the file.", path));
  return jobs.begin(JobKind::export_, lasting(*viewer), "", "", [source, alliance, path, folder](Job& it) {
    auto progress = [&](double share, const std::string& what) { it.progress(share, what); };
    if (alliance) {
      write_new_file(path, [&](const archive::Sink& sink) { export_alliance(source, *it.viewer, *alliance, sink, progress); });
    } else if (folder) {
      FolderTarget target(path);
      export_everything(source, *it.viewer, target, progress);
    } else {
      write_new_file(path, [&](const archive::Sink& sink) {
        ZipTarget target(sink, source.door.now());
        export_everything(source, *it.viewer, target, progress);
      });
    }
  });
}

void add_routes(access::Api& api, const Source& source, Jobs& jobs) {
  http::Description begin{"Begin an export of all that you may see of an alliance, as a job", std::string(area), {}, http::schema_of<JobView>()};
  begin.success = 202;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/exports", http::Runs::on_worker,
          [&api, source, &jobs](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return begun(begin_export(source, jobs, lasting(viewer), alliance));
          },
          begin);
  begin.summary = "Begin an export of all that you may see of every alliance, as a job";
  api.add(http::Method::post, "/api/v1/exports", http::Runs::on_worker,
          [source, &jobs](const http::Request&, const Viewer& viewer) { return begun(begin_export_of_all(source, jobs, lasting(viewer))); }, begin);
  api.add(http::Method::get, "/api/v1/jobs", http::Runs::on_worker,
          [&jobs](const http::Request&, const Viewer& viewer) { return http::json(JobList{jobs.of(viewer)}); },
          {"Your exports and imports of the last hour", std::string(area), {}, http::schema_of<JobList>()});
  api.add(http::Method::get, "/api/v1/jobs/{id}", http::Runs::on_worker,
          [&jobs](const http::Request& request, const Viewer& viewer) { return http::json(jobs.need(viewer, request.id_parameter<JobId>("id"))->view()); },
          {"How far a job is", std::string(area), {}, http::schema_of<JobView>()});
  http::Description file{"The file that an export made", std::string(area)};
  file.response_type = "application/zip";
  api.add(http::Method::get, "/api/v1/jobs/{id}/file", http::Runs::on_worker,
          [&jobs](const http::Request& request, const Viewer& viewer) {
            auto job = jobs.need(viewer, request.id_parameter<JobId>("id"));
            need_still(*job->viewer, viewer, job->view().of);
            return file_of(*job);
          },
          file);
  http::Description remove{"Give a job up, or forget it and its file", std::string(area)};
  remove.success = 204;
  api.add(http::Method::delete_, "/api/v1/jobs/{id}", http::Runs::on_worker,
          [&jobs](const http::Request& request, const Viewer& viewer) {
            jobs.remove(viewer, request.id_parameter<JobId>("id"));
            return http::no_content();
          },
          remove);
}

}  // namespace entente::possession
