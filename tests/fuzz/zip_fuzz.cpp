// Zip files of strangers: whatever is in them, reading ends, within its limits, with the files or an Error.
#include <sys/mman.h>
#include <unistd.h>

#include "archive/zip_reader.hpp"
#include "base/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  int file = memfd_create("zip", MFD_CLOEXEC);
  if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) return 0;
  try {
    entente::archive::ZipReader zip(fmt::format("/proc/self/fd/{}", file), {50, 1'000'000, 50});
    for (const auto& entry : zip.entries()) {
      std::size_t bytes = 0;
      zip.read(entry, [&](std::string_view part) { bytes += part.size(); });
      if (bytes != entry.bytes) __builtin_trap();
      zip.lines(entry, [](std::string_view) {}, 1'000);
    }
  } catch (const entente::Error&) {
  }
  ::close(file);
  return 0;
}
