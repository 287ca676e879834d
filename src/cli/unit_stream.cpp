#include "cli/unit_stream.hpp"

#include <utility>

namespace cotejo {
namespace {

constexpr std::size_t batch_size = 512;
constexpr std::size_t most_batches = 8;

}  // namespace

UnitStream::UnitStream(std::function<void(const Take& take)> read) {
  reader_ = std::thread([this, read = std::move(read)] {
    std::exception_ptr failure;
    try {
      Batch batch;
      read([&](MemoryUnit unit) {
        batch.push_back(std::move(unit));
        if (batch.size() == batch_size) put(std::exchange(batch, {}));
      });
      put(std::move(batch));
    } catch (const Stopped&) {
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    done_ = true;
    changed_.notify_all();
  });
}

UnitStream::~UnitStream() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  reader_.join();
}

void UnitStream::put(Batch batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || batches_.size() < most_batches; });
  if (stopped_) throw Stopped{};
  batches_.push_back(std::move(batch));
  changed_.notify_all();
}

std::optional<MemoryUnit> UnitStream::next() {
  while (at_ == current_.size()) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return done_ || !batches_.empty(); });
    if (batches_.empty()) {
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      return std::nullopt;
    }
    current_ = std::move(batches_.front());
    at_ = 0;
    batches_.pop_front();
    changed_.notify_all();
  }
  return std::move(current_[at_++]);
}

}  // namespace cotejo
