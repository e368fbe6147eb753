#include "sample/stage.hpp"

#include "access/viewers.hpp"

namespace entente::sample {
namespace {

template <class Known>
const auto& known(const Known& items, const std::string& key, std::string_view what) {
  auto found = items.find(key);
  if (found == items.end()) throw_broken(fmt::format("{} {}", what, key));
  return found->second;
}

}  // namespace

const access::Viewer& Stage::person(const std::string& email) {
  auto found = viewers_.find(email);
  if (found == viewers_.end()) {
    auto viewer = access::load_viewer(transaction, known(cast.people, email, "person"), access::Channel::web);
    if (!viewer) throw_broken("person " + email);
    found = viewers_.emplace(email, std::move(*viewer)).first;
  }
  return found->second;
}

ObjectiveId Stage::objective(const std::string& key) const { return known(made.objectives, key, "objective"); }

MeasureId Stage::measure(const std::string& key) const { return known(made.measures, key, "measure").first; }

std::string Stage::id_of(std::string_view kind, const std::string& key) const {
  if (kind == "objective") return objective(key).text();
  if (kind == "measure") return measure(key).text();
  if (kind == "theme") return known(made.themes, key, "theme").text();
  throw_broken(fmt::format("{} {}", kind, key));
}

SpaceId Stage::shared() { return person(cast.managers.begin()->second).need(alliance(), access::Act::read_map).shared; }

void throw_broken(std::string detail) {
  throw Error(ErrorKind::internal, "sample_broken", "The sample is broken.", {}, std::move(detail));
}

}  // namespace entente::sample
