#include "possession/checked.hpp"

#include <unistd.h>

#include <fstream>

#include "access/items.hpp"
#include "base/error.hpp"
#include "json/json.hpp"
#include "record/file.hpp"
#include "record/verify.hpp"

namespace entente::possession {
namespace {

constexpr std::size_t most_manifest = 4'000'000;
// A tree of values takes some 24 times the memory of its text.
constexpr std::size_t longest_line = 8'000'000;
constexpr std::size_t most_people = 20'000;

[[noreturn]] void refuse(std::string_view code, std::string message) { throw Error(ErrorKind::bad_input, code, std::move(message)); }

/// Text that a stranger wrote, for a message.
std::string shown(std::string_view text) { return std::string(text.substr(0, 120)); }

const archive::ZipEntry& need(const archive::ZipReader& zip, std::string_view name) {
  const auto* entry = zip.find(name);
  if (!entry) refuse("not_an_export", fmt::format("This is not an export of an alliance: there is no “{}” in it.", name));
  return *entry;
}

/// A file that goes when it is no longer looked at.
struct Aside {
  std::string path;
  explicit Aside(std::string place) : path(std::move(place)) {}
  ~Aside() { ::unlink(path.c_str()); }
};

class Check {
 public:
  Check(const std::string& path, const std::string& folder, const archive::ZipLimits& limits, const std::string& expected_key, const Progress& progress)
      : zip_(path, limits), folder_(folder), expected_key_(expected_key), progress_(progress) {}

  CheckedExport run() {
    read_manifest();
    for (const auto& entry : zip_.entries())
      if (!named_.contains(entry.name) && entry.name != manifest_name && entry.name != manifest_note_name)
        refuse("tampered", fmt::format("The file “{}” is not named by the manifest: it was put in.", entry.name));
    std::int64_t done = 0, all = 1;
    for (const auto& file : out_.manifest.files) all += file.bytes;
    for (const auto& file : out_.manifest.files) {
      if (progress_) progress_(static_cast<double>(done) / static_cast<double>(all), file.name);
      check_file(file);
      done += file.bytes;
    }
    for (const auto& record : out_.manifest.records)
      if (!verified_.contains(record.file)) refuse("tampered", fmt::format("The record “{}” is missing.", shown(record.file)));
    check_note();
    read_people();
    return std::move(out_);
  }

 private:
  void read_manifest() {
    std::string text = zip_.text(need(zip_, manifest_name), most_manifest);
    out_.manifest_digest = auth::sha256_hex(text);
    if (text.starts_with("{\"entente_bundle\""))
      refuse("bundle", "This is an export of everything. Unpack it, and bring in the alliances in it one by one: alliances/….zip.");
    try {
      out_.manifest = json::read_kept<Manifest>(text, {most_manifest, 16});
    } catch (const Error& error) {
      refuse("not_an_export", "This is not an export of an alliance: its manifest cannot be read. " + error.message());
    }
    const auto& manifest = out_.manifest;
    if (manifest.entente_export != 1) refuse("newer", "This export was written by a newer program than this one.");
    if (manifest.alliance.id.empty()) refuse("not_an_export", "This export does not say which alliance it is of.");
    for (const auto& file : manifest.files)
      if (!named_.insert(file.name).second) refuse("tampered", fmt::format("The manifest names “{}” twice.", shown(file.name)));
    if (std::none_of(manifest.records.begin(), manifest.records.end(), [](const auto& record) { return record.kind == access::SpaceKind::shared; }))
      refuse("tampered", "The record of what the parties share is missing.");
  }

  /// Length, digest, and of a record the proofs.
  void check_file(const ManifestFile& file) {
    const auto* entry = zip_.find(file.name);
    if (!entry) refuse("tampered", fmt::format("The file “{}” is missing: the manifest names it.", shown(file.name)));
    auth::Sha256 digest;
    bool is_record = file.name.starts_with("record/");
    Aside aside(folder_ + "/record-" + out_.manifest_digest);
    {
      std::ofstream copy;
      if (is_record) copy.open(aside.path, std::ios::binary | std::ios::trunc);
      zip_.read(*entry, [&](std::string_view bytes) {
        digest.add(bytes);
        if (is_record) copy.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      });
      if (is_record && !copy.flush()) throw Error(ErrorKind::unavailable, "no_room", "There is no room for looking through the file.");
    }
    if (static_cast<std::int64_t>(entry->bytes) != file.bytes || auth::hex(auth::bytes_of(digest.finish())) != file.sha256)
      refuse("tampered", fmt::format("The file “{}” is not what the manifest says: it was changed.", file.name));
    if (is_record) verify_record(file.name, aside.path);
  }

