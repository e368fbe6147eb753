#pragma once
#include <string>
#include <string_view>

#include "mail/outbox.hpp"

namespace entente::mail {

struct Written {
  std::string plain;
  std::string html;
};

/// A mail's content as text and as HTML, which say the same. `base` is how people reach the program ("https://example.org"),
/// without a slash at its end. Nothing is loaded from outside, and nothing tells that it was opened.
Written written(const Content& content, std::string_view name, std::string_view base);

}  // namespace entente::mail
