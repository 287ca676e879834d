/// @file  Embeddings made up from lines and their vectors.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cotejo/embeddings.hpp"

namespace cotejo::testing {

using Vector = std::vector<float>;

inline EmbeddingFiles files_of(std::string_view overlaps, const Vector& numbers) {
  const std::shared_ptr<float[]> kept(new float[numbers.size() + 1]);
  std::copy(numbers.begin(), numbers.end(), kept.get());
  return {"o.txt", overlaps, "v.emb", kept, numbers.size() * sizeof(float)};
}

inline Embeddings embeddings_of(const std::vector<std::pair<std::string, Vector>>& rows) {
  std::string overlaps;
  Vector numbers;
  for (const auto& [line, vector] : rows) {
    overlaps += line + '\n';
    numbers.insert(numbers.end(), vector.begin(), vector.end());
  }
  return Embeddings(files_of(overlaps, numbers));
}

}  // namespace cotejo::testing
