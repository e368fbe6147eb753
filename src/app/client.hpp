#pragma once
#include <optional>
#include <string>

#include "http/request.hpp"

namespace entente::app {

/// The path of the operator's socket of a database, or nothing for PostgreSQL.
std::optional<std::string> operator_socket(const std::string& database);

struct Answer {
  int status = 0;
  std::string body;
};

/// Asks the running server through its operator's socket. Throws `unavailable` if nobody answers there.
Answer ask_server(const std::string& socket, http::Method method, const std::string& target, const std::string& content_type,
                  const std::string& body, const std::optional<std::string>& as);

}  // namespace entente::app
