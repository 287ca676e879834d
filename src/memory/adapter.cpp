#include <algorithm>
#include <map>

#include "cotejo/adapt.hpp"
#include "cotejo/anchor.hpp"
#include "cotejo/document.hpp"
#include "cotejo/text.hpp"
#include "memory/rewrite.hpp"

namespace cotejo {
namespace {

constexpr bool is_value(AnchorKind kind) { return kind <= AnchorKind::measure; }
constexpr bool is_literal(AnchorKind kind) {
  return AnchorKind::url <= kind && kind <= AnchorKind::hashtag;
}
std::vector<Anchor> anchors_of(std::string_view text, const Lexicon& lexicon) {
  Document document;
  document.text = text;
  document.language = lexicon.language();
  document.blocks.push_back({{0, text.size()}, BlockKind::paragraph});
  return find_anchors(document, lexicon);
}

/// A text parted into what has to stay and what may differ.
struct Parted {
  std::string frame;  ///< with a NUL for each placeable
  std::vector<Anchor> placeables;
};

/// Names that no table has: runs of capitalised words. A name with a form of its own in each
/// language (London, Londres) can't be carried over.
std::vector<Anchor> names_in(std::string_view text, const std::vector<Anchor>& anchors) {
  const auto known = [&](Span span) {
    return std::any_of(anchors.begin(), anchors.end(), [&](const Anchor& anchor) {
      const bool same_everywhere = anchor.kind == AnchorKind::cognate ||
                                   anchor.kind == AnchorKind::person ||
                                   anchor.kind == AnchorKind::quotation;
      return !same_everywhere && anchor.span.overlaps(span);
    });
  };
  std::vector<Anchor> names;
  for (const Word& word : words(text)) {
    if (word.written == Case::lower || word.numeric || known(word.span)) continue;
    const bool goes_on = !names.empty() && word.span.begin == names.back().span.end + 1 &&
                         text[names.back().span.end] == ' ';
    if (goes_on) names.back().span.end = word.span.end;
    if (!goes_on) names.push_back({word.span, AnchorKind::cognate, {}});
  }
  return names;
}

Parted part(std::string_view text, const std::vector<Anchor>& anchors, bool names) {
  Parted out;
  for (const Anchor& anchor : anchors) {
    if (is_value(anchor.kind) || is_literal(anchor.kind)) out.placeables.push_back(anchor);
  }
  if (names) {
    const std::vector<Anchor> found = names_in(text, anchors);
    out.placeables.insert(out.placeables.end(), found.begin(), found.end());
    std::sort(out.placeables.begin(), out.placeables.end(),
              [](const Anchor& a, const Anchor& b) { return a.span.begin < b.span.begin; });
  }
  std::size_t done = 0;
  for (const Anchor& anchor : out.placeables) {
    out.frame.append(text, done, anchor.span.begin - done) += '\0';
    done = anchor.span.end;
  }
  out.frame.append(text, done);
  return out;
}

bool share_key(const Anchor& a, const Anchor& b) {
  return std::any_of(a.keys.begin(), a.keys.end(), [&](const std::string& key) {
    return std::find(b.keys.begin(), b.keys.end(), key) != b.keys.end();
  });
}

/// The numbers and names of the target that say what a placeable of the source says.
class Target {
 public:
  Target(std::string_view text, const Lexicon& lexicon)
      : text_(text), lexicon_(lexicon), anchors_(anchors_of(text, lexicon)) {}

  /// Where the target says what `said` says in its source. A name is looked for as it is written.
  std::vector<Span> places(const Anchor& said, std::string_view passage) const {
    std::vector<Span> found;
    if (is_value(said.kind)) {
      for (const Anchor& anchor : anchors_) {
        if (is_value(anchor.kind) && share_key(anchor, said)) found.push_back(anchor.span);
      }
      return found;
    }
    for (std::size_t at = text_.find(passage); at != std::string_view::npos;
         at = text_.find(passage, at + passage.size())) {
      found.push_back({at, at + passage.size()});
    }
    return found;
  }

