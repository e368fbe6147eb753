#include "http/events.hpp"

namespace entente::http {

std::string event_text(std::string_view id, std::string_view event, std::string_view data) {
  auto one_line = [](std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); };
  std::string out;
  if (!id.empty()) out.append("id: ").append(one_line(id)).append("\n");
  if (!event.empty()) out.append("event: ").append(one_line(event)).append("\n");
  while (true) {
    std::size_t end = data.find_first_of("\r\n");
    out.append("data: ").append(data.substr(0, end)).append("\n");
    if (end == std::string_view::npos) break;
    data.remove_prefix(data.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return out.append("\n");
}

void Channel::push(Text text) {
  {
    std::lock_guard lock(mutex_);
    if (!open_) return;
    waiting_bytes_ += text->size();
    waiting_.push_back(std::move(text));
    if (waiting_bytes_ > max_waiting_bytes) {
      open_ = false;
      waiting_.clear();
    }
  }
  if (wake_) wake_();
}

void Channel::close() {
  {
    std::lock_guard lock(mutex_);
    open_ = false;
    waiting_.clear();  // what was published before a revocation is not delivered after it
  }
  if (wake_) wake_();
}

std::vector<Channel::Text> Channel::take(bool& is_open) {
  std::lock_guard lock(mutex_);
  waiting_bytes_ = 0;
  is_open = open_;
  return std::exchange(waiting_, {});
}

void Channel::on_wake(std::function<void()> wake) {
  wake_ = std::move(wake);
}

void EventStreams::publish(std::string_view topic, std::string_view id, std::string_view event, std::string_view data) {
  auto channels = find(by_topic_, topic);
  if (channels.empty()) return;
  auto text = std::make_shared<const std::string>(event_text(id, event, data));
  for (const auto& channel : channels) channel->push(text);
}

void EventStreams::close(std::string_view key) {
  {
    std::lock_guard lock(mutex_);
    recently_closed_.emplace_back(++closings_, key);
    if (recently_closed_.size() > 10'000) recently_closed_.pop_front();
  }
  for (const auto& channel : find(by_key_, key)) channel->close();
}

void EventStreams::close_all() {
  std::vector<std::shared_ptr<Channel>> all;
  {
    std::lock_guard lock(mutex_);
    all_closed_ = ++closings_;
    for (const auto& [channel, question] : open_) all.push_back(channel);
  }
  for (const auto& channel : all) channel->close();
}

void EventStreams::close_ended() {
  std::vector<std::pair<std::shared_ptr<Channel>, std::function<bool()>>> asked;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [channel, question] : open_)
      if (question) asked.emplace_back(channel, question);
  }
  for (const auto& [channel, question] : asked) {
    try {
      if (!question()) channel->close();
    } catch (const std::exception&) {
      // Nobody can say now; it is asked again soon.
    }
  }
}

void EventStreams::publish_to_all(std::string_view event, std::string_view data) {
  std::vector<std::shared_ptr<Channel>> all;
  {
    std::lock_guard lock(mutex_);
    for (const auto& [channel, question] : open_) all.push_back(channel);
  }
  auto text = std::make_shared<const std::string>(event_text("", event, data));
  for (const auto& channel : all) channel->push(text);
}

std::size_t EventStreams::count() const {
  std::lock_guard lock(mutex_);
  return open_.size();
}

std::vector<std::shared_ptr<Channel>> EventStreams::find(const Index& index, std::string_view name) const {
  std::lock_guard lock(mutex_);
  auto found = index.find(std::string(name));
  return found == index.end() ? std::vector<std::shared_ptr<Channel>>() : found->second;
}

std::shared_ptr<Channel> EventStreams::open(const Subscription& subscription, std::uint64_t ticket) {
  auto channel = std::make_shared<Channel>();
  std::lock_guard lock(mutex_);
  for (auto closed = recently_closed_.rbegin(); closed != recently_closed_.rend() && closed->first > ticket; ++closed)
    if (std::find(subscription.keys.begin(), subscription.keys.end(), closed->second) != subscription.keys.end())
      channel->close();
  if (all_closed_ > ticket) channel->close();
  for (const auto& topic : subscription.topics) by_topic_[topic].push_back(channel);
  for (const auto& key : subscription.keys) by_key_[key].push_back(channel);
  open_.emplace(channel, subscription.still_allowed);
  return channel;
}

void EventStreams::forget(const std::shared_ptr<Channel>& channel, const Subscription& subscription) {
  std::lock_guard lock(mutex_);
  for (const auto& topic : subscription.topics) remove(by_topic_, topic, channel);
  for (const auto& key : subscription.keys) remove(by_key_, key, channel);
  open_.erase(channel);
}

void EventStreams::remove(Index& index, const std::string& name, const std::shared_ptr<Channel>& channel) {
  auto found = index.find(name);
  if (found == index.end()) return;
  std::erase(found->second, channel);
  if (found->second.empty()) index.erase(found);
}

}  // namespace entente::http
