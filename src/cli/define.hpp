/// @file  What the definitions of the commands share: how an option is defined, and those that
/// several commands have.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/catalogue.hpp"
#include "cli/definition.hpp"

namespace cotejo {

/// Options of one command while they are being defined. `value` and `what` are English; the help
/// page translates them.
class Definition {
 public:
  explicit Definition(CLI::App& app) : app_(app) {
    app_.set_help_flag("-h,--help", tr("Show this page."));
    app_.allow_extras();  // we say ourselves what was meant
    app_.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  void value(const char* names, const char* value, const char* what, std::string& place) {
    app_.add_option(names, place, what)->option_text(value);
  }
  void values(const char* names, const char* value, const char* what,
              std::vector<std::string>& place) {
    app_.add_option(names, place, what)
        ->option_text(value)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  void two_files(const char* names, const char* value, const char* what,
                 std::vector<std::string>& place) {
    app_.add_option(names, place, what)
        ->option_text(value)
        ->expected(2)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  void flag(const char* names, const char* what, bool& place) { app_.add_flag(names, place, what); }
  void files(const char* names, const char* what, std::vector<std::string>& place) {
    app_.add_option("files", place, what)
        ->option_text(names)
        ->expected(0, -1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

 private:
  CLI::App& app_;
};

void define_reading(Definition& define, Given& given);
void define_ui_language(Definition& define, Given& given);
void define_common(Definition& define, Given& given);
void define_output(Definition& define, Given& given);
void define_weights(Definition& define, Given& given, const char* what);
void define_lexicons(Definition& define, Given& given);

/// The commands that have a file of their own.
void define_review(CLI::App& app, Given& given);
void define_memory(CLI::App& app, Given& given);

}  // namespace cotejo
