#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::app {

/// One option of a command: "--listen ADDRESS:PORT".
struct Option {
  std::string_view name;   ///< "--listen"
  std::string_view value;  ///< "ADDRESS:PORT"; empty for a switch
  std::string_view help;
};

/// A command: "import stratml FILE".
struct Command {
  std::string_view name;       ///< one or two words
  std::string_view arguments;  ///< "FILE"
  std::string_view summary;
  std::vector<Option> options;
};

/// What stands on the command line, checked against the commands.
struct Arguments {
  const Command* command = nullptr;
  std::vector<std::string> words;              ///< after the command
  std::map<std::string, std::string> options;  ///< by name; a switch has the value "yes"
  bool help = false;
  bool version = false;

  std::optional<std::string> option(const std::string& name) const {
    auto found = options.find(name);
    return found == options.end() ? std::nullopt : std::optional(found->second);
  }
  bool has(const std::string& name) const { return options.contains(name); }
};

const std::vector<Command>& commands();

/// Throws `bad_input` for an unknown command or option, a missing value or file, and words too many.
Arguments parse_arguments(const std::vector<std::string>& words);

std::string help_text();
std::string help_text(const Command& command);
/// A completion script for "bash", "zsh" or "fish".
std::string completion(std::string_view shell);

}  // namespace entente::app
