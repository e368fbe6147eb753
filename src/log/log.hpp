#pragma once
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "base/clock.hpp"

namespace entente::log {

BOOST_DEFINE_ENUM_CLASS(Level, debug, info, warning, error)

/// A named value beside the message. Never a secret: no passwords, tokens, cookies, addresses with tokens in them, or
/// bodies. Fields whose name says "password", "token", "secret", "cookie" or "authorization" are written as "…".
struct Field {
  std::string_view name;
  std::variant<std::int64_t, double, bool, std::string_view> value;

  Field(std::string_view name_, std::string_view text) : name(name_), value(text) {}
  Field(std::string_view name_, const char* text) : name(name_), value(std::string_view(text)) {}
  Field(std::string_view name_, const std::string& text) : name(name_), value(std::string_view(text)) {}
  Field(std::string_view name_, bool truth) : name(name_), value(truth) {}
  Field(std::string_view name_, double number) : name(name_), value(number) {}
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Field(std::string_view name_, T number)
      : name(name_), value(static_cast<std::int64_t>(number)) {}
};

/// Writes JSON lines: {"time":"2008-06-30T12:00:00.000000Z","level":"info","message":"…", fields…}. Each line is
/// written whole and at once. Safe to use from every thread. Losing a line (full disk) never harms the caller.
class Log {
 public:
  /// To standard error.
  explicit Log(Level least = Level::info, const Clock& clock = system_clock());
  /// Appends to a file, which is made with access for its owner only. Throws `unavailable` if it cannot be opened.
  explicit Log(const std::string& path, Level least = Level::info, const Clock& clock = system_clock());
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void write(Level level, std::string_view message, std::initializer_list<Field> fields = {});
  void debug(std::string_view message, std::initializer_list<Field> fields = {}) {
    write(Level::debug, message, fields);
  }
  void info(std::string_view message, std::initializer_list<Field> fields = {}) { write(Level::info, message, fields); }
  void warning(std::string_view message, std::initializer_list<Field> fields = {}) {
    write(Level::warning, message, fields);
  }
  void error(std::string_view message, std::initializer_list<Field> fields = {}) {
    write(Level::error, message, fields);
  }

  bool takes(Level level) const { return level >= least_; }

 private:
  int file_ = 2;
  Level least_;
  const Clock& clock_;
  std::mutex mutex_;  ///< a line to a pipe may be written in parts
};

}  // namespace entente::log
