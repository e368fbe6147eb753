#include "sample/building.hpp"
#include "sample/history.hpp"
#include "sample/initiative_reports.hpp"
#include "sample/service_levels.hpp"
#include "sample/worth.hpp"

namespace entente::sample {

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {history_file, history_scenes},
      {building_file, building_scenes},
      {worth_file, worth_scenes},
      {service_levels_file, service_level_scenes},
      {initiative_reports_file, initiative_report_scenes},
  };
  return all;
}

}  // namespace entente::sample
