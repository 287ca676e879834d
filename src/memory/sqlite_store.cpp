#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "cotejo/error.hpp"
#include "foreign/sqlite.hpp"
#include "memory/hexes.hpp"
#include "memory/store.hpp"
#include "memory/vocabulary.hpp"

namespace cotejo {
namespace {

constexpr std::int64_t application = 0x63746a6d;  // "ctjm"

/// Migration n brings a memory of schema n to schema n + 1; 0 is an empty file. What was released
/// stays as it is.
///
/// piece: the pieces of list n are rows (n << 14) and on, so that they lie side by side.
/// words: a line for each word, in the order of bytes; `first` is no greater than the first word of
/// the row and greater than all in the rows before it.
/// before, after: an integer where it is 16 hex digits, which is half of the bytes.
constexpr std::array migrations{
    "CREATE TABLE counter (next_id INTEGER NOT NULL, erased INTEGER NOT NULL);"
    "INSERT INTO counter VALUES (1, 0);"
    "CREATE TABLE provenance (id INTEGER PRIMARY KEY, source_language TEXT NOT NULL,"
    " target_language TEXT NOT NULL, document TEXT NOT NULL, domain TEXT NOT NULL,"
    " author TEXT NOT NULL,"
    " UNIQUE (source_language, target_language, document, domain, author));"
    "CREATE TABLE unit (id INTEGER PRIMARY KEY, provenance INTEGER NOT NULL,"
    " occurrence_key INTEGER NOT NULL, source_key INTEGER NOT NULL, target_key INTEGER NOT NULL,"
    " position INTEGER NOT NULL, before, after, status INTEGER NOT NULL,"
    " confidence REAL NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL);"
    "CREATE INDEX unit_provenance ON unit (provenance, position);"
    "CREATE INDEX unit_occurrence ON unit (occurrence_key);"
    "CREATE INDEX unit_source ON unit (source_key);"
    "CREATE INDEX unit_target ON unit (target_key);"
    "CREATE TABLE piece (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE block (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
    "DROP INDEX unit_occurrence; DROP INDEX unit_source; DROP INDEX unit_target;"
    "ALTER TABLE unit DROP COLUMN occurrence_key;"
    "ALTER TABLE unit DROP COLUMN source_key;"
    "ALTER TABLE unit DROP COLUMN target_key;"
    "UPDATE counter SET erased = -1 WHERE next_id > 1",
    "CREATE TABLE words (language TEXT, first BLOB, bytes BLOB NOT NULL,"
    " PRIMARY KEY (language, first)) WITHOUT ROWID;"
    "UPDATE counter SET erased = -1 WHERE next_id > 1"};
constexpr auto schema = static_cast<std::int64_t>(migrations.size());

constexpr std::int64_t most_id = std::int64_t{1} << 48;
constexpr int piece_bits = 14;
constexpr std::int64_t most_pieces = std::int64_t{1} << piece_bits;
/// A piece shorter than this grows by what is appended; the longer ones are left alone, so that
/// adding a sentence doesn't rewrite megabytes of "the".
constexpr std::size_t piece_size = 2000;
/// Of a row of words: a longer one would take pages of its own.
constexpr std::size_t words_size = 900;

constexpr const char* row_columns =
    "SELECT id, provenance, source, target, position, before, after, date, status, confidence"
    " FROM unit ";

constexpr const char* provenance_columns =
    "SELECT id, source_language, target_language, document, domain, author FROM provenance ";

Provenance read_provenance(const Statement& statement) {
  const auto text = [&](int column) { return std::string(statement.utf8(column)); };
  return {statement.integer(0), text(1), text(2), text(3), text(4), text(5)};
}

std::string read_hash(const Statement& statement, int column) {
  if (statement.is_integer(column))
    return hex(static_cast<std::uint64_t>(statement.integer(column)));
  return std::string(statement.utf8(column));
}

Row read_row(const Statement& statement) {
  Row row;
  row.id = statement.integer(0);
  row.provenance = statement.integer(1);
  row.source = statement.utf8(2);
  row.target = statement.utf8(3);
  row.position = static_cast<std::size_t>(statement.integer(4));
  row.before = read_hash(statement, 5);
  row.after = read_hash(statement, 6);
  row.date = statement.utf8(7);
  const std::int64_t status = statement.integer(8);
  row.status = status == 1   ? UnitStatus::confirmed
               : status == 2 ? UnitStatus::rejected
                             : UnitStatus::draft;
  row.confidence = statement.real(9);
  return row;
}

void bind_hash(Statement& statement, int position, const std::string& text) {
  if (const auto value = from_hex(text)) {
    statement.bind(position, static_cast<std::int64_t>(*value));
  } else {
    statement.bind(position, std::string_view(text));
  }
}

std::int64_t first_piece(std::uint64_t list) {
  return static_cast<std::int64_t>(list) << piece_bits;
}

/// Each line that has a break behind it, until `take` wants no more; whether it never did.
template <typename Take>
bool each_line(std::string_view bytes, Take take) {
  for (std::size_t end; (end = bytes.find('\n')) != bytes.npos; bytes.remove_prefix(end + 1)) {
    if (!take(bytes.substr(0, end))) return false;
  }
  return true;
}

/// Runs to the end or resets, so that a statement that threw halfway doesn't hold the file.
class Rewind {
 public:
  explicit Rewind(Statement& statement) : statement_(statement) {}
  ~Rewind() { statement_.reset(); }
  Rewind(const Rewind&) = delete;
  Rewind& operator=(const Rewind&) = delete;