  /// The passage at `place` with the value of `next` in place of that of `old`.
  std::optional<std::string> rewritten(Span place, const Anchor& old, const Anchor& next,
                                       std::string_view next_passage) const {
    if (old.kind != next.kind && (is_value(old.kind) || is_value(next.kind))) return std::nullopt;
    if (!is_value(next.kind)) return std::string(next_passage);
    const auto here = std::find_if(anchors_.begin(), anchors_.end(), [&](const Anchor& anchor) {
      return anchor.span == place && is_value(anchor.kind);
    });
    if (here == anchors_.end()) return std::nullopt;
    for (std::size_t i = 0; i < old.keys.size(); ++i) {
      const std::string& key = old.keys[i];
      if (std::find(here->keys.begin(), here->keys.end(), key) == here->keys.end()) continue;
      // The new passage is to be read in the way the old one was.
      const std::string& wanted = next.keys[old.keys.size() == next.keys.size() ? i : 0];
      const Said before{slice(text_, place), key};
      const Said after{next_passage, wanted};
      auto out = here->kind == AnchorKind::date && !key.starts_with("n:")
                     ? rewrite_date(before, after, lexicon_)
                 : here->kind == AnchorKind::time ? rewrite_time(before, after, lexicon_)
                                                  : rewrite_number(before, after, lexicon_);
      if (out && reads(place, *out, wanted)) return out;
    }
    return std::nullopt;
  }

 private:
  /// The target with `written` at `place` says `key` there.
  bool reads(Span place, const std::string& written, const std::string& key) const {
    std::string whole(text_);
    whole.replace(place.begin, place.size(), written);
    const Span now{place.begin, place.begin + written.size()};
    const std::vector<Anchor> anchors = anchors_of(whole, lexicon_);
    return std::any_of(anchors.begin(), anchors.end(), [&](const Anchor& anchor) {
      return anchor.span == now &&
             std::find(anchor.keys.begin(), anchor.keys.end(), key) != anchor.keys.end();
    });
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Anchor> anchors_;
};

struct Edit {
  std::string written;
  bool changed = false;
};

/// What stands where in the target, by place; nothing when a place or a way to write is missing.
std::optional<std::map<std::size_t, std::pair<Span, Edit>>> edits(std::string_view text,
                                                                  const Parted& next,
                                                                  std::string_view source,
                                                                  const Parted& old,
                                                                  const Target& target) {
  std::map<std::size_t, std::pair<Span, Edit>> out;
  for (std::size_t i = 0; i < old.placeables.size(); ++i) {
    const Anchor& before = old.placeables[i];
    const std::string_view was = slice(source, before.span);
    const std::string_view is = slice(text, next.placeables[i].span);
    const std::vector<Span> places = target.places(before, was);
    // The same value said twice: the first is the first, the second the second.
    std::size_t rank = 0;
    std::size_t times = 0;
    for (std::size_t j = 0; j < old.placeables.size(); ++j) {
      const Anchor& other = old.placeables[j];
      const bool same = is_value(before.kind) ? is_value(other.kind) && share_key(before, other)
                                              : slice(source, other.span) == was;
      times += same;
      rank += same && j < i;
    }
    if (was == is) {
      if (places.size() == times) out.try_emplace(places[rank].begin, places[rank], Edit{});
      continue;
    }
    if (places.size() != times) return std::nullopt;
    const Span place = places[rank];
    auto written = target.rewritten(place, before, next.placeables[i], is);
    if (!written) return std::nullopt;
    out[place.begin] = {place, Edit{*std::move(written), true}};
  }
  return out;
}

}  // namespace

Adapter::Adapter(std::string_view source_language, std::string_view target_language)
    : source_(Lexicon::shipped(source_language)), target_(Lexicon::shipped(target_language)) {}

std::optional<Adaptation> Adapter::adapt(std::string_view text, std::string_view source,
                                         std::string_view target) const {
  if (text == source) return std::nullopt;
  const std::vector<Anchor> next_anchors = anchors_of(text, source_);
  const std::vector<Anchor> old_anchors = anchors_of(source, source_);
  for (const bool names : {false, true}) {
    const Parted next = part(text, next_anchors, names);
    const Parted old = part(source, old_anchors, names);
    if (next.frame != old.frame) continue;
    const auto found = edits(text, next, source, old, Target(target, target_));
    if (!found) return std::nullopt;
    Adaptation out;
    std::size_t done = 0;
    for (const auto& [begin, placed] : *found) {
      const auto& [place, edit] = placed;
      if (!edit.changed) continue;
      if (place.begin < done) return std::nullopt;
      out.text.append(target, done, place.begin - done);
      const std::size_t at = out.text.size();
      out.text += edit.written;
      out.replaced.push_back({at, out.text.size()});
      done = place.end;
    }
    out.text.append(target, done);
    if (out.replaced.empty()) return std::nullopt;
    return out;
  }
  return std::nullopt;
}

}  // namespace cotejo
