#include "exchange/xml_pieces.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace entente::exchange {
namespace {

constexpr std::size_t more = std::string_view::npos;

[[noreturn]] void bad(std::string message) { throw Error(ErrorKind::bad_input, "bad_workbook", std::move(message)); }

/// Behind the ">" that ends the tag at `at`; `more` if it is not there yet.
std::size_t tag_end(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    char c = text[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return more;
}

bool begins(std::string_view text, std::size_t at, std::string_view with) { return text.substr(at, with.size()) == with; }

}  // namespace

XmlPieces::XmlPieces(std::vector<std::string_view> names, Use use, std::size_t longest)
    : names_(std::move(names)), use_(std::move(use)), longest_(longest) {}

/// What begins with the "<" at `at`: gives the place behind it, or `more` if it has not ended yet.
std::size_t XmlPieces::take(std::size_t at) {
  std::string_view text = waiting_;
  if (text.size() - at < 9 && !begins(text, at, "</") && text.find('>', at) == more) return more;  // may still become anything
  auto behind = [&](std::string_view end, std::size_t skip) {
    auto found = text.find(end, at + skip);
    return found == more ? more : found + end.size();
  };
  if (begins(text, at, "<!--")) return behind("-->", 4);
  if (begins(text, at, "<![CDATA[")) return behind("]]>", 9);
  if (begins(text, at, "<!")) bad("The workbook holds a document type, which is not taken.");
  if (begins(text, at, "<?")) return behind("?>", 2);
  std::size_t end = tag_end(text, at + 1);
  if (end == more || text[at + 1] == '/') return end;
  std::string_view full = text.substr(at + 1, text.find_first_of(" \t\r\n/>", at + 1) - at - 1);
  std::string_view name = full.substr(full.find(':') == more ? 0 : full.find(':') + 1);
  if (std::find(names_.begin(), names_.end(), name) == names_.end()) return end;
  if (text[end - 2] != '/') {
    std::string close = "</" + std::string(full);
    do {
      end = text.find(close, end);
      if (end == more) return more;
      end += close.size();
      if (end >= text.size()) return more;
    } while (std::string_view(" \t\r\n>").find(text[end]) == more);
    end = tag_end(text, end);
    if (end == more) return more;
  }
  std::string_view element = text.substr(at, end - at);
  if (element.size() > longest_) throw Error(ErrorKind::too_large, "workbook_too_large", "A row of the workbook is too long.");
  for (auto mark = element.find("<!"); mark != more; mark = element.find("<!", mark + 2))
    if (!begins(element, mark, "<!--") && !begins(element, mark, "<![CDATA[")) bad("The workbook holds a document type, which is not taken.");
  use_(name, element);
  return end;
}

void XmlPieces::add(std::string_view part) {
  waiting_ += part;
  std::size_t done = 0;
  for (std::size_t at = waiting_.find('<'); at != more; at = waiting_.find('<', done)) {
    std::size_t end = take(at);
    if (end == more) {
      done = at;
      break;
    }
    done = end;
  }
  if (waiting_.find('<', done) == more) done = waiting_.size();
  waiting_.erase(0, done);
  if (waiting_.size() > longest_ + 200'000) throw Error(ErrorKind::too_large, "workbook_too_large", "A row of the workbook is too long.");
}

void XmlPieces::finish() const {
  if (!waiting_.empty()) bad("The workbook is damaged: a part of it is cut off.");
}

}  // namespace entente::exchange
