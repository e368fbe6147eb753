#pragma once
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The closed set of ways in which something can go wrong. Only `http` knows which status each becomes.
enum class ErrorKind {
  bad_input,              ///< the caller sent something that cannot be accepted; `fields` says where
  unauthenticated,        ///< nobody is signed in, or the session has ended
  not_found,              ///< unknown, or hidden from this viewer: the two are never told apart
  conflict,               ///< the act does not fit the present state
  precondition_failed,    ///< If-Match names a version that is no longer the newest
  precondition_required,  ///< If-Match is missing
  too_large,              ///< a limit on size, depth or count was passed
  too_many,               ///< too many requests or attempts; try later
  unavailable,            ///< a part that is needed does not answer; try later
  unknown_outcome,        ///< the act may or may not have taken place
  internal,               ///< a defect of ours
};

/// One thing that is wrong with one part of the input. `path` is the field ("targets[2].red"), line ("line 7") or
/// element; `code` is for programs, `message` for people.
struct FieldError {
  std::string path;
  std::string code;
  std::string message;
};

/// Thrown anywhere, caught once: in the HTTP worker or in `main`. `message` is shown to the user; `detail` only goes to
/// the log.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string_view code, std::string message, std::vector<FieldError> fields = {},
        std::string detail = {});

  ErrorKind kind() const { return kind_; }
  const std::string& code() const { return code_; }
  const std::string& message() const { return message_; }
  const std::vector<FieldError>& fields() const { return fields_; }
  const std::string& detail() const { return detail_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorKind kind_;
  std::string code_;
  std::string message_;
  std::vector<FieldError> fields_;
  std::string detail_;
};

/// The answer for what is unknown and for what this viewer may not see.
[[noreturn]] void throw_not_found();

/// One wrong field.
[[noreturn]] void throw_bad_field(std::string_view path, std::string_view code, std::string message);

/// Throws one `bad_input` error that carries them all, if there are any.
void throw_if_any(std::vector<FieldError> fields);

}  // namespace entente
