#pragma once

#include <string>
#include <string_view>

namespace acim {

/// RFC 4180: quoted when it holds a comma, a quote or a line end.
std::string csv_field(std::string_view text);
/// "# key: value"; a comment ends with its line, so line ends within it become spaces.
std::string csv_comment(std::string_view key, std::string_view value);

}  // namespace acim
