#include "lexicon/icu_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "cotejo/text.hpp"
#include "foreign/icu_locale.hpp"
#include "lexicon/name_table.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

using Names = std::map<std::string, std::vector<std::string>>;  // by code

/// Continents and the like, of ICU's regions numbered by the United Nations.
constexpr std::array<std::string_view, 11> regions{"002", "003", "005", "009", "013", "029",
                                                   "142", "143", "150", "202", "419"};

/// Names that are other things as well in one language or another, and so no anchors: Réunion (a
/// meeting), Granada, Mauricio, San Martín; Easter, Christmas, Adelaida, Belén (Bethlehem), Daca;
/// the languages Cree (believes), Ido (gone), Caribe, Slave; the US dollar, which mostly is just a
/// dollar.
constexpr std::string_view unsafe_codes =
    " AC BL EZ GD GP LC MF MU QO RE SH UN XA XB ZZ America/Bahia America/Belem "
    "America/Cayman America/Grand_Turk America/Grenada America/Guadeloupe "
    "America/Santiago America/St_Barthelemy America/St_Kitts America/St_Lucia "
    "America/St_Vincent Asia/Dhaka Atlantic/Canary Atlantic/St_Helena Australia/Adelaide "
    "Indian/Christmas Indian/Mauritius Indian/Reunion Pacific/Easter car cr del den ee "
    "fan gay ii io lsm men min mul mus und war zxx USD XTS XXX ";

/// Names that stand in lower case in running text.
constexpr auto generic_words = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"Isla ", "isla "}, {"Islas ", "islas "}, {"Île ", "île "}, {"Îles ", "îles "}});

bool is_unsafe(const std::string& code) {
  return unsafe_codes.find(' ' + code + ' ') != std::string_view::npos;
}

/// A name as running text has it: no typographic apostrophe, no spaced hyphen ("Congo -
/// Kinshasa"), no ampersand, no bracketed addition. Empty where no such name is left.
std::string plain_name(std::string_view name) {
  const std::size_t bracket = name.find(" (");
  if (bracket != std::string_view::npos && !name.ends_with(')')) return {};  // Cocos (Keeling) Is.
  name = name.substr(0, bracket);
  std::string plain;
  for (const auto& [written, running] : generic_words) {
    if (!name.starts_with(written)) continue;
    plain = running;
    name.remove_prefix(written.size());
    break;
  }
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    const bool spaced = plain.ends_with(' ') && name.substr(at).starts_with(' ');
    if (c == U'\u2019' || c == U'\u02BC' || c == U'\u02BB') {
      plain += '\'';
    } else if (c == U'\u00A0') {
      plain += ' ';
    } else if (c == U'-' && spaced) {
      plain.back() = '-';
      ++at;
    } else if (c == U'&' && spaced) {  // in English alone
      plain += "and";
    } else {
      plain += name.substr(begin, at - begin);
    }
  }
  return plain;
}

/// Whether a name can be met in a text, and isn't a mere two letters.
bool is_usable(std::string_view name) {
  if (name.size() <= 2 || name.find_first_of("|\t,0123456789") != std::string_view::npos) {
    return false;
  }
  const std::vector<Word> found = words(name);
  for (std::size_t i = 1; i < found.size(); ++i) {
    const std::size_t end = found[i - 1].span.end;
    if (!joint(name.substr(end, found[i].span.begin - end))) return false;
  }
  return !found.empty();
}

/// The bracketed part of a territory's name: "Birmania" of "Myanmar (Birmania)".
std::string bracketed_name(std::string_view name) {
  const std::size_t bracket = name.find(" (");
  if (bracket == std::string_view::npos || !name.ends_with(')')) return {};
  return plain_name(name.substr(bracket + 2, name.size() - bracket - 3));
}

std::string lower_ascii(std::string_view code) {
  std::string lower(code);
  for (char& byte : lower) byte = byte == '_' ? '-' : byte;
  return fold(lower);
}

/// The names of every wanted code, those that two codes share left out.
Names distinct(const std::vector<CodedName>& coded, bool brackets) {
  std::map<std::string, std::set<std::string>> codes;  // by folded name
  for (const CodedName& row : coded) codes[fold(plain_name(row.name))].insert(row.code);
  Names names;
  const auto add = [&names](const std::string& code, std::string name) {
    std::vector<std::string>& known = names[code];
    if (is_usable(name) && std::find(known.begin(), known.end(), name) == known.end()) {
      known.push_back(std::move(name));
    }
  };
  for (const CodedName& row : coded) {
    const std::string plain = plain_name(row.name);
    if (is_unsafe(row.code) || codes[fold(plain)].size() > 1) continue;
    add(row.code, plain);
    if (brackets) add(row.code, bracketed_name(row.name));
  }
  return names;
}

/// One sort of thing that ICU has names of.
struct Sort {
  std::vector<CodedName> (*names)(const std::string& language);
  NameKind kind;
  std::string_view prefix;  // of its keys
};

constexpr Sort territory_sort{territory_names, NameKind::place, ""};
constexpr Sort city_sort{city_names, NameKind::place, "city-"};
constexpr Sort language_sort{language_names, NameKind::term, "language-"};
constexpr Sort currency_sort{currency_names, NameKind::term, "currency-"};

