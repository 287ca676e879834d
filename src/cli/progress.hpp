/// @file  Progress: a line on the terminal that says what takes so long.
#pragma once

#include <string>
#include <thread>

namespace cotejo {

/// While it lives and once a second has passed, shows `what` and the seconds so far on standard
/// error; leaves no trace. Shows nothing unless `wanted` and standard error is a terminal.
class Progress {
 public:
  Progress(std::string what, bool wanted);

 private:
  std::jthread thread_;
};

}  // namespace cotejo
