#pragma once
#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/response.hpp"

namespace entente::http {

/// One event as it goes over the line. Empty `id` or `event` are left out; `data` may have several lines.
std::string event_text(std::string_view id, std::string_view event, std::string_view data);

/// What one open stream has to send. Filled from any thread, emptied by the thread of its connection.
class Channel {
 public:
  using Text = std::shared_ptr<const std::string>;
  /// A client that falls further behind than this is dropped; it comes back and asks anew.
  static constexpr std::size_t max_waiting_bytes = 256 * 1024;

  void push(Text text);
  void close();
  /// Takes all that waits; `is_open` becomes false once nothing follows.
  std::vector<Text> take(bool& is_open);
  /// `wake` is called, without a lock, after something was pushed or closed. Set once, before use.
  void on_wake(std::function<void()> wake);

 private:
  std::mutex mutex_;
  std::vector<Text> waiting_;
  std::size_t waiting_bytes_ = 0;
  bool open_ = true;
  std::function<void()> wake_;
};

/// All open event streams (server-sent events) of a server. Safe to use from every thread.
class EventStreams {
 public:
  EventStreams() = default;
  EventStreams(const EventStreams&) = delete;
  EventStreams& operator=(const EventStreams&) = delete;

  /// Sends an event to every stream that subscribed to `topic`.
  void publish(std::string_view topic, std::string_view id, std::string_view event, std::string_view data);
  /// Ends every stream that has this key, such as that of a session that was revoked. Takes effect at once.
  void close(std::string_view key);
  void close_all();
  /// Asks each stream whether it is still allowed, and ends those that are not. May take a while: a stream's question can
  /// be one to the database. What cannot be told (an exception) leaves the stream open.
  void close_ended();
  /// Sends an event to every stream, whatever it subscribed to.
  void publish_to_all(std::string_view event, std::string_view data);
  std::size_t count() const;

  /// Taken before the rights of a request are looked at: a stream is born closed if one of its keys, or
  /// every stream, was closed since.
  std::uint64_t ticket() const { return closings_.load(); }
  /// For the server: opens and forgets a stream.
  std::shared_ptr<Channel> open(const Subscription& subscription, std::uint64_t ticket);
  void forget(const std::shared_ptr<Channel>& channel, const Subscription& subscription);

 private:
  using Index = std::unordered_map<std::string, std::vector<std::shared_ptr<Channel>>>;
  static void remove(Index& index, const std::string& name, const std::shared_ptr<Channel>& channel);
  std::vector<std::shared_ptr<Channel>> find(const Index& index, std::string_view name) const;

  mutable std::mutex mutex_;
  Index by_topic_;
  Index by_key_;
  std::unordered_map<std::shared_ptr<Channel>, std::function<bool()>> open_;  ///< each with its question, if it has one
  std::atomic<std::uint64_t> closings_ = 0;
  std::deque<std::pair<std::uint64_t, std::string>> recently_closed_;
  std::uint64_t all_closed_ = 0;  ///< the closing that ended every stream
};

}  // namespace entente::http
