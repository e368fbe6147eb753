#include "possession/import.hpp"

#include "access/viewers.hpp"
#include "alliance/rules.hpp"
#include "alliance/store.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "model/reading.hpp"
#include "possession/attachments.hpp"
#include "possession/cast.hpp"
#include "possession/foreign.hpp"
#include "possession/kinds.hpp"
#include "possession/rows.hpp"
#include "scorecard/scoring_json.hpp"
#include "search/index.hpp"

namespace entente::possession {
namespace {

using access::Viewer;

constexpr std::string_view alliance_here_sql = "SELECT COUNT(*) FROM alliance WHERE id = $1";
constexpr std::string_view slug_here_sql = "SELECT COUNT(*) FROM alliance WHERE slug = $1";
constexpr std::string_view open_space_sql = "INSERT INTO space (id, alliance, kind, organisation, agreement, revision) VALUES ($1, $2, 'private', $3, NULL, 0)";
constexpr std::string_view insert_member_sql =
    "INSERT INTO member (alliance, person, party, state, roles, themes, since, version) VALUES ($1, $2, $3, 'confirmed', $4, '', $5, 1) "
    "ON CONFLICT (alliance, person) DO UPDATE SET roles = EXCLUDED.roles, state = 'confirmed'";
constexpr std::string_view insert_foreign_person_sql =
    "INSERT INTO foreign_person (alliance, space, foreign_id, person) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

[[noreturn]] void tampered(std::string message) { throw Error(ErrorKind::bad_input, "tampered", std::move(message)); }

/// A column of a row, to be read and changed.
json::Value* member_of(json::Object& row, std::string_view name) {
  for (auto& member : row)
    if (member.name == name) return &member.value;
  return nullptr;
}
std::string text_in(const json::Object& row, std::string_view name) {
  for (const auto& member : row)
    if (member.name == name && member.value.string()) return *member.value.string();
  return "";
}
void put(json::Object& row, std::string_view name, json::Value value) {
  if (auto* present = member_of(row, name))
    *present = std::move(value);
  else
    row.push_back({std::string(name), std::move(value)});
}
void put(json::Object& row, std::string_view name, std::string text) { put(row, name, json::Value(std::move(text))); }

std::string clean_name(const json::Object& row, std::string_view name, const std::string& where) {
  std::vector<FieldError> errors;
  auto text = clean_text(text_in(row, name), name, {.longest = 120}, errors);
  if (!errors.empty()) tampered(fmt::format("{}: {}", where, errors.front().message));
  return text;
}

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// What the first leaf of a space's log says.
struct BroughtIn {
  std::string manifest;  ///< SHA-256 of the export's manifest
  std::string server;
  std::string key;
  Instant taken_at;
  std::string origin;  ///< of the space's log there; empty where it had none
  std::int64_t leaves = 0;
};
BOOST_DESCRIBE_STRUCT(BroughtIn, (), (manifest, server, key, taken_at, origin, leaves))

/// One run of an import, within the transaction that is open.
class Run {
 public:
  Run(const Source& source, db::Transaction& transaction, const Viewer& viewer, const CheckedExport& checked, const std::string& path,
      const archive::ZipLimits& limits, const std::optional<PartyId>& party, const Progress& progress)
      : source_(source), transaction_(transaction), viewer_(viewer), checked_(checked), zip_(path, limits), progress_(progress),
        alliance_(checked.manifest.alliance.id), cast_(cast_of(transaction, viewer, checked, party)) {}

