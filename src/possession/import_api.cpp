// Routes of imports: a file is sent and looked through as a job, shown, and brought in.
#include <filesystem>

#include "possession/api.hpp"
#include "possession/foreign.hpp"
#include "possession/import.hpp"

namespace entente::possession {
namespace {

using access::Viewer;

constexpr std::string_view area = "exports and imports";
constexpr std::size_t most_upload = 200'000'000;

struct ImportInput {
  std::optional<PartyId> party;  ///< which one the own organisation is, where that cannot be told
};
BOOST_DESCRIBE_STRUCT(ImportInput, (), (party))

struct ForeignItem {
  std::string id;
  SpaceId space;
  std::string server;
  std::int64_t acts = 0;
  std::string head;
  std::string signed_by;
  Instant taken_at;
  Instant brought_at;
};
BOOST_DESCRIBE_STRUCT(ForeignItem, (), (id, space, server, acts, head, signed_by, taken_at, brought_at))

struct ForeignList {
  std::vector<ForeignItem> items;
};
BOOST_DESCRIBE_STRUCT(ForeignList, (), (items))

/// What was sent becomes the job's own file.
void take_upload(const http::Request& request, const std::string& path) {
  std::error_code problem;
  if (request.body_file.empty()) {
    write_new_file(path, [&](const archive::Sink& sink) { sink(request.body); });
    return;
  }
  std::filesystem::rename(request.body_file, path, problem);
  if (problem) std::filesystem::copy_file(request.body_file, path, problem);
  if (problem) throw Error(ErrorKind::unavailable, "no_room", "There is no room for the upload right now.");
}

/// Looks a file through; the job is then ready to go on.
void look_through(Jobs& jobs, Job& job, const std::string& path, const archive::ZipLimits& limits, const std::string& key) {
  auto checked = std::make_shared<CheckedExport>(
      check_export(path, jobs.folder(), limits, key, [&](double share, const std::string& what) { job.progress(share, what); }));
  job.change([&](JobView& view) {
    view.title = checked->manifest.alliance.name;
    view.state = JobState::ready;
    job.checked = checked;
  });
}

/// As whoever asks may do it now: when the file was sent it may have been more.
void bring_in(const Source& source, Job& job, const Viewer& viewer, const std::string& path, const archive::ZipLimits& limits, const std::optional<PartyId>& party) {
  auto made = import_alliance(source, viewer, *job.checked, path, limits, party, [&](double share, const std::string& what) { job.progress(share, what); });
  job.change([&](JobView& view) {
    view.alliance = made.id;
    view.slug = made.slug;
  });
}

std::optional<PartyId> asked_party(const http::Request& request) {
  auto text = request.query_value("party");
  if (!text || text->empty()) return std::nullopt;
  auto id = PartyId::parse(*text);
  if (!id) throw_bad_field("party", "unknown", "There is no such party in this export.");
  return id;
}

JobPointer need_ready(Jobs& jobs, const Viewer& viewer, const http::Request& request) {
  auto job = jobs.need(viewer, request.id_parameter<JobId>("id"));
  auto view = job->view();
  if (view.kind != JobKind::import_ || view.state != JobState::ready)
    throw Error(ErrorKind::conflict, "not_ready", "This is not ready to be brought in, or was brought in already.");
  return job;
}

std::string path_of(const Job& job) { return job.source.empty() ? job.path : job.source; }

}  // namespace

JobPointer begin_import_of(Jobs& jobs, const access::ViewerPointer& viewer, const std::string& path, const std::string& key) {
  auto job = jobs.begin(JobKind::import_, lasting(*viewer), "", "",
                        [&jobs, path, key](Job& it) { look_through(jobs, it, path, operator_limits(), key); }, {}, path);
  return job;
}

void add_import_routes(access::Api& api, const Source& source, Jobs& jobs) {
  auto& door = api.door();
  http::Description send{"Send an export of an alliance; it is looked through as a job, and nothing is written", std::string(area), {}, http::schema_of<JobView>()};
  send.request_type = "application/zip";
  send.body_limit = most_upload;
  send.spool_above = 1'000'000;
  send.success = 202;
  api.add(http::Method::post, "/api/v1/imports/alliance", http::Runs::on_worker,
          [&jobs](const http::Request& request, const Viewer& viewer) {
            if (request.body.empty() && request.body_file.empty()) throw_bad_field("", "empty", "Send the ZIP file of an export.");
            auto job = jobs.begin(
                JobKind::import_, lasting(viewer), "", "", [&jobs](Job& it) { look_through(jobs, it, it.path, upload_limits(), ""); }, {}, "",
                [&](const std::string& path) { take_upload(request, path); });
            auto view = job->view();
            return http::json(view, 202).with("Location", "/api/v1/jobs/" + view.id.text());
          },
          send, access::Api::Keys::passed_over);  // the file is not in memory to be compared; sent again it is looked through again
  http::Description preview{"What is in an export that was sent, and what would become of it", std::string(area), {}, http::schema_of<ImportPreview>()};
  preview.query = {{"party", "Which party the own organisation is, where that cannot be told"}};
  api.add(http::Method::get, "/api/v1/jobs/{id}/preview", http::Runs::on_worker,
          [&jobs, &door](const http::Request& request, const Viewer& viewer) {
            auto job = need_ready(jobs, viewer, request);
            auto party = asked_party(request);
            return http::json(door.read(db::Sight::of_system("import"), [&](db::Transaction& transaction) { return preview_of(transaction, viewer, *job->checked, party); }));
          },
          preview);
  http::Description commit{"Bring the export in, as the next step of its job", std::string(area), http::schema_of<ImportInput>(), http::schema_of<JobView>()};
  commit.success = 202;
  api.add(http::Method::post, "/api/v1/jobs/{id}/import", http::Runs::on_worker,
          [&jobs, source](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<ImportInput>(request);
            auto job = need_ready(jobs, viewer, request);
            auto limits = job->source.empty() ? upload_limits() : operator_limits();
            jobs.go_on(job, [source, limits, party = input.party, who = lasting(viewer)](Job& it) { bring_in(source, it, *who, path_of(it), limits, party); });
            return http::json(job->view(), 202);
          },
          commit);
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/foreign-records", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            ForeignList list;
            for (auto& row : door.read(viewer, [&](db::Transaction& transaction) { return foreign_records(transaction, viewer, alliance); }))
              list.items.push_back({row.id, row.space, row.origin.substr(0, row.origin.rfind('/')), row.leaves, row.head, row.signed_by, row.taken_at, row.brought_at});
            return http::json(list);
          },
          {"Records that came with an import, each verified up to its head", std::string(area), {}, http::schema_of<ForeignList>()});
  http::Description file{"A record that came with an import, as it was exported", std::string(area)};
  file.response_type = "application/jsonl";
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/foreign-records/{record}/file",
                [&api, &door, &jobs](const http::Request& request, const Viewer& viewer) {
                  auto alliance = api.alliance(request, viewer);
                  for (const auto& row : door.read(viewer, [&](db::Transaction& transaction) { return foreign_records(transaction, viewer, alliance); })) {
                    if (row.id != request.parameter("record")) continue;
                    // Through a file without a name, so that a long one is never in memory.
                    std::string path = fmt::format("{}/foreign-{}-{}", jobs.folder(), row.id, JobId::make(door.random()).view());
                    write_new_file(path, [&](const archive::Sink& sink) { each_part(door, viewer, row.id, sink); });
                    auto opened = open_file(path);
                    std::filesystem::remove(path);
                    return http::download(std::move(opened), "application/jsonl", fmt::format("record-{}.jsonl", row.space.view()));
                  }
                  throw_not_found();
                },
                file);
}

}  // namespace entente::possession
