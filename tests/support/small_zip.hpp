#pragma once
#include <zlib.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Zip files made by hand, so that tests can also make those that no honest program writes.
namespace entente::test {

using ZipParts = std::vector<std::pair<std::string, std::string>>;
enum class Packing { stored, deflated };

inline void put_number(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i));
}

inline std::string deflated(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string zip_of(const ZipParts& parts, Packing packing = Packing::deflated) {
  std::string out, directory;
  for (const auto& [name, text] : parts) {
    // As OpenDocument wants it.
    bool packs = packing == Packing::deflated && name != "mimetype" && !name.ends_with('/');
    std::string bytes = packs ? deflated(text) : text;
    auto check = static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
    std::string head;
    put_number(head, 20, 2);
    put_number(head, 0, 2);
    put_number(head, packs ? 8 : 0, 2);
    put_number(head, 0, 4);
    put_number(head, check, 4);
    put_number(head, static_cast<std::uint32_t>(bytes.size()), 4);
    put_number(head, static_cast<std::uint32_t>(text.size()), 4);
    put_number(head, static_cast<std::uint32_t>(name.size()), 2);
    put_number(head, 0, 2);
    std::string entry;
    put_number(entry, 0x02014b50, 4);
    put_number(entry, 20, 2);
    entry += head;
    put_number(entry, 0, 2);
    put_number(entry, 0, 2);
    put_number(entry, 0, 2);
    put_number(entry, 0, 4);
    put_number(entry, static_cast<std::uint32_t>(out.size()), 4);
    directory += entry + name;
    put_number(out, 0x04034b50, 4);
    out += head + name + bytes;
  }
  auto place = static_cast<std::uint32_t>(out.size());
  out += directory;
  put_number(out, 0x06054b50, 4);
  put_number(out, 0, 4);
  put_number(out, static_cast<std::uint32_t>(parts.size()), 2);
  put_number(out, static_cast<std::uint32_t>(parts.size()), 2);
  put_number(out, static_cast<std::uint32_t>(directory.size()), 4);
  put_number(out, place, 4);
  put_number(out, 0, 2);
  return out;
}

/// A document of Office with nothing but its list of parts: `main` is the type of the main part.
inline std::string office_of(std::string_view main, ZipParts more = {}) {
  more.insert(more.begin(), {"[Content_Types].xml", "<Types><Override PartName=\"/x\" ContentType=\"" + std::string(main) + "\"/></Types>"});
  return zip_of(more);
}

inline constexpr std::string_view word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
inline constexpr std::string_view excel_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
inline constexpr std::string_view slides_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

}  // namespace entente::test
