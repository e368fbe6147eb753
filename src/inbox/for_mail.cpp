#include "inbox/for_mail.hpp"

#include "inbox/said.hpp"

namespace entente::inbox {
namespace {

constexpr int most_said = 100;

}  // namespace

std::vector<Item> for_mail(model::Service& service, const Viewer& viewer, Instant since) {
  std::vector<Item> values;
  add_words(service, viewer, values);
  return service.door().read(viewer, [&](db::Transaction& transaction) {
    Marks marks(transaction, viewer.person);
    auto out = said(transaction, viewer, marks, std::nullopt, Only::unread, "", most_said);
    std::erase_if(out, [&](const Item& item) { return *item.at < since; });
    auto asked = waiting(transaction, viewer, values, service.door().now(), marks, std::nullopt, Only::unread);
    std::erase_if(asked, [](const Item& item) { return item.kind == Kind::charter; });
    std::move(asked.begin(), asked.end(), std::back_inserter(out));
    return out;
  });
}

}  // namespace entente::inbox
