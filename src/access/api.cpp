#include "access/api.hpp"

#include <charconv>

#include "access/request_key.hpp"

namespace entente::access {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

AllianceId Api::alliance(const http::Request& request, const Viewer& viewer) {
  std::string name(request.parameter("alliance"));
  if (auto id = AllianceId::parse(name)) {
    if (!viewer.grant(*id)) throw_not_found();
    return *id;
  }
  {
    std::lock_guard lock(mutex_);
    if (auto known = slugs_.find(name); known != slugs_.end()) {
      if (!viewer.grant(known->second)) throw_not_found();
      return known->second;
    }
  }
  auto id = door_.read([&](db::Transaction& transaction) {
    return transaction.one<AllianceId>("SELECT id FROM alliance WHERE slug = $1", name);
  });
  if (!id || !viewer.grant(*id)) throw_not_found();
  std::lock_guard lock(mutex_);
  slugs_.emplace(std::move(name), *id);
  return *id;
}

void Api::need_fresh_login(const http::Request& request) {
  auto identity = gate_.identity(request);
  if (!identity || !gate_.sessions().is_fresh(*identity))
    throw Error(ErrorKind::conflict, "fresh_login", "This needs your password once more.");
}

void Api::need_session(const http::Request& request) {
  auto identity = gate_.identity(request);
  if (!identity || identity->session.empty())
    throw Error(ErrorKind::conflict, "no_session", "Only a person who is signed in can do this, not a program.");
}

void Api::add(http::Method method, std::string_view pattern, http::Runs runs, Handler handler, http::Description description,
              Keys keys) {
  router_.add(method, pattern, runs,
              [this, keys, handler = std::move(handler)](const http::Request& request) {
                ViewerPointer who = viewer(request);
                if (keys == Keys::taken && request.method == http::Method::post && request.header("Idempotency-Key")) return handle_once(request, *who, handler);
                return handler(request, *who);
              },
              std::move(description));
}

void Api::add_heavy(http::Method method, std::string_view pattern, Handler handler, http::Description description) {
  add(method, pattern, http::Runs::on_worker,
      [this, handler = std::move(handler)](const http::Request& request, const Viewer& viewer) {
        try {
          auto place = heavy_work_.begin(viewer);
          return handler(request, viewer);
        } catch (const Error& error) {
          if (error.code() != "heavy_work") throw;
          auto refused = http::problem(error, request.id);
          for (auto& [name, value] : refused.headers)
            if (name == "Retry-After") value = std::to_string(HeavyWork::retry_after);
          return refused;
        }
      },
      std::move(description));
}

http::Response Api::handle_once(const http::Request& request, const Viewer& viewer, const Handler& handler) {
  auto key = RequestKey::of(request, viewer, door_.clock());
  if (auto before = key->answer_before(door_, viewer)) return std::move(*before);
  if (request.route.find("{alliance}") != std::string::npos) key->concerns(viewer, alliance(request, viewer));
  Viewer with_key = viewer;
  with_key.key = key;
  try {
    http::Response response = handler(request, with_key);
    key->keep(door_, viewer, response);
    return response;
  } catch (const RequestKey::Taken&) {
    // The same request came twice at once, and the other one was first.
    auto before = key->answer_before(door_, viewer);
    if (!before) throw Error(ErrorKind::unavailable, "busy", "The same request is being answered. Try again in a moment.");
    return std::move(*before);
  } catch (const Error& error) {
    if (http::status_of(error) < 500) key->keep(door_, viewer, http::problem(error, request.id));
    throw;
  }
}

std::int64_t Api::if_match(const http::Request& request) {
  auto header = request.header("If-Match");
  if (!header)
    throw Error(ErrorKind::precondition_required, "if_match_required", "Say which version you change: If-Match: \"3\".");
  std::string_view text = *header;
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  auto version = whole_number(text);
  if (!version) throw_bad_field("If-Match", "not_a_version", "If-Match names a version: \"3\".");
  return *version;
}

http::Response Api::changed(const Changed& changed) {
  return http::json(changed).with("ETag", fmt::format("\"{}\"", changed.version));
}

http::Response Api::made(const Changed& changed) {
  return http::json(changed, 201).with("ETag", fmt::format("\"{}\"", changed.version));
}

std::int64_t query_number(const http::Request& request, std::string_view name, std::int64_t usual, std::int64_t least, std::int64_t most) {
  auto text = request.query_value(name);
  if (!text || text->empty()) return usual;
  auto number = whole_number(*text);
  if (!number || *number < least || *number > most)
    throw_bad_field(name, "out_of_range", fmt::format("“{}” is a whole number from {} to {}.", name, least, most));
  return *number;
}

}  // namespace entente::access
