#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace acim {

struct ImageShape {
  std::int64_t channels = 3;
  std::int64_t height = 32;
  std::int64_t width = 32;
  std::int64_t bytes() const { return channels * height * width; }
  bool operator==(const ImageShape&) const = default;
};

/// Labelled images, 8 bits a channel, channel-major (R plane, G plane, B plane), immutable and safe to read from any
/// thread.
class ImageSet {
 public:
  virtual ~ImageSet() = default;
  /// "demo", "CIFAR-10 test_batch.bin.xz"
  virtual std::string name() const = 0;
  virtual std::int64_t size() const = 0;
  virtual ImageShape shape() const = 0;
  /// Names of the classes, index = label.
  virtual std::span<const std::string> class_names() const = 0;
  virtual int label(std::int64_t index) const = 0;
  /// Writes shape().bytes() bytes of image `index`.
  virtual void read(std::int64_t index, std::span<std::uint8_t> pixels) const = 0;
  /// SHA-256 over shape, labels and pixels: the identity of the images in a study.
  virtual std::string hash() const = 0;
};

/// Opens what --dataset names:
///   demo  demo-train  demo:SPLIT=test|train,COUNT=n,SEED=n  cifar10:PATH  cifar100:PATH
/// PATH is a folder of .bin files, one .bin file, an archive or a compressed file. cifar10:PATH:train takes the
/// training batches of a folder or archive (default: test). Error(usage) for an unknown kind, Error(input) for bad
/// files. `progress` (0..1) may be empty.
std::shared_ptr<const ImageSet> open_image_set(const std::string& specification,
                                               const std::function<void(double)>& progress = {});

/// Descriptions of the kinds, for `acim list` and --help: name and what it takes.
struct ImageSetKind {
  std::string name;
  std::string description;
};
std::vector<ImageSetKind> image_set_kinds();

}  // namespace acim
