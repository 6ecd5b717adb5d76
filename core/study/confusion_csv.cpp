#include "study/confusion_csv.h"

#include <fmt/format.h>

#include "study/csv_text.h"

namespace acim {

std::string confusion_csv(const ConfusionMatrix& matrix, std::span<const std::string> names,
                          const std::vector<std::pair<std::string, std::string>>& comments) {
  const auto name = [&](int label) {
    const auto place = static_cast<std::size_t>(label);
    return place < names.size() ? csv_field(names[place]) : fmt::format("{}", label);
  };
  std::string csv;
  for (const auto& [key, value] : comments) csv += csv_comment(key, value);
  csv += "label";
  for (int prediction = 0; prediction < matrix.classes; ++prediction) csv += ',' + name(prediction);
  csv += '\n';
  for (int label = 0; label < matrix.classes; ++label) {
    csv += name(label);
    for (int prediction = 0; prediction < matrix.classes; ++prediction)
      csv += fmt::format(",{}", matrix.count(label, prediction));
    csv += '\n';
  }
  return csv;
}

}  // namespace acim
