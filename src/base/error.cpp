#include "base/error.hpp"

namespace entente {

Error::Error(ErrorKind kind, std::string_view code, std::string message, std::vector<FieldError> fields,
             std::string detail)
    : kind_(kind), code_(code), message_(std::move(message)), fields_(std::move(fields)), detail_(std::move(detail)) {}

void throw_not_found() { throw Error(ErrorKind::not_found, "not_found", "There is nothing here, or not for you."); }

void throw_bad_field(std::string_view path, std::string_view code, std::string message) {
  std::string copy = message;
  throw Error(ErrorKind::bad_input, "bad_input", std::move(copy),
              {FieldError{std::string(path), std::string(code), std::move(message)}});
}

void throw_if_any(std::vector<FieldError> fields) {
  if (fields.empty()) return;
  std::string message = fields.size() == 1 ? fields.front().message
                                           : "Some of what was sent cannot be accepted; see each field.";
  throw Error(ErrorKind::bad_input, "bad_input", std::move(message), std::move(fields));
}

}  // namespace entente
