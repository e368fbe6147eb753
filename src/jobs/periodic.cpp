#include "jobs/periodic.hpp"

namespace entente::jobs {

Periodic::Periodic(std::chrono::milliseconds every, std::function<void()> act, Failed failed)
    : every_(every), act_(std::move(act)), failed_(std::move(failed)), thread_([this] { run(); }) {}

Periodic::~Periodic() {
  {
    std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Periodic::wake() {
  {
    std::lock_guard lock(mutex_);
    wake_ = true;
  }
  changed_.notify_all();
}

void Periodic::run() {
  std::unique_lock lock(mutex_);
  while (!stop_) {
    changed_.wait_for(lock, every_, [&] { return stop_ || wake_; });
    if (stop_) return;
    wake_ = false;
    lock.unlock();
    try {
      act_();
    } catch (const std::exception& error) {
      if (failed_) failed_(error);
    }
    lock.lock();
  }
}

}  // namespace entente::jobs
