// The rights matrix (P2): operation × role × membership state × party × swapped identifiers, each cell asked of the whole API and held
// against a copy of the table of rights that is written here on its own. A cell is open (the request gets past the rights) or shut
// (it is answered as if the thing did not exist). What is asked for is made so that an open cell changes nothing where it can.
#include <doctest/doctest.h>

#include "security/operations.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::body_of;
using test::expect;
using test::marcus;
using test::Column;
using test::Operation;
using test::Talk;
using test::World;
using enum test::Column;
using http::Method;

namespace {

struct RoleRow {
  const char* role;
  const char* cells;  // + all, . none, t own theme, o own, a assigned, p own party; x the exit only, ? not held here
};

// "read shared" of chapter "Seeing", written down again. A leader's "own theme team" invites nobody into the alliance.
constexpr RoleRow table[] = {
    {"alliance_manager", "+ + + + + + + p + + +"}, {"sponsor", "+ + + . . + + . + + ."},       {"theme_leader", "+ + + t t t + ? + + ."},
    {"body_member", "+ + + . . . + . . + ."},      {"measure_owner", "+ + . . o . + . . . ."}, {"team_member", "+ + . . a . + . . . ."},
    {"employee", "+ . . . . . ? . . . ."},         {"ambassador", "+ . . . . . ? . . . ."},    {"disengagement_manager", "+ + x x x . + . x . ."},
    {"neutral_consultant", "+ + ? . . . + . . + +"}, {"observer", "+ + . . . . . . . . ."},
};
constexpr const char* states[] = {"confirmed", "invited", "suspended", "left"};

char cell(const RoleRow& row, Column column) { return row.cells[2 * static_cast<std::size_t>(column)]; }

/// Identifiers that a request can name.
struct Names {
  std::string alliance, perspective, theme, objective, measure, initiative, link, win, value, freeze, charter, level;
};

enum class Swap {
  none,
  slug,             ///< the alliance by its address: the same thing
  other_theme,      ///< things of a theme that the person neither leads nor works in
  not_own,          ///< things that somebody else owns
  other_alliance,   ///< the path names an alliance in which the person is nothing, with its own things
  foreign_things,   ///< the path names this alliance, everything else comes from the other
  hidden_things,    ///< things that the other party keeps to itself
  unknown_things,   ///< identifiers of nothing
};
constexpr Swap swaps[] = {Swap::none, Swap::slug, Swap::other_theme, Swap::not_own, Swap::other_alliance, Swap::foreign_things, Swap::hidden_things, Swap::unknown_things};

std::string filled(std::string text, const Names& names, const std::string& alliance) {
  const std::pair<const char*, const std::string*> places[] = {{"{A}", &alliance},       {"{P}", &names.perspective}, {"{T}", &names.theme},
                                                               {"{O}", &names.objective}, {"{M}", &names.measure},     {"{I}", &names.initiative},
                                                               {"{L}", &names.link},      {"{W}", &names.win},         {"{V}", &names.value},
                                                               {"{F}", &names.freeze},    {"{C}", &names.charter},     {"{S}", &names.level}};
  for (const auto& [place, name] : places)
    for (auto found = text.find(place); found != std::string::npos; found = text.find(place)) text.replace(found, 3, *name);
  return text;
}

bool names_a_thing(const Operation& operation) {
  std::string text = std::string(operation.target) + operation.body;
  for (const char* place : {"{P}", "{T}", "{O}", "{M}", "{I}", "{L}", "{W}", "{V}", "{F}", "{C}", "{S}"})
    if (text.find(place) != std::string::npos) return true;
  return false;
}

bool names(const Operation& operation, const char* place) { return (std::string(operation.target) + operation.body).find(place) != std::string::npos; }

/// What the copy of the table says of a cell: open, shut, or nothing.
std::optional<bool> agreed(const Operation& operation, const RoleRow& row, std::string_view state, Swap swap) {
  if (state != "confirmed") return false;
  if (swap == Swap::other_alliance || swap == Swap::foreign_things || swap == Swap::hidden_things || swap == Swap::unknown_things) return false;
  switch (cell(row, operation.need)) {
    case '+': return true;
    case 'p': return true;  // what it reaches is tried in members_test
    case '.':
    case 'x': return false;
    case 't': return !operation.whole && swap != Swap::other_theme;
    case 'a': return swap != Swap::other_theme;
    case 'o': return swap != Swap::not_own && swap != Swap::other_theme;
    default: return std::nullopt;
  }
}

/// Past the rights: whatever is wrong with the request besides, it is told.
bool is_open(const http::Response& response) {
  if (response.status == 404 || response.status == 403) return false;
  if (response.status != 400) return true;
  auto body = body_of(response);
  for (std::size_t i = 0; !at(body, fmt::format("fields.{}.code", i)).empty(); ++i)
    if (at(body, fmt::format("fields.{}.code", i)) == "unknown") return false;
  return true;
}

struct Side {
  std::string person, name;  ///< who asks, and the partner's manager of the own side
  Names own, other_theme, hidden;
};

/// The sample, with things of one's own for each side, and another alliance of strangers.
struct Matrix {
  Talk it;
  World& world = it.world;
  std::string nothing = std::string(19, 'z') + "1", charter;
  std::string slug;
  Names strangers;
  std::map<std::string, Side> sides;

