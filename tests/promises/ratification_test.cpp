// P3: every short sequence of acts by two and by three partners, done to the real store and to a little model of it that is written
// here on its own. Whatever the order, both say the same: what is refused and why, who has consented, and what is in force.
#include <doctest/doctest.h>

#include <set>

#include "charter/store.hpp"
#include "strategy/store.hpp"
#include "support/answers.hpp"
#include "support/faulty_disk.hpp"
#include "support/worlds.hpp"

using namespace entente;
using test::World;
using test::ada;
using test::at;
using test::expect;

namespace {

enum class Do { edit, propose, ratify, ratify_other, give_back, withdraw };

/// One thing that a partner does.
struct Step {
  Do what;
  std::size_t party;
};

/// What can be told of a version from outside.
struct Standing {
  std::string refusal;             ///< code of the last step's; empty where it was taken
  std::string newest = "none";     ///< state of the newest version
  std::set<std::size_t> consents;  ///< parties that ratified the newest version
  std::string in_force = "none";   ///< the text that is in force
  bool operator==(const Standing&) const = default;

  std::string text() const { return fmt::format("{} newest {} consents {} in force {}", refusal.empty() ? "done" : refusal, newest, fmt::join(consents, ","), in_force); }
};

/// Rules of which one may be broken, to see that the check notices.
enum class Broken { none, edit_keeps_consents, consent_counts_twice, any_bytes_will_do, one_is_enough, anybody_withdraws };

/// The model: nothing but the rules of the charter as people were told them.
class Model {
 public:
  Model(std::size_t parties, Broken broken) : parties_(parties), broken_(broken) {}

  void take(Step step) {
    standing_.refusal = refusal_of(step);
    if (!standing_.refusal.empty()) return;
    switch (step.what) {
      case Do::edit:
        draft_ = draft_ == "A" ? "B" : "A";
        if (waits() && broken_ != Broken::edit_keeps_consents) standing_.newest = "voided";
        return;
      case Do::propose:
        standing_.newest = "proposed";
        standing_.consents.clear();
        ratifications_ = 0;
        proposer_ = step.party;
        proposed_ = draft_;
        return;
      case Do::ratify:
      case Do::ratify_other:
        standing_.consents.insert(step.party);
        ++ratifications_;
        if ((broken_ == Broken::consent_counts_twice ? ratifications_ : standing_.consents.size()) < (broken_ == Broken::one_is_enough ? 1 : parties_)) return;
        standing_.newest = "in_force";
        standing_.in_force = proposed_;
        return;
      case Do::give_back: standing_.newest = "returned"; return;
      case Do::withdraw: standing_.newest = "withdrawn"; return;
    }
  }
  const Standing& standing() const { return standing_; }

 private:
  bool waits() const { return standing_.newest == "proposed"; }
  std::string refusal_of(Step step) const {
    bool is_there = standing_.newest != "none";
    switch (step.what) {
      case Do::edit: return "";
      case Do::propose: return waits() ? "open_proposal" : standing_.in_force == draft_ ? "nothing_changed" : "";
      case Do::withdraw:
        if (!is_there || (step.party != proposer_ && broken_ != Broken::anybody_withdraws)) return "not_found";
        return waits() ? "" : "not_proposed";
      case Do::ratify:
      case Do::ratify_other:
      case Do::give_back:
        if (!is_there) return "not_found";
        if (!waits()) return "not_proposed";
        if (standing_.consents.contains(step.party) && broken_ != Broken::consent_counts_twice) return "already_said";
        return step.what == Do::ratify_other && broken_ != Broken::any_bytes_will_do ? "other_digest" : "";
    }
    return "";
  }

