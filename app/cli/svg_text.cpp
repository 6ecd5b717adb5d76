#include "cli/svg_text.h"

#include "macro/parameter_table.h"
#include "study/named_setting.h"

namespace acim::cli {

std::string svg_head(double width, double height, std::string_view title, std::string_view command) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"Inter, 'DejaVu Sans', sans-serif\" font-size=\"12\">\n"
      "<title>{2}</title>\n"
      "<desc>{3}</desc>\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#FFFFFF\"/>\n",
      width, height, escaped(title), escaped(command));
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text, std::string_view colour) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" fill=\"{}\">{}</text>\n", x, y, anchor, colour,
                     text);
}

std::string label_of(const std::string& key) {
  if (const NamedSetting* setting = find_named_setting(key)) return escaped(setting->label);
  const Parameter* parameter = find_parameter(key);
  if (parameter == nullptr) return escaped(key);
  return escaped(parameter->label) +
         (parameter->unit.empty() || parameter->unit == "bit" ? "" : ", " + escaped(parameter->unit));
}

}  // namespace acim::cli
