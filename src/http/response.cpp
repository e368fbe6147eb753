#include "http/response.hpp"

#include <unistd.h>

namespace entente::http {
namespace {

struct Problem {
  std::string_view type = "about:blank";
  std::string_view title;
  int status = 500;
  std::string_view code;
  std::string_view detail;
  std::vector<FieldError> fields;
  std::string_view request;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, fields, request))

}  // namespace
}  // namespace entente::http

namespace entente {
BOOST_DESCRIBE_STRUCT(FieldError, (), (path, code, message))
}

namespace entente::http {

FileBody::~FileBody() { ::close(descriptor_); }

std::string FileBody::part(std::uint64_t place, std::size_t most) const {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - std::min(size_, place))), '\0');
  ssize_t got = -1;
  do got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(place));
  while (got < 0 && errno == EINTR);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return bytes;
}

std::string_view Response::body_view() const {
  return std::visit(
      [](const auto& text) -> std::string_view {
        if constexpr (std::is_same_v<std::decay_t<decltype(text)>, std::shared_ptr<const std::string>>) {
          return text ? std::string_view(*text) : std::string_view();
        } else {
          return text;
        }
      },
      body);
}

std::optional<std::string_view> Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (equal_without_case(key, name)) return value;
  return std::nullopt;
}

Response& Response::with(std::string name, std::string value) & {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}
Response&& Response::with(std::string name, std::string value) && {
  headers.emplace_back(std::move(name), std::move(value));
  return std::move(*this);
}

Response json_text(std::string text, int status) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(text);
  return response;
}

Response json_text(std::shared_ptr<const std::string> text, int status) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(text);
  return response;
}

Response created(std::string location, std::string json_body) {
  Response response = json_body.empty() ? Response() : json_text(std::move(json_body));
  response.status = 201;
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  return response;
}

Response not_modified(std::string etag) {
  Response response;
  response.status = 304;
  response.headers.emplace_back("ETag", std::move(etag));
  return response;
}

Response text(std::string body, std::string content_type) {
  Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  return response;
}

Response download(std::string body, std::string content_type, std::string_view file_name) {
  // RFC 6266: the plain name for old programs, the encoded one for all others.
  std::string plain;
  std::string encoded;
  for (char c : file_name) {
    bool simple =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    plain += simple ? c : '_';
    encoded += simple ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return text(std::move(body), std::move(content_type))
      .with("Content-Disposition", fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, encoded));
}

Response download(std::shared_ptr<const FileBody> file, std::string content_type, std::string_view file_name) {
  Response response = download(std::string(), std::move(content_type), file_name);
  response.file = std::move(file);
  return response;
}

Response event_stream(Subscription subscription) {
  Response response;
  response.content_type = "text/event-stream";
  response.events = std::move(subscription);
  return response;
}

int status_of(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::bad_input:
      return error.code() == "unsupported_media_type" ? 415 : 400;
    case ErrorKind::unauthenticated:
      return 401;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::precondition_failed:
      return 412;
    case ErrorKind::precondition_required:
      return 428;
    case ErrorKind::too_large:
      return 413;
    case ErrorKind::too_many:
      return 429;
    case ErrorKind::unavailable:
      return 503;
    case ErrorKind::unknown_outcome:
      return 504;
    case ErrorKind::internal:
      return 500;
  }
  return 500;
}

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 411:
      return "Length Required";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Unknown";
  }
}

namespace {

/// What is wrong is told with the words in which it came; of very long ones the beginning will do.
std::string shortened(std::string text) {
  constexpr std::size_t most = 1'000;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

Response problem(const Error& error, std::string_view request_id, std::optional<int> status) {
  Problem details;
  details.status = status.value_or(status_of(error));
  details.title = reason_of(details.status);
  details.code = error.code();
  const std::string told = shortened(error.message());
  details.detail = told;
  for (const auto& field : error.fields()) details.fields.push_back({shortened(field.path), field.code, shortened(field.message)});
  details.request = request_id;
  Response response = json(details, details.status);
  response.content_type = "application/problem+json";
  if (details.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (details.status == 503) response.headers.emplace_back("Retry-After", "2");
  if (details.status == 429) response.headers.emplace_back("Retry-After", "60");
  return response;
}

bool has_etag(const Request& request, std::string_view etag) {
  auto given = request.header("if-none-match");
  if (!given) return false;
  if (*given == "*") return true;
  std::size_t at = given->find(etag);
  while (at != std::string_view::npos) {  // a whole item of the list; a weak tag of ours compares equal
    char before = at == 0 ? ',' : (*given)[at - 1];
    char after = at + etag.size() == given->size() ? ',' : (*given)[at + etag.size()];
    if ((before == ',' || before == ' ' || before == '/') && (after == ',' || after == ' ')) return true;
    at = given->find(etag, at + 1);
  }
  return false;
}

}  // namespace entente::http
