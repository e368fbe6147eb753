#include "agreement/api.hpp"

#include "agreement/store.hpp"
#include "scorecard/store.hpp"

namespace entente::agreement {
namespace {

constexpr std::string_view area = "agreement";

struct PartyChoice {
  PartyId id;
  std::string name;
  organisation::Mark mark;
  bool neutral = false;
  bool own = false;
};
BOOST_DESCRIBE_STRUCT(PartyChoice, (), (id, name, mark, neutral, own))

struct AgreementList {
  std::vector<AgreementView> items;
  std::vector<PartyChoice> parties;  ///< that have joined
  bool may_make = false;
};
BOOST_DESCRIBE_STRUCT(AgreementList, (), (items, parties, may_make))

constexpr std::string_view choices_sql =
    "SELECT id, name, mark_letter, mark_style, kind FROM party WHERE alliance = $1 AND state = 'confirmed' ORDER BY position";

AgreementList list_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, Instant now) {
  const auto& grant = viewer.need(alliance, access::Act::read_shared);
  AgreementList list;
  list.items = agreements(transaction, viewer, alliance, scorecard::today_of(transaction, alliance, now));
  transaction.each(
      choices_sql,
      [&](const db::Row& row) {
        auto id = row.get<PartyId>(0);
        list.parties.push_back({id, row.get<std::string>(1), {row.get<std::string>(2), row.get<organisation::MarkStyle>(3)},
                                row.get<std::string>(4) == "neutral", id == grant.party});
      },
      alliance);
  list.may_make = grant.may_edit({}) && !grant.party.empty() && list.parties.size() > 1;
  return list;
}

}  // namespace

void add_routes(access::Api& api) {
  Door& door = api.door();
  watch_spaces(door);

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/agreements", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto alliance = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return list_of(transaction, viewer, alliance, door.now()); }));
          },
          {"The agreements to which your organisation is a party", std::string(area), {}, http::schema_of<AgreementList>()});
  api.add_make<AgreementInput>("/api/v1/alliances/{alliance}/agreements", area, "Propose an agreement between some of the parties",
                               [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const AgreementInput& input) {
                                 return make(door, transaction, viewer, alliance, input);
                               });
  api.add(http::Method::post, "/api/v1/agreements/{id}/consent", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<AgreementId>("id");
            auto input = http::read_json<ConsentInput>(request);
            door.read(viewer, [&](db::Transaction& transaction) { need(transaction, viewer, id); });
            if (input.verdict == Verdict::agreed) api.need_fresh_login(request);
            return http::json(door.write(viewer, [&](db::Transaction& transaction) { return consent(door, transaction, viewer, id, input); }));
          },
          {"Sign an agreement, after a fresh login, or decline it with reasons", std::string(area), http::schema_of<ConsentInput>(), http::schema_of<Spoken>()});
  api.add(http::Method::post, "/api/v1/agreements/{id}/withdraw", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<AgreementId>("id");
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return withdraw(door, transaction, viewer, id); }));
          },
          {"Take a proposed agreement back", std::string(area), {}, http::schema_of<Changed>()});
  api.add(http::Method::post, "/api/v1/agreements/{id}/end", http::Runs::on_worker,
          [&api, &door](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<AgreementId>("id");
            auto input = http::read_json<ClosingInput>(request);
            door.read(viewer, [&](db::Transaction& transaction) { need(transaction, viewer, id); });
            api.need_fresh_login(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return end(door, transaction, viewer, id, input); }));
          },
          {"End an agreement, after a fresh login, with a reason", std::string(area), http::schema_of<ClosingInput>(), http::schema_of<Changed>()});
}

}  // namespace entente::agreement
