/// @file  The door to libxml2's parser.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "cotejo/source.hpp"

namespace cotejo {

struct XmlAttribute {
  std::string_view name;  ///< with its prefix: "xml:lang"
  std::string value;
};

/// What is met in an XML document, in its order. Names have their prefix; texts are valid UTF-8,
/// whatever the file's encoding, and come in pieces of any size. Lines count from 1.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void begin(std::string_view element, std::span<const XmlAttribute> attributes,
                     std::size_t line) = 0;
  virtual void text(std::string_view piece, std::size_t line) = 0;
  virtual void end(std::string_view element, std::size_t line) = 0;
};

/// Reads a document piece by piece: no more of it is held than its longest tag. Nothing else is
/// read: no DTD, no other file; and no entity is known but XML's own five. Throws Error that names
/// `name` and the line for a file that is no XML to its end, and whatever the source and the
/// visitor throw.
void read_xml(const Source& source, const std::string& name, XmlVisitor& visitor);

}  // namespace cotejo
