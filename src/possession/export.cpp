#include "possession/export.hpp"

#include "base/error.hpp"
#include "exchange/apply.hpp"
#include "exchange/stratml.hpp"
#include "exchange/transfer.hpp"
#include "files/store.hpp"
#include "possession/attachments.hpp"
#include "possession/foreign.hpp"
#include "possession/kinds.hpp"
#include "possession/readme.hpp"
#include "possession/rows.hpp"
#include "possession/spaces.hpp"
#include "record/export.hpp"

namespace entente::possession {
namespace {

using access::Grant;
using access::Viewer;

constexpr std::size_t part = 128 * 1024;

// Whoever is named but takes no part is a name, and no address.
constexpr std::string_view person_sql = "SELECT id, organisation, name, '', '' FROM person WHERE id = $1";
constexpr std::string_view organisation_sql = "SELECT id, name, mark_letter FROM organisation WHERE id = $1";

/// What the record keeps of an export.
struct Taken {
  std::string manifest;  ///< SHA-256 of manifest.json, which names the digest of every file
  std::int64_t files = 0;
};
BOOST_DESCRIBE_STRUCT(Taken, (), (manifest, files))

}  // namespace

ManifestTaker taker_of(const Viewer& viewer, const Grant* grant) {
  ManifestTaker taker;
  taker.person = viewer.name;
  taker.organisation_name = viewer.organisation_name;
  if (!viewer.organisation.empty()) taker.organisation = viewer.organisation;
  if (grant && !grant->party.empty()) taker.party = grant->party;
  return taker;
}

namespace {

/// One run of an export.
class Run {
 public:
  Run(const Source& source, const Viewer& viewer, const AllianceId& alliance, const archive::Sink& sink, const Progress& progress)
      : source_(source), viewer_(viewer), grant_(viewer.need_record(alliance)), progress_(progress), zip_(sink, source.door.now()), spaces_(spaces_of(viewer, grant_)) {
    manifest_.program = ENTENTE_VERSION;
    manifest_.made_at = source.door.now();
    manifest_.taken_by = taker_of(viewer, &grant_);
    manifest_.alliance.id = alliance;
    // Each kind is a step; the three tables for people at the end; a record counts for ten, since it is the longest.
    steps_ = static_cast<double>(kinds().size() + document_kinds().size() + 3 + 10 * spaces_.size());
  }

  Manifest run() {
    read_rows();
    write_attachments();
    write_tables();
    for (const auto& space : spaces_) write_record(space);
    write_foreign();
    add(std::string(readme_name), "what is here", readme_of(manifest_));
    std::string text = json::text(manifest_) + "\n";
    std::string digest = auth::sha256_hex(text);
    zip_.add(manifest_name, text);
    zip_.add(manifest_note_name, source_.signer.signed_note(manifest_note_text(manifest_.alliance.id, digest)));
    zip_.finish();
    note(digest);
    return std::move(manifest_);
  }

 private:
  void step(const std::string& what, double share = 0) {
    if (progress_) progress_(std::min(1.0, (static_cast<double>(done_) + share) / steps_), what);
  }

  void list(const archive::Written& written, std::string_view what, std::optional<std::int64_t> rows = {}) {
    manifest_.files.push_back({written.name, std::string(what), static_cast<std::int64_t>(written.bytes), auth::hex(auth::bytes_of(written.digest)), rows});
  }
  void add(const std::string& name, std::string_view what, std::string_view text) { list(zip_.add(name, text), what); }

  /// Every kind, as one moment saw it.
  void read_rows() {
    source_.door.read(viewer_, [&](db::Transaction& transaction) {
      auto head = *transaction.one<std::tuple<std::string, std::string>>("SELECT slug, name FROM alliance WHERE id = $1", grant_.alliance);
      std::tie(manifest_.alliance.slug, manifest_.alliance.name) = head;
      for (const auto& kind : kinds()) {
        step(std::string(kind.title));
        if (kind.table != "person" && kind.table != "organisation") write_kind(transaction, kind);
        ++done_;
      }
      // Whoever is named has come by now.
      for (const auto& kind : kinds())
        if (kind.table == "person") write_people(transaction, kind);
      for (const auto& kind : document_kinds()) {
        step(std::string(kind.title));
        write_documents(transaction, kind);
        ++done_;
      }
      // Their content stays for a while, so that it can be read later; which ones there are is as their rows say.
      for (const auto& space : spaces_)
        for (auto& file : attachments(transaction, grant_.alliance, space.id)) attachments_.push_back(std::move(file));
    });
  }

