#include "base/id.hpp"

namespace entente {
namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
}

IdText random_id(Random& random) {
  std::array<std::byte, 20> bytes;
  random.fill(bytes);
  IdText id;
  for (std::size_t i = 0; i < bytes.size(); ++i) id.characters[i] = alphabet[std::to_integer<unsigned>(bytes[i]) & 31];
  return id;
}

bool is_id(std::string_view text) {
  if (text.size() != 20) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return alphabet.find(c) != std::string_view::npos; });
}

}  // namespace entente
