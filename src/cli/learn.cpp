#include "cli/learn.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "cotejo/exchange.hpp"
#include "cotejo/learn.hpp"
#include "cotejo/text.hpp"
#include "cotejo/tmx.hpp"

namespace cotejo {
namespace {

/// "es" of "es-US", "ES" and "es_us".
std::string primary(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Feeds a learner from files. The languages are those asked for, else those of the first unit of a
/// TMX, else what the first units read like: until that is known, units wait.
class Teacher {
 public:
  Teacher(std::string source_language, std::string target_language)
      : source_language_(primary(source_language)), target_language_(primary(target_language)) {}

  void read(const std::string& path) {
    path_ = path;
    const Source source = file_source(path);
    const auto take = [&](Unit unit) { add(std::move(unit.source), std::move(unit.target)); };
    if (path.ends_with(".tsv") || path.ends_with(".txt")) return read_tsv(source, path, take);
    if (path.ends_with(".jsonl")) return read_jsonl(source, path, take);
    const std::size_t before = units_;
    read_tmx(source, path, [&](const TmxFile&, const TmxUnit& unit) { add(unit); });
    if (units_ == before) {
      throw Error(
          Message{"{1}: no unit has both {2} and {3}; name the languages it has with "
                  "--source-lang and --target-lang",
                  {path, named(source_language_), named(target_language_)}});
    }
  }

  Learner& done() {
    if (!learner_) start();
    return *learner_;
  }

  const std::string& source_language() const { return source_language_; }
  const std::string& target_language() const { return target_language_; }

 private:
  static std::string named(const std::string& language) {
    return language.empty() ? "?" : language;
  }

  void add(const TmxUnit& unit) {
    const auto variant = [&](const auto& wanted) {
      return std::find_if(unit.variants.begin(), unit.variants.end(), wanted);
    };
    if (source_language_.empty()) {
      const std::string own = primary(unit.source_language);
      source_language_ = own.find('*') == own.npos ? own : "";
      if (source_language_.empty() && !unit.variants.empty()) {
        source_language_ = primary(unit.variants.front().language);
      }
    }
    const auto source =
        variant([&](const TmxVariant& one) { return primary(one.language) == source_language_; });
    const auto target = variant([&](const TmxVariant& one) {
      const std::string language = primary(one.language);
      return target_language_.empty() ? language != source_language_ : language == target_language_;
    });
    if (source == unit.variants.end() || target == unit.variants.end()) return;
    if (target_language_.empty()) target_language_ = primary(target->language);
    add(source->text, target->text);
  }

  void add(std::string source, std::string target) {
    ++units_;
    if (learner_) return learner_->add(source, target);
    constexpr std::size_t enough = 1 << 16;  // bytes to tell a language from
    waiting_ += source.size();
    pending_.emplace_back(std::move(source), std::move(target));
    const bool known = !source_language_.empty() && !target_language_.empty();
    if (known || waiting_ > enough) start();
  }

  void start() {
    guess(source_language_, &std::pair<std::string, std::string>::first);
    guess(target_language_, &std::pair<std::string, std::string>::second);
    if (source_language_ == target_language_) {
      throw Error(
          Message{"{1}: both sides are {2}; name their languages with --source-lang and "
                  "--target-lang",
                  {path_, source_language_}});
    }
    learner_.emplace(source_language_, target_language_);
    for (const auto& [source, target] : std::exchange(pending_, {})) learner_->add(source, target);
  }

  void guess(std::string& language, std::string std::pair<std::string, std::string>::*side) const {
    if (!language.empty()) return;
    std::string sample;
    for (const auto& unit : pending_) sample += unit.*side + '\n';
    language = detect_language(sample).language;
    if (language.empty()) {
      throw Error(
          Message{"{1}: cannot tell the language; name it with --source-lang or "
                  "--target-lang",
                  {path_}});
    }
  }

  std::string source_language_;
  std::string target_language_;
  std::string path_;
  std::optional<Learner> learner_;
  std::vector<std::pair<std::string, std::string>> pending_;
  std::size_t waiting_ = 0;
  std::size_t units_ = 0;
};

}  // namespace

void learn_words(const LexiconCommand& command, const Console& console) {
  for (const std::string& path : command.arguments) {
    if (command.output != "-" && path != "-" && same_file(path, command.output)) {
      throw Error(Message{"{1}: is read; write to another file", {path}});
    }
  }
  Teacher teacher(command.source_language, command.target_language);
  LearnedFrom from;
  const std::vector<LearnedWord> words = [&] {
    const Progress progress(console.catalogue()(tr("learning ...")), !console.quiet());
    for (const std::string& path : command.arguments) teacher.read(path);
    const Learner& learner = teacher.done();
    from = {teacher.source_language(), teacher.target_language(), command.arguments,
            learner.units()};
    return learner.learn();
  }();
  if (words.empty()) {
    throw Error(Message{"too little text to learn words from: {1} units; some hundreds are needed",
                        {std::to_string(from.units)}});
  }
  OutputFile out(command.output);
  write_words([&](std::string_view bytes) { out.write(bytes); }, from, words);
  out.commit();
  console.note({tr("units: {1}; words: {2}; name the licence of the files in the table's head"),
                {std::to_string(from.units), std::to_string(words.size())}});
}

}  // namespace cotejo
