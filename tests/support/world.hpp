#pragma once
#include <filesystem>
#include <string>

#include "app/program.hpp"
#include "json/json.hpp"
#include "sample/load.hpp"

namespace entente::test {

/// A generator whose seed can be changed on the way, so that two runs can differ in one stretch and agree again after it.
class TurnableRandom : public Random {
 public:
  explicit TurnableRandom(std::uint64_t seed) : random_(seed) {}
  void turn(std::uint64_t seed) {
    std::lock_guard lock(mutex_);
    random_ = SeededRandom(seed);
  }
  void fill(std::span<std::byte> bytes) override {
    std::lock_guard lock(mutex_);
    random_.fill(bytes);
  }

 private:
  std::mutex mutex_;
  SeededRandom random_;
};

/// A whole program over a database of its own, without a server, with a clock and random numbers that the test holds.
class World {
 public:
  /// `location` empty: a SQLite file in a temporary folder that goes with the world.
  explicit World(std::uint64_t seed = 1, std::string location = "") : random(seed), log_(log::Level::error) {
    if (location.empty()) {
      char name[] = "/tmp/entente-world-XXXXXX";
      folder_ = mkdtemp(name);
      location = folder_ + "/world.db";
    }
    app::Settings settings;
    settings.database = location;
    program = std::make_unique<app::Program>(settings, clock, random, log_);
  }
  ~World() {
    program.reset();
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  /// The reference alliance, unless told otherwise before its first charter, so that it can be edited at once; gives its identifier.
  std::string load_sample(sample::Form form = sample::Form::draft) {
    auto loaded = sample::load_reference(program->door(), program->sign_in(), form);
    return loaded.alliance.text();
  }

  /// A token of the person with this address.
  std::string token_of(const std::string& email) {
    auto known = tokens_.find(email);
    if (known != tokens_.end()) return known->second;
    auto person = program->viewers().person_by_email(email);
    auto secret = program->door().write(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) {
      return program->sessions().make_token(transaction, *person, "test", std::nullopt);
    });
    return tokens_[email] = secret.text;
  }

  /// From now on the person asks with a session that was begun just now, as if signed in, and not with a token.
  void sign_in(const std::string& email) {
    auto person = program->viewers().person_by_email(email);
    tokens_[email] = program->door()
                         .write(db::Sight::of_system("sessions"), [&](db::Transaction& transaction) {
                           return program->sessions().begin(transaction, *person, "test", "127.0.0.1");
                         })
                         .secret;
  }

  http::Response ask(const std::string& email, http::Method method, const std::string& target, const std::string& body = "",
                     const std::string& if_match = "", const std::string& content_type = "application/json") {
    auto request = http::make_request(method, target, body);
    request.headers.clear();
    if (!email.empty()) request.headers.add("Authorization", "Bearer " + token_of(email));
    if (!body.empty() || method != http::Method::get) request.headers.add("Content-Type", content_type);
    if (!if_match.empty()) request.headers.add("If-Match", "\"" + if_match + "\"");
    request.remote_address = "127.0.0.1";
    request.is_loopback = true;
    return http::answer(program->router(), request, [](const http::Request&, std::string_view why) { last_defect() = why; });
  }
  http::Response get(const std::string& email, const std::string& target) { return ask(email, http::Method::get, target); }
  http::Response post(const std::string& email, const std::string& target, const std::string& body) {
    return ask(email, http::Method::post, target, body);
  }
  http::Response patch(const std::string& email, const std::string& target, const std::string& version, const std::string& body) {
    return ask(email, http::Method::patch, target, body, version);
  }

  static std::string& last_defect() {
    static std::string why;
    return why;
  }

  SettableClock clock{parse_instant("2010-02-01T09:00:00Z")};
  TurnableRandom random;
  std::unique_ptr<app::Program> program;

 private:
  log::Log log_;
  std::string folder_;
  std::map<std::string, std::string> tokens_;
};

inline json::Value body_of(const http::Response& response) { return json::parse(response.body_view(), {100'000'000, 64}); }

/// A text, number or truth value at a path such as "items.0.name"; empty where there is none.
inline std::string at(const json::Value& value, std::string_view path) {
  const json::Value* here = &value;
  while (!path.empty() && here) {
    auto dot = std::min(path.find('.'), path.size());
    auto part = path.substr(0, dot);
    if (here->array()) {
      auto index = static_cast<std::size_t>(std::atoi(std::string(part).c_str()));
      here = index < here->array()->size() ? &(*here->array())[index] : nullptr;
    } else {
      here = here->find(part);
    }
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  if (!here) return "";
  if (here->string()) return *here->string();
  if (here->number()) return here->number()->text;
  if (here->boolean()) return *here->boolean() ? "true" : "false";
  return "";
}

inline constexpr const char* anna = "anna.verbeke@aldermere.example";           ///< alliance manager of Aldermere
inline constexpr const char* marcus = "marcus.whitfield@haldenclinical.example";  ///< alliance manager of Halden

}  // namespace entente::test
