#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "json/value.hpp"

namespace entente::json {

/// Where a codec is in the document, and where it puts what is wrong there. Made on the stack, one for each step down;
/// the path is only written out when something is wrong.
class Reader {
 public:
  /// What becomes of a member that is not there: input is refused; what we wrote ourselves once, perhaps before the member
  /// existed, keeps its default.
  enum class Missing : std::uint8_t { refused, keeps_default };

  explicit Reader(std::vector<FieldError>& errors, Missing missing = Missing::refused) : errors_(errors), missing_(missing) {}

  /// `name` has to outlive the new reader.
  Reader member(std::string_view name) const { return Reader(errors_, missing_, this, name, 0); }
  Reader item(std::size_t index) const { return Reader(errors_, missing_, this, {}, index); }

  /// "targets[2].red"; empty at the root.
  std::string path() const;
  /// Adds a field error here; after the first 100 the rest is dropped.
  void fail(std::string_view code, std::string message) const;
  /// "“red” has to be a number, not a text."
  void fail_type(std::string_view wanted, const Value& found) const;
  /// What an attempt found wrong.
  void add(std::vector<FieldError> errors) const;
  Missing missing() const { return missing_; }
  bool has_errors() const { return !errors_.empty(); }
  /// The same place with another list of errors, to try something.
  Reader with(std::vector<FieldError>& errors) const { return Reader(errors, missing_, parent_, name_, index_); }

 private:
  Reader(std::vector<FieldError>& errors, Missing missing, const Reader* parent, std::string_view name, std::size_t index)
      : errors_(errors), missing_(missing), parent_(parent), name_(name), index_(index) {}

  std::vector<FieldError>& errors_;
  Missing missing_ = Missing::refused;
  const Reader* parent_ = nullptr;
  std::string_view name_;
  std::size_t index_ = 0;
};

}  // namespace entente::json
