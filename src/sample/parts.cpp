#include "sample/history.hpp"

namespace entente::sample {

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {history_file, history_scenes},
  };
  return all;
}

}  // namespace entente::sample
