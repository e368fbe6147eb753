// An export of everything: the export of each alliance, one after the other.
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "organisation/people.hpp"
#include "possession/export.hpp"
#include "possession/readme.hpp"
#include "record/export.hpp"

namespace entente::possession {
namespace {

namespace files = std::filesystem;

/// A file that is written from its beginning to its end; taken away again where that fails.
class NewFile {
 public:
  explicit NewFile(std::string path) : path_(std::move(path)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file_ < 0) throw_bad_field("path", "cannot_write", fmt::format("“{}” cannot be written.", path_));
  }
  ~NewFile() {
    ::close(file_);
    if (!done_) ::unlink(path_.c_str());
  }
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw Error(ErrorKind::unavailable, "no_room", "There is no room for the file.");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void finish() {
    if (::fsync(file_) != 0) throw Error(ErrorKind::unavailable, "no_room", "There is no room for the file.");
    done_ = true;
  }

 private:
  std::string path_;
  int file_ = -1;
  bool done_ = false;
};

ManifestFile listed(const archive::Written& written, std::string_view what) {
  return {written.name, std::string(what), static_cast<std::int64_t>(written.bytes), auth::hex(auth::bytes_of(written.digest)), {}};
}

}  // namespace

void write_new_file(const std::string& path, const std::function<void(const archive::Sink&)>& write) {
  NewFile file(path);
  write([&](std::string_view bytes) { file.write(bytes); });
  file.finish();
}

archive::Written ZipTarget::file(const std::string& name, const std::function<void(const archive::Sink&)>& write) {
  zip_.begin(name, name.ends_with(".zip") ? archive::Packing::none : archive::Packing::usual);
  write([this](std::string_view bytes) { zip_.write(bytes); });
  return zip_.end();
}

FolderTarget::FolderTarget(std::string path) : path_(std::move(path)) {
  std::error_code problem;
  files::create_directories(path_, problem);
  if (problem || !files::is_directory(path_)) throw_bad_field("path", "cannot_write", fmt::format("“{}” is no folder that can be written to.", path_));
}

archive::Written FolderTarget::file(const std::string& name, const std::function<void(const archive::Sink&)>& write) {
  files::path whole = files::path(path_) / name;
  std::error_code problem;
  files::create_directories(whole.parent_path(), problem);
  archive::Written written{name, 0, {}};
  auth::Sha256 digest;
  write_new_file(whole.string(), [&](const archive::Sink& sink) {
    write([&](std::string_view bytes) {
      written.bytes += bytes.size();
      digest.add(bytes);
      sink(bytes);
    });
  });
  written.digest = digest.finish();
  return written;
}

Bundle export_everything(const Source& source, const access::Viewer& viewer, BundleTarget& target, const Progress& progress) {
  Bundle bundle;
  bundle.program = ENTENTE_VERSION;
  bundle.key = source.signer.key().text();
  bundle.made_at = source.door.now();
  bundle.taken_by = taker_of(viewer, nullptr);
  std::vector<AllianceId> alliances;
  for (const auto& grant : viewer.grants)
    if (grant.may_take_record()) alliances.push_back(grant.alliance);
  double done = 0;
  for (const auto& id : alliances) {
    auto [slug, name] = *source.door.read(viewer, [&](db::Transaction& transaction) {
      return transaction.one<std::tuple<std::string, std::string>>("SELECT slug, name FROM alliance WHERE id = $1", id);
    });
    auto written = target.file(fmt::format("alliances/{}.zip", slug), [&](const archive::Sink& sink) {
      export_alliance(source, viewer, id, sink, [&](double share, const std::string&) {
        if (progress) progress((done + share) / static_cast<double>(alliances.size()), name);
      });
    });
    bundle.alliances.push_back({id, name, written.name, static_cast<std::int64_t>(written.bytes), auth::hex(auth::bytes_of(written.digest))});
    ++done;
  }
  if (viewer.administrator && !viewer.home.empty()) {
    source.signer.sign_now(viewer.home);
    bool has_record = source.door.read(viewer, [&](db::Transaction& transaction) { return record::newest_head(transaction, viewer.home).has_value(); });
    if (has_record)
      bundle.files.push_back(listed(target.file(std::string(organisation_record_name),
                                                [&](const archive::Sink& sink) {
                                                  record::export_record(source.door.database(), source.signer, viewer.home, sink, viewer.sight());
                                                }),
                                    "the record of what the organisation's administrators did, with proofs"));
    std::string people;
    for (const auto& person : source.door.read(viewer, [&](db::Transaction& transaction) { return organisation::colleagues(transaction, viewer); }))
      people += json::text(person) + "\n";
    bundle.files.push_back(listed(target.file("organisation/person.jsonl", [&](const archive::Sink& sink) { sink(people); }), "the organisation's people"));
  }
  bundle.files.push_back(listed(target.file(std::string(readme_name), [&](const archive::Sink& sink) { sink(readme_of(bundle)); }), "what is here"));
  std::string text = json::text(bundle) + "\n";
  target.file(std::string(manifest_name), [&](const archive::Sink& sink) { sink(text); });
  target.file(std::string(manifest_note_name), [&](const archive::Sink& sink) { sink(source.signer.signed_note(bundle_note_text(auth::sha256_hex(text)))); });
  target.finish();
  return bundle;
}

}  // namespace entente::possession
