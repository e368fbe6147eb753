#include "http/request_parser.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <charconv>

namespace entente::http {
namespace beast = boost::beast;

namespace {

Method method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
      return Method::get;
    case beast::http::verb::head:
      return Method::head;
    case beast::http::verb::post:
      return Method::post;
    case beast::http::verb::put:
      return Method::put;
    case beast::http::verb::patch:
      return Method::patch;
    case beast::http::verb::delete_:
      return Method::delete_;
    case beast::http::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

constexpr BadRequest bad_head{400, "bad_request", "This is not a valid HTTP request."};
constexpr BadRequest bad_length{400, "bad_length", "The length of the body is not given in one clear way."};
constexpr BadRequest bad_chunk{400, "bad_chunk", "The chunks of the body are not valid."};

[[noreturn]] void throw_bad(const beast::error_code& failure, const BadRequest& otherwise) {
  if (failure == beast::http::error::header_limit)
    throw BadRequest{431, "head_too_large", "The header fields are too large."};
  if (failure == beast::http::error::bad_version)
    throw BadRequest{505, "http_version", "This version of HTTP is not spoken here."};
  throw otherwise;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// No control characters but tab, so no bare CR and no NUL; no folded line; no space before a colon (Beast checks that
/// names are tokens).
void check_line(std::string_view line) {
  if (line.empty()) return;
  if (line.front() == ' ' || line.front() == '\t')
    throw BadRequest{400, "folded_line", "Header fields may not be folded."};
  for (char c : line) {
    auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7f) throw bad_head;
  }
}

}  // namespace

/// Beast's parser does the grammar of the head and calls these.
class RequestParser::Beast {
 public:
  using string_view = beast::string_view;
  using error_code = beast::error_code;

  class Parser : public beast::http::basic_parser<true> {
   public:
    Parser(Beast& owner, std::uint32_t head_limit) : owner_(owner) {
      header_limit(head_limit);
      body_limit(boost::none);
      eager(false);  // only the head
    }

   private:
    void on_request_impl(beast::http::verb verb, string_view, string_view address, int spoken, error_code&) override {
      owner_.request->method = method_of(verb);
      owner_.target.assign(address.data(), address.size());
      owner_.version = spoken;
    }
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_field_impl(beast::http::field, string_view name, string_view value, error_code& failure) override {
      if (++owner_.fields > owner_.field_limit) {
        failure = beast::http::error::header_limit;
        return;
      }
      owner_.request->headers.add({name.data(), name.size()}, {value.data(), value.size()});
    }
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(string_view body, error_code&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code&) override { return body.size(); }
    void on_finish_impl(error_code&) override {}

    Beast& owner_;
  };

  Request* request = nullptr;
  std::string target;
  int version = 0;
  std::size_t fields = 0;
  std::size_t field_limit = 0;
  std::optional<Parser> parser;
};

RequestParser::RequestParser(Limits limits) : limits_(limits), beast_(std::make_unique<Beast>()) {
  beast_->field_limit = limits.fields;
}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&&) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&&) noexcept = default;

/// Every line has to end in CR LF; a lone LF is refused as soon as it is seen, not when the time is up.
std::size_t RequestParser::find_end(std::string_view bytes) {
  while (true) {
    std::size_t feed = bytes.find('\n', scanned_);
    if (feed == std::string_view::npos) {
      scanned_ = bytes.size();
      if (bytes.size() >= limits_.head) throw BadRequest{431, "head_too_large", "The header fields are too large."};
      return 0;
    }
    if (feed >= limits_.head) throw BadRequest{431, "head_too_large", "The header fields are too large."};
    if (feed == 0 || bytes[feed - 1] != '\r') throw bad_head;
    scanned_ = feed + 1;
    if (feed >= 3 && bytes[feed - 2] == '\n') return scanned_;
    if (feed == 1) throw bad_head;
  }
}

std::size_t RequestParser::read_head(std::string_view bytes, Request& request) {
  std::size_t size = find_end(bytes);
  if (size == 0) return 0;
  scanned_ = 0;
  std::string_view head = bytes.substr(0, size);
  for (std::string_view rest = head; !rest.empty();) {
    std::size_t end = rest.find('\n');
    check_line(rest.substr(0, end - 1));
    rest.remove_prefix(end + 1);
  }

  request.headers.clear();
  beast_->request = &request;
  beast_->fields = 0;
  beast_->parser.emplace(*beast_, static_cast<std::uint32_t>(limits_.head + 1));
  beast::error_code failure;
  std::size_t used = beast_->parser->put(boost::asio::const_buffer(head.data(), head.size()), failure);
  if (failure) throw_bad(failure, bad_head);
  if (!beast_->parser->is_header_done() || used != size) throw bad_head;
  read_framing(request, beast_->version);
  try {
    set_target(request, beast_->target);
  } catch (const Error&) {
    throw BadRequest{400, "bad_target", "The address of the request is not valid."};
  }
  return size;
}

