#include "auth/crypto.hpp"
#include "model/build_aggregate.hpp"
#include "model/build_outlook.hpp"
#include "model/build_words.hpp"
#include "model/lights_only.hpp"
#include "model/service.hpp"
#include "base/text.hpp"
#include "scorecard/store.hpp"
#include "strategy/poster/poster.hpp"

namespace entente::model {
namespace {

using access::Act;
using access::Viewer;

constexpr std::string_view area = "reading";

Side side_of(const http::Request& request, const access::Grant& grant) {
  auto text = request.query_value("side");
  if (!text || text->empty() || *text == "joint") return Side::joint;
  if (*text != "ours") throw_bad_field("side", "unknown", "“side” is joint or ours.");
  return grant.sees(grant.own) ? Side::ours : Side::joint;
}

/// The rights that change what an answer says beside the spaces.
std::string rights_key(const Viewer& viewer, const access::Grant& grant) {
  std::string key = grant.roles.text();
  key += grant.party.view();
  for (const auto& theme : grant.themes) key += theme.view();
  // What one may enter depends on what one owns, even for those who reach all: an owner enters what another party supplies.
  if (grant.may(Act::enter_observations)) key += viewer.person.view();
  return key;
}

/// One composite read: its ETag from the revisions of the spaces seen, the answer from memory where it is ready.
class Composite {
 public:
  Composite(Service& service, const http::Request& request, const Viewer& viewer, const AllianceId& alliance, Act need)
      : service_(service), request_(request), grant_(viewer.need(alliance, need)), side_(side_of(request, grant_)) {
    auto state = service.readings().state(grant_, side_);
    key_ = request.target + '|' + alliance.text() + state.spaces.key() + rights_key(viewer, grant_);
    std::string seal = key_ + '|' + std::to_string(service.today(alliance).days) + '|' + ENTENTE_VERSION;
    for (auto revision : state.revisions) seal += '|' + std::to_string(revision);
    etag_ = "\"" + auth::base64url(auth::bytes_of(auth::sha256(seal)).substr(0, 12)) + "\"";
  }

  Side side() const { return side_; }

  /// From memory, or nothing.
  std::optional<http::Response> ready() {
    if (http::has_etag(request_, etag_)) return http::not_modified(etag_);
    if (auto text = service_.readings().answer(key_, etag_)) return tagged(http::json_text(std::move(text)));
    return std::nullopt;
  }

  template <class View>
  http::Response answer(const View& view) {
    auto text = std::make_shared<const std::string>(json::text(view));
    service_.readings().keep_answer(key_, etag_, text);
    return tagged(http::json_text(std::move(text)));
  }

 private:
  http::Response tagged(http::Response response) { return std::move(response).with("ETag", etag_); }

