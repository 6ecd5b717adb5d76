#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/architectures/registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "network/architecture.h"
#include "network/network.h"

namespace acim {

const std::vector<Architecture>& architecture_registry() {
  static const std::vector<Architecture> registry = [] {
    std::vector<Architecture> all = cifar_resnets();
    for (auto family : {torchvision_resnets(), vgg_networks(), vision_transformers(), mobilenets(), squeezenets()}) {
      for (Architecture& architecture : family) all.push_back(std::move(architecture));
    }
    return all;
  }();
  return registry;
}

const Architecture& architecture_named(std::string_view name) {
  const auto& all = architecture_registry();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Architecture& a) { return a.name == name; });
  if (found != all.end()) return *found;
  std::vector<std::string> names;
  for (const Architecture& architecture : all) names.push_back(architecture.name);
  throw Error(ErrorKind::usage, Phrase("Error", "no architecture \"{}\"").filled_with(name), "architecture",
              Phrase("Error", "Known are: {}.").filled_with(fmt::format("{}", fmt::join(names, ", "))));
}

std::vector<ArchitectureInfo> architectures() {
  std::vector<ArchitectureInfo> list;
  for (const Architecture& architecture : architecture_registry()) {
    list.push_back({architecture.name, architecture.description});
  }
  return list;
}

std::shared_ptr<ArchitectureModule> make_architecture(std::string_view name, std::int64_t classes, std::uint64_t seed) {
  if (classes < 1 || classes > 1'000'000) {
    throw Error(ErrorKind::usage, Phrase("Error", "{} classes").filled_with(classes), "architecture",
                Phrase("Error", "At least 1 is needed."));
  }
  return architecture_named(name).make({.classes = classes, .seed = seed, .shapes = {}});
}

std::optional<std::int64_t> ArchitectureRequest::size_in_file(std::string_view tensor, std::size_t dimension,
                                                              std::size_t rank) const {
  constexpr std::int64_t kLargestSize = 1 << 20;
  const auto found = shapes.find(tensor);
  if (found == shapes.end() || found->second.size() != rank) return std::nullopt;
  const std::int64_t size = found->second[dimension];
  return size >= 1 && size <= kLargestSize ? std::optional(size) : std::nullopt;
}

at::Tensor& ArchitectureModule::add_parameter(std::string name, at::Tensor tensor) {
  return parameters_.emplace_back(NamedTensor{std::move(name), std::move(tensor)}).tensor;
}

at::Tensor& ArchitectureModule::add_buffer(std::string name, at::Tensor tensor) {
  return buffers_.emplace_back(NamedTensor{std::move(name), std::move(tensor)}).tensor;
}

void ArchitectureModule::require_gradients(bool required) {
  for (NamedTensor& parameter : parameters_) parameter.tensor.set_requires_grad(required);
}

}  // namespace acim
