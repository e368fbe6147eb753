#include "exchange/api.hpp"

#include "exchange/apply.hpp"
#include "exchange/sheets_api.hpp"
#include "exchange/sheets_out.hpp"
#include "exchange/show_sample.hpp"
#include "exchange/stratml.hpp"
#include "exchange/transfer.hpp"
#include "files/content.hpp"

namespace entente::exchange {
namespace {

using access::Act;
using access::Viewer;

constexpr std::string_view area = "import and export";
constexpr std::int64_t undo_seconds = 7 * 86'400;

struct StratmlPreview {
  std::string name;
  std::int64_t goals = 0;
  std::int64_t objectives = 0;
  std::int64_t indicators = 0;
  std::int64_t values = 0;
  std::int64_t initiatives = 0;
  std::vector<Warning> warnings;
};
BOOST_DESCRIBE_STRUCT(StratmlPreview, (), (name, goals, objectives, indicators, values, initiatives, warnings))

struct StratmlAnswer {
  StratmlPreview plan;
  std::optional<AllianceId> id;
  std::optional<std::string> slug;
};
BOOST_DESCRIBE_STRUCT(StratmlAnswer, (), (plan, id, slug))

/// What was brought in, and can still be taken back.
struct ImportItem {
  ImportId id;
  std::string kind;  ///< "observations", "sample"
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ImportItem, (), (id, kind, made_at))

struct ImportList {
  std::vector<ImportItem> items;
};
BOOST_DESCRIBE_STRUCT(ImportList, (), (items))

struct UndoneImport {
  ImportId id;
  std::int64_t acts = 0;
};
BOOST_DESCRIBE_STRUCT(UndoneImport, (), (id, acts))

bool is_commit(const http::Request& request) { return request.query_value("commit") == "true"; }

/// The side of the alliance that a person may write to: with one's own private measures.
model::ReadingPointer reading_for(model::Service& service, const Viewer& viewer, const AllianceId& alliance) {
  const auto& grant = viewer.need(alliance, Act::enter_observations);
  return service.readings().of(viewer, alliance, grant.sees(grant.own) ? model::Side::ours : model::Side::joint);
}

/// What a request brings to be imported: lines, and what is to be known of them.
struct Brought {
  std::string text;
  std::vector<std::string> notes;
  Cells cells() const { return text.starts_with(tidy_header) ? Cells::taken : Cells::refused; }
};

Brought brought_by(const http::Request& request, const Viewer& viewer, const access::Grant& grant, const model::Reading& reading) {
  if (!is_zip(request.body)) return {request.body, {}};
  if (request.body.size() > largest_workbook)
    throw Error(ErrorKind::too_large, "workbook_too_large", "A workbook has 20 MB at most. Save it as CSV: of that 64 MB are taken.");
  files::Content content(request);
  Workbook workbook(content.path());
  auto mapping = mapping_for(workbook, request.query_value("mapping"));
  auto tidy = lines_of(viewer, grant, reading, workbook.read(mapping.sheet), mapping);
  return {std::move(tidy.csv), notes_of(tidy)};
}

http::Response import_values(access::Api& api, model::Service& service, const http::Request& request, const Viewer& viewer) {
  auto& door = service.door();
  auto alliance = api.alliance(request, viewer);
  const auto& grant = viewer.need(alliance, Act::enter_observations);
  auto reading = reading_for(service, viewer, alliance);
  std::string who = viewer.person.empty() ? "operator" : viewer.person.text();
  Brought brought;
  std::optional<ImportId> id;
  if (auto named = request.query_value("preview"); named && !named->empty()) {
    id = ImportId::parse(*named);
    if (!id) throw_not_found();
    auto kept = door.read(viewer, [&](db::Transaction& transaction) {
      return transaction.one<std::string>("SELECT content FROM import WHERE id = $1 AND alliance = $2 AND person = $3 AND state = 'preview'", *id,
                                          alliance, who);
    });
    if (!kept) throw_not_found();
    brought.text = std::move(*kept);
  } else {
    // Only lines made from a sheet say where they come from.
    if (request.body.starts_with(tidy_header)) throw_bad_field("line 1", "bad_header", "There is no column “cells” in a CSV file.");
    brought = brought_by(request, viewer, grant, *reading);
  }
  const std::string& text = brought.text;
  if (text.empty()) throw_bad_field("", "empty", "Send a CSV file or an Excel workbook.");
  if (!is_commit(request)) {
    auto preview = preview_observations(viewer, grant, *reading, source_of(text), brought.cells());
    preview.notes.insert(preview.notes.begin(), brought.notes.begin(), brought.notes.end());
    auto made = ImportId::make(door.random());
    // One preview a person: a newer one takes its place.
    door.write(viewer, [&](db::Transaction& transaction) {
      transaction.run("DELETE FROM import WHERE alliance = $1 AND person = $2 AND state = 'preview'", alliance, who);
      transaction.run("INSERT INTO import (id, alliance, person, kind, state, content, act, made_at) VALUES ($1, $2, $3, 'observations', 'preview', $4, NULL, $5)",
                      made, alliance, who, text, door.now());
    });
    preview.id = made;
    return http::json(preview);
  }
  auto made = id.value_or(ImportId::make(door.random()));
  auto keep = [&](db::Transaction& transaction, const ImportPreview& written) {
    std::string acts;
    for (const auto& act : written.acts) acts += (acts.empty() ? "" : " ") + act.id.text();
    transaction.run("DELETE FROM import WHERE id = $1", made);
    transaction.run("INSERT INTO import (id, alliance, person, kind, state, content, act, made_at) VALUES ($1, $2, $3, 'observations', 'done', '', $4, $5)",
                    made, alliance, who, acts, door.now());
  };
  auto done = import_observations(door, viewer, alliance, *reading, [&] { return source_of(text); }, {}, brought.cells(), keep);
  done.id = made;
  return http::json(done);
}

http::Response undo_import(access::Door& door, const http::Request& request, const Viewer& viewer, const access::Undoers& undoers) {
  auto id = request.id_parameter<ImportId>("id");
  UndoneImport answer{id, 0};
  door.write(viewer, [&](db::Transaction& transaction) {
    auto row = transaction.one<std::tuple<AllianceId, std::string, std::string, Instant, std::string, std::string>>(
        "SELECT alliance, state, COALESCE(act, ''), made_at, kind, person FROM import WHERE id = $1", id);
    if (!row || !viewer.grant(std::get<0>(*row))) throw_not_found();
    auto& [alliance, state, acts, made_at, kind, person] = *row;
    // Before anything is said of it: one's own, or that of somebody of the same side.
    if (!viewer.operator_ && person != viewer.person.view()) {
      auto side = PersonId::parse(person) ? transaction.one<OrganisationId>("SELECT organisation FROM person WHERE id = $1", person) : std::nullopt;
      if (side != viewer.organisation || !viewer.grant(alliance)->may(Act::enter_observations) || state == "preview") throw_not_found();
    }
    if (state != "done") throw Error(ErrorKind::conflict, "undone_already", "This import was undone already.");
    if (kind == "sample") {
      answer.acts = remove_sample(door, transaction, viewer, alliance, made_of(acts));
      transaction.run("UPDATE import SET state = 'undone' WHERE id = $1", id);
      return;
    }
    if (door.now().seconds_since(made_at) > undo_seconds) throw Error(ErrorKind::conflict, "too_late", "An import can be undone for 7 days.");
    std::vector<ActId> list;
    for (std::size_t at = 0; at + 20 <= acts.size(); at += 21)
      if (auto act = ActId::parse(std::string_view(acts).substr(at, 20))) list.push_back(*act);
    for (auto act = list.rbegin(); act != list.rend(); ++act) {
      auto changed = (*undoers.find("observation"))(door, transaction, viewer, *act, "", alliance, "", "");
      transaction.run("INSERT INTO undone (act, by_act) VALUES ($1, $2)", *act, changed.act.id);
      ++answer.acts;
    }
    transaction.run("UPDATE import SET state = 'undone' WHERE id = $1", id);
  });
  return http::json(answer);
}

/// The samples shown in an alliance, and one's own imports: those of others may hold what is private.
ImportList imports_of(access::Door& door, const Viewer& viewer, const AllianceId& alliance) {
  const Instant since = door.now().plus_seconds(-undo_seconds);
  const std::string who = viewer.person.empty() ? "operator" : viewer.person.text();
  ImportList list;
  door.read(viewer, [&](db::Transaction& transaction) {
    list.items.clear();
    for (auto& [id, kind, made_at] : transaction.all<std::tuple<ImportId, std::string, Instant>>(
             "SELECT id, kind, made_at FROM import WHERE alliance = $1 AND state = 'done' AND "
             "(kind = 'sample' OR (person = $2 AND made_at >= $3)) ORDER BY made_at DESC, id",
             alliance, who, since))
      list.items.push_back({id, kind, made_at});
  });
  return list;
}

http::Response import_stratml(model::Service& service, const http::Request& request, const Viewer& viewer) {
  Plan plan = read_stratml(request.body);
  StratmlAnswer answer;
  auto& shown = answer.plan;
  shown.name = plan.alliance.name;
  shown.goals = static_cast<std::int64_t>(plan.themes.size());
  shown.objectives = static_cast<std::int64_t>(plan.objectives.size());
  shown.indicators = static_cast<std::int64_t>(plan.measures.size());
  shown.initiatives = static_cast<std::int64_t>(plan.initiatives.size());
  shown.values = std::count_if(plan.observations.begin(), plan.observations.end(), [](const Observation& row) {
    return row.series == Series::actual && row.state == ObservationState::value;
  });
  shown.warnings = plan.warnings;
  if (is_commit(request)) {
    auto applied = service.door().write(viewer, [&](db::Transaction& transaction) { return apply_plan(service.door(), transaction, viewer, plan); });
    answer.id = applied.alliance;
    answer.slug = applied.slug;
  }
  return http::json(answer, answer.id ? 201 : 200);
}

}  // namespace

void add_routes(access::Api& api, model::Service& service, const access::Undoers& undoers) {
  http::Description csv{"Values from a CSV file or an Excel workbook: preview, or with commit=true written", std::string(area), {}, http::schema_of<ImportPreview>()};
  csv.request_type = "text/csv";
  csv.body_limit = 64'000'000;
  csv.query = {{"commit", "true writes; otherwise only a preview"}, {"preview", "The preview whose file is to be written"},
               {"mapping", "Of a workbook: which sheet and which columns, as JSON in the form that imports/workbook gives; guessed otherwise"}};
  api.add_heavy(http::Method::post, "/api/v1/alliances/{alliance}/imports/observations",
          [&](const http::Request& request, const Viewer& viewer) { return import_values(api, service, request, viewer); }, csv);
  http::Description workbook{"What stands in an Excel workbook: its sheets, their first rows, and which columns look like what", std::string(area), {},
                             http::schema_of<WorkbookView>()};
  workbook.request_type = workbook_type;
  workbook.body_limit = largest_workbook;
  workbook.spool_above = 1'000'000;
  api.add_heavy(http::Method::post, "/api/v1/alliances/{alliance}/imports/workbook",
          [&](const http::Request& request, const Viewer& viewer) {
            viewer.need(api.alliance(request, viewer), Act::enter_observations);
            files::Content content(request);
            Workbook book(content.path());
            return http::json(view_of(book));
          },
          workbook);
  api.add(http::Method::post, "/api/v1/imports/{id}/undo", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) { return undo_import(service.door(), request, viewer, undoers); },
          {"Take an import back, for 7 days; a sample at any time", std::string(area), {}, http::schema_of<UndoneImport>()});
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/imports", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            viewer.need(alliance, Act::read_shared);
            return http::json(imports_of(service.door(), viewer, alliance));
          },
          {"What was brought in, and can still be taken back", std::string(area), {}, http::schema_of<ImportList>()});
  http::Description sample{"Fill an empty map and its scorecards with the sample plan", std::string(area), {}, http::schema_of<ShownSample>()};
  sample.success = 201;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/sample", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            auto& door = service.door();
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return show_sample(door, transaction, viewer, alliance); }), 201);
          },
          sample);
  http::Description stratml{"A StratML plan as a new alliance: preview, or with commit=true made", std::string(area), {}, http::schema_of<StratmlAnswer>()};
  stratml.request_type = "application/xml";
  stratml.body_limit = 20'000'000;
  stratml.query = {{"commit", "true makes the alliance; otherwise only a preview"}};
  api.add_heavy(http::Method::post, "/api/v1/imports/stratml",
          [&](const http::Request& request, const Viewer& viewer) { return import_stratml(service, request, viewer); }, stratml);

  auto reading_of = [&api, &service](const http::Request& request, const Viewer& viewer) {
    auto alliance = api.alliance(request, viewer);
    const auto& grant = viewer.need_record(alliance);
    bool ours = request.query_value("side") == "ours" && grant.sees(grant.own);
    return service.readings().of(viewer, alliance, ours ? model::Side::ours : model::Side::joint);
  };
  http::Description csv_out{"All values as CSV", std::string(area)};
  csv_out.response_type = "text/csv";
  csv_out.query = {{"side", "joint, or ours: with one's own private matters"}};
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/export/observations.csv",
          [reading_of](const http::Request& request, const Viewer& viewer) {
            auto reading = reading_of(request, viewer);
            return http::download(export_observations(*reading), "text/csv; charset=utf-8", reading->contents().alliance.slug + ".csv");
          },
          csv_out);
  http::Description xlsx_out{"All values as an Excel workbook", std::string(area)};
  xlsx_out.response_type = workbook_type;
  xlsx_out.query = csv_out.query;
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/export/observations.xlsx",
          [&service, reading_of](const http::Request& request, const Viewer& viewer) {
            auto reading = reading_of(request, viewer);
            return http::download(observations_workbook(*reading, service.door().now()), std::string(workbook_type), reading->contents().alliance.slug + ".xlsx");
          },
          xlsx_out);
  http::Description scorecard_out{"The scorecards as an Excel workbook", std::string(area)};
  scorecard_out.response_type = workbook_type;
  scorecard_out.query = {csv_out.query[0], {"period", "The period that is shown; the usual one unless given"},
                         {"basis", "A version's number, or draft; what stands unless given"}, {"on", "A past day"}};
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/export/scorecard.xlsx",
          [&api, &service](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            const auto& grant = viewer.need_record(alliance);
            bool ours = request.query_value("side") == "ours" && grant.sees(grant.own);
            auto card = service.look(viewer, alliance, ours ? model::Side::ours : model::Side::joint, request.query_value("period").value_or(""), Act::read_shared,
                                     model::basis_of(request), [](const model::Look& look) { return model::build_scorecard(look, ThemeId(), 1); });
            return http::download(scorecard_workbook(card, service.door().now()), std::string(workbook_type), card.alliance.slug + "-scorecard.xlsx");
          },
          scorecard_out);
  http::Description stratml_out{"The plan as StratML", std::string(area)};
  stratml_out.response_type = "application/xml";
  stratml_out.query = csv_out.query;
  api.add_heavy(http::Method::get, "/api/v1/alliances/{alliance}/export/stratml.xml",
          [&service, reading_of](const http::Request& request, const Viewer& viewer) {
            auto reading = reading_of(request, viewer);
            auto emails = service.door().read(viewer, [&](db::Transaction& transaction) { return emails_of(transaction, reading->contents()); });
            return http::download(write_stratml(plan_of(reading->contents(), emails)), "application/xml",
                                  reading->contents().alliance.slug + ".xml");
          },
          stratml_out);
}

}  // namespace entente::exchange