/// The key of a thing by its code; nothing where it is not wanted.
std::optional<std::string> key_of(const Sort& sort, std::string_view code) {
  if (&sort == &territory_sort && code.size() != 2) {
    if (std::find(regions.begin(), regions.end(), code) == regions.end()) return std::nullopt;
    return "region-" + std::string(code);
  }
  if (&sort == &language_sort && code.find('_') != std::string_view::npos) return std::nullopt;
  if (&sort == &city_sort) code.remove_prefix(code.rfind('/') + 1);
  return std::string(sort.prefix) + lower_ascii(code);
}

/// The rows under way, and what is known already.
class Builder {
 public:
  explicit Builder(std::span<const std::string> languages)
      : languages_(languages.begin(), languages.end()) {
    compared_ = languages_;
    // A language by itself is compared with English, so that its keys are those of the written
    // tables.
    if (std::find(compared_.begin(), compared_.end(), "en") == compared_.end()) {
      compared_.push_back("en");
    }
    const std::vector<std::string_view> tables = written_names();
    for (const std::string& language : compared_) written_.emplace_back(language, tables, "");
    taken_.resize(compared_.size());
  }

  void add(const Sort& sort) {
    std::vector<Names> names;
    for (const std::string& language : compared_) {
      names.push_back(distinct(sort.names(language), &sort == &territory_sort));
    }
    for (const auto& [code, forms] : Names(names.back())) {
      std::optional<std::string> key = key_of(sort, code);
      if (!key) continue;
      Cells cells;
      for (Names& of : names) cells.push_back(of[code]);
      add_row(sort, std::move(*key), std::move(cells));
    }
  }

  std::string table() const {
    std::string text =
        "# Names of territories, languages, currencies and cities.\n"
        "# Source: made by `cotejo lexicon icu` from the Unicode CLDR data in ICU. Licence: "
        "Unicode-DFS-2016.\n"
        "key\tkind";
    for (const std::string& language : languages_) text += '\t' + language;
    return text + '\n' + rows_;
  }

 private:
  using Cells = std::vector<std::vector<std::string>>;

  void add_row(const Sort& sort, std::string key, Cells cells) {
    const bool territory = &sort == &territory_sort && key.size() == 2;
    if (&sort == &currency_sort) leave_phrases(cells);
    if (std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); }) ||
        (!territory && alike(cells))) {
      return;
    }
    NameKind kind = sort.kind;
    if (const std::optional<NameMatch> written = written_name(cells, key, kind)) {
      if (territory && written->key != key) return;
      key = written->key;
      if (!territory) kind = written->kind;
      if (&sort == &language_sort && kind == NameKind::place) kind = NameKind::demonym;
    }
    bool news = territory;  // does it say anything the written tables don't?
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::erase_if(cells[i], [&](const std::string& form) { return is_taken(i, form, key); });
      if (cells[i].empty()) return;
      news = news || std::any_of(cells[i].begin(), cells[i].end(), [&](const std::string& form) {
               return written_[i].names_of(form).empty();
             });
    }
    if (!news || !rows_made_.emplace(key, kind).second) return;
    rows_ += key + '\t' + std::string(name(kind));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t form = 0; form < cells[i].size(); ++form) {
        taken_[i].emplace(fold(cells[i][form]), key);
        if (i < languages_.size()) rows_ += (form == 0 ? '\t' : '|') + cells[i][form];
      }
    }
    rows_ += '\n';
  }

  /// A currency's bare name is left to the readers of sums: it may be a common word ("rieles").
  static void leave_phrases(Cells& cells) {
    for (auto& cell : cells) {
      std::erase_if(cell, [](const std::string& form) { return words(form).size() < 2; });
    }
  }

  static bool alike(const Cells& cells) {
    return std::all_of(cells.begin(), cells.end(), [&](const auto& cell) {
      return fold(cell.front()) == fold(cells.front().front());
    });
  }

  /// What the written tables call the thing: by its own key and kind if they can, else by what
  /// English, which stands last, says.
  std::optional<NameMatch> written_name(const Cells& cells, std::string_view key,
                                        NameKind kind) const {
    std::optional<NameMatch> found;
    const auto worth = [&](const NameMatch& match) {
      return 2 * (match.key == key) + (match.kind == kind);
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (const std::string& form : cells[i]) {
        for (const NameMatch& match : written_[i].names_of(form)) {
          if (!found || worth(match) >= worth(*found)) found = match;
        }
      }
    }
    return found;
  }

  /// Whether a form stands for something else already.
  bool is_taken(std::size_t language, const std::string& form, std::string_view key) const {
    const auto row = taken_[language].find(fold(form));
    if (row != taken_[language].end() && row->second != key) return true;
    const std::vector<NameMatch> matches = written_[language].names_of(form);
    return !matches.empty() && std::none_of(matches.begin(), matches.end(),
                                            [&](const auto& match) { return match.key == key; });
  }

  std::vector<std::string> languages_;
  std::vector<std::string> compared_;                      // the languages, and English
  std::vector<NameTable> written_;                         // of each compared language
  std::vector<std::map<std::string, std::string>> taken_;  // folded form to key
  std::set<std::pair<std::string, NameKind>> rows_made_;   // key and kind
  std::string rows_;
};

}  // namespace

std::vector<std::string_view> written_names() {
  std::vector<std::string_view> tables;
  for (const std::string_view table : shipped_tables("names")) {
    if (table != frozen_names) tables.push_back(shipped_table(table));
  }
  return tables;
}

std::string icu_names_table(std::span<const std::string> languages) {
  Builder builder(languages);
  for (const Sort* sort : {&territory_sort, &city_sort, &language_sort, &currency_sort})
    builder.add(*sort);
  return builder.table();
}

}  // namespace cotejo
