#include <ATen/ATen.h>
// The line above stands first for clang 14.
#include "bench_networks.h"

#include <algorithm>
#include <span>

#include "base/safetensors.h"
#include "dataset/image_set.h"
#include "network/architecture.h"
#include "test_files.h"

namespace acim::bench {
namespace {

constexpr const char* kTrained = "data/weights/resnet20_cifar10_jpeg.pt";
constexpr const char* kImages = "data/cifar10/test_batch.bin.xz";
const Normalisation kUsual = {{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}};

/// He initialisation, batch norm that changes nothing: written to a file and loaded as any other.
std::shared_ptr<const Network> random_network(const std::string& architecture, std::int64_t classes) {
  const auto module = make_architecture(architecture, classes);
  Safetensors file;
  for (const auto* tensors : {&module->parameters(), &module->buffers()}) {
    for (const NamedTensor& named : *tensors) {
      const auto count = static_cast<std::size_t>(named.tensor.numel());
      if (named.tensor.scalar_type() == at::kLong) {
        file.tensors[named.name] = make_tensor(
            named.tensor.sizes().vec(), std::span<const std::int64_t>(named.tensor.data_ptr<std::int64_t>(), count));
      } else {
        file.tensors[named.name] =
            make_tensor(named.tensor.sizes().vec(), std::span<const float>(named.tensor.data_ptr<float>(), count));
      }
    }
  }
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "random.safetensors";
  write_safetensors(path, file);
  return load_network({path.string(), architecture, kUsual});
}

/// The first images of a set, in a larger frame repeated to fill it.
std::vector<std::uint8_t> pixels_of(const ImageSet& set, std::int64_t count, std::int64_t side) {
  const ImageShape shape = set.shape();
  std::vector<std::uint8_t> image(static_cast<std::size_t>(shape.bytes()));
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(count * shape.channels * side * side));
  for (std::int64_t index = 0; index < count; ++index) {
    set.read(index % set.size(), image);
    for (std::int64_t channel = 0; channel < shape.channels; ++channel) {
      for (std::int64_t y = 0; y < side; ++y) {
        for (std::int64_t x = 0; x < side; ++x) {
          const std::int64_t at = (channel * shape.height + y % shape.height) * shape.width + x % shape.width;
          pixels.push_back(image[static_cast<std::size_t>(at)]);
        }
      }
    }
  }
  return pixels;
}

}  // namespace

ImageBlock BenchNetwork::images(std::int64_t first) const {
  const std::int64_t bytes = 3 * side * side;
  const auto blocks = static_cast<std::int64_t>(pixels.size()) / (bytes * block);
  ImageBlock images;
  images.pixels = std::span(pixels).subspan(static_cast<std::size_t>(first / block % blocks * block * bytes),
                                            static_cast<std::size_t>(block * bytes));
  images.count = block;
  images.height = side;
  images.width = side;
  images.first_index = first;
  return images;
}

BenchNetwork load_bench_network(const std::string& architecture) {
  BenchNetwork bench;
  bench.architecture = architecture;
  const auto trained = test::shared_folder() / kTrained;
  const auto cifar = test::shared_folder() / kImages;
  const bool real_images = std::filesystem::exists(cifar);
  const auto set = open_image_set(real_images ? "cifar10:" + cifar.string() : std::string("demo:COUNT=64"));
  std::int64_t images = 64;
  if (architecture == "resnet20-cifar" && std::filesystem::exists(trained)) {
    bench.network = load_network({trained.string(), "", kUsual});
  } else {
    const bool large = architecture == "resnet18";
    bench.network = random_network(architecture, large ? 1000 : 10);
    if (large) {
      bench.side = 224;
      bench.block = 1;
      images = 4;
    }
  }
  bench.pixels = pixels_of(*set, images, bench.side);
  ImageBlock block = bench.images(0);
  block.pixels = bench.pixels;
  block.count = images;
  bench.calibration = bench.network->calibrate(block, 100);
  return bench;
}

}  // namespace acim::bench
