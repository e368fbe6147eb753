#include "base/text.hpp"

#include <glib.h>

namespace entente {
namespace {

struct Freed {
  void operator()(char* text) const { g_free(text); }
};
using GlibText = std::unique_ptr<char, Freed>;

bool is_hidden(gunichar c) {
  return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool ends_line(gunichar c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

template <class F>
void each_character(std::string_view text, F&& use) {
  for (const char *at = text.data(), *end = at + text.size(); at < end; at = g_utf8_next_char(at)) use(g_utf8_get_char(at));
}

// To put marks into their order takes a time that grows with the square of how many follow one another; no language has more
// than these (Unicode Standard Annex 15, stream-safe text).
constexpr int most_marks = 30;

bool has_piled_marks(std::string_view text) {
  int marks = 0;
  bool piled = false;
  each_character(text, [&](gunichar c) {
    marks = g_unichar_combining_class(c) == 0 ? 0 : marks + 1;
    piled = piled || marks > most_marks;
  });
  return piled;
}

void append_character(std::string& out, gunichar c) {
  char bytes[6];
  out.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
}

/// Whether no character before this one can become one with it, nor change places with it.
bool begins_anew(gunichar c) {
  // Letters that join the one before (the seconds of canonical pairs), and those that come apart into such ones.
  static constexpr gunichar joining[] = {0x09BE, 0x09D7, 0x0B3E, 0x0B56, 0x0B57, 0x0BBE, 0x0BD7, 0x0CC2,  0x0CD5,  0x0CD6,  0x0D3E,  0x0D57,  0x0DCF,  0x0DDF,  0x0F73, 0x0F75,
                                         0x0F81, 0x0FB5, 0x0FB7, 0x102E, 0x1B35, 0x11127, 0x1133E, 0x11357, 0x114B0, 0x114BA, 0x114BD, 0x115AF, 0x11930};
  bool of_hangul = (c >= 0x1160 && c < 0x1200) || (c >= 0x3131 && c <= 0x318E) || (c >= 0xFF9E && c <= 0xFFDC);
  return g_unichar_combining_class(c) == 0 && !of_hangul && !std::binary_search(std::begin(joining), std::end(joining), c);
}

/// In pieces: to put characters together GLib moves all that follow, each time.
std::string normalised_piece_by_piece(std::string_view text, GNormalizeMode mode) {
  constexpr std::size_t piece_bytes = 1'024;
  std::string out;
  std::size_t begin = 0;
  auto take = [&](std::size_t end) {
    GlibText piece(g_utf8_normalize(text.data() + begin, static_cast<gssize>(end - begin), mode));
    if (piece) out += piece.get();
    begin = end;
  };
  std::size_t at = 0;
  each_character(text, [&](gunichar c) {
    if (at - begin >= piece_bytes && begins_anew(c)) take(at);
    at += static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr));
  });
  take(text.size());
  return out;
}

/// Empty for what is not UTF-8. Of marks that are piled up, those that no language would have are left out.
std::string normalised(std::string_view text, GNormalizeMode mode) {
  if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr)) return "";
  std::string few;
  if (has_piled_marks(text)) {
    int marks = 0;
    each_character(text, [&](gunichar c) {
      marks = g_unichar_combining_class(c) == 0 ? 0 : marks + 1;
      if (marks <= most_marks) append_character(few, c);
    });
    text = few;
  }
  return normalised_piece_by_piece(text, mode);
}

