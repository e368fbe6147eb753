#include "files/content.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/zip_reader.hpp"
#include "base/error.hpp"

namespace entente::files {
namespace {

[[noreturn]] void cannot_read() { throw Error(ErrorKind::unavailable, "no_space", "There is no room for the upload right now."); }

/// By the type of the main part, which the format's own list names; a macro shows there, or as the part that carries it.
Kind kind_of_office(archive::ZipReader& zip, const archive::ZipEntry& types) {
  std::string list = zip.text(types, 1'000'000);
  auto says = [&](std::string_view type) { return list.find(type) != std::string::npos; };
  bool has_macros = says("macroEnabled") || says("vbaProject");
  for (const auto& entry : zip.entries()) has_macros = has_macros || entry.name.ends_with("vbaProject.bin");
  if (has_macros) throw_bad_field("file", "macros", "This document has macros, which are programs. Save it without macros: as .docx, .xlsx or .pptx.");
  if (says("wordprocessingml.document.main+xml")) return Kind::docx;
  if (says("spreadsheetml.sheet.main+xml")) return Kind::xlsx;
  if (says("presentationml.presentation.main+xml")) return Kind::pptx;
  throw_bad_field("file", "zip", "This is no document of Word, Excel or PowerPoint that is taken.");
}

Kind kind_of_zip(const std::string& path) {
  try {
    archive::ZipReader zip(path);
    if (const auto* types = zip.find("[Content_Types].xml")) return kind_of_office(zip, *types);
    if (const auto* type = zip.find("mimetype"); type && type->bytes < 200) {
      std::string text = zip.text(*type, 200);
      for (Kind kind : {Kind::odt, Kind::ods, Kind::odp})
        if (text == words_of(kind).media_type) return kind;
    }
  } catch (const Error& error) {
    if (error.code() != "bad_zip" && error.code() != "zip_too_large") throw;
    throw_bad_field("file", "damaged", fmt::format("This looks like a document, but it cannot be opened. {}", error.message()));
  }
  throw_bad_field("file", "zip", "A zip file hides what is in it. Attach the files themselves.");
}

}  // namespace

Content::Content(const http::Request& request) {
  if (request.body_file.empty()) {
    bytes_ = request.body;
    // Only the reader of zip files wants a file.
    if (!bytes_.starts_with("PK")) return;
    file_ = ::memfd_create("upload", MFD_CLOEXEC);
    if (file_ < 0) cannot_read();
    for (std::string_view rest = bytes_; !rest.empty();) {
      ssize_t written = ::write(file_, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) {
        ::close(file_);
        cannot_read();
      }
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    path_ = fmt::format("/proc/self/fd/{}", file_);
    return;
  }
  path_ = request.body_file;
  file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file_ < 0 || ::fstat(file_, &about) != 0 || about.st_size == 0) {
    if (file_ >= 0) ::close(file_);
    cannot_read();
  }
  auto size = static_cast<std::size_t>(about.st_size);
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file_, 0);
  if (mapped == MAP_FAILED) {
    ::close(file_);
    cannot_read();
  }
  bytes_ = {static_cast<const char*>(mapped), size};
  is_mapped_ = true;
}

Content::~Content() {
  if (is_mapped_) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  if (file_ >= 0) ::close(file_);
}

Kind kind_of(const Content& content, std::string_view given_name) {
  Look look = look_at(content.bytes());
  if (look.looks == Looks::in_zip) return kind_of_zip(content.path());
  return look.kind == Kind::text ? text_kind(given_name) : look.kind;
}

}  // namespace entente::files
