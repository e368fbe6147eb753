#include <iostream>

#include "app/commands.hpp"
#include "base/error.hpp"

int main(int count, char** words) {
  using namespace entente;
  try {
    auto arguments = app::parse_arguments(std::vector<std::string>(words + 1, words + count));
    if (arguments.version) {
      std::cout << "entente " << ENTENTE_VERSION << "\n";
      return 0;
    }
    if (arguments.help) {
      std::cout << (arguments.command ? app::help_text(*arguments.command) : app::help_text());
      return 0;
    }
    return app::run_command(arguments);
  } catch (const Error& error) {
    std::cerr << "entente: " << error.message() << "\n";
    for (const auto& field : error.fields()) std::cerr << fmt::format("  {}: {}\n", field.path, field.message);
    if (!error.detail().empty()) std::cerr << "  " << error.detail() << "\n";
    return error.kind() == ErrorKind::bad_input || error.kind() == ErrorKind::too_large ? 2 : 1;
  } catch (const std::exception& error) {
    std::cerr << "entente: " << error.what() << "\n";
    return 1;
  }
}
