#include "app/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace entente::app {

ProgressLine::ProgressLine(std::string title) : title_(std::move(title)), watched_(isatty(2) != 0) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressLine::show(double share, const std::string& what) {
  int parts = static_cast<int>(share * 30);
  put(fmt::format("{} [{}{}] {:3.0f} % {}", title_, std::string(static_cast<std::size_t>(parts), '#'),
                  std::string(static_cast<std::size_t>(30 - parts), '.'), share * 100, what));
}

void ProgressLine::show_count(std::size_t count, const std::string& what) { put(fmt::format("{}: {} {}", title_, count, what)); }

void ProgressLine::put(const std::string& text) {
  if (!watched_) return;
  std::cerr << "\r\x1b[K" << text << std::flush;
  shown_ = true;
}

}  // namespace entente::app
