#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "network/demo_network.h"
#include "network/loaded_network.h"
#include "network/network_description.h"
#include "network/normalisation_unknown.h"
#include "network/state_dict.h"
#include "network/torchscript.h"
#include "network/weights_file.h"

namespace acim {
namespace {

constexpr const char* kDemo = "demo";
constexpr std::uint64_t kLargestFile = std::uint64_t{4} << 30U;

/// The description beside a file: FILE.json.
NetworkDescription description_beside(const std::string& path) {
  const std::filesystem::path beside = path + ".json";
  std::error_code ignored;
  if (!std::filesystem::exists(beside, ignored)) return {};
  return parse_network_description(read_text_file(beside), beside.string());
}

std::string hash_of(std::span<const std::byte> bytes, const std::string& architecture) {
  Sha256 hash;
  hash.add(bytes);
  hash.add(std::as_bytes(std::span(architecture)));
  return hash.hex();
}

LoadedParts load_weights(const WeightsFile& weights, const std::string& where, std::string& architecture,
                         NetworkDescription& description) {
  const auto inside = weights.metadata.find(kDescriptionKey);
  if (inside != weights.metadata.end()) {
    NetworkDescription own = parse_network_description(inside->second, where);
    if (description.architecture.empty()) description.architecture = own.architecture;
    if (!description.normalisation) description.normalisation = own.normalisation;
  }
  if (architecture.empty()) architecture = description.architecture;
  if (architecture.empty()) {
    const std::vector<std::string> fitting = fitting_architectures(weights);
    throw Error(
        ErrorKind::usage, Phrase("Error", "the file has weights but does not say of which architecture"), where,
        fitting.empty()
            ? Phrase("Error",
                     "It fits none of the built-in ones, which `acim list architectures` shows; "
                     "TorchScript needs none.")
            : Phrase("Error", "It fits {}.").filled_with(fmt::format("--architecture {}", fmt::join(fitting, " or "))));
  }
  return load_state_dict(weights, architecture, where);
}

}  // namespace

std::string_view layer_kind_name(LayerKind kind) {
  switch (kind) {
    case LayerKind::convolution:
      return "convolution";
    case LayerKind::linear:
      return "linear";
    case LayerKind::matmul:
      return "matmul";
  }
  throw Error(ErrorKind::internal, "an unknown kind of layer");
}

std::string Calibration::hash() const {
  std::string text = fmt::format("{} {} {}\n", images_hash, images, percentile);
  for (const Layer& layer : layers) {
    for (const Operand& operand : {layer.streamed, layer.second}) {
      text += fmt::format("{} {} {}\n", operand.maximum, operand.positive_maximum, operand.negative);
    }
  }
  return sha256_hex(std::as_bytes(std::span(text)));
}

std::shared_ptr<const Network> load_network(const NetworkSource& source, std::shared_ptr<const Engine> engine) {
  const bool demo = source.path == kDemo;
  std::vector<std::byte> read;
  NetworkDescription description;
  std::span<const std::byte> bytes = demo_network_bytes();
  if (demo && bytes.empty()) {
    throw Error(ErrorKind::input, Phrase("Error", "this build has no demo network"), "demo",
                Phrase("Error", "Build with resources/networks/demo.safetensors, or name a file."));
  }
  if (!demo) {
    read = read_file(source.path, kLargestFile);
    bytes = read;
    description = description_beside(source.path);
  }
  const std::string& where = source.path;
  LoadedParts parts;
  std::string architecture = source.architecture;
  if (!demo && weights_format(source.path) == WeightsFormat::torch_script) {
    architecture.clear();
    parts = load_torchscript(bytes, where);
  } else {
    const WeightsFile weights = demo ? parse_safetensors(bytes, where) : read_weights_file(source.path);
    parts = load_weights(weights, where, architecture, description);
  }
  const std::optional<Normalisation> normalisation =
      source.normalisation ? source.normalisation : description.normalisation;
  if (!normalisation) {
    throw NormalisationUnknown(ErrorKind::usage,
                               Phrase("Error", "the normalisation of the network's input is not known"), where,
                               Phrase("Error", "Give --mean and --std, or write them to {}.json.").filled_with(where));
  }
  check_normalisation(*normalisation, where);
  parts.name = demo ? kDemo : std::filesystem::path(source.path).filename().string();
  parts.normalisation = *normalisation;
  parts.hash = hash_of(bytes, architecture + (demo ? std::string() : hash_of_shards(bytes, source.path)));
  return std::make_shared<LoadedNetwork>(std::move(parts), std::move(engine));
}

}  // namespace acim
