#include "search/api.hpp"

#include "search/find.hpp"

namespace entente::search {
namespace {

constexpr std::size_t longest_question = 200;

}  // namespace

void add_routes(access::Api& api) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/search", http::Runs::on_worker,
          [&](const http::Request& request, const access::Viewer& viewer) {
            auto text = request.query_value("q").value_or("");
            if (text.size() > longest_question) throw_bad_field("q", "too_long", fmt::format("{} characters are the most.", longest_question));
            auto limit = static_cast<int>(access::query_number(request, "limit", 20, 1, 100));
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              return find(transaction, viewer, text, request.query_value("kind").value_or(""), limit);
            }));
          },
          {"Find things by the beginnings of their words", "search", {}, http::schema_of<Found>(), "application/json", 200,
           {{"q", "What to find", true},
            {"kind", "objective, measure, initiative, theme, win, value, review, agreement, benefit, workshop, card, finding, comment, file, alliance or "
                     "person"},
            {"limit", "1 to 100"}}});
}

}  // namespace entente::search
