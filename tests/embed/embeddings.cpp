#include "cotejo/embeddings.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "cotejo/error.hpp"
#include "embed/vectors.hpp"

namespace cotejo {
namespace {

using testing::embeddings_of;
using testing::files_of;
using testing::Vector;

std::string overlaps(const std::vector<std::string>& sentences, std::size_t most) {
  std::string out;
  write_overlaps([&](std::string_view bytes) { out += bytes; }, sentences, most);
  return out;
}

/// What is said against these files.
std::string complaint(std::string_view lines, const Vector& numbers, std::size_t extra_bytes = 0) {
  EmbeddingFiles files = files_of(lines, numbers);
  files.vector_bytes += extra_bytes;
  try {
    const Embeddings made(files);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_CASE("vectors made of our overlaps serve Vecalign, and the other way round") {
  CHECK(overlaps({"Uno.", "Dos.", "Uno."}, 2) == "Dos.\nDos. Uno.\nPAD\nUno.\nUno. Dos.\n");
  CHECK(overlaps({"Uno.", "Dos.", "Uno."}, 1) == "Dos.\nUno.\n");
  CHECK(overlaps({"z", " ", "é", "Z"}, 1) == "BLANK_LINE\nZ\nz\né\n");
  CHECK(overlaps({"a"}, 4) == "PAD\na\n");
  CHECK(overlaps({}, 4).empty());
}

TEST_CASE("a sentence of endless length costs no endless line") {
  std::string longest;
  for (int i = 0; i < 10000; ++i) longest += "ñ";
  CHECK(overlaps({longest + "xyz"}, 1) == longest + '\n');
  const Embeddings vectors = embeddings_of({{longest, {1.0F}}});
  CHECK(vectors.row(longest + "xyz"));
}

TEST_CASE("a sentence finds its vector however it is spaced or composed") {
  const Embeddings vectors =
      embeddings_of({{"Se fue  en\tavio\u0301n. ", {1, 2}}, {"\uFEFFVolvió.\r", {3, 4}}});
  CHECK(vectors.size() == 2);
  CHECK(vectors.dimension() == 2);
  REQUIRE(vectors.row("Se fue en avión."));
  CHECK(vectors.row("Se fue en avión.")->back() == 2.0F);
  REQUIRE(vectors.row(" Volvió."));
  CHECK(vectors.row(" Volvió.")->front() == 3.0F);
  CHECK_FALSE(vectors.row("Otra."));
}

TEST_CASE("a row that an encoder failed on is no evidence") {
  const float huge = std::numeric_limits<float>::max();
  const Embeddings vectors = embeddings_of({{"zero", {0, 0}},
                                            {"nan", {1, std::numeric_limits<float>::quiet_NaN()}},
                                            {"inf", {std::numeric_limits<float>::infinity(), 1}},
                                            {"huge", {huge, huge}},
                                            {"tiny", {1e-30F, 0}},
                                            {"good", {3, -4}}});
  for (const char* bad : {"zero", "nan", "inf", "huge", "tiny"}) CHECK_FALSE(vectors.row(bad));
  CHECK(vectors.row("good"));
}

TEST_CASE("files that do not belong together are refused, and the mend is named") {
  CHECK(complaint("", {1, 2}) == "o.txt: empty; write it with cotejo segment --overlaps");
  CHECK(complaint("a\nb\xff\n", {1, 2}).starts_with("o.txt:2: not UTF-8"));
  const std::string wrong = "v.emb: 12 bytes are no float32 vectors for the 2 lines of o.txt";
  CHECK(complaint("a\nb\n", {1, 2, 3}).starts_with(wrong));
  CHECK(complaint("a\nb", {1, 2, 3}).starts_with(wrong));
  CHECK(complaint("a\n", {}).starts_with("v.emb: 0 bytes"));
  CHECK(complaint("a\n", {1}, 1).starts_with("v.emb: 5 bytes"));
  CHECK(complaint("a\nb\n", {1, 2, 3, 4}).empty());
}

TEST_CASE("vectors of two models are not compared") {
  const Embeddings two = embeddings_of({{"a", {1, 2}}});
  CHECK_NOTHROW(EmbeddingPair(two, two));
  CHECK_THROWS_AS(EmbeddingPair(two, embeddings_of({{"a", {1, 2, 3}}})), Error);
}

}  // namespace
}  // namespace cotejo
