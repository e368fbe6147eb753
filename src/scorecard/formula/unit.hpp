#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::scorecard::formula {

/// A unit of measurement: names with powers (EUR, day, patient/site), and a size as a power of ten (thousand is 3,
/// % is −2). No names is a plain number. Currencies are names like others and never convert into one another. Names are
/// equal without regard to case and a plural s (day, days).
class Unit {
 public:
  /// A plain number.
  Unit() = default;
  static Unit percent() { return Unit({}, -2); }
  static Unit named(std::string_view name);

  /// Reads what stands in a measure's unit: "EUR million", "days", "%", "patients per site", "EUR/day", "1", "".
  /// Factors are joined by "*" or "·" and divided by "/" or " per "; "^2" is a power; thousand, million, billion, % and
  /// ‰ give the size; number, ratio, fraction and share are plain. Anything else is a name. Absent for a text that is
  /// too long (100 bytes), or has a factor without a name, more than 8 names, or a power beyond ±12.
  static std::optional<Unit> read(std::string_view text);
  /// The unit of a measure: its unit text, with the currency where the text does not name it.
  static std::optional<Unit> of_measure(std::string_view unit, std::string_view currency);

  int size() const { return size_; }
  bool is_plain() const { return bases_.empty() && size_ == 0; }
  /// A plain number or one in hundredths.
  bool is_number() const { return bases_.empty(); }
  bool is_percent() const { return bases_.empty() && size_ == -2; }
  bool same_names(const Unit& other) const;
  bool operator==(const Unit& other) const { return size_ == other.size_ && same_names(other); }
  Unit with_size(int size) const { return Unit(bases_, size); }

  /// Absent where powers, names or size pass the limits.
  std::optional<Unit> times(const Unit& other) const { return combine(other, 1); }
  std::optional<Unit> over(const Unit& other) const { return combine(other, -1); }
  std::optional<Unit> raised(int exponent) const;
  /// Absent where a power or the size is odd.
  std::optional<Unit> root() const;

  /// "EUR million/day", "%", "a plain number" for none.
  std::string text() const;

 private:
  struct Base {
    std::string key;    ///< by which it is compared
    std::string label;  ///< as it was written
    int power = 1;
  };
  explicit Unit(std::vector<Base> bases, int size) : bases_(std::move(bases)), size_(size) {}
  std::optional<Unit> combine(const Unit& other, int sign) const;
  bool within_limits() const;
  bool read_factor(std::string_view factor, int sign);

  std::vector<Base> bases_;  ///< by key, no power of 0
  int size_ = 0;
};

}  // namespace entente::scorecard::formula
