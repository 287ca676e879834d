#include "foreign/xml.hpp"

#include <libxml/xmlwriter.h>

#include <algorithm>
#include <exception>

#include "cotejo/error.hpp"
#include "cotejo/text.hpp"

namespace cotejo {
namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

/// Of valid UTF-8, the bytes that begin a character XML 1.0 has no place for: C0 controls, U+FFFE
/// and U+FFFF. Their length, or 0.
std::size_t misfit(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte != '\t' && byte != '\n' && byte != '\r';
  if (byte != 0xEF) return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\uFFFE" || character == "\uFFFF" ? 3 : 0;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

void append_xml_text(std::string& out, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view valid = bytes.substr(0, valid_utf8_prefix(bytes));
    std::size_t kept = 0;  // from here on not yet copied
    for (std::size_t at = 0; at < valid.size();) {
      const std::size_t dropped = misfit(valid, at);
      if (dropped == 0) {
        ++at;
        continue;
      }
      out.append(valid, kept, at - kept);
      kept = at += dropped;
    }
    out.append(valid, kept);
    bytes.remove_prefix(valid.size());
    if (bytes.empty()) return;
    out += "\uFFFD";
    do bytes.remove_prefix(1);
    while (!bytes.empty() && continues(bytes.front()));
  }
}

struct XmlWriter::State {
  explicit State(const Sink& to) : sink(to) {}
  ~State() {
    open = false;  // what libxml2 still holds of an unfinished file goes nowhere
    xmlFreeTextWriter(writer);
  }

  /// An exception must not pass through libxml2: it waits here until the call has returned. Nor is
  /// libxml2 told of it, which would print a message of its own.
  static int write(void* context, const char* bytes, int size) {
    auto& state = *static_cast<State*>(context);
    if (!state.open || size <= 0) return size;
    try {
      state.sink({bytes, static_cast<std::size_t>(size)});
    } catch (...) {
      state.open = false;
      state.thrown = std::current_exception();
    }
    return size;
  }

  Sink sink;
  xmlTextWriterPtr writer = nullptr;
  std::exception_ptr thrown;
  bool open = true;
};

XmlWriter::XmlWriter(const Sink& sink) : state_(std::make_unique<State>(sink)) {
  xmlInitParser();
  xmlOutputBufferPtr buffer =
      xmlOutputBufferCreateIO(&State::write, nullptr, state_.get(), nullptr);
  state_->writer = buffer == nullptr ? nullptr : xmlNewTextWriter(buffer);
  if (state_->writer == nullptr) {
    xmlOutputBufferClose(buffer);
    check(-1);
  }
  check(xmlTextWriterSetIndent(state_->writer, 1));
  check(xmlTextWriterStartDocument(state_->writer, "1.0", "UTF-8", nullptr));
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::check(int status) const {
  if (state_->thrown) std::rethrow_exception(state_->thrown);
  if (status < 0) throw Error({"the XML could not be written: out of memory?", {}});
}

void XmlWriter::begin(const char* element) {
  check(xmlTextWriterStartElement(state_->writer, xml(element)));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  std::string clean;
  append_xml_text(clean, value);
  check(xmlTextWriterWriteAttribute(state_->writer, xml(name), xml(clean.c_str())));
}

void XmlWriter::text(std::string_view bytes) {
  // In pieces: libxml2 copies what it escapes and counts it in int.
  constexpr std::size_t most = 1 << 16;
  std::string clean;
  while (!bytes.empty()) {
    std::size_t size = std::min(most, bytes.size());
    for (int back = 0; back < 3 && size < bytes.size() && continues(bytes[size]); ++back) --size;
    clean.clear();
    append_xml_text(clean, bytes.substr(0, size));
    check(xmlTextWriterWriteString(state_->writer, xml(clean.c_str())));
    bytes.remove_prefix(size);
  }
}

void XmlWriter::end() { check(xmlTextWriterEndElement(state_->writer)); }

void XmlWriter::finish() {
  check(xmlTextWriterEndDocument(state_->writer));
  check(xmlTextWriterFlush(state_->writer));
}

}  // namespace cotejo
