#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evaluation/evaluation.h"
#include "study/sensitivity_run.h"

namespace acim::cli {

/// What each layer costs the network, ready to be written.
struct SensitivityReport {
  StudySpec spec;
  SensitivityOutcome outcome;
  std::vector<std::optional<double>> energy_uj;  ///< of an image, by point; none where it has no price
  double tolerance = 0;
  double seconds = 0;
};

/// Energies of every point of the study.
std::vector<std::optional<double>> energies(const StudySpec& spec, const Evaluation& evaluation);

/// A table for each treatment.
std::string sensitivity_text(const SensitivityReport& report);
/// A row for each layer and treatment, provenance as comments first.
std::string sensitivity_csv(const SensitivityReport& report,
                            const std::vector<std::pair<std::string, std::string>>& provenance);
nlohmann::json sensitivity_json(const SensitivityReport& report, const Evaluation& evaluation);

}  // namespace acim::cli
