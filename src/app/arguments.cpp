#include "app/arguments.hpp"

#include "base/error.hpp"

namespace entente::app {
namespace {

constexpr Option database{"--database", "FILE|URL", "Where the data is: a file, or postgresql://user@host/name (data/entente.db)"};
constexpr Option as{"--as", "EMAIL", "Act as this person; the local operator otherwise"};
constexpr Option ours{"--ours", "", "With what that person's side keeps to itself; otherwise only what is shared"};
constexpr Option in_alliance{"--alliance", "ID|SLUG", "In this alliance; needed where there is more than one"};

[[noreturn]] void refuse(std::string message) { throw Error(ErrorKind::bad_input, "bad_arguments", std::move(message)); }

std::size_t words_needed(const Command& command) { return command.arguments.empty() ? 0 : 1; }

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"serve", "", "Run the server", {database, {"--listen", "ADDRESS:PORT", "Where to listen (127.0.0.1:8080)"},
        {"--public-url", "URL", "How people reach it: https://…; needed beyond loopback"},
        {"--mail-url", "URL", "The mail server: smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT; mails wait without one"},
        {"--mail-from", "ADDRESS", "From whom mails come; needed with --mail-url"},
        {"--mail-user", "NAME", "The login at the mail server, with --mail-password-file or ENTENTE_MAIL_PASSWORD"},
        {"--mail-password-file", "FILE", "Where the password of that login is"},
        {"--mail-certificates", "FILE", "The authorities that may vouch for the mail server; the system's otherwise"},
        {"--metrics", "ADDRESS:PORT", "Serve /metrics there, for the operator"},
        {"--log", "FILE", "Log to a file instead of standard error"},
        {"--with-sample", "", "Load the reference alliance if the database is empty"}}},
      {"sample load", "NAME", "Load a sample: reference", {database, {"--draft", "", "Before its first charter, to be edited at once; otherwise with its history"}}},
      {"import stratml", "FILE", "Make an alliance of a StratML plan", {database, as}},
      {"import observations", "FILE", "Enter the values of a CSV file or an Excel workbook", {database, as, in_alliance}},
      {"import alliance", "FILE.zip", "Bring in an export from another installation",
        {database, as, {"--party", "NAME", "Which party the own organisation is, where that cannot be told"},
         {"--key", "KEY", "The verifier key that must have signed the export"}, {"--look", "", "Only say what is in it"}}},
      {"export stratml", "", "Write an alliance's plan as StratML to standard output", {database, as, ours, in_alliance}},
      {"export observations", "", "Write an alliance's values as CSV to standard output", {database, as, ours, in_alliance}},
      {"export alliance", "FILE.zip", "Write all that may be seen of an alliance, with its record, as a zip", {database, as, in_alliance}},
      {"export all", "FOLDER|FILE.zip", "The same of every alliance: into a folder, or as one zip", {database, as}},
      {"evaluate", "", "Judge the JSON document on standard input", {}},
      {"verify", "FILE|FOLDER", "Check a receipt, an exported record or a whole export, offline", {{"--key", "KEY", "A verifier key that is trusted"},
        {"--head", "FILE", "A signed head that was taken away earlier"},
        {"--witness", "KEY", "The key of a witness that must have countersigned"}}},
      {"witness new", "FILE", "Make a key of your own for countersigning the record, and print what to register",
        {{"--name", "NAME", "What the key is called: party.example/witness"}}},
      {"witness sign", "FILE", "Countersign the last head of an exported record, or a head, offline; prints what to hand in",
        {{"--key-file", "FILE", "The key that “witness new” made"}, {"--head", "FILE", "A signed head that was taken away earlier"}}},
      {"user add", "EMAIL", "Add a person", {database, {"--name", "NAME", "The person's name"},
        {"--organisation", "NAME", "The person's organisation; made if it is new"},
        {"--password", "PASSWORD", "Otherwise it is read from standard input"}, in_alliance,
        {"--role", "ROLE", "In that alliance: alliance_manager unless given"}, {"--administrator", "", "May manage the organisation's people"}}},
      {"user suspend", "EMAIL", "Keep a person out of everything, at once", {database}},
      {"user reinstate", "EMAIL", "Let a suspended person in again", {database}},
      {"user reset-password", "EMAIL", "Write a link by which a person sets a new password, once", {database}},
      {"backup", "FILE", "Write a whole copy of the database, also while the server runs", {database}},
      {"restore", "FILE", "Put a backup in the place of the database", {database}},
      {"restored", "", "Say that other tools put the database back to an earlier state", {database}},
      {"migrate", "", "Bring the database to the newest schema", {database, {"--application-role", "NAME", "PostgreSQL: let this role use the tables, as serve needs it"}}},
      {"openapi", "", "Write the API's description to standard output", {}},
      {"completion", "SHELL", "Write a completion script: bash, zsh or fish", {}},
  };
  return all;
}