 private:
  Statement& statement_;
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(Database database) : database_(std::move(database)) {}

  void begin_reading() override { database_.execute("BEGIN"); }
  void begin_writing() override { database_.execute("BEGIN IMMEDIATE"); }
  void commit() override { database_.execute("COMMIT"); }
  void roll_back() noexcept override {
    try {
      database_.execute("ROLLBACK");
    } catch (const Error&) {  // rolled back already by what failed
    }
  }
  // data_version tells of the others' commits, total_changes of our own.
  std::int64_t version() override {
    Rewind rewind(version_);
    version_.step();
    return (version_.integer(0) << 32) + database_.total_changes();
  }

  Counters counters() override {
    Rewind rewind(counters_);
    if (!counters_.step()) return {};
    const Counters found{counters_.integer(0), counters_.integer(1)};
    if (found.next_id < 1 || found.next_id > most_id) database_.damaged();
    return found;
  }
  void set_counters(const Counters& counters) override {
    set_counters_.bind(1, counters.next_id).bind(2, counters.erased).run();
  }

  std::vector<Provenance> provenances() override {
    std::vector<Provenance> found;
    Statement all = database_.prepare(std::string(provenance_columns));
    while (all.step()) found.push_back(read_provenance(all));
    return found;
  }
  std::optional<Provenance> provenance(std::int64_t id) override {
    Rewind rewind(provenance_.bind(1, id));
    if (!provenance_.step()) return std::nullopt;
    return read_provenance(provenance_);
  }
  std::int64_t provenance_id(const Provenance& it) override {
    bind_provenance(find_provenance_, it);
    {
      Rewind rewind(find_provenance_);
      if (find_provenance_.step()) return find_provenance_.integer(0);
    }
    bind_provenance(add_provenance_, it);
    add_provenance_.run();
    return database_.last_row();
  }
  std::vector<std::pair<std::string, std::string>> languages() override {
    std::vector<std::pair<std::string, std::string>> found;
    Rewind rewind(languages_);
    while (languages_.step()) found.emplace_back(languages_.utf8(0), languages_.utf8(1));
    return found;
  }

  void insert(const Row& row) override {
    bind_row(insert_, row);
    insert_.bind_borrowed(9, row.source).bind_borrowed(10, row.target).run();
  }
  void update(const Row& row) override {
    bind_row(update_, row);
    update_.run();
  }
  void erase(std::int64_t id) override { erase_.bind(1, id).run(); }

