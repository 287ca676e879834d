#include "foreign/xml_reader.hpp"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "cotejo/error.hpp"

namespace cotejo {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// libxml2's sentence without its line end.
std::string sentence(const char* said) {
  std::string out = said == nullptr ? "" : said;
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out;
}

/// What the callbacks share. No exception may pass through libxml2: it waits here until the parser
/// has come back.
class Reading {
 public:
  Reading(const Source& source, std::string name, XmlVisitor& visitor)
      : source_(source), name_(std::move(name)), visitor_(visitor) {}

  void run() {
    xmlInitParser();
    // What libxml2 has to say of a conversion has no parser to say it to.
    const xmlStructuredErrorFunc before = xmlStructuredError;
    void* const context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(this, &failed);
    parse();
    xmlSetStructuredErrorFunc(context, before);
    if (thrown_) std::rethrow_exception(thrown_);
    if (fault_) throw Error(*std::move(fault_));
  }

 private:
  using Parser = std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)>;

  void parse() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = &begin;
    handler.endElementNs = &end;
    handler.characters = &text;
    handler.cdataBlock = &text;
    handler.getEntity = &entity;
    handler.serror = &failed;
    const Parser parser(
        xmlCreateIOParserCtxt(&handler, this, &read, nullptr, this, XML_CHAR_ENCODING_NONE),
        &xmlFreeParserCtxt);
    if (parser) {
      parser_ = parser.get();
      // NOENT sets in the five entities of XML in attributes; others are never found.
      xmlCtxtUseOptions(parser_, XML_PARSE_NONET | XML_PARSE_NOENT);
      const bool whole = xmlParseDocument(parser_) == 0;
      if (!whole && !fault_) fault(Message{"the XML is damaged; export the file again", {}});
      if (parser_->myDoc != nullptr) xmlFreeDoc(parser_->myDoc);
      parser_ = nullptr;
    } else if (!thrown_) {
      fault(Message{"the XML cannot be read: out of memory?", {}});
    }
  }

  std::size_t line() const {
    return parser_ == nullptr || parser_->input == nullptr || parser_->input->line < 1
               ? 1
               : static_cast<std::size_t>(parser_->input->line);
  }

  void fault(Message what) {
    if (fault_) return;  // the first one tells; the others follow from it
    what.place = name_ + ':' + std::to_string(line());
    fault_ = std::move(what);
  }

  /// From inside a callback that speaks of content only: the parser must not be stopped while it
  /// reads or converts.
  void stop() const {
    if (parser_ != nullptr) xmlStopParser(parser_);
  }

  template <typename Step>
  void guarded(Step step) {
    if (thrown_ || fault_) return;
    try {
      step();
    } catch (...) {
      thrown_ = std::current_exception();
      if (!in_source_) stop();
    }
  }

  static Reading& of(void* self) { return *static_cast<Reading*>(self); }

  /// Fills the room: libxml2 wants the whole of the XML declaration at once.
  static int read(void* self, char* bytes, int size) {
    const std::span<char> room(bytes, static_cast<std::size_t>(size));
    std::size_t got = 0;
    of(self).in_source_ = true;
    of(self).guarded([&] {
      while (got < room.size()) {
        const std::size_t more = of(self).source_(room.subspan(got));
        if (more == 0) break;
        got += more;
      }
    });
    of(self).in_source_ = false;
    return of(self).thrown_ ? -1 : static_cast<int>(got);
  }

  static std::string full_name(const xmlChar* local, const xmlChar* prefix) {
    return prefix == nullptr ? std::string(view(local))
                             : std::string(view(prefix)) + ':' + std::string(view(local));
  }

  static void begin(void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar*, int,
                    const xmlChar**, int count, int, const xmlChar** attributes) {
    of(self).guarded([&] {
      std::vector<std::string> names;
      std::vector<XmlAttribute> list;
      names.reserve(static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i, attributes += 5) {  // local name, prefix, URI, value, its end
        names.push_back(full_name(attributes[0], attributes[1]));
        list.push_back({names.back(),
                        {reinterpret_cast<const char*>(attributes[3]),
                         reinterpret_cast<const char*>(attributes[4])}});
      }
      of(self).visitor_.begin(full_name(local, prefix), list, of(self).line());
    });
  }

  static void end(void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar*) {
    of(self).guarded([&] { of(self).visitor_.end(full_name(local, prefix), of(self).line()); });
  }

  static void text(void* self, const xmlChar* bytes, int size) {
    of(self).guarded([&] {
      of(self).visitor_.text({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)},
                             of(self).line());
    });
  }

  /// Asked for every entity that is not one of XML's own.
  static xmlEntityPtr entity(void* self, const xmlChar* name) {
    of(self).fault(
        Message{"&{1}; stands for nothing that XML itself knows; write the characters "
                "it stands for",
                {std::string(view(name))}});
    of(self).stop();
    return nullptr;
  }

  static void failed(void* self, xmlErrorPtr error) {
    if (error->level < XML_ERR_FATAL && error->domain == XML_FROM_NAMESPACE) return;
    if (error->level < XML_ERR_ERROR) return;
    of(self).fault(Message{"the XML is damaged: {1}; mend this line or export the file again",
                           {sentence(error->message)}});
  }

  const Source& source_;
  std::string name_;
  XmlVisitor& visitor_;
  xmlParserCtxtPtr parser_ = nullptr;
  std::optional<Message> fault_;
  std::exception_ptr thrown_;
  bool in_source_ = false;
};

}  // namespace

void read_xml(const Source& source, const std::string& name, XmlVisitor& visitor) {
  Reading(source, name, visitor).run();
}

}  // namespace cotejo
