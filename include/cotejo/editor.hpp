/// @file  The editor: a page in the browser where a project is put right, and the server behind it.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "cotejo/dictionary.hpp"
#include "cotejo/lexicon.hpp"
#include "cotejo/project_file.hpp"
#include "cotejo/report.hpp"
#include "cotejo/review_config.hpp"

namespace cotejo {

struct EditorSetup {
  Lexicon source_lexicon;  ///< of the project's languages
  Lexicon target_lexicon;
  Dictionary dictionary;
  AlignOptions align{};  ///< for realigning
  ReviewConfig review{};
  Reader reader{};  ///< whose language the page has
  int port = 0;     ///< 0: any that is free
};

/// Serves one project to the browsers of this machine and to nobody else: on the loopback address,
/// to those who know the token, and not to pages of other origins. Any number of windows may be
/// open; what one does the others see, and an act that would undo theirs unseen is refused.
class Editor {
 public:
  /// Listens at once. Throws Error when the port is taken.
  Editor(Project project, EditorSetup setup);
  ~Editor();
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

  /// Where the page is, token and all: http://127.0.0.1:40123/?token=...
  std::string address() const;

  /// Answers until `stop` is true, looked at several times a second.
  void run(const std::atomic<bool>& stop);

 private:
  class Service;
  std::unique_ptr<Service> service_;
};

}  // namespace cotejo