Arguments parse_arguments(const std::vector<std::string>& words) {
  Arguments out;
  std::vector<std::string> plain;
  struct Given {
    std::string name;
    std::optional<std::string> value;
    bool followed = false;  ///< by a word that may be its value
  };
  std::vector<Given> given;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--help" || word == "-h" || word == "help") {
      out.help = true;
    } else if (word == "--version") {
      out.version = true;
    } else if (word.starts_with("--")) {
      auto equals = word.find('=');
      if (equals != std::string::npos) {
        given.push_back({word.substr(0, equals), word.substr(equals + 1)});
      } else if (i + 1 < words.size() && !words[i + 1].starts_with("--")) {
        given.push_back({word, std::nullopt, true});
        plain.push_back("\x01" + words[++i]);  // the option's value, or a word if it turns out to be a switch
      } else {
        given.push_back({word, std::nullopt});
      }
    } else {
      plain.push_back(word);
    }
  }
  std::vector<std::string> real;
  for (const auto& word : plain)
    if (!word.starts_with('\x01')) real.push_back(word);
  for (const auto& command : commands()) {
    std::string two = real.size() >= 2 ? real[0] + " " + real[1] : "";
    if (!real.empty() && (command.name == real[0] || command.name == two)) out.command = &command;
  }
  if (!out.command) {
    if (out.help || out.version || words.empty()) {
      out.help = !out.version;
      return out;
    }
    if (real.empty()) refuse("Say what to do: entente --help lists the commands.");
    refuse(fmt::format("“{}” is not a command. entente --help lists them.", real[0]));
  }
  std::size_t name_words = out.command->name.find(' ') == std::string_view::npos ? 1 : 2;
  std::size_t next_value = 0, seen = 0;
  std::vector<std::string> values;
  for (const auto& word : plain) {
    if (word.starts_with('\x01')) {
      values.push_back(word.substr(1));
    } else if (seen++ >= name_words) {
      out.words.push_back(word);
    }
  }
  for (auto& [name, value, followed] : given) {
    const Option* option = nullptr;
    for (const auto& known : out.command->options)
      if (known.name == name) option = &known;
    if (!option) refuse(fmt::format("“{}” has no option {}.", out.command->name, name));
    if (option->value.empty()) {
      if (followed) out.words.push_back(values[next_value++]);
      out.options[name] = "yes";
    } else if (value) {
      out.options[name] = *value;
    } else if (followed) {
      out.options[name] = values[next_value++];
    } else {
      refuse(fmt::format("{} needs a value: {} {}.", name, name, option->value));
    }
  }
  if (out.help) return out;
  if (out.words.size() < words_needed(*out.command)) refuse(fmt::format("entente {} {}: the {} is missing.", out.command->name, out.command->arguments, out.command->arguments));
  if (out.words.size() > words_needed(*out.command)) refuse(fmt::format("“{}” is one word too many.", out.words.back()));
  return out;
}

std::string help_text() {
  std::string out = "entente — alliances between companies, run together\n\nUse: entente COMMAND [OPTIONS]\n\n";
  for (const auto& command : commands())
    out += fmt::format("  {:<28}{}\n", fmt::format("{}{}{}", command.name, command.arguments.empty() ? "" : " ", command.arguments), command.summary);
  out += "\n“entente COMMAND --help” tells more of one. While a server runs on the same database, commands go through it.\n";
  return out;
}

std::string help_text(const Command& command) {
  std::string out = fmt::format("entente {}{}{}\n\n{}.\n", command.name, command.arguments.empty() ? "" : " ", command.arguments, command.summary);
  if (!command.options.empty()) out += "\n";
  for (const auto& option : command.options)
    out += fmt::format("  {:<28}{}\n", fmt::format("{}{}{}", option.name, option.value.empty() ? "" : " ", option.value), option.help);
  return out;
}

std::string completion(std::string_view shell) {
  std::set<std::string_view> firsts;
  for (const auto& command : commands()) firsts.insert(command.name.substr(0, command.name.find(' ')));
  std::string first_words;
  for (auto word : firsts) first_words += (first_words.empty() ? "" : " ") + std::string(word);
  if (shell == "fish") {
    std::string out;
    for (const auto& command : commands()) {
      auto space = command.name.find(' ');
      if (space == std::string_view::npos) {
        out += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d '{}'\n", command.name, command.summary);
      } else {
        out += fmt::format("complete -c entente -n __fish_use_subcommand -a {}\n", command.name.substr(0, space));
        out += fmt::format("complete -c entente -n '__fish_seen_subcommand_from {}' -a {} -d '{}'\n", command.name.substr(0, space),
                           command.name.substr(space + 1), command.summary);
      }
    }
    return out;
  }
  if (shell != "bash" && shell != "zsh") throw Error(ErrorKind::bad_input, "unknown_shell", "There are completions for bash, zsh and fish.");
  std::string cases;
  for (auto first : firsts) {
    std::string seconds, options;
    for (const auto& command : commands()) {
      auto space = command.name.find(' ');
      if (command.name.substr(0, space) != first) continue;
      if (space != std::string_view::npos) seconds += std::string(command.name.substr(space + 1)) + " ";
      for (const auto& option : command.options) options += std::string(option.name) + " ";
    }
    cases += fmt::format("    {}) words=\"{}{}--help\" ;;\n", first, seconds, options);
  }
  std::string out = shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
  out += "_entente() {\n  local words current=\"${COMP_WORDS[COMP_CWORD]}\"\n  case \"${COMP_WORDS[1]}\" in\n" + cases +
         fmt::format("    *) words=\"{} --help\" ;;\n  esac\n", first_words) +
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"" + first_words + " --help\"; fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -f -- \"$current\"))\n}\ncomplete -F _entente entente\n";
  return out;
}

}  // namespace entente::app
