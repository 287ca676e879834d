/// @file  What is added to a memory: files of units, or standard input.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "cli/memory_options.hpp"
#include "cotejo/memory.hpp"
#include "cotejo/source.hpp"

namespace cotejo {

/// A file of units that has been read to its end once: it is whole, and its languages are known.
class MemoryInput {
 public:
  /// `path` "-" is standard input, which is kept in a temporary file. Throws Error that names file
  /// and line for what is no file of units, and the mend where its languages can't be told. `alive`
  /// is asked now and then; what it throws passes through.
  MemoryInput(const std::string& path, const MemoryCommand& command,
              const std::function<void()>& alive);

  /// Gives its units; how many were passed over as of other languages.
  std::size_t read(const std::function<void(MemoryUnit unit)>& take) const;

 private:
  std::string name_;
  MemoryFormat format_ = MemoryFormat::tmx;
  MemoryUnit defaults_;
  std::function<Source()> open_;
};

}  // namespace cotejo
