#include "cli/result_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace acim::cli {

std::string accuracy_text(const PointResult& result) {
  if (result.images == 0) return "-";
  const Interval interval = result.interval();
  return fmt::format("{:.2f} % [{:.2f}, {:.2f}]", 100 * result.accuracy(), 100 * interval.low, 100 * interval.high);
}

std::string result_table(const StudySpec& spec, std::span<const PointResult> results) {
  constexpr std::size_t kCellWidth = 24;
  const std::size_t rows = std::max<std::size_t>(1, spec.x.values.size());
  const std::size_t columns = results.size() / rows;
  std::size_t first_width = spec.x.key.size();
  for (const std::string& value : spec.x.values) first_width = std::max(first_width, value.size());

  std::string table = fmt::format("{:<{}}", spec.x.key, first_width);
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string head =
        spec.family.values.empty() ? "accuracy [95 % interval]" : spec.family.key + "=" + spec.family.values[column];
    table += fmt::format("  {:>{}}", head, kCellWidth);
  }
  if (columns == 1) table += "     images";
  table += '\n';
  for (std::size_t row = 0; row < rows; ++row) {
    table += fmt::format("{:>{}}", spec.x.values.empty() ? std::string() : spec.x.values[row], first_width);
    for (std::size_t column = 0; column < columns; ++column) {
      table += fmt::format("  {:>{}}", accuracy_text(results[column * rows + row]), kCellWidth);
    }
    if (columns == 1) table += fmt::format("  {:>9}", results[row].images);
    table += '\n';
  }
  return table;
}

}  // namespace acim::cli
