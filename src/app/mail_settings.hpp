#pragma once
#include <optional>

#include "app/arguments.hpp"
#include "mail/smtp.hpp"

namespace entente::app {

struct MailSettings {
  mail::SmtpSettings server;
  mail::Mailbox from;
};

/// What the options of `serve` say about mail; nothing without --mail-url. The password comes from the file that is named, or
/// from ENTENTE_MAIL_PASSWORD. Throws `bad_input` at the option that cannot be.
std::optional<MailSettings> mail_settings(const Arguments& arguments);

}  // namespace entente::app
