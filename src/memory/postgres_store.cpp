#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "cotejo/error.hpp"
#include "foreign/postgres.hpp"
#include "memory/store.hpp"

namespace cotejo {
namespace {

/// Migration n brings a memory of schema n to schema n + 1; 0 is an empty database. What was
/// released stays as it is.
///
/// COLLATE "C" is the order of bytes; lists are packed already.
constexpr std::array first_schema{
    "CREATE TABLE memory (one boolean PRIMARY KEY DEFAULT true CHECK (one),"
    " version bigint NOT NULL, next_id bigint NOT NULL, erased bigint NOT NULL,"
    " commits bigint NOT NULL)",
    "INSERT INTO memory VALUES (true, 0, 1, 0, 0)",
    "CREATE TABLE provenance (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
    " source_language text NOT NULL, target_language text NOT NULL, document text NOT NULL,"
    " domain text NOT NULL, author text NOT NULL)",
    "CREATE INDEX provenance_document ON provenance USING hash (document)",
    "CREATE TABLE unit (id bigint PRIMARY KEY, provenance bigint NOT NULL,"
    " occurrence_key bigint NOT NULL, source_key bigint NOT NULL, target_key bigint NOT NULL,"
    " position bigint NOT NULL, before text COLLATE \"C\" NOT NULL,"
    " after text COLLATE \"C\" NOT NULL, status smallint NOT NULL,"
    " confidence double precision NOT NULL, date text COLLATE \"C\" NOT NULL,"
    " source text COLLATE \"C\" NOT NULL, target text COLLATE \"C\" NOT NULL)",
    "CREATE INDEX unit_provenance ON unit (provenance, position)",
    "CREATE INDEX unit_occurrence ON unit (occurrence_key)",
    "CREATE INDEX unit_source ON unit (source_key)",
    "CREATE INDEX unit_target ON unit (target_key)",
    "CREATE TABLE piece (list bigint, number bigint, bytes bytea NOT NULL,"
    " PRIMARY KEY (list, number))",
    "ALTER TABLE piece ALTER bytes SET STORAGE EXTERNAL",
    "CREATE TABLE block (number bigint PRIMARY KEY, bytes bytea NOT NULL)"};
constexpr std::array keys_in_lists{
    "ALTER TABLE unit DROP COLUMN occurrence_key, DROP COLUMN source_key, DROP COLUMN target_key",
    "UPDATE memory SET erased = -1 WHERE next_id > 1"};
/// The extension may be in any schema, and not all may be the owner's who are let in.
constexpr std::array vocabulary{
    "CREATE TABLE word (text text COLLATE \"C\", language text COLLATE \"C\","
    " PRIMARY KEY (text, language))",
    "DO $$ BEGIN EXECUTE (SELECT format("
    "'CREATE INDEX word_parts ON word USING gin (text %I.gin_trgm_ops)', nspname)"
    " FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace"
    " WHERE extname = 'pg_trgm'); END $$",
    "DO $$ DECLARE may record; BEGIN FOR may IN SELECT privilege_type AS what,"
    " CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS who"
    " FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = 'block'::regclass LOOP"
    " EXECUTE format('GRANT %s ON word TO %s', may.what, may.who); END LOOP; END $$",
    "UPDATE memory SET erased = -1 WHERE next_id > 1"};
constexpr std::array<std::span<const char* const>, 3> migrations{first_schema, keys_in_lists,
                                                                 vocabulary};
constexpr auto schema = static_cast<std::int64_t>(migrations.size());

/// Plans are made once, maybe while a table is empty, and must serve when it is full. A writer that
/// vanished from the network holds up the others for a minute or two, not for hours.
constexpr const char* greeting =
    "SELECT set_config('search_path', 'cotejo', false), set_config('lock_timeout', '60s', false),"
    " set_config('enable_seqscan', 'off', false), set_config('enable_hashjoin', 'off', false),"
    " set_config('enable_mergejoin', 'off', false), set_config('cursor_tuple_fraction', '1', "
    "false),"
    " set_config('jit', 'off', false), set_config('tcp_keepalives_idle', '60', false)";

/// Held by the one who writes, until the end of the transaction; readers don't ask for it.
constexpr const char* lock_writers = "SELECT pg_advisory_xact_lock(1668573805)";  // "ctjm"

constexpr std::int64_t piece_size = 2000;  ///< see SqliteStore
constexpr int fetched_rows = 1000;
constexpr std::size_t most_fetched_texts = 256;
constexpr std::ptrdiff_t most_fetched_lists = 256;
constexpr std::size_t most_appended = std::size_t{1} << 20;  ///< bytes

constexpr const char* row_columns =
    "SELECT id, provenance, source, target, position, before, after, date, status, confidence"
    " FROM unit ";
constexpr const char* provenance_columns =
    "SELECT id, source_language, target_language, document, domain, author FROM provenance ";
std::string rows_where(const char* condition) { return std::string(row_columns) + condition; }

Row read_row(const Rows& rows, int at) {
  Row row;
  row.id = rows.integer(at, 0);
  row.provenance = rows.integer(at, 1);
  row.source = rows.text(at, 2);
  row.target = rows.text(at, 3);
  row.position = static_cast<std::size_t>(rows.integer(at, 4));
  row.before = rows.text(at, 5);
  row.after = rows.text(at, 6);
  row.date = rows.text(at, 7);
  const std::int64_t status = rows.integer(at, 8);
  row.status = status == 1   ? UnitStatus::confirmed
               : status == 2 ? UnitStatus::rejected
                             : UnitStatus::draft;
  row.confidence = rows.real(at, 9);
  return row;
}

Provenance read_provenance(const Rows& rows, int at) {
  const auto text = [&](int column) { return std::string(rows.text(at, column)); };
  return {rows.integer(at, 0), text(1), text(2), text(3), text(4), text(5)};
}

/// Each text as one number.
std::vector<std::int64_t> places(const std::vector<RowText>& texts) {
  std::vector<std::int64_t> numbers;
  for (const RowText& it : texts) numbers.push_back(2 * it.id + (it.target ? 1 : 0));
  return numbers;
}

std::int64_t integer(std::uint64_t value) { return static_cast<std::int64_t>(value); }
std::string_view view(const std::string& text) { return text; }

Values values_of(const Row& row) {
  Values values;
  values.add(row.id).add(row.provenance).add(static_cast<std::int64_t>(row.position));
  values.add(view(row.before)).add(view(row.after)).add(static_cast<std::int64_t>(row.status));
  values.add(row.confidence).add(view(row.date));
  return values;
}

class PostgresStore final : public Store {
 public:
  explicit PostgresStore(Server server) : server_(std::move(server)) {}