  Imported run() {
    if (cast_.needs_party) throw_bad_field("party", "empty", "Say which party your organisation is.");
    if (*transaction_.one<std::int64_t>(alliance_here_sql, alliance_) > 0)
      throw Error(ErrorKind::conflict, "already_here", "This alliance is in this installation already.");
    make_cast(source_.door, transaction_, viewer_, cast_);
    find_spaces();
    double done = 0;
    for (const auto& kind : kinds()) {
      if (progress_) progress_(0.9 * done++ / static_cast<double>(kinds().size()), std::string(kind.title));
      if (kind.table == "organisation" || kind.table == "person") continue;
      bring_in(kind);
      if (kind.table == "member") finish_people();
    }
    for (const auto& kind : document_kinds()) bring_in(kind);
    if (!digests_.empty()) tampered(fmt::format("The text of “{}” is missing.", digests_.begin()->first));
    bring_in_attachments(transaction_, zip_, alliance_);
    if (progress_) progress_(0.92, "the record");
    keep_records();
    keep_foreign_people();
    begin_logs();
    try_reading();
    search::index_alliance(transaction_, alliance_);
    source_.door.rights_changed(transaction_, {{}, viewer_.organisation.empty() ? std::vector<OrganisationId>() : std::vector{viewer_.organisation}});
    return {alliance_, slug_};
  }

 private:
  void bring_in(const Kind& kind) {
    RowWriter writer(transaction_, kind.table);
    auto references = references_of(transaction_, kind.table);
    bool has_alliance = false, has_space = false;
    for (const auto& column : columns_of(transaction_, kind.table)) {
      has_alliance |= column.name == "alliance";
      has_space |= column.name == "space";
    }
    each_row(zip_, kind.table, [&](const json::Object& read, const std::string& where) {
      json::Object row = read;
      for (auto& member : row)
        if (member.value.string()) member.value = json::Value(access::with_ids(*member.value.string(), cast_.ids));
      if (has_alliance && text_in(row, "alliance") != alliance_.view()) tampered(where + " belongs to another alliance.");
      if (has_space && !spaces_.contains(text_in(row, "space"))) tampered(where + " lies in a space that is not this alliance's.");
      if (!may_bring(kind, row)) return;
      fit(kind, row, where);
      for (const auto& [column, parent] : references)
        if (auto id = text_in(row, column); !id.empty() && !may_name(parent, id)) tampered(fmt::format("{} refers in “{}” to what is not in the export.", where, column));
      if (auto id = text_in(row, "id"); !id.empty()) {
        if (!is_id(id)) tampered(where + " has an identifier that is none.");
        ids_[std::string(kind.table)].insert(id);
      }
      writer.add(row, where);
    });
    writer.finish();
  }

  bool may_name(const std::string& table, const std::string& id) const {
    if (table == "alliance") return id == alliance_.view();
    if (table == "space") return spaces_.contains(id);
    if (table == "organisation") return cast_.known_organisations.contains(id);
    if (table == "person") return cast_.known_people.contains(id);
    auto found = ids_.find(table);
    return found != ids_.end() && found->second.contains(id);
  }

  /// Who may bind an organisation is said by its administrators, here as anywhere: an administrator brings in what the own
  /// organisation said, but never of oneself; anybody else, nothing of it.
  bool may_bring(const Kind& kind, const json::Object& row) const {
    if (kind.table != "signatory" || viewer_.operator_) return true;
    return viewer_.administrator && text_in(row, "organisation") == viewer_.organisation.view() && text_in(row, "person") != viewer_.person.view();
  }

