// Memory::add: units are read and taken apart in the caller's thread and put into the store in
// another one.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"
#include "memory/add.hpp"
#include "memory/body.hpp"

namespace cotejo {
namespace {

using Block = std::vector<Prepared>;

constexpr std::size_t block_units = 2048;
constexpr std::size_t block_bytes = std::size_t{4} << 20;  // of text
constexpr std::size_t most_blocks = 4;
/// When nothing came for so long, what came is committed, for others may want to write.
constexpr std::chrono::milliseconds patience{500};

void add(Adder& adder, Block& block) {
  for (Prepared& it : block) adder.add(std::move(it));
}

class Importer {
 public:
  explicit Importer(Adder& adder) : adder_(adder), thread_([this] { run(); }) {}
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;
  ~Importer() { stop(State::given_up); }

  void put(Block block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || blocks_.size() < most_blocks; });
    if (failure_) std::rethrow_exception(failure_);
    blocks_.push_back(std::move(block));
    changed_.notify_all();
  }

  /// Waits until all is in the store.
  void finish() {
    stop(State::complete);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  enum class State : std::uint8_t { open, complete, given_up };

  void stop(State state) {
    {
      const std::lock_guard lock(mutex_);
      if (state_ == State::open) state_ = state;
      changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
  }

  void run() {
    try {
      while (std::optional<Block> block = take()) {
        if (block->empty()) {
          adder_.commit();
        } else {
          add(adder_, *block);
        }
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
    }
  }

  /// The next block; an empty one where it is time to commit; nothing at the end.
  std::optional<Block> take() {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return !blocks_.empty() || state_ != State::open; };
    if (!adder_.pending()) {
      changed_.wait(lock, ready);
    } else if (!changed_.wait_for(lock, patience, ready)) {
      return Block();
    }
    if (state_ == State::given_up || blocks_.empty()) return std::nullopt;
    Block block = std::move(blocks_.front());
    blocks_.pop_front();
    changed_.notify_all();
    return block;
  }

  Adder& adder_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Block> blocks_;
  State state_ = State::open;
  std::exception_ptr failure_;
  std::thread thread_;  // last, for it uses the others
};

}  // namespace

AddReport Memory::add(const std::function<std::optional<MemoryUnit>()>& next) {
  Adder adder(*body_);
  KnownWords known = body_->take_known_words();  // lost with what throws
  AddReport unfit;
  std::optional<Importer> importer;
  Block block;
  std::size_t bytes = 0;
  while (std::optional<MemoryUnit> unit = next()) {
    if (!make_fit(*unit, unfit)) continue;
    bytes += unit->source.size() + unit->target.size();
    if (block.empty()) block.reserve(block_units);
    block.push_back(prepared(std::move(*unit), known));
    if (block.size() < block_units && bytes < block_bytes) continue;
    if (!importer) importer.emplace(adder);
    importer->put(std::exchange(block, {}));
    bytes = 0;
  }
  if (importer) importer->finish();
  cotejo::add(adder, block);
  adder.commit();
  body_->give_known_words(std::move(known));
  AddReport report = adder.report;
  report.empty = unfit.empty;
  report.other_language = unfit.other_language;
  report.failed = unfit.failed;
  return report;
}

}  // namespace cotejo
