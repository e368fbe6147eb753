#include "discussion/api.hpp"

#include "discussion/store.hpp"

namespace entente::discussion {
namespace {

constexpr std::string_view area = "discussion";
constexpr std::size_t most_things = 200;

struct CountList {
  std::vector<CommentCount> items;
};
BOOST_DESCRIBE_STRUCT(CountList, (), (items))

struct AddresseeList {
  std::vector<Addressee> items;
};
BOOST_DESCRIBE_STRUCT(AddresseeList, (), (items))

struct EarlierList {
  std::vector<EarlierText> items;
};
BOOST_DESCRIBE_STRUCT(EarlierList, (), (items))

About about_of(const http::Request& request) { return parse_about(request.query_value("about").value_or("")); }

std::vector<About> things_of(const http::Request& request) {
  std::vector<About> out;
  std::string_view rest = request.query_value("about").value_or("");
  while (!rest.empty()) {
    auto comma = std::min(rest.find(','), rest.size());
    out.push_back(parse_about(rest.substr(0, comma)));
    if (out.size() > most_things) throw_bad_field("about", "too_many", fmt::format("{} things at most.", most_things));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return out;
}

}  // namespace

void add_routes(access::Api& api) {
  auto& door = api.door();
  const http::QueryParameter about{"about", "The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:…", true};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/comments", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto thing = about_of(request);
            auto limit = static_cast<int>(access::query_number(request, "limit", 50, 1, 200));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              return list(transaction, viewer, id, thing, request.query_value("cursor").value_or(""), limit);
            }));
          },
          {"What is said about a thing, the newest thread first", std::string(area), {}, http::schema_of<CommentList>(), "application/json", 200,
           {about, {"cursor", "Where the last page ended"}, {"limit", "Threads, 1 to 200"}}});

  api.add_make<CommentInput>("/api/v1/alliances/{alliance}/comments", area, "Say something about a thing, or reply",
                             [&door](db::Transaction& transaction, const Viewer& viewer, const AllianceId& alliance, const CommentInput& input) {
                               return add(door, transaction, viewer, alliance, input);
                             });
  api.add_change<CommentId, CommentChange>("/api/v1/comments/{id}", area, "Edit an own comment; resolve or reopen a thread",
                                           [&door](db::Transaction& transaction, const Viewer& viewer, const CommentId& id, std::int64_t version,
                                                   const CommentChange& input) { return change(door, transaction, viewer, id, version, input); });
  api.add_remove<CommentId>("/api/v1/comments/{id}", area, "Remove an own comment",
                            [&door](db::Transaction& transaction, const Viewer& viewer, const CommentId& id, std::int64_t version) {
                              return remove(door, transaction, viewer, id, version);
                            });

  api.add(http::Method::get, "/api/v1/comments/{id}/earlier", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<CommentId>("id");
            return http::json(EarlierList{door.read(viewer, [&](db::Transaction& transaction) { return earlier_texts(transaction, viewer, id); })});
          },
          {"What a comment said before it was edited", std::string(area), {}, http::schema_of<EarlierList>()});

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/comments/counts", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto things = things_of(request);
            return http::json(CountList{door.read(viewer, [&](db::Transaction& transaction) { return counts(transaction, viewer, id, things); })});
          },
          {"How much is said about each thing", std::string(area), {}, http::schema_of<CountList>(), "application/json", 200,
           {{"about", "Only these things, with commas between, 200 at most"}}});

  api.add(http::Method::get, "/api/v1/alliances/{alliance}/comments/addressees", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto thing = about_of(request);
            return http::json(AddresseeList{door.read(viewer, [&](db::Transaction& transaction) {
              return addressees(transaction, viewer, id, thing, request.query_value("q").value_or(""));
            })});
          },
          {"Who can be mentioned about a thing: those who can read it", std::string(area), {}, http::schema_of<AddresseeList>(), "application/json", 200,
           {about, {"q", "The beginning of a word of the name"}}});
}

}  // namespace entente::discussion
