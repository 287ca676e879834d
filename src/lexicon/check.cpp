#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "cotejo/lexicon_tables.hpp"
#include "cotejo/text.hpp"
#include "foreign/icu_normal.hpp"
#include "lexicon/icu_names.hpp"
#include "lexicon/name_table.hpp"
#include "lexicon/word_table.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

/// A row of a table of names, as its form or key is met again elsewhere.
struct Place {
  std::string_view table;
  std::size_t line = 0;
  std::string_view key;
};

/// Looks over tables one by one, remembering the names they share.
class Check {
 public:
  void table(const LexiconTable& table) {
    table_ = table;
    if (valid_utf8_prefix(table.bytes) < table.bytes.size()) {
      const std::string_view good = table.bytes.substr(0, valid_utf8_prefix(table.bytes));
      find(1 + static_cast<std::size_t>(std::count(good.begin(), good.end(), '\n')),
           Message{"not UTF-8", {}});
      return;
    }
    if (!is_nfc(table.bytes)) find(0, Message{"not in NFC, Unicode's composed form", {}});
    const std::size_t slash = table.name.find('/');
    const std::string_view folder = table.name.substr(0, slash);
    if (table.own) return pairs();
    lines();
    if (table.name.ends_with("/words.tsv")) {
      pairs();
    } else if (table.name.ends_with("/antonyms.tsv")) {
      opposites();
    } else if (folder == "names") {
      names();
    } else if (slash == 2) {
      list();
    }
  }

  std::vector<TableFinding> findings() && { return std::move(findings_); }

 private:
  using Cells = std::span<const std::string_view>;

  void find(std::size_t line, Message what) {
    findings_.push_back({std::string(table_.name), line, std::move(what)});
  }

  /// What holds for every table.
  void lines() {
    if (table_.bytes.find("# Source: ") == std::string_view::npos ||
        table_.bytes.find("Licence: ") == std::string_view::npos) {
      find(1, Message{"no comment names its source and licence: # Source: ... Licence: ...", {}});
    }
    if (!table_.bytes.empty() && !table_.bytes.ends_with('\n'))
      find(0, Message{"no line end at its end", {}});
    std::size_t number = 0;
    for (const std::string_view line : split(table_.bytes, '\n')) {
      ++number;
      if (line.find('\r') != std::string_view::npos) find(number, Message{"a carriage return", {}});
      if (line.starts_with('#') || line.empty()) continue;
      for (const std::string_view cell : split(line, '\t')) {
        if (cell.empty() || cell.starts_with(' ') || cell.ends_with(' ')) {
          find(number, Message{"a cell that is empty or begins or ends with a space: {1}",
                               {std::string(cell)}});
        }
      }
    }
  }

  /// Word pairs: none stands twice, and texts can meet them.
  void pairs() {
    const WordTable words = read_word_table(table_.bytes, table_.name);
    for (const WordTable::Fault& fault : words.faults) find(fault.line, fault.what);
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> pairs;
    for (const WordRow& row : words.rows) {
      for (const auto* forms : {&row.words, &row.translations}) {
        for (const std::string_view form : *forms) {
          if (!cotejo::words(form).empty()) continue;
          find(row.line, Message{"{1}: no text can be met by it", {std::string(form)}});
        }
      }
      for (const std::string_view word : row.words) {
        for (const std::string_view translation : row.translations) {
          const auto [first, fresh] = pairs.try_emplace({word, translation}, row.line);
          if (fresh) continue;
          find(row.line, Message{"{1}, {2}: stands in line {3} too",
                                 {std::string(word), std::string(translation),
                                  std::to_string(first->second)}});
        }
      }
    }
  }

  /// Antonyms: no pair stands twice, either way round.
  void opposites() {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> pairs;
    each_row(table_.bytes, [&](Cells cells, std::size_t line) {
      if (cells.size() != 2) {
        find(line, Message{"{1} columns, not {2}", {std::to_string(cells.size()), "2"}});
        return;
      }
      for (const std::string_view one : split(cells[0], '|')) {
        for (const std::string_view other : split(cells[1], '|')) {
          const auto [first, fresh] = pairs.try_emplace(std::minmax(one, other), line);
          if (fresh) continue;
          find(line,
               Message{"{1}, {2}: stands in line {3} too",
                       {std::string(one), std::string(other), std::to_string(first->second)}});
        }
      }
    });
  }