  std::optional<Row> row(std::int64_t id) override {
    Rewind rewind(row_.bind(1, id));
    if (!row_.step()) return std::nullopt;
    return read_row(row_);
  }
  std::vector<Row> rows(const std::vector<std::int64_t>& ids) override {
    std::vector<Row> found;
    for (const std::int64_t id : ids) {
      if (std::optional<Row> there = row(id)) found.push_back(std::move(*there));
    }
    return found;
  }
  void texts(const std::function<std::optional<RowText>()>& next,
             const std::function<void(RowText, std::string_view)>& take) override {
    while (const std::optional<RowText> it = next()) {
      Statement& text = it->target ? target_ : source_;
      Rewind rewind(text.bind(1, it->id));
      if (text.step()) take(*it, text.utf8(0));
    }
  }
  void rows_of(const std::vector<std::int64_t>& provenances, const TakeRow& take) override {
    std::string ids = "[";
    for (const std::int64_t id : provenances) ids += std::to_string(id) + ',';
    ids.back() = ']';
    Statement rows = rows_where(
        "WHERE provenance IN (SELECT value FROM json_each(?))"
        " ORDER BY position, source, target,"
        " iif(typeof(before) = 'integer', printf('%016x', before), before),"
        " iif(typeof(after) = 'integer', printf('%016x', after), after), date, id");
    rows.bind(1, std::string_view(ids));
    while (rows.step()) take(read_row(rows));
  }
  void all_rows(const TakeRow& take) override {
    Statement rows = database_.prepare(std::string(row_columns) + "ORDER BY id");
    while (rows.step()) take(read_row(rows));
  }

  std::vector<std::size_t> list_sizes(const std::vector<std::uint64_t>& lists) override {
    std::vector<std::size_t> sizes;
    for (const std::uint64_t list : lists) {
      std::int64_t sum = 0;
      Rewind rewind(bind_list(list_sizes_, list));
      while (list_sizes_.step()) sum += list_sizes_.integer(0);
      sizes.push_back(static_cast<std::size_t>(sum));
    }
    return sizes;
  }
  void read_lists(const std::vector<std::uint64_t>& lists,
                  const std::function<void(std::string_view)>& take) override {
    for (const std::uint64_t list : lists) {
      Rewind rewind(bind_list(read_list_, list));
      while (read_list_.step()) take(read_list_.text(0));
    }
  }
  void append(std::uint64_t list, std::string_view bytes) override {
    std::int64_t next = first_piece(list);
    const std::int64_t last = next + most_pieces - 1;
    {
      Rewind rewind(bind_list(last_piece_, list));
      if (last_piece_.step()) {
        next = last_piece_.integer(0);
        const std::string_view there = last_piece_.text(1);
        if (there.size() + bytes.size() <= piece_size || next == last) {
          joined_.assign(there).append(bytes);
          bytes = joined_;
        } else {
          ++next;
        }
      }
    }
    set_piece_.bind(1, next).bind_blob(2, bytes).run();
  }

  void each_block(const std::function<void(std::int64_t, std::string_view)>& take) override {
    Rewind rewind(blocks_);
    while (blocks_.step()) take(blocks_.integer(0), blocks_.text(1));
  }
  std::string block(std::int64_t number) override {
    Rewind rewind(block_.bind(1, number));
    return block_.step() ? std::string(block_.text(0)) : std::string();
  }
  void set_block(std::int64_t number, std::string_view bytes) override {
    set_block_.bind(1, number).bind_blob(2, bytes).run();
  }
  void clear_lists_and_blocks() override {
    database_.execute("DELETE FROM piece; DELETE FROM block");
  }

