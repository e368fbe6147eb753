#pragma once
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace entente::exchange {

/// What xmllint, a validator that is not ours, says against the schema: empty when it is content.
inline std::string invalid(const std::string& xml) {
  char name[] = "/tmp/entente-stratml-XXXXXX";
  const int descriptor = mkstemp(name);
  REQUIRE(descriptor >= 0);
  REQUIRE(write(descriptor, xml.data(), xml.size()) == static_cast<ssize_t>(xml.size()));
  close(descriptor);
  const std::string schema = std::string(ENTENTE_SOURCE_DIR) + "/tests/data/stratml/PerformancePlanOrReport.xsd";
  FILE* pipe = popen(fmt::format("xmllint --nonet --noout --schema '{}' {} 2>&1; echo \"exit $?\"", schema, name).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  char part[4096];
  while (fgets(part, sizeof part, pipe)) said += part;
  pclose(pipe);
  std::filesystem::remove(name);
  return said.ends_with("exit 0\n") ? std::string() : said;
}

}  // namespace entente::exchange
