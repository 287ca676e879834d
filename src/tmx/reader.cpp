#include <algorithm>
#include <array>
#include <utility>

#include "cotejo/error.hpp"
#include "cotejo/tmx.hpp"
#include "foreign/xml_reader.hpp"
#include "text/space.hpp"

namespace cotejo {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;  // of a unit

/// The elements of TMX, as far as they matter here.
enum class Tag { tmx, header, body, tu, tuv, seg, prop, note, code, hi, sub, other };

Tag tag(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Tag>, 15> tags{{{"tmx", Tag::tmx},
                                                                   {"header", Tag::header},
                                                                   {"body", Tag::body},
                                                                   {"tu", Tag::tu},
                                                                   {"tuv", Tag::tuv},
                                                                   {"seg", Tag::seg},
                                                                   {"prop", Tag::prop},
                                                                   {"note", Tag::note},
                                                                   {"bpt", Tag::code},
                                                                   {"ept", Tag::code},
                                                                   {"ph", Tag::code},
                                                                   {"it", Tag::code},
                                                                   {"ut", Tag::code},
                                                                   {"hi", Tag::hi},
                                                                   {"sub", Tag::sub}}};
  const auto* const found =
      std::find_if(tags.begin(), tags.end(), [&](const auto& one) { return one.first == name; });
  return found == tags.end() ? Tag::other : found->second;
}

class Reader : public XmlVisitor {
 public:
  Reader(const std::string& name,
         const std::function<void(const TmxFile& file, TmxUnit unit)>& take)
      : name_(name), take_(take) {}

  void begin(std::string_view element, std::span<const XmlAttribute> attributes,
             std::size_t line) override {
    const Tag tag = cotejo::tag(element);
    if (open_.empty() && tag != Tag::tmx) {
      fail(Message{"not a TMX file: it begins with <{1}>; export the memory as TMX 1.4",
                   {std::string(element)}},
           line);
    }
    count(attributes, line);
    // Inside seg everything is inline, whatever its name.
    if (in_segment_) {
      begin_inline(tag);
    } else {
      begin_structure(tag, element, attributes, line);
    }
    open_.push_back(tag);
  }

  void text(std::string_view piece, std::size_t line) override {
    const Tag inside = open_.empty() ? Tag::other : open_.back();
    if (in_segment_) {
      if (hidden()) return;
      part(piece);
      unit_.variants.back().text += piece;
    } else if (inside == Tag::prop && about_) {
      about_->properties.back().text += piece;
    } else if (inside == Tag::note && about_) {
      about_->notes.back() += piece;
    } else if (inside != Tag::other && inside != Tag::prop && inside != Tag::note &&
               !std::all_of(piece.begin(), piece.end(), is_layout_space)) {
      fail(Message{"text outside <seg>; put it into one, or take it out", {}}, line);
    }
    size_ += piece.size();
    limit(line);
  }

  void end(std::string_view, std::size_t line) override {
    const Tag tag = open_.back();
    open_.pop_back();
    if (in_segment_) {
      if (open_.size() < segment_depth_) {
        in_segment_ = false;
        parted_ = false;
      } else if (tag == Tag::sub && within(Tag::code)) {
        parted_ = true;
      }
      return;
    }
    if (tag == Tag::tuv) {
      if (!has_segment_)
        fail(Message{"<tuv> without <seg>; add one or delete the <tuv>", {}}, line);
      about_ = &unit_;
    } else if (tag == Tag::tu) {
      about_ = nullptr;
      size_ = 0;
      take_(file_, std::exchange(unit_, {}));
    } else if (tag == Tag::header) {
      about_ = nullptr;
      size_ = 0;
    }
  }

  bool has_body() const { return has_body_; }
  TmxFile file() && { return std::move(file_); }

 private:
  [[noreturn]] void fail(Message what, std::size_t line) const {
    what.place = name_ + ':' + std::to_string(line);
    throw Error(std::move(what));
  }

  bool within(Tag tag) const {
    return std::find(open_.begin() + static_cast<std::ptrdiff_t>(segment_depth_), open_.end(),
                     tag) != open_.end();
  }

  /// Inside a native code; what a sub inside it holds is text again.
  bool hidden() const {
    for (std::size_t i = open_.size(); i-- > segment_depth_;) {
      if (open_[i] == Tag::code) return true;
      if (open_[i] == Tag::sub) return false;
    }
    return false;
  }

  /// Keeps the text of a sub from growing together with its neighbours.
  void part(std::string_view piece) {
    if (piece.empty() || !std::exchange(parted_, false)) return;
    std::string& text = unit_.variants.back().text;
    if (!text.empty() && !is_layout_space(text.back()) && !is_layout_space(piece.front())) {
      text += ' ';
    }
  }

  void begin_inline(Tag tag) {
    if (tag == Tag::code || tag == Tag::hi || tag == Tag::sub) ++unit_.variants.back().codes;
    if (tag == Tag::sub && within(Tag::code)) parted_ = true;
  }

