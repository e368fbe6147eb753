#include "organisation/api.hpp"

#include "auth/cookie.hpp"
#include "base/text.hpp"
#include "organisation/store.hpp"

namespace entente::organisation {
namespace {

constexpr std::string_view area = "people";

struct SignInInput {
  std::string email;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInInput, (), (email, password))

struct PasswordInput {
  std::string current;
  std::string new_password;
  std::optional<bool> keep_tokens;  ///< or else the tokens for programs end too
};
BOOST_DESCRIBE_STRUCT(PasswordInput, (), (current, new_password, keep_tokens))

struct MePerson {
  PersonId id;
  std::string name;
  std::string email;
  std::string title;
  std::string locale;
  Appearance appearance = Appearance::system;
};
BOOST_DESCRIBE_STRUCT(MePerson, (), (id, name, email, title, locale, appearance))

struct MeOrganisation {
  OrganisationId id;
  std::string name;
  Mark mark;
};
BOOST_DESCRIBE_STRUCT(MeOrganisation, (), (id, name, mark))

struct ServerView {
  std::string version;
  Date today;
  std::optional<std::string> public_url;
};
BOOST_DESCRIBE_STRUCT(ServerView, (), (version, today, public_url))

struct Me {
  MePerson person;
  MeOrganisation organisation;
  bool administrator = false;
  std::string csrf;  ///< for X-CSRF-Token; empty for a token
  ServerView server;
};
BOOST_DESCRIBE_STRUCT(Me, (), (person, organisation, administrator, csrf, server))

struct SessionItem {
  SessionId id;
  Instant made_at;
  Instant last_seen_at;
  std::string user_agent;
  std::string address;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionItem, (), (id, made_at, last_seen_at, user_agent, address, current))

struct SessionList {
  std::vector<SessionItem> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

struct TokenItem {
  TokenId id;
  std::string name;
  Instant made_at;
  std::optional<Instant> last_used_at;
  std::optional<Instant> expires_at;
};
BOOST_DESCRIBE_STRUCT(TokenItem, (), (id, name, made_at, last_used_at, expires_at))

struct TokenList {
  std::vector<TokenItem> items;
};
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

struct TokenInput {
  std::string name;
  std::optional<std::int64_t> days;  ///< of life; none: until it is ended
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (name, days))

struct NewToken {
  TokenId id;
  std::string token;  ///< shown once
};
BOOST_DESCRIBE_STRUCT(NewToken, (), (id, token))

Me me_of(access::Api& api, const PersonId& person, std::string_view secret) {
  auto viewer = api.gate().viewers().of(person, access::Channel::web);
  if (!viewer) throw Error(ErrorKind::unauthenticated, "unauthenticated", "Please sign in.");
  return api.door().read([&](db::Transaction& transaction) {
    Person row = self(transaction, *viewer);
    Me me;
    me.person = {row.id, row.name, row.email, row.title, row.locale, row.appearance};
    auto mark = transaction.one<std::string>("SELECT mark_letter FROM organisation WHERE id = $1", row.organisation);
    me.organisation = {row.organisation, viewer->organisation_name, {mark.value_or("O"), MarkStyle::outlined}};
    me.administrator = row.administrator;
    if (!secret.empty()) me.csrf = auth::csrf_token(secret);
    me.server.version = ENTENTE_VERSION;
    me.server.today = api.door().now().day();
    if (const auto& url = api.gate().rule().public_url; !url.empty()) me.server.public_url = url;
    return me;
  });
}

struct AgainInput {
  std::string password;
};
BOOST_DESCRIBE_STRUCT(AgainInput, (), (password))

std::string user_agent(const http::Request& request) { return std::string(request.header("User-Agent").value_or("")); }

http::Response sign_in_route(access::Api& api, auth::SignIn& sign_in, const http::Request& request) {
  api.gate().need_own_origin(request);
  auto input = http::read_json<SignInInput>(request, {10'000, 4});
  auto person = api.door().read([&](db::Transaction& transaction) -> std::optional<PersonId> {
    auto row = find_person_by_email(transaction, input.email);
    if (!row || row->state != PersonState::confirmed) return std::nullopt;
    return row->id;
  });
  sign_in.check(person, input.email, input.password, request.remote_address);
  auto session = api.door().write(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) {
    return api.gate().sessions().begin(transaction, *person, user_agent(request), request.remote_address);
  });
  return me_response(api, *person, session.secret, 201);
}

SessionId current_session(access::Api& api, const http::Request& request) {
  auto identity = api.gate().identity(request);
  return identity ? identity->session : SessionId();
}

}  // namespace

http::Response me_response(access::Api& api, const PersonId& person, const std::string& secret, int status) {
  auto response = http::json(me_of(api, person, secret), status);
  response.compress = http::Compress::never;
  api.gate().set_cookie(response, secret);
  return response;
}

http::Response me_response(access::Api& api, const http::Request& request, const PersonId& person, int status) {
  auto response = http::json(me_of(api, person, api.gate().cookie_secret(request).value_or("")), status);
  response.compress = http::Compress::never;
  return response;
}

http::SchemaOf me_schema() { return http::schema_of<Me>(); }

void add_routes(access::Api& api, auth::SignIn& sign_in) {
  auto& door = api.door();
  auto& sessions = api.gate().sessions();

  http::Description begin{"Sign in", std::string(area), http::schema_of<SignInInput>(), http::schema_of<Me>()};
  begin.success = 201;
  begin.body_limit = 10'000;
  api.router().add(http::Method::post, "/api/v1/sessions", http::Runs::on_worker,
                   [&api, &sign_in](const http::Request& request) { return sign_in_route(api, sign_in, request); }, begin);
  http::Description again{"Type the password once more, before signing", std::string(area), http::schema_of<AgainInput>(), http::schema_of<Me>()};
  again.body_limit = 10'000;
  api.add(http::Method::post, "/api/v1/sessions/fresh", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<AgainInput>(request, {10'000, 4});
            api.need_session(request);
            auto id = current_session(api, request);
            sign_in.check_again(viewer.person, input.password, request.remote_address);
            auto session = door.write(viewer, "sessions", [&](db::Transaction& transaction) { return sessions.refresh(transaction, id, viewer.person); });
            return me_response(api, viewer.person, session.secret, 200);
          },
          again, access::Api::Keys::passed_over);
  api.add(http::Method::delete_, "/api/v1/sessions/current", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = current_session(api, request);
            door.write(viewer, "sessions", [&](db::Transaction& transaction) { sessions.end(transaction, id, viewer.person); });
            api.gate().ended("session:" + id.text());
            auto response = http::no_content();
            api.gate().clear_cookie(response);
            return response;
          },
          {"Sign out", std::string(area)});
  api.add(http::Method::get, "/api/v1/sessions", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto current = current_session(api, request);
            SessionList list;
            for (const auto& item : door.read(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) { return sessions.sessions_of(transaction, viewer.person); }))
              list.items.push_back({item.id, item.made_at, item.last_seen, item.user_agent, item.address, item.id == current});
            return http::json(list);
          },
          {"Where you are signed in", std::string(area), {}, http::schema_of<SessionList>()});
  api.add(http::Method::delete_, "/api/v1/sessions/{id}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            api.need_session(request);
            auto id = request.id_parameter<SessionId>("id");
            door.write(viewer, "sessions", [&](db::Transaction& transaction) { sessions.end(transaction, id, viewer.person); });
            api.gate().ended("session:" + id.text());
            return http::no_content();
          },
          {"End a session", std::string(area)});

