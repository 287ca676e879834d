#include "align/weights.hpp"

#include <charconv>
#include <span>

#include "tables/rows.hpp"
#include "tables/shipped.hpp"

namespace cotejo {
namespace {

constexpr std::array<std::string_view, feature_count> feature_names{
    "length_distance", "length_squared",  "words_sum",    "words_root",      "words_mean",
    "weakest_mean",    "weakest_pair",    "weakest_gain", "diagonal_gain",   "question_same",
    "question_odd",    "exclamation_odd", "colon_odd",    "quote_odd",       "lower_inside",
    "lower_begin",     "unended_inside",  "block_inside", "block_begin_odd", "block_begin_same",
    "heading_odd",     "null_length",     "null_best",    "null_lower",      "habit"};
constexpr std::array<std::string_view, shapes> shape_names{
    "null", "one_one", "one_two", "one_three", "one_many", "two_two", "two_three", "many_many"};

float number(std::string_view cell) {
  float value = 0.0F;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

/// Rows: feature · name · weight, or shape · name · bias · rate.
Weights read_weights(std::string_view table) {
  Weights weights;
  each_row(table, [&](std::span<const std::string_view> cells, std::size_t) {
    if (cells.size() < 3) return;
    for (std::size_t f = 0; f < feature_count; ++f) {
      if (cells[0] == "feature" && cells[1] == feature_names[f])
        weights.features[f] = number(cells[2]);
    }
    for (std::size_t s = 0; s < shapes; ++s) {
      if (cells[0] == "shape" && cells[1] == shape_names[s] && cells.size() > 3) {
        weights.biases[s] = number(cells[2]);
        weights.rates[s] = number(cells[3]);
      }
    }
  });
  return weights;
}

}  // namespace

std::string_view name(Feature feature) { return feature_names[feature]; }
std::string_view name(Shape shape) { return shape_names[static_cast<std::size_t>(shape)]; }

const Weights& shipped_weights() {
  static const Weights weights = read_weights(shipped_table("align/weights.tsv"));
  return weights;
}

}  // namespace cotejo
