#include "sample/history.hpp"
#include "sample/service_levels.hpp"

namespace entente::sample {

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {history_file, history_scenes},
      {service_levels_file, service_level_scenes},
  };
  return all;
}

}  // namespace entente::sample
