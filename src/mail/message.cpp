#include "mail/message.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace entente::mail {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t longest_line = 78;
constexpr std::size_t longest_word = 75;
constexpr std::string_view word_begin = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::string without_controls(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_control(c)) c = ' ';
  return out;
}

/// Letters and digits stand for themselves in every place of a header (RFC 2047, 5); the rest is written as its bytes.
void append_encoded(std::string& out, char c) {
  if (c == ' ') {
    out += '_';
  } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
    out += c;
  } else {
    out += fmt::format("={:02X}", static_cast<unsigned char>(c));
  }
}

/// A line without a blank in it that is longer than may be cannot be folded as it is.
bool folds(std::string_view text) {
  std::size_t word = 0;
  for (char c : text) {
    word = c == ' ' ? 0 : word + 1;
    if (word > 60) return false;
  }
  return true;
}

std::string encoded_words(std::string_view text, std::size_t column) {
  std::string out, word;
  auto flush = [&] {
    if (word.empty()) return;
    if (!out.empty()) out.append(line_end).append(" ");
    out.append(word_begin).append(word).append(word_end);
    word.clear();
  };
  std::size_t room = longest_line - std::min(column, longest_line - 40);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && is_continuation(text[next])) ++next;
    std::string character;
    for (; at < next; ++at) append_encoded(character, text[at]);
    if (word_begin.size() + word.size() + character.size() + word_end.size() > std::min(longest_word, room)) {
      flush();
      room = longest_line - 1;
    }
    word += character;
  }
  flush();
  return out;
}

std::string folded(std::string_view text, std::size_t column) {
  std::string out;
  while (!text.empty()) {
    auto end = text.find(' ', 1);
    auto word = text.substr(0, end);
    text.remove_prefix(word.size());
    if (column + word.size() > longest_line && word.front() == ' ' && !out.empty()) {
      out.append(line_end);
      column = 0;
    }
    out.append(word);
    column += word.size();
  }
  return out;
}

std::string mailbox_text(const Mailbox& box, std::string_view field, std::size_t column) {
  if (!is_envelope_address(box.address)) throw_bad_field(field, "not_an_email", "This is not an e-mail address.");
  if (box.name.empty()) return box.address;
  std::string name = without_controls(box.name);
  bool plain = std::all_of(name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == ' '; }) && folds(name);
  std::string shown = plain ? folded(name, column) : encoded_words(name, column);
  return fmt::format("{}{} <{}>", shown, line_end, box.address);
}

}  // namespace

bool is_envelope_address(std::string_view address) {
  if (!is_email(address)) return false;
  return std::none_of(address.begin(), address.end(), [](char c) {
    return is_control(c) || static_cast<unsigned char>(c) >= 0x80 || std::string_view(" <>()[]\\,;:\"").find(c) != std::string_view::npos;
  });
}

std::string header_text(std::string_view text, std::size_t column) {
  std::string line = without_controls(text);
  bool ascii = std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  // What looks like an encoded word would be read as one; blanks at the ends would be lost.
  bool as_it_is = ascii && line.find("=?") == std::string::npos && folds(line) && !line.starts_with(' ') && !line.ends_with(' ');
  return as_it_is ? folded(line, column) : encoded_words(line, column);
}

std::string quoted_printable(std::string_view text) {
  constexpr std::size_t longest = 76;
  std::string out;
  std::size_t column = 0;
  auto put = [&](std::string_view piece) {
    if (column + piece.size() > longest - 1) {
      out.append("=").append(line_end);
      column = 0;
    }
    out += piece;
    column += piece.size();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    bool ends = i + 1 == text.size() || text[i + 1] == '\n' || text.substr(i + 1).starts_with(line_end);
    if (c == '\n' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')) {
      if (c == '\r') ++i;
      out += line_end;
      column = 0;
    } else if ((c == ' ' || c == '\t') ? !ends : (c > 0x20 && c < 0x7f && c != '=')) {
      put(std::string_view(&c, 1));
    } else {
      put(fmt::format("={:02X}", static_cast<unsigned char>(c)));
    }
  }
  return out;
}

std::string header_date(Instant moment) {
  constexpr std::string_view days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::int64_t seconds = moment.microseconds / 1'000'000;
  Date day{static_cast<std::int32_t>(seconds / 86'400)};
  std::int64_t rest = seconds % 86'400;
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", days[day.weekday() - 1], day.day(), months[day.month() - 1], day.year(),
                     rest / 3600, rest / 60 % 60, rest % 60);
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string wire_text(const Message& message) {
  std::string domain = message.from.address.substr(message.from.address.find('@') + 1);
  std::string boundary = fmt::format("=_{}", message.id);
  std::string out;
  auto header = [&](std::string_view name, std::string_view value) { out.append(name).append(": ").append(value).append(line_end); };
  header("Date", header_date(message.date));
  header("From", mailbox_text(message.from, "from", 6));
  header("To", mailbox_text(message.to, "to", 4));
  header("Subject", header_text(message.subject, 9));
  header("Message-ID", fmt::format("<{}@{}>", message.id, domain));
  header("Auto-Submitted", "auto-generated");  // RFC 3834: no answers from machines
  header("MIME-Version", "1.0");
  header("Content-Type", fmt::format("multipart/alternative;{} boundary=\"{}\"", line_end, boundary));
  for (const auto& [type, text] : {std::pair<std::string_view, std::string_view>{"plain", message.plain}, {"html", message.html}})
    out += fmt::format("{0}--{1}{0}Content-Type: text/{2}; charset=utf-8{0}Content-Transfer-Encoding: quoted-printable{0}{0}{3}", line_end,
                       boundary, type, quoted_printable(text));
  out += fmt::format("{0}--{1}--{0}", line_end, boundary);
  return out;
}

}  // namespace entente::mail
