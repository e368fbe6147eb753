#include "alliance/api.hpp"

#include "alliance/invite.hpp"
#include "alliance/store.hpp"
#include "base/text.hpp"
#include "organisation/api.hpp"

namespace entente::alliance {
namespace {

constexpr std::string_view area = "alliances";

struct MadeAlliance {
  AllianceId id;
  std::string slug;
  std::string name;
  std::int64_t version = 1;
  access::ActAnswer act;
};
BOOST_DESCRIBE_STRUCT(MadeAlliance, (), (id, slug, name, version, act))

struct MemberPerson {
  PersonId id;
  std::string name;
  OrganisationId organisation;
  std::string email;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(MemberPerson, (), (id, name, organisation, email, title))

struct MemberItem {
  MemberPerson person;
  PartyId party;
  std::string organisation_name;
  Mark mark;
  access::MemberState state = access::MemberState::confirmed;
  std::vector<access::Role> roles;
  std::vector<ThemeId> themes;
  Instant since;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(MemberItem, (), (person, party, organisation_name, mark, state, roles, themes, since, version))

struct PartyItem {
  PartyId id;
  std::optional<OrganisationId> organisation;
  std::string name;
  Mark mark;
  PartyKind kind = PartyKind::partner;
  PartyState state = PartyState::invited;
  std::int64_t members = 0;
};
BOOST_DESCRIBE_STRUCT(PartyItem, (), (id, organisation, name, mark, kind, state, members))

struct MemberList {
  std::vector<MemberItem> items;
  std::optional<std::string> next;
  std::int64_t total = 0;
  std::vector<PartyItem> parties;
};
BOOST_DESCRIBE_STRUCT(MemberList, (), (items, next, total, parties))

struct AccessRow {
  std::string organisation;
  std::string person;
  std::vector<access::Role> roles;
  std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(AccessRow, (), (organisation, person, roles, may))

struct AccessList {
  std::string sentence;
  std::vector<AccessRow> rows;
  std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(AccessList, (), (sentence, rows, total))

struct NewMember {
  std::string email;
  std::vector<access::Role> roles;
  std::optional<std::vector<ThemeId>> themes;
};
BOOST_DESCRIBE_STRUCT(NewMember, (), (email, roles, themes))

std::string_view text_of(const http::Request& request, std::string_view name) { return request.query_value(name).value_or(std::string_view()); }

MemberItem member_item(const PersonListItem& row) {
  return {{row.person, row.name, row.organisation, row.email, row.title}, row.party, row.organisation_name, {row.mark_letter, row.mark_style},
          row.state, access::Roles::parse(row.roles).list(), row.themes, row.since, row.version};
}

MemberList people_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const http::Request& request) {
  std::string words = fold(text_of(request, "q"));
  std::string_view party = text_of(request, "party"), role = text_of(request, "role");
  auto limit = static_cast<std::size_t>(access::query_number(request, "limit", 100, 1, 1000));
  auto offset = static_cast<std::size_t>(access::query_number(request, "cursor", 0, 0, 1'000'000));
  MemberList list;
  std::map<PartyId, std::int64_t> counts;
  std::size_t place = 0;
  for (const auto& row : people(transaction, viewer, alliance)) {
    ++counts[row.party];
    if (!party.empty() && row.party.view() != party) continue;
    if (!role.empty() && (" " + row.roles + " ").find(" " + std::string(role) + " ") == std::string::npos) continue;
    if (!words.empty() && fold(row.name).find(words) == std::string::npos && fold(row.email).find(words) == std::string::npos &&
        fold(row.title).find(words) == std::string::npos)
      continue;
    if (place >= offset && list.items.size() < limit) list.items.push_back(member_item(row));
    ++place;
  }
  list.total = static_cast<std::int64_t>(place);
  if (offset + limit < place) list.next = std::to_string(offset + limit);
  for (const auto& item : parties(transaction, viewer, alliance))
    list.parties.push_back({item.id, item.organisation, item.name, {item.mark_letter, item.mark_style}, item.kind, item.state, counts[item.id]});
  return list;
}

/// Who can see a shared thing, or one of the viewer's own private space.
/// The whole of a large alliance: an answer that ends within the first partner would hide the others.
constexpr std::size_t most_access_rows = 2'000;

AccessList access_of(db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const std::string& space_kind) {
  bool is_private = space_kind == "private";
  AccessList list;
  std::map<std::string, int> by_organisation;
  for (const auto& row : people(transaction, viewer, alliance)) {
    if (row.state != access::MemberState::confirmed) continue;
    if (is_private && row.organisation != viewer.organisation) continue;
    auto roles = access::Roles::parse(row.roles);
    if (is_private && roles.reach(access::Act::read_private) == access::Reach::none) continue;
    ++list.total;
    ++by_organisation[row.organisation_name];
    if (list.rows.size() >= most_access_rows) continue;
    AccessRow item{row.organisation_name, row.name, roles.list(), {}};
    for (access::Act act : access::all_acts())
      if (auto text = access::sentence(act, roles.reach(act)); !text.empty()) item.may.push_back(std::move(text));
    list.rows.push_back(std::move(item));
  }
  std::string organisations;
  for (const auto& [name, count] : by_organisation)
    organisations += fmt::format("{}{} {} of {}", organisations.empty() ? "" : ", ", count, count == 1 ? "person" : "people", name);
  list.sentence = is_private ? fmt::format("Only your own side sees this: {}.", organisations)
                             : fmt::format("Every party sees this, as far as each person's role allows: {}.", organisations);
  return list;
}

}  // namespace

void add_routes(access::Api& api, auth::SignIn& sign_in) {
  auto& door = api.door();
  http::Description make{"Form an alliance", std::string(area), http::schema_of<AllianceInput>(), http::schema_of<MadeAlliance>()};
  make.success = 201;
  api.add(http::Method::post, "/api/v1/alliances", http::Runs::on_worker,
          [&door](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<AllianceInput>(request);
            if (!input.name) throw_bad_field("name", "empty", "Please give the alliance a name.");
            auto made = door.write(viewer, [&](db::Transaction& transaction) { return make_alliance(door, transaction, viewer, input); });
            MadeAlliance answer{made.alliance.id, made.alliance.slug, made.alliance.name, made.alliance.version, made.changed.act};
            return http::created("/api/v1/alliances/" + made.alliance.id.text(), json::text(answer));
          },
          make);
  api.add(http::Method::patch, "/api/v1/alliances/{alliance}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto input = http::read_json<AllianceInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return change(door, transaction, viewer, id, version, input); }));
          },
          {"Change an alliance", std::string(area), http::schema_of<AllianceInput>(), http::schema_of<Changed>()});
  api.add(http::Method::patch, "/api/v1/alliances/{alliance}/parties/{party}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto party = request.id_parameter<PartyId>("party");
            auto input = http::read_json<PartyInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return change_party(door, transaction, viewer, id, party, version, input); }));
          },
          {"Say by which fiscal year one's own party looks at values", std::string(area), http::schema_of<PartyInput>(), http::schema_of<Changed>()});

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/people", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return people_of(transaction, viewer, id, request); }));
          },
          {"The people of an alliance", std::string(area), {}, http::schema_of<MemberList>(), "application/json", 200,
           {{"q", "Words in name, address or title"}, {"party", "Only of this party"}, {"role", "Only with this role"}, {"cursor", "Where the last page ended"}, {"limit", "1 to 1,000"}}});
  http::Description add_one{"Add a person of your organisation", std::string(area), http::schema_of<NewMember>(), http::schema_of<Changed>()};
  add_one.success = 201;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/members", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto input = http::read_json<NewMember>(request);
            access::Roles roles;
            for (auto role : input.roles) roles.add(role);
            return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) {
              auto person = transaction.one<PersonId>("SELECT id FROM person WHERE folded_email = $1 AND organisation = $2", fold(input.email), viewer.organisation);
              if (!person) throw_bad_field("email", "unknown", "There is no account with this address in your organisation. Send an invitation instead.");
              return add_member(door, transaction, viewer, id, *person, roles, input.themes.value_or(std::vector<ThemeId>()));
            }));
          },
          add_one);
  api.add(http::Method::patch, "/api/v1/alliances/{alliance}/members/{person}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto person = request.id_parameter<PersonId>("person");
            auto input = http::read_json<MemberInput>(request);
            auto version = access::Api::if_match(request);
            return access::Api::changed(door.write(viewer, [&](db::Transaction& transaction) { return change_member(door, transaction, viewer, id, person, version, input); }));
          },
          {"Change a member's roles, themes or state", std::string(area), http::schema_of<MemberInput>(), http::schema_of<Changed>()});

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/access", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            viewer.need(id, access::Act::read_shared);
            std::string kind(text_of(request, "space"));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return access_of(transaction, viewer, id, kind); }));
          },
          {"Who can see this, and do what", std::string(area), {}, http::schema_of<AccessList>(), "application/json", 200,
           {{"space", "shared, or private for your own side's"}}});

  http::Description invite_description{"Invite a partner, a neutral party or a colleague by link", std::string(area), http::schema_of<InvitationInput>(), http::schema_of<InvitationMade>()};
  invite_description.success = 201;
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/invitations", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto input = http::read_json<InvitationInput>(request);
            auto made = door.write(viewer, [&](db::Transaction& transaction) { return invite(door, transaction, viewer, id, input); });
            std::string base = api.gate().rule().public_url;
            if (base.empty()) base = fmt::format("http://{}", request.header("Host").value_or("127.0.0.1:8080"));
            made.link = base + made.link;
            auto response = http::json(made, 201);
            response.compress = http::Compress::never;
            return response;
          },
          invite_description);
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/invitations", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return invitations(transaction, viewer, id, door.now()); }));
          },
          {"Invitations that wait to be taken up", std::string(area), {}, http::schema_of<InvitationList>()});
  api.add(http::Method::delete_, "/api/v1/alliances/{alliance}/invitations/{id}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto invitation = request.id_parameter<InvitationId>("id");
            door.write(viewer, [&](db::Transaction& transaction) { withdraw(door, transaction, viewer, id, invitation); });
            return http::no_content();
          },
          {"Withdraw an invitation", std::string(area)});
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/invitations/{id}/consent", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto invitation = request.id_parameter<InvitationId>("id");
            door.write(viewer, [&](db::Transaction& transaction) { consent(door, transaction, viewer, id, invitation); });
            return http::no_content();
          },
          {"Agree to a further partner that another partner invites", std::string(area)});
  api.router().add(http::Method::get, "/api/v1/invitations/{secret}", http::Runs::on_worker,
                   [&](const http::Request& request) {
                     return http::json(door.read([&](db::Transaction& transaction) {
                       return look_at_invitation(transaction, request.parameter("secret"), door.now());
                     }));
                   },
                   {"What an invitation is about", std::string(area), {}, http::schema_of<InvitationView>()});
  http::Description accept{"Take up an invitation", std::string(area), http::schema_of<AcceptInput>(), organisation::me_schema()};
  accept.success = 201;
  api.router().add(http::Method::post, "/api/v1/invitations/{secret}/accept", http::Runs::on_worker,
                   [&](const http::Request& request) {
                     api.gate().need_own_origin(request);
                     auto input = http::read_json<AcceptInput>(request, {10'000, 4});
                     std::string hash;
                     if (input.password) hash = sign_in.hash(*input.password);
                     auto [person, newcomer] = accept_invitation(api, request, input, hash);
                     // A session counts as a fresh login, so only a password that was chosen just now begins one.
                     if (newcomer == Newcomer::no) return organisation::me_response(api, request, person, 201);
                     auto session = door.write(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) {
                       return api.gate().sessions().begin(transaction, person, request.header("User-Agent").value_or(""), request.remote_address);
                     });
                     return organisation::me_response(api, person, session.secret, 201);
                   },
                   accept);
}

}  // namespace entente::alliance
