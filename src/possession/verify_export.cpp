#include "possession/verify_export.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include "archive/zip_reader.hpp"
#include "base/error.hpp"
#include "possession/checked.hpp"
#include "possession/export.hpp"

namespace entente::possession {
namespace {

namespace files = std::filesystem;

/// A folder of one's own that goes with this.
struct Room {
  files::path path;
  Room() {
    std::string name = (files::temp_directory_path() / "entente-verify-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw Error(ErrorKind::unavailable, "no_room", "There is no room for looking through the file.");
    path = name;
  }
  ~Room() {
    std::error_code none;
    files::remove_all(path, none);
  }
};

std::string unpack(archive::ZipReader& zip, const archive::ZipEntry& entry, const files::path& to) {
  write_new_file(to.string(), [&](const archive::Sink& sink) { zip.read(entry, [&](std::string_view bytes) { sink(bytes); }); });
  return to.string();
}

class Verification {
 public:
  Verification(std::string key, const record::VerifyOptions& options) : key_(std::move(key)), options_(options) {}

  /// One alliance.
  void alliance(const std::string& path, const std::string& name) {
    try {
      auto checked = check_export(path, room_.path.string(), operator_limits(), key_);
      const auto& manifest = checked.manifest;
      say("{}: the export of “{}”, taken {} by {}.", name, manifest.alliance.name, manifest.made_at.text().substr(0, 10), manifest.taken_by.person.empty() ? "the operator" : manifest.taken_by.person);
      say("  checked: {} files are what the manifest says, and the server {} signed it.", manifest.files.size(), checked.server);
      if (key_.empty()) say("  note: signed with {}; compare this key, or name the one you trust with --key.", checked.key);
      archive::ZipReader zip(path, operator_limits());
      for (const auto& one : manifest.records) {
        say("  checked: the record “{}” of {} leaves is whole up to its head.", one.origin, one.leaves);
        if (!options_.earlier_heads.empty() || !options_.witnesses.empty()) record(zip, one);
      }
    } catch (const Error& error) {
      wrong("{}: {}", name, error.message());
    }
  }

  void folder(const std::string& path) {
    std::vector<files::path> found;
    std::error_code none;
    for (const auto& one : files::directory_iterator(files::path(path) / "alliances", none))
      if (one.path().extension() == ".zip") found.push_back(one.path());
    std::sort(found.begin(), found.end());
    std::ifstream in(files::path(path) / manifest_name, std::ios::binary);
    std::string manifest{std::istreambuf_iterator<char>(in), {}};
    if (found.empty() && manifest.empty()) return wrong("There is no export in this folder.");
    auto named = named_by(manifest);
    for (const auto& one : found) {
      std::string name = "alliances/" + one.filename().string();
      if (!named.erase(name)) wrong("{}: the manifest does not name this file: it was put in.", name);
      alliance(one.string(), name);
    }
    for (const auto& name : named) wrong("{}: the file is missing.", name);
  }

  void zip(const std::string& path) {
    archive::ZipReader zip(path, operator_limits());
    const auto* manifest = zip.find(manifest_name);
    if (!manifest) return wrong("This is not an export: there is no “{}” in it.", manifest_name);
    std::string text = zip.text(*manifest, 20'000'000);
    if (!text.starts_with("{\"entente_bundle\"")) return alliance(path, files::path(path).filename().string());
    auto named = named_by(text);
    for (const auto& entry : zip.entries()) {
      if (!entry.name.ends_with(".zip")) continue;
      if (!named.erase(entry.name)) wrong("{}: the manifest does not name this file: it was put in.", entry.name);
      auto inner = unpack(zip, entry, room_.path / "alliance.zip");
      alliance(inner, entry.name);
      files::remove(inner);
    }
    for (const auto& name : named) wrong("{}: the file is missing.", name);
  }

  ExportReport report() {
    report_.text += report_.right ? "Nothing was changed, left out or put in.\n" : "This export does not prove what it claims.\n";
    return std::move(report_);
  }

  template <class... A>
  void wrong(fmt::format_string<A...> form, A&&... arguments) {
    report_.right = false;
    report_.text += "WRONG: " + fmt::format(form, std::forward<A>(arguments)...) + "\n";
  }

 private:
  template <class... A>
  void say(fmt::format_string<A...> form, A&&... arguments) {
    report_.text += fmt::format(form, std::forward<A>(arguments)...) + "\n";
  }

  /// The alliances that a bundle's manifest names.
  std::set<std::string> named_by(const std::string& manifest) {
    std::set<std::string> out;
    try {
      for (const auto& one : json::read_kept<Bundle>(manifest, {20'000'000, 16}).alliances) out.insert(one.file);
    } catch (const Error& error) {
      wrong("The manifest cannot be read. {}", error.message());
    }
    return out;
  }

  /// What the options ask of one record: heads that were taken away earlier, and witnesses.
  void record(archive::ZipReader& zip, const ManifestRecord& one) {
    auto options = options_;
    std::erase_if(options.earlier_heads, [&](const std::string& head) { return record::parse_checkpoint(record::parse_note(head).text).origin != one.origin; });
    auto file = unpack(zip, *zip.find(one.file), room_.path / "asked.jsonl");
    auto report = record::verify_file(file, options);
    files::remove(file);
    for (const auto& sentence : report.checked) say("  checked: {}", sentence);
    for (const auto& sentence : report.wrong) wrong("{}: {}", one.file, sentence);
  }

  std::string key_;
  const record::VerifyOptions& options_;
  Room room_;
  ExportReport report_;
};

}  // namespace

bool may_be_export(const std::string& path) {
  if (files::is_directory(path)) return true;
  std::ifstream in(path, std::ios::binary);
  std::string begin(4, '\0');
  in.read(begin.data(), 4);
  return in && begin == "PK\x03\x04";
}

ExportReport verify_export(const std::string& path, const std::string& key, const record::VerifyOptions& options) {
  Verification verification(key, options);
  try {
    if (files::is_directory(path)) verification.folder(path);
    else verification.zip(path);
  } catch (const Error& error) {
    verification.wrong("The file cannot be read. {}", error.message());
  }
  return verification.report();
}

}  // namespace entente::possession
