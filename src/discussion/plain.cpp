#include "discussion/plain.hpp"

#include "base/id.hpp"

namespace entente::discussion {

std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "@[") {
      auto end = text.find_first_of("]\n[", at + 2);
      constexpr std::size_t length = IdText().characters.size();
      if (end != std::string_view::npos && text.substr(end, 2) == "](" && is_id(text.substr(end + 2, length)) && text.substr(end + 2 + length, 1) == ")") {
        out += '@';
        out += text.substr(at + 2, end - at - 2);
        at = end + 2 + length;
        continue;
      }
    }
    char c = text[at];
    bool blank = c == '\n' || c == '\t' || c == '\r' || c == ' ';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

std::string excerpt(std::string_view text, std::size_t longest) {
  std::size_t count = 0, last_blank = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins && count++ == longest) return std::string(text.substr(0, last_blank > 0 ? last_blank : at)) + "…";
    if (text[at] == ' ') last_blank = at;
  }
  return std::string(text);
}

}  // namespace entente::discussion