  std::size_t parties_, proposer_ = 0, ratifications_ = 0;
  Broken broken_;
  std::string draft_ = "A", proposed_;
  Standing standing_;
};

/// The real store, in one transaction that is rolled back in the end; each try of a step is, too.
class Store {
 public:
  Store(World& world, std::size_t parties) : world_(world) {
    std::string base = "/api/v1/alliances/" + at(expect(world.post(ada, "/api/v1/alliances", R"({"name":"Model"})"), 201), "id");
    alliance_ = *AllianceId::parse(base.substr(base.rfind('/') + 1));
    people_ = {ada};
    for (std::size_t party = 1; party < parties; ++party) take_in(base, fmt::format("partner{}@p{}.example", party, party), fmt::format("Partner {}", party));
    auto theme = at(expect(world.post(ada, base + "/themes", R"({"name":"Growth"})"), 201), "id");
    auto lane = at(expect(world.get(ada, base + "/map"), 200), "lanes.0.id");
    objective_ = *ObjectiveId::parse(at(expect(world.post(ada, base + "/objectives", fmt::format(R"({{"title":"A","perspective":"{}","theme":"{}"}})", lane, theme)), 201), "id"));
    world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& t) {
      t.run("INSERT INTO signatory (alliance, person, organisation, named_by, named_at) SELECT $1, person.id, person.organisation, person.id, 0 FROM person "
            "WHERE person.id IN (SELECT person FROM member WHERE alliance = $1)",
            alliance_);
      world_.program->door().rights_changed(t);
    });
    for (const auto& email : people_) viewers_.push_back(world.program->viewers().of(*world.program->viewers().person_by_email(email), record::Channel::web));
    for (const auto& viewer : viewers_) parties_.push_back(viewer->grant(alliance_)->party);
  }

  /// Calls `function()` within the transaction.
  template <class F>
  void within(F&& function) {
    struct Enough {};
    try {
      world_.program->door().write(*viewers_.front(), [&](db::Transaction& transaction) {
        transaction_ = &transaction;
        digests_.clear();
        for (int i = 0; i < 2; ++i) {
          digests_[title()] = charter::working_draft(transaction, *viewers_.front(), alliance_, shared()).digest;
          edit(0);
        }
        function();
        throw Enough();
      });
    } catch (const Enough&) {
    }
  }
  void save(int depth) { transaction_->run(fmt::format("SAVEPOINT depth_{}", depth)); }
  /// Going back alone would leave the savepoint, and each later one upon it.
  void go_back(int depth) {
    transaction_->run(fmt::format("ROLLBACK TO SAVEPOINT depth_{}", depth));
    transaction_->run(fmt::format("RELEASE SAVEPOINT depth_{}", depth));
  }

  std::string take(Step step) {
    try {
      auto newest = this->newest();
      auto& door = world_.program->door();
      const auto& viewer = *viewers_[step.party];
      auto say = [&](charter::Verdict verdict, const std::string& digest) {
        charter::ConsentInput input;
        input.verdict = verdict;
        input.digest = digest;
        input.reason = "For a reason";
        charter::consent(door, *transaction_, viewer, newest->id, input);
      };
      if (!newest && step.what != Do::edit && step.what != Do::propose) return "not_found";
      switch (step.what) {
        case Do::edit: edit(step.party); break;
        case Do::propose: charter::propose(door, *transaction_, viewer, alliance_, {}); break;
        case Do::ratify: say(charter::Verdict::ratified, newest->digest); break;
        case Do::ratify_other: say(charter::Verdict::ratified, digests_["A"] == newest->digest ? digests_["B"] : digests_["A"]); break;
        case Do::give_back: say(charter::Verdict::returned, newest->digest); break;
        case Do::withdraw: charter::withdraw(door, *transaction_, viewer, newest->id); break;
      }
      return "";
    } catch (const Error& error) {
      return std::string(error.code());
    }
  }
  Standing standing(const std::string& refusal) {
    Standing out;
    out.refusal = refusal;
    auto newest = this->newest();
    if (!newest) return out;
    out.newest = word(newest->state);
    for (const auto& party : transaction_->all<PartyId>("SELECT party FROM consent WHERE charter = $1 AND verdict = 'ratified'", newest->id))
      out.consents.insert(static_cast<std::size_t>(std::find(parties_.begin(), parties_.end(), party) - parties_.begin()));
    auto standing = transaction_->all<std::string>("SELECT digest FROM charter WHERE space = $1 AND state = 'in_force'", shared());
    REQUIRE(standing.size() <= 1);
    for (const auto& [title, digest] : digests_)
      if (!standing.empty() && standing.front() == digest) out.in_force = title;
    return out;
  }

 private:
  void take_in(const std::string& base, const std::string& email, const std::string& organisation) {
    test::add_person(world_, email, organisation);
    auto made = expect(world_.post(ada, base + "/invitations", fmt::format(R"({{"kind":"partner","email":"{}","organisation_name":"{}"}})", email, organisation)), 201);
    std::string link = at(made, "link");
    if (people_.size() > 1) expect(world_.post(people_.back(), base + "/invitations/" + at(made, "id") + "/consent", "{}"), 204);
    world_.sign_in(email);
    expect(world_.post(email, "/api/v1/invitations/" + link.substr(link.rfind('/') + 1) + "/accept", "{}"), 201);
    people_.push_back(email);
  }
  static std::string word(charter::State state) {
    auto text = json::text(state);
    return text.substr(1, text.size() - 2);
  }
  SpaceId shared() const { return viewers_.front()->grant(alliance_)->shared; }
  std::optional<charter::Charter> newest() {
    auto number = transaction_->one<std::int64_t>("SELECT COALESCE(MAX(number), 0) FROM charter WHERE space = $1", shared());
    return charter::numbered(*transaction_, shared(), *number);
  }
  std::string title() { return *transaction_->one<std::string>("SELECT title FROM objective WHERE id = $1", objective_); }
  void edit(std::size_t party) {
    strategy::ObjectiveInput input;
    input.title = title() == "A" ? "B" : "A";
    auto version = *transaction_->one<std::int64_t>("SELECT version FROM objective WHERE id = $1", objective_);
    strategy::change(world_.program->door(), *transaction_, *viewers_[party], objective_, version, input);
  }

  World& world_;
  AllianceId alliance_;
  ObjectiveId objective_;
  std::vector<std::string> people_;
  std::vector<access::ViewerPointer> viewers_;
  std::vector<PartyId> parties_;
  std::map<std::string, std::string> digests_;
  db::Transaction* transaction_ = nullptr;
};