  void verify_record(const std::string& name, const std::string& path) {
    record::VerifyOptions options;
    const ManifestRecord* listed = nullptr;
    for (const auto& record : out_.manifest.records)
      if (record.file == name) listed = &record;
    if (listed) options.earlier_heads.push_back(listed->head);
    auto report = record::verify_file(path, options);
    if (!report.right()) refuse("tampered", fmt::format("The record “{}” does not prove what it claims. {}", name, report.wrong.front()));
    verified_.insert(name);
    if (!listed) return;  // one that came from elsewhere before
    if (report.origin != listed->origin || report.leaves != static_cast<std::uint64_t>(listed->leaves) || !listed->origin.ends_with("/" + listed->space.text()))
      refuse("tampered", fmt::format("The record “{}” is not the one that the manifest names.", name));
    std::string first;
    std::ifstream file(path, std::ios::binary);
    std::getline(file, first);
    auto head = record::parse_note(listed->head);
    for (const auto& text : json::read<record::FileHeader>(first).keys)
      if (check_signature(head, record::parse_verifier_key(text)) == record::SignatureState::valid) signers_[name].push_back(text);
  }

  /// Manifest and every record's head were signed by one and the same key.
  void check_note() {
    record::Note note;
    try {
      note = record::parse_note(zip_.text(need(zip_, manifest_note_name), 10'000));
    } catch (const Error& error) {
      refuse("tampered", fmt::format("The file “{}” cannot be read. {}", manifest_note_name, error.message()));
    }
    if (note.text != manifest_note_text(out_.manifest.alliance.id, out_.manifest_digest))
      refuse("tampered", fmt::format("The file “{}” does not fit the manifest: one of them was changed.", manifest_note_name));
    for (const auto& record : out_.manifest.records) {
      bool found = false;
      for (const auto& text : signers_[record.file]) {
        auto key = record::parse_verifier_key(text);
        if (check_signature(note, key) != record::SignatureState::valid) continue;
        if (!expected_key_.empty() && text != expected_key_) continue;
        found = true;
        out_.key = text;
        out_.server = key.name;
      }
      if (!found)
        refuse("tampered", expected_key_.empty()
                               ? fmt::format("The manifest was not signed by the server that signed the record “{}”: it was changed.", shown(record.file))
                               : "The export was not signed by the key that you named.");
    }
  }

  template <class T>
  void read_rows(std::string_view table, std::vector<T>& out) {
    each_row(zip_, table, [&](const json::Object& row, const std::string& where) {
      if (out.size() == most_people) throw Error(ErrorKind::too_large, "too_many_people", fmt::format("{} has more than {} rows.", where, most_people));
      json::Object known;
      for (const auto& member : row)
        access::items::each_member<T>([&](std::string_view name, auto) {
          if (name == member.name) known.push_back(member);
        });
      std::vector<FieldError> errors;
      out.emplace_back();
      json::Codec<T>::read(json::Reader(errors, json::Reader::Missing::keeps_default), json::Value(std::move(known)), out.back());
      throw_if_any(std::move(errors));
    });
  }

  void read_people() {
    read_rows("organisation", out_.organisations);
    read_rows("person", out_.people);
    read_rows("party", out_.parties);
  }

  archive::ZipReader zip_;
  std::string folder_;
  std::string expected_key_;
  const Progress& progress_;
  CheckedExport out_;
  std::set<std::string, std::less<>> named_, verified_;
  std::map<std::string, std::vector<std::string>> signers_;  ///< of each record's last head, by file
};

}  // namespace

archive::ZipLimits upload_limits() { return {2'000, 200'000'000, 100}; }
archive::ZipLimits operator_limits() { return {20'000, 40'000'000'000, 1'000}; }

CheckedExport check_export(const std::string& path, const std::string& folder, const archive::ZipLimits& limits, const std::string& expected_key,
                           const Progress& progress) {
  return Check(path, folder, limits, expected_key, progress).run();
}

void each_row(archive::ZipReader& zip, std::string_view table, const std::function<void(const json::Object&, const std::string& where)>& use) {
  std::string name = fmt::format("data/{}.jsonl", table);
  const auto* entry = zip.find(name);
  if (!entry) return;
  std::size_t number = 0;
  zip.lines(*entry, [&](std::string_view line) {
    std::string where = fmt::format("{}, line {}", name, ++number);
    json::Value row;
    try {
      row = json::parse(line, {longest_line, 32});
    } catch (const Error& error) {
      refuse("tampered", fmt::format("{} cannot be read. {}", where, error.message()));
    }
    if (!row.object()) refuse("tampered", fmt::format("{} is no object.", where));
    use(*row.object(), where);
  }, longest_line);
}

}  // namespace entente::possession