  /// What some kinds need beside.
  void fit(const Kind& kind, json::Object& row, const std::string& where) {
    if (kind.table == "alliance") {
      if (text_in(row, "id") != alliance_.view() || !slug_.empty()) tampered(where + " is not the alliance that the manifest names.");
      put(row, "name", clean_name(row, "name", where));
      slug_ = text_in(row, "slug");
      if (!is_slug(slug_) || *transaction_.one<std::int64_t>(slug_here_sql, slug_) > 0)
        slug_ = slug_of(text_in(row, "name")) + "-" + std::string(random_id(source_.door.random()).characters.data(), 5);
      put(row, "slug", slug_);
    } else if (kind.table == "party") {
      put(row, "name", clean_name(row, "name", where));
      if (!viewer_.organisation.empty() && text_in(row, "id") != cast_.our_party->view()) {
        // Its organisation takes up the place by an invitation, here as anywhere.
        put(row, "organisation", json::Value());
        if (text_in(row, "state") == "confirmed") put(row, "state", std::string("invited"));
        // And says itself when its year begins.
        for (const char* field : {"first_month", "first_day", "calendar_kind"}) put(row, field, json::Value());
      } else if (!viewer_.organisation.empty()) {
        put(row, "organisation", viewer_.organisation.text());
        put(row, "state", std::string("confirmed"));
      }
    } else if (kind.table == "space") {
      put(row, "revision", json::Value(json::Number{"0"}));
    } else if (kind.table == "member") {
      access::Roles::parse(text_in(row, "roles"));
      if (!json::Codec<access::MemberState>::parse(text_in(row, "state"))) tampered(where + " has a state that is none.");
    } else if (kind.table == "charter" || kind.table == "review_freeze") {
      digests_[text_in(row, "id")] = text_in(row, "digest");
    } else if (kind.table == "witness") {
      record::parse_verifier_key(text_in(row, "key"));
    }
  }

  /// Which spaces there are has to be known before the first row that lies in one.
  void find_spaces() {
    each_row(zip_, "space", [&](const json::Object& row, const std::string& where) { fit_space(row, where); });
    if (shared_.empty()) tampered("The export has no shared space.");
  }

  void fit_space(const json::Object& row, const std::string& where) {
    std::string id = text_in(row, "id"), kind = text_in(row, "kind");
    if (!is_id(id)) tampered(where + " has an identifier that is none.");
    if (kind == "shared") {
      if (!shared_.empty()) tampered(where + ": an alliance has one shared space.");
      shared_ = *SpaceId::parse(id);
    } else if (kind == "private") {
      if (!viewer_.organisation.empty() && cast_.here(text_in(row, "organisation")) != viewer_.organisation.view())
        tampered(where + " is a private space of another organisation.");
    } else if (kind != "agreement") {
      tampered(where + " is a space of no known kind.");
    }
    spaces_.insert(id);
    transaction_.see(id);
  }

  /// Private spaces for the parties that are here, and a manager for whoever brings it in.
  void finish_people() {
    auto parties = transaction_.all<std::tuple<PartyId, OrganisationId>>(
        "SELECT id, organisation FROM party WHERE alliance = $1 AND organisation IS NOT NULL AND state = 'confirmed' ORDER BY position, id", alliance_);
    for (const auto& [party, organisation] : parties) {
      if (*transaction_.one<std::int64_t>("SELECT COUNT(*) FROM space WHERE alliance = $1 AND kind = 'private' AND organisation = $2", alliance_, organisation) > 0) continue;
      auto space = SpaceId::make(source_.door.random());
      transaction_.run(open_space_sql, space, alliance_, organisation);
      transaction_.see(space.view());
      spaces_.insert(space.text());
    }
    if (viewer_.person.empty()) return;
    auto roles = access::Roles::parse(transaction_.one<std::string>("SELECT roles FROM member WHERE alliance = $1 AND person = $2", alliance_, viewer_.person).value_or(""));
    roles.add(access::Role::alliance_manager);
    transaction_.run(insert_member_sql, alliance_, viewer_.person, *cast_.our_party, roles.text(), source_.door.now());
  }

  /// The very bytes that were signed or frozen.
  void bring_in(const DocumentKind& kind) {
    bool has_space = false;
    for (const auto& column : columns_of(transaction_, kind.table)) has_space |= column.name == "space";
    std::string insert = fmt::format("INSERT INTO {} ({}, {}{}) VALUES ($1, $2{})", kind.table, kind.key, kind.text, has_space ? ", space" : "", has_space ? ", $3" : "");
    std::string space_sql = fmt::format("SELECT space FROM {} WHERE id = $1", kind.table == "freeze_document" ? "review_freeze" : "charter");
    std::string begin = fmt::format("{}/", kind.folder);
    for (const auto& entry : zip_.entries()) {
      if (!entry.name.starts_with(begin) || !entry.name.ends_with(".json")) continue;
      std::string id = entry.name.substr(begin.size(), entry.name.size() - begin.size() - 5);
      auto digest = digests_.find(id);
      std::string text = zip_.text(entry);
      if (digest == digests_.end() || auth::sha256_hex(text) != digest->second) tampered(fmt::format("The file “{}” is not the text that its digest names.", entry.name));
      if (has_space)
        transaction_.run(insert, id, text, *transaction_.one<SpaceId>(space_sql, id));
      else
        transaction_.run(insert, id, text);
      digests_.erase(digest);
    }
  }

