#pragma once
#include <charconv>
#include <memory>
#include <string>

#include "http/server.hpp"

namespace entente::bench {

/// The floor of every measured answer: the same HTTP layer with a fixed JSON answer. `/fixed/{bytes}` is answered on the
/// io thread, `/worker/{bytes}` through a worker, `/unchanged` with 304.
class FloorServer {
 public:
  explicit FloorServer(std::uint16_t port = 0, unsigned io_threads = 1) {
    auto fixed = [](const http::Request& request) {
      static const auto texts = make_texts();
      std::string_view wanted = request.parameter("bytes");
      std::size_t bytes = 0;
      std::from_chars(wanted.data(), wanted.data() + wanted.size(), bytes);
      auto found = texts.find(bytes);
      if (found == texts.end()) throw_not_found();
      return http::json_text(found->second);
    };
    router_.add(http::Method::get, "/fixed/{bytes}", http::Runs::on_io, fixed);
    router_.add(http::Method::get, "/worker/{bytes}", http::Runs::on_worker, fixed);
    router_.add(http::Method::get, "/unchanged", http::Runs::on_io,
                [](const http::Request&) { return http::not_modified("\"1\""); });
    http::Options options;
    options.port = port;
    options.io_threads = io_threads;
    server_ = std::make_unique<http::Server>(options, router_);
    server_->start();
  }

  std::uint16_t port() const { return server_->port(); }
  /// Sizes that can be asked for.
  static constexpr std::size_t sizes[] = {200, 500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 200'000, 500'000};

 private:
  static std::map<std::size_t, std::shared_ptr<const std::string>> make_texts() {
    std::map<std::size_t, std::shared_ptr<const std::string>> out;
    for (std::size_t size : sizes) out[size] = std::make_shared<const std::string>('"' + std::string(size - 2, 'x') + '"');
    return out;
  }

  http::Router router_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace entente::bench
