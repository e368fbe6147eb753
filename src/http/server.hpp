#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "http/events.hpp"
#include "http/request_parser.hpp"
#include "http/response_writer.hpp"
#include "http/router.hpp"

namespace entente::http {

/// What is known about a request once it is answered; for the access log and the metrics.
struct Exchange {
  const Request& request;
  int status = 0;
  std::size_t bytes = 0;          ///< of the answer's body as sent
  std::int64_t microseconds = 0;  ///< from the complete request to the complete answer, sending excluded
};

/// How a server listens and what it allows. The defaults are those of the promises (docs/operations.md).
struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one, see `Server::port`
  /// A socket in the file system that only the server's own user can open; its requests are the operator's. Empty:
  /// none.
  std::string operator_socket;
  unsigned io_threads = 0;  ///< 0: half of the processors, at least 1, at most 4
  unsigned workers = 32;
  std::size_t max_waiting = 2'000;  ///< requests that may wait for a worker; one more is answered 503
  std::size_t max_connections = 20'000;
  RequestParser::Limits limits;
  WriterOptions writer;

  std::chrono::milliseconds header_time{10'000};  ///< from a request's first byte to the end of its head
  std::chrono::milliseconds idle_time{60'000};    ///< between requests
  std::chrono::milliseconds write_stall{30'000};  ///< without a byte taken by the client
  std::chrono::milliseconds body_grace{5'000};    ///< a body has so long, and a second more for each `body_rate` bytes
  std::size_t body_rate = 1'000;
  std::chrono::milliseconds heartbeat{20'000};  ///< of event streams
  std::chrono::milliseconds drain{10'000};      ///< how long `stop` waits for requests that are being answered

  /// Where large uploads are kept while they are worked on.
  std::string spool_directory = "/tmp";
  /// Takes the client's address from the last entry of X-Forwarded-For when a proxy on this machine sent it.
  bool trust_local_proxy = false;

  const Clock* clock = &system_clock();
  Random* random = &system_random();
  /// Needed by routes that answer with an event stream.
  EventStreams* events = nullptr;
  std::function<void(const Exchange&)> on_answer;
  OnDefect on_defect;
};

/// The web server. Options, router and events have to outlive it.
class Server {
 public:
  class State;

  Server(Options options, const Router& router);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens and serves on threads of its own. Throws `unavailable` if the address cannot be had.
  void start();
  /// Takes no new requests, lets those under way end, ends event streams, and returns when all threads have ended.
  void stop();

  std::uint16_t port() const;
  std::size_t connections() const;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace entente::http
