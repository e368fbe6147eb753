#pragma once
#include <memory>
#include <string>

#include "mail/message.hpp"

namespace entente::mail {

/// What became of one try.
enum class Outcome {
  sent,       ///< the mail server took it
  refused,    ///< the mail server will never take it: another try makes no sense
  not_now,    ///< no connection, or the server says to come back later
  misplaced,  ///< our own settings are wrong (login, certificate): later, once the operator has seen to it
};

struct Report {
  Outcome outcome = Outcome::not_now;
  std::string problem;  ///< for the operator's log: never holds a password
};

/// Something that takes mails to their recipients.
class Carrier {
 public:
  virtual ~Carrier() = default;
  /// Takes at most a minute; never throws for what the mail server does.
  virtual Report carry(const Message& message) = 0;
};

struct SmtpSettings {
  /// smtp://host:port (STARTTLS is demanded, but for a server on this machine), or smtps://host:port.
  std::string url;
  std::string user;      ///< empty: no login
  std::string password;  ///< never written to a log
  std::string certificates;  ///< a file with the authorities to trust; empty: the system's
};

/// Throws `bad_input` at "--mail-url" for what is no such address, holds a password, or would send a password in the clear.
void check(const SmtpSettings& settings);

/// Carries mails by SMTP (RFC 5321), one connection for each. Of one thread at a time.
std::unique_ptr<Carrier> smtp_carrier(const SmtpSettings& settings);

}  // namespace entente::mail
