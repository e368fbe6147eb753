#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/request.hpp"

namespace entente::http {

/// The bytes are not a request that we take. The connection is answered with this status and closed.
struct BadRequest {
  int status = 400;
  std::string_view code;
  std::string_view message;
};

/// Reads one request after another from the bytes of a connection. Strict where leniency lets two programs on the way
/// read the same bytes differently (RFC 9112, 11.2): lines end in CR LF only, nothing is folded, there is one length.
class RequestParser {
 public:
  struct Limits {
    std::size_t head = 16'384;
    std::size_t fields = 100;
  };

  RequestParser() : RequestParser(Limits{}) {}
  explicit RequestParser(Limits limits);
  ~RequestParser();
  RequestParser(RequestParser&&) noexcept;
  RequestParser& operator=(RequestParser&&) noexcept;

  /// Looks for a whole head at the start of `bytes` and puts it into `request`. Gives its length, or 0 while more bytes
  /// are needed; then the same bytes and more are given again. Throws BadRequest.
  std::size_t read_head(std::string_view bytes, Request& request);

  /// Of the head that was read.
  bool keeps_alive() const { return keeps_alive_; }
  bool expects_continue() const { return expects_continue_; }
  bool is_chunked() const { return is_chunked_; }
  /// 0 for a chunked body.
  std::uint64_t content_length() const { return content_length_; }

  /// Takes what `bytes` hold of the body, appends its content to `content` and gives how many bytes were used. Throws
  /// BadRequest.
  std::size_t read_body(std::string_view bytes, std::string& content);
  bool is_complete() const { return is_complete_; }

 private:
  class Beast;

  enum class ChunkPart { size, size_end, data, data_end, data_end_feed, last, last_feed };

  std::size_t find_end(std::string_view bytes);
  std::size_t read_chunks(std::string_view bytes, std::string& content);
  void read_framing(const Request& request, int version);

  Limits limits_;
  std::size_t scanned_ = 0;  ///< bytes of an incomplete head that were looked at
  std::uint64_t content_length_ = 0;
  std::uint64_t remaining_ = 0;  ///< of the body, or of the chunk
  ChunkPart part_ = ChunkPart::size;
  int digits_ = 0;
  bool keeps_alive_ = true;
  bool expects_continue_ = false;
  bool is_chunked_ = false;
  bool is_complete_ = false;
  std::unique_ptr<Beast> beast_;
};

}  // namespace entente::http