  Service& service_;
  const http::Request& request_;
  const access::Grant& grant_;
  Side side_;
  std::string key_;
  std::string etag_;
};

std::string text_of(const http::Request& request, std::string_view name) { return std::string(request.query_value(name).value_or("")); }

/// An identifier of the query; the empty one where there is none. What is none cannot be found.
template <class ItemId>
ItemId id_of(const http::Request& request, std::string_view name) {
  auto text = request.query_value(name);
  if (!text || text->empty()) return {};
  auto id = ItemId::parse(*text);
  if (!id) throw_not_found();
  return *id;
}

scorecard::evaluation::View aggregate_of(const http::Request& request) {
  auto view = json::Codec<scorecard::evaluation::View>::parse(text_of(request, "view"));
  if (!view || *view == scorecard::evaluation::View::own)
    throw_bad_field("view", "unknown", "“view” is quarter, half, year_to_date, rolling or year_ago.");
  return *view;
}

}  // namespace

Basis basis_of(const http::Request& request) {
  Basis basis;
  std::string text = text_of(request, "basis"), day = text_of(request, "on");
  if (text == "draft") {
    basis.text = Basis::Text::draft;
  } else if (!text.empty()) {
    if (text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
      throw_bad_field("basis", "unknown", "Give the number of a version, or draft.");
    basis.text = Basis::Text::version;
    basis.number = std::stoll(text);
  }
  if (!day.empty()) {
    basis.on = try_parse_date(day);
    if (!basis.on) throw_bad_field("on", "not_a_date", "Give a day as 2008-06-30.");
  }
  return basis;
}

namespace {

/// Builds a view by the version that the query asks for. What the version in force does not hold, because it is new in the
/// draft, is shown by the draft.
template <class View, class Build>
View look_at(Service& service, const http::Request& request, const Viewer& viewer, const AllianceId& alliance, Side side, Act need, Build build) {
  Basis basis = basis_of(request);
  std::string period = text_of(request, "period");
  try {
    return service.look(viewer, alliance, side, period, need, basis, build);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::not_found || !basis.is_now()) throw;
    return service.look(viewer, alliance, side, period, need, Basis{Basis::Text::draft, 0, {}}, build);
  }
}

/// A composite read of an alliance, or of one thing in it: `where(request, viewer)` says in which alliance, `build(look)`
/// makes the view.
template <class View, class Where, class Build>
void add_view(access::Api& api, Service& service, std::string_view pattern, std::string_view summary, Act need,
              std::vector<http::QueryParameter> query, Where where, Build build) {
  http::Description description{std::string(summary), std::string(area), {}, http::schema_of<View>(), "application/json", 200, std::move(query)};
  api.router().add(
      http::Method::get, pattern,
      [&api, &service, where, need](const http::Request& request) -> std::optional<http::Response> {
        // This runs on the connection's thread: what asks another machine would hold up its other streams.
        if (service.door().database().kind() == db::Kind::postgres) return std::nullopt;
        auto viewer = api.viewer(request);
        return Composite(service, request, *viewer, where(request, *viewer), need).ready();
      },
      [&api, &service, where, build, need](const http::Request& request) {
        auto viewer = api.viewer(request);
        auto alliance = where(request, *viewer);
        Composite composite(service, request, *viewer, alliance, need);
        if (auto ready = composite.ready()) return std::move(*ready);
        View view = look_at<View>(service, request, *viewer, alliance, composite.side(), need,
                                  [&](const Look& look) { return build(request, look); });
        return composite.answer(view);
      },
      std::move(description));
}

// --- the list of alliances -----------------------------------------------------------------------------------------

struct ListQuestion {
  std::string words;
  std::string stage;
  std::string light;
  std::string sort;
  std::string partner;
  std::size_t limit = 50;
  std::size_t offset = 0;
};

int severity(Light light) {
  switch (light) {
    case Light::red: return 0;
    case Light::yellow: return 1;
    case Light::grey: return 2;
    case Light::green: return 3;
  }
  return 4;
}

bool names(std::string_view list, std::string_view word) {
  for (;;) {
    auto comma = list.find(',');
    if (list.substr(0, comma) == word) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
}

bool fits(const AllianceItem& item, const ListQuestion& question) {
  if (!question.stage.empty() && !names(question.stage, boost::describe::enum_to_string(item.stage, ""))) return false;
  if (!question.light.empty() && !names(question.light, boost::describe::enum_to_string(item.light, ""))) return false;
  auto has_words = [&](const std::string& words, const std::string& text) { return fold(text).find(fold(words)) != std::string::npos; };
  if (!question.words.empty()) {
    bool found = has_words(question.words, item.name);
    for (const auto& party : item.parties) found = found || has_words(question.words, party.name);
    if (!found) return false;
  }
  if (!question.partner.empty()) {
    bool found = false;
    for (const auto& party : item.parties) found = found || has_words(question.partner, party.name);
    if (!found) return false;
  }
  return true;
}

/// Sorted by what is asked, then by name and identifier, so that pages never overlap.
void sort_items(std::vector<std::shared_ptr<const AllianceItem>>& items, std::string_view sort) {
  bool backwards = sort.starts_with('-');
  if (backwards) sort.remove_prefix(1);
  auto by = [&](auto key) {
    std::sort(items.begin(), items.end(), [&](const auto& a, const auto& b) {
      auto x = key(*a), y = key(*b);
      if (x != y) return backwards ? y < x : x < y;
      return std::pair(std::string_view(a->name), a->id.view()) < std::pair(std::string_view(b->name), b->id.view());
    });
  };
  if (sort == "light") {
    by([](const AllianceItem& item) { return severity(item.light); });
  } else if (sort == "stage") {
    by([](const AllianceItem& item) { return static_cast<int>(item.stage); });
  } else if (sort == "updated") {
    by([](const AllianceItem& item) { return -item.updated_at.microseconds; });
  } else if (sort == "score") {
    by([](const AllianceItem& item) { return item.score.value_or(Decimal::from_integer(-1)); });
  } else {
    by([](const AllianceItem& item) { return std::string_view(item.name); });
  }
}

ListQuestion question_of(const http::Request& request) {
  ListQuestion question;
  question.words = text_of(request, "q");
  question.stage = text_of(request, "stage");
  question.light = text_of(request, "light");
  question.partner = text_of(request, "partner");
  question.sort = text_of(request, "sort");
  if (question.sort.empty()) question.sort = "light";
  constexpr std::string_view known[] = {"name", "light", "stage", "updated", "score"};
  std::string_view plain = question.sort;
  if (plain.starts_with('-')) plain.remove_prefix(1);
  if (std::find(std::begin(known), std::end(known), plain) == std::end(known))
    throw_bad_field("sort", "unknown", "“sort” is name, light, stage, updated or score, with - for backwards.");
  question.limit = static_cast<std::size_t>(access::query_number(request, "limit", 50, 1, 500));
  question.offset = static_cast<std::size_t>(access::query_number(request, "cursor", 0, 0, 10'000'000));
  return question;
}

/// The same item serves everybody who sees the same spaces; who sees lights only gets a copy without scores.
std::vector<std::shared_ptr<const AllianceItem>> items_for(Service& service, const Viewer& viewer) {
  auto items = service.items(viewer);
  for (auto& item : items) {
    const access::Grant* grant = viewer.grant(item->id);
    if (grant && grant->may(Act::read_shared)) continue;
    auto copy = std::make_shared<AllianceItem>(*item);
    show_lights_only(*copy);
    item = std::move(copy);
  }
  return items;
}

AllianceList list_of(Service& service, const Viewer& viewer, const ListQuestion& question) {
  auto items = items_for(service, viewer);
  std::erase_if(items, [&](const auto& item) { return !fits(*item, question); });
  sort_items(items, question.sort);
  AllianceList list;
  list.total = static_cast<std::int64_t>(items.size());
  for (std::size_t i = question.offset; i < items.size() && i < question.offset + question.limit; ++i) list.items.push_back(*items[i]);
  if (question.offset + question.limit < items.size()) list.next = std::to_string(question.offset + question.limit);
  return list;
}

void add_list(access::Api& api, Service& service) {
  http::Description description{"The alliances of your organisation in which you take part", std::string(area), {}, http::schema_of<AllianceList>(),
                                "application/json", 200,
                                {{"q", "Words in the name of the alliance or of a party"}, {"stage", "One or more stages, comma between"},
                                 {"light", "One or more lights, comma between"}, {"partner", "Words in the name of a party"},
                                 {"sort", "name, light, stage, updated or score; - turns it round"}, {"cursor", "Where the last page ended"},
                                 {"limit", "1 to 500; 50 unless given"}}};
  auto key_of = [&service](const http::Request& request, const Viewer& viewer) {
    return std::pair("list|" + viewer.person.text() + viewer.organisation.text() + "|" + request.target,
                     fmt::format("{}|{}", service.changes(), service.days()));
  };
  api.router().add(
      http::Method::get, "/api/v1/alliances",
      [&api, &service, key_of](const http::Request& request) -> std::optional<http::Response> {
        if (service.door().database().kind() == db::Kind::postgres) return std::nullopt;  // other servers write too
        auto viewer = api.viewer(request);
        auto [key, seal] = key_of(request, *viewer);
        auto text = service.readings().answer(key, seal), etag = service.readings().answer(key + "|etag", seal);
        if (!text || !etag) return std::nullopt;
        if (http::has_etag(request, *etag)) return http::not_modified(*etag);
        return http::json_text(std::move(text)).with("ETag", *etag);
      },
      [&api, &service, key_of](const http::Request& request) {
        auto viewer = api.viewer(request);
        auto [key, seal] = key_of(request, *viewer);
        auto text = std::make_shared<const std::string>(json::text(list_of(service, *viewer, question_of(request))));
        service.readings().keep_answer(key, seal, text);
        // Of what is in it, not of when something changed: other people's work must not show.
        std::string etag = "\"" + auth::base64url(auth::bytes_of(auth::sha256(*text)).substr(0, 12)) + "\"";
        service.readings().keep_answer(key + "|etag", seal, std::make_shared<const std::string>(etag));
        if (http::has_etag(request, etag)) return http::not_modified(etag);
        return http::json_text(std::move(text)).with("ETag", etag);
      },
      description);
}

// --- values --------------------------------------------------------------------------------------------------------

struct EnteredResult {
  MeasureId measure;
  Period period;
  scorecard::Outcome outcome = scorecard::Outcome::new_;
  std::optional<Judgement> judgement;
};
BOOST_DESCRIBE_STRUCT(EnteredResult, (), (measure, period, outcome, judgement))

struct EnteredAnswer {
  std::vector<EnteredResult> results;
  std::optional<access::ActAnswer> act;
  std::vector<access::ActAnswer> acts;
};
BOOST_DESCRIBE_STRUCT(EnteredAnswer, (), (results, act, acts))

/// How the measures stand after the values are in; left out for large batches, which are not entered by eye.
void judge_results(Service& service, const Viewer& viewer, const AllianceId& alliance, EnteredAnswer& answer) {
  if (answer.results.size() > 50) return;
  const auto& grant = viewer.need(alliance, Act::read_map);
  if (!grant.may(Act::read_shared)) return;
  auto reading = service.readings().of(viewer, alliance, grant.sees(grant.own) ? Side::ours : Side::joint);
  for (auto& result : answer.results) {
    if (!reading->measure(result.measure)) continue;
    Judge judge(*reading, std::min(reading->calendar().last_day(result.period), service.today(*reading)));
    result.judgement = judge.judgement(reading->node(result.measure));
  }
}

http::Response enter_values(access::Api& api, Service& service, const http::Request& request, const Viewer& viewer) {
  auto& door = service.door();
  auto alliance = api.alliance(request, viewer);
  viewer.need(alliance, Act::enter_observations);
  auto inputs = http::read_json<std::vector<scorecard::ObservationInput>>(request, {request.body.size() + 1, 8});
  if (inputs.empty()) throw_bad_field("", "empty", "Send at least one value.");
  if (inputs.size() > 20'000) throw Error(ErrorKind::too_large, "too_many_rows", "20,000 values are the most in one call; use an import for more.");

  EnteredAnswer answer = door.write(viewer, [&](db::Transaction& transaction) {
    EnteredAnswer made;
    auto entered = scorecard::enter(door, transaction, viewer, alliance, inputs, viewer.channel == access::Channel::web ? "screen" : "api");
    for (const auto& row : entered.rows) made.results.push_back({row.measure, row.period, row.outcome, std::nullopt});
    made.acts = std::move(entered.acts);
    if (!made.acts.empty()) made.act = made.acts.front();
    return made;
  });
  // People see at once what became of the light; programs ask for it.
  if (viewer.channel == access::Channel::web || request.query_value("judge") == "true") judge_results(service, viewer, alliance, answer);
  return http::json(answer);
}

// --- the poster ----------------------------------------------------------------------------------------------------

namespace poster = strategy::poster;

poster::MapPicture poster_of(const Look& look) {
  MapView view = build_map(look);
  poster::MapPicture picture;
  picture.geometry = *look.reading.picture();
  for (const auto& theme : view.themes) picture.themes.push_back({theme.id.text(), theme.name, static_cast<int>(theme.colour)});
  for (const auto& card : view.cards) {
    const auto& judgement = card.judgement;
    poster::CardState state;
    state.objective = card.id.text();
    state.light = static_cast<poster::Light>(judgement.light);
    if (judgement.split) state.other_light = static_cast<poster::Light>(*judgement.split);
    state.stale = judgement.stale;
    state.due = judgement.due;
    state.overridden = judgement.overridden;
    switch (judgement.trend) {
      case Trend::better: state.trend = poster::Trend::better; break;
      case Trend::worse: state.trend = poster::Trend::worse; break;
      case Trend::flat: state.trend = poster::Trend::flat; break;
      case Trend::insufficient: break;
    }
    for (const auto& party : card.wins) state.wins_for.push_back(party.text());
    picture.cards.push_back(std::move(state));
  }
  for (const auto& wins : view.wins)
    picture.marks.push_back({wins.party.text(), wins.mark.letter, static_cast<poster::MarkShape>(wins.mark.style)});
  picture.alliance = view.alliance.name;
  picture.period = view.period.label;
  if (!view.ratified) picture.note = "Not ratified";
  return picture;
}

poster::Paper paper_named(std::string_view name) {
  auto paper = json::Codec<poster::Paper>::parse(name.empty() ? "a3" : name);
  if (!paper) throw_bad_field("paper", "unknown", "“paper” is a4, a3, a2, a1 or a0.");
  return *paper;
}

}  // namespace

void add_routes(access::Api& api, Service& service) {
  add_list(api, service);
  auto in_path = [&api](const http::Request& request, const Viewer& viewer) { return api.alliance(request, viewer); };
  auto home_of = [&service](std::string_view table) {
    return [&service, table](const http::Request& request, const Viewer& viewer) {
      return service.alliance_of(viewer, table, request.parameter("id"));
    };
  };
  const http::QueryParameter period{"period", "Such as 2008-Q2; the latest closed one with enough values unless given"};
  const http::QueryParameter side{"side", "joint, or ours: with one's own private matters"};

  const http::QueryParameter version{"basis", "The number of a version of the charter, or draft; what is in force unless given"};
  const http::QueryParameter on{"on", "As it was at the end of this day, such as 2008-06-30"};
  add_view<AllianceView>(api, service, "/api/v1/alliances/{alliance}", "One alliance at a glance", Act::read_map, {period, side, version, on}, in_path,
                         [&service](const http::Request&, const Look& look) {
                           auto view = build_alliance(look, service.door().now());
                           if (!look.grant.may(Act::read_shared)) show_lights_only(view);
                           return view;
                         });
  add_view<MapView>(api, service, "/api/v1/alliances/{alliance}/map", "The strategy map with geometry and lights", Act::read_map,
                    {period, side, version, on}, in_path, [](const http::Request&, const Look& look) {
                      auto view = build_map(look);
                      if (!look.grant.may(Act::read_shared)) show_lights_only(view);
                      return view;
                    });
  add_view<ScorecardView>(api, service, "/api/v1/alliances/{alliance}/scorecard", "Everything a scorecard shows", Act::read_shared,
                          {period, side, version, on, {"theme", "Only this theme"}, {"periods", "Last periods of each measure, 1 to 60; 8 unless given"}},
                          in_path, [](const http::Request& request, const Look& look) {
                            auto periods = static_cast<int>(access::query_number(request, "periods", 8, 1, 60));
                            return build_scorecard(look, id_of<ThemeId>(request, "theme"), periods);
                          });
  add_view<SubmissionsView>(api, service, "/api/v1/alliances/{alliance}/submissions", "Values that wait for a party's word, or are disputed",
                            Act::read_shared, {}, in_path, [](const http::Request&, const Look& look) { return build_submissions(look); });
  add_view<AggregateView>(api, service, "/api/v1/alliances/{alliance}/scorecard/aggregate", "The scorecard over a longer stretch than the measures' own periods",
                          Act::read_shared,
                          {period, side, version, on, {"view", "quarter, half, year_to_date, rolling or year_ago", true},
                           {"rolling", "Own periods for the view rolling, 1 to 1000; 12 unless given"},
                           {"calendar", "The party by whose fiscal year quarters, halves and years go; the alliance's unless given"}},
                          in_path, [](const http::Request& request, const Look& look) {
                            auto rolling = static_cast<int>(access::query_number(request, "rolling", 12, 1, 1000));
                            return build_aggregate(look, aggregate_of(request), rolling, id_of<PartyId>(request, "calendar"));
                          });
  add_view<OutlookView>(api, service, "/api/v1/alliances/{alliance}/outlook", "Whether the targets will be met", Act::read_shared,
                        {period, side, version, on, {"theme", "Only this theme"}, {"objective", "Only this objective"}}, in_path,
                        [](const http::Request& request, const Look& look) {
                          return build_outlook(look, id_of<ThemeId>(request, "theme"), id_of<ObjectiveId>(request, "objective"));
                        });
  add_view<LinkTestsView>(api, service, "/api/v1/alliances/{alliance}/link-tests", "What the figures say to the links of the map", Act::read_shared,
                          {period, side, version, on}, in_path, [](const http::Request&, const Look& look) { return build_link_tests(look); });
  add_view<ObjectiveView>(api, service, "/api/v1/objectives/{id}", "One objective", Act::read_map, {period, side, version, on}, home_of("objective"),
                          [](const http::Request& request, const Look& look) {
                            auto view = build_objective(look, request.id_parameter<ObjectiveId>("id"));
                            if (!look.grant.may(Act::read_shared)) show_lights_only(view);
                            return view;
                          });
  add_view<MeasureView>(api, service, "/api/v1/measures/{id}", "One measure with its values", Act::read_shared,
                        {period, side, version, on, {"periods", "1 to 240; 48 unless given"}}, home_of("measure"),
                        [](const http::Request& request, const Look& look) {
                          auto periods = static_cast<int>(access::query_number(request, "periods", 48, 1, 240));
                          return build_measure(look, request.id_parameter<MeasureId>("id"), periods);
                        });
  add_view<InitiativeView>(api, service, "/api/v1/initiatives/{id}", "One initiative", Act::read_shared, {period, side, version, on}, home_of("initiative"),
                           [](const http::Request& request, const Look& look) {
                             return build_initiative(look, request.id_parameter<InitiativeId>("id"));
                           });

  api.add(http::Method::get, "/api/v1/home", http::Runs::on_worker,
          [&service](const http::Request&, const Viewer& viewer) {
            Home home;
            for (const auto& item : items_for(service, viewer)) {
              if (home.alliances.size() < 12) home.alliances.push_back(*item);
              if (home.needs.size() >= 50) continue;
              const auto& grant = viewer.need(item->id, Act::read_map);
              Side mine = grant.sees(grant.own) ? Side::ours : Side::joint;
              auto needs = service.look(viewer, item->id, mine, "", Act::read_map, {}, [](const Look& look) { return build_needs(look); });
              home.needs.insert(home.needs.end(), needs.begin(), needs.end());
            }
            return http::json(home);
          },
          {"What needs you", std::string(area), {}, http::schema_of<Home>()});

  http::Description values{"Enter values, all or none", "scorecard", http::schema_of<std::vector<scorecard::ObservationInput>>(), http::schema_of<EnteredAnswer>()};
  values.body_limit = 16'000'000;
  values.query = {{"judge", "true answers with the lights too, as a browser's session always gets them"}};
  api.add(http::Method::post, "/api/v1/alliances/{alliance}/observations", http::Runs::on_worker,
          [&api, &service](const http::Request& request, const Viewer& viewer) { return enter_values(api, service, request, viewer); }, values);

  auto add_poster = [&](std::string_view ending, std::string_view type, auto paint) {
    http::Description description{fmt::format("The map as {}", ending), std::string(area)};
    description.response_type = std::string(type);
    description.query = {period, side, version, on, {"appearance", "light or dark"}, {"paper", "a3, a2, a1 or a0 (PDF)"}, {"scale", "1 to 4 (PNG)"}};
    api.add_heavy(http::Method::get, fmt::format("/api/v1/alliances/{{alliance}}/map.{}", ending),
            [&api, &service, paint, type = std::string(type), ending = std::string(ending)](const http::Request& request, const Viewer& viewer) {
              auto alliance = api.alliance(request, viewer);
              auto poster_side = side_of(request, viewer.need(alliance, Act::read_map));
              return service.look(viewer, alliance, poster_side, text_of(request, "period"), Act::read_map, basis_of(request), [&](const Look& look) {
                return http::download(paint(request, poster_of(look)), type,
                                      fmt::format("{}-map.{}", look.reading.contents().alliance.slug, ending));
              });
            },
            description);
  };
  auto appearance = [](const http::Request& request) {
    return text_of(request, "appearance") == "dark" ? poster::Appearance::dark : poster::Appearance::light;
  };
  add_poster("svg", "image/svg+xml", [appearance](const http::Request& request, const poster::MapPicture& picture) {
    return poster::map_svg(picture, appearance(request));
  });
  add_poster("png", "image/png", [appearance](const http::Request& request, const poster::MapPicture& picture) {
    return poster::map_png(picture, appearance(request), static_cast<double>(access::query_number(request, "scale", 2, 1, 4)));
  });
  add_poster("pdf", "application/pdf", [appearance](const http::Request& request, const poster::MapPicture& picture) {
    return poster::map_pdf(picture, paper_named(text_of(request, "paper")), appearance(request));
  });
}

}  // namespace entente::model
