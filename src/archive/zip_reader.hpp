#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::archive {

/// What a zip file may cost, counted while it is unpacked: what its directory says is not believed.
struct ZipLimits {
  std::size_t entries = 2'000;
  std::uint64_t bytes = 200'000'000;  ///< unpacked, all together
  std::uint64_t ratio = 100;          ///< of an entry's unpacked to its packed bytes; the first million is free
};

struct ZipEntry {
  std::string name;
  std::uint64_t bytes = 0;  ///< unpacked, as the directory says; reading checks it
  std::uint64_t packed = 0;
  std::uint64_t place = 0;
  std::uint32_t check = 0;
  std::uint16_t method = 0;
};

/// A zip file of a stranger's. Every name is a plain relative path, each is there once, and no two entries share bytes.
/// Throws `bad_input` "bad_zip" that names the entry for anything else, `too_large` beyond the limits. Memory: the directory and
/// some 100 kB.
class ZipReader {
 public:
  explicit ZipReader(const std::string& path, ZipLimits limits = {});
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  const std::vector<ZipEntry>& entries() const { return entries_; }
  /// Null if there is none of that name.
  const ZipEntry* find(std::string_view name) const;

  /// Gives the unpacked bytes in parts. At the end length and checksum have been compared.
  void read(const ZipEntry& entry, const std::function<void(std::string_view)>& use);
  /// The whole entry; `too_large` if it is longer than `most`.
  std::string text(const ZipEntry& entry, std::uint64_t most = 64'000'000);
  /// Line by line, without the line's end; `too_large` for a line longer than `most`.
  void lines(const ZipEntry& entry, const std::function<void(std::string_view)>& use, std::size_t most = 64'000'000);

 private:
  void read_directory();
  void check_places();
  std::string bytes_at(std::uint64_t place, std::size_t count) const;

  int file_ = -1;
  std::uint64_t size_ = 0;
  ZipLimits limits_;
  std::uint64_t unpacked_ = 0;
  std::uint64_t directory_ = 0;
  std::vector<ZipEntry> entries_;  ///< by name
};

}  // namespace entente::archive