std::vector<Step> steps_of(std::size_t parties) {
  std::vector<Step> out;
  for (std::size_t party = 0; party < parties; ++party) {
    if (party < 2) out.insert(out.end(), {{Do::propose, party}, {Do::withdraw, party}, {Do::give_back, party}});
    out.push_back({Do::ratify, party});
  }
  out.insert(out.end(), {{Do::edit, 0}, {Do::edit, 1}, {Do::ratify_other, 1}});
  return out;
}

struct Found {
  std::size_t steps = 0, in_force = 0;
  std::map<Broken, std::size_t> disagreements;
  std::string first;  ///< the first of the model as it should be
};

/// All sequences of so many steps after a beginning, each compared after each step with the model and with its broken variants.
void walk(Store& store, const std::vector<Step>& steps, std::vector<std::pair<Broken, Model>> models, int depth, const std::string& path, Found& found) {
  if (depth == 0) return;
  for (const Step& step : steps) {
    store.save(depth);
    auto standing = store.standing(store.take(step));
    std::string here = fmt::format("{} {}{}", path, static_cast<int>(step.what), step.party);
    ++found.steps;
    found.in_force += standing.in_force != "none";
    std::vector<std::pair<Broken, Model>> next;
    for (auto [broken, model] : models) {
      model.take(step);
      if (model.standing() == standing) {
        next.emplace_back(broken, model);
        continue;
      }
      // A broken model that was noticed need not be followed any further.
      if (++found.disagreements[broken] == 1 && broken == Broken::none) found.first = here + ": model " + model.standing().text() + ", store " + standing.text();
    }
    if (!next.empty() && next.front().first == Broken::none) walk(store, steps, std::move(next), depth - 1, here, found);
    store.go_back(depth);
  }
}

}  // namespace

TEST_CASE("whatever two or three partners do, in any order, the charter is as the rules say; broken rules are noticed (negative control)") {
  for (db::Kind kind : test::database_kinds())
    for (std::size_t parties : {2u, 3u}) {
      INFO((kind == db::Kind::sqlite ? "SQLite" : "PostgreSQL"), ", partners: ", parties);
      test::FreshDatabase fresh(kind, test::Schema::none);
      fresh.close();
      World world(3, fresh.location());
      test::add_person(world, ada, "North Works");
      Store store(world, parties);
      auto steps = steps_of(parties);
      std::vector<Step> all_but_one = {{Do::propose, 0}};
      for (std::size_t party = 0; party + 1 < parties; ++party) all_but_one.push_back({Do::ratify, party});
      auto in_force = all_but_one;
      in_force.push_back({Do::ratify, parties - 1});
      auto revised = in_force;
      revised.insert(revised.end(), {{Do::edit, 0}, {Do::propose, 1}, {Do::ratify, 0}});
      // A third partner makes half as many steps more: one level less keeps the long form within minutes.
      const int short_walk = kind == db::Kind::sqlite ? test::rounds(3, parties == 2 ? 5 : 4) : test::rounds(2, 3);
      Found found;
      for (const auto& beginning : {std::vector<Step>(), all_but_one, in_force, revised})
        store.within([&] {
          std::vector<std::pair<Broken, Model>> models;
          for (Broken broken : {Broken::none, Broken::edit_keeps_consents, Broken::consent_counts_twice, Broken::any_bytes_will_do, Broken::one_is_enough, Broken::anybody_withdraws})
            models.emplace_back(broken, Model(parties, broken));
          for (const Step& step : beginning) {
            REQUIRE(store.take(step) == "");
            for (auto& [broken, model] : models) model.take(step);
          }
          std::erase_if(models, [&](auto& pair) {
            bool differs = pair.second.standing() != store.standing("");
            if (differs) ++found.disagreements[pair.first];
            return differs;
          });
          REQUIRE(models.front().first == Broken::none);
          walk(store, steps, models, short_walk, "", found);
        });
      CHECK(found.first == "");
      CHECK(found.steps > 100);
      CHECK(found.in_force > 0);
      for (Broken broken : {Broken::edit_keeps_consents, Broken::consent_counts_twice, Broken::any_bytes_will_do, Broken::one_is_enough, Broken::anybody_withdraws}) {
        CAPTURE(static_cast<int>(broken));
        CHECK(found.disagreements[broken] > 0);
      }
    }
}
