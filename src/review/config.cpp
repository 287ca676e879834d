#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "cotejo/review_config.hpp"
#include "cotejo/text.hpp"
#include "review/report/kinds.hpp"
#include "text/nearest.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::pair<std::string_view, Strictness>, 3> strictnesses{
    {{"lenient", Strictness::lenient},
     {"normal", Strictness::normal},
     {"strict", Strictness::strict}}};
constexpr std::array<std::pair<std::string_view, bool>, 6> switches{
    {{"true", true}, {"false", false}, {"on", true}, {"off", false}, {"yes", true}, {"no", false}}};

template <typename Value>
std::vector<std::pair<std::string_view, Value>> named(const std::vector<Value>& values) {
  std::vector<std::pair<std::string_view, Value>> out;
  for (const Value value : values) out.emplace_back(name(value), value);
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

/// Without what stands behind # or ; outside of quotes.
std::string_view without_comment(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (!quoted && (line[i] == '#' || line[i] == ';')) return line.substr(0, i);
  }
  return line;
}

/// Reads one line after the other, and knows where it is.
class ConfigReader {
 public:
  explicit ConfigReader(const std::string& name) : name_(name) {}

  void read(std::string_view line) {
    ++line_;
    line = trimmed(without_comment(line));
    if (line.empty()) return;
    if (line.front() == '[') return section(line);
    const std::size_t equals = line.find('=');
    if (equals == line.npos) fail(Message{"expected key = value, or [kind]", {}});
    set(trimmed(line.substr(0, equals)), unquoted(trimmed(line.substr(equals + 1))));
  }

  ReviewConfig config;

 private:
  [[noreturn]] void fail(Message message) const {
    message.place = name_ + ':' + std::to_string(line_);
    throw Error(std::move(message));
  }

  /// What is known for a word; else the error names the nearest, or all.
  template <typename Known>
  auto find(std::string_view word, const Known& known) const {
    std::vector<std::string> names;
    for (const auto& [known_name, value] : known) {
      if (known_name == word) return value;
      names.emplace_back(known_name);
    }
    const std::string shown = excerpt(word);
    if (const auto meant = nearest(word, names)) {
      fail(Message{"unknown name {1}; did you mean {2}?", {shown, *meant}});
    }
    std::string all;
    for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
    fail(Message{"unknown name {1}; known are: {2}", {shown, all}});
  }

  void section(std::string_view line) {
    if (line.back() != ']') fail(Message{"expected key = value, or [kind]", {}});
    line = trimmed(line.substr(1, line.size() - 2));
    rule_ = &config.kinds[find(line, named(all_kinds()))];
  }

  void set(std::string_view key, std::string_view value) {
    enum class Key { strictness, least_confidence, check, severity };
    using Keys = std::vector<std::pair<std::string_view, Key>>;
    static const Keys general = {{"strictness", Key::strictness},
                                 {"min-confidence", Key::least_confidence}};
    static const Keys own = {{"check", Key::check},
                             {"severity", Key::severity},
                             {"min-confidence", Key::least_confidence}};
    switch (find(key, rule_ == nullptr ? general : own)) {
      case Key::strictness:
        config.strictness = find(value, strictnesses);
        break;
      case Key::least_confidence:
        (rule_ == nullptr ? config.least_confidence : rule_->least_confidence) = probability(value);
        break;
      case Key::check:
        rule_->check = find(value, switches);
        break;
      case Key::severity:
        rule_->severity = find(value, named(std::vector{Severity::neutral, Severity::minor,
                                                        Severity::major, Severity::critical}));
        break;
    }
  }

  double probability(std::string_view word) const {
    double value = -1.0;
    const char* end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, value);
    if (error != std::errc() || stop != end || !(value >= 0.0 && value <= 1.0)) {
      fail(Message{"{1} is no number from 0 to 1, such as 0.8", {excerpt(word)}});
    }
    return value;
  }

  std::string_view unquoted(std::string_view value) const {
    if (value.empty() || value.front() != '"') return value;
    if (value.size() < 2 || value.back() != '"') fail(Message{"the value ends in no quote", {}});
    return value.substr(1, value.size() - 2);
  }

  /// Enough of a word to know it again.
  static std::string excerpt(std::string_view word) {
    constexpr std::size_t longest = 40;
    if (word.size() <= longest) return std::string(word);
    std::size_t end = valid_utf8_prefix(word.substr(0, longest));
    return std::string(word.substr(0, end)) + "...";
  }

  std::string name_;
  std::size_t line_ = 0;
  KindRule* rule_ = nullptr;  ///< of the section; none before the first
};

}  // namespace

ReviewConfig ReviewConfig::read(std::string_view text, const std::string& name) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  ConfigReader reader(name);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader.config);
}

ReviewOptions ReviewConfig::options() const {
  ReviewOptions out;
  out.strictness = strictness.value_or(Strictness::normal);
  for (const auto& [kind, rule] : kinds) {
    if (!rule.check) out.off.push_back(kind);
  }
  return out;
}

void ReviewConfig::apply(std::vector<Finding>& findings) const {
  std::erase_if(findings, [&](Finding& finding) {
    double least = least_confidence;
    if (const auto rule = kinds.find(finding.kind); rule != kinds.end()) {
      least = std::max(least, rule->second.least_confidence);
      if (rule->second.severity) finding.severity = *rule->second.severity;
      if (!rule->second.check) return true;
    }
    return finding.confidence < least;
  });
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.bead != b.bead ? a.bead < b.bead : a.severity > b.severity;
  });
}

}  // namespace cotejo
