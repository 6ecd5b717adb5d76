#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace acim::cli {

/// What every picture begins with: its size, fonts, a white ground. `command` makes it again. Both are escaped here.
std::string svg_head(double width, double height, std::string_view title, std::string_view command);
/// Text as it may stand in XML.
std::string escaped(std::string_view text);
/// `text` is escaped already.
std::string text_at(double x, double y, std::string_view anchor, std::string_view text,
                    std::string_view colour = "#525D60");
/// The label of a knob with its unit, escaped; a key that is none stands as it is.
std::string label_of(const std::string& key);

}  // namespace acim::cli
