#include "charter/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "auth/crypto.hpp"
#include "base/error.hpp"
#include "json/json.hpp"

using namespace entente;
using namespace entente::charter;

namespace {

template <class ItemId>
ItemId id(char letter) {
  return ItemId::parse(std::string(20, letter)).value();
}

Document small_plan() {
  Document plan;
  plan.terms.name = "North–South";
  strategy::Perspective lane;
  lane.id = id<PerspectiveId>('p');
  lane.name = "customers";
  plan.perspectives.push_back(lane);
  strategy::Theme theme;
  theme.id = id<ThemeId>('t');
  theme.name = "growth";
  plan.themes.push_back(theme);
  for (char letter : {'a', 'b'}) {
    strategy::Objective objective;
    objective.id = id<ObjectiveId>(letter);
    objective.code = std::string("O") + letter;
    objective.title = "Objective";
    objective.perspective = lane.id;
    objective.theme = theme.id;
    plan.objectives.push_back(objective);
  }
  return plan;
}

Charter proposed(const std::string& digest) {
  Charter charter;
  charter.digest = digest;
  return charter;
}

std::string code_of(auto&& work) {
  try {
    work();
  } catch (const Error& error) {
    return std::string(error.code());
  }
  return "";
}

}  // namespace

TEST_CASE("what only the working tables need is not part of what is signed, and the order of rows is not") {
  Document plan = small_plan();
  Document other = plan;
  std::swap(other.objectives[0], other.objectives[1]);
  for (auto& objective : other.objectives) {
    objective.version = 7;
    objective.alliance = id<AllianceId>('x');
    objective.space = id<SpaceId>('y');
  }
  CHECK(text(normalised(plan)) == text(normalised(other)));
  other.objectives[0].weight = Decimal::from_integer(2);
  CHECK(digest(text(normalised(plan))) != digest(text(normalised(other))));
}

TEST_CASE("the digest is SHA-256") {
  // FIPS 180-2, appendix B.1.
  CHECK(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a difference names what was added, changed and removed, with old and new in words") {
  Document before = small_plan(), after = small_plan();
  Names names{{std::string(20, 'm'), "Ada North"}};
  CHECK(difference(before, after, names).empty());

  after.terms.vision = "Faster medicines";
  after.themes[0].leader = id<PersonId>('m');
  after.objectives.erase(after.objectives.begin());
  strategy::Link link;
  link.id = id<LinkId>('k');
  link.cause = link.effect = id<ObjectiveId>('b');
  after.links.push_back(link);
  auto changes = difference(before, after, names);
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].kind == "terms");
  REQUIRE(changes[0].fields.size() == 1);
  CHECK(changes[0].fields[0].name == "vision");
  CHECK(changes[0].fields[0].before == "");
  CHECK(changes[0].fields[0].after == "Faster medicines");
  CHECK(changes[1].kind == "theme");
  CHECK(changes[1].change == Change::changed);
  CHECK(changes[1].label == "growth");
  CHECK(changes[1].fields[0].after == "Ada North");
  CHECK(changes[2].kind == "objective");
  CHECK(changes[2].change == Change::removed);
  CHECK(changes[2].label == "Oa Objective");
  CHECK(changes[3].kind == "link");
  CHECK(changes[3].change == Change::added);
  CHECK(changes[3].label == "Ob Objective → Ob Objective");
}

TEST_CASE("a change of a measure or a target names the objective to which it belongs, also when it is gone") {
  Document before = small_plan(), after = small_plan();
  scorecard::Measure measure;
  measure.id = id<MeasureId>('y');
  measure.objective = id<ObjectiveId>('b');
  scorecard::Target target;
  target.id = id<TargetId>('z');
  target.measure = measure.id;
  target.scoring.text = R"({"type":"yesno"})";
  before.measures.push_back(measure);
  before.targets.push_back(target);
  after.perspectives[0].name = "patients";
  auto changes = difference(before, after, {});
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].objective == "");
  CHECK(changes[1].kind == "measure");
  CHECK(changes[1].objective == std::string(20, 'b'));
  CHECK(changes[2].kind == "target");
  CHECK(changes[2].objective == std::string(20, 'b'));
}

