#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/columns.hpp"
#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "json/json.hpp"
#include "record/store.hpp"

namespace entente::access {

/// What an act answers: where its leaf stands in the record of its space.
struct ActAnswer {
  ActId id;
  SpaceId space;
  std::int64_t leaf = 0;
  std::string hash;  ///< of the leaf, base64
};
BOOST_DESCRIBE_STRUCT(ActAnswer, (), (id, space, leaf, hash))

/// The answer to every change of one thing. `version` is the one to name in the next If-Match.
struct Changed {
  std::string id;
  std::int64_t version = 0;
  ActAnswer act;
  bool undoable = true;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (id, version, act, undoable))

/// One act, before it is in the record. `before` and `after` are JSON objects, or empty.
struct ActDraft {
  AllianceId alliance;
  SpaceId space;
  std::string_view kind;    ///< what was done: "created", "changed", "removed", "entered", "undone" …
  std::string_view object;  ///< to what: "objective", "observation" …
  std::string object_id;
  std::int64_t version = 0;
  std::string before;
  std::string after;
  ActId id;                       ///< made here unless given
  std::uint64_t batch_count = 0;  ///< for many changes in one act: how many …
  std::array<std::uint8_t, 32> batch_digest{};  ///< … and the SHA-256 of them all
};

/// Told to listeners once a change is durable.
struct Change {
  AllianceId alliance;
  SpaceId space;
  std::int64_t revision = 0;
  std::string object;            ///< empty from another server
  std::vector<std::string> ids;  ///< of the objects; for observations those of the measures; none from another server
};

/// Those whose rights a change gives or takes.
struct Concerned {
  std::vector<PersonId> people;
  std::vector<OrganisationId> organisations;  ///< all people of these
};

/// The one door to the data: every change goes through `act`, which writes the record's leaf in the same transaction and
/// tells the listeners after the commit.
class Door {
 public:
  Door(db::Database& database, record::Record& record, const Clock& clock, Random& random)
      : database_(database), record_(record), clock_(clock), random_(random) {}

  /// The same door with another clock: for loading what happened earlier. Listeners are taken along.
  Door(const Door& other, const Clock& clock)
      : database_(other.database_), record_(other.record_), clock_(clock), random_(other.random_), act_listeners_(other.act_listeners_),
        listeners_(other.listeners_), rights_listeners_(other.rights_listeners_) {}

  db::Database& database() { return database_; }
  const Clock& clock() const { return clock_; }
  Random& random() { return random_; }
  Instant now() const { return clock_.now(); }

  /// As this viewer: on PostgreSQL the transaction finds nothing of what others keep to themselves, whatever it asks.
  template <class F>
  auto read(const Viewer& viewer, F&& function) {
    return database_.read(sight_of(viewer), std::forward<F>(function));
  }
  template <class F>
  auto write(const Viewer& viewer, F&& function) {
    return write_with(viewer, sight_of(viewer), function);
  }
  /// The same for what a viewer does through the system: `act` names it ("sessions").
  template <class F>
  auto write(const Viewer& viewer, std::string_view act, F&& function) {
    return write_with(viewer, db::Sight::of_system(act), function);
  }
  /// As what the sight says; without one, nothing behind the database's wall (db/sight.hpp).
  template <class F>
  auto read(const db::Sight& sight, F&& function) {
    return database_.read(sight, std::forward<F>(function));
  }
  template <class F>
  auto write(const db::Sight& sight, F&& function) {
    return database_.write(sight, std::forward<F>(function));
  }
  template <class F>
  auto read(F&& function) {
    return database_.read(std::forward<F>(function));
  }
  template <class F>
  auto write(F&& function) {
    return database_.write(std::forward<F>(function));
  }

  /// Appends the act to its space's record. The ids in `changed` are told to the listeners (by default the object's own).
  ActAnswer act(db::Transaction& transaction, const Viewer& viewer, const ActDraft& draft, std::vector<std::string> changed = {});

  /// Rights of somebody may have changed: every cached viewer is built anew. The streams of those concerned end with the
  /// commit, and soon after it any other whose person may hear something else by now.
  void rights_changed(db::Transaction& transaction, Concerned whose = {});

  using ActListener = std::function<void(Door&, db::Transaction&, const Viewer&, const ActDraft&)>;
  /// Called inside the transaction of each act, after its leaf was written. What it writes stands or falls with the act. To be
  /// registered before the first change.
  void on_act(ActListener listener) { act_listeners_.push_back(std::move(listener)); }

  /// Called after each durable change of this server, in the order of the commits, from the thread that commits, and for
  /// those of other servers on the same database, from another. Keep it short. To be registered before the first change.
  void on_change(std::function<void(const Change&)> listener) { listeners_.push_back(std::move(listener)); }
  void on_rights_change(std::function<void(const Concerned&)> listener) { rights_listeners_.push_back(std::move(listener)); }

  /// Another server committed this: the listeners are told. Of its objects nothing is known.
  void changed_elsewhere(const Change& change) const {
    for (const auto& listener : listeners_) listener(change);
  }
  /// Another server changed somebody's rights, or may have.
  void rights_changed_elsewhere() const {
    for (const auto& listener : rights_listeners_) listener({});
  }

 private:
  /// SQLite has no wall, so nothing is gathered for it.
  db::Sight sight_of(const Viewer& viewer) const {
    return database_.kind() == db::Kind::postgres ? viewer.sight() : db::Sight();
  }
  static void take_key(const Viewer& viewer, db::Transaction& transaction);
  template <class F>
  auto write_with(const Viewer& viewer, const db::Sight& sight, F& function) {
    return database_.write(sight, [&](db::Transaction& transaction) {
      if (viewer.key) take_key(viewer, transaction);
      return function(transaction);
    });
  }

  db::Database& database_;
  record::Record& record_;
  const Clock& clock_;
  Random& random_;
  std::vector<ActListener> act_listeners_;
  std::vector<std::function<void(const Change&)>> listeners_;
  std::vector<std::function<void(const Concerned&)>> rights_listeners_;
};

/// If-Match: throws `precondition_failed` unless the version named is the present one.
void need_version(std::int64_t present, std::int64_t named);

}  // namespace entente::access
