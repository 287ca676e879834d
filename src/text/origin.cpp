#include "text/origin.hpp"

#include <algorithm>
#include <utility>

namespace cotejo {
namespace {

/// The step that covers a text offset. There must be one.
Origin::const_iterator step_at(const Origin& origin, std::size_t text_offset) {
  return std::prev(std::upper_bound(
      origin.begin(), origin.end(), text_offset,
      [](std::size_t offset, const OriginStep& step) { return offset < step.text; }));
}

std::size_t offset_in(const OriginStep& step, std::size_t text_offset) {
  return step.source + (text_offset - step.text) / step.text_unit * step.source_unit;
}

/// Where the source of the text before `text_offset`, which must not be 0, ends.
std::size_t source_end(const Origin& origin, std::size_t text_offset) {
  if (origin.empty()) return text_offset;
  const OriginStep& step = *step_at(origin, text_offset - 1);
  return offset_in(step, text_offset - 1) + step.source_unit;
}

}  // namespace

std::size_t source_offset(const Origin& origin, std::size_t text_offset) {
  if (origin.empty()) return text_offset;
  return offset_in(*step_at(origin, text_offset), text_offset);
}

Span source_span(const Origin& origin, Span text) {
  const std::size_t begin = source_offset(origin, text.begin);
  return {begin, text.empty() ? begin : source_end(origin, text.end)};
}

void OriginBuilder::append(std::size_t size, std::size_t source, std::size_t text_unit,
                           std::size_t source_unit) {
  if (size == 0) return;
  const bool goes_on = !steps_.empty() && steps_.back().text_unit == text_unit &&
                       steps_.back().source_unit == source_unit &&
                       offset_in(steps_.back(), size_) == source;
  if (!goes_on) {
    steps_.push_back({size_, source, static_cast<std::uint32_t>(text_unit),
                      static_cast<std::uint32_t>(source_unit)});
  }
  size_ += size;
}

Origin OriginBuilder::take() {
  if (steps_.size() == 1 && steps_.front() == OriginStep{}) steps_.clear();
  return std::move(steps_);
}

Origin compose(const Origin& outer, std::size_t size, const Origin& inner) {
  if (inner.empty()) return outer;
  if (outer.empty()) return inner;
  OriginBuilder through;
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const OriginStep& step = outer[i];
    const std::size_t end = i + 1 < outer.size() ? outer[i + 1].text : size;
    if (step.text_unit == 1 && step.source_unit == 1) {
      // Copied: the inner steps show through.
      std::size_t between = step.source;
      const std::size_t between_end = between + (end - step.text);
      for (auto at = step_at(inner, between); between < between_end; ++at) {
        const std::size_t next =
            std::next(at) == inner.end() ? between_end : std::min(std::next(at)->text, between_end);
        through.append(next - between, offset_in(*at, between), at->text_unit, at->source_unit);
        between = next;
      }
      continue;
    }
    for (std::size_t text = step.text; text < end; text += step.text_unit) {
      const std::size_t between = offset_in(step, text);
      const std::size_t source = source_offset(inner, between);
      const std::size_t source_size = source_end(inner, between + step.source_unit) - source;
      through.append(step.text_unit, source, step.text_unit, source_size);
    }
  }
  return through.take();
}

}  // namespace cotejo
