#include "exchange/sheet.hpp"

#include <algorithm>
#include <charconv>

namespace entente::exchange {
namespace {

constexpr std::uint32_t last_column = 16'384;
constexpr std::uint32_t last_row = 1'048'576;
constexpr std::size_t significant = 15;
constexpr int decimals = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Cuts the digits to `keep`, the last one rounded, halves away from zero. `point` is the number of digits before the point.
void round_to(std::string& digits, int& point, std::size_t keep) {
  if (digits.size() <= keep) return;
  bool up = digits[keep] >= '5';
  digits.resize(keep);
  if (!up) return;
  std::size_t at = keep;
  while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
  if (at > 0) {
    ++digits[at - 1];
  } else {
    digits.insert(0, 1, '1');
    ++point;
  }
}

}  // namespace

const SheetCell* SheetRow::find(std::uint32_t column) const {
  auto found = std::lower_bound(cells.begin(), cells.end(), column, [](const SheetCell& cell, std::uint32_t wanted) { return cell.column < wanted; });
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::string column_name(std::uint32_t column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) name.insert(0, 1, static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::optional<std::uint32_t> column_number(std::string_view name) {
  std::uint32_t number = 0;
  if (name.empty() || name.size() > 3) return std::nullopt;
  for (char c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (c < 'A' || c > 'Z') return std::nullopt;
    number = number * 26 + static_cast<std::uint32_t>(c - 'A') + 1;
  }
  return number <= last_column ? std::optional(number) : std::nullopt;
}

std::optional<CellPlace> cell_place(std::string_view address) {
  std::size_t letters = 0;
  while (letters < address.size() && !is_digit(address[letters])) ++letters;
  auto column = column_number(address.substr(0, letters));
  CellPlace place;
  auto [end, problem] = std::from_chars(address.data() + letters, address.data() + address.size(), place.row);
  if (!column || problem != std::errc() || end != address.data() + address.size() || place.row == 0 || place.row > last_row) return std::nullopt;
  place.column = *column;
  return place;
}

std::string cell_address(std::uint32_t row, std::uint32_t column) { return column_name(column) + std::to_string(row); }

std::optional<std::string> stored_number(std::string_view text, int times_ten_to) {
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::string digits;
  int point = 0;
  bool has_digit = false, past_point = false;
  std::size_t at = 0;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !past_point)); ++at) {
    if (text[at] == '.') {
      past_point = true;
      continue;
    }
    has_digit = true;
    if (digits.size() > 400) return std::nullopt;
    if (digits.empty() && text[at] == '0') {
      if (past_point) --point;
      continue;
    }
    digits += text[at];
    if (!past_point) ++point;
  }
  if (!has_digit) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('+')) rest.remove_prefix(1);
    int exponent = 0;
    auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    if (problem != std::errc() || end != rest.data() + rest.size() || exponent > 400 || exponent < -400) return std::nullopt;
    point += exponent;
  }
  round_to(digits, point, significant);
  point += times_ten_to;
  if (point + decimals < 0) digits.clear();
  else round_to(digits, point, static_cast<std::size_t>(point + decimals));
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  if (digits.empty()) return "0";
  std::string out = negative ? "-" : "";
  auto whole = static_cast<std::size_t>(std::max(point, 0));
  if (digits.size() < whole) digits.append(whole - digits.size(), '0');
  out += whole == 0 ? "0" : digits.substr(0, whole);
  if (digits.size() > whole) out += "." + std::string(static_cast<std::size_t>(std::max(-point, 0)), '0') + digits.substr(whole);
  return out;
}

std::optional<Date> serial_day(std::string_view number, DateSystem system) {
  auto plain = stored_number(number);
  if (!plain || plain->starts_with('-')) return std::nullopt;
  std::string_view whole = std::string_view(*plain).substr(0, plain->find('.'));
  std::int32_t serial = 0;
  auto [end, problem] = std::from_chars(whole.data(), whole.data() + whole.size(), serial);
  if (problem != std::errc() || serial > 2'958'465) return std::nullopt;
  if (system == DateSystem::from_1904) return *try_date(1904, 1, 1) + serial;
  // The program that began it took 1900 for a leap year.
  if (serial < 1 || serial == 60) return std::nullopt;
  return *try_date(1899, 12, 30) + (serial < 60 ? serial + 1 : serial);
}

NumberLook look_of_format(std::uint32_t number, std::string_view code) {
  if (code.empty()) {
    if (number == 9 || number == 10) return NumberLook::percent;
    bool is_day = (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 58);
    return is_day ? NumberLook::day : NumberLook::plain;
  }
  bool year_or_day = false, month = false, hour = false, percent = false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    char c = code[at] >= 'A' && code[at] <= 'Z' ? static_cast<char>(code[at] | 32) : code[at];
    if (c == '"' || c == '[') {
      at = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == 'g' && code.substr(at, 7) == "General") {
      at += 6;
    } else {
      year_or_day = year_or_day || c == 'y' || c == 'd';
      month = month || c == 'm';
      hour = hour || c == 'h' || c == 's';
      percent = percent || c == '%';
    }
  }
  if (year_or_day || (month && !hour)) return NumberLook::day;
  return percent ? NumberLook::percent : NumberLook::plain;
}

}  // namespace entente::exchange
