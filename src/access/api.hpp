#pragma once
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "access/door.hpp"
#include "access/gate.hpp"
#include "access/heavy_work.hpp"
#include "http/router.hpp"

namespace entente::access {

/// What the routes of every area share: the door, the gate, and the shapes of requests that are the same everywhere.
class Api {
 public:
  Api(http::Router& router, Door& door, Gate& gate) : router_(router), door_(door), gate_(gate) {}

  http::Router& router() { return router_; }
  Door& door() { return door_; }
  Gate& gate() { return gate_; }

  ViewerPointer viewer(const http::Request& request) { return gate_.enter(request); }

  /// The alliance in the path, by identifier or by the slug of its address; `not_found` unless the viewer is in it.
  AllianceId alliance(const http::Request& request, const Viewer& viewer);

  /// Throws `conflict` "fresh_login" unless the person has typed the password within the last minutes: for signing, voting,
  /// sending, and for opening another person's account. A program's token never has.
  void need_fresh_login(const http::Request& request);

  /// Throws `conflict` "no_session" unless the request comes with a person's own session: for whatever opens doors, which
  /// a program's token must not.
  void need_session(const http::Request& request);

  /// A route whose handler gets the viewer. A POST with an Idempotency-Key (request_key.hpp) that was answered before is
  /// not handled again.
  using Handler = std::function<http::Response(const http::Request&, const Viewer&)>;
  /// Whether a request may be sent again under a key. A key keeps a digest of the body, so that a body that holds a
  /// password takes none: the header is then passed over.
  enum class Keys { taken, passed_over };
  void add(http::Method method, std::string_view pattern, http::Runs runs, Handler handler, http::Description description,
           Keys keys = Keys::taken);

  /// The same for what is heavy: 429 for who has too much of it running (heavy_work.hpp).
  void add_heavy(http::Method method, std::string_view pattern, Handler handler, http::Description description);
  HeavyWork& heavy_work() { return heavy_work_; }

  /// POST that makes something: `make(transaction, viewer, alliance, input)` gives Changed.
  template <class Input, class Make>
  void add_make(std::string_view pattern, std::string_view area, std::string_view summary, Make make) {
    http::Description description{std::string(summary), std::string(area), http::schema_of<Input>(), http::schema_of<Changed>()};
    description.success = 201;
    add(http::Method::post, pattern, http::Runs::on_worker,
        [this, make](const http::Request& request, const Viewer& viewer) {
          auto alliance_id = alliance(request, viewer);
          auto input = http::read_json<Input>(request);
          Changed changed = door_.write(viewer, [&](db::Transaction& transaction) { return make(transaction, viewer, alliance_id, input); });
          return made(changed);
        },
        std::move(description));
  }

  /// PATCH of one thing by its own identifier: `change(transaction, viewer, id, version, input)`.
  template <class ItemId, class Input, class Change_>
  void add_change(std::string_view pattern, std::string_view area, std::string_view summary, Change_ change) {
    add(http::Method::patch, pattern, http::Runs::on_worker,
        [this, change](const http::Request& request, const Viewer& viewer) {
          auto id = request.id_parameter<ItemId>("id");
          auto input = http::read_json<Input>(request);
          std::int64_t version = if_match(request);
          return changed(door_.write(viewer, [&](db::Transaction& transaction) { return change(transaction, viewer, id, version, input); }));
        },
        {std::string(summary), std::string(area), http::schema_of<Input>(), http::schema_of<Changed>()});
  }

  /// DELETE of one thing.
  template <class ItemId, class Remove>
  void add_remove(std::string_view pattern, std::string_view area, std::string_view summary, Remove remove) {
    add(http::Method::delete_, pattern, http::Runs::on_worker,
        [this, remove](const http::Request& request, const Viewer& viewer) {
          auto id = request.id_parameter<ItemId>("id");
          std::int64_t version = if_match(request);
          return changed(door_.write(viewer, [&](db::Transaction& transaction) { return remove(transaction, viewer, id, version); }));
        },
        {std::string(summary), std::string(area), {}, http::schema_of<Changed>()});
  }

  /// The version that If-Match names ("3"); throws `precondition_required` where it is missing.
  static std::int64_t if_match(const http::Request& request);

  static http::Response changed(const Changed& changed);
  static http::Response made(const Changed& changed);

 private:
  http::Response handle_once(const http::Request& request, const Viewer& viewer, const Handler& handler);

  http::Router& router_;
  Door& door_;
  Gate& gate_;
  HeavyWork heavy_work_;
  std::mutex mutex_;
  std::unordered_map<std::string, AllianceId> slugs_;  ///< a slug never changes
};

/// A whole number of the query within bounds, or the usual one. Throws at its name.
std::int64_t query_number(const http::Request& request, std::string_view name, std::int64_t usual, std::int64_t least, std::int64_t most);

}  // namespace entente::access
