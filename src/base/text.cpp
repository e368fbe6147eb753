#include "base/text.hpp"

#include <glib.h>

namespace entente {
namespace {

struct Freed {
  void operator()(char* text) const { g_free(text); }
};
using GlibText = std::unique_ptr<char, Freed>;

bool is_hidden(gunichar c) {
  return c == 0x00AD || c == 0x034F || c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string normalised(std::string_view text, GNormalizeMode mode) {
  GlibText out(g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), mode));
  return out ? std::string(out.get()) : std::string();
}

std::string_view trimmed(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

template <class F>
void each_character(std::string_view text, F&& use) {
  for (const char *at = text.data(), *end = at + text.size(); at < end; at = g_utf8_next_char(at)) use(g_utf8_get_char(at));
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

void append_character(std::string& out, gunichar c) {
  char bytes[6];
  out.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
}

}  // namespace

std::string clean_text(std::string_view text, std::string_view path, const TextRule& rule, std::vector<FieldError>& errors) {
  auto refuse = [&](std::string_view code, std::string message) {
    errors.push_back({std::string(path), std::string(code), std::move(message)});
    return std::string();
  };
  if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    return refuse("not_utf8", "This is not valid text.");
  std::string clean = normalised(trimmed(text), G_NORMALIZE_NFC);
  std::size_t length = 0;
  bool control = false, hidden = false, lines = false;
  each_character(clean, [&](gunichar c) {
    ++length;
    if (c == '\n') {
      lines = true;
    } else if (c != '\t' && c != '\r' && (c < 0x20 || (c >= 0x7f && c < 0xa0))) {
      control = true;
    }
    hidden = hidden || is_hidden(c);
  });
  if (control) return refuse("control_character", "This contains a control character.");
  if (hidden) return refuse("hidden_character", "This contains a character that cannot be seen.");
  if (lines && rule.lines == TextRule::Lines::one) return refuse("several_lines", "This must be one line.");
  if (clean.empty() && rule.empty == TextRule::Empty::refused) return refuse("empty", "Please fill this in.");
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
