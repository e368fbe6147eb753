#pragma once
// Inside this room only.
#include <libpq-fe.h>

#include <string>
#include <thread>

#include "db/listening.hpp"

namespace entente::db {

/// The channel of LISTEN and NOTIFY. What is said on it begins with the sayer's own word and a blank.
inline constexpr std::string_view news_channel = "entente";

/// A connection and a thread of their own, which wait for what other servers say. A lost connection is made again after
/// 0.1 s, 0.2 s … up to 5 s.
class PostgresListening final : public Listening {
 public:
  /// `own` is the word of this server, whose messages are not told.
  PostgresListening(std::string address, std::string own, Told told);
  ~PostgresListening() override;
  PostgresListening(const PostgresListening&) = delete;
  PostgresListening& operator=(const PostgresListening&) = delete;

  bool hears() const override { return hears_; }

 private:
  using Handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;
  void run();
  void listen(PGconn* handle);
  /// False when this object is to go; `socket` may be -1.
  bool wait(int socket, int milliseconds);

  const std::string address_;
  const std::string own_;
  const Told told_;
  int wake_ = -1;
  std::atomic<bool> stop_ = false, hears_ = false;
  std::thread thread_;
};

}  // namespace entente::db