  api.add(http::Method::get, "/api/v1/me", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto response = http::json(me_of(api, viewer.person, api.gate().cookie_secret(request).value_or("")));
            response.compress = http::Compress::never;
            return response;
          },
          {"Who you are", std::string(area), {}, http::schema_of<Me>()});
  api.add(http::Method::patch, "/api/v1/me", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<ProfileInput>(request);
            door.write(viewer, [&](db::Transaction& transaction) { change_self(door, transaction, viewer, input); });
            return http::json(me_of(api, viewer.person, api.gate().cookie_secret(request).value_or("")));
          },
          {"Change what is said about you", std::string(area), http::schema_of<ProfileInput>(), http::schema_of<Me>()});
  api.add(http::Method::post, "/api/v1/me/password", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            api.need_session(request);
            auto input = http::read_json<PasswordInput>(request, {10'000, 4});
            sign_in.check_again(viewer.person, input.current, request.remote_address);
            std::string email = door.read([&](db::Transaction& transaction) { return self(transaction, viewer).email; });
            std::string hash = sign_in.hash(input.new_password, email);
            auto keep = current_session(api, request);
            door.write(viewer, "sessions", [&](db::Transaction& transaction) {
              auth::set_password(transaction, viewer.person, hash, door.now());
              sessions.end_others(transaction, viewer.person, keep);
              if (!input.keep_tokens.value_or(false)) sessions.end_tokens(transaction, viewer.person);
            });
            api.gate().ended("person:" + viewer.person.text());
            return http::no_content();
          },
          {"Change your password; every other session of yours ends, and every token unless kept", std::string(area), http::schema_of<PasswordInput>()},
          access::Api::Keys::passed_over);

  api.add(http::Method::get, "/api/v1/me/tokens", http::Runs::on_worker,
          [&](const http::Request&, const Viewer& viewer) {
            TokenList list;
            for (const auto& item : door.read(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) { return sessions.tokens_of(transaction, viewer.person); }))
              list.items.push_back({item.id, item.name, item.made_at, item.last_used, item.expires_at});
            return http::json(list);
          },
          {"Your tokens for programs", std::string(area), {}, http::schema_of<TokenList>()});
  http::Description make{"Make a token for a program", std::string(area), http::schema_of<TokenInput>(), http::schema_of<NewToken>()};
  make.success = 201;
  api.add(http::Method::post, "/api/v1/me/tokens", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            api.need_session(request);
            auto input = http::read_json<TokenInput>(request);
            if (input.days && (*input.days < 1 || *input.days > 3650)) throw_bad_field("days", "out_of_range", "A token lives 1 to 3,650 days.");
            std::optional<Instant> ends;
            if (input.days) ends = door.now().plus_seconds(*input.days * 86'400);
            std::string name = clean_text(input.name, "name", {.longest = 100});
            NewToken made = door.write(viewer, "sessions", [&](db::Transaction& transaction) {
              auto secret = sessions.make_token(transaction, viewer.person, name, ends);
              NewToken token;
              token.token = secret.text;
              for (const auto& item : sessions.tokens_of(transaction, viewer.person))
                if (item.name == name) token.id = item.id;
              return token;
            });
            auto response = http::json(made, 201);
            response.compress = http::Compress::never;
            return response;
          },
          make);
  api.add(http::Method::delete_, "/api/v1/me/tokens/{id}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<TokenId>("id");
            auto identity = api.gate().identity(request);
            bool is_itself = identity && identity->token == id;
            if (!is_itself) api.need_session(request);
            door.write(viewer, "sessions", [&](db::Transaction& transaction) { sessions.end_token(transaction, id, viewer.person); });
            api.gate().ended("token:" + id.text());
            return http::no_content();
          },
          {"End a token", std::string(area)});
}

}  // namespace entente::organisation
