#include "print/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/embedded.hpp"

namespace entente::print {
namespace {

/// The font engine opens fonts by path, at any later time, so the bytes are put into a file that lives in memory only
/// and stays open until the process ends.
void add_font(std::string_view bytes) {
  const int file = memfd_create("font", MFD_CLOEXEC);
  if (file < 0) return;
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = write(file, bytes.data() + written, bytes.size() - written);
    if (count <= 0) {
      close(file);
      return;
    }
    written += static_cast<std::size_t>(count);
  }
  const std::string path = fmt::format("/proc/self/fd/{}", file);
  if (!FcConfigAppFontAddFile(FcConfigGetCurrent(), reinterpret_cast<const FcChar8*>(path.c_str()))) close(file);
}

}  // namespace

void use_embedded_fonts() {
  static std::once_flag once;
  std::call_once(once, [] {
    FcInit();
    for (const EmbeddedFile& file : embedded_files())
      if (file.name.starts_with("src/print/fonts/") && file.name.ends_with(".otf")) add_font(file.content);
  });
}

}  // namespace entente::print
