#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "evaluation/layer_csnr.h"
#include "study/study_spec.h"

namespace CLI {
class App;
}

namespace acim::cli {

/// --csnr, --csnr-csv, --csnr-picture: the signal to noise of every layer of the array, collected while it runs.
struct CsnrOptions {
  bool shown = false;
  std::string csv;
  std::string picture;

  bool wanted() const { return shown || !csv.empty() || !picture.empty(); }
};
void add_csnr_options(CLI::App& command, CsnrOptions& options);
/// Error(usage) for modes without an array, Error(output) for files that cannot be written.
void check_csnr_options(const CsnrOptions& options, const StudySpec& spec);

/// In place of the evaluation's evaluator when CSNR is wanted, which then is what is returned; otherwise null.
std::shared_ptr<const CsnrEvaluator> collect_csnr(const CsnrOptions& options, Evaluation& evaluation);

/// A row per layer: measured and estimated dB, mean error in steps of the integer product.
std::string csnr_table(std::span<const LayerCsnr> layers);
/// The same of every point, each under its coordinates; empty when nothing was collected.
std::string csnr_tables(const StudySpec& spec, const CsnrEvaluator* evaluator);
/// Infinite decibels are null.
nlohmann::json csnr_json(std::span<const LayerCsnr> layers);
/// A row per point and layer; infinite decibels are "inf".
std::string csnr_csv(const StudySpec& spec, const CsnrEvaluator& evaluator);

/// Writes the files that the options name.
void add_csnr_writers(std::vector<std::function<void()>>& writers, const CsnrOptions& options, const StudySpec& spec,
                      const CsnrEvaluator* evaluator);

}  // namespace acim::cli
