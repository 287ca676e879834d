#include "cli/help.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <vector>

#include "cotejo/text.hpp"

namespace cotejo {
namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t text_column = 26;

/// A name and what it means: side by side, or below each other where the name is long.
std::string entry(const std::string& name, const std::string& meaning) {
  std::string out = "  " + name;
  const std::size_t width = display_width(out);
  out += width + 2 > text_column ? "\n" + std::string(text_column, ' ')
                                 : std::string(text_column - width, ' ');
  return out + wrap(meaning, text_column, page_width) + '\n';
}

/// "-o, --output FILE"
std::string option_name(const CLI::Option& option, const Catalogue& catalogue) {
  std::string out;
  for (const std::string& name : option.get_snames()) out += (out.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) out += (out.empty() ? "--" : ", --") + name;
  const std::string& value = option.get_option_text();
  return value.empty() ? out : out + ' ' + catalogue(value);
}

}  // namespace

std::string wrap(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out;
  std::size_t column = indent;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t wide = display_width(word);
    if (column > indent && column + 1 + wide > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += wide;
    at = end + 1;
    if (end < text.size() && text[end] == '\n') {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    }
  }
  return out;
}

std::string help_page(const CLI::App& app, const Catalogue& catalogue) {
  const std::vector<const CLI::App*> commands = app.get_subcommands({});
  std::string usage;
  for (const CLI::App* one = &app; one->get_parent() != nullptr; one = one->get_parent()) {
    usage.insert(0, one->get_name() + ' ');
  }
  usage.insert(0, "cotejo ");
  usage += catalogue(!commands.empty() ? tr("COMMAND [OPTIONS]") : tr("[OPTIONS]"));
  std::string arguments;
  std::string options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->nonpositional()) {
      options += entry(option_name(*option, catalogue), catalogue(option->get_description()));
    } else {
      const std::string name = catalogue(option->get_option_text());
      usage += ' ' + name;
      arguments += entry(name, catalogue(option->get_description()));
    }
  }
  std::string page = catalogue(Message{tr("Usage: {1}"), {usage}}) + "\n\n" +
                     wrap(catalogue(app.get_description()), 0, page_width) + '\n';
  if (!arguments.empty()) page += '\n' + arguments;
  if (!commands.empty()) {
    page += '\n' + catalogue(tr("Commands:")) + '\n';
    for (const CLI::App* command : commands) {
      page += entry(command->get_name(), catalogue(command->get_description()));
    }
  }
  page += '\n' + catalogue(tr("Options:")) + '\n' + options;
  if (!app.get_footer().empty()) page += '\n' + catalogue(app.get_footer()) + '\n';
  return page;
}

}  // namespace cotejo
