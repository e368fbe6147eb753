// Taking everything away, and countersigning the record.
#include "app/possession_commands.hpp"

#include <unistd.h>

#include <fstream>
#include <iostream>

#include "app/progress.hpp"
#include "app/site.hpp"
#include "possession/export.hpp"
#include "record/verify.hpp"
#include "record/witness_key.hpp"

namespace entente::app {
namespace {

enum class Extent { alliance, everything };

/// Waits for a job to end, and shows how far it is; gives what it says at its end. Throws why it failed.
json::Value wait_for(Site& site, const std::string& job, const std::string& title, std::string_view until) {
  ProgressLine line(title);
  while (true) {
    auto view = json::parse(site.ask(http::Method::get, "/api/v1/jobs/" + job));
    std::string state = text_of(view, "state");
    if (state == until || state == "done") return view;
    if (state == "failed") throw Error(ErrorKind::bad_input, text_of(view, "problem_code"), text_of(view, "problem"));
    line.show(std::atof(text_of(view, "done").c_str()) / 1000, text_of(view, "what"));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

int export_zip(const Arguments& arguments, Extent extent) {
  Site site(arguments);
  std::string path = whole_path(arguments.words[0]);
  std::string body = "{\"path\":" + json::text(path);
  if (extent == Extent::alliance) body += ",\"alliance\":" + json::text(site.alliance(arguments));
  auto begun = json::parse(site.ask(http::Method::post, "/api/v1/operator/exports", "application/json", body + "}"));
  wait_for(site, text_of(begun, "id"), "Writing the export", "done");
  std::cout << "Wrote " << path << "\n";
  return 0;
}

/// The last head of an exported record whose every line was checked, or the head that the file is.
std::string head_to_sign(const std::string& path, const Arguments& arguments) {
  std::ifstream file(path, std::ios::binary);
  std::string line, last;
  if (!std::getline(file, line)) throw_bad_field("FILE", "cannot_open", fmt::format("“{}” cannot be read.", path));
  if (!line.starts_with("{\"entente_record\":")) {
    std::cerr << "This head alone does not show that nothing before it was changed; the exported record does.\n";
    return read_file(path);
  }
  record::VerifyOptions options;
  if (auto head = arguments.option("--head")) options.earlier_heads.push_back(read_file(*head));
  auto report = record::verify_file(path, options);
  std::cerr << report.text();
  if (!report.right()) throw Error(ErrorKind::conflict, "not_right", "This record is not signed: it does not prove what it claims.");
  while (std::getline(file, line)) last = line;
  return json::read<record::FileEnd>(last).last_head;
}

/// The parties of a preview, with what becomes of each, and the identifier of the one that was named.
std::string print_preview(const json::Value& preview, const std::string& named) {
  std::cout << fmt::format("{}, taken by {}{} on {}\n", text_of(preview, "name"), text_of(preview, "taken_by"),
                           text_of(preview, "organisation").empty() ? "" : " of " + text_of(preview, "organisation"), text_of(preview, "taken_at"));
  std::cout << fmt::format("Verified: every file, and the records of {}, signed by\n  {}\n", text_of(preview, "server"), text_of(preview, "key"));
  std::string party;
  for (const auto& one : *preview.find("parties")->array()) {
    std::cout << fmt::format("  {:<40}{}\n", text_of(one, "name"), text_of(one, "outcome"));
    if (text_of(one, "name") == named || text_of(one, "id") == named) party = text_of(one, "id");
  }
  std::map<std::string, int> people;
  for (const auto& one : *preview.find("people")->array()) ++people[text_of(one, "outcome")];
  std::cout << fmt::format("  people: {} known, {} to be invited, {} as names only\n", people["known"], people["invited"], people["name"]);
  for (const auto& one : *preview.find("kinds")->array()) std::cout << fmt::format("  {:>8} {}\n", text_of(one, "rows"), text_of(one, "what"));
  if (!named.empty() && party.empty()) throw_bad_field("--party", "unknown", fmt::format("There is no party “{}” in this export.", named));
  return party;
}

}  // namespace

int import_alliance(const Arguments& arguments) {
  Site site(arguments);
  std::string body = "{\"path\":" + json::text(whole_path(arguments.words[0]));
  if (auto key = arguments.option("--key")) body += ",\"key\":" + json::text(*key);
  auto begun = json::parse(site.ask(http::Method::post, "/api/v1/operator/imports", "application/json", body + "}"));
  std::string job = text_of(begun, "id");
  wait_for(site, job, "Looking through the export", "ready");
  auto preview = json::parse(site.ask(http::Method::get, "/api/v1/jobs/" + job + "/preview"), {100'000'000, 32});
  auto party = print_preview(preview, arguments.option("--party").value_or(""));
  if (arguments.has("--look")) return 0;
  site.ask(http::Method::post, "/api/v1/jobs/" + job + "/import", "application/json", party.empty() ? "{}" : "{\"party\":" + json::text(party) + "}");
  auto made = wait_for(site, job, "Bringing it in", "done");
  std::cout << fmt::format("Brought in {}: /a/{}\n", text_of(made, "title"), text_of(made, "slug"));
  return 0;
}

int export_alliance(const Arguments& arguments) { return export_zip(arguments, Extent::alliance); }

int export_everything(const Arguments& arguments) { return export_zip(arguments, Extent::everything); }

int witness_new(const Arguments& arguments) {
  if (!arguments.has("--name")) throw_bad_field("--name", "empty", "Say what the key is to be called: --name party.example/witness.");
  auto key = record::make_witness_key(system_random(), *arguments.option("--name"));
  const std::string& path = arguments.words[0];
  if (::access(path.c_str(), F_OK) == 0) throw_bad_field("FILE", "exists", fmt::format("“{}” is there already. A key is never written over.", path));
  possession::write_new_file(path, [&](const archive::Sink& sink) { sink(key.text()); });
  std::cout << key.verifier().text() << "\n";
  std::cerr << fmt::format("The secret is in {}: keep it, and give it to nobody. Register the line above in the alliance, under Activity.\n", path);
  return 0;
}

int witness_sign(const Arguments& arguments) {
  if (!arguments.has("--key-file")) throw_bad_field("--key-file", "empty", "Say where your key is: --key-file FILE.");
  auto key = record::parse_witness_key(read_file(*arguments.option("--key-file")));
  std::cout << record::countersigned(head_to_sign(arguments.words[0], arguments), key, system_clock().now());
  return 0;
}

}  // namespace entente::app
