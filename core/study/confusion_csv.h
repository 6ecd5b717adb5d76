#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "study/confusion.h"

namespace acim {

/// A row for each label with its images taken for each class, under the same lines of `# key: value` as results_csv()
/// has. Classes beyond `names` are their numbers.
std::string confusion_csv(const ConfusionMatrix& matrix, std::span<const std::string> names,
                          const std::vector<std::pair<std::string, std::string>>& comments);

}  // namespace acim
