#include "possession/verify_export.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
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

std::string text_of(const files::path& path, std::uintmax_t most) {
  if (files::file_size(path) > most) throw Error(ErrorKind::too_large, "too_large", fmt::format("“{}” is too long.", path.filename().string()));
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr std::size_t most_manifest = 20'000'000;
constexpr std::size_t most_note = 10'000;
bool is_bundle(std::string_view manifest) { return manifest.starts_with("{\"entente_bundle\""); }

/// The files of an export of everything, whether they lie in a zip or in a folder.
struct Parts {
  std::set<std::string, std::less<>> names;
  /// Gives the place where the file of that name can be read meanwhile.
  std::function<void(const std::string& name, const std::function<void(const std::string& path)>& use)> with;

  std::string text(std::string_view name, std::size_t most) const {
    std::string out;
    if (!names.contains(name)) throw Error(ErrorKind::bad_input, "missing", "It is missing.");
    with(std::string(name), [&](const std::string& path) { out = text_of(path, most); });
    return out;
  }
};

class Verification {
 public:
  Verification(std::string key, const record::VerifyOptions& options) : key_(std::move(key)), options_(options) {}

  void folder(const std::string& path) {
    Parts parts;
    for (const auto& one : files::recursive_directory_iterator(path))
      if (!one.is_directory()) parts.names.insert(one.path().lexically_relative(path).generic_string());
    parts.with = [&](const std::string& name, const auto& use) { use((files::path(path) / name).string()); };
    if (!parts.names.contains(manifest_name)) return wrong("This folder is no export: there is no “{}” in it.", manifest_name);
    std::string manifest = parts.text(manifest_name, most_manifest);
    if (!is_bundle(manifest)) return wrong("This folder is no export of everything. Check an alliance's export by its ZIP file.");
    everything(manifest, std::move(parts));
  }

  void zip(const std::string& path) {
    archive::ZipReader zip(path, operator_limits());
    const auto* manifest = zip.find(manifest_name);
    if (!manifest) return wrong("This is not an export: there is no “{}” in it.", manifest_name);
    std::string text = zip.text(*manifest, most_manifest);
    if (!is_bundle(text)) {
      if (auto key = alliance(path, files::path(path).filename().string())) compare_key(*key);
      return;
    }
    Parts parts;
    for (const auto& entry : zip.entries()) parts.names.insert(entry.name);
    parts.with = [&](const std::string& name, const auto& use) {
      auto unpacked = unpack(zip, *zip.find(name), room_.path / "part");
      use(unpacked);
      files::remove(unpacked);
    };
    everything(text, std::move(parts));
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

  /// One alliance; gives the key that signed it, where all is right.
  std::optional<std::string> alliance(const std::string& path, const std::string& name) {
    try {
      auto checked = check_export(path, room_.path.string(), operator_limits(), key_);
      const auto& manifest = checked.manifest;
      say("{}: the export of “{}”, taken {} by {}.", name, manifest.alliance.name, manifest.made_at.text().substr(0, 10), manifest.taken_by.person.empty() ? "the operator" : manifest.taken_by.person);
      say("  checked: {} files are what the manifest says, and the server {} signed it.", manifest.files.size(), checked.server);
      archive::ZipReader zip(path, operator_limits());
      for (const auto& one : manifest.records) {
        say("  checked: the record “{}” of {} leaves is whole up to its head.", one.origin, one.leaves);
        if (!options_.earlier_heads.empty() || !options_.witnesses.empty()) record(zip, one);
      }
      return checked.key;
    } catch (const Error& error) {
      wrong("{}: {}", name, error.message());
    }
    return std::nullopt;
  }

  /// An export of everything: what the manifest names, and nothing else; signed by the server that signed all that is in it.
  void everything(const std::string& manifest, Parts parts) {
    Bundle bundle;
    try {
      bundle = json::read_kept<Bundle>(manifest, {most_manifest, 16});
    } catch (const Error& error) {
      return wrong("The manifest cannot be read. {}", error.message());
    }
    say("The export of everything, taken {} by {}.", bundle.made_at.text().substr(0, 10), bundle.taken_by.person.empty() ? "the operator" : bundle.taken_by.person);
    note(manifest, bundle, parts);
    parts.names.erase(std::string(manifest_name));
    parts.names.erase(std::string(manifest_note_name));
    for (const auto& one : bundle.alliances)
      part(parts, one.file, one.bytes, one.sha256, [&](const std::string& path) {
        auto key = alliance(path, one.file);
        if (key && *key != bundle.key) wrong("{}: it was not signed by the server that signed the manifest.", one.file);
      });
    for (const auto& one : bundle.files)
      part(parts, one.name, one.bytes, one.sha256, [&](const std::string& path) {
        if (one.name == organisation_record_name) organisation_record(path);
      });
    for (const auto& name : parts.names) wrong("{}: the manifest does not name this file: it was put in.", name);
    compare_key(bundle.key);
  }

  /// The manifest's signature.
  void note(const std::string& manifest, const Bundle& bundle, const Parts& parts) {
    try {
      auto note = record::parse_note(parts.text(manifest_note_name, most_note));
      auto key = record::parse_verifier_key(bundle.key);
      if (note.text != bundle_note_text(auth::sha256_hex(manifest))) return wrong("{}: it does not fit the manifest: one of them was changed.", manifest_note_name);
      if (check_signature(note, key) != record::SignatureState::valid) return wrong("{}: the manifest was not signed by the key that it names: it was changed.", manifest_note_name);
      if (!key_.empty() && key_ != bundle.key) return wrong("The export was not signed by the key that you named.");
      say("  checked: the server {} signed the manifest.", key.name);
    } catch (const Error& error) {
      wrong("{}: {}", manifest_note_name, error.message());
    }
  }

  /// One file by its length and digest, and then by what is in it.
  void part(Parts& parts, const std::string& name, std::int64_t bytes, const std::string& sha256, const std::function<void(const std::string& path)>& look) {
    if (!parts.names.erase(name)) return wrong("{}: the file is missing.", name);
    parts.with(name, [&](const std::string& path) {
      auth::Sha256 digest;
      std::int64_t length = 0;
      std::ifstream in(path, std::ios::binary);
      for (std::string some(1 << 16, '\0'); in.read(some.data(), static_cast<std::streamsize>(some.size())), in.gcount() > 0;) {
        digest.add(std::string_view(some).substr(0, static_cast<std::size_t>(in.gcount())));
        length += in.gcount();
      }
      if (length != bytes || auth::hex(auth::bytes_of(digest.finish())) != sha256) return wrong("{}: it is not what the manifest says: it was changed.", name);
      look(path);
    });
  }

  void compare_key(const std::string& key) {
    if (key_.empty()) say("  note: signed with {}; compare this key, or name the one you trust with --key.", key);
  }

  /// Of its administrators' acts; a witness signs the records of alliances.
  void organisation_record(const std::string& path) {
    auto options = options_;
    options.witnesses.clear();
    std::ifstream in(path, std::ios::binary);
    std::string first;
    std::getline(in, first);
    say("{}: the record of what the organisation's administrators did.", organisation_record_name);
    record(std::string(organisation_record_name), path, json::read_kept<record::FileHeader>(first).origin, std::move(options));
  }

  /// What the options ask of one record: heads that were taken away earlier, and witnesses.
  void record(archive::ZipReader& zip, const ManifestRecord& one) {
    auto file = unpack(zip, *zip.find(one.file), room_.path / "asked.jsonl");
    record(one.file, file, one.origin, options_);
    files::remove(file);
  }
  void record(const std::string& name, const std::string& path, const std::string& origin, record::VerifyOptions options) {
    std::erase_if(options.earlier_heads, [&](const std::string& head) { return record::parse_checkpoint(record::parse_note(head).text).origin != origin; });
    auto report = record::verify_file(path, options);
    for (const auto& sentence : report.checked) say("  checked: {}", sentence);
    for (const auto& sentence : report.wrong) wrong("{}: {}", name, sentence);
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
