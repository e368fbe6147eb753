#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.hpp"
#include "http/request.hpp"
#include "json/json.hpp"

namespace entente::http {

/// What an answer becomes when it is a stream of server-sent events (see events.hpp).
struct Subscription {
  std::vector<std::string> topics;  ///< what is published to any of them is sent
  std::vector<std::string> keys;    ///< the stream ends when any of them is closed, such as the session's identifier
  /// Sent at once, already in the form that `event_text` makes; for catching up.
  std::string first;
  /// Asked now and then, on a thread that may wait: false ends the stream, such as when its session has run out.
  std::function<bool()> still_allowed;
};

enum class Compress { when_accepted, never };

/// A file that is sent in parts, so that a large one is never in memory as a whole. Closes it at the end.
class FileBody {
 public:
  /// Takes over an open file from its beginning to its `size`.
  FileBody(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  ~FileBody();
  FileBody(const FileBody&) = delete;
  FileBody& operator=(const FileBody&) = delete;
  std::uint64_t size() const { return size_; }
  /// Some bytes from `place` on, `most` at most; nothing at the end, and where the file has become shorter.
  std::string part(std::uint64_t place, std::size_t most) const;

 private:
  int descriptor_;
  std::uint64_t size_;
};

/// An answer. Security headers, Date, length, caching and compression are added on the way out.
struct Response {
  using Body = std::variant<std::string, std::shared_ptr<const std::string>, std::string_view>;

  int status = 200;
  std::string content_type;  ///< empty when there is no body
  std::vector<std::pair<std::string, std::string>> headers;
  /// Text of its own, text shared with a cache, or text that lives as long as the program.
  Body body;
  std::optional<Subscription> events;
  /// In place of `body`.
  std::shared_ptr<const FileBody> file;
  /// `never` for an answer that holds a secret beside text of the caller's choosing (lengths would tell of it).
  Compress compress = Compress::when_accepted;

  std::string_view body_view() const;
  /// Of the body, wherever it is.
  std::uint64_t size() const { return file ? file->size() : body_view().size(); }
  std::optional<std::string_view> header(std::string_view name) const;
  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
};

/// 200 with `value` as JSON. Text that is already JSON: `json_text`.
Response json_text(std::string text, int status = 200);
Response json_text(std::shared_ptr<const std::string> text, int status = 200);
template <class T>
Response json(const T& value, int status = 200) {
  return json_text(entente::json::text(value), status);
}
/// 201 with the new thing's address and, if given, the thing itself.
Response created(std::string location, std::string json_body = {});
Response no_content();
Response not_modified(std::string etag);
/// 200 in plain text or another type.
Response text(std::string body, std::string content_type = "text/plain; charset=utf-8");
/// A file to save under a name.
Response download(std::string body, std::string content_type, std::string_view file_name);
Response download(std::shared_ptr<const FileBody> file, std::string content_type, std::string_view file_name);
Response event_stream(Subscription subscription);

/// RFC 9457 problem details: `type, title, status, code, detail, fields, request`.
/// The status is that of the error's kind, unless one is given.
Response problem(const Error& error, std::string_view request_id = {}, std::optional<int> status = {});
int status_of(const Error& error);
/// "Not Found".
std::string_view reason_of(int status);

/// True if If-None-Match names `etag` (with its quotation marks) or is "*": answer `not_modified`.
bool has_etag(const Request& request, std::string_view etag);

/// The body as a described struct. Refuses any content type but JSON, which also keeps plain forms of other sites out.
template <class T>
T read_json(const Request& request, entente::json::Limits limits = {}) {
  if (!request.has_json_body())
    throw Error(ErrorKind::bad_input, "unsupported_media_type", "Send this as Content-Type: application/json.");
  return entente::json::read<T>(request.body, limits);
}

}  // namespace entente::http
