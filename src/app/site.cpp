#include "app/site.hpp"

#include <unistd.h>

#include <fstream>
#include <iostream>

#include "app/client.hpp"
#include "app/commands.hpp"

namespace entente::app {
namespace {

/// More than the server takes of any import; a device that never ends is refused there.
constexpr std::size_t longest_file = 64'000'000;

[[noreturn]] void throw_problem(const Answer& answer) {
  std::vector<FieldError> fields;
  std::string message = fmt::format("The server answered {}.", answer.status), code = "refused";
  try {
    auto problem = json::parse(answer.body, {10'000'000, 32});
    if (const auto* detail = problem.find("detail"); detail && detail->string()) message = *detail->string();
    if (const auto* text = problem.find("code"); text && text->string()) code = *text->string();
    if (const auto* list = problem.find("fields"); list && list->array())
      for (const auto& field : *list->array())
        fields.push_back({*field.find("path")->string(), *field.find("code")->string(), *field.find("message")->string()});
  } catch (const Error&) {
  }
  throw Error(answer.status < 500 ? ErrorKind::bad_input : ErrorKind::unavailable, code, message, std::move(fields));
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorKind::bad_input, "no_such_file", fmt::format("“{}” cannot be read.", path));
  std::string text;
  char part[65'536];
  while (in.read(part, sizeof part), in.gcount() > 0) {
    text.append(part, static_cast<std::size_t>(in.gcount()));
    if (text.size() > longest_file) throw Error(ErrorKind::bad_input, "too_long", fmt::format("“{}” is longer than 64 MB.", path));
  }
  return text;
}

Site::Site(const Arguments& arguments) : database_(database_of(arguments)), as_(arguments.option("--as")), log_(log::Level::warning) {
  try {
    Settings settings;
    settings.database = database_;
    program_ = std::make_unique<Program>(settings, system_clock(), system_random(), log_);
  } catch (const Error& error) {
    auto socket = operator_socket(database_);
    if (error.code() != "database_in_use" || !socket) throw;
    socket_ = *socket;
  }
}

Site::~Site() {
  if (program_) program_->signer().sign_now();
}

access::ViewerPointer Site::viewer() {
  if (!as_) return program_->viewers().local_operator();
  auto person = program_->viewers().person_by_email(*as_);
  auto viewer = person ? program_->viewers().of(*person, access::Channel::command_line) : nullptr;
  if (!viewer) throw_bad_field("--as", "unknown", fmt::format("There is no account “{}”.", *as_));
  return viewer;
}

std::string Site::ask(http::Method method, const std::string& target, const std::string& content_type, const std::string& body) {
  Answer answer;
  if (program_) {
    auto request = http::make_request(method, target, body);
    request.is_operator = true;
    request.is_loopback = true;
    request.headers.clear();
    if (!content_type.empty()) request.headers.add("Content-Type", content_type);
    if (as_) request.headers.add("X-Entente-As", *as_);
    auto response = http::answer(program_->router(), request, [](const http::Request&, std::string_view why) { std::cerr << why << "\n"; });
    answer = {response.status, std::string(response.body_view())};
  } else {
    answer = ask_server(socket_, method, target, content_type, body, as_);
  }
  if (answer.status >= 400) throw_problem(answer);
  return answer.body;
}

std::string Site::alliance(const Arguments& arguments) {
  if (auto named = arguments.option("--alliance")) return *named;
  auto list = json::parse(ask(http::Method::get, "/api/v1/alliances?limit=500&sort=name"), {100'000'000, 32});
  const auto* items = list.find("items")->array();
  if (items->empty()) throw Error(ErrorKind::not_found, "no_alliance", "There is no alliance in this database yet.");
  if (items->size() > 1) {
    std::string names;
    for (const auto& item : *items) names += fmt::format("\n  {}  {}", *item.find("slug")->string(), *item.find("name")->string());
    throw Error(ErrorKind::bad_input, "alliance_needed", "There is more than one alliance; say which with --alliance:" + names);
  }
  return *items->front().find("id")->string();
}

std::string text_of(const json::Value& value, std::string_view name) {
  const auto* found = value.find(name);
  if (!found) return "";
  if (found->string()) return *found->string();
  return found->number() ? found->number()->text : "";
}

std::string whole_path(const std::string& path) {
  if (path.starts_with('/')) return path;
  char here[4096];
  return getcwd(here, sizeof here) ? std::string(here) + "/" + path : path;
}

}  // namespace entente::app
