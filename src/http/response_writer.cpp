#include "http/response_writer.hpp"

#include <zlib.h>

#include <ctime>

namespace entente::http {
namespace {

constexpr std::string_view security_fields =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

bool has_no_content(int status) {
  return status == 204 || status == 304 || status < 200;
}

void append_number(std::string& out, std::size_t number) {
  fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

}  // namespace

bool has_body(const Response& response, const Request& request) {
  return request.method != Method::head && !has_no_content(response.status);
}

void write_head(std::string& out, const Response& response, AfterAnswer after, std::string_view date,
                const WriterOptions& options) {
  out.append("HTTP/1.1 ");
  append_number(out, static_cast<std::size_t>(response.status));
  out.append(" ").append(reason_of(response.status)).append("\r\nDate: ").append(date).append("\r\n");
  if (!response.content_type.empty()) out.append("Content-Type: ").append(response.content_type).append("\r\n");
  if (!response.events && !has_no_content(response.status)) {
    out.append("Content-Length: ");
    append_number(out, response.size());
    out.append("\r\n");
  }
  bool has_etag = false;
  bool has_cache_control = false;
  for (const auto& [name, value] : response.headers) {
    has_etag = has_etag || equal_without_case(name, "etag");
    has_cache_control = has_cache_control || equal_without_case(name, "cache-control");
    // A line break in a value would start a field of the caller's choosing.
    std::string_view safe = std::string_view(value).substr(0, value.find_first_of(std::string_view("\r\n\0", 3)));
    out.append(name).append(": ").append(safe).append("\r\n");
  }
  if (!has_cache_control) out.append(has_etag ? "Cache-Control: private, no-cache\r\n" : "Cache-Control: no-store\r\n");
  if (options.strict_transport) out.append("Strict-Transport-Security: max-age=31536000\r\n");
  out.append(security_fields);
  if (after == AfterAnswer::close) out.append("Connection: close\r\n");
  out.append("\r\n");
}

std::string gzip(std::string_view text, int level) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

void compress(Response& response, const Request& request, const WriterOptions& options) {
  bool is_text = response.content_type.starts_with("application/json") || response.content_type.starts_with("text/") ||
                 response.content_type.starts_with("image/svg") || response.content_type.starts_with("application/xml");
  if (response.compress == Compress::never || !is_text || response.events || response.file) return;
  std::string_view body = response.body_view();
  if (body.size() < options.compress_from || body.size() > options.compress_up_to) return;
  if (response.header("content-encoding")) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_token(request.header("accept-encoding").value_or(""), "gzip")) return;
  response.body = gzip(body, 1);
  response.headers.emplace_back("Content-Encoding", "gzip");
  // RFC 9110, 8.8.3: another encoding is another representation; a weak tag says that they mean the same.
  for (auto& [name, value] : response.headers)
    if (equal_without_case(name, "etag") && !value.starts_with("W/")) value.insert(0, "W/");
}

std::string http_date(std::int64_t seconds) {
  std::time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[parts.tm_wday], parts.tm_mday, months[parts.tm_mon],
                     parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace entente::http
