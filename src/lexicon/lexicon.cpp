#include "cotejo/lexicon.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "cotejo/error.hpp"
#include "foreign/icu_locale.hpp"
#include "lexicon/icu_names.hpp"
#include "lexicon/name_table.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::string_view, 9> list_names{"abbreviations", "starters", "numbers",
                                                     "calendar",      "units",    "function",
                                                     "implied",       "polarity", "cues"};

using Rows = std::unordered_map<std::string_view, Entry>;

}  // namespace

struct Lexicon::Tables {
  std::string language;
  std::deque<std::string> folded;  // what the maps' keys point to
  std::array<Rows, list_names.size()> lists;

  // Made when first asked for: not every run needs names.
  mutable std::once_flag names_made;
  mutable std::string generated;
  mutable std::optional<NameTable> name_table;

  const NameTable& names() const {
    std::call_once(names_made, [this] {
      const std::vector<std::string_view> written = written_names();
      name_table.emplace(language, written, shipped_table(frozen_names));
      if (name_table->size() > 0 || language.empty()) return;
      generated = icu_names_table(std::array{language.substr(0, language.find('-'))});
      name_table.emplace(language, std::span<const std::string_view>{}, generated);
    });
    return *name_table;
  }

  std::string_view table(std::size_t list) const {
    const std::string folder = language.substr(0, language.find('-'));
    return shipped_table(folder + "/" + std::string(list_names[list]) + ".tsv");
  }

  void read_list(std::size_t list) {
    each_row(table(list), [&](std::span<const std::string_view> cells, std::size_t) {
      for (const std::string_view form : split(cells[0], '|')) {
        folded.push_back(fold(form));
        lists[list].try_emplace(folded.back(),
                                Entry{cells.size() > 1 ? cells[1] : std::string_view{},
                                      cells.size() > 2 ? cells[2] : std::string_view{}});
      }
    });
  }
};

Lexicon::Lexicon(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Lexicon Lexicon::shipped(std::string_view language) {
  if (!readable_language_tag(language)) {
    throw Error({"{1}: not a language tag such as es or es-US", {std::string(language)}});
  }
  auto tables = std::make_shared<Tables>();
  tables->language = language;
  for (std::size_t list = 0; list < list_names.size(); ++list) tables->read_list(list);
  return Lexicon(std::move(tables));
}

const std::string& Lexicon::language() const { return tables_->language; }

std::optional<Entry> Lexicon::find(List list, std::string_view folded) const {
  const Rows& rows = tables_->lists[static_cast<std::size_t>(list)];
  const auto row = rows.find(folded);
  if (row == rows.end()) return std::nullopt;
  return row->second;
}

std::optional<std::string> Lexicon::written(List list, std::span<const std::string_view> kinds,
                                            std::string_view value) const {
  std::optional<std::string> form;
  const std::string_view table = tables_->table(static_cast<std::size_t>(list));
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (form || cells.size() < 3 || cells[2] != value) return;
    if (std::find(kinds.begin(), kinds.end(), cells[1]) == kinds.end()) return;
    form = std::string(cells[0].substr(0, cells[0].find('|')));
  });
  return form;
}

std::vector<NameMatch> Lexicon::names_at(std::string_view text, std::span<const Word> words,
                                         std::size_t first) const {
  return tables_->names().names_at(text, words, first);
}

}  // namespace cotejo
