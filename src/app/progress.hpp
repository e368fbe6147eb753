#pragma once
#include <cstddef>
#include <string>

namespace entente::app {

/// Shows on a terminal how far long work has come, in one line; silent where nobody looks.
class ProgressLine {
 public:
  explicit ProgressLine(std::string title);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(double share, const std::string& what);
  void show_count(std::size_t count, const std::string& what);

 private:
  void put(const std::string& text);
  std::string title_;
  bool watched_;
  bool shown_ = false;
};

}  // namespace entente::app
