#include <malloc.h>

#include <charconv>
#include <csignal>
#include <filesystem>
#include <iostream>

#include "app/client.hpp"
#include "app/commands.hpp"
#include "app/mail_settings.hpp"
#include "app/program.hpp"
#include "http/observer.hpp"
#include "http/server.hpp"
#include "sample/load.hpp"

namespace entente::app {
namespace {

struct Endpoint {
  std::string address;
  std::uint16_t port = 0;

  bool is_loopback() const { return address.starts_with("127.") || address == "::1" || address == "localhost"; }
};

Endpoint endpoint_of(const std::string& text, const std::string& option) {
  auto colon = text.rfind(':');
  if (colon == std::string::npos) throw_bad_field(option, "bad_address", fmt::format("{} is ADDRESS:PORT, such as 127.0.0.1:8080.", option));
  int port = -1;
  auto [end, problem] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
  if (problem != std::errc() || end != text.data() + text.size() || port < 0 || port > 65'535) throw_bad_field(option, "bad_port", "A port is a number up to 65535.");
  std::string address = text.substr(0, colon);
  if (address.size() > 2 && address.front() == '[') address = address.substr(1, address.size() - 2);
  if (address == "localhost") address = "127.0.0.1";
  return {address, static_cast<std::uint16_t>(port)};
}

std::string listen_of(const Arguments& arguments) {
  if (auto given = arguments.option("--listen")) return *given;
  const char* port = std::getenv("PORT");
  return fmt::format("127.0.0.1:{}", port && *port ? port : "8080");
}

bool is_empty(Program& program) {
  return program.door().read([](db::Transaction& transaction) { return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM person") == 0; });
}

void print_accounts(Program& program) {
  auto accounts = program.door().read([](db::Transaction& transaction) {
    return sample::is_loaded(transaction) ? sample::accounts(transaction) : std::vector<sample::Account>();
  });
  if (accounts.empty()) return;
  std::cout << "\nThe sample's accounts; everybody's password is " << sample::shared_password << "\n";
  for (const auto& account : accounts) std::cout << fmt::format("  {:<42}{}\n", account.email, account.what);
}

/// Everybody knows the sample's password.
void refuse_sample_beyond_loopback(Program& program) {
  bool loaded = program.door().read([](db::Transaction& transaction) { return sample::is_loaded(transaction); });
  if (loaded)
    throw Error(ErrorKind::conflict, "sample_beyond_loopback",
                "This database holds the sample, whose password everybody knows. Listen on 127.0.0.1 without --public-url, or use another database.");
}

}  // namespace

int serve(const Arguments& arguments) {
  // Many workers take turns: a heap for each would keep what the others could use.
  mallopt(M_ARENA_MAX, 2);
  Endpoint endpoint = endpoint_of(listen_of(arguments), "--listen");
  Settings settings;
  settings.database = database_of(arguments);
  settings.public_url = arguments.option("--public-url").value_or("");
  while (settings.public_url.ends_with('/')) settings.public_url.pop_back();
  if (!endpoint.is_loopback() && !settings.public_url.starts_with("https://"))
    throw_bad_field("--public-url", "https_needed",
                    "Beyond 127.0.0.1 people sign in over https only, since browsers drop the session's cookie otherwise. Say --public-url https://…");
  auto mail = mail_settings(arguments);
  bool is_only_here = endpoint.is_loopback() && settings.public_url.empty();
  settings.reachable = is_only_here ? Reachable::only_from_here : Reachable::from_elsewhere;
  std::unique_ptr<log::Log> log = arguments.has("--log") ? std::make_unique<log::Log>(*arguments.option("--log")) : std::make_unique<log::Log>();
  Program program(settings, system_clock(), system_random(), *log);
  if (!is_only_here) refuse_sample_beyond_loopback(program);
  if (arguments.has("--with-sample") && is_only_here && is_empty(program)) {
    std::cerr << "Loading the reference alliance…\n";
    sample::load_reference(program.door(), program.sign_in(), sample::Form::whole);
  }

  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  http::Options options;
  options.address = endpoint.address;
  options.port = endpoint.port;
  if (auto socket = operator_socket(settings.database)) options.operator_socket = *socket;
  options.events = &program.events();
  options.trust_local_proxy = !settings.public_url.empty();
  options.writer.strict_transport = settings.public_url.starts_with("https://");
  options.on_answer = http::observer(*log, program.metrics(), http::AccessLog::failures);
  options.on_defect = http::defect_log(*log);
  http::Server server(options, program.router());
  server.start();
  if (mail) {
    std::string base = settings.public_url.empty() ? fmt::format("http://{}:{}", endpoint.address, server.port()) : settings.public_url;
    program.postman().use(mail::smtp_carrier(mail->server), {mail->from, base});
  }
  program.start();

  http::Router metrics_router;
  metrics_router.add(http::Method::get, "/metrics", http::Runs::on_worker,
                     [&program](const http::Request&) { return http::text(program.metrics().text(), "text/plain; version=0.0.4"); });
  std::unique_ptr<http::Server> metrics;
  if (auto given = arguments.option("--metrics")) {
    Endpoint place = endpoint_of(*given, "--metrics");
    http::Options quiet;
    quiet.address = place.address;
    quiet.port = place.port;
    quiet.io_threads = 1;
    quiet.workers = 1;
    metrics = std::make_unique<http::Server>(quiet, metrics_router);
    metrics->start();
  }

  std::cout << fmt::format("Entente {} serves {} on http://{}:{}\n", ENTENTE_VERSION, settings.database, endpoint.address, server.port());
  if (!settings.public_url.empty()) std::cout << "People reach it at " << settings.public_url << "\n";
  print_accounts(program);
  std::cout << std::flush;

  int got = 0;
  sigwait(&signals, &got);
  log->info("stopping");
  if (metrics) metrics->stop();
  server.stop();
  program.stop();
  return 0;
}

}  // namespace entente::app