  std::int64_t read_kind(db::Transaction& transaction, const Kind& kind) {
    auto reading = reading_of(transaction, kind);
    std::int64_t rows = 0;
    std::string text;
    auto take = [&](const db::Row& row) {
      write_row(text, row, reading.columns, people_);
      ++rows;
      if (text.size() < part) return;
      zip_.write(text);
      text.clear();
    };
    if (kind.reads == Kind::Reads::once) transaction.each(reading.sql, take, grant_.alliance);
    for (const auto& space : spaces_) {
      if (kind.reads == Kind::Reads::by_space) transaction.each(reading.sql, take, grant_.alliance, space.id);
      if (kind.reads == Kind::Reads::by_person) transaction.each(reading.sql, take, grant_.alliance, space.id, viewer_.person.text());
    }
    zip_.write(text);
    return rows;
  }

  void write_kind(db::Transaction& transaction, const Kind& kind) {
    zip_.begin(fmt::format("data/{}.jsonl", kind.table));
    auto rows = read_kind(transaction, kind);
    list(zip_.end(), kind.title, rows);
  }

  /// Those who take part, then whoever else is named; and their organisations.
  void write_people(db::Transaction& transaction, const Kind& kind) {
    std::set<PersonId> written;
    transaction.each("SELECT person FROM member WHERE alliance = $1", [&](const db::Row& row) { written.insert(row.get<PersonId>(0)); }, grant_.alliance);
    zip_.begin("data/person.jsonl");
    auto named = std::move(people_);
    people_.clear();
    auto rows = read_kind(transaction, kind);
    std::string text;
    std::set<std::string, std::less<>> organisations, ignored;
    auto columns = reading_of(transaction, kind).columns;
    for (const auto& name : named) {
      auto id = PersonId::parse(name);
      if (!id || written.contains(*id)) continue;
      transaction.each(
          person_sql,
          [&](const db::Row& row) {
            organisations.emplace(row.text(1));
            write_row(text, row, columns, ignored);
            ++rows;
          },
          *id);
    }
    zip_.write(text);
    list(zip_.end(), kind.title, rows);
    for (const auto& other : kinds())
      if (other.table == "organisation") write_organisations(transaction, other, organisations);
  }

  void write_organisations(db::Transaction& transaction, const Kind& kind, const std::set<std::string, std::less<>>& named) {
    std::set<std::string> parties;
    transaction.each("SELECT organisation FROM party WHERE alliance = $1 AND organisation IS NOT NULL", [&](const db::Row& row) { parties.emplace(row.text(0)); },
                     grant_.alliance);
    zip_.begin("data/organisation.jsonl");
    auto rows = read_kind(transaction, kind);
    std::string text;
    auto columns = reading_of(transaction, kind).columns;
    for (const auto& name : named) {
      if (parties.contains(name)) continue;
      transaction.each(
          organisation_sql,
          [&](const db::Row& row) {
            write_row(text, row, columns, people_);
            ++rows;
          },
          name);
    }
    zip_.write(text);
    list(zip_.end(), kind.title, rows);
  }

  void write_documents(db::Transaction& transaction, const DocumentKind& kind) {
    std::string sql = fmt::format("SELECT {0}.{1}, {0}.{2} {3}", kind.table, kind.key, kind.text, kind.from);
    for (const auto& space : spaces_)
      transaction.each(
          sql, [&](const db::Row& row) { add(fmt::format("{}/{}.json", kind.folder, row.text(0)), kind.title, row.text(1)); }, grant_.alliance, space.id);
  }