  Matrix() {
    auto view = expect(world.get(anna, it.base), 200);
    slug = at(view, "slug");
    test::add_person(world, test::ada, "North Works");
    std::string other = at(expect(world.post(test::ada, "/api/v1/alliances", R"({"name":"Strangers"})"), 201), "id");
    strangers = things(test::ada, other, 0, "false", "");
    for (auto [domain, manager, other_manager] : {std::tuple{"aldermere", anna, marcus}, std::tuple{"haldenclinical", marcus, anna}}) {
      Side side;
      side.name = domain;
      side.person = it.of_role("employee", domain);
      std::string owner = it.id_of(side.person);
      side.own = things(manager, it.alliance, 0, "false", owner);
      side.other_theme = things(manager, it.alliance, 1, "false", "");
      if (charter.empty()) charter = at(expect(world.post(manager, it.base + "/charters", "{}"), 201), "id");
      side.own.charter = side.other_theme.charter = charter;
      side.hidden = things(other_manager, it.alliance, 0, "true", "");
      sides[domain] = side;
    }
  }

  /// One of each thing, in the theme with this number.
  Names things(const std::string& who, const std::string& alliance, std::size_t number, const std::string& is_private, const std::string& owner) {
    std::string base = "/api/v1/alliances/" + alliance;
    auto made = [&](const std::string& what, const std::string& body) { return at(expect(world.post(who, base + what, body), 201), "id"); };
    Names out;
    out.alliance = alliance;
    auto map = expect(world.get(who, base + "/map"), 200);
    out.theme = at(map, fmt::format("themes.{}.id", number));
    if (out.theme.empty()) out.theme = made("/themes", R"({"name":"A theme"})");
    out.perspective = at(map, "lanes.0.id");
    auto objective = [&](const std::string& title) {
      return made("/objectives", fmt::format(R"({{"title":"{}","perspective":"{}","theme":"{}","private":{}}})", title, out.perspective, out.theme, is_private));
    };
    out.objective = objective("Aim of the matrix");
    std::string second = objective("Second aim of the matrix");
    std::string owned = owner.empty() ? "" : fmt::format(R"(,"owner":"{}")", owner);
    out.measure = made("/measures", fmt::format(R"({{"objective":"{}","name":"Measure of the matrix","frequency":"month","private":{}{},"scoring":{{"type":"higher","red":1,"green":2}}}})",
                                                out.objective, is_private, owned));
    out.initiative = made("/initiatives", fmt::format(R"({{"name":"Work of the matrix","objectives":["{}"],"private":{}}})", out.objective, is_private));
    auto agreements = expect(world.get(who, base + "/agreements"), 200);
    std::string by = at(agreements, "parties.0.id"), to = at(agreements, "parties.1.id");
    out.level = to.empty() ? nothing
                           : made("/service-levels", fmt::format(R"({{"name":"Level of the matrix","by_party":"{}","to_party":"{}","limit":1,"private":{}}})", by, to, is_private));
    out.link = made("/links", fmt::format(R"({{"from":"{}","to":"{}"}})", second, out.objective));
    if (is_private == "false") {
      auto parties = expect(world.get(who, base + "/scorecard"), 200);
      out.win = made("/wins", fmt::format(R"({{"party":"{}","text":"A win of the matrix"}})", at(parties, "parties.0.id")));
      out.value = made("/values", R"({"text":"A value of the matrix"})");
      out.freeze = made("/freezes", R"({"period":"2009-Q4"})");
      out.charter = nothing;
    } else {
      out.perspective = out.theme = out.win = out.value = out.freeze = out.charter = nothing;
    }
    return out;
  }

