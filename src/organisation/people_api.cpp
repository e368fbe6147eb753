#include "auth/link.hpp"
#include "organisation/api.hpp"
#include "organisation/people.hpp"

namespace entente::organisation {
namespace {

constexpr std::string_view area = "people";

struct ColleagueItem {
  PersonId id;
  std::int64_t version = 0;
  std::string name;
  std::string email;
  std::string title;
  PersonState state = PersonState::confirmed;
  bool administrator = false;
};
BOOST_DESCRIBE_STRUCT(ColleagueItem, (), (id, version, name, email, title, state, administrator))

struct ColleagueList {
  std::vector<ColleagueItem> items;
};
BOOST_DESCRIBE_STRUCT(ColleagueList, (), (items))

struct StateInput {
  PersonState state = PersonState::confirmed;
};
BOOST_DESCRIBE_STRUCT(StateInput, (), (state))

struct UseResetInput {
  std::string secret;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(UseResetInput, (), (secret, password))

[[noreturn]] void throw_link_over() {
  throw Error(ErrorKind::not_found, "link_over", "This link was used already, or has run out. Ask for a new one.");
}

}  // namespace

std::string reset_link(const access::Gate& gate, const http::Request& request, std::string_view secret) {
  std::string base = gate.rule().public_url;
  if (base.empty() && !request.is_operator) base = fmt::format("http://{}", request.header("Host").value_or("127.0.0.1:8080"));
  return fmt::format("{}/reset#{}", base, secret);
}

void add_people_routes(access::Api& api, auth::SignIn& sign_in) {
  auto& door = api.door();
  auto& sessions = api.gate().sessions();
  api.add(http::Method::get, "/api/v1/organisation/people", http::Runs::on_worker,
          [&door](const http::Request&, const Viewer& viewer) {
            ColleagueList list;
            for (const auto& person : door.read(viewer, [&](db::Transaction& transaction) { return colleagues(transaction, viewer); }))
              list.items.push_back({person.id, person.version, person.name, person.email, person.title, person.state, person.administrator});
            return http::json(list);
          },
          {"The people of your organisation, for its administrators", std::string(area), {}, http::schema_of<ColleagueList>()});
  api.add(http::Method::patch, "/api/v1/organisation/people/{id}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<PersonId>("id");
            auto input = http::read_json<StateInput>(request, {10'000, 4});
            auto version = access::Api::if_match(request);
            api.need_session(request);
            auto changed = door.write(viewer, "people", [&](db::Transaction& transaction) {
              return set_state(door, transaction, viewer, sessions, id, version, input.state);
            });
            if (input.state == PersonState::suspended) api.gate().ended("person:" + id.text());
            return access::Api::changed(changed);
          },
          {"Suspend a person of your organisation, or reinstate one", std::string(area), http::schema_of<StateInput>(), http::schema_of<Changed>()});

  http::Description offer{"A link by which a person of your organisation sets a new password, shown once", std::string(area), {}, http::schema_of<ResetMade>()};
  offer.success = 201;
  api.add(http::Method::post, "/api/v1/organisation/people/{id}/password-reset", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<PersonId>("id");
            api.need_session(request);
            api.need_fresh_login(request);
            auto secret = door.write(viewer, "people", [&](db::Transaction& transaction) { return make_reset(door, transaction, viewer, id); });
            auto response = http::json(ResetMade{reset_link(api.gate(), request, secret), door.now().plus_seconds(auth::recovery_seconds)}, 201);
            response.compress = http::Compress::never;
            return response;
          },
          offer);

  http::Description use{"Set a new password by a link", std::string(area), http::schema_of<UseResetInput>()};
  use.body_limit = 10'000;
  use.success = 204;
  api.router().add(http::Method::post, "/api/v1/password-resets", http::Runs::on_worker,
                   [&](const http::Request& request) {
                     api.gate().need_own_origin(request);
                     auto input = http::read_json<UseResetInput>(request, {10'000, 4});
                     auto person = door.read(db::Sight::of_system("people"), [&](db::Transaction& transaction) { return find_reset(transaction, input.secret, door.now()); });
                     if (!person) throw_link_over();
                     std::string hash = sign_in.hash(input.password, person->email);
                     door.write(db::Sight::of_system("people"), [&](db::Transaction& transaction) { use_reset(door, transaction, sessions, input.secret, hash); });
                     api.gate().ended("person:" + person->id.text());
                     return http::no_content();
                   },
                   use);
}

}  // namespace entente::organisation
