#include "cotejo/train.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cotejo/accuracy.hpp"
#include "cotejo/exchange.hpp"
#include "text/decimal.hpp"

namespace cotejo {
namespace {

namespace fs = std::filesystem;

/// The ladders named, and those in the folders named, in order.
std::vector<std::string> ladders(const std::vector<std::string>& arguments) {
  std::vector<std::string> all;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (!fs::is_directory(argument, error)) {
      all.push_back(argument);
      continue;
    }
    std::vector<std::string> inside;
    for (fs::directory_iterator at(argument, error); !error && at != fs::directory_iterator();
         at.increment(error)) {
      if (at->path().extension() == ".gold") inside.push_back(at->path().string());
    }
    if (error) throw Error(Message{"{1}: cannot be read: {2}", {argument, error.message()}});
    if (inside.empty()) throw Error(Message{"{1}: no ladders (*.gold) in this folder", {argument}});
    std::sort(inside.begin(), inside.end());
    all.insert(all.end(), inside.begin(), inside.end());
  }
  return all;
}

Lesson read_lesson(const std::string& ladder, const TrainCommand& command) {
  const fs::path stem = fs::path(ladder).replace_extension();
  InputOptions reading;
  reading.encoding = command.encoding;
  reading.lines = true;
  const auto side = [&](const std::string& language) {
    Side out = read_side(stem.string() + '.' + language + ".sents", language, reading);
    out.anchors = find_anchors(out.document, lexicon_for(out.document));
    if (out.segments.size() != out.document.blocks.size()) {
      throw Error(Message{"{1}: a line is blank; leave out blank lines and count the ladder anew",
                          {out.document.source}});
    }
    return out;
  };
  Lesson lesson;
  lesson.document = stem.filename().string();
  lesson.source = side(command.source_language);
  lesson.target = side(command.target_language);
  lesson.ladder = read_ladder(read_file(ladder), ladder, lesson.source.segments.size(),
                              lesson.target.segments.size());
  return lesson;
}

/// "ntrex (62 documents, 1020 beads), ..."
struct Folder {
  std::size_t documents = 0;
  std::size_t beads = 0;
  Accuracy accuracy;
};

std::string folder_of(const std::string& ladder) {
  const std::string name = fs::absolute(ladder).parent_path().filename().string();
  return name.empty() ? "." : name;
}

std::string heading(const std::map<std::string, Folder>& folders) {
  std::string source;
  for (const auto& [name, folder] : folders) {
    source += source.empty() ? "" : ", ";
    source += name + " (" + std::to_string(folder.documents) + " documents, " +
              std::to_string(folder.beads) + " beads)";
  }
  return "# What each feature of a bead is worth to the aligner: log-odds; see "
         "include/cotejo/weights.hpp.\n"
         "# Source: fitted by cotejo train " COTEJO_VERSION " to gold ladders of " +
         source + ".\n# Licence: that of these ladders' texts; name it here.\n";
}

void report(const std::string& name, const Accuracy& accuracy, const Console& console) {
  const auto percent = [](double share) { return decimal(100.0 * share, 2); };
  console.note({tr("{1}: strict F1 {2}, link {3}, null {4}, many {5}; ECE {6}, AUC {7} (%)"),
                {name, percent(accuracy.strict.f1()), percent(accuracy.link.f1()),
                 percent(accuracy.null.f1()), percent(accuracy.many.f1()),
                 percent(accuracy.calibration_error()), percent(accuracy.ranking())}});
}

}  // namespace

void run(const TrainCommand& command, const Console& console) {
  const std::vector<std::string> files = ladders(command.ladders);
  std::optional<Progress> progress;
  progress.emplace(console.catalogue()(tr("training ...")), !console.quiet());
  std::vector<Lesson> lessons;
  std::map<std::string, Folder> folders;
  for (const std::string& file : files) {
    lessons.push_back(read_lesson(file, command));
    Folder& folder = folders[folder_of(file)];
    ++folder.documents;
    folder.beads += lessons.back().ladder.size();
  }
  const Dictionary words =
      dictionary_for(command.source_language, command.target_language, command.lexicons);
  TrainOptions options;
  if (command.fresh) options.start.reset();
  if (!command.weights.empty())
    options.start = Weights::read(read_file(command.weights), command.weights);
  Accuracy all;
  if (command.folds > 0) {
    const auto found = cross_validate(lessons, words, command.folds, options);
    for (std::size_t k = 0; k < lessons.size(); ++k) {
      folders[folder_of(files[k])].accuracy.add(found[k], lessons[k].ladder);
      all.add(found[k], lessons[k].ladder);
    }
  }
  OutputFile out(command.output);
  out.write(heading(folders) + train(lessons, words, options).rows());
  out.commit();
  progress.reset();
  if (command.folds == 0) return;
  for (const auto& [name, folder] : folders) report(name, folder.accuracy, console);
  if (folders.size() > 1) report(console.catalogue()(tr("all together")), all, console);
}

}  // namespace cotejo
