#include "archive/zip_writer.hpp"

#include <zlib.h>

#include <ctime>

#include "archive/zip_format.hpp"
#include "base/error.hpp"

namespace entente::archive {
namespace {

using namespace format;
constexpr std::size_t part = 64 * 1024;

/// Date and time as DOS kept them: two seconds fine, from 1980 on.
std::uint32_t dos_time(Instant moment) {
  std::time_t seconds = moment.microseconds / 1'000'000;
  std::tm at{};
  gmtime_r(&seconds, &at);
  int year = std::clamp(at.tm_year + 1900, 1980, 2107) - 1980;
  return static_cast<std::uint32_t>(year << 25 | (at.tm_mon + 1) << 21 | at.tm_mday << 16 | at.tm_hour << 11 | at.tm_min << 5 | at.tm_sec / 2);
}

}  // namespace

struct ZipWriter::Entry {
  std::string name;
  std::uint64_t place = 0;
  std::uint64_t packed = 0;
  std::uint64_t bytes = 0;
  std::uint32_t check = 0;
};

struct ZipWriter::Deflater {
  z_stream stream{};
  auth::Sha256 digest;
  std::array<char, part> buffer;
  explicit Deflater(Packing packing) {
    if (deflateInit2(&stream, packing == Packing::usual ? 6 : 0, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream); }
};

ZipWriter::ZipWriter(Sink sink, Instant made_at) : sink_(std::move(sink)), time_(dos_time(made_at)) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::out(std::string_view bytes) {
  sink_(bytes);
  place_ += bytes.size();
}

void ZipWriter::begin(std::string_view name, Packing packing) {
  if (deflater_) throw std::logic_error("an entry is open");
  entries_.push_back({std::string(name), place_, 0, 0, 0});
  deflater_ = std::make_unique<Deflater>(packing);
  std::string head;
  put(head, local_mark);
  put(head, std::uint16_t{20});
  put(head, static_cast<std::uint16_t>(descriptor_flag | utf8_flag));
  put(head, deflated);
  put(head, time_);
  for (int i = 0; i < 3; ++i) put(head, std::uint32_t{0});  // check and sizes come after the entry
  put(head, static_cast<std::uint16_t>(name.size()));
  put(head, std::uint16_t{0});
  out(head + std::string(name));
}

void ZipWriter::deflate_some(std::string_view bytes, int flush) {
  auto& stream = deflater_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  do {
    stream.next_out = reinterpret_cast<Bytef*>(deflater_->buffer.data());
    stream.avail_out = static_cast<uInt>(part);
    deflate(&stream, flush);
    std::size_t made = part - stream.avail_out;
    entries_.back().packed += made;
    if (made > 0) out({deflater_->buffer.data(), made});
  } while (stream.avail_out == 0);
}

void ZipWriter::write(std::string_view bytes) {
  Entry& entry = entries_.back();
  deflater_->digest.add(bytes);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), std::size_t{1} << 30))) {
    auto some = bytes.substr(0, std::size_t{1} << 30);
    entry.check = static_cast<std::uint32_t>(crc32(entry.check, reinterpret_cast<const Bytef*>(some.data()), static_cast<uInt>(some.size())));
    entry.bytes += some.size();
    deflate_some(some, Z_NO_FLUSH);
  }
}

Written ZipWriter::end() {
  deflate_some({}, Z_FINISH);
  Entry& entry = entries_.back();
  if (entry.bytes >= full_32 || entry.packed >= full_32)
    throw Error(ErrorKind::too_large, "entry_too_large", fmt::format("“{}” has more than 4 GB.", entry.name));
  std::string tail;
  put(tail, descriptor_mark);
  put(tail, entry.check);
  put(tail, static_cast<std::uint32_t>(entry.packed));
  put(tail, static_cast<std::uint32_t>(entry.bytes));
  out(tail);
  Written written{entry.name, entry.bytes, deflater_->digest.finish()};
  deflater_.reset();
  return written;
}

Written ZipWriter::add(std::string_view name, std::string_view bytes) {
  begin(name);
  write(bytes);
  return end();
}

void ZipWriter::finish() {
  std::uint64_t begin = place_;
  for (const Entry& entry : entries_) {
    bool far = entry.place >= full_32;
    std::string head;
    put(head, central_mark);
    put(head, static_cast<std::uint16_t>(3 << 8 | 45));  // made as on Unix, so that the rights below count
    put(head, static_cast<std::uint16_t>(far ? 45 : 20));
    put(head, static_cast<std::uint16_t>(descriptor_flag | utf8_flag));
    put(head, deflated);
    put(head, time_);
    put(head, entry.check);
    put(head, static_cast<std::uint32_t>(entry.packed));
    put(head, static_cast<std::uint32_t>(entry.bytes));
    put(head, static_cast<std::uint16_t>(entry.name.size()));
    put(head, static_cast<std::uint16_t>(far ? 12 : 0));
    put(head, std::uint16_t{0});  // comment
    put(head, std::uint16_t{0});  // disk
    put(head, std::uint16_t{0});
    put(head, std::uint32_t{0100600u << 16});  // a file for its owner alone
    put(head, far ? full_32 : static_cast<std::uint32_t>(entry.place));
    head += entry.name;
    if (far) {
      put(head, large_field);
      put(head, std::uint16_t{8});
      put(head, entry.place);
    }
    out(head);
  }
  std::uint64_t size = place_ - begin, end_place = place_;
  std::string tail;
  bool large = begin >= full_32 || size >= full_32 || entries_.size() >= full_16;
  if (large) {
    put(tail, large_end_mark);
    put(tail, std::uint64_t{large_end_size - 12});
    put(tail, static_cast<std::uint16_t>(3 << 8 | 45));
    put(tail, std::uint16_t{45});
    put(tail, std::uint64_t{0});  // disks
    put(tail, std::uint64_t{entries_.size()});
    put(tail, std::uint64_t{entries_.size()});
    put(tail, size);
    put(tail, begin);
    put(tail, large_locator_mark);
    put(tail, std::uint32_t{0});
    put(tail, end_place);
    put(tail, std::uint32_t{1});
  }
  put(tail, end_mark);
  put(tail, std::uint32_t{0});
  auto count = static_cast<std::uint16_t>(std::min<std::size_t>(entries_.size(), full_16));
  put(tail, count);
  put(tail, count);
  put(tail, static_cast<std::uint32_t>(std::min<std::uint64_t>(size, full_32)));
  put(tail, static_cast<std::uint32_t>(std::min<std::uint64_t>(begin, full_32)));
  put(tail, std::uint16_t{0});
  out(tail);
}

}  // namespace entente::archive
