#include "memory/keys.hpp"

#include <string>

#include "cotejo/unit.hpp"
#include "memory/postings.hpp"

namespace cotejo {
namespace {

constexpr int number_bits = 12;

std::uint32_t bits_of(std::uint32_t key) {
  return key >> (32 - key_list_bits - number_bits) & ((1U << number_bits) - 1);
}

/// Ids of the numbers that have the key's bits.
class Sought {
 public:
  explicit Sought(std::uint32_t key) : bits_(bits_of(key)) {}

  void take(std::uint64_t number) {
    if ((number & ((1U << number_bits) - 1)) == bits_)
      ids.push_back(static_cast<std::int64_t>(number >> number_bits));
  }

  std::vector<std::int64_t> ids;

 private:
  std::uint32_t bits_;
};

template <typename Take>
void each_key_number(Store& store, RowKey which, std::size_t list, Take take) {
  store.read_lists({stored_list(which, list)}, [&](std::string_view piece) {
    each_number(piece, std::uint64_t{1} << 62, take);
  });
}

}  // namespace

std::uint32_t text_key(std::string_view text) {
  const std::uint64_t whole = hash(text);
  return static_cast<std::uint32_t>(whole ^ whole >> 32);
}

bool knows_its_place(const MemoryUnit& unit) {
  return !unit.document.empty() && !(unit.before.empty() && unit.after.empty());
}

RowKeys row_keys(const MemoryUnit& unit) {
  const std::uint32_t source = text_key(unit.source);
  const std::uint32_t target = text_key(unit.target);
  std::string occurrence = hex(source);
  for (const std::string* part :
       {&unit.source_language, &unit.target_language, &unit.document, &unit.before, &unit.after}) {
    occurrence += '\0';
    occurrence += *part;
  }
  if (!knows_its_place(unit)) occurrence += hex(target);
  return {text_key(occurrence), source, target};
}

std::size_t key_list(std::uint32_t key) { return key >> (32 - key_list_bits); }

std::uint64_t key_number(std::int64_t id, std::uint32_t key) {
  return static_cast<std::uint64_t>(id) << number_bits | bits_of(key);
}

std::uint64_t stored_list(RowKey which, std::size_t list) {
  constexpr std::uint64_t behind_terms = std::uint64_t{1} << 32;
  return behind_terms + static_cast<std::uint64_t>(which) * key_lists + list;
}

std::vector<Row> rows_with(Store& store, RowKey which, std::uint32_t key) {
  Sought sought(key);
  each_key_number(store, which, key_list(key), [&](std::uint64_t number) { sought.take(number); });
  return sought.ids.empty() ? std::vector<Row>() : store.rows(sought.ids);
}

std::vector<std::int64_t> Occurrences::with(std::uint32_t key) {
  List& list = lists_[key_list(key)];
  if (!list.known) {
    each_key_number(store_, RowKey::occurrence, key_list(key),
                    [&](std::uint64_t number) { list.numbers.push_back(number); });
    list.known = true;
  }
  Sought sought(key);
  for (const std::uint64_t number : list.numbers) sought.take(number);
  return sought.ids;
}

void Occurrences::add(std::int64_t id, std::uint32_t key) {
  lists_[key_list(key)].numbers.push_back(key_number(id, key));
}

}  // namespace cotejo
