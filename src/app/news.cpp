#include "app/news.hpp"

namespace entente::app {
namespace {

constexpr std::string_view select_rights = "SELECT revision FROM access_revision WHERE only_row = 1";

std::string_view take_word(std::string_view& text) {
  auto end = std::min(text.find(' '), text.size());
  auto word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

}  // namespace

void News::start(jobs::Periodic::Failed failed) {
  listening_ = door_.database().listen({[this](std::string_view text) { heard(text); }, [this] { look_again(); }});
  std::lock_guard lock(periodic_mutex_);
  periodic_ = std::make_unique<jobs::Periodic>(std::chrono::milliseconds(500), [this] { turn(); }, std::move(failed));
}

void News::stop() {
  listening_.reset();
  std::unique_ptr<jobs::Periodic> ending;
  {
    std::lock_guard lock(periodic_mutex_);
    ending = std::move(periodic_);
  }
}

void News::look_at_streams() {
  std::lock_guard lock(periodic_mutex_);
  if (periodic_) periodic_->wake();
}

void News::turn() {
  // A session that has ended loses its streams, even while the database does not answer.
  struct Closing {
    http::EventStreams& events;
    ~Closing() { events.close_ended(); }
  } closing{events_};
  if (door_.database().kind() == db::Kind::postgres && !hears()) look_for_revocations();
}

/// What `Door` and `Sessions` tell with their commits.
void News::heard(std::string_view text) {
  auto word = take_word(text);
  if (word == "space") {
    access::Change change;
    change.alliance = AllianceId::parse(take_word(text)).value_or(AllianceId());
    auto space = SpaceId::parse(take_word(text));
    if (!space) return;
    change.space = *space;
    change.revision = std::atoll(std::string(take_word(text)).c_str());
    door_.changed_elsewhere(change);
  } else if (word == "rights") {
    door_.rights_changed_elsewhere();
  } else if (word == "sessions") {
    sessions_.ended_elsewhere();
    events_.close_ended();
  } else if (word == "erased") {
    record_.erased_elsewhere();
  }
}

/// Anything may have happened while nobody listened.
void News::look_again() {
  look_for_revocations();
  sessions_.ended_elsewhere();
  record_.erased_elsewhere();
  events_.close_ended();
  events_.publish_to_all("changed", R"({"what":["record","people","map","scorecard","alliance"]})");
}

/// Sessions look by themselves whenever a stream asks.
void News::look_for_revocations() {
  std::lock_guard lock(mutex_);  // the listener and the turn
  auto rights = door_.read([](db::Transaction& transaction) { return *transaction.one<std::int64_t>(select_rights); });
  if (rights != std::exchange(rights_seen_, rights)) door_.rights_changed_elsewhere();
}

}  // namespace entente::app
