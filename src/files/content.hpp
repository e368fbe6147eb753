#pragma once
#include <string>
#include <string_view>

#include "files/rules.hpp"
#include "http/request.hpp"

namespace entente::files {

/// The bytes that a request brings: what the server put into a temporary file is looked at there and takes no memory
/// of ours. Valid as long as the request.
class Content {
 public:
  explicit Content(const http::Request& request);
  ~Content();
  Content(const Content&) = delete;
  Content& operator=(const Content&) = delete;

  std::string_view bytes() const { return bytes_; }
  /// A path under which the bytes can be opened, as long as this lives; empty for what is in memory and no zip file.
  const std::string& path() const { return path_; }

 private:
  int file_ = -1;
  bool is_mapped_ = false;
  std::string path_;
  std::string_view bytes_;
};

/// What a file is by its content; a text by the ending of its name, too. Throws what `look_at` throws, and `bad_input` at
/// "file" for zip files that are no document of a kind that is taken ("zip", "macros", "damaged").
Kind kind_of(const Content& content, std::string_view given_name);

}  // namespace entente::files
