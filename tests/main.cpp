#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "base/error.hpp"

// What callers are not told is told to who reads a failed test.
REGISTER_EXCEPTION_TRANSLATOR(const entente::Error& error) {
  return (error.detail().empty() ? std::string(error.what()) : fmt::format("{} ({})", error.what(), error.detail())).c_str();
}
