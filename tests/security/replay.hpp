#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/coverage.hpp"
#include "support/world.hpp"

namespace entente::test {

/// One question and the whole answer to it: status, header and every byte.
struct Seen {
  std::string target;
  std::string text;
};

/// What one organisation has for itself, and another one tries to learn of. From the world in which it is; asked for in both.
struct Hidden {
  std::vector<std::string> ids;  ///< of measures, objectives, acts, comments … all that was given an identifier
  std::string code;              ///< of the measure
};

/// Asks everything that a person can ask, route by route: each GET with every identifier that the answers name and with every one that is
/// hidden; each act on one thing with those that are hidden.
class Replay {
 public:
  Replay(World& world, std::string person, std::string alliance)
      : world_(world), person_(std::move(person)), base_("/api/v1/alliances/" + alliance), alliance_(std::move(alliance)), coverage_(world.program->router()) {}

  const std::string& base() const { return base_; }
  const std::vector<Seen>& seen() const { return seen_; }
  const Coverage& coverage() const { return coverage_; }

  void keep(const std::string& name, const http::Response& response) { seen_.push_back({name, whole(response)}); }
  void keep(const std::string& name, const std::string& text) { seen_.push_back({name, text}); }

  void get(const std::string& target) {
    if (!asked_.insert(target).second) return;
    auto response = world_.get(person_, target);
    coverage_.note(http::Method::get, target, response.status);
    keep(target, response);
    if (response.status == 200 && response.content_type == "application/json") gather(body_of(response), pattern_of(target));
  }

  /// As if by a form of the screens: an act that names something in its body.
  void send(http::Method method, const std::string& target, const std::string& body, const std::string& if_match = "", const std::string& type = "application/json") {
    keep(fmt::format("{} {} {}", http::name_of(method), target, body), world_.ask(person_, method, target, body, if_match, type));
  }

  void ask_everything(const Hidden& hidden) {
    for (int round = 0; round < 3; ++round) {  // what the first answers name is asked for in the next round
      std::vector<std::string> ids(known_.begin(), known_.end());
      for (const auto& route : world_.program->router().routes()) {
        const std::string& pattern = route->pattern;
        if (route->method != http::Method::get || pattern.find("{secret}") != std::string::npos || pattern.ends_with("/events")) continue;
        auto here = filled(pattern, "{alliance}", alliance_);
        if (auto place = here.find('{'); place == std::string::npos) {
          for (const char* query : {"", "?side=ours", "?period=2008-Q2", "?basis=draft"}) get(here + (pattern == here ? "" : query));
        } else {
          auto name = here.substr(place, here.find('}') - place + 1);
          for (const auto& id : ids) get(filled(here, name, id));
          for (const auto& id : hidden.ids) get(filled(here, name, id));
        }
      }
    }
  }

  void act_on_hidden(const Hidden& hidden) {
    for (const auto& route : world_.program->router().routes()) {
      auto here = filled(route->pattern, "{alliance}", alliance_);
      auto place = here.find('{');
      if (route->method == http::Method::get || place == std::string::npos || here.find("{secret}") != std::string::npos) continue;
      auto name = here.substr(place, here.find('}') - place + 1);
      for (const auto& id : hidden.ids) send(route->method, filled(here, name, id), "{}", "1");
    }
  }

 private:
  static std::string whole(const http::Response& response) {
    std::string out = std::to_string(response.status) + " " + response.content_type + "\n";
    for (const auto& [name, value] : response.headers) out += name + ": " + value + "\n";
    out += "\n" + std::string(response.body_view());
    // A PDF says by the machine's own clock, which the two runs do not share, when it was made.
    if (auto made = out.find("/CreationDate"); made != std::string::npos) out.erase(made, out.find('\n', made) - made);
    return out;
  }
  static std::string filled(std::string text, const std::string& name, const std::string& with) {
    if (auto place = text.find(name); place != std::string::npos) text.replace(place, name.size(), with);
    return text;
  }
  static std::string pattern_of(const std::string& target) {
    std::string out;
    for (std::size_t i = 0; i < target.size();) {
      bool is_id_here = entente::is_id(target.substr(i, 20));
      out += is_id_here ? "{}" : target.substr(i, 1);
      i += is_id_here ? 20 : 1;
    }
    return out;
  }
  /// The first identifiers at each place of an answer of each kind.
  void gather(const json::Value& value, const std::string& place) {
    constexpr int enough = 2;
    if (auto* text = value.string(); text && entente::is_id(*text) && !known_.contains(*text) && ++gathered_[place] <= enough) known_.insert(*text);
    if (auto* list = value.array())
      for (const auto& item : *list) gather(item, place + "[]");
    if (auto* object = value.object())
      for (const auto& member : *object) gather(member.value, place + "." + member.name);
  }

  World& world_;
  std::string person_, base_, alliance_;
  Coverage coverage_;
  std::vector<Seen> seen_;
  std::set<std::string> asked_, known_;
  std::map<std::string, int> gathered_;
};

}  // namespace entente::test
