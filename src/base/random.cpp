#include "base/random.hpp"

#include <sys/random.h>

#include "base/error.hpp"

namespace entente {
namespace {

class SystemRandom : public Random {
 public:
  void fill(std::span<std::byte> bytes) override {
    std::size_t done = 0;
    while (done < bytes.size()) {
      ssize_t got = getrandom(bytes.data() + done, bytes.size() - done, 0);
      if (got < 0) throw Error(ErrorKind::internal, "no_randomness", "The system gave no random numbers.");
      done += static_cast<std::size_t>(got);
    }
  }
};

}  // namespace

Random& system_random() {
  static SystemRandom random;
  return random;
}

void SeededRandom::fill(std::span<std::byte> bytes) {
  static std::mutex mutex;
  std::lock_guard lock(mutex);
  for (auto& byte : bytes) {  // splitmix64, Steele, Lea, Flood 2014
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    byte = static_cast<std::byte>((z ^ (z >> 31)) & 0xff);
  }
}

}  // namespace entente