  void begin_structure(Tag tag, std::string_view element, std::span<const XmlAttribute> attributes,
                       std::size_t line) {
    const Tag parent = open_.empty() ? Tag::other : open_.back();
    const auto expect = [&](Tag wanted, const char* name) {
      if (parent == wanted) return;
      fail(Message{"<{1}> outside <{2}>; export the file again", {std::string(element), name}},
           line);
    };
    switch (tag) {
      case Tag::tmx:
        if (!open_.empty()) break;
        for (const XmlAttribute& one : attributes) {
          if (one.name == "version") file_.version = one.value;
        }
        if (!file_.version.empty() && !file_.version.starts_with("1.")) {
          fail(Message{"TMX {1} is not known here; export the memory as TMX 1.4", {file_.version}},
               line);
        }
        break;
      case Tag::header:
        expect(Tag::tmx, "tmx");
        about_ = &file_;
        read(file_, attributes, [&](const XmlAttribute& one) {
          if (one.name != "srclang") return false;
          file_.source_language = one.value;
          return true;
        });
        break;
      case Tag::body:
        expect(Tag::tmx, "tmx");
        has_body_ = true;
        break;
      case Tag::tu:
        expect(Tag::body, "body");
        about_ = &unit_;
        unit_.line = line;
        unit_.source_language = file_.source_language;
        read(unit_, attributes, [&](const XmlAttribute& one) {
          if (one.name == "tuid") unit_.id = one.value;
          if (one.name == "srclang") unit_.source_language = one.value;
          return one.name == "tuid" || one.name == "srclang";
        });
        break;
      case Tag::tuv:
        expect(Tag::tu, "tu");
        begin_variant(attributes, line);
        break;
      case Tag::seg:
        expect(Tag::tuv, "tuv");
        if (std::exchange(has_segment_, true)) {
          fail(Message{"a second <seg> in one <tuv>; give it a <tuv> of its own", {}}, line);
        }
        in_segment_ = true;
        segment_depth_ = open_.size() + 1;
        break;
      case Tag::prop:
        if (about_ == nullptr) break;
        about_->properties.emplace_back();
        for (const XmlAttribute& one : attributes) {
          if (one.name == "type") about_->properties.back().type = one.value;
        }
        break;
      case Tag::note:
        if (about_ != nullptr) about_->notes.emplace_back();
        break;
      case Tag::code:
      case Tag::hi:
      case Tag::sub:
        expect(Tag::seg, "seg");
        break;
      case Tag::other:
        break;
    }
  }

  void begin_variant(std::span<const XmlAttribute> attributes, std::size_t line) {
    TmxVariant& variant = unit_.variants.emplace_back();
    about_ = &variant;
    has_segment_ = false;
    std::string old;
    read(variant, attributes, [&](const XmlAttribute& one) {
      if (one.name == "xml:lang") variant.language = one.value;
      if (one.name == "lang") old = one.value;
      return one.name == "xml:lang" || one.name == "lang";
    });
    if (variant.language.empty()) variant.language = std::move(old);
    if (variant.language.empty()) {
      fail(Message{"<tuv> without a language; add xml:lang to it", {}}, line);
    }
  }

  /// `own` says whether it has taken an attribute.
  template <typename Own>
  static void read(TmxNotes& to, std::span<const XmlAttribute> attributes, Own own) {
    for (const XmlAttribute& one : attributes) {
      if (own(one)) continue;
      if (one.name == "creationdate") {
        to.creation_date = one.value;
      } else if (one.name == "creationid") {
        to.creation_id = one.value;
      } else if (one.name == "changedate") {
        to.change_date = one.value;
      } else if (one.name == "changeid") {
        to.change_id = one.value;
      } else {
        to.attributes.push_back({std::string(one.name), one.value});
      }
    }
  }

  /// What an element takes, however little it says.
  void count(std::span<const XmlAttribute> attributes, std::size_t line) {
    size_ += 256;
    for (const XmlAttribute& one : attributes) size_ += one.name.size() + one.value.size() + 64;
    limit(line);
  }

  void limit(std::size_t line) {
    const bool held = about_ != nullptr || in_segment_;
    if (!held) size_ = 0;
    if (size_ > most_bytes) {
      fail(Message{"a unit of more than 64 MiB; split it, or export the memory again", {}}, line);
    }
  }

  const std::string& name_;
  const std::function<void(const TmxFile& file, TmxUnit unit)>& take_;
  std::vector<Tag> open_;
  TmxFile file_;
  TmxUnit unit_;
  TmxNotes* about_ = nullptr;      // whose props and notes come now
  std::size_t segment_depth_ = 0;  // of open_, inside the seg
  std::size_t size_ = 0;           // of the unit so far
  bool in_segment_ = false;
  bool has_segment_ = false;
  bool has_body_ = false;
  bool parted_ = false;  // what comes next is parted by a space from what is there
};

}  // namespace

TmxFile read_tmx(const Source& source, const std::string& name,
                 const std::function<void(const TmxFile& file, TmxUnit unit)>& take) {
  Reader reader(name, take);
  read_xml(source, name, reader);
  if (!reader.has_body()) {
    throw Error(Message{"{1}: a TMX file without a <body>; export the memory again", {name}});
  }
  return std::move(reader).file();
}

}  // namespace cotejo