  /// A list of one language: no form stands twice.
  void list() {
    std::map<std::string_view, std::size_t> forms;
    each_row(table_.bytes, [&](Cells cells, std::size_t line) {
      if (cells.size() > 3)
        find(line, Message{"{1} columns, not 3 at most", {std::to_string(cells.size())}});
      for (const std::string_view form : split(cells[0], '|')) {
        const auto [first, fresh] = forms.try_emplace(form, line);
        if (!fresh) {
          find(line, Message{"{1} stands in line {2} too",
                             {std::string(form), std::to_string(first->second)}});
        }
      }
    });
  }

  void names() {
    std::optional<std::vector<std::string_view>> header;
    each_row(table_.bytes, [&](Cells cells, std::size_t line) {
      if (!header) {
        header.emplace(cells.begin(), cells.end());
        if (cells.size() < 3 || cells[0] != "key" || cells[1] != "kind") {
          find(line, Message{"the first row names the columns: key, kind, and the languages", {}});
        }
        return;
      }
      if (cells.size() != header->size()) {
        find(line, Message{"{1} columns, not {2}",
                           {std::to_string(cells.size()), std::to_string(header->size())}});
        return;
      }
      if (cells.size() < 3) return;
      key_and_kind(cells[0], cells[1], line);
      for (std::size_t column = 2; column < cells.size(); ++column) {
        forms(cells[column], (*header)[column], {table_.name, line, cells[0]});
      }
    });
    if (!header) find(0, Message{"no row names the columns", {}});
  }

  void key_and_kind(std::string_view key, std::string_view kind, std::size_t line) {
    if (!name_kind(kind)) find(line, Message{"no kind of name: {1}", {std::string(kind)}});
    if (key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos) {
      find(line,
           Message{"no key: {1} (lower-case letters, figures and hyphens)", {std::string(key)}});
    }
    if (table_.name == frozen_names) return;  // its rows add to the written ones
    const auto [first, fresh] = keys_.try_emplace({key, kind}, Place{table_.name, line, key});
    if (!fresh) {
      find(line, Message{"{1}, {2}: stands in {3}:{4} too",
                         {std::string(key), std::string(kind), std::string(first->second.table),
                          std::to_string(first->second.line)}});
    }
  }

  void forms(std::string_view cell, std::string_view language, const Place& place) {
    std::set<std::string_view> own;
    if (cell.ends_with('|')) find(place.line, Message{"a cell that ends with |", {}});
    for (const std::string_view form : split(cell, '|')) {
      if (form.empty() || form.starts_with(' ') || form.ends_with(' ')) {
        find(place.line, Message{"a form that is empty or begins or ends with a space: {1}",
                                 {std::string(form)}});
        continue;
      }
      if (!own.insert(form).second) {
        find(place.line, Message{"{1} stands twice in its cell", {std::string(form)}});
      }
      const std::optional<std::string> words = compared(form);
      if (!words) {
        find(place.line, Message{"{1}: no text can be met by it", {std::string(form)}});
        continue;
      }
      const auto [first, fresh] = forms_.try_emplace(std::string(language) + '\t' + *words, place);
      if (!fresh && first->second.key != place.key) {
        find(place.line,
             Message{"{1}: {2} here, {3} in {4}:{5}",
                     {std::string(form), std::string(place.key), std::string(first->second.key),
                      std::string(first->second.table), std::to_string(first->second.line)}});
      }
    }
  }

  /// A form as look-up compares it; nothing where it has no words or marks no name can hold.
  static std::optional<std::string> compared(std::string_view form) {
    const std::vector<Word> found = words(form);
    if (found.empty()) return std::nullopt;
    std::string key;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0) {
        const std::size_t end = found[i - 1].span.end;
        const char mark = joint(form.substr(end, found[i].span.begin - end));
        if (!mark) return std::nullopt;
        key += mark;
      }
      key += fold(slice(form, found[i].span));
    }
    return key;
  }

  LexiconTable table_;
  std::vector<TableFinding> findings_;
  std::map<std::pair<std::string_view, std::string_view>, Place> keys_;  // key and kind
  std::map<std::string, Place> forms_;                                   // language and form
};

}  // namespace

std::vector<TableFinding> check_tables(std::span<const LexiconTable> tables) {
  Check check;
  for (const LexiconTable& table : tables) {  // the frozen one last: what it repeats is its fault
    if (table.name != frozen_names) check.table(table);
  }
  for (const LexiconTable& table : tables) {
    if (table.name == frozen_names) check.table(table);
  }
  return std::move(check).findings();
}

std::vector<LexiconTable> shipped_lexicon_tables() {
  std::vector<LexiconTable> tables;
  for (const std::string_view name : shipped_tables("")) {
    tables.push_back({name, shipped_table(name)});
  }
  return tables;
}

}  // namespace cotejo
