// Bytes to the request parser, whole and one at a time: both have to see the same requests, or the same refusal.
#include <cstdio>
#include <cstdlib>

#include "http/request_parser.hpp"
#include "http/router.hpp"

namespace {
using namespace entente;

/// Reads requests as the server does, from bytes that arrive `step` at a time, and tells what was seen.
std::string read_all(std::string_view bytes, std::size_t step) {
  http::RequestParser parser;
  http::Request request;
  std::string seen;
  std::string in;
  std::string body;
  bool in_body = false;
  try {
    for (std::size_t at = 0; at < bytes.size() || at == 0;) {
      std::size_t take = std::min(step, bytes.size() - at);
      in.append(bytes.substr(at, take));
      at += std::max<std::size_t>(take, 1);
      while (!in.empty()) {
        if (!in_body) {
          std::size_t head = parser.read_head(in, request);
          if (head == 0) break;
          in.erase(0, head);
          seen += fmt::format("{} {} {}", http::name_of(request.method), request.path, request.headers.size());
          for (const auto& [name, value] : request.query) seen += fmt::format(" {}={}", name, value);
          in_body = true;
          body.clear();
        }
        std::size_t used = parser.read_body(in, body);
        in.erase(0, used);
        if (parser.is_complete()) {
          seen += fmt::format(" body {}\n", body);
          in_body = false;
        } else if (used == 0) {
          break;
        }
      }
      if (bytes.empty()) break;
    }
  } catch (const http::BadRequest& bad) {
    seen += fmt::format(" refused");
  }
  return seen;
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4'096) return 0;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string whole = read_all(bytes, size);
  std::string single = read_all(bytes, 1);
  // A body that is refused half-way has told nothing yet; what was complete has to agree.
  if (whole != single) {
    std::fprintf(stderr, "together:\n%s\nsingly:\n%s\n", whole.c_str(), single.c_str());
    std::abort();
  }
  return 0;
}