std::string_view trimmed(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Letters of other scripts, and digits, that are drawn like a Latin letter (after Unicode's confusables, the frequent ones).
gunichar latin_look_alike(gunichar c) {
  static const std::unordered_map<gunichar, char> table = {
      {U'а', 'a'}, {U'α', 'a'}, {U'в', 'b'}, {U'с', 'c'}, {U'ϲ', 'c'}, {U'ԁ', 'd'}, {U'е', 'e'}, {U'ё', 'e'}, {U'ε', 'e'},
      {U'ɡ', 'g'}, {U'һ', 'h'}, {U'н', 'h'}, {U'і', 'i'}, {U'ι', 'i'}, {U'ı', 'i'}, {U'ј', 'j'}, {U'к', 'k'}, {U'κ', 'k'},
      {U'ӏ', 'l'}, {U'м', 'm'}, {U'η', 'n'}, {U'п', 'n'}, {U'о', 'o'}, {U'ο', 'o'}, {U'р', 'p'}, {U'ρ', 'p'}, {U'ԛ', 'q'},
      {U'ѕ', 's'}, {U'т', 't'}, {U'τ', 't'}, {U'υ', 'u'}, {U'ν', 'v'}, {U'ѵ', 'v'}, {U'ԝ', 'w'}, {U'ω', 'w'}, {U'х', 'x'},
      {U'χ', 'x'}, {U'у', 'y'}, {U'γ', 'y'}, {U'0', 'o'}, {U'1', 'l'}, {U'5', 's'}, {U'|', 'l'}};
  auto found = table.find(c);
  return found == table.end() ? c : static_cast<gunichar>(found->second);
}

}  // namespace

std::string clean_text(std::string_view text, std::string_view path, const TextRule& rule, std::vector<FieldError>& errors) {
  auto refuse = [&](std::string_view code, std::string message) {
    errors.push_back({std::string(path), std::string(code), std::move(message)});
    return std::string();
  };
  if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    return refuse("not_utf8", "This is not valid text.");
  if (has_piled_marks(text)) return refuse("too_many_marks", fmt::format("A letter carries more than {} marks.", most_marks));
  std::string clean = normalised(trimmed(text), G_NORMALIZE_NFC);
  std::size_t length = 0;
  bool control = false, hidden = false, lines = false, blank = true;
  each_character(clean, [&](gunichar c) {
    ++length;
    lines = lines || ends_line(c);
    control = control || (c != '\t' && !ends_line(c) && (c < 0x20 || (c >= 0x7f && c < 0xa0)));
    hidden = hidden || is_hidden(c);
    blank = blank && g_unichar_isspace(c);
  });
  if (control) return refuse("control_character", "This contains a control character.");
  if (hidden) return refuse("hidden_character", "This contains a character that cannot be seen.");
  if (lines && rule.lines == TextRule::Lines::one) return refuse("several_lines", "This must be one line.");
  if (blank && rule.empty == TextRule::Empty::refused) return refuse("empty", "Please fill this in.");
  if (length > rule.longest)
    return refuse("too_long", fmt::format("This has {} characters; {} are the most.", length, rule.longest));
  return clean;
}

std::string clean_text(std::string_view text, std::string_view path, const TextRule& rule) {
  std::vector<FieldError> errors;
  std::string clean = clean_text(text, path, rule, errors);
  throw_if_any(std::move(errors));
  return clean;
}

std::string fold(std::string_view text) {
  std::string wide = normalised(trimmed(text), G_NORMALIZE_NFKC);
  GlibText folded(g_utf8_casefold(wide.data(), static_cast<gssize>(wide.size())));
  return normalised(folded.get(), G_NORMALIZE_NFC);
}

std::vector<std::string> words_of(std::string_view text) {
  // Letters that do not come apart into a letter and an accent.
  static const std::map<gunichar, std::string_view> table = {{U'ø', "o"}, {U'ł', "l"}, {U'đ', "d"}, {U'ð', "d"}, {U'þ', "th"},
                                                             {U'æ', "ae"}, {U'œ', "oe"}, {U'ı', "i"}, {U'ħ', "h"}};
  constexpr int longest = 40;
  GlibText apart(g_utf8_normalize(fold(text).c_str(), -1, G_NORMALIZE_NFKD));
  std::vector<std::string> out;
  int length = 0;
  each_character(apart.get(), [&](gunichar c) {
    if (g_unichar_ismark(c)) return;
    if (!g_unichar_isalnum(c)) {
      length = 0;
      return;
    }
    if (length++ == 0) out.emplace_back();
    if (length > longest) return;
    if (auto found = table.find(c); found != table.end()) out.back() += found->second;
    else append_character(out.back(), c);
  });
  return out;
}

std::string fold_look_alikes(std::string_view name) {
  GlibText apart(g_utf8_normalize(fold(name).c_str(), -1, G_NORMALIZE_NFKD));
  std::string out;
  each_character(apart.get(), [&](gunichar c) {
    if (g_unichar_isalnum(c)) append_character(out, latin_look_alike(c));
  });
  return out.empty() ? fold(name) : out;
}

std::string slug_of(std::string_view name) {
  GlibText apart(g_utf8_normalize(fold(name).c_str(), -1, G_NORMALIZE_NFKD));
  std::string out;
  each_character(apart.get(), [&](gunichar c) {
    if (c < 0x80 && g_ascii_isalnum(static_cast<char>(c))) {
      out += static_cast<char>(c);
    } else if (!g_unichar_ismark(c) && !out.empty() && out.back() != '-') {
      out += '-';
    }
  });
  if (out.size() > 48) out.resize(48);
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "alliance" : out;
}

bool is_email(std::string_view text) {
  auto at = text.find('@');
  if (text.size() > 254 || at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 0x7f; });
}

}  // namespace entente
