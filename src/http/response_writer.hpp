#pragma once
#include <string>

#include "http/request.hpp"
#include "http/response.hpp"

namespace entente::http {

/// What is the same for all answers of a server.
struct WriterOptions {
  /// Answers of so many bytes are worth compressing; larger ones than the second cost more time than they save.
  std::size_t compress_from = 1'400;
  std::size_t compress_up_to = 1'000'000;
  /// Tells browsers to come back by https only; for a public address.
  bool strict_transport = false;
};

/// Compresses the body in place with gzip, level 1, if the client takes that and it is worth it.
void compress(Response& response, const Request& request, const WriterOptions& options);

enum class AfterAnswer { keep, close };

/// Appends status line and header fields, with the empty line. `date` is the value of the Date field.
void write_head(std::string& out, const Response& response, AfterAnswer after, std::string_view date,
                const WriterOptions& options);

/// True for a body that is sent after the head.
bool has_body(const Response& response, const Request& request);

/// gzip (RFC 1952) without name or time.
std::string gzip(std::string_view text, int level);

/// "Sun, 06 Nov 1994 08:49:37 GMT", from seconds since 1970.
std::string http_date(std::int64_t seconds);

}  // namespace entente::http
