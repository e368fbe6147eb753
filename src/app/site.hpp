#pragma once
#include <memory>
#include <string>

#include "app/arguments.hpp"
#include "app/program.hpp"

namespace entente::app {

/// Where a command's act takes place: in the running server, or in a program of our own over the database.
class Site {
 public:
  explicit Site(const Arguments& arguments);
  ~Site();

  /// Null where a server runs.
  Program* program() { return program_.get(); }
  access::ViewerPointer viewer();

  /// The answer's body; throws what went wrong.
  std::string ask(http::Method method, const std::string& target, const std::string& content_type = "", const std::string& body = "");

  /// The alliance that is meant: the named one, or the only one.
  std::string alliance(const Arguments& arguments);

 private:
  std::string database_;
  std::optional<std::string> as_;
  log::Log log_;
  std::unique_ptr<Program> program_;
  std::string socket_;
};

/// A text or number of an answer; empty where there is none.
std::string text_of(const json::Value& value, std::string_view name);

/// A file of 64 MB at most; throws `bad_input` otherwise.
std::string read_file(const std::string& path);

/// As the server finds it, which may run in another folder.
std::string whole_path(const std::string& path);

}  // namespace entente::app
