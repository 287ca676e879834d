#include "cli/review_serve.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "cli/files.hpp"
#include "cli/pipeline.hpp"
#include "cli/review_input.hpp"
#include "cotejo/editor.hpp"

namespace cotejo {
namespace {

std::atomic<bool> stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

/// Beside the source: nota.es.txt has nota.es.cotejo.
std::string project_path(const ReviewCommand& command) {
  if (!command.editor.project.empty()) return command.editor.project;
  if (command.files.empty() || command.files.front() == "-") {
    throw Error(Message{"--serve needs a project file here: name one with --project", {}});
  }
  return std::filesystem::path(command.files.front()).replace_extension(".cotejo").string();
}

std::string file_name(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

/// A project that is there must be of the files that were named, if any but itself were.
void expect_same_files(const Project& project, const ReviewCommand& command) {
  const ProjectState& state = project.state();
  const auto differ = [](const std::string& named, const ProjectEdition& edition) {
    return file_name(named) != file_name(edition.name);
  };
  if (command.files.empty()) return;
  if (command.files.size() == 1 && command.files.front() == project.path()) return;
  if (differ(command.files.front(), state.source) || differ(command.files.back(), state.target)) {
    throw Error(Message{"{1}: is a project of {2} and {3}; name another file with --project",
                        {project.path(), state.source.name, state.target.name}});
  }
}

Project project_of(const ReviewCommand& command, const Console& console) {
  const std::string path = project_path(command);
  std::error_code none;
  if (command.files.empty() || std::filesystem::exists(path, none)) {
    Project project = Project::open(path);
    expect_same_files(project, command);
    return project;
  }
  const ReviewInput input = read_review_input(command, console);
  return Project::create(path, begin_project(input.source, input.target, input.beads, input.moved));
}

Lexicon lexicon_of(const ProjectEdition& edition) {
  Document document;
  document.language = edition.language;
  return lexicon_for(document);
}

/// A page that leads to the address and that nobody else may read: what a program is called with
/// shows in the list of processes, and the token is no business of other users. It goes with this.
class Signpost {
 public:
  explicit Signpost(const std::string& address) {
    std::error_code none;
    path_ = (std::filesystem::temp_directory_path(none) / "cotejo-XXXXXX.html").string();
    const int file = ::mkstemps(path_.data(), 5);
    if (file < 0) {
      path_.clear();
      return;
    }
    const std::string page =
        "<!DOCTYPE html><title>cotejo</title><meta http-equiv=\"refresh\" "
        "content=\"0;url=" +
        address + "\"><a href=\"" + address + "\">cotejo</a>\n";
    const bool whole = ::write(file, page.data(), page.size()) == std::ssize(page);
    if (::close(file) != 0 || !whole) clear();
  }
  ~Signpost() { clear(); }
  Signpost(const Signpost&) = delete;
  Signpost& operator=(const Signpost&) = delete;

  /// Empty when it couldn't be put up.
  const std::string& path() const { return path_; }

 private:
  void clear() {
    if (!path_.empty()) ::unlink(path_.c_str());
    path_.clear();
  }

  std::string path_;
};

/// Opens the page in whatever the desktop opens pages with; without one, nothing happens.
void open_browser(std::string page) {
  std::string program = "xdg-open";
  char* arguments[] = {program.data(), page.data(), nullptr};
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&silent, stream, "/dev/null", O_WRONLY, 0);
  }
  posix_spawnattr_t apart;  // Ctrl+C here is none for the browser
  posix_spawnattr_init(&apart);
  posix_spawnattr_setflags(&apart, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  sigset_t ours;
  sigemptyset(&ours);
  for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&ours, signal);
  posix_spawnattr_setsigdefault(&apart, &ours);
  pid_t child = 0;
  const bool started =
      ::posix_spawnp(&child, program.c_str(), &silent, &apart, arguments, environ) == 0;
  posix_spawn_file_actions_destroy(&silent);
  posix_spawnattr_destroy(&apart);
  if (started) std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
}

}  // namespace

void run_editor(const ReviewCommand& command, const Console& console) {
  Project project = project_of(command, console);
  const ProjectState& state = project.state();
  const Catalogue& catalogue = console.catalogue();
  EditorSetup options{
      .source_lexicon = lexicon_of(state.source),
      .target_lexicon = lexicon_of(state.target),
      .dictionary = dictionary_for(state.source.language, state.target.language, command.lexicons),
      .review = review_config(command),
      .reader = {catalogue.language() == UiLanguage::spanish ? "es" : "en",
                 [&](std::string_view english) { return catalogue(english); }},
      .port = static_cast<int>(command.editor.port)};
  const std::string path = project.path();
  Editor editor(std::move(project), std::move(options));
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    std::signal(signal, [](int number) {
      stop = true;
      std::signal(number, SIG_DFL);  // who asks twice is in a hurry
    });
  }
  console.note({tr("{1} keeps every change; stop with Ctrl+C"), {path}});
  std::cout << editor.address() << std::endl;
  std::optional<Signpost> signpost;
  if (command.editor.browser) signpost.emplace(editor.address());
  if (signpost && !signpost->path().empty()) open_browser(signpost->path());
  editor.run(stop);
}

}  // namespace cotejo