  void keep_records() {
    for (const auto& record : checked_.manifest.records) {
      if (!spaces_.contains(record.space.text())) tampered(fmt::format("The record “{}” is of a space that is not in the export.", record.file));
      const ManifestFile* file = nullptr;
      for (const auto& one : checked_.manifest.files)
        if (one.name == record.file) file = &one;
      ForeignRecord row{random_text(), alliance_, record.space, record.origin, record.leaves, record.head, checked_.key, file->sha256, checked_.manifest_digest,
                        checked_.manifest.made_at, source_.door.now()};
      insert_foreign(transaction_, row);
      keep_parts(row.id, record.space, *zip_.find(record.file));
    }
    // Those that had come from elsewhere before.
    for (const auto& id : ids_["foreign_record"]) {
      auto name = foreign_file_name(id);
      const auto* entry = zip_.find(name);
      auto head = *transaction_.one<std::tuple<SpaceId, std::string>>("SELECT space, sha256 FROM foreign_record WHERE id = $1", id);
      if (!entry) tampered(fmt::format("The file “{}” is missing.", name));
      keep_parts(id, std::get<0>(head), *entry);
      for (const auto& one : checked_.manifest.files)
        if (one.name == name && one.sha256 != std::get<1>(head)) tampered(fmt::format("The file “{}” is not the record that came from elsewhere.", name));
    }
  }

  void keep_parts(const std::string& id, const SpaceId& space, const archive::ZipEntry& entry) {
    ForeignWriter writer(transaction_, id, space);
    zip_.read(entry, [&](std::string_view bytes) { writer.write(bytes); });
    writer.finish();
  }

  std::string random_text() { return std::string(random_id(source_.door.random()).characters.data(), PersonId::length); }

  void keep_foreign_people() {
    for (const auto& [foreign, here] : cast_.ids)
      if (cast_.known_people.contains(here)) transaction_.run(insert_foreign_person_sql, alliance_, shared_, foreign, here);
  }

  /// The log of each space begins here, with what it follows.
  void begin_logs() {
    Viewer actor = viewer_;
    for (const auto& space : spaces_) {
      BroughtIn told{checked_.manifest_digest, checked_.server, checked_.key, checked_.manifest.made_at, "", 0};
      for (const auto& record : checked_.manifest.records)
        if (record.space.view() == space) std::tie(told.origin, told.leaves) = std::tie(record.origin, record.leaves);
      access::ActDraft draft;
      draft.alliance = alliance_;
      draft.space = *SpaceId::parse(space);
      draft.kind = "brought_in";
      draft.object = "export";
      draft.object_id = alliance_.text();
      draft.version = 1;
      draft.after = json::text(told);
      source_.door.act(transaction_, actor, draft);
    }
  }

  /// Whatever the program makes of the rows it has to be able to read: what cannot be read is refused now, not met later.
  void try_reading() {
    try {
      auto own = transaction_.all<SpaceId>("SELECT id FROM space WHERE alliance = $1 AND kind = 'private'", alliance_);
      for (const auto& side : own) {
        model::Spaces spaces{shared_, {}, side};
        for (const auto& space : spaces_)
          if (space == side.view() || (space != shared_.view() && std::find(own.begin(), own.end(), *SpaceId::parse(space)) == own.end()))
            spaces.others.push_back(*SpaceId::parse(space));
        if (judge(spaces, {})) judge(spaces, {model::Basis::Text::draft});
      }
      auto members = transaction_.all<alliance::MemberRow>("SELECT alliance, person, party, state, roles, themes, since, version FROM member WHERE alliance = $1", alliance_);
    } catch (const Error& error) {
      throw Error(ErrorKind::bad_input, "tampered", "What is in the export cannot be read as an alliance.", {}, error.message() + " " + error.detail());
    }
  }

