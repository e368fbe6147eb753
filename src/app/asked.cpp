#include "app/asked.hpp"

#include "access/still_seen.hpp"
#include "inbox/for_mail.hpp"

namespace entente::app {

std::vector<discipline::Asked> asked(model::Service& service, const access::Viewer& viewer, Instant since) {
  std::vector<discipline::Asked> out;
  for (auto& item : inbox::for_mail(service, viewer, since)) {
    bool is_said = item.kind == inbox::Kind::mention || item.kind == inbox::Kind::reply;
    discipline::Asked one{item.key, is_said ? discipline::News::said : discipline::News::waiting, item.alliance.name, std::move(item.spaces),
                          std::string(access::right_name(item.right)), {item.title, item.about, item.link}};
    if (!item.detail.empty()) one.line.detail += fmt::format("{}“{}”", one.line.detail.empty() ? "" : ": ", item.detail);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace entente::app
