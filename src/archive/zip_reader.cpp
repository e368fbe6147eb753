#include "archive/zip_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "archive/zip_format.hpp"
#include "base/error.hpp"

namespace entente::archive {
namespace {

using namespace format;
constexpr std::size_t part = 64 * 1024;
constexpr std::uint64_t free_bytes = 1'000'000;  ///< of an entry, before its ratio counts

[[noreturn]] void bad(std::string message) { throw Error(ErrorKind::bad_input, "bad_zip", std::move(message)); }
[[noreturn]] void bad_entry(std::string_view name, std::string_view why) { bad(fmt::format("The file “{}” in the zip {}.", name, why)); }
[[noreturn]] void too_large(std::string message) { throw Error(ErrorKind::too_large, "zip_too_large", std::move(message)); }

/// "alliance/data/objective.jsonl": parts that are names, divided by slashes.
bool is_plain_path(std::string_view name) {
  if (name.empty() || name.size() > 500 || name.back() == '/') return false;
  for (unsigned char c : name)
    if (c < 0x20 || c == 0x7f || c == '\\' || c == ':') return false;
  while (true) {
    auto slash = name.find('/');
    auto piece = name.substr(0, slash);
    if (piece.empty() || piece == "." || piece == "..") return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

struct Inflater {
  z_stream stream{};
  Inflater() {
    if (inflateInit2(&stream, -15) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream); }
};

}  // namespace

ZipReader::ZipReader(const std::string& path, ZipLimits limits) : limits_(limits) {
  file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file_ < 0 || ::fstat(file_, &about) != 0 || !S_ISREG(about.st_mode)) {
    if (file_ >= 0) ::close(file_);
    throw_bad_field("file", "cannot_open", "The file cannot be opened.");
  }
  size_ = static_cast<std::uint64_t>(about.st_size);
  try {
    read_directory();
    check_places();
  } catch (...) {
    ::close(file_);
    throw;
  }
}

ZipReader::~ZipReader() { ::close(file_); }

std::string ZipReader::bytes_at(std::uint64_t place, std::size_t count) const {
  if (place > size_ || count > size_ - place) bad("The zip file is cut off.");
  std::string bytes(count, '\0');
  for (std::size_t got = 0; got < count;) {
    ssize_t more = ::pread(file_, bytes.data() + got, count - got, static_cast<off_t>(place + got));
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0) throw Error(ErrorKind::unavailable, "cannot_read", "The file cannot be read.");
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

void ZipReader::read_directory() {
  // The end's mark stands 22 bytes before the end, or further where there is a comment.
  std::size_t tail_size = static_cast<std::size_t>(std::min<std::uint64_t>(size_, end_size + full_16));
  std::uint64_t tail_place = size_ - tail_size;
  std::string tail = bytes_at(tail_place, tail_size);
  std::size_t end = std::string::npos;
  for (std::size_t at = tail_size >= end_size ? tail_size - end_size + 1 : 0; at-- > 0;)
    if (get<std::uint32_t>(tail, at) == end_mark && at + end_size + get<std::uint16_t>(tail, at + 20) == tail_size) {
      end = at;
      break;
    }
  if (end == std::string::npos) bad("This is not a zip file.");
  std::uint64_t count = get<std::uint16_t>(tail, end + 10), length = get<std::uint32_t>(tail, end + 12);
  directory_ = get<std::uint32_t>(tail, end + 16);
  std::uint64_t directory_end = tail_place + end;
  if (directory_ == full_32 || count == full_16 || length == full_32) {
    if (directory_end < large_locator_size) bad("This is not a zip file.");
    std::string locator = bytes_at(directory_end - large_locator_size, large_locator_size);
    if (get<std::uint32_t>(locator, 0) != large_locator_mark) bad("The zip file's directory is damaged.");
    std::uint64_t place = get<std::uint64_t>(locator, 8);
    std::string large = bytes_at(place, large_end_size);
    if (get<std::uint32_t>(large, 0) != large_end_mark) bad("The zip file's directory is damaged.");
    count = get<std::uint64_t>(large, 32);
    length = get<std::uint64_t>(large, 40);
    directory_ = get<std::uint64_t>(large, 48);
    directory_end = place;
  }
  if (count > limits_.entries) too_large(fmt::format("The zip has more than {} files.", limits_.entries));
  if (directory_ > directory_end || length != directory_end - directory_) bad("The zip file's directory is damaged.");
  if (length > count * 2'000) bad("The zip file's directory is damaged.");
  std::string directory = bytes_at(directory_, static_cast<std::size_t>(length));
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (directory.size() - at < central_size || get<std::uint32_t>(directory, at) != central_mark) bad("The zip file's directory is damaged.");
    std::size_t name = get<std::uint16_t>(directory, at + 28), extra = get<std::uint16_t>(directory, at + 30), comment = get<std::uint16_t>(directory, at + 32);
    if (directory.size() - at < central_size + name + extra + comment) bad("The zip file's directory is damaged.");
    ZipEntry entry;
    entry.name = directory.substr(at + central_size, name);
    auto flags = get<std::uint16_t>(directory, at + 8);
    entry.method = get<std::uint16_t>(directory, at + 10);
    entry.check = get<std::uint32_t>(directory, at + 16);
    entry.packed = get<std::uint32_t>(directory, at + 20);
    entry.bytes = get<std::uint32_t>(directory, at + 24);
    entry.place = get<std::uint32_t>(directory, at + 42);
    // Only the place may be a large number: an entry of 4 GB is none that we take.
    if (entry.place == full_32 && extra >= 12) {
      std::string_view field = std::string_view(directory).substr(at + central_size + name, extra);
      if (get<std::uint16_t>(field, 0) == large_field && get<std::uint16_t>(field, 2) == 8) entry.place = get<std::uint64_t>(field, 4);
    }
    at += central_size + name + extra + comment;
    // A folder of its own has no content; some programs write them.
    if (entry.name.ends_with('/') && entry.bytes == 0 && is_plain_path(std::string_view(entry.name).substr(0, entry.name.size() - 1))) continue;
    if (!is_plain_path(entry.name)) bad("A file in the zip has a name that is no plain path.");
    if (flags & encrypted_flag) bad_entry(entry.name, "is encrypted");
    if (entry.method != stored && entry.method != deflated) bad_entry(entry.name, "is packed in a way that is not taken");
    if (entry.method == stored && entry.packed != entry.bytes) bad_entry(entry.name, "is damaged");
    entries_.push_back(std::move(entry));
  }
  if (at != directory.size()) bad("The zip file's directory is damaged.");
  std::sort(entries_.begin(), entries_.end(), [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
  for (std::size_t i = 1; i < entries_.size(); ++i)
    if (entries_[i].name == entries_[i - 1].name) bad_entry(entries_[i].name, "is there twice");
}

/// Finds where each entry's bytes begin, and refuses entries that lie over one another.
void ZipReader::check_places() {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
  for (auto& entry : entries_) {
    std::string head = bytes_at(entry.place, local_size);
    if (get<std::uint32_t>(head, 0) != local_mark) bad_entry(entry.name, "is not where the directory says");
    std::size_t name = get<std::uint16_t>(head, 26), extra = get<std::uint16_t>(head, 28);
    if (bytes_at(entry.place + local_size, name) != entry.name) bad_entry(entry.name, "has another name inside");
    std::uint64_t begin = entry.place, data = begin + local_size + name + extra;
    if (data > directory_ || entry.packed > directory_ - data) bad_entry(entry.name, "is cut off");
    entry.place = data;
    ranges.emplace_back(begin, data + entry.packed);
  }
  std::sort(ranges.begin(), ranges.end());
  for (std::size_t i = 1; i < ranges.size(); ++i)
    if (ranges[i].first < ranges[i - 1].second) bad("Two files in the zip share bytes.");
}

const ZipEntry* ZipReader::find(std::string_view name) const {
  auto found = std::lower_bound(entries_.begin(), entries_.end(), name, [](const ZipEntry& entry, std::string_view other) { return entry.name < other; });
  return found != entries_.end() && found->name == name ? &*found : nullptr;
}

void ZipReader::read(const ZipEntry& entry, const std::function<void(std::string_view)>& use) {
  std::uint64_t got = 0, unpacked = 0;
  std::uint32_t check = 0;
  auto give = [&](std::string_view bytes) {
    unpacked += bytes.size();
    unpacked_ += bytes.size();
    if (unpacked_ > limits_.bytes) too_large(fmt::format("The zip unpacks to more than {} MB.", limits_.bytes / 1'000'000));
    if (unpacked > free_bytes && unpacked / limits_.ratio > std::max<std::uint64_t>(got, 1))
      too_large(fmt::format("The file “{}” in the zip unpacks to more than {} times its size.", entry.name, limits_.ratio));
    if (unpacked > entry.bytes) bad_entry(entry.name, "is longer than the directory says");
    check = static_cast<std::uint32_t>(crc32(check, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
    use(bytes);
  };
  std::optional<Inflater> inflater;
  if (entry.method == deflated) inflater.emplace();
  std::string buffer(part, '\0');
  bool is_over = false;
  while (got < entry.packed) {
    std::string some = bytes_at(entry.place + got, static_cast<std::size_t>(std::min<std::uint64_t>(part, entry.packed - got)));
    got += some.size();
    if (!inflater) {
      give(some);
      continue;
    }
    auto& stream = inflater->stream;
    stream.next_in = reinterpret_cast<Bytef*>(some.data());
    stream.avail_in = static_cast<uInt>(some.size());
    do {
      stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream.avail_out = static_cast<uInt>(part);
      int state = is_over ? Z_DATA_ERROR : inflate(&stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) bad_entry(entry.name, "is damaged");
      is_over = state == Z_STREAM_END;
      if (std::size_t made = part - stream.avail_out) give({buffer.data(), made});
      if (state == Z_BUF_ERROR) break;
    } while (stream.avail_in > 0 || stream.avail_out == 0);
  }
  if ((inflater && !is_over) || unpacked != entry.bytes || check != entry.check) bad_entry(entry.name, "is damaged");
}

std::string ZipReader::text(const ZipEntry& entry, std::uint64_t most) {
  std::string text;
  read(entry, [&](std::string_view bytes) {
    if (text.size() + bytes.size() > most) too_large(fmt::format("The file “{}” in the zip is too long.", entry.name));
    text += bytes;
  });
  return text;
}

void ZipReader::lines(const ZipEntry& entry, const std::function<void(std::string_view)>& use, std::size_t most) {
  std::string begun;
  read(entry, [&](std::string_view bytes) {
    for (std::size_t end; (end = bytes.find('\n')) != std::string_view::npos; bytes.remove_prefix(end + 1)) {
      if (begun.empty()) {
        use(bytes.substr(0, end));
      } else {
        begun += bytes.substr(0, end);
        use(begun);
        begun.clear();
      }
    }
    begun += bytes;
    if (begun.size() > most) too_large(fmt::format("The file “{}” in the zip has a line that is too long.", entry.name));
  });
  if (!begun.empty()) use(begun);
}

}  // namespace entente::archive
