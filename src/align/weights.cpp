#include "align/weights.hpp"

#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cotejo/error.hpp"
#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::string_view, feature_count> feature_names{
    "length_distance",    "length_squared",  "breaks_distance",  "commas_distance",
    "questions_distance", "words_sum",       "words_root",       "words_mean",
    "weakest_mean",       "weakest_pair",    "weakest_gain",     "question_ratio",
    "exclamation_ratio",  "colon_ratio",     "quotation_ratio",  "opening_ratio",
    "closing_ratio",      "lower_inside",    "lower_begin",      "unended_inside",
    "block_inside",       "block_begin_odd", "block_begin_same", "heading_odd",
    "embedding",          "null_length",     "null_best",        "null_lower"};
constexpr std::array<std::string_view, shapes> shape_names{
    "null", "one_one", "one_two", "one_three", "one_many", "two_two", "two_three", "many_many"};

/// Calls row(label, numbers) for each row of a table: the one place that knows its layout.
template <typename Table, typename Row>
void each_weight(Table& table, const Row& row) {
  for (std::size_t f = 0; f < feature_count; ++f) {
    row("feature\t" + std::string(feature_names[f]), std::vector{std::ref(table.features[f])});
  }
  for (std::size_t s = 0; s < shapes; ++s) {
    row("shape\t" + std::string(shape_names[s]), std::vector{std::ref(table.biases[s])});
  }
  for (std::size_t m = 1; m < manners; ++m) {
    auto& manner = table.manner[m];
    std::vector numbers{std::ref(manner.constant), std::ref(manner.per_segment)};
    for (auto& bias : manner.biases) numbers.push_back(std::ref(bias));
    row("manner\t" + std::to_string(m), numbers);
  }
}

float number(std::string_view cell, const std::string& place) {
  float value = 0.0F;
  const char* end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) {
    throw Error(Message{"{1}: {2} is no number", {place, std::string(cell)}});
  }
  return value;
}

}  // namespace

Weights::Weights(const WeightTable& table) : table_(std::make_shared<const WeightTable>(table)) {}

Weights Weights::shipped() {
  static const Weights weights = read(shipped_table("align/weights.tsv"), "align/weights.tsv");
  return weights;
}

Weights Weights::read(std::string_view bytes, std::string_view name) {
  WeightTable table;
  std::map<std::string, std::vector<std::reference_wrapper<float>>> missing;
  each_weight(table, [&](const std::string& label, const auto& numbers) {
    missing.emplace(label, numbers);
  });
  each_row(bytes, [&](std::span<const std::string_view> cells, std::size_t line) {
    const std::string place = std::string(name) + ':' + std::to_string(line);
    const std::string label =
        std::string(cells[0]) + (cells.size() > 1 ? '\t' + std::string(cells[1]) : "");
    const auto found = missing.find(label);
    if (found == missing.end() || cells.size() != found->second.size() + 2) {
      throw Error(Message{
          "{1}: no row of weights, or one that stands twice; `cotejo train` writes such tables",
          {place}});
    }
    for (std::size_t i = 2; i < cells.size(); ++i)
      found->second[i - 2].get() = number(cells[i], place);
    missing.erase(found);
  });
  if (!missing.empty()) {
    std::string label = missing.begin()->first;
    label[label.find('\t')] = ' ';
    throw Error(Message{"{1}: the weight of {2} is missing; `cotejo train` writes whole tables",
                        {std::string(name), label}});
  }
  return Weights(table);
}

std::string Weights::rows() const {
  std::string out;
  each_weight(*table_, [&](const std::string& label, const auto& numbers) {
    out += label;
    for (const float value : numbers) {
      std::array<char, 32> digits{};
      const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                     static_cast<double>(value), std::chars_format::fixed, 4);
      out.append("\t").append(digits.data(), end.ptr);
    }
    out += '\n';
  });
  return out;
}

std::string_view name(Feature feature) { return feature_names[feature]; }
std::string_view name(Shape shape) { return shape_names[static_cast<std::size_t>(shape)]; }

}  // namespace cotejo
