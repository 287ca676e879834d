/// @file  The door to libxml2.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cotejo/sink.hpp"

namespace cotejo {

/// Any bytes: appends those that XML 1.0 can hold. Characters it cannot hold are dropped, each
/// stretch that is not UTF-8 becomes one U+FFFD.
void append_xml_text(std::string& out, std::string_view bytes);

/// Writes an indented UTF-8 XML document piece by piece. Texts and attribute values are any bytes
/// (see append_xml_text); names are ours and known to be right. Throws Error when libxml2 cannot go
/// on, and whatever the sink throws.
class XmlWriter {
 public:
  explicit XmlWriter(const Sink& sink);
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  void begin(const char* element);
  void attribute(const char* name, std::string_view value);  ///< before the element's content
  void text(std::string_view bytes);
  void end();     ///< of the innermost open element
  void finish();  ///< ends what is open; the sink has everything when it returns

 private:
  struct State;
  void check(int status) const;

  std::unique_ptr<State> state_;
};

}  // namespace cotejo
