#include "log/log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "json/json.hpp"

namespace entente::log {
namespace {

bool is_secret(std::string_view name) {
  for (std::string_view word : {"password", "token", "secret", "cookie", "authorization"})
    if (name.find(word) != std::string_view::npos) return true;
  return false;
}

/// Bytes that are not UTF-8 (a hostile request's) would make the line unreadable for programs.
std::string printable(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) >= 0x7f) c = '?';
  return out;
}

void write_text(std::string& out, std::string_view text) {
  bool is_ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x7f; });
  if (is_ascii) return json::write_string(out, text);
  std::string quoted;
  json::write_string(quoted, text);
  try {
    json::parse(quoted, {quoted.size(), 1});
    out += quoted;
  } catch (const Error&) {
    json::write_string(out, printable(text));
  }
}

void write_field(std::string& out, const Field& field) {
  out += ',';
  json::write_string(out, field.name);
  out += ':';
  if (is_secret(field.name)) {
    out += "\"…\"";
  } else if (auto text = std::get_if<std::string_view>(&field.value)) {
    write_text(out, *text);
  } else if (auto truth = std::get_if<bool>(&field.value)) {
    out += *truth ? "true" : "false";
  } else if (auto number = std::get_if<double>(&field.value)) {
    out += *number - *number == 0 ? fmt::format("{}", *number) : "null";
  } else {
    fmt::format_int digits(std::get<std::int64_t>(field.value));
    out.append(digits.data(), digits.size());
  }
}

}  // namespace

Log::Log(Level least, const Clock& clock) : least_(least), clock_(clock) {}

Log::Log(const std::string& path, Level least, const Clock& clock)
    : file_(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)), least_(least), clock_(clock) {
  if (file_ < 0)
    throw Error(ErrorKind::unavailable, "no_log",
                fmt::format("The log file {} cannot be opened: {}.", path, std::strerror(errno)));
}

Log::~Log() {
  if (file_ > 2) ::close(file_);
}

void Log::write(Level level, std::string_view message, std::initializer_list<Field> fields) {
  if (!takes(level)) return;
  std::string line;
  line.reserve(256);
  line += "{\"time\":";
  json::write(line, clock_.now());
  line += ",\"level\":";
  json::write(line, level);
  line += ",\"message\":";
  write_text(line, message);
  for (const Field& field : fields) write_field(line, field);
  line += "}\n";
  std::lock_guard lock(mutex_);
  std::string_view rest = line;
  while (!rest.empty()) {
    ssize_t written = ::write(file_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace entente::log
