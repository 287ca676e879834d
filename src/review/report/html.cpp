#include "cotejo/report.hpp"
namespace cotejo {
void write_html_report(const Sink& sink, const Report&, const Reader&) { sink(""); }
}  // namespace cotejo