  void put_in_place(const Side& side, const char* role, const char* state) {
    auto& door = world.program->door();
    door.write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      transaction.run("UPDATE member SET roles = $3, state = $4, themes = $5 WHERE alliance = $1 AND person = $2", it.alliance, it.id_of(side.person),
                      std::string(role), std::string(state), side.own.theme);
      door.rights_changed(transaction);
    });
  }

  bool open(const Side& side, const Operation& operation, Swap swap) {
    Names used = side.own;
    std::string alliance = it.alliance;
    switch (swap) {
      case Swap::none: break;
      case Swap::slug: alliance = slug; break;
      case Swap::other_theme: used = side.other_theme; break;
      case Swap::not_own: used.measure = at(theirs, side.name); break;
      case Swap::other_alliance: used = strangers; alliance = strangers.alliance; break;
      case Swap::foreign_things: used = strangers; break;
      case Swap::hidden_things: used = side.hidden; break;
      case Swap::unknown_things: used = {alliance, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing}; break;
    }
    std::string body = filled(operation.body, used, alliance);
    // A version that is not there, so that an open cell changes nothing.
    std::string_view target = operation.target;
    bool versioned = operation.method != Method::get && (operation.method != Method::post || target.ends_with("/targets") || target.ends_with("/measure"));
    return is_open(world.ask(side.person, operation.method, filled(operation.target, used, alliance), body, versioned ? "999" : ""));
  }

  static std::string at(const std::map<std::string, std::string>& from, const std::string& key) { return from.find(key)->second; }
  static std::string at(const json::Value& from, const std::string& key) { return test::at(from, key); }

  std::map<std::string, std::string> theirs;  ///< measures in the same theme that somebody else owns, by side
};

bool applies(const Operation& operation, Swap swap) {
  switch (swap) {
    case Swap::none: return true;
    case Swap::slug:
    case Swap::other_alliance: return swap == Swap::slug ? names(operation, "{A}") : true;
    case Swap::not_own: return names(operation, "{M}") && operation.need == enter;
    case Swap::hidden_things:
      // Of these kinds none is private.
      return (names(operation, "{O}") || names(operation, "{M}") || names(operation, "{I}") || names(operation, "{L}") || names(operation, "{S}"));
    default: return names_a_thing(operation);
  }
}

}  // namespace

TEST_CASE("every cell of the rights matrix is as the table says") {
  Matrix matrix;
  for (auto& [domain, side] : matrix.sides) {
    const char* manager = domain == "aldermere" ? anna : marcus;
    matrix.theirs[domain] = test::at(expect(matrix.world.post(manager, matrix.it.base + "/measures",
                                                              fmt::format(R"({{"objective":"{}","name":"Not theirs","frequency":"month","scoring":{{"type":"higher","red":1,"green":2}}}})", side.own.objective)),
                                            201),
                                     "id");
  }
  std::size_t cells = 0, wrong = 0;
  std::map<std::string, std::pair<int, int>> seen;  // by role and column: open and shut, for the mutants
  for (const auto& [domain, side] : matrix.sides)
    for (const auto& row : table)
      for (const char* state : states) {
        matrix.put_in_place(side, row.role, state);
        for (const auto& operation : test::operations)
          for (Swap swap : swaps) {
            if (!applies(operation, swap)) continue;
            auto expected = agreed(operation, row, state, swap);
            if (!expected) continue;
            bool open = matrix.open(side, operation, swap);
            ++cells;
            if (std::string_view(state) == "confirmed" && swap == Swap::none) {
              auto& [opened, shut] = seen[fmt::format("{}.{}", row.role, static_cast<int>(operation.need))];
              ++(open ? opened : shut);
            }
            if (open == *expected) continue;
            if (++wrong <= 40)
              MESSAGE(fmt::format("{} {} {}: {} should be {} (role {}, {}, swap {})", domain, static_cast<int>(operation.method), operation.target,
                                  open ? "open" : "shut", *expected ? "open" : "shut", row.role, state, static_cast<int>(swap)));
          }
      }
  CAPTURE(cells);
  CHECK(wrong == 0);
  CHECK(cells >= 20'000);

  // Mutants: with any one "+" of the table taken away, or any one "." made a "+", the cells would disagree.
  int caught = 0, mutants = 0;
  for (const auto& row : table)
    for (int column = 0; column < static_cast<int>(columns); ++column) {
      auto found = seen.find(fmt::format("{}.{}", row.role, column));
      char now = cell(row, static_cast<Column>(column));
      if (found == seen.end() || (now != '+' && now != '.')) continue;
      ++mutants;
      caught += now == '+' ? found->second.first > 0 : found->second.second > 0;
    }
  CHECK(mutants > 60);
  CHECK(caught == mutants);
}

TEST_CASE("every operation of the program is in the matrix, or held elsewhere") {
  World world;
  test::Coverage coverage(world.program->router());
  std::string id(20, '0');
  Names any{id, id, id, id, id, id, id, id, id, id, id, id};
  for (const auto& operation : test::operations) coverage.note(operation.method, filled(operation.target, any, id), 200);
  auto all = [](const http::Route&) { return true; };
  auto missing = coverage.missing(test::Coverage::Wanted::asked, test::not_in_the_matrix, all);
  INFO("Put these among the operations, or say among the excuses where their rights are held:\n", test::lines_of(missing));
  CHECK(missing.empty());
}
