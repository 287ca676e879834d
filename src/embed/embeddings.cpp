#include "cotejo/embeddings.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cotejo/error.hpp"
#include "cotejo/span.hpp"
#include "cotejo/text.hpp"
#include "embed/overlaps.hpp"
#include "text/blank.hpp"
#include "text/normalise.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

static_assert(std::endian::native == std::endian::little, "vectors are read where they lie");

/// What texts that count as one have in common.
std::string key(std::string_view text) {
  std::string squeezed;
  append_squeezed(squeezed, text);
  if (const auto composed = to_nfc(squeezed)) squeezed = composed->text;
  const auto trimmed = [](std::string_view s) { return slice(s, trim(s, {0, s.size()})); };
  return std::string(trimmed(cut_line(trimmed(squeezed))));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

/// The vector can be laid beside others: its length is a number that floats can square.
bool tells_something(std::span<const float> row) {
  constexpr double shortest = 1e-9;
  constexpr double longest = 1e9;
  double squares = 0.0;
  for (const float value : row) squares += double{value} * double{value};
  return squares > shortest * shortest && squares < longest * longest;  // false for NaN too
}

}  // namespace

struct Embeddings::Table {
  std::unordered_map<std::string, std::size_t> rows;
  std::string name;
  std::shared_ptr<const float[]> vectors;
  std::size_t size = 0;
  std::size_t dimension = 0;
};

Embeddings::Embeddings(const EmbeddingFiles& files) {
  const std::size_t valid = valid_utf8_prefix(files.overlaps);
  if (valid < files.overlaps.size()) {
    throw Error(Message{"{1}:{2}: not UTF-8; write it with cotejo segment --overlaps",
                        {files.overlaps_name, std::to_string(line_at(files.overlaps, valid))}});
  }
  const std::vector<std::string_view> lines = lines_of(files.overlaps);
  if (lines.empty()) {
    throw Error(
        Message{"{1}: empty; write it with cotejo segment --overlaps", {files.overlaps_name}});
  }
  const std::size_t bytes_per_number = lines.size() * sizeof(float);
  if (files.vector_bytes == 0 || files.vector_bytes % bytes_per_number != 0) {
    throw Error(
        Message{"{1}: {2} bytes are no float32 vectors for the {3} lines of {4}; make it "
                "again from that file",
                {files.vectors_name, std::to_string(files.vector_bytes),
                 std::to_string(lines.size()), files.overlaps_name}});
  }
  auto table = std::make_shared<Table>();
  table->rows.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) table->rows.emplace(key(lines[i]), i);
  table->name = files.vectors_name;
  table->vectors = files.vectors;
  table->size = lines.size();
  table->dimension = files.vector_bytes / bytes_per_number;
  table_ = std::move(table);
}

std::size_t Embeddings::size() const { return table_->size; }
std::size_t Embeddings::dimension() const { return table_->dimension; }
const std::string& Embeddings::name() const { return table_->name; }

std::optional<std::span<const float>> Embeddings::row(std::string_view text) const {
  const auto found = table_->rows.find(key(text));
  if (found == table_->rows.end()) return std::nullopt;
  const std::span<const float> row(table_->vectors.get() + found->second * table_->dimension,
                                   table_->dimension);
  if (!tells_something(row)) return std::nullopt;
  return row;
}

EmbeddingPair::EmbeddingPair(Embeddings of_source, Embeddings of_target)
    : source(std::move(of_source)), target(std::move(of_target)) {
  if (source.dimension() == target.dimension()) return;
  throw Error(Message{"{1} has vectors of {2} numbers and {3} of {4}; make both with one model",
                      {source.name(), std::to_string(source.dimension()), target.name(),
                       std::to_string(target.dimension())}});
}

}  // namespace cotejo
