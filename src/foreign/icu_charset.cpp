#include "foreign/icu_charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

constexpr std::size_t piece_units = 16384;

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error({"ICU: {1}", {u_errorName(status)}});
}

}  // namespace

struct Converter::State {
  std::unique_ptr<UConverter, Close> converter;
  std::size_t last_begin = 0;  ///< of the character that a piece's end may have cut in two
  std::array<std::int32_t, piece_units> offsets{};
};

Converter::Converter(std::unique_ptr<State> state) : state_(std::move(state)) {}
Converter::Converter(Converter&&) noexcept = default;
Converter::~Converter() = default;

std::optional<Converter> Converter::open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  auto state = std::make_unique<State>();
  state->converter.reset(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status) || name.empty()) return std::nullopt;
  return Converter(std::move(state));
}

std::string Converter::name() const {
  UErrorCode status = U_ZERO_ERROR;
  const char* own = ucnv_getName(state_->converter.get(), &status);
  check(status);
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* registered = ucnv_getStandardName(own, standard, &status);
    if (U_SUCCESS(status) && registered != nullptr) return registered;
  }
  return own;
}

void Converter::read(std::string_view bytes, std::size_t& at, Piece& piece) {
  const std::size_t base = at;
  piece.units.resize(piece_units);
  // ICU counts offsets in 32 bits.
  const std::size_t limit = std::min(bytes.size(), at + 4 * piece_units);
  const char* from = bytes.data() + at;
  char16_t* to = piece.units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(state_->converter.get(), &to, to + piece_units, &from, bytes.data() + limit,
                 state_->offsets.data(), limit == bytes.size(), &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) check(status);
  at = static_cast<std::size_t>(from - bytes.data());
  const auto count = static_cast<std::size_t>(to - piece.units.data());
  piece.units.resize(count);
  piece.begins.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    // -1: the character began in the piece before.
    if (const std::int32_t offset = state_->offsets[i]; offset >= 0) {
      state_->last_begin = base + static_cast<std::size_t>(offset);
    }
    piece.begins[i] = state_->last_begin;
  }
}

std::vector<CharsetGuess> guess_charsets(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  check(status);
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1 << 16));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  check(status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};  // how ICU says that nothing matched
  std::vector<CharsetGuess> guesses;
  for (std::int32_t i = 0; i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    check(status);
    guesses.push_back({name, confidence});
  }
  return guesses;
}

}  // namespace cotejo
