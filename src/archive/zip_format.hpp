#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// Inside this room only: the numbers of a zip file (PKWARE's APPNOTE 6.3), little-endian.
namespace entente::archive::format {

inline constexpr std::uint32_t local_mark = 0x04034b50;
inline constexpr std::uint32_t descriptor_mark = 0x08074b50;
inline constexpr std::uint32_t central_mark = 0x02014b50;
inline constexpr std::uint32_t end_mark = 0x06054b50;
inline constexpr std::uint32_t large_end_mark = 0x06064b50;
inline constexpr std::uint32_t large_locator_mark = 0x07064b50;

inline constexpr std::size_t local_size = 30;
inline constexpr std::size_t central_size = 46;
inline constexpr std::size_t end_size = 22;
inline constexpr std::size_t large_end_size = 56;
inline constexpr std::size_t large_locator_size = 20;

inline constexpr std::uint16_t encrypted_flag = 1u << 0;
inline constexpr std::uint16_t descriptor_flag = 1u << 3;
inline constexpr std::uint16_t utf8_flag = 1u << 11;
inline constexpr std::uint16_t stored = 0;
inline constexpr std::uint16_t deflated = 8;
inline constexpr std::uint16_t large_field = 1;  ///< the extra field with 64-bit numbers

inline constexpr std::uint32_t full_32 = 0xffffffff;
inline constexpr std::uint16_t full_16 = 0xffff;

template <class Number>
void put(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) out.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i)));
}

template <class Number>
Number get(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return static_cast<Number>(number);
}

}  // namespace entente::archive::format
