#include "inbox/api.hpp"

#include "inbox/store.hpp"

namespace entente::inbox {
namespace {

constexpr std::string_view area = "inbox";
constexpr std::size_t most_marks = 200;

struct Marking {
  std::vector<std::string> items;
  bool read = true;
};
BOOST_DESCRIBE_STRUCT(Marking, (), (items, read))

struct Unread {
  std::int64_t unread = 0;  ///< 100 stands for "more than 99"
};
BOOST_DESCRIBE_STRUCT(Unread, (), (unread))

/// What the keys of items are made of: a kind, identifiers, periods and numbers with colons between.
bool may_be_key(std::string_view text) {
  auto fits = [](unsigned char c) { return std::isalnum(c) || c == ':' || c == '-' || c == '_'; };
  return !text.empty() && text.size() <= 80 && std::all_of(text.begin(), text.end(), fits);
}

std::optional<Kind> kind_of(const http::Request& request) {
  auto text = request.query_value("kind");
  if (!text || text->empty()) return std::nullopt;
  Kind kind;
  if (!boost::describe::enum_from_string(std::string(*text).c_str(), kind)) throw_bad_field("kind", "unknown", "There is no such kind of item.");
  return kind;
}

}  // namespace

void add_routes(access::Api& api, model::Service& service) {
  auto& door = api.door();
  api.add(http::Method::get, "/api/v1/inbox", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto kind = kind_of(request);
            auto only = request.query_value("only").value_or("") == "unread" ? Only::unread : Only::all;
            auto limit = static_cast<int>(access::query_number(request, "limit", 30, 1, 100));
            auto values = about_values(service, viewer);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) {
              return read(transaction, viewer, values, door.now(), kind, only, request.query_value("cursor").value_or(""), limit);
            }));
          },
          {"What needs you", std::string(area), {}, http::schema_of<Inbox>(), "application/json", 200,
           {{"kind", "mention, reply, charter, light, value, accept, dispute, agreement, claim, rating or contested"}, {"only", "unread"}, {"cursor", "Where the last page ended"}, {"limit", "1 to 100"}}});

  api.add(http::Method::get, "/api/v1/inbox/unread", http::Runs::on_worker,
          [&](const http::Request&, const Viewer& viewer) {
            auto values = about_values(service, viewer);
            return http::json(Unread{door.read(viewer, [&](db::Transaction& transaction) { return unread(transaction, viewer, values, door.now()); })});
          },
          {"How much of it is unread", std::string(area), {}, http::schema_of<Unread>()});

  api.add(http::Method::post, "/api/v1/inbox/marks", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto input = http::read_json<Marking>(request);
            if (viewer.operator_) throw_not_found();
            if (input.items.size() > most_marks) throw_bad_field("items", "too_many", fmt::format("{} items at most.", most_marks));
            for (const auto& key : input.items)
              if (!may_be_key(key)) throw_bad_field("items", "bad_item", "This names no item.");
            auto values = about_values(service, viewer);
            return http::json(Unread{door.write(viewer, [&](db::Transaction& transaction) {
              mark(transaction, viewer, input.items, input.read);
              return unread(transaction, viewer, values, door.now());
            })});
          },
          {"Mark items as read or unread", std::string(area), http::schema_of<Marking>(), http::schema_of<Unread>()});

  api.add(http::Method::post, "/api/v1/inbox/read-all", http::Runs::on_worker,
          [&](const http::Request&, const Viewer& viewer) {
            if (viewer.operator_) throw_not_found();
            auto values = about_values(service, viewer);
            return http::json(Unread{door.write(viewer, [&](db::Transaction& transaction) {
              mark_all(transaction, viewer, values, door.now());
              return unread(transaction, viewer, values, door.now());
            })});
          },
          {"Mark all as read", std::string(area), {}, http::schema_of<Unread>()});
}

}  // namespace entente::inbox
