#include "exchange/xml_check.hpp"

#include "base/error.hpp"

namespace entente::exchange {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// Beyond ASCII every letter is let through: what comes after only compares names.
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

/// Walks through the text once. `position_` is always at the first byte that is not yet accepted.
class Walk {
 public:
  Walk(std::string_view text, const XmlLimits& limits) : text_(text), limits_(limits) {}

  void document() {
    if (text_.starts_with("\xFE\xFF") || text_.starts_with("\xFF\xFE"))
      fail(0, "not_utf8", "The file is in UTF-16. Save it as UTF-8.");
    characters();
    if (text_.starts_with("\xEF\xBB\xBF")) position_ = 3;
    if (rest().starts_with("<?xml") && position_ + 5 < text_.size() && is_space(text_[position_ + 5])) declaration();
    bool seen_root = false;
    while (position_ < text_.size()) {
      if (text_[position_] != '<') {
        if (!open_.empty()) {
          character_data();
          continue;
        }
        if (!is_space(text_[position_])) fail(position_, not_well_formed, seen_root ? "There is text after the end of the document." : "There is text before the first element.");
        ++position_;
      } else if (rest().starts_with("<!--")) {
        comment();
      } else if (rest().starts_with("<?")) {
        instruction();
      } else if (rest().starts_with("<![CDATA[")) {
        if (open_.empty()) fail(position_, not_well_formed, "A CDATA section stands outside the document's element.");
        skip_past("]]>", "This CDATA section has no end.");
      } else if (rest().starts_with("<!DOCTYPE")) {
        fail(position_, "doctype", "The file has a DOCTYPE. Files with a DOCTYPE are not read, because it can pull in other files.");
      } else if (rest().starts_with("</")) {
        end_tag();
      } else {
        if (open_.empty() && seen_root) fail(position_, not_well_formed, "There is a second element after the end of the document.");
        seen_root = true;
        start_tag();
      }
    }
    if (!open_.empty()) fail(open_.back().offset, not_well_formed, fmt::format("The element “{}” has no end.", open_.back().name));
    if (!seen_root) fail(position_, not_well_formed, "There is no element in the file.");
  }

 private:
  struct Open {
    std::string_view name;
    std::size_t offset;
  };
  static constexpr std::string_view not_well_formed = "not_well_formed";

  std::string_view rest() const { return text_.substr(position_); }

  [[noreturn]] void fail(std::size_t offset, std::string_view code, std::string message) const {
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < offset; ++i)
      if (text_[i] == '\n') ++line, begin = i + 1;
    std::size_t column = 1;
    for (std::size_t i = begin; i < offset; ++i) column += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    const std::string path = fmt::format("line {}, column {}", line, column);
    throw Error(ErrorKind::bad_input, code, fmt::format("{}: {}", path, message), {{path, std::string(code), message}});
  }

