#include "review/denial.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "cotejo/text.hpp"
#include "text/case.hpp"

namespace cotejo {
namespace {

class Reader {
 public:
  Reader(const Wording& wording, std::span<const ReviewWord> words, Edition edition,
         const Lexicon& lexicon, const Dictionary& dictionary)
      : wording_(wording),
        words_(words),
        edition_(edition),
        lexicon_(lexicon),
        dictionary_(dictionary) {}

  Denials read() {
    for (std::size_t i = 0; i < words_.size();) {
      if (breaks(marks(i))) echo_ = none;
      i += take(i);
    }
    for (const Carrier& c : out_.carriers) {  // no es más que: is only
      if (c.kind != "but") continue;
      for (Negator& n : out_.negators)
        n.soft = n.soft || (n.kind == "not" && n.word < c.word && c.word <= n.word + 5);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::size_t reach = 7;  // words, within which another negator repeats the last

  std::string_view marks(std::size_t i) const { return before_word(wording_, words_, i); }

  /// The row of a word, or of what it begins with: "refus*".
  std::optional<Entry> row(const std::string& word) const {
    if (auto entry = lexicon_.find(List::polarity, word)) return entry;
    for (std::size_t n = std::min<std::size_t>(word.size(), 12); n >= 4; --n) {
      if (auto entry = lexicon_.find(List::polarity, word.substr(0, n) + '*')) return entry;
    }
    return std::nullopt;
  }

  /// Reads what stands at a word, and tells how many words that is.
  std::size_t take(std::size_t i) {
    std::string phrase = words_[i].folded;
    std::array<std::string, 3> phrases;
    for (std::size_t k = 1; k <= phrases.size() && i + k < words_.size(); ++k) {
      if (breaks(marks(i + k))) break;
      phrases[k - 1] = phrase += ' ' + words_[i + k].folded;
    }
    for (std::size_t k = phrases.size(); k > 0; --k) {
      if (phrases[k - 1].empty()) continue;
      if (const auto entry = lexicon_.find(List::polarity, phrases[k - 1])) {
        put(i, k + 1, *entry);
        return k + 1;
      }
    }
    const auto entry = row(words_[i].folded);
    if (entry) put(i, 1, *entry);
    if (!entry || entry->kind == "deny") affix(i);
    return 1;
  }

  void put(std::size_t i, std::size_t size, const Entry& entry) {
    if (entry.kind == "idle") return;
    if (entry.kind == "deny") {
      const bool mild = entry.value == "mild";
      out_.carriers.push_back({i, entry.kind, {}, {}, mild, false});
      if (!mild) echo_ = i + size - 1 + reach;  // impedir que nadie
    } else if (entry.kind == "weak") {
      out_.carriers.push_back({i, entry.value, {}, {}, false, false});
    } else {
      negator(i, size, entry);
    }
  }

  void negator(std::size_t i, std::size_t size, const Entry& entry) {
    const ReviewWord& word = words_[i];
    const std::string_view kind = entry.kind;
    Negator it;
    it.word = it.begin = i;
    it.kind = kind;
    it.soft = kind == "soft";
    if (kind == "clitic") {  // didn't: the t alone is no word
      if (i == 0 || !words_[i - 1].folded.ends_with('n') || marks(i).empty() || marks(i) == " ")
        return;
      it.begin = i - 1;
      // isn't it?
      for (std::size_t k = i + 1; k <= i + 2 && k < words_.size(); ++k)
        it.soft = it.soft || (breaks(marks(k)) && marks(k).find('?') != std::string_view::npos);
    }
    if (kind == "not" && size == 1 && i + 1 < words_.size() && words_[i + 1].numeric &&
        word.written != Case::lower)
      return;  // No. 1
    if (kind == "not" && i > 0 && marks(i).find(',') != std::string_view::npos && asked(i))
      it.soft = true;  // ¿..., no?
    if (kind == "echo" && entry.value != "alone")
      it.soft = (echo_ != none && i <= echo_) || compared(i);
    if (kind == "nor") it.soft = echo_ != none;
    // No hay ninguna: behind a verb the one needs the other
    if (entry.value == "behind" && !it.soft && i > 0 && marks(i) == " ")
      it.stray = it.soft =
          sort(i - 1) == "verb" || words_[i - 1].stems.irregular != Dictionary::unknown;
    if (kind == "not" && size == 1 && i > 0) it.stray = it.stray || sort(i - 1) == "pronoun";
    it.end = std::min(words_.size(), i + size + 6);
    for (std::size_t k = i + size; k < it.end; ++k) {
      if (breaks(marks(k))) it.end = k;
    }
    for (std::size_t k = i + size; k < std::min(it.end, i + size + 5) && it.head == none; ++k) {
      if (content(words_[k])) it.head = k;
    }
    out_.negators.push_back(it);
    if (kind != "soft" || echo_ != none) echo_ = i + size - 1 + reach;
  }

  std::string_view sort(std::size_t i) const {
    const auto entry = lexicon_.find(List::polarity, words_[i].folded);
    return entry ? entry->value : std::string_view{};
  }

  /// Whether a question ends with the word.
  bool asked(std::size_t i) const {
    const std::string_view text = wording_.side().document.text;
    const std::size_t at = words_[i].span.end;
    return at < text.size() && text[at] == '?';
  }

  /// más fuerte que nunca, stronger than ever: denies nothing.
  bool compared(std::size_t i) const {
    if (i == 0 || words_[i - 1].folded != "que") return false;
    for (std::size_t k = i - 1; k > 0 && k + 5 > i; --k) {
      if (sort(k - 1) == "more") return true;
    }
    return false;
  }

  /// Spelt with a negative prefix or suffix: unable, impossible, careless, descartar.
  void affix(std::size_t i) {
    const ReviewWord& word = words_[i];
    if (word.folded.size() < 6 || word.written != Case::lower || word.numeric) return;
    const std::string lower = lower_case(slice(wording_.side().document.text, word.span));
    std::vector<std::string> bare;
    for (const std::string_view prefix : {"un", "in", "im", "ir", "il", "dis", "non", "des"}) {
      if (lower.starts_with(prefix)) bare.push_back(lower.substr(prefix.size()));
    }
    if (lower.ends_with("less")) bare.push_back(lower.substr(0, lower.size() - 4));
    const bool sure =
        lower.starts_with("un") || lower.starts_with("non") || lower.ends_with("less");
    for (const std::string& one : bare) {
      const auto stems = edition_ == Edition::source ? dictionary_.source_stems(std::span(&one, 1))
                                                     : dictionary_.target_stems(std::span(&one, 1));
      const bool known =
          stems[0].own != Dictionary::unknown || stems[0].irregular != Dictionary::unknown;
      if (known || sure) {
        if (out_.carriers.empty() || out_.carriers.back().word != i)
          out_.carriers.push_back({i, "affix", {}, {}, false, false});
        out_.carriers.back().bare = one;
        out_.carriers.back().stems = stems[0];
        return;
      }
    }
  }

  const Wording& wording_;
  std::span<const ReviewWord> words_;
  Edition edition_;
  const Lexicon& lexicon_;
  const Dictionary& dictionary_;
  Denials out_;
  std::size_t echo_ = none;
};

}  // namespace

std::string_view before_word(const Wording& wording, std::span<const ReviewWord> words,
                             std::size_t word) {
  if (word == 0 || word >= words.size()) return {};
  return slice(wording.side().document.text, {words[word - 1].span.end, words[word].span.begin});
}

Denials denials(const Wording& wording, std::span<const ReviewWord> words, Edition edition,
                const Lexicon& lexicon, const Dictionary& dictionary) {
  return Reader(wording, words, edition, lexicon, dictionary).read();
}

}  // namespace cotejo