  void begin_reading() override {
    server_.reconnect_if_lost();
    server_.tell("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }
  void begin_writing() override {
    server_.reconnect_if_lost();
    appended_.clear();
    appended_bytes_ = 0;
    writing_ = true;
    try {
      server_.tell("BEGIN");
      server_.ask(lock_writers);
    } catch (const Error&) {
      roll_back();
      throw;
    }
  }
  void commit() override {
    flush();
    if (writing_) server_.tell("UPDATE memory SET commits = commits + 1");
    server_.ask("COMMIT");
    writing_ = false;
  }
  void roll_back() noexcept override {
    writing_ = false;
    try {
      server_.ask("ROLLBACK");
    } catch (const Error&) {  // one that it was told before failed, or the connection is lost
      try {
        server_.ask("ROLLBACK");
      } catch (const Error&) {
      }
    }
  }
  std::int64_t version() override {
    return server_.ask("SELECT commits FROM memory").integer(0, 0);
  }

  Counters counters() override {
    const Rows rows = server_.ask("SELECT next_id, erased FROM memory");
    return {rows.integer(0, 0), rows.integer(0, 1)};
  }
  void set_counters(const Counters& counters) override {
    server_.tell("UPDATE memory SET next_id = $1, erased = $2",
                 Values().add(counters.next_id).add(counters.erased));
  }

  std::vector<Provenance> provenances() override {
    const Rows rows = server_.ask(provenance_columns);
    std::vector<Provenance> found;
    for (int at = 0; at < rows.size(); ++at) found.push_back(read_provenance(rows, at));
    return found;
  }
  std::optional<Provenance> provenance(std::int64_t id) override {
    const Rows rows =
        server_.ask(std::string(provenance_columns) + "WHERE id = $1", Values().add(id));
    if (rows.size() == 0) return std::nullopt;
    return read_provenance(rows, 0);
  }
  std::int64_t provenance_id(const Provenance& it) override {
    Values values;
    values.add(view(it.source_language)).add(view(it.target_language)).add(view(it.document));
    values.add(view(it.domain)).add(view(it.author));
    const Rows there = server_.ask(
        "SELECT id FROM provenance WHERE source_language = $1 AND target_language = $2"
        " AND document = $3 AND domain = $4 AND author = $5",
        values);
    if (there.size() > 0) return there.integer(0, 0);
    return server_
        .ask(
            "INSERT INTO provenance (source_language, target_language, document, domain, author)"
            " VALUES ($1, $2, $3, $4, $5) RETURNING id",
            values)
        .integer(0, 0);
  }
  std::vector<std::pair<std::string, std::string>> languages() override {
    const Rows rows = server_.ask(
        "SELECT source, target FROM (SELECT DISTINCT source_language AS source,"
        " target_language AS target FROM provenance) AS named WHERE EXISTS (SELECT FROM provenance"
        " JOIN unit ON unit.provenance = provenance.id"
        " WHERE source_language = named.source AND target_language = named.target)");
    std::vector<std::pair<std::string, std::string>> found;
    for (int at = 0; at < rows.size(); ++at) found.emplace_back(rows.text(at, 0), rows.text(at, 1));
    return found;
  }

  void insert(const Row& row) override {
    server_.tell(
        "INSERT INTO unit (id, provenance, position, before, after, status, confidence, date,"
        " source, target) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values_of(row).add(view(row.source)).add(view(row.target)));
  }
  void update(const Row& row) override {
    server_.tell(
        "UPDATE unit SET provenance = $2, position = $3, before = $4, after = $5, status = $6,"
        " confidence = $7, date = $8 WHERE id = $1",
        values_of(row));
  }
  void erase(std::int64_t id) override {
    server_.tell("DELETE FROM unit WHERE id = $1", Values().add(id));
  }

  std::optional<Row> row(std::int64_t id) override {
    const Rows rows = server_.ask(row_, Values().add(id));
    if (rows.size() == 0) return std::nullopt;
    return read_row(rows, 0);
  }
  std::vector<Row> rows(const std::vector<std::int64_t>& ids) override {
    const Rows rows = server_.ask(rows_, Values().add(ids));
    std::vector<Row> found;
    for (int at = 0; at < rows.size(); ++at) found.push_back(read_row(rows, at));
    return found;
  }
  void texts(const std::function<std::optional<RowText>()>& next,
             const std::function<void(RowText, std::string_view)>& take) override {
    std::vector<RowText> wanted;
    // The first few may be all that is wanted.
    for (std::size_t size = 8;; size = std::min(2 * size, most_fetched_texts)) {
      wanted.clear();
      std::optional<RowText> it;
      while (wanted.size() < size && (it = next())) wanted.push_back(*it);
      if (wanted.empty()) return;
      const Rows rows = server_.ask(
          "SELECT wanted.at, CASE wanted.place & 1 WHEN 1 THEN unit.target ELSE unit.source END"
          " FROM unnest($1) WITH ORDINALITY AS wanted (place, at)"
          " JOIN unit ON unit.id = wanted.place >> 1 ORDER BY wanted.at",
          Values().add(places(wanted)));
      for (int row = 0; row < rows.size(); ++row)
        take(wanted[static_cast<std::size_t>(rows.integer(row, 0)) - 1], rows.text(row, 1));
    }
  }
  void rows_of(const std::vector<std::int64_t>& provenances, const TakeRow& take) override {
    each_row(rows_of_, Values().add(provenances), take);
  }
  void all_rows(const TakeRow& take) override { each_row(all_rows_, Values(), take); }

  // Texts have no trigram index (pg_trgm), as words have, see words_like(): no similarity of
  // trigrams follows from a score in words, and one low enough to miss nothing costs a hundred
  // times what these lists do, concordance four to ten times. The index is twice as large and takes
  // longer to fill than the whole import, and accents would need folded copies of the texts.
  // tests/bench/trigrams.py measures both.
  std::vector<std::size_t> list_sizes(const std::vector<std::uint64_t>& lists) override {
    flush();
    const Rows rows = server_.ask(
        "SELECT (SELECT coalesce(sum(octet_length(bytes)), 0)::bigint FROM piece"
        " WHERE list = wanted.list)"
        " FROM unnest($1) WITH ORDINALITY AS wanted (list, at) ORDER BY wanted.at",
        Values().add(std::vector<std::int64_t>(lists.begin(), lists.end())));
    std::vector<std::size_t> sizes;
    for (int at = 0; at < rows.size(); ++at)
      sizes.push_back(static_cast<std::size_t>(rows.integer(at, 0)));
    return sizes;
  }
  void read_lists(const std::vector<std::uint64_t>& lists,
                  const std::function<void(std::string_view)>& take) override {
    flush();
    for (auto begin = lists.begin(); begin != lists.end();) {
      const auto end = begin + std::min(most_fetched_lists, lists.end() - begin);
      const Rows rows =
          server_.ask("SELECT bytes FROM piece WHERE list = ANY ($1) ORDER BY list, number",
                      Values().add(std::vector<std::int64_t>(begin, end)));
      for (int at = 0; at < rows.size(); ++at) take(rows.text(at, 0));
      begin = end;
    }
  }
  void append(std::uint64_t list, std::string_view bytes) override {
    appended_[list] += bytes;
    appended_bytes_ += bytes.size() + sizeof list;
    if (appended_bytes_ >= most_appended) flush();
  }

  void each_block(const std::function<void(std::int64_t, std::string_view)>& take) override {
    const Rows rows = server_.ask("SELECT number, bytes FROM block ORDER BY number");
    for (int at = 0; at < rows.size(); ++at) take(rows.integer(at, 0), rows.text(at, 1));
  }
  std::string block(std::int64_t number) override {
    const Rows rows =
        server_.ask("SELECT bytes FROM block WHERE number = $1", Values().add(number));
    return rows.size() == 0 ? std::string() : std::string(rows.text(0, 0));
  }
  void set_block(std::int64_t number, std::string_view bytes) override {
    server_.tell("INSERT INTO block VALUES ($1, $2) ON CONFLICT (number) DO UPDATE SET bytes = $2",
                 Values().add(number).add_blob(bytes));
  }
  void clear_lists_and_blocks() override {
    appended_.clear();
    appended_bytes_ = 0;
    server_.tell("DELETE FROM piece");
    server_.tell("DELETE FROM block");
  }

  void add_words(std::string_view language, const std::vector<std::string_view>& words) override {
    server_.tell(
        "INSERT INTO word SELECT convert_from(text, 'UTF8'), $2 FROM unnest($1) AS added (text)"
        " ON CONFLICT DO NOTHING",
        Values().add_blobs({words.begin(), words.end()}).add(language));
  }
  // What a trigram index is for: a pattern that begins with a star is answered from those rows of
  // the index that have its letters; tests/bench/trigrams.py measures it.
  void words_like(std::string_view language, const std::string& pattern,
                  const std::function<bool(std::string_view)>& take) override {
    std::string like = pattern;
    std::replace(like.begin(), like.end(), '*', '%');
    each("SELECT text FROM word WHERE text LIKE $1 AND language = $2",
         Values().add(view(like)).add(language),
         [&](const Rows& rows, int at) { return take(rows.text(at, 0)); });
  }

 private:
  void each_row(const std::string& select, const Values& values, const TakeRow& take) {
    each(select, values, [&](const Rows& rows, int at) {
      take(read_row(rows, at));
      return true;
    });
  }

  /// Some thousand rows at a time, for all of a memory may not fit here, until `take` wants no
  /// more.
  template <typename Take>
  void each(const std::string& select, const Values& values, Take take) {
    const std::string cursor = "rows_" + std::to_string(cursors_++);
    server_.tell("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + select, values);
    const std::string fetch = "FETCH " + std::to_string(fetched_rows) + " FROM " + cursor;
    for (bool more = true; more;) {
      const Rows rows = server_.ask(fetch);
      more = rows.size() == fetched_rows;
      for (int at = 0; at < rows.size(); ++at) {
        if (take(rows, at)) continue;
        more = false;
        break;
      }
    }
    server_.tell("CLOSE " + cursor);
    --cursors_;
  }

  /// Lengthens the last piece of each list, or adds one.
  void flush() {
    if (appended_.empty()) return;
    std::vector<std::int64_t> lists;
    std::vector<std::string> bytes;
    for (auto& [list, added] : appended_) {
      lists.push_back(integer(list));
      bytes.push_back(std::move(added));
    }
    appended_.clear();
    appended_bytes_ = 0;
    server_.tell(
        "INSERT INTO piece (list, number, bytes)"
        " SELECT added.list, CASE WHEN last.size IS NULL THEN 0"
        " WHEN last.size + octet_length(added.bytes) <= $3 THEN last.number"
        " ELSE last.number + 1 END, added.bytes"
        " FROM unnest($1, $2) AS added (list, bytes)"
        " LEFT JOIN LATERAL (SELECT number, octet_length(bytes) AS size FROM piece"
        " WHERE list = added.list ORDER BY number DESC LIMIT 1) AS last ON true"
        " ON CONFLICT (list, number) DO UPDATE SET bytes = piece.bytes || excluded.bytes",
        Values().add(lists).add_blobs(bytes).add(piece_size));
  }

  Server server_;
  bool writing_ = false;
  int cursors_ = 0;
  std::map<std::uint64_t, std::string> appended_;  ///< what the server wasn't told yet
  std::size_t appended_bytes_ = 0;
  const std::string row_ = rows_where("WHERE id = $1");
  const std::string rows_ = rows_where("WHERE id = ANY ($1) ORDER BY id");
  const std::string rows_of_ = rows_where(
      "WHERE provenance = ANY ($1) ORDER BY position, source, target, before, after, date, id");
  const std::string all_rows_ = rows_where("ORDER BY id");
};

bool true_of(Server& server, std::string_view sql) { return server.ask(sql).integer(0, 0) != 0; }

bool schema_exists(Server& server) {
  return true_of(server, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'cotejo')");
}

/// The schema's version; 0 where there is no memory.
std::int64_t check(Server& server) {
  if (!schema_exists(server)) return 0;
  const auto refuse_unless = [&](const char* privilege) {
    if (true_of(server, privilege)) return;
    throw Error(Message{
        "{1}: {2} has no right to the translation memory; let who made it run: GRANT USAGE ON "
        "SCHEMA cotejo TO {2}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cotejo "
        "TO {2}",
        {server.name(), server.user()}});
  };
  refuse_unless("SELECT has_schema_privilege('cotejo', 'USAGE')");
  if (!true_of(server, "SELECT to_regclass('cotejo.memory') IS NOT NULL")) return 0;
  refuse_unless("SELECT has_table_privilege('cotejo.memory', 'SELECT')");
  const std::int64_t version = server.ask("SELECT version FROM memory").integer(0, 0);
  if (version > schema) {
    throw Error(Message{"{1}: made by a newer cotejo than this; update cotejo", {server.name()}});
  }
  return version;
}

/// What finds parts of words, where it isn't there yet: in the memory's own schema.
void make_trigrams(Server& server) {
  if (true_of(server, "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")) return;
  try {
    server.ask("CREATE EXTENSION pg_trgm");
  } catch (const Error&) {
    throw Error(Message{
        "{1}: the extension pg_trgm is missing and {2} may not make it; let the database's owner "
        "run: CREATE EXTENSION pg_trgm",
        {server.name(), server.user()}});
  }
}

/// Makes a memory or brings it up to date, all or nothing.
void migrate(Server& server) {
  server.tell("BEGIN");
  server.ask(lock_writers);
  if (!schema_exists(server)) {
    if (!true_of(server, "SELECT has_database_privilege(current_database(), 'CREATE')")) {
      throw Error(Message{
          "{1}: {2} may not make a translation memory in this database; let its owner run: CREATE "
          "SCHEMA cotejo AUTHORIZATION {2}; CREATE EXTENSION IF NOT EXISTS pg_trgm",
          {server.name(), server.user()}});
    }
    server.ask("CREATE SCHEMA cotejo");
  }
  make_trigrams(server);
  // Another writer may have been here.
  for (std::int64_t version = check(server); version < schema; ++version) {
    for (const char* sql : migrations[static_cast<std::size_t>(version)]) server.ask(sql);
  }
  server.ask("UPDATE memory SET version = $1", Values().add(schema));
  server.ask("COMMIT");
}

}  // namespace

std::unique_ptr<Store> open_postgres_store(const std::string& url, Memory::Mode mode) {
  Server server(url);
  server.greet_with(greeting);
  const std::string encoding(server.ask("SELECT current_setting('server_encoding')").text(0, 0));
  if (encoding != "UTF8") {
    throw Error(Message{
        "{1}: the texts of this database are in {2}; name one made with: createdb --encoding=UTF8",
        {server.name(), encoding}});
  }
  const std::int64_t version = check(server);
  if (mode == Memory::Mode::write) {
    if (version < schema) migrate(server);
  } else if (version == 0) {
    throw Error(Message{"{1}: no such translation memory; make it with: cotejo memory add",
                        {server.name()}});
  } else if (version < schema || server.ask("SELECT erased FROM memory").integer(0, 0) < 0) {
    throw Error(
        Message{"{1}: made by an older cotejo; add something to it, which brings it up to date",
                {server.name()}});
  }
  return std::make_unique<PostgresStore>(std::move(server));
}

}  // namespace cotejo
