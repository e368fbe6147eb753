#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "auth/crypto.hpp"
#include "base/clock.hpp"

/// Zip files, written as a stream and read within limits. Nothing here knows what is in them.
namespace entente::archive {

using Sink = std::function<void(std::string_view)>;

/// What was written of one entry.
struct Written {
  std::string name;
  std::uint64_t bytes = 0;  ///< unpacked
  auth::Digest digest{};    ///< SHA-256 of the unpacked bytes
};

/// How hard to try: what is packed already is only wrapped.
enum class Packing { usual, none };

/// Writes a zip file from its beginning to its end, without ever going back, so that it can go straight to whoever takes it.
/// Memory: some 300 kB, and 100 bytes an entry. An entry may have up to 4 GB, the whole any size.
class ZipWriter {
 public:
  /// Every entry bears the time `made_at`, so that the same content gives the same bytes.
  ZipWriter(Sink sink, Instant made_at);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  void begin(std::string_view name, Packing packing = Packing::usual);
  void write(std::string_view bytes);
  /// Ends the entry. Throws `too_large` if it was longer than a zip's entry may be.
  Written end();
  /// A whole entry at once.
  Written add(std::string_view name, std::string_view bytes);
  /// Writes the directory. Nothing can be added after it.
  void finish();

  std::uint64_t bytes_out() const { return place_; }

 private:
  struct Entry;
  struct Deflater;
  void out(std::string_view bytes);
  void deflate_some(std::string_view bytes, int flush);

  Sink sink_;
  std::uint32_t time_;
  std::uint64_t place_ = 0;
  std::vector<Entry> entries_;
  std::unique_ptr<Deflater> deflater_;
};

}  // namespace entente::archive