  static void check_fiscal_year(const alliance::Party& party) {
    std::vector<FieldError> errors;
    alliance::check(party, errors);
    bool part = party.first_month.has_value() != party.first_day.has_value() || party.first_day.has_value() != party.calendar_kind.has_value();
    if (part || !errors.empty()) tampered(fmt::format("The fiscal year of {} is none.", party.name));
  }

  /// As the screens do. Gives whether there is a draft beside the text that is in force.
  bool judge(const model::Spaces& spaces, const model::Basis& basis) {
    auto contents = model::load_contents(transaction_, alliance_, spaces, basis);
    for (const auto& measure : contents->measures)
      if (std::min(measure.carry, measure.grace) < 0 || std::max(measure.carry, measure.grace) > 1000) tampered("A measure waits or carries for longer than can be judged.");
    for (const auto& [measure, targets] : contents->targets)
      for (const auto& target : targets) scorecard::evaluation::ScoringRule(scorecard::parse_scoring(target.scoring.text));
    for (const auto& party : contents->parties) check_fiscal_year(party);
    model::Reading reading(std::move(contents));
    reading.as_of(day_in(source_.door.now(), reading.contents().alliance.zone));
    return reading.contents().ratified;
  }

  const Source& source_;
  db::Transaction& transaction_;
  const Viewer& viewer_;
  const CheckedExport& checked_;
  archive::ZipReader zip_;
  const Progress& progress_;
  AllianceId alliance_;
  Cast cast_;
  std::string slug_;
  SpaceId shared_;
  std::set<std::string, std::less<>> spaces_;
  std::map<std::string, std::set<std::string, std::less<>>> ids_;  ///< brought in, by table
  std::map<std::string, std::string> digests_;                     ///< of charters and freezes
};

}  // namespace

ImportPreview preview_of(db::Transaction& transaction, const Viewer& viewer, const CheckedExport& checked, const std::optional<PartyId>& party) {
  Cast cast = cast_of(transaction, viewer, checked, party);
  const auto& manifest = checked.manifest;
  ImportPreview preview;
  preview.name = manifest.alliance.name;
  preview.taken_at = manifest.made_at;
  preview.taken_by = manifest.taken_by.person;
  preview.organisation = manifest.taken_by.organisation_name;
  preview.server = checked.server;
  preview.key = checked.key;
  for (const auto& one : checked.parties)
    if (auto id = PartyId::parse(one.id)) preview.parties.push_back({*id, one.name, cast.parties[one.id]});
  std::map<std::string, std::string> names;
  for (const auto& one : checked.organisations) names[one.id] = one.name;
  for (const auto& one : checked.people) preview.people.push_back({one.name, one.email, names[one.organisation], cast.outcomes[one.id]});
  for (const auto& file : manifest.files)
    if (file.name.starts_with("data/") && file.rows.value_or(0) > 0) preview.kinds.push_back({file.what, *file.rows});
  for (const auto& record : manifest.records) preview.records.push_back({record.kind, record.origin, record.leaves});
  preview.needs_party = cast.needs_party;
  preview.already_here = *transaction.one<std::int64_t>(alliance_here_sql, manifest.alliance.id) > 0;
  return preview;
}

Imported import_alliance(const Source& source, const Viewer& viewer, const CheckedExport& checked, const std::string& path, const archive::ZipLimits& limits,
                         const std::optional<PartyId>& party, const Progress& progress) {
  auto work = [&](db::Transaction& transaction) { return Run(source, transaction, viewer, checked, path, limits, party, progress).run(); };
  return source.door.write(viewer, "import", work);
}

}  // namespace entente::possession
