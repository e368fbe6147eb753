#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "json/json.hpp"

namespace entente::scorecard {

/// Takes the fields of one JSON object one by one, each by its type, and in the end refuses the rest. What is wrong
/// goes to the reader. An absent field gives nothing; `required` says so.
class Fields {
 public:
  enum class Need { optional, required };

  Fields(const json::Reader& at, const json::Value& value) : at_(at), object_(value.object()) {
    if (!object_)
      at.fail_type("an object", value);
    else
      taken_.resize(object_->size());
  }
  ~Fields() = default;
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  /// The member, or null where it is absent or null. `name` has to outlive the object: use literals.
  const json::Value* take(std::string_view name, Need need = Need::optional) {
    if (!object_) return nullptr;
    for (std::size_t i = 0; i < object_->size(); ++i)
      if ((*object_)[i].name == name) {
        taken_[i] = true;
        if (!(*object_)[i].value.is_null()) return &(*object_)[i].value;
      }
    if (need == Need::required) json::detail::fail_missing(at_.member(name));
    return nullptr;
  }
  template <class T>
  std::optional<T> read(std::string_view name, Need need = Need::optional) {
    const json::Value* value = take(name, need);
    if (!value) return std::nullopt;
    std::vector<FieldError> errors;
    T out{};
    json::Codec<T>::read(at_.member(name).with(errors), *value, out);
    if (errors.empty()) return out;
    at_.member(name).add(std::move(errors));
    return std::nullopt;
  }
  std::optional<Decimal> number(std::string_view name, Need need = Need::optional) {
    const json::Value* value = take(name, need);
    return value ? number_at(at_.member(name), *value) : std::nullopt;
  }
  std::optional<Date> date(std::string_view name, Need need = Need::optional) {
    const auto text = read<std::string>(name, need);
    if (!text) return std::nullopt;
    const auto date = try_parse_date(*text);
    if (!date) at_.member(name).fail("bad_date", fmt::format("“{:.40}” is not a date. Write it as 2008-06-30.", *text));
    return date;
  }
  json::Reader at(std::string_view name) const { return at_.member(name); }

  /// Whatever was not taken is unknown.
  void finish() {
    for (std::size_t i = 0; object_ && i < object_->size(); ++i)
      if (!taken_[i]) json::detail::fail_unknown(at_.member((*object_)[i].name));
  }

  /// A JSON number as a decimal, from its text; a text gets told what is wrong with it as a number.
  static std::optional<Decimal> number_at(const json::Reader& at, const json::Value& value) {
    FieldError problem;
    if (const json::Number* number = value.number()) {
      if (const auto decimal = try_parse_decimal(number->text, &problem)) return decimal;
      at.fail(problem.code, problem.message);
    } else if (const std::string* text = value.string(); text && !try_parse_decimal(*text, &problem)) {
      at.fail(problem.code, problem.message);
    } else {
      at.fail_type("a number", value);
    }
    return std::nullopt;
  }

 private:
  const json::Reader at_;
  const json::Object* object_;
  std::vector<bool> taken_;
};

}  // namespace entente::scorecard
