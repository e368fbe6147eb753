#include "activity/record_list.hpp"
#include "record/export.hpp"

namespace entente::activity {
namespace {

using access::Viewer;

constexpr std::string_view area = "record";

void need_administrator(const Viewer& viewer) {
  if (!viewer.administrator || viewer.home.empty()) throw_not_found();
}

/// Says whom an act was about: the log itself holds an identifier, so that the name can be erased.
void name_people(db::Transaction& transaction, const Viewer& viewer, RecordList& list) {
  std::map<std::string, std::string> names;
  transaction.each("SELECT id, name FROM person WHERE organisation = $1",
                   [&](const db::Row& row) { names[row.get<std::string>(0)] = row.get<std::string>(1); }, viewer.organisation);
  constexpr std::string_view unnamed = "a person";
  for (auto& item : list.items) {
    auto name = item.object == "person" ? names.find(item.object_id) : names.end();
    auto place = item.sentence.find(unnamed);
    if (name != names.end() && place != std::string::npos) item.sentence.replace(place, unnamed.size(), name->second);
  }
}

RecordList record_of_organisation(db::Transaction& transaction, const Viewer& viewer, std::string_view cursor, int limit) {
  need_administrator(viewer);
  const SeenSpace home{viewer.home, access::SpaceKind::private_, viewer.organisation_name};
  // What is done to an organisation and its people is taken back on their own pages, not here.
  auto list = record_list(transaction, {&home, 1}, "", access::Undoers(), cursor, limit);
  name_people(transaction, viewer, list);
  return list;
}

}  // namespace

void add_organisation_routes(access::Api& api, record::Signer& signer) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/organisation/record", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto limit = static_cast<int>(access::query_number(request, "limit", 50, 1, 200));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              return record_of_organisation(transaction, viewer, request.query_value("cursor").value_or(""), limit);
            }));
          },
          {"What was done to your organisation and its people, newest first, for its administrators", std::string(area), {},
           http::schema_of<RecordList>(), "application/json", 200, {{"cursor", "Where the last page ended"}, {"limit", "1 to 200"}}});

  http::Description exported{"The record of your organisation with its proofs, for its administrators", std::string(area)};
  exported.response_type = "application/jsonl";
  api.add_heavy(http::Method::get, "/api/v1/organisation/record/export",
          [&door, &signer](const http::Request&, const Viewer& viewer) {
            need_administrator(viewer);
            std::string out;
            record::export_record(door.database(), signer, viewer.home, [&](std::string_view part) { out += part; }, viewer.sight());
            return http::download(std::move(out), "application/jsonl", fmt::format("record-{}.jsonl", viewer.home.view()));
          },
          exported);
}

}  // namespace entente::activity
