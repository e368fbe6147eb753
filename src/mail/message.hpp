#pragma once
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace entente::mail {

/// A name and an address: "Ann Lee" ann@example.org. The name may be empty.
struct Mailbox {
  std::string name;
  std::string address;
};

/// One mail before it is written out. All texts are UTF-8.
struct Message {
  Mailbox from;
  Mailbox to;
  std::string subject;
  std::string plain;
  std::string html;
  std::string id;  ///< the left side of the Message-ID; the same each time the mail is tried, so that two copies are known as one
  Instant date;
};

/// The mail as it goes over the wire: RFC 5322 with the parts of RFC 2046, lines ended by CR LF and at most 78 characters long,
/// ASCII only. A control character in a name or subject becomes a blank, so that no value can begin a header of its own. Throws
/// `bad_input` at "from" or "to" for an address that is none.
std::string wire_text(const Message& message);

/// A header's value as RFC 2047 wants it: as it is where it is plain ASCII, else in encoded words (UTF-8, Q) of at most 75
/// characters that never cut a character in two. `column` is where on its line the value begins.
std::string header_text(std::string_view text, std::size_t column);

/// RFC 2045, 6.7: text with lines ended by "\n" or "\r\n", in lines of at most 76 characters.
std::string quoted_printable(std::string_view text);

/// "Sat, 06 Feb 2010 09:00:00 +0000"
std::string header_date(Instant moment);

/// Whether this can stand between angle brackets in an envelope: the form of an address (base/text.hpp), ASCII, without
/// anything that ends it.
bool is_envelope_address(std::string_view address);

/// For a text or an attribute's value in HTML.
std::string html_escaped(std::string_view text);

}  // namespace entente::mail
