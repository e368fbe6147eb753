#include "scorecard/formula/unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace entente::scorecard::formula {
namespace {

struct Size {
  std::string_view word;
  int power;
};
constexpr std::array sizes{Size{"%", -2}, Size{"‰", -3}, Size{"thousand", 3}, Size{"million", 6}, Size{"billion", 9}};

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// Case and a plural s do not count: studies, study; days, day; not status or process.
std::string key_of(std::string_view label) {
  std::string key = lower(label);
  if (key.size() > 4 && key.ends_with("ies")) return key.substr(0, key.size() - 3) + "y";
  if (key.size() > 3 && key.ends_with("s") && !key.ends_with("ss") && !key.ends_with("us") && !key.ends_with("is"))
    key.pop_back();
  return key;
}

bool is_plain_word(std::string_view word) {
  return word == "1" || word == "number" || word == "ratio" || word == "fraction" || word == "share";
}

}  // namespace

Unit Unit::named(std::string_view name) {
  return Unit({Base{key_of(name), std::string(name), 1}}, 0);
}

bool Unit::within_limits() const {
  return bases_.size() <= 8 && std::abs(size_) <= 36 &&
         std::ranges::all_of(bases_, [](const Base& base) { return std::abs(base.power) <= 12; });
}

std::optional<Unit> Unit::combine(const Unit& other, int sign) const {
  Unit result = *this;
  result.size_ += sign * other.size_;
  for (const Base& base : other.bases_) {
    const auto place = std::ranges::lower_bound(result.bases_, base.key, {}, &Base::key);
    if (place == result.bases_.end() || place->key != base.key)
      result.bases_.insert(place, {base.key, base.label, sign * base.power});
    else if (place->power += sign * base.power; place->power == 0)
      result.bases_.erase(place);
  }
  if (!result.within_limits()) return std::nullopt;
  return result;
}

std::optional<Unit> Unit::raised(int exponent) const {
  if (exponent == 0) return Unit();
  if (std::abs(exponent) > 12) return bases_.empty() && size_ == 0 ? std::optional(Unit()) : std::nullopt;
  Unit result = *this;
  result.size_ *= exponent;
  for (Base& base : result.bases_) base.power *= exponent;
  if (!result.within_limits()) return std::nullopt;
  return result;
}

std::optional<Unit> Unit::root() const {
  Unit result = *this;
  if (size_ % 2 != 0) return std::nullopt;
  result.size_ /= 2;
  for (Base& base : result.bases_) {
    if (base.power % 2 != 0) return std::nullopt;
    base.power /= 2;
  }
  return result;
}

bool Unit::same_names(const Unit& other) const {
  return std::ranges::equal(bases_, other.bases_, [](const Base& left, const Base& right) {
    return left.key == right.key && left.power == right.power;
  });
}

bool Unit::read_factor(std::string_view factor, int sign) {
  Unit one;
  std::string label;
  std::string_view rest = trimmed(factor);
  int power = 1;
  if (const auto caret = rest.rfind('^'); caret != rest.npos) {
    const std::string_view digits = trimmed(rest.substr(caret + 1));
    if (digits.empty() || digits.size() > 2 || digits.find_first_not_of("0123456789") != digits.npos) return false;
    power = std::atoi(std::string(digits).c_str());
    rest = trimmed(rest.substr(0, caret));
    if (power == 0) return false;
  }
  if (rest.empty()) return false;
  bool sized = false;
  while (!rest.empty()) {
    const auto blank = rest.find_first_of(" \t\r\n");
    const std::string_view word = rest.substr(0, blank);
    rest = blank == rest.npos ? std::string_view() : trimmed(rest.substr(blank));
    const auto* size = std::ranges::find(sizes, lower(word), &Size::word);
    if (size != sizes.end() && !sized) {
      one.size_ = size->power;
      sized = true;
    } else {
      label += (label.empty() ? "" : " ") + std::string(word);
    }
  }
  if (!label.empty() && !is_plain_word(lower(label))) one.bases_ = named(label).bases_;
  const auto raised = one.raised(power);
  const auto both = raised ? combine(*raised, sign) : std::nullopt;
  if (!both) return false;
  *this = *both;
  return true;
}

std::optional<Unit> Unit::read(std::string_view text) {
  if (text.size() > 100) return std::nullopt;
  Unit unit;
  std::string_view rest = trimmed(text);
  if (rest.empty()) return unit;
  constexpr std::array<std::string_view, 4> joints{"/", " per ", "*", "·"};
  for (int sign = 1;;) {
    std::size_t end = rest.npos;
    std::string_view joint;
    for (const std::string_view candidate : joints)
      if (const auto at = rest.find(candidate); at < end) end = at, joint = candidate;
    if (!unit.read_factor(rest.substr(0, end), sign)) return std::nullopt;
    if (end == rest.npos) return unit;
    rest = rest.substr(end + joint.size());
    if (joint == "/" || joint == " per ") sign = -1;
  }
}

std::optional<Unit> Unit::of_measure(std::string_view text, std::string_view currency) {
  auto unit = read(text);
  if (!unit || currency.empty()) return unit;
  const Unit money = named(currency);
  for (const Base& base : unit->bases_)
    if (base.key == money.bases_[0].key) return unit;
  return unit->times(money);
}

std::string Unit::text() const {
  const auto* size = std::ranges::find(sizes, size_, &Size::power);
  if (bases_.empty()) {
    if (size_ == 0) return "a plain number";
    return size != sizes.end() ? std::string(size->word) : fmt::format("10^{}", size_);
  }
  std::string above, below;
  const auto written = [](const Base& base, int power) {
    return power == 1 ? base.label : fmt::format("{}^{}", base.label, power);
  };
  for (const Base& base : bases_) {
    if (base.power > 0) above += (above.empty() ? "" : "·") + written(base, base.power);
    if (base.power < 0) below += "/" + written(base, -base.power);
  }
  if (size_ != 0) {
    const std::string word = size != sizes.end() ? std::string(size->word) : fmt::format("10^{}", size_);
    const bool after = std::ranges::none_of(bases_, [](const Base& base) { return base.power > 1; });
    above = above.empty() ? word : after ? above + " " + word : word + "·" + above;
  }
  if (above.empty()) above = "1";
  return above + below;
}

}  // namespace entente::scorecard::formula
