#include "app/commands.hpp"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "alliance/store.hpp"
#include "app/new_life.hpp"
#include "app/possession_commands.hpp"
#include "app/progress.hpp"
#include "app/site.hpp"
#include "db/migrate.hpp"
#include "exchange/sheets_api.hpp"
#include "exchange/transfer.hpp"
#include "http/openapi.hpp"
#include "possession/verify_export.hpp"
#include "record/verify.hpp"
#include "sample/load.hpp"
#include "scorecard/evaluate_document.hpp"

namespace entente::app {
namespace {

std::string read_all(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

int sample_load(const Arguments& arguments) {
  if (arguments.words[0] != "reference") throw Error(ErrorKind::bad_input, "unknown_sample", "There is one sample: reference.");
  Site site(arguments);
  json::Value loaded;
  if (auto* program = site.program()) {
    ProgressLine line("Loading the reference alliance");
    auto made = sample::load_reference(program->door(), program->sign_in(), arguments.has("--draft") ? sample::Form::draft : sample::Form::whole, [&](const std::string& what, double share) { line.show(share, what); });
    loaded = json::parse(json::text(made));
  } else {
    loaded = json::parse(site.ask(http::Method::post, arguments.has("--draft") ? "/api/v1/operator/samples/reference?form=draft" : "/api/v1/operator/samples/reference"));
  }
  std::cout << "Loaded: " << text_of(loaded, "people") << " people, " << text_of(loaded, "values") << " values, address /a/" << text_of(loaded, "slug") << "\n";
  for (const auto& account : *loaded.find("accounts")->array())
    std::cout << "  " << text_of(account, "email") << "  " << text_of(account, "what") << "\n";
  std::cout << "Everybody's password is " << sample::shared_password << "\n";
  return 0;
}

int import_stratml(const Arguments& arguments) {
  std::string text = read_file(arguments.words[0]);
  Site site(arguments);
  auto answer = json::parse(site.ask(http::Method::post, "/api/v1/imports/stratml?commit=true", "application/xml", text), {10'000'000, 32});
  const auto& plan = *answer.find("plan");
  if (const auto* warnings = plan.find("warnings"); warnings && warnings->array()) {
    std::size_t shown = 0;
    for (const auto& warning : *warnings->array())
      if (++shown <= 10) std::cerr << "note: " << text_of(warning, "path") << ": " << text_of(warning, "message") << "\n";
    if (shown > 10) std::cerr << "note: and " << shown - 10 << " more\n";
  }
  std::cout << fmt::format("Made “{}”: {} goals, {} objectives, {} indicators, {} values. Alliance {} at /a/{}\n", text_of(plan, "name"),
                           text_of(plan, "goals"), text_of(plan, "objectives"), text_of(plan, "indicators"), text_of(plan, "values"),
                           text_of(answer, "id"), text_of(answer, "slug"));
  return 0;
}

int import_observations(const Arguments& arguments) {
  const std::string& path = arguments.words[0];
  bool is_workbook = exchange::is_zip(exchange::beginning_of(path));
  Site site(arguments);
  std::string alliance = site.alliance(arguments);
  std::int64_t new_values = 0, changed = 0, skipped = 0;
  if (auto* program = site.program()) {
    auto viewer = site.viewer();
    auto id = program->door().read([&](db::Transaction& transaction) { return alliance::find(transaction, *viewer, alliance); });
    if (!id) throw_not_found();
    const auto& grant = viewer->need(*id, access::Act::enter_observations);
    auto reading = program->service().readings().of(*viewer, *id, grant.sees(grant.own) ? model::Side::ours : model::Side::joint);
    ProgressLine line("Importing values");
    exchange::TidySheet tidy;
    if (is_workbook) {
      exchange::Workbook workbook(path);
      auto mapping = exchange::mapping_for(workbook, std::nullopt);
      std::cerr << fmt::format("Reading the sheet “{}”, headings in row {}.\n", mapping.sheet, mapping.heading);
      tidy = exchange::lines_of(*viewer, grant, *reading, workbook.read(mapping.sheet), mapping);
      for (const auto& note : exchange::notes_of(tidy)) std::cerr << "note: " << note << "\n";
    }
    auto again = [&]() -> exchange::ByteSource {
      if (is_workbook) return exchange::source_of(tidy.csv);
      auto in = std::make_shared<std::ifstream>(path, std::ios::binary);
      if (!*in) throw Error(ErrorKind::bad_input, "no_such_file", fmt::format("“{}” cannot be read.", path));
      return [in](std::span<char> space) {
        in->read(space.data(), static_cast<std::streamsize>(space.size()));
        return static_cast<std::size_t>(in->gcount());
      };
    };
    auto done = exchange::import_observations(program->door(), *viewer, *id, *reading, again,
                                              [&](std::size_t rows) { line.show_count(rows, "rows"); },
                                              is_workbook ? exchange::Cells::taken : exchange::Cells::refused);
    new_values = done.new_values;
    changed = done.changed;
    skipped = done.skipped;
  } else {
    auto answer = json::parse(site.ask(http::Method::post, "/api/v1/alliances/" + alliance + "/imports/observations?commit=true",
                                       is_workbook ? std::string(exchange::workbook_type) : "text/csv", read_file(path)),
                              {100'000'000, 32});
    new_values = std::atoll(text_of(answer, "new_values").c_str());
    changed = std::atoll(text_of(answer, "changed").c_str());
    skipped = std::atoll(text_of(answer, "skipped").c_str());
  }
  std::cout << fmt::format("{} new values, {} changed, {} as they were.\n", new_values, changed, skipped);
  return 0;
}

int export_file(const Arguments& arguments, const std::string& name) {
  Site site(arguments);
  // What is made to be handed on holds nothing private unless asked for.
  if (arguments.has("--ours") && !arguments.has("--as")) throw_bad_field("--ours", "no_side", "Say whose side that is: --as EMAIL.");
  std::string side = arguments.has("--ours") ? "?side=ours" : "";
  std::cout << site.ask(http::Method::get, "/api/v1/alliances/" + site.alliance(arguments) + "/export/" + name + side) << std::flush;
  return 0;
}

int verify(const Arguments& arguments) {
  record::VerifyOptions options;
  if (auto key = arguments.option("--key")) options.keys.push_back(record::parse_verifier_key(*key));
  if (auto head = arguments.option("--head")) options.earlier_heads.push_back(read_file(*head));
  if (auto witness = arguments.option("--witness")) options.witnesses.push_back(record::parse_verifier_key(*witness));
  if (possession::may_be_export(arguments.words[0])) {
    auto report = possession::verify_export(arguments.words[0], arguments.option("--key").value_or(""), options);
    std::cout << report.text;
    return report.right ? 0 : 1;
  }
  auto report = record::verify_file(arguments.words[0], options);
  std::cout << report.text();
  if (!report.text().ends_with('\n')) std::cout << "\n";
  return report.right() ? 0 : 1;
}

int user_add(const Arguments& arguments) {
  std::string password = arguments.option("--password").value_or("");
  if (password.empty()) {
    if (isatty(0)) std::cerr << "Password: ";
    std::getline(std::cin, password);
  }
  if (!arguments.has("--organisation")) throw_bad_field("--organisation", "empty", "Say to which organisation the person belongs: --organisation NAME.");
  const std::string& email = arguments.words[0];
  std::string name = arguments.option("--name").value_or(email.substr(0, email.find('@')));
  std::string body = "{";
  auto put = [&](std::string_view field, const std::string& value) { body += fmt::format("{}\"{}\":{}", body.size() > 1 ? "," : "", field, json::text(value)); };
  put("email", email);
  put("name", name);
  put("organisation", *arguments.option("--organisation"));
  put("password", password);
  if (auto alliance = arguments.option("--alliance")) put("alliance", *alliance);
  if (auto role = arguments.option("--role")) body += ",\"roles\":[" + json::text(*role) + "]";
  if (arguments.has("--administrator")) body += ",\"administrator\":true";
  Site site(arguments);
  auto made = json::parse(site.ask(http::Method::post, "/api/v1/operator/people", "application/json", body + "}"));
  std::cout << fmt::format("Added {} of {}.\n", text_of(made, "email"), text_of(made, "organisation"));
  return 0;
}

int user_state(const Arguments& arguments, std::string_view state, std::string_view said) {
  Site site(arguments);
  site.ask(http::Method::post, "/api/v1/operator/people/state", "application/json",
           fmt::format(R"({{"email":{},"state":"{}"}})", json::text(arguments.words[0]), state));
  std::cout << arguments.words[0] << " " << said << ".\n";
  return 0;
}

int user_reset_password(const Arguments& arguments) {
  Site site(arguments);
  auto made = json::parse(site.ask(http::Method::post, "/api/v1/operator/people/password-reset", "application/json",
                                   fmt::format(R"({{"email":{}}})", json::text(arguments.words[0]))));
  std::string link = text_of(made, "link");
  if (link.starts_with('/')) std::cerr << "Put the server's address before it:\n";
  std::cout << link << "\n";
  std::cerr << "It works once, until " << text_of(made, "expires_at") << ".\n";
  return 0;
}

int backup(const Arguments& arguments) {
  std::string path = whole_path(arguments.words[0]);
  std::string database = database_of(arguments);
  try {
    auto opened = db::Database::open(database);
    ProgressLine line("Writing the backup");
    opened->backup(path, [&](double share) { line.show(share, ""); });
  } catch (const Error& error) {
    if (error.code() != "database_in_use") throw;
    Site(arguments).ask(http::Method::post, "/api/v1/operator/backup", "application/json", "{\"path\":" + json::text(path) + "}");
  }
  std::cout << "Wrote " << path << "\n";
  return 0;
}

int restore(const Arguments& arguments) {
  ProgressLine line("Restoring");
  db::restore(arguments.words[0], database_of(arguments), [&](double share) { line.show(share, ""); });
  std::cout << "Restored " << database_of(arguments) << "\nWith its next start everybody signs in anew; tokens and links have ended.\n";
  return 0;
}

int restored_elsewhere(const Arguments& arguments) {
  log::Log log(log::Level::warning);
  say_restored(*open_database(database_of(arguments), &log));
  Site site(arguments);  // begins the new life
  std::cout << "Noted in every record. Sessions, tokens and links have ended.\n";
  return 0;
}

int migrate(const Arguments& arguments) {
  auto database = db::Database::open(database_of(arguments));
  int done = db::migrate(*database, [](std::string_view name, int place, int number) { std::cerr << fmt::format("{} of {}: {}\n", place, number, name); });
  if (auto role = arguments.option("--application-role")) db::grant_to_application(*database, *role);
  std::cout << (done == 0 ? std::string("The database has the newest schema.") : fmt::format("{} migrations done.", done)) << "\n";
  return 0;
}

int openapi() {
  // The routes need a database to stand on; an empty one that nobody keeps.
  char folder[] = "/tmp/entente-openapi-XXXXXX";
  if (!mkdtemp(folder)) throw Error(ErrorKind::unavailable, "no_folder", "There is no room in /tmp.");
  log::Log log(log::Level::error);
  Settings settings;
  settings.database = std::string(folder) + "/empty.db";
  {
    Program program(settings, system_clock(), system_random(), log);
    std::cout << http::openapi(program.router(), "Entente", ENTENTE_VERSION) << "\n";
  }
  for (const char* ending : {"", "-wal", "-shm", ".lock", "-lock"}) ::unlink((settings.database + ending).c_str());
  ::rmdir(folder);
  return 0;
}

}  // namespace

std::string database_of(const Arguments& arguments) {
  if (auto named = arguments.option("--database")) return *named;
  const char* variable = std::getenv("ENTENTE_DATABASE");
  return variable && *variable ? variable : "data/entente.db";
}

int run_command(const Arguments& arguments) {
  std::string_view name = arguments.command->name;
  if (name == "serve") return serve(arguments);
  if (name == "sample load") return sample_load(arguments);
  if (name == "import stratml") return import_stratml(arguments);
  if (name == "import observations") return import_observations(arguments);
  if (name == "export stratml") return export_file(arguments, "stratml.xml");
  if (name == "export observations") return export_file(arguments, "observations.csv");
  if (name == "import alliance") return import_alliance(arguments);
  if (name == "export alliance") return export_alliance(arguments);
  if (name == "export all") return export_everything(arguments);
  if (name == "evaluate") {
    std::cout << scorecard::evaluate_document(read_all(std::cin)) << "\n";
    return 0;
  }
  if (name == "verify") return verify(arguments);
  if (name == "witness new") return witness_new(arguments);
  if (name == "witness sign") return witness_sign(arguments);
  if (name == "user add") return user_add(arguments);
  if (name == "user suspend") return user_state(arguments, "suspended", "is suspended");
  if (name == "user reinstate") return user_state(arguments, "confirmed", "may sign in again");
  if (name == "user reset-password") return user_reset_password(arguments);
  if (name == "backup") return backup(arguments);
  if (name == "restore") return restore(arguments);
  if (name == "restored") return restored_elsewhere(arguments);
  if (name == "migrate") return migrate(arguments);
  if (name == "openapi") return openapi();
  if (name == "completion") {
    std::cout << completion(arguments.words[0]);
    return 0;
  }
  return 2;
}

}  // namespace entente::app
