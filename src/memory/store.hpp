/// @file  Where a memory's bytes lie. A store keeps rows and lists and knows nothing of scores,
/// tokens, languages or filters: what SQLite and a server do, memory.cpp and its neighbours ask
/// for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/memory.hpp"

namespace cotejo {

/// What units of one document have in common. Few of them serve many units.
struct Provenance {
  std::int64_t id = 0;  ///< the store's; not compared
  std::string source_language;
  std::string target_language;
  std::string document;
  std::string domain;
  std::string author;
};

/// A unit but for its provenance.
struct Row {
  std::int64_t id = 0;  ///< given by the memory: ascending, never used again
  std::int64_t provenance = 0;
  std::string source;
  std::string target;
  std::size_t position = 0;
  std::string before;
  std::string after;
  std::string date;
  UnitStatus status = UnitStatus::draft;
  double confidence = 1.0;
};

/// One text of a row: the source or the target.
struct RowText {
  std::int64_t id = 0;
  bool target = false;
};

/// Counters that the memory keeps in its store.
struct Counters {
  std::int64_t next_id = 1;  ///< of a unit
  /// Units erased since the lists were made, which still name them; below 0 where a migration asks
  /// for lists made anew.
  std::int64_t erased = 0;
};

/// One object serves one thread at a time. Every call throws Error that names the store and the
/// mend. Between begin_reading() or begin_writing() and commit() or roll_back() a store stands
/// still as its first reader saw it, and what is written there is kept whole or not at all.
/// begin_writing() waits for other writers, then throws.
class Store {
 public:
  virtual ~Store() = default;

  virtual void begin_reading() = 0;
  virtual void begin_writing() = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;
  /// Another number after any commit of any program that has the store open.
  virtual std::int64_t version() = 0;

  virtual Counters counters() = 0;
  virtual void set_counters(const Counters& counters) = 0;

  virtual std::vector<Provenance> provenances() = 0;  ///< in any order
  virtual std::optional<Provenance> provenance(std::int64_t id) = 0;
  /// The id of one, made where there is none like it. It stays when nothing refers to it any more.
  virtual std::int64_t provenance_id(const Provenance& it) = 0;
  /// Source and target language of rows, each two once, in any order.
  virtual std::vector<std::pair<std::string, std::string>> languages() = 0;

  using TakeRow = std::function<void(const Row&)>;
  virtual void insert(const Row& row) = 0;
  virtual void update(const Row& row) = 0;  ///< by id; texts stay
  virtual void erase(std::int64_t id) = 0;  ///< there or not
  virtual std::optional<Row> row(std::int64_t id) = 0;
  /// Those of ascending ids that are there.
  virtual std::vector<Row> rows(const std::vector<std::int64_t>& ids) = 0;
  /// Asks `next` for a text until it wants none, and gives those that are there in the same order.
  /// May ask for some before it gives the first.
  virtual void texts(const std::function<std::optional<RowText>()>& next,
                     const std::function<void(RowText which, std::string_view text)>& take) = 0;
  /// Rows of any of these provenances by position, then by the bytes of source, target, before,
  /// after and date, then by id.
  virtual void rows_of(const std::vector<std::int64_t>& provenances, const TakeRow& take) = 0;
  virtual void all_rows(const TakeRow& take) = 0;  ///< by id

  /// Lists of bytes that grow at their end, by a number of 33 bits. A store may cut them where an
  /// append() ended and keep the pieces apart; it may not cut elsewhere. A list that was never
  /// appended to is empty. Their bytes, to compare lists; need not be exact.
  virtual std::vector<std::size_t> list_sizes(const std::vector<std::uint64_t>& lists) = 0;
  virtual void read_lists(const std::vector<std::uint64_t>& lists,
                          const std::function<void(std::string_view piece)>& take) = 0;
  virtual void append(std::uint64_t list, std::string_view bytes) = 0;
  /// Blocks of bytes by number, which are few and rewritten as a whole.
  virtual void each_block(
      const std::function<void(std::int64_t block, std::string_view bytes)>& take) = 0;
  virtual std::string block(std::int64_t number) = 0;  ///< empty where there is none
  virtual void set_block(std::int64_t number, std::string_view bytes) = 0;
  virtual void clear_lists_and_blocks() = 0;

  /// A set of words for each language: UTF-8 without line breaks, `%`, `_` and backslashes. They
  /// stay when no row has them any more. Different ones are added at once, in the order of bytes.
  virtual void add_words(std::string_view language, const std::vector<std::string_view>& words) = 0;
  /// Gives a language's words that are like the pattern, in which `*` stands for any bytes or none,
  /// in any order, until `take` wants no more.
  virtual void words_like(std::string_view language, const std::string& pattern,
                          const std::function<bool(std::string_view word)>& take) = 0;
};

/// One file. Throws Error: no such file, no memory, a newer one, not writable.
/// By the look of the location.
std::unique_ptr<Store> open_store(const std::string& location, Memory::Mode mode);
std::unique_ptr<Store> open_sqlite_store(const std::string& path, Memory::Mode mode);
/// One database of a PostgreSQL server.
std::unique_ptr<Store> open_postgres_store(const std::string& url, Memory::Mode mode);

}  // namespace cotejo