  /// Strict UTF-8, and only characters that XML allows.
  void characters() const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const std::size_t size = text_.size();
    for (std::size_t i = 0; i < size;) {
      const unsigned char first = bytes[i];
      if (first < 0x80) {
        if (first < 0x20 && first != '\t' && first != '\n' && first != '\r')
          fail(i, "control_character", fmt::format("The control character U+{:04X} is not allowed.", first));
        ++i;
        continue;
      }
      const int more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
      std::uint32_t code = first & (0x3F >> more);
      bool good = more > 0 && i + static_cast<std::size_t>(more) < size;
      for (int k = 1; good && k <= more; ++k) {
        good = (bytes[i + static_cast<std::size_t>(k)] & 0xC0) == 0x80;
        code = (code << 6) | (bytes[i + static_cast<std::size_t>(k)] & 0x3F);
      }
      if (!good || (more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10FFFF)) || (code >= 0xD800 && code < 0xE000))
        fail(i, "not_utf8", "The file is not in UTF-8 here.");
      if (code == 0xFFFE || code == 0xFFFF) fail(i, "control_character", fmt::format("The character U+{:04X} is not allowed.", code));
      i += static_cast<std::size_t>(more) + 1;
    }
  }

  void count_node() {
    if (++nodes_ > limits_.nodes) throw Error(ErrorKind::too_large, "too_many_elements", fmt::format("The file has more than {} elements.", limits_.nodes));
  }

  void skip_past(std::string_view end, std::string_view message) {
    const std::size_t found = text_.find(end, position_);
    if (found == std::string_view::npos) fail(position_, not_well_formed, std::string(message));
    position_ = found + end.size();
  }
  bool skip_space() {
    const std::size_t before = position_;
    while (position_ < text_.size() && is_space(text_[position_])) ++position_;
    return position_ != before;
  }
  std::string_view name(std::string_view what) {
    const std::size_t begin = position_;
    if (begin >= text_.size() || !starts_name(text_[begin])) fail(begin, not_well_formed, fmt::format("Here {} should follow.", what));
    while (position_ < text_.size() && continues_name(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }
  void expect(char c, std::string_view message) {
    if (position_ >= text_.size() || text_[position_] != c) fail(position_, not_well_formed, std::string(message));
    ++position_;
  }

  /// At "&".
  void reference() {
    const std::size_t begin = position_;
    const std::size_t end = text_.find(';', begin);
    const std::string_view body = end == std::string_view::npos || end - begin > 12 ? std::string_view() : text_.substr(begin + 1, end - begin - 1);
    bool good = body == "amp" || body == "lt" || body == "gt" || body == "quot" || body == "apos";
    if (!good && body.size() > 1 && body[0] == '#') {
      const bool hex = body[1] == 'x';
      std::uint64_t code = 0;
      good = body.size() > (hex ? 2U : 1U);
      for (char c : body.substr(hex ? 2 : 1)) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) good = false;
        code = code * (hex ? 16 : 10) + static_cast<std::uint64_t>(std::max(digit, 0));
      }
      const bool allowed = code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) || (code >= 0xE000 && code < 0xFFFE) ||
                           (code >= 0x10000 && code <= 0x10FFFF);
      if (good && !allowed) fail(begin, "control_character", fmt::format("The character “&{};” is not allowed.", body));
    }
    if (good) {
      position_ = end + 1;
      return;
    }
    const bool looks_like_entity = !body.empty() && starts_name(body[0]) && std::all_of(body.begin(), body.end(), continues_name);
    fail(begin, looks_like_entity ? "unknown_entity" : "not_well_formed",
         looks_like_entity ? fmt::format("The entity “&{};” is not known. Only &amp;, &lt;, &gt;, &quot; and &apos; are.", body)
                           : std::string("A bare “&” has to be written “&amp;”."));
  }

  void character_data() {
    while (position_ < text_.size()) {
      const std::size_t next = text_.find_first_of("<&]", position_);
      if (next == std::string_view::npos) {
        position_ = text_.size();
        return;
      }
      position_ = next;
      if (text_[next] == '<') return;
      if (text_[next] == '&') reference();
      else if (rest().starts_with("]]>")) fail(next, not_well_formed, "“]]>” has to be written “]]&gt;”.");
      else ++position_;
    }
  }

  void comment() {
    count_node();
    const std::size_t begin = position_;
    const std::size_t dashes = text_.find("--", begin + 4);
    if (dashes == std::string_view::npos) fail(begin, not_well_formed, "This comment has no end.");
    if (dashes + 2 >= text_.size() || text_[dashes + 2] != '>') fail(dashes, not_well_formed, "“--” may not stand in a comment.");
    position_ = dashes + 3;
  }

  void instruction() {
    count_node();
    const std::size_t begin = position_;
    position_ += 2;
    const std::string_view target = name("the name of an instruction");
    if (target.size() == 3 && (target[0] | 32) == 'x' && (target[1] | 32) == 'm' && (target[2] | 32) == 'l')
      fail(begin, not_well_formed, "The XML declaration may only stand at the very beginning.");
    if (position_ < text_.size() && !is_space(text_[position_]) && !rest().starts_with("?>"))
      fail(position_, not_well_formed, "A space or “?>” should follow the name of an instruction.");
    position_ = begin;
    skip_past("?>", "This instruction has no end.");
  }

  void declaration() {
    const std::size_t begin = position_;
    skip_past("?>", "The XML declaration has no end.");
    const std::string_view declared = text_.substr(begin, position_ - begin);
    const std::size_t encoding = declared.find("encoding");
    if (encoding == std::string_view::npos) return;
    const std::size_t open = declared.find_first_of("\"'", encoding);
    const std::size_t close = open == std::string_view::npos ? open : declared.find(declared[open], open + 1);
    if (close == std::string_view::npos) fail(begin + encoding, not_well_formed, "The encoding in the XML declaration has no value.");
    std::string said(declared.substr(open + 1, close - open - 1));
    std::transform(said.begin(), said.end(), said.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
    if (said != "utf-8" && said != "utf8" && said != "us-ascii")
      fail(begin + encoding, "not_utf8", fmt::format("The file says that it is in “{}”. Save it as UTF-8.", said));
  }

  void end_tag() {
    const std::size_t begin = position_;
    position_ += 2;
    const std::string_view closed = name("the name of an element");
    skip_space();
    expect('>', fmt::format("The end tag of “{}” is not closed.", closed));
    if (open_.empty()) fail(begin, not_well_formed, fmt::format("“{}” ends here, but never began.", closed));
    if (open_.back().name != closed)
      fail(begin, not_well_formed, fmt::format("“{}” ends here, but “{}” is still open.", closed, open_.back().name));
    open_.pop_back();
  }

  void start_tag() {
    count_node();
    const std::size_t begin = position_++;
    const std::string_view element = name("the name of an element");
    attributes_.clear();
    for (;;) {
      const bool spaced = skip_space();
      if (position_ >= text_.size()) fail(begin, not_well_formed, fmt::format("The start tag of “{}” is not closed.", element));
      if (text_[position_] == '>') {
        ++position_;
        open_.push_back({element, begin});
        if (open_.size() > limits_.depth) throw Error(ErrorKind::too_large, "too_deep", fmt::format("Elements lie more than {} deep inside each other.", limits_.depth));
        return;
      }
      if (text_[position_] == '/') {
        ++position_;
        expect('>', "“>” should follow “/”.");
        return;
      }
      if (!spaced) fail(position_, not_well_formed, "A space should stand before an attribute.");
      attribute();
    }
  }

  void attribute() {
    count_node();
    const std::size_t begin = position_;
    const std::string_view attribute_name = name("the name of an attribute");
    if (std::find(attributes_.begin(), attributes_.end(), attribute_name) != attributes_.end())
      fail(begin, not_well_formed, fmt::format("The attribute “{}” is given twice.", attribute_name));
    attributes_.push_back(attribute_name);
    if (attributes_.size() > 64) throw Error(ErrorKind::too_large, "too_many_attributes", "An element has more than 64 attributes.");
    skip_space();
    expect('=', fmt::format("“=” should follow the attribute “{}”.", attribute_name));
    skip_space();
    const char quote = position_ < text_.size() ? text_[position_] : ' ';
    if (quote != '"' && quote != '\'') fail(position_, not_well_formed, fmt::format("The value of “{}” should stand in quotation marks.", attribute_name));
    ++position_;
    while (position_ < text_.size() && text_[position_] != quote) {
      if (text_[position_] == '<') fail(position_, not_well_formed, "“<” in an attribute has to be written “&lt;”.");
      if (text_[position_] == '&') reference();
      else ++position_;
    }
    expect(quote, fmt::format("The value of “{}” has no end.", attribute_name));
  }

  std::string_view text_;
  const XmlLimits& limits_;
  std::size_t position_ = 0;
  std::size_t nodes_ = 0;
  std::vector<Open> open_;
  std::vector<std::string_view> attributes_;
};

}  // namespace

void check_xml(std::string_view text, const XmlLimits& limits) {
  if (text.size() > limits.bytes) throw Error(ErrorKind::too_large, "file_too_large", fmt::format("The file is larger than {} MB.", limits.bytes / 1'000'000));
  Walk(text, limits).document();
}

Lines::Lines(std::string_view text) {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) ends_.push_back(i);
}

std::size_t Lines::line_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), offset) - ends_.begin()) + 1;
}

}  // namespace entente::exchange
