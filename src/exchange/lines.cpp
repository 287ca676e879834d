#include "exchange/lines.hpp"

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

namespace cotejo {

void each_line(const Source& source, const std::string& name,
               const std::function<void(std::string_view line, std::size_t number)>& line) {
  constexpr std::size_t chunk = std::size_t{1} << 16;
  constexpr std::size_t most = std::size_t{64} << 20;
  std::string buffer;
  std::size_t number = 0;
  const auto fail = [&](Message what) {
    what.place = name + ':' + std::to_string(number);
    throw Error(std::move(what));
  };
  const auto give = [&](std::string_view one) {
    if (++number == 1 && one.starts_with("\uFEFF")) one.remove_prefix(3);
    if (one.ends_with('\r')) one.remove_suffix(1);
    if (valid_utf8_prefix(one) < one.size()) fail(Message{"not UTF-8; save the file as UTF-8", {}});
    line(one, number);
  };
  for (std::size_t searched = 0;;) {
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = buffer.find('\n', searched)) != std::string::npos;) {
      give(std::string_view(buffer).substr(begin, end - begin));
      begin = searched = end + 1;
    }
    buffer.erase(0, begin);
    searched = buffer.size();
    if (searched > most) {
      ++number;
      fail(Message{"a line of more than 64 MiB; is this file what its name says?", {}});
    }
    buffer.resize(searched + chunk);
    const std::size_t got = source(std::span(buffer).subspan(searched));
    buffer.resize(searched + got);
    if (got == 0) break;
  }
  if (!buffer.empty()) give(buffer);
}

}  // namespace cotejo
