#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "cotejo/error.hpp"
#include "cotejo/exchange.hpp"
#include "exchange/lines.hpp"

namespace cotejo {
namespace {

std::optional<double> confidence(std::string_view word) {
  double value = -1;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc() && stop == word.data() + word.size();
  return whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// Two texts and, where there is a third column, the confidence; an empty answer for anything else.
std::optional<Unit> unit_of_row(std::string_view line) {
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) return std::nullopt;
  Unit unit;
  unit.source = line.substr(0, first);
  line.remove_prefix(first + 1);
  const std::size_t second = line.find('\t');
  unit.target = line.substr(0, second);
  unit.confidence = 1;
  if (second == std::string_view::npos) return unit;
  const auto value = confidence(line.substr(second + 1));
  if (!value) return std::nullopt;
  unit.confidence = *value;
  return unit;
}

std::optional<Unit> unit_of_json(std::string_view line) {
  using Json = nlohmann::json;
  const Json json = Json::parse(line, nullptr, false);
  Unit unit;
  const auto side = [&](const char* name, std::string& text, std::size_t& count) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_object()) return false;
    const auto held = found->find("text");
    if (held == found->end() || !held->is_string()) return false;
    text = held->get<std::string>();
    const auto spans = found->find("spans");
    if (spans != found->end() && spans->is_array()) count = spans->size();
    return true;
  };
  if (!json.is_object() || !side("source", unit.source, unit.source_count) ||
      !side("target", unit.target, unit.target_count)) {
    return std::nullopt;
  }
  const auto number = [&](const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_number() ? found->get<double>() : -1.0;
  };
  unit.confidence = number("confidence");
  if (!(unit.confidence >= 0 && unit.confidence <= 1)) return std::nullopt;
  const auto bead = json.find("bead");
  if (bead != json.end() && bead->is_number_unsigned()) unit.bead = bead->get<std::size_t>();
  return unit;
}

}  // namespace

void read_tsv(const Source& source, const std::string& name,
              const std::function<void(Unit unit)>& take) {
  each_line(source, name, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    std::optional<Unit> unit = unit_of_row(line);
    if (!unit) {
      throw Error(
          Message{"no unit; a row is: source, target and, where known, confidence from 0 "
                  "to 1, parted by tabs",
                  {},
                  name + ':' + std::to_string(number)});
    }
    take(*std::move(unit));
  });
}

void read_jsonl(const Source& source, const std::string& name,
                const std::function<void(Unit unit)>& take) {
  each_line(source, name, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    std::optional<Unit> unit = unit_of_json(line);
    if (!unit) {
      throw Error(Message{"no bead; a line is JSON as cotejo align --format jsonl writes it",
                          {},
                          name + ':' + std::to_string(number)});
    }
    if (!unit->source.empty() && !unit->target.empty()) take(*std::move(unit));
  });
}

}  // namespace cotejo
