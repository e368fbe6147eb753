#include "app/operator.hpp"

#include "alliance/store.hpp"
#include "auth/link.hpp"
#include "base/text.hpp"
#include "organisation/api.hpp"
#include "organisation/people.hpp"
#include "possession/api.hpp"
#include "sample/load.hpp"

namespace entente::app {
namespace {

using access::Viewer;

struct BackupInput {
  std::string path;
};
BOOST_DESCRIBE_STRUCT(BackupInput, (), (path))

struct ExportInput {
  std::string path;
  std::optional<std::string> alliance;  ///< by identifier or slug; everything otherwise
};
BOOST_DESCRIBE_STRUCT(ExportInput, (), (path, alliance))

struct ImportInput {
  std::string path;
  std::optional<std::string> key;  ///< whose signature alone is taken
};
BOOST_DESCRIBE_STRUCT(ImportInput, (), (path, key))

struct PersonInput {
  std::string email;
  std::string name;
  std::string organisation;
  std::string password;
  std::optional<std::string> title;
  std::optional<bool> administrator;
  std::optional<std::string> alliance;  ///< by identifier or slug
  std::optional<std::vector<access::Role>> roles;
};
BOOST_DESCRIBE_STRUCT(PersonInput, (), (email, name, organisation, password, title, administrator, alliance, roles))

struct StateInput {
  std::string email;
  organisation::PersonState state = organisation::PersonState::suspended;
};
BOOST_DESCRIBE_STRUCT(StateInput, (), (email, state))

struct ResetInput {
  std::string email;
};
BOOST_DESCRIBE_STRUCT(ResetInput, (), (email))

organisation::Person need_person(db::Transaction& transaction, const std::string& email) {
  auto person = organisation::find_person_by_email(transaction, email);
  if (!person) throw_bad_field("email", "unknown", fmt::format("There is no account “{}”.", email));
  return *person;
}

struct PersonMade {
  PersonId id;
  std::string email;
  std::string organisation;
};
BOOST_DESCRIBE_STRUCT(PersonMade, (), (id, email, organisation))

void add_operator_route(access::Api& api, std::string_view pattern, access::Api::Handler handler) {
  api.router().add(http::Method::post, pattern, http::Runs::on_worker, [&api, handler = std::move(handler)](const http::Request& request) {
    if (!request.is_operator) throw_not_found();
    auto viewer = api.viewer(request);
    return handler(request, *viewer);
  });
}

PersonMade add_person(access::Door& door, auth::SignIn& sign_in, const Viewer& viewer, const PersonInput& input) {
  std::string hash = sign_in.hash(input.password, input.email);
  return door.write(db::Sight::of_system("operator"), [&](db::Transaction& transaction) {
    auto found = organisation::find_organisation(transaction, input.organisation);
    // A name that only looks like it must not let anybody in: making the organisation then refuses it.
    if (found && found->name != clean_text(input.organisation, "organisation", {.longest = 120})) found.reset();
    auto organisation = found ? *found : organisation::make_organisation(door, transaction, viewer, input.organisation);
    auto person = organisation::make_person(door, transaction, viewer,
                                            {organisation.id, input.name, input.email, input.title.value_or(""),
                                             input.administrator.value_or(!found)});
    auth::set_password(transaction, person.id, hash, door.now());
    if (input.alliance) {
      auto alliance = alliance::find(transaction, viewer, *input.alliance);
      if (!alliance) throw_bad_field("alliance", "unknown", fmt::format("There is no alliance “{}”.", *input.alliance));
      access::Roles roles;
      for (auto role : input.roles.value_or(std::vector{access::Role::alliance_manager})) roles.add(role);
      alliance::add_member(door, transaction, viewer, *alliance, person.id, roles, {});
    }
    return PersonMade{person.id, person.email, organisation.name};
  });
}

}  // namespace

void add_operator_routes(access::Api& api, const Parts& parts) {
  auto& door = api.door();
  add_operator_route(api, "/api/v1/operator/samples/reference", [&door, &sign_in = parts.sign_in, reachable = parts.reachable](const http::Request& request, const Viewer&) {
    if (reachable == Reachable::from_elsewhere)
      throw Error(ErrorKind::conflict, "sample_beyond_loopback",
                  "People reach this server from elsewhere, and everybody knows the sample's password. Load it into another database.");
    auto form = request.query_value("form") == "draft" ? sample::Form::draft : sample::Form::whole;
    return http::json(sample::load_reference(door, sign_in, form), 201);
  });
  add_operator_route(api, "/api/v1/operator/backup", [&door](const http::Request& request, const Viewer&) {
    auto input = http::read_json<BackupInput>(request);
    door.database().backup(input.path);
    return http::no_content();
  });
  add_operator_route(api, "/api/v1/operator/exports", [&api, &door, &jobs = parts.jobs, source = possession::Source{door, parts.service, parts.signer}](
                                                          const http::Request& request, const Viewer& viewer) {
    auto input = http::read_json<ExportInput>(request);
    std::optional<AllianceId> id;
    if (input.alliance) {
      id = door.read(viewer, [&](db::Transaction& transaction) { return alliance::find(transaction, viewer, *input.alliance); });
      if (!id || !viewer.grant(*id)->may_take_record()) throw_bad_field("alliance", "unknown", fmt::format("There is no alliance “{}”.", *input.alliance));
    }
    return http::json(possession::begin_export_to(source, jobs, api.viewer(request), id, input.path)->view(), 202);
  });
  add_operator_route(api, "/api/v1/operator/imports", [&api, &jobs = parts.jobs](const http::Request& request, const Viewer&) {
    auto input = http::read_json<ImportInput>(request);
    return http::json(possession::begin_import_of(jobs, api.viewer(request), input.path, input.key.value_or(""))->view(), 202);
  });
  add_operator_route(api, "/api/v1/operator/people", [&door, &sign_in = parts.sign_in](const http::Request& request, const Viewer& viewer) {
    return http::json(add_person(door, sign_in, viewer, http::read_json<PersonInput>(request)), 201);
  });
  add_operator_route(api, "/api/v1/operator/people/state", [&api, &door](const http::Request& request, const Viewer& viewer) {
    auto input = http::read_json<StateInput>(request);
    auto changed = door.write(db::Sight::of_system("operator"), [&](db::Transaction& transaction) {
      auto person = need_person(transaction, input.email);
      return organisation::set_state(door, transaction, viewer, api.gate().sessions(), person.id, person.version, input.state);
    });
    if (input.state == organisation::PersonState::suspended) api.gate().ended("person:" + changed.id);
    return access::Api::changed(changed);
  });
  add_operator_route(api, "/api/v1/operator/people/password-reset", [&api, &door](const http::Request& request, const Viewer& viewer) {
    auto input = http::read_json<ResetInput>(request);
    auto secret = door.write(db::Sight::of_system("operator"), [&](db::Transaction& transaction) {
      return organisation::make_reset(door, transaction, viewer, need_person(transaction, input.email).id);
    });
    auto made = organisation::ResetMade{organisation::reset_link(api.gate(), request, secret), door.now().plus_seconds(auth::recovery_seconds)};
    return http::json(made, 201);
  });
}

}  // namespace entente::app
