#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/state_dict.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "network/architecture.h"
#include "network/architectures/registry.h"

namespace acim {
namespace {

constexpr std::size_t kMostListed = 6;
constexpr std::int64_t kMostClasses = 1'000'000;

/// `what` has a place for their number and one for their names.
void add_list(Phrase& text, const Phrase& what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  const std::vector<std::string> shown(
      names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMostListed)));
  const Phrase list = what.filled_with(
      names.size(), fmt::format("{}{}", fmt::join(shown, ", "), names.size() > shown.size() ? ", ..." : ""));
  text = text.empty() ? list : Phrase({}, "{}; {}").filled_with(text, list);
}

/// The file's tensors under the architecture's names.
using Entries = std::map<std::string, const StoredTensor*, std::less<>>;

Entries entries_of(const WeightsFile& weights, const Architecture& architecture) {
  Entries entries;
  for (const auto& [stored, tensor] : weights.tensors) {
    std::string name = stored;
    for (const auto& [alias, own] : architecture.aliases) {
      const std::size_t place = name.find(alias);
      if (place != std::string::npos) name.replace(place, alias.size(), own);
    }
    // Under both names: the second is left over, and so unexpected.
    if (!entries.emplace(name, &tensor).second) entries.emplace(stored, &tensor);
  }
  return entries;
}

/// The classifier's rows, [classes, features] or of a 1x1 convolution [classes, features, 1, 1]; 1 in a file without
/// it, which does not fit anyway.
std::int64_t classes_of(const Entries& entries, const Architecture& architecture) {
  const auto classifier = entries.find(architecture.classifier_weight);
  if (classifier == entries.end() || classifier->second->shape.empty()) return 1;
  return std::clamp<std::int64_t>(classifier->second->shape[0], 1, kMostClasses);
}

/// The network that the file's shapes ask for, not filled yet. c10::Error when it is too large for the memory.
std::shared_ptr<ArchitectureModule> make_fitting(const Entries& entries, const Architecture& architecture) {
  ArchitectureRequest request;
  request.classes = classes_of(entries, architecture);
  for (const auto& [name, tensor] : entries) request.shapes.emplace(name, tensor->shape);
  return architecture.make(request);
}

std::vector<NamedTensor> tensors_of(const ArchitectureModule& module) {
  std::vector<NamedTensor> tensors = module.parameters();
  tensors.insert(tensors.end(), module.buffers().begin(), module.buffers().end());
  return tensors;
}

/// "1 missing: a; 2 unexpected: b, c; 1 of another shape: d is [3] instead of [4]"; empty when the file fits.
/// The last layer comes first: without it the number of classes is not known.
Phrase misfits(const Entries& entries, const std::vector<NamedTensor>& wanted, const Architecture& architecture) {
  std::vector<std::string> missing;
  std::vector<std::string> mismatched;
  std::set<std::string> known;
  for (const NamedTensor& entry : wanted) {
    known.insert(entry.name);
    const auto found = entries.find(entry.name);
    if (found == entries.end()) {
      missing.push_back(entry.name);
    } else if (at::IntArrayRef(found->second->shape) != entry.tensor.sizes()) {
      mismatched.push_back(fmt::format("{} is [{}] instead of [{}]", entry.name, fmt::join(found->second->shape, ", "),
                                       fmt::join(entry.tensor.sizes().vec(), ", ")));
    }
  }
  std::stable_partition(missing.begin(), missing.end(),
                        [&](const std::string& name) { return name == architecture.classifier_weight; });
  std::vector<std::string> unexpected;
  for (const auto& [name, tensor] : entries) {
    if (!known.contains(name) && !name.ends_with("num_batches_tracked")) unexpected.push_back(name);
  }
  Phrase problems;
  add_list(problems, Phrase("Error", "{} missing: {}"), missing);
  add_list(problems, Phrase("Error", "{} unexpected: {}"), unexpected);
  add_list(problems, Phrase("Error", "{} of another shape: {}"), mismatched);
  return problems;
}

/// A layer's name follows from that of its weight, which is its own but for attention's.
std::string constant_name(const std::string& name) {
  constexpr std::string_view kProjections = "in_proj_weight";
  if (!name.ends_with(kProjections)) return name;
  return name.substr(0, name.size() - kProjections.size()) + "in_proj.weight";
}

void copy_values(const StoredTensor& stored, const at::Tensor& tensor, const std::string& name,
                 const std::string& where) {
  const std::vector<float> values = stored.as_float();
  if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) {
    throw Error(ErrorKind::input,
                Phrase("Error", "tensor \"{}\" has values that are no finite numbers").filled_with(name), where,
                Phrase("Error", "Train or export the network again."));
  }
  std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
}

Phrase advice(const WeightsFile& weights) {
  const std::vector<std::string> fitting = fitting_architectures(weights);
  if (fitting.empty()) return Phrase("Error", "Choose the architecture the file was trained as.");
  return Phrase("Error", "The file fits {}.").filled_with(fmt::format("{}", fmt::join(fitting, ", ")));
}

}  // namespace

std::vector<std::string> fitting_architectures(const WeightsFile& weights) {
  std::vector<std::string> fitting;
  for (const Architecture& architecture : architecture_registry()) {
    const Entries entries = entries_of(weights, architecture);
    // Spares making most of them.
    if (!entries.contains(architecture.classifier_weight)) continue;
    try {
      const auto module = make_fitting(entries, architecture);
      if (misfits(entries, tensors_of(*module), architecture).empty()) fitting.push_back(architecture.name);
    } catch (const c10::Error&) {
      continue;  // too large for the memory: not this one
    }
  }
  return fitting;
}

void restore_weights(const WeightsFile& weights, const std::string& architecture_name,
                     const ArchitectureModule& network, const std::string& where) {
  const Architecture& architecture = architecture_named(architecture_name);
  const Entries entries = entries_of(weights, architecture);
  const std::vector<NamedTensor> wanted = tensors_of(network);
  const Phrase problems = misfits(entries, wanted, architecture);
  if (!problems.empty()) {
    throw Error(ErrorKind::input,
                Phrase("Error", "the weights do not fit architecture {} ({})").filled_with(architecture.name, problems),
                where, advice(weights));
  }
  for (const NamedTensor& entry : wanted) copy_values(*entries.at(entry.name), entry.tensor, entry.name, where);
}

LoadedParts load_state_dict(const WeightsFile& weights, const std::string& architecture_name,
                            const std::string& where) {
  const Architecture& architecture = architecture_named(architecture_name);
  const Entries entries = entries_of(weights, architecture);
  std::shared_ptr<ArchitectureModule> module;
  try {
    module = make_fitting(entries, architecture);
  } catch (const c10::Error&) {
    throw Error(ErrorKind::input,
                Phrase("Error", "the shapes ask for a network {} that is too large for the memory")
                    .filled_with(architecture.name),
                where, advice(weights));
  }
  restore_weights(weights, architecture.name, *module, where);

  LoadedParts parts;
  for (const NamedTensor& entry : tensors_of(*module)) parts.constants.add(constant_name(entry.name), entry.tensor);
  for (const NamedTensor& parameter : module->parameters()) parts.parameter_count += parameter.tensor.numel();
  parts.forward = [module](const at::Tensor& images) { return module->forward(images); };
  return parts;
}

}  // namespace acim
