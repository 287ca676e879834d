// Uses cotejo as a program of somebody else would: by its installed headers and library alone.
#include <cotejo/cotejo.hpp>
#include <iostream>
#include <string_view>

namespace {

cotejo::Side side(std::string_view text) {
  cotejo::Side out;
  out.document = cotejo::read_document(text);
  const cotejo::Lexicon lexicon = cotejo::Lexicon::shipped(out.document.language);
  out.segments = cotejo::segment(out.document, lexicon);
  out.anchors = cotejo::find_anchors(out.document, lexicon);
  return out;
}

}  // namespace

int main() {
  const cotejo::Side source = side("El tren de las 9 no llegó. La gente se fue a casa.");
  const cotejo::Side target = side("The 9 o'clock train did not come. The people went home.");
  const cotejo::Dictionary dictionary = cotejo::Dictionary::shipped("es", "en");
  const cotejo::Alignment alignment = cotejo::align(source, target, dictionary);
  const auto units = cotejo::units(source, target, alignment.beads);
  cotejo::write_tmx([](std::string_view bytes) { std::cout << bytes; }, {"es", "en", "", "", 0},
                    units);
  return units.size() == 2 ? 0 : 1;
}