void RequestParser::read_framing(const Request& request, int version) {
  const Headers& headers = request.headers;
  if (version != 10 && version != 11) throw BadRequest{505, "http_version", "This version of HTTP is not spoken here."};
  if (version == 11 && headers.count("host") != 1)
    throw BadRequest{400, "bad_host", "A request has exactly one Host field."};
  auto connection = headers.find("connection").value_or("");
  keeps_alive_ = version == 11 ? !accepts_token(connection, "close") : accepts_token(connection, "keep-alive");

  auto expect = headers.find("expect");
  if (expect && !equal_without_case(*expect, "100-continue"))
    throw BadRequest{417, "expectation", "Only 100-continue can be expected."};
  expects_continue_ = expect.has_value() && version == 11;

  auto length = headers.find("content-length");
  auto encoding = headers.find("transfer-encoding");
  is_chunked_ = encoding.has_value();
  content_length_ = 0;
  if (encoding) {
    if (length || version == 10 || headers.count("transfer-encoding") != 1) throw bad_length;
    if (!equal_without_case(*encoding, "chunked"))
      throw BadRequest{501, "transfer_encoding", "Only the chunked transfer encoding is known."};
  }
  if (length) {
    if (headers.count("content-length") != 1 || length->empty() || length->size() > 15) throw bad_length;
    auto [end, failure] = std::from_chars(length->data(), length->data() + length->size(), content_length_);
    if (failure != std::errc() || end != length->data() + length->size()) throw bad_length;
  }
  remaining_ = content_length_;
  part_ = ChunkPart::size;
  digits_ = 0;
  is_complete_ = !is_chunked_ && content_length_ == 0;
}

std::size_t RequestParser::read_body(std::string_view bytes, std::string& content) {
  if (is_complete_) return 0;
  if (!is_chunked_) {
    auto take = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size()));
    content.append(bytes.substr(0, take));
    remaining_ -= take;
    is_complete_ = remaining_ == 0;
    return take;
  }
  return read_chunks(bytes, content);
}

/// Not Beast's: its reader of chunks stops the program (an assertion in 1.81) when a final chunk that begins the body
/// arrives in pieces. Sizes have at most 12 digits; extensions and trailers are refused, as nobody sends them honestly.
std::size_t RequestParser::read_chunks(std::string_view bytes, std::string& content) {
  std::size_t at = 0;
  auto expect = [&](char wanted, ChunkPart next) {
    if (bytes[at++] != wanted) throw bad_chunk;
    part_ = next;
  };
  while (at < bytes.size() && !is_complete_) {
    switch (part_) {
      case ChunkPart::size: {
        char c = bytes[at];
        if (c == '\r' && digits_ > 0) {
          expect('\r', ChunkPart::size_end);
          break;
        }
        int digit = hex_digit(c);
        if (digit < 0 || ++digits_ > 12) throw bad_chunk;
        remaining_ = remaining_ * 16 + static_cast<std::uint64_t>(digit);
        ++at;
        break;
      }
      case ChunkPart::size_end:
        expect('\n', remaining_ == 0 ? ChunkPart::last : ChunkPart::data);
        break;
      case ChunkPart::data: {
        auto take = static_cast<std::size_t>(std::min<std::uint64_t>(remaining_, bytes.size() - at));
        content.append(bytes.substr(at, take));
        at += take;
        remaining_ -= take;
        if (remaining_ == 0) part_ = ChunkPart::data_end;
        break;
      }
      case ChunkPart::data_end:
        expect('\r', ChunkPart::data_end_feed);
        break;
      case ChunkPart::data_end_feed:
        expect('\n', ChunkPart::size);
        digits_ = 0;
        break;
      case ChunkPart::last:
        expect('\r', ChunkPart::last_feed);
        break;
      case ChunkPart::last_feed:
        expect('\n', ChunkPart::size);
        is_complete_ = true;
        break;
    }
  }
  return at;
}

}  // namespace entente::http
