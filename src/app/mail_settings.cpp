#include "app/mail_settings.hpp"

#include <fstream>

#include "base/error.hpp"

namespace entente::app {
namespace {

std::string password_of(const Arguments& arguments) {
  auto path = arguments.option("--mail-password-file");
  if (!path) {
    const char* variable = std::getenv("ENTENTE_MAIL_PASSWORD");
    return variable ? variable : "";
  }
  std::ifstream file(*path);
  std::string password;
  if (!file || !std::getline(file, password) || password.empty())
    throw_bad_field("--mail-password-file", "not_read", fmt::format("There is no password to be read in {}.", *path));
  if (password.ends_with('\r')) password.pop_back();
  return password;
}

/// "Entente <mail@example.org>" or the address alone.
mail::Mailbox mailbox_of(const std::string& text) {
  mail::Mailbox box{"Entente", text};
  if (auto open = text.find('<'); open != std::string::npos && text.ends_with('>')) {
    box.name = text.substr(0, text.find_last_not_of(' ', open == 0 ? 0 : open - 1) + 1);
    if (open == 0) box.name.clear();
    box.address = text.substr(open + 1, text.size() - open - 2);
  }
  if (!mail::is_envelope_address(box.address))
    throw_bad_field("--mail-from", "not_an_email", "--mail-from is an e-mail address, such as entente@example.org or “Entente <entente@example.org>”.");
  return box;
}

}  // namespace

std::optional<MailSettings> mail_settings(const Arguments& arguments) {
  auto url = arguments.option("--mail-url");
  if (!url) return std::nullopt;
  MailSettings settings;
  settings.from = mailbox_of(arguments.option("--mail-from").value_or(""));
  settings.server.url = *url;
  settings.server.user = arguments.option("--mail-user").value_or("");
  if (!settings.server.user.empty() || arguments.has("--mail-password-file")) settings.server.password = password_of(arguments);
  settings.server.certificates = arguments.option("--mail-certificates").value_or("");
  mail::check(settings.server);
  return settings;
}

}  // namespace entente::app
