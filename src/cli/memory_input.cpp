#include "cli/memory_input.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "cli/files.hpp"
#include "cotejo/error.hpp"
#include "cotejo/memory_exchange.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

using Spool = std::shared_ptr<std::FILE>;

[[noreturn]] void no_room() {
  throw Error(Message{"standard input cannot be kept in a temporary file: {1}; give a file",
                      {std::strerror(errno)}});
}

/// Standard input, so that it can be read twice.
Spool spooled() {
  Spool file(std::tmpfile(), [](std::FILE* open) {
    if (open != nullptr) std::fclose(open);
  });
  if (file == nullptr) no_room();
  const Source in = file_source("-");
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = in(buffer)) {
    if (std::fwrite(buffer.data(), 1, got, file.get()) != got) no_room();
  }
  if (std::fflush(file.get()) != 0) no_room();
  return file;
}

Source from_begin(const Spool& file) {
  std::rewind(file.get());
  return
      [file](std::span<char> room) { return std::fread(room.data(), 1, room.size(), file.get()); };
}

/// By its name or, where that doesn't tell, by how it begins.
MemoryFormat format_of(const std::string& name, const Source& source) {
  if (name.ends_with(".tmx")) return MemoryFormat::tmx;
  if (name.ends_with(".tsv") || name.ends_with(".txt")) return MemoryFormat::tsv;
  if (name.ends_with(".jsonl") || name.ends_with(".json")) return MemoryFormat::jsonl;
  std::array<char, 64> room{};
  std::string_view begin(room.data(), source(room));
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF")) return MemoryFormat::tmx;
  if (begin.starts_with("\uFEFF")) begin.remove_prefix(3);
  const std::size_t first = begin.find_first_not_of(" \t\r\n");
  if (first == begin.npos) return MemoryFormat::tsv;
  if (begin[first] == '<') return MemoryFormat::tmx;
  return begin[first] == '{' ? MemoryFormat::jsonl : MemoryFormat::tsv;
}

/// Where a file doesn't name a language, what its first texts read like.
class Sample {
 public:
  void take(const MemoryUnit& unit) {
    if (!unit.source_language.empty() && !unit.target_language.empty()) return;
    needed_ = true;
    constexpr std::size_t enough = std::size_t{1} << 16;
    if (source_.size() < enough) source_ += unit.source + '\n';
    if (target_.size() < enough) target_ += unit.target + '\n';
  }

  void tell(const std::string& name, MemoryUnit& defaults) const {
    if (!needed_) return;
    if (defaults.source_language.empty()) {
      defaults.source_language = detect_language(source_).language;
    }
    if (defaults.target_language.empty()) {
      defaults.target_language = detect_language(target_).language;
    }
    if (defaults.source_language.empty() || defaults.target_language.empty() ||
        defaults.source_language == defaults.target_language) {
      throw Error(
          Message{"{1}: cannot tell the languages; name them with --source-lang and "
                  "--target-lang",
                  {name}});
    }
  }

 private:
  bool needed_ = false;
  std::string source_;
  std::string target_;
};

std::size_t read_units(MemoryFormat format, const Source& source, const std::string& name,
                       const MemoryUnit& defaults,
                       const std::function<void(MemoryUnit unit)>& take) {
  switch (format) {
    case MemoryFormat::tsv:
      return read_memory_tsv(source, name, defaults, take);
    case MemoryFormat::jsonl:
      return read_memory_jsonl(source, name, defaults, take);
    default:
      return read_memory_tmx(source, name, defaults, take);
  }
}

}  // namespace

MemoryInput::MemoryInput(const std::string& path, const MemoryCommand& command,
                         const std::function<void()>& alive)
    : name_(path), defaults_(command.defaults) {
  if (path == "-") {
    open_ = [file = spooled()] { return from_begin(file); };
  } else {
    open_ = [path] { return file_source(path); };
  }
  format_ = command.from ? *command.from : format_of(path, open_());
  if (format_ == MemoryFormat::tsv && path != "-" && defaults_.document.empty())
    defaults_.document = path;
  Sample sample;
  read_units(format_, open_(), name_, defaults_, [&](const MemoryUnit& unit) {
    alive();
    sample.take(unit);
  });
  sample.tell(name_, defaults_);
}

std::size_t MemoryInput::read(const std::function<void(MemoryUnit unit)>& take) const {
  return read_units(format_, open_(), name_, defaults_, take);
}

}  // namespace cotejo
