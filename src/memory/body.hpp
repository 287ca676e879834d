/// @file  What an open memory is made of.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cotejo/adapt.hpp"
#include "cotejo/memory.hpp"
#include "memory/candidates.hpp"
#include "memory/store.hpp"
#include "memory/vocabulary.hpp"

namespace cotejo {

class Memory::Body {
 public:
  explicit Body(std::unique_ptr<Store> store) : store_(std::move(store)) {}

  Store& store() { return *store_; }

  /// Of a row's; never changes.
  const Provenance& provenance(std::int64_t id);
  std::int64_t provenance_id(const MemoryUnit& unit);  ///< inside begin_writing()
  MemoryUnit unit(const Row& row);

  /// As the store is now; read anew when something was committed.
  const std::vector<std::uint16_t>& weights();
  const std::vector<std::string>& languages();  ///< primary ones, sorted
  OverlapTally& tally() { return tally_; }

  /// Of the vocabulary, whose words are never taken out.
  KnownWords take_known_words() { return std::exchange(known_words_, {}); }
  void give_known_words(KnownWords words) { known_words_ = std::move(words); }

  const Adapter& adapter(const std::string& source_language, const std::string& target_language);

  void forget();  ///< all that was read: the store was rolled back

 private:
  void refresh();

  using Name = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  std::unique_ptr<Store> store_;
  std::unordered_map<std::int64_t, Provenance> provenances_;
  std::map<Name, std::int64_t, std::less<>> ids_;
  const std::pair<const Name, std::int64_t>* last_id_ = nullptr;  ///< asked for; of ids_
  std::int64_t version_ = -1;
  std::vector<std::uint16_t> weights_;
  std::vector<std::string> languages_;
  OverlapTally tally_;
  KnownWords known_words_;
  std::map<std::pair<std::string, std::string>, Adapter> adapters_;  ///< made when asked for
};

/// Undone unless committed.
class Writing {
 public:
  explicit Writing(Memory::Body& body) : body_(&body) { body.store().begin_writing(); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    if (!body_) return;
    body_->store().roll_back();
    body_->forget();
  }
  void commit() {
    body_->store().commit();
    body_ = nullptr;
  }

 private:
  Memory::Body* body_;
};

/// The store stands still while it lives.
class StoreReading {
 public:
  explicit StoreReading(Memory::Body& body) : store_(body.store()) { store_.begin_reading(); }
  StoreReading(const StoreReading&) = delete;
  StoreReading& operator=(const StoreReading&) = delete;
  ~StoreReading() { store_.roll_back(); }

 private:
  Store& store_;
};

}  // namespace cotejo
