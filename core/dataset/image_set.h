#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/phrase.h"

namespace acim {

struct ImageShape {
  std::int64_t channels = 3;
  std::int64_t height = 32;
  std::int64_t width = 32;
  std::int64_t bytes() const { return channels * height * width; }
  bool operator==(const ImageShape&) const = default;
};

/// An image that cannot be used: "cat/7.jpg", "is cut short".
struct BrokenImage {
  std::string file;
  Phrase reason;
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
  /// Images that were left out because they are broken, and those met since that could not be decoded: these are read
  /// as black. May grow while images are read.
  virtual std::vector<BrokenImage> broken_images() const { return {}; }
};

/// Opens what --dataset names:
///   demo  demo-train  demo:SPLIT=test|train,COUNT=n,SEED=n  cifar10:PATH  cifar100:PATH
///   imagenet:PATH[,labels=FILE.csv][,classes=FILE][,crop=N][,resize=N]
/// of CIFAR, PATH is a folder of .bin files, one .bin file, an archive or a compressed file; cifar10:PATH:train takes
/// the training batches of a folder or archive (default: test). For imagenet see image_folder.h. After any of them,
/// ",subset=first:N", ",subset=random:N:SEED" or ",subset=balanced:N:SEED" chooses images and their order (subset.h).
/// Error(usage) for an unknown kind, Error(input) for bad files. `progress` (0..1) may be empty. Of an image folder
/// without a number of images only the first `at_most` whole images are looked at and opened (0: all), so that a short
/// run need not wait for all files.
std::shared_ptr<const ImageSet> open_image_set(const std::string& specification,
                                               const std::function<void(double)>& progress = {},
                                               std::int64_t at_most = 0);

/// The specification with a further option: "subset" of any set; "crop", "resize", "labels", "classes" of an image
/// folder. Error(usage) when the set takes no such option or says it already.
std::string with_option(const std::string& specification, const std::string& key, const std::string& value);
/// Whether it is an image folder whose crop is not said: then the network's input size is the one to take.
bool wants_crop(const std::string& specification);

/// Descriptions of the kinds, for `acim list` and --help: name and what it takes.
struct ImageSetKind {
  std::string name;
  std::string description;
};
std::vector<ImageSetKind> image_set_kinds();

}  // namespace acim
