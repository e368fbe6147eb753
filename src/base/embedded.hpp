#pragma once
#include <string_view>
#include <vector>

namespace entente {

/// A file that was built into the program, named by its path in the source tree ("migrations/0001-start.sql").
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

/// All of them, sorted by name.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace entente
