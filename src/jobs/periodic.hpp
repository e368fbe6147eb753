#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace entente::jobs {

/// Does something again and again on a thread of its own, until this object goes. An exception ends neither the thread
/// nor the program: it goes to `failed`, and the next turn comes as usual.
class Periodic {
 public:
  using Failed = std::function<void(const std::exception&)>;
  Periodic(std::chrono::milliseconds every, std::function<void()> act, Failed failed = {});
  ~Periodic();
  Periodic(const Periodic&) = delete;
  Periodic& operator=(const Periodic&) = delete;

  /// Makes the next turn begin now.
  void wake();

 private:
  void run();

  std::chrono::milliseconds every_;
  std::function<void()> act_;
  Failed failed_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stop_ = false;
  bool wake_ = false;
  std::thread thread_;
};

}  // namespace entente::jobs
