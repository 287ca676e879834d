/// @file  What an open memory is made of.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>

#include "cotejo/memory.hpp"
#include "memory/store.hpp"

namespace cotejo {

class Memory::Body {
 public:
  explicit Body(std::unique_ptr<Store> store) : store_(std::move(store)) {}

  Store& store() { return *store_; }
  /// Makes what is held here what the store holds now; cheap when nothing was committed since.
  void refresh();
  /// Of a row; must be known since refresh().
  const Provenance& provenance(std::int64_t id) const { return provenances_.at(id); }
  const std::unordered_map<std::int64_t, Provenance>& provenances() const { return provenances_; }
  /// The store's number for it, made where there is none; inside begin_writing().
  std::int64_t provenance_id(const MemoryUnit& unit);
  MemoryUnit unit(const Row& row) const;
  void forget();  ///< what was held: the store was rolled back

 private:
  using Name = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  std::unique_ptr<Store> store_;
  std::int64_t version_ = -1;
  std::unordered_map<std::int64_t, Provenance> provenances_;
  std::map<Name, std::int64_t> ids_;
};

/// Undone unless committed.
class Writing {
 public:
  explicit Writing(Store& store) : store_(&store) { store.begin_writing(); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    if (store_) store_->roll_back();
  }
  void commit() {
    store_->commit();
    store_ = nullptr;
  }

 private:
  Store* store_;
};

/// The store stands still while it lives.
class Reading {
 public:
  explicit Reading(Store& store) : store_(store) { store.begin_reading(); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { store_.roll_back(); }

 private:
  Store& store_;
};

}  // namespace cotejo