  // Rows of many words take a quarter of the time to fill, and to search, that one for each takes.
  void add_words(std::string_view language, const std::vector<std::string_view>& words) override {
    std::string first;
    std::string there;
    std::vector<std::string_view> old;
    std::vector<std::string_view> all;
    for (auto word = words.begin(); word != words.end();) {
      first.clear();
      there.clear();
      auto end = words.end();
      {
        Rewind rewind(words_around_.bind(1, language).bind_blob(2, *word));
        if (words_around_.step()) {
          first = words_around_.text(0);
          there = words_around_.text(1);
          if (!words_around_.null(2)) {
            const std::string_view next = words_around_.text(2);
            end = std::lower_bound(word + 1, end, next);
          }
        }
      }
      old.clear();
      each_line(there, [&](std::string_view line) { return old.push_back(line), true; });
      all.clear();
      std::set_union(old.begin(), old.end(), word, end, std::back_inserter(all));
      word = end;
      if (all.size() > old.size()) set_words(language, first, all);
    }
  }
  void words_like(std::string_view language, const std::string& pattern,
                  const std::function<bool(std::string_view)>& take) override {
    const std::string begin = pattern.substr(0, pattern.find('*'));
    words_.bind(1, language).bind_blob(2, begin).bind_blob(3, begin + '\xFF');
    Rewind rewind(words_);
    const auto take_fitting = [&](std::string_view word) {
      return !fits(word, pattern) || take(word);
    };
    while (words_.step() && each_line(words_.text(0), take_fitting)) {
    }
  }

 private:
  static void bind_row(Statement& statement, const Row& row) {
    statement.bind(1, row.id).bind(2, row.provenance);
    statement.bind(3, static_cast<std::int64_t>(row.position));
    bind_hash(statement, 4, row.before);
    bind_hash(statement, 5, row.after);
    statement.bind(6, static_cast<std::int64_t>(row.status)).bind(7, row.confidence);
    statement.bind_borrowed(8, row.date);
  }
  static void bind_provenance(Statement& statement, const Provenance& it) {
    int position = 0;
    for (const std::string* part :
         {&it.source_language, &it.target_language, &it.document, &it.domain, &it.author}) {
      statement.bind(++position, std::string_view(*part));
    }
  }
  static Statement& bind_list(Statement& statement, std::uint64_t list) {
    const std::int64_t first = first_piece(list);
    return statement.bind(1, first).bind(2, first + most_pieces - 1);
  }
  void set_words(std::string_view language, std::string_view first,
                 const std::vector<std::string_view>& words) {
    const auto write = [&] {
      set_words_.bind(1, language).bind_blob(2, first).bind_blob(3, joined_).run();
      joined_.clear();
    };
    joined_.clear();
    for (const std::string_view word : words) {
      if (joined_.size() + word.size() >= words_size && !joined_.empty()) {
        write();
        first = word;
      }
      joined_.append(word).append(1, '\n');
    }
    write();
  }
  Statement rows_where(const char* condition) {
    return database_.prepare(std::string(row_columns) + condition);
  }

