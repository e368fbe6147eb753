// The reference for encoded headers is Python's email package, whose answers were taken down here; that what we write can be
// read by others is tested with a real mail server in smtp_test.cpp.
#include "mail/message.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "base/error.hpp"
#include "mail/letter.hpp"

using namespace entente;
using namespace entente::mail;

namespace {

Message message() {
  return {{"Entente", "entente@alliances.example"}, {"Anna Verbeke", "anna@aldermere.example"}, "Values are due", "Hello\n", "<p>Hello</p>\n",
          "abc123", parse_instant("2010-02-06T09:00:00Z")};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (auto at = text.find("\r\n"); at != std::string::npos; from = at + 2, at = text.find("\r\n", from)) lines.push_back(text.substr(from, at - from));
  return lines;
}

/// The header fields, unfolded (RFC 5322, 2.2.3).
std::vector<std::string> headers_of(const std::string& wire) {
  std::vector<std::string> headers;
  for (const auto& line : lines_of(wire)) {
    if (line.empty()) break;
    if (line.front() == ' ')
      headers.back() += line;
    else
      headers.push_back(line);
  }
  return headers;
}

/// RFC 2047, read back: written apart from the encoder.
std::string decoded(std::string text) {
  for (auto gap = text.find("?=\r\n =?"); gap != std::string::npos; gap = text.find("?=\r\n =?")) text.erase(gap + 2, 3);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.compare(at, 10, "=?UTF-8?Q?") != 0) {
      out += text[at++];
      continue;
    }
    auto end = text.find("?=", at + 10);
    for (std::size_t i = at + 10; i < end; ++i) {
      if (text[i] == '=') {
        out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        out += text[i] == '_' ? ' ' : text[i];
      }
    }
    at = end + 2;
  }
  for (auto fold = out.find("\r\n"); fold != std::string::npos; fold = out.find("\r\n")) out.erase(fold, 2);
  return out;
}

std::string unquoted(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else {
      if (text.compare(i + 1, 2, "\r\n") != 0) out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a mail is written as RFC 5322 and 2046 say") {
  auto wire = wire_text(message());
  auto headers = headers_of(wire);
  REQUIRE(headers.size() == 8);
  CHECK(headers[0] == "Date: Sat, 06 Feb 2010 09:00:00 +0000");
  CHECK(headers[1] == "From: Entente <entente@alliances.example>");
  CHECK(headers[2] == "To: Anna Verbeke <anna@aldermere.example>");
  CHECK(headers[3] == "Subject: Values are due");
  CHECK(headers[4] == "Message-ID: <abc123@alliances.example>");
  CHECK(wire.find("\r\n--=_abc123--\r\n") != std::string::npos);
  CHECK(wire.find("Content-Type: text/plain; charset=utf-8") < wire.find("Content-Type: text/html; charset=utf-8"));
}

TEST_CASE("no value begins a header of its own") {
  auto attack = message();
  attack.subject = "Hello\r\nBcc: everybody@evil.example\r\n\r\nBuy";
  attack.to.name = "Anna\nBcc: other@evil.example";
  attack.from.name = "E\r\n\r\nbody";
  for (const auto& header : headers_of(wire_text(attack))) CHECK_FALSE(header.starts_with("Bcc"));
  CHECK(headers_of(wire_text(attack)).size() == 8);
  for (std::string address : {"anna@a.example>\r\nRCPT TO:<x@y.example", "anna@a.example\nBcc: x@y", "<anna@a.example>", "a b@c.example", "anna@@a.example", "änna@a.example", ""}) {
    CAPTURE(address);
    CHECK_FALSE(is_envelope_address(address));
    auto wrong = message();
    wrong.to.address = address;
    CHECK_THROWS_AS(wire_text(wrong), Error);
  }
  CHECK(is_envelope_address("o'neil+x@mail.example"));
}

TEST_CASE("encoded words are those that Python writes and reads") {
  // email.header.decode_header of each gives the text back.
  CHECK(header_text("Grün", 9) == "=?UTF-8?Q?Gr=C3=BCn?=");
  CHECK(header_text("plain words", 9) == "plain words");
  CHECK(header_text("=?UTF-8?Q?trick?=", 9) == "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Ftrick=3F=3D?=");
  CHECK(header_date(parse_instant("2008-02-29T23:59:58Z")) == "Fri, 29 Feb 2008 23:59:58 +0000");
}

TEST_CASE("any text comes back from a header, in short lines and whole characters") {
  rc::check("headers", [] {
    auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "Z", " ", "ü", "語", "🙂", "=", "?", "_", "word", "\n", "\r", "\t", "  "));
    std::string text, wanted;
    for (const auto& piece : pieces) text += piece;
    for (char c : text) wanted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    auto header = header_text(text, 9);
    RC_ASSERT(decoded(header) == wanted);
    for (const auto& line : lines_of("Subject: " + header + "\r\n")) {
      RC_ASSERT(line.size() <= 78u);
      for (auto at = line.find("=?UTF-8?Q?"); at != std::string::npos; at = line.find("=?UTF-8?Q?", at + 1)) {
        auto end = line.find("?=", at + 10);
        RC_ASSERT(end != std::string::npos && end + 2 - at <= 75u);
        std::string word = decoded(line.substr(at, end + 2 - at));
        RC_ASSERT(word.empty() || (static_cast<unsigned char>(word.front()) & 0xc0) != 0x80);
      }
    }
  });
}

TEST_CASE("any text comes back from quoted-printable, in lines of 76 at most") {
  rc::check("bodies", [](std::vector<std::uint8_t> bytes) {
    std::string text, wanted;
    for (auto byte : bytes) text += byte % 5 == 0 ? '\n' : byte % 7 == 0 ? ' ' : byte == '\r' ? 'r' : static_cast<char>(byte);
    text += std::string(bytes.size() * 3 % 200, 'x');
    for (char c : text) wanted += c == '\n' ? std::string("\r\n") : std::string(1, c);
    auto coded = quoted_printable(text);
    RC_ASSERT(unquoted(coded) == wanted);
    for (const auto& line : lines_of(coded + "\r\n")) {
      RC_ASSERT(line.size() <= 76u);
      RC_ASSERT(line.empty() || (line.back() != ' ' && line.back() != '\t'));
    }
  });
}

TEST_CASE("a letter says the same in text and HTML, and nobody's words become markup") {
  Content content{"Three values are due.", {{{}, "read_map", "A & B <i>", {{"M1 <script>alert(1)</script>", "due \"soon\"", "/a/x/m/1?enter=2010-Q1&y=2"}}}}, "You own it."};
  auto texts = written(content, "Anna <b>", "https://e.example");
  CHECK(texts.plain.find("https://e.example/a/x/m/1?enter=2010-Q1&y=2") != std::string::npos);
  CHECK(texts.html.find("href=\"https://e.example/a/x/m/1?enter=2010-Q1&amp;y=2\"") != std::string::npos);
  CHECK(texts.html.find("<script") == std::string::npos);
  CHECK(texts.html.find("<b>") == std::string::npos);
  CHECK(texts.html.find("<i>") == std::string::npos);
  for (const char* text : {"Three values are due.", "You own it."}) {
    CHECK(texts.plain.find(text) != std::string::npos);
    CHECK(texts.html.find(text) != std::string::npos);
  }
}