TEST_CASE("a difference turned round swaps added and removed, old and new") {
  rc::check("difference(a, b) mirrors difference(b, a)", [] {
    auto plan = [] {
      Document plan = small_plan();
      plan.objectives.clear();
      for (char letter : {'a', 'b', 'c', 'd'}) {
        if (*rc::gen::arbitrary<bool>()) continue;
        strategy::Objective objective;
        objective.id = id<ObjectiveId>(letter);
        objective.code = std::string(1, letter);
        objective.title = std::string(1, *rc::gen::inRange('p', 's'));
        plan.objectives.push_back(objective);
      }
      return normalised(std::move(plan));
    };
    Document a = plan(), b = plan();
    auto there = difference(a, b, {}), back = difference(b, a, {});
    RC_ASSERT(there.size() == back.size());
    RC_ASSERT(there.empty() == (text(a) == text(b)));
    for (const auto& change : there) {
      auto twin = std::find_if(back.begin(), back.end(), [&](const ItemChange& other) { return other.id == change.id; });
      RC_ASSERT(twin != back.end());
      RC_ASSERT((change.change == Change::added) == (twin->change == Change::removed));
      RC_ASSERT((change.change == Change::changed) == (twin->change == Change::changed));
      RC_ASSERT(change.fields.size() == twin->fields.size());
      for (std::size_t i = 0; i < change.fields.size(); ++i) {
        RC_ASSERT(change.fields[i].before == twin->fields[i].after);
        RC_ASSERT(change.fields[i].after == twin->fields[i].before);
      }
    }
  });
}

// Every order in which up to four partners can speak, with right and wrong digests: a version is in force exactly when each
// one that must has ratified these bytes, once, and nobody has returned it.
TEST_CASE("a version is in force when each partner that must has ratified exactly these bytes") {
  struct Word {
    std::size_t party;
    Verdict verdict;
    bool right_bytes;
  };
  std::vector<Word> words;
  for (std::size_t party = 0; party < 4; ++party)
    for (Verdict verdict : {Verdict::ratified, Verdict::returned})
      for (bool right : {true, false}) words.push_back({party, verdict, right});
  const std::vector<PartyId> parties = {id<PartyId>('1'), id<PartyId>('2'), id<PartyId>('3'), id<PartyId>('4')};
  for (std::size_t must = 2; must <= 3; ++must) {
    std::vector<PartyId> asked(parties.begin(), parties.begin() + static_cast<std::ptrdiff_t>(must));
    for (std::size_t sequence = 0; sequence < words.size() * words.size() * words.size(); ++sequence) {
      Charter charter = proposed("good");
      std::vector<Consent> said;
      std::set<std::size_t> ratified;
      bool returned = false;
      std::size_t rest = sequence;
      for (int turn = 0; turn < 3; ++turn, rest /= words.size()) {
        const Word& word = words[rest % words.size()];
        Consent consent{{}, parties[word.party], {}, word.verdict, word.right_bytes ? "good" : "bad", "", {}};
        bool spoke_before = std::any_of(said.begin(), said.end(), [&](const Consent& other) { return other.party == consent.party; });
        bool legal = charter.state == State::proposed && word.party < must && word.right_bytes && !spoke_before;
        std::string code = code_of([&] {
          charter.state = after_consent(charter, asked, said, consent);
          said.push_back(consent);
        });
        REQUIRE((code.empty() == legal));
        if (!legal) continue;
        if (word.verdict == Verdict::ratified) ratified.insert(word.party);
        returned = returned || word.verdict == Verdict::returned;
        State expected = returned ? State::returned : ratified.size() == must ? State::in_force : State::proposed;
        REQUIRE(charter.state == expected);
      }
    }
  }
}

TEST_CASE("what cannot be a charter is refused at its place") {
  CHECK(problems(small_plan()).empty());
  Document empty;
  REQUIRE(problems(empty).size() == 1);
  CHECK(problems(empty)[0].code == "empty");
  Document lost = small_plan();
  lost.themes.clear();
  CHECK(problems(lost).size() == 2);
  CHECK(problems(lost)[0].code == "no_theme");

  // What an agreement adds lies in the perspectives and themes that all share.
  CHECK(problems(lost, Scope::agreement).empty());
  REQUIRE(problems(empty, Scope::agreement).size() == 1);
  CHECK(problems(empty, Scope::agreement)[0].code == "empty");
}