  Database database_;
  std::string joined_;
  Statement version_ = database_.prepare("PRAGMA data_version");
  Statement counters_ = database_.prepare("SELECT next_id, erased FROM counter");
  Statement set_counters_ = database_.prepare("UPDATE counter SET next_id = ?, erased = ?");
  Statement provenance_ = database_.prepare(std::string(provenance_columns) + "WHERE id = ?");
  Statement languages_ = database_.prepare(
      "SELECT source, target FROM (SELECT DISTINCT source_language AS source,"
      " target_language AS target FROM provenance) AS named WHERE EXISTS (SELECT 1 FROM provenance"
      " JOIN unit ON unit.provenance = provenance.id"
      " WHERE source_language = named.source AND target_language = named.target)");
  Statement find_provenance_ = database_.prepare(
      "SELECT id FROM provenance WHERE source_language = ? AND target_language = ?"
      " AND document = ? AND domain = ? AND author = ?");
  Statement add_provenance_ = database_.prepare(
      "INSERT INTO provenance (source_language, target_language, document, domain, author)"
      " VALUES (?, ?, ?, ?, ?)");
  Statement insert_ = database_.prepare(
      "INSERT INTO unit (id, provenance, position, before, after, status, confidence, date,"
      " source, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement update_ = database_.prepare(
      "UPDATE unit SET provenance = ?2, position = ?3, before = ?4, after = ?5, status = ?6,"
      " confidence = ?7, date = ?8 WHERE id = ?1");
  Statement erase_ = database_.prepare("DELETE FROM unit WHERE id = ?");
  Statement row_ = rows_where("WHERE id = ?");
  Statement source_ = database_.prepare("SELECT source FROM unit WHERE id = ?");
  Statement target_ = database_.prepare("SELECT target FROM unit WHERE id = ?");
  Statement list_sizes_ =
      database_.prepare("SELECT length(bytes) FROM piece WHERE id BETWEEN ? AND ?");
  Statement read_list_ =
      database_.prepare("SELECT bytes FROM piece WHERE id BETWEEN ? AND ? ORDER BY id");
  Statement last_piece_ = database_.prepare(
      "SELECT id, bytes FROM piece WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1");
  Statement set_piece_ = database_.prepare("REPLACE INTO piece VALUES (?, ?)");
  Statement blocks_ = database_.prepare("SELECT id, bytes FROM block ORDER BY id");
  Statement block_ = database_.prepare("SELECT bytes FROM block WHERE id = ?");
  Statement set_block_ = database_.prepare("REPLACE INTO block VALUES (?, ?)");
  Statement words_around_ = database_.prepare(
      "SELECT first, bytes, (SELECT min(first) FROM words WHERE language = ?1 AND first > ?2)"
      " FROM words WHERE language = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1");
  Statement set_words_ = database_.prepare("REPLACE INTO words VALUES (?, ?, ?)");
  Statement words_ = database_.prepare(
      "SELECT bytes FROM words WHERE language = ?1 AND first < ?3 AND first >="
      " (SELECT max(first) FROM words WHERE language = ?1 AND first <= ?2)");
};

void migrate(Database& database, std::int64_t version) {
  for (; version < schema; ++version)
    database.execute(migrations[static_cast<std::size_t>(version)]);
  database.execute(("PRAGMA application_id = " + std::to_string(application)).c_str());
  database.execute(("PRAGMA user_version = " + std::to_string(schema)).c_str());
}

/// The schema's version; 0 for an empty file.
std::int64_t check(Database& database) {
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (database.integer("PRAGMA application_id") != application) {
    if (version == 0 && database.integer("SELECT count(*) FROM sqlite_schema") == 0) return 0;
    throw Error(Message{"{1}: no translation memory; name another file", {database.path()}});
  }
  if (version > schema) {
    throw Error(Message{"{1}: made by a newer cotejo than this; update cotejo", {database.path()}});
  }
  return version;
}

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::string& path, Memory::Mode mode) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error(Message{"{1}: a folder; name a file in it", {path}});
  }
  if (mode == Memory::Mode::read) {
    if (!std::filesystem::exists(path, ignored)) {
      throw Error(
          Message{"{1}: no such translation memory; make it with: cotejo memory add", {path}});
    }
    Database database = open_for_reading(path);
    const std::int64_t version = check(database);
    if (version == 0) throw Error(Message{"{1}: no translation memory; name another file", {path}});
    if (version < schema || database.integer("SELECT erased FROM counter") < 0) {
      throw Error(Message{
          "{1}: made by an older cotejo; add something to it, which brings it up to date", {path}});
    }
    database.execute("PRAGMA cache_size = -65536");
    return std::make_unique<SqliteStore>(std::move(database));
  }
  Database database(path, OpenMode::create);
  if (check(database) < schema) {
    database.execute("PRAGMA journal_mode = WAL");
    Transaction transaction(database);
    const std::int64_t version = check(database);  // another writer may have been here
    if (version < schema) migrate(database, version);
    transaction.commit();
  }
  database.execute(
      "PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;"
      "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864");
  return std::make_unique<SqliteStore>(std::move(database));
}

}  // namespace cotejo
