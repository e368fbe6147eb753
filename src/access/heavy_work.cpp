#include "access/heavy_work.hpp"

#include "base/error.hpp"

namespace entente::access {

HeavyWork::Place HeavyWork::begin(const Viewer& viewer) {
  if (!viewer.person.empty()) {
    std::lock_guard lock(mutex_);
    int& running = running_[viewer.person];
    if (running >= most)
      throw Error(ErrorKind::too_many, "heavy_work", fmt::format("{} posters, exports or imports of yours are being made. Wait for one of them.", most));
    ++running;
  }
  return {*this, viewer.person};
}

HeavyWork::Place::~Place() {
  if (person_.empty()) return;
  std::lock_guard lock(work_.mutex_);
  auto running = work_.running_.find(person_);
  if (--running->second == 0) work_.running_.erase(running);
}

}  // namespace entente::access
