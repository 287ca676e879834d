/// @file  Units that one thread reads while another keeps them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "cotejo/memory.hpp"

namespace cotejo {

/// Turns a reader that gives units away into one that is asked for them. The reader runs in a
/// thread of its own, a few thousand units ahead; what it throws, next() throws.
class UnitStream {
 public:
  using Take = std::function<void(MemoryUnit unit)>;
  explicit UnitStream(std::function<void(const Take& take)> read);
  ~UnitStream();
  UnitStream(const UnitStream&) = delete;
  UnitStream& operator=(const UnitStream&) = delete;

  std::optional<MemoryUnit> next();

 private:
  using Batch = std::vector<MemoryUnit>;
  struct Stopped {};
  void put(Batch batch);  ///< waits while there are many; throws Stopped when nobody asks any more

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> batches_;
  std::exception_ptr failure_;
  bool done_ = false;
  bool stopped_ = false;
  Batch current_;
  std::size_t at_ = 0;
  std::thread reader_;
};

}  // namespace cotejo
