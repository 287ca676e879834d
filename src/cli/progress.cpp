#include "cli/progress.hpp"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <utility>

#include "cli/console.hpp"

namespace cotejo {

Progress::Progress(std::string what, bool wanted) {
  if (!wanted || !errors_are_terminal()) return;
  thread_ = std::jthread([what = std::move(what)](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any second;
    std::unique_lock lock(mutex);
    int seconds = 0;
    while (!second.wait_for(lock, stop, std::chrono::seconds(1),
                            [&] { return stop.stop_requested(); })) {
      std::cerr << '\r' << what << ' ' << ++seconds << " s" << std::flush;
    }
    if (seconds > 0) std::cerr << "\r\x1b[K" << std::flush;
  });
}

}  // namespace cotejo