  /// Attached files, as they are.
  void write_attachments() {
    for (const auto& file : attachments_) {
      step(file.name);
      zip_.begin(attachment_file_name(file));
      source_.door.read(viewer_, [&](db::Transaction& transaction) { files::read(transaction, file, [&](std::string_view bytes) { zip_.write(bytes); }); });
      list(zip_.end(), "an attached file");
    }
  }

  /// The same as tables and as a plan, for programs that know these.
  void write_tables() {
    bool ours = grant_.sees(grant_.own);
    for (auto side : {model::Side::joint, model::Side::ours}) {
      if (side == model::Side::ours && !ours) continue;
      std::string end = side == model::Side::ours ? "-ours" : "";
      step("values as a table");
      auto reading = source_.service.readings().of(viewer_, grant_.alliance, side);
      add("observations" + end + ".csv", "all values as a table", exchange::export_observations(*reading));
      step("the plan as StratML");
      auto emails = source_.door.read(viewer_, [&](db::Transaction& transaction) { return exchange::emails_of(transaction, reading->contents()); });
      add("plan" + end + ".stratml.xml", "the plan as StratML", exchange::write_stratml(exchange::plan_of(reading->contents(), emails)));
    }
    done_ += 3;
  }

  void write_record(const SeenSpace& space) {
    source_.signer.sign_now(space.id);
    auto head = source_.door.read(viewer_, [&](db::Transaction& transaction) { return record::newest_head(transaction, space.id); });
    if (head && head->size > 0) {
      std::string kind(space.kind == access::SpaceKind::private_ ? "private" : space.kind == access::SpaceKind::shared ? "shared" : "agreement");
      std::string name = fmt::format("record/{}-{}.jsonl", kind, space.id.view());
      zip_.begin(name);
      std::uint64_t bytes = 0;
      std::string last;
      auto covered = record::export_record(
          source_.door.database(), source_.signer, space.id,
          [&](std::string_view text) {
            zip_.write(text);
            bytes += text.size();
            // Some 700 bytes a leaf.
            step("the record", 10 * std::min(0.95, static_cast<double>(bytes) / (700.0 * static_cast<double>(head->size))));
          },
          viewer_.sight());
      list(zip_.end(), "the record of what was done, with proofs", static_cast<std::int64_t>(covered.size));
      manifest_.records.push_back({space.id, space.kind, name, source_.signer.origin(space.id), static_cast<std::int64_t>(covered.size), covered.note});
    }
    done_ += 10;
  }

  /// Records that came with an import go along as they are.
  void write_foreign() {
    for (const auto& one : source_.door.read(viewer_, [&](db::Transaction& transaction) { return foreign_records(transaction, viewer_, grant_.alliance); })) {
      zip_.begin(foreign_file_name(one.id));
      each_part(source_.door, viewer_, one.id, [&](std::string_view bytes) { zip_.write(bytes); });
      list(zip_.end(), "the record that came from " + one.origin, one.leaves);
    }
  }

  void note(const std::string& digest) {
    source_.door.write(viewer_, [&](db::Transaction& transaction) {
      access::ActDraft draft;
      draft.alliance = grant_.alliance;
      draft.space = grant_.own.empty() ? grant_.shared : grant_.own;
      draft.kind = "taken";
      draft.object = "export";
      draft.object_id = grant_.alliance.text();
      draft.version = 1;
      draft.after = json::text(Taken{digest, static_cast<std::int64_t>(manifest_.files.size())});
      source_.door.act(transaction, viewer_, draft);
    });
  }

  Source source_;
  const Viewer& viewer_;
  const Grant& grant_;
  const Progress& progress_;
  archive::ZipWriter zip_;
  std::vector<SeenSpace> spaces_;
  std::vector<files::Attachment> attachments_;
  Manifest manifest_;
  std::set<std::string, std::less<>> people_;  ///< whom the rows name
  std::size_t done_ = 0;
  double steps_ = 1;
};

}  // namespace

Manifest export_alliance(const Source& source, const Viewer& viewer, const AllianceId& alliance, const archive::Sink& sink, const Progress& progress) {
  return Run(source, viewer, alliance, sink, progress).run();
}

}  // namespace entente::possession
