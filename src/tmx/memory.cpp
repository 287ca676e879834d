#include <algorithm>
#include <array>
#include <charconv>

#include "cotejo/memory_exchange.hpp"
#include "cotejo/tmx.hpp"
#include "cotejo/unit.hpp"
#include "text/decimal.hpp"
#include "text/letter.hpp"
#include "tmx/pieces.hpp"

namespace cotejo {
namespace {

constexpr std::array statuses = {UnitStatus::draft, UnitStatus::confirmed, UnitStatus::rejected};

/// Different for units that differ in what makes them different in a memory.
std::string tuid(const MemoryUnit& unit) {
  std::string all = unit.source + '\0' + unit.target;
  for (const std::string* part :
       {&unit.source_language, &unit.target_language, &unit.document, &unit.before, &unit.after}) {
    all.append(1, '\0').append(*part);
  }
  return hex(hash(all));
}

/// "es" of "es-US", "ES" and "es_us".
std::string primary(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// YYYYMMDDThhmmssZ
bool is_date(std::string_view text) {
  constexpr std::string_view form = "00000000T000000Z";
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(),
                    [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

/// What the unit says of itself or, where it doesn't, its translation does.
class Notes {
 public:
  Notes(const TmxUnit& unit, const TmxVariant& target) : notes_{&unit, &target} {}

  std::string_view property(std::string_view type) const {
    for (const TmxNotes* one : notes_) {
      for (const TmxProperty& property : one->properties) {
        if (property.type == type) return property.text;
      }
    }
    return {};
  }

  std::string_view first(const std::string TmxNotes::*changed,
                         const std::string TmxNotes::*created) const {
    for (const TmxNotes* one : notes_) {
      if (!(one->*changed).empty()) return one->*changed;
      if (!(one->*created).empty()) return one->*created;
    }
    return {};
  }

 private:
  std::array<const TmxNotes*, 2> notes_;
};

template <typename Number>
void read_number(std::string_view text, Number& into) {
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && stop == text.data() + text.size()) into = value;
}

void take_notes(const Notes& notes, MemoryUnit& unit) {
  const auto take = [](std::string_view text, std::string& into) {
    if (!text.empty()) into = text;
  };
  take(notes.property("x-document"), unit.document);
  take(notes.property("x-domain"), unit.domain);
  take(notes.property("x-before-hash"), unit.before);
  take(notes.property("x-after-hash"), unit.after);
  take(notes.first(&TmxNotes::change_id, &TmxNotes::creation_id), unit.author);
  const std::string_view date = notes.first(&TmxNotes::change_date, &TmxNotes::creation_date);
  if (is_date(date)) unit.date = date;
  read_number(notes.property("x-position"), unit.position);
  double confidence = -1;
  read_number(notes.property("x-confidence"), confidence);
  if (confidence >= 0 && confidence <= 1) unit.confidence = confidence;
  const std::string_view status = notes.property("x-status");
  for (const UnitStatus one : statuses) {
    if (status == name(one)) unit.status = one;
  }
}

/// The variant the others are translations of; the first where the file doesn't tell.
const TmxVariant* source_of(const TmxUnit& unit, const std::string& wanted) {
  const std::string language = primary(wanted.empty() ? unit.source_language : wanted);
  for (const TmxVariant& one : unit.variants) {
    if (primary(one.language) == language) return &one;
  }
  return wanted.empty() && !unit.variants.empty() ? &unit.variants.front() : nullptr;
}

}  // namespace

std::string_view name(UnitStatus status) {
  switch (status) {
    case UnitStatus::draft:
      return "draft";
    case UnitStatus::confirmed:
      return "confirmed";
    case UnitStatus::rejected:
      break;
  }
  return "rejected";
}

void write_memory_tmx(const Sink& sink, std::string_view source_language,
                      const EachMemoryUnit& each) {
  XmlWriter xml(sink);
  begin_tmx(xml, source_language.empty() ? "*all*" : source_language, "");
  xml.end();
  xml.begin("body");
  each([&](const MemoryUnit& unit) {
    const std::string source = xml_text(unit.source);
    const std::string target = xml_text(unit.target);
    if (blank_text(source) || blank_text(target)) return;
    xml.begin("tu");
    xml.attribute("tuid", tuid(unit));
    if (!unit.date.empty()) xml.attribute("creationdate", unit.date);
    if (!unit.author.empty()) xml.attribute("creationid", unit.author);
    property(xml, "x-document", unit.document);
    property(xml, "x-position", std::to_string(unit.position));
    property(xml, "x-domain", unit.domain);
    property(xml, "x-status", name(unit.status));
    property(xml, "x-confidence", shortest(unit.confidence));
    property(xml, "x-before-hash", unit.before);
    property(xml, "x-after-hash", unit.after);
    variant(xml, unit.source_language, source);
    variant(xml, unit.target_language, target);
    xml.end();
  });
  xml.finish();
}

std::size_t read_memory_tmx(const Source& source, const std::string& name,
                            const MemoryUnit& defaults,
                            const std::function<void(MemoryUnit unit)>& take) {
  std::size_t other_languages = 0;
  std::size_t position = 0;
  read_tmx(source, name, [&](const TmxFile&, const TmxUnit& given) {
    const std::size_t here = position++;
    const TmxVariant* const from = source_of(given, defaults.source_language);
    const std::string wanted = primary(defaults.target_language);
    bool found = false;
    for (const TmxVariant& to : given.variants) {
      if (from == nullptr || &to == from) continue;
      if (!wanted.empty() && primary(to.language) != wanted) continue;
      found = true;
      MemoryUnit unit = defaults;
      unit.position = here;
      take_notes({given, to}, unit);
      unit.source = from->text;
      unit.target = to.text;
      unit.source_language = from->language;
      unit.target_language = to.language;
      take(std::move(unit));
    }
    other_languages += !found;
  });
  return other_languages;
}

}  // namespace cotejo
