#include "dataset/image_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "dataset/cifar.h"
#include "dataset/content_hash.h"
#include "dataset/demo_images.h"
#include "dataset/image_folder.h"
#include "dataset/subset.h"

namespace acim {
namespace {

constexpr std::int64_t kDemoTestImages = 2000;
constexpr std::int64_t kDemoTrainingImages = 20000;
constexpr std::uint64_t kMostDemoImages = 1000000;
constexpr std::string_view kImageFolder = "imagenet:";

struct DemoOptions {
  demo::Split split = demo::Split::test;
  std::int64_t count = 0;
  std::uint64_t seed = 1;
};

class DemoSet final : public ImageSet {
 public:
  DemoSet(std::string name, const DemoOptions& options) : name_(std::move(name)), options_(options) {}
  std::string name() const override { return name_; }
  std::int64_t size() const override { return options_.count; }
  ImageShape shape() const override { return {}; }
  std::span<const std::string> class_names() const override { return demo::class_names(); }
  int label(std::int64_t index) const override { return demo::label_of(index); }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    check_read(*this, index, pixels.size());
    demo::draw(options_.seed, options_.split, index, pixels);
  }
  std::string hash() const override { return hash_.of(*this); }

 private:
  std::string name_;
  DemoOptions options_;
  ContentHash hash_;
};

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::uint64_t whole_number(const std::string& key, std::string_view text, std::uint64_t least, std::uint64_t most,
                           const std::string& where) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no value of {}").filled_with(text, key), where,
                Phrase("Error", "It should be a whole number, {}..{}.").filled_with(least, most));
  }
  return value;
}

/// "split=train,count=100,seed=2" (also in capitals).
DemoOptions parse_demo_options(std::string_view text, demo::Split split, const std::string& specification) {
  DemoOptions options;
  options.split = split;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), item.size() + 1));
    const std::size_t equals = item.find('=');
    const std::string key = lower_case(item.substr(0, equals));
    const std::string_view value = equals == std::string_view::npos ? std::string_view{} : item.substr(equals + 1);
    if (key == "split" && (value == "test" || value == "train")) {
      options.split = value == "test" ? demo::Split::test : demo::Split::train;
    } else if (key == "count") {
      options.count = static_cast<std::int64_t>(whole_number(key, value, 1, kMostDemoImages, specification));
    } else if (key == "seed") {
      options.seed = whole_number(key, value, 0, UINT64_MAX, specification);
    } else {
      throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no option of the demo images").filled_with(item),
                  specification,
                  Phrase("Error", "Options are split=test or split=train, count=N and seed=N, with commas between."));
    }
  }
  if (options.count == 0) options.count = options.split == demo::Split::test ? kDemoTestImages : kDemoTrainingImages;
  return options;
}

std::shared_ptr<const ImageSet> open_cifar_specification(CifarLayout layout, std::string_view path,
                                                         const std::string& specification,
                                                         const std::function<void(double)>& progress) {
  bool training = false;
  for (const std::string_view suffix : {":train", ":test"}) {
    if (!path.ends_with(suffix)) continue;
    path.remove_suffix(suffix.size());
    training = suffix == ":train";
    break;
  }
  if (path.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "The data set has no path"), specification,
                Phrase("Error", "Write {}.")
                    .filled_with(one_of(std::vector<Filling>{fmt::format("{}:PATH", layout.kind),
                                                             fmt::format("{}:PATH:train", layout.kind)})));
  }
  return open_cifar(std::move(layout), std::filesystem::path(path), training, progress);
}

std::shared_ptr<const ImageSet> open_whole_set(const std::string& kind, const std::string& rest,
                                               const std::string& specification,
                                               const std::function<void(double)>& progress) {
  if (kind == "demo" || kind == "demo-train") {
    const auto split = kind == "demo" ? demo::Split::test : demo::Split::train;
    if (progress) progress(1);
    return std::make_shared<DemoSet>(specification, parse_demo_options(rest, split, specification));
  }
  if (kind == "cifar10") return open_cifar_specification(cifar10_layout(), rest, specification, progress);
  if (kind == "cifar100") return open_cifar_specification(cifar100_layout(), rest, specification, progress);
  throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no kind of data set").filled_with(kind), specification,
              Phrase("Error", "Kinds are demo, demo-train, cifar10:PATH, cifar100:PATH and imagenet:PATH."));
}

}  // namespace

std::shared_ptr<const ImageSet> open_image_set(const std::string& specification,
                                               const std::function<void(double)>& progress, std::int64_t at_most) {
  std::string text = specification;
  const std::optional<Subset> subset = take_subset(text);
  const std::size_t colon = text.find(':');
  const std::string kind = text.substr(0, colon);
  const std::string rest = colon == std::string::npos ? std::string() : text.substr(colon + 1);
  if (kind == "imagenet") {
    Subset chosen = subset.value_or(Subset{});
    if (chosen.count == 0) chosen.count = at_most;
    return open_image_folder(parse_image_folder_options(rest, specification), chosen, progress);
  }
  auto images = open_whole_set(kind, rest, text, progress);
  return subset ? take_subset_of(std::move(images), *subset) : images;
}

std::string with_option(const std::string& specification, const std::string& key, const std::string& value) {
  if (key != "subset" && !specification.starts_with(kImageFolder)) {
    throw Error(ErrorKind::usage, Phrase("Error", "The option {} is for image folders").filled_with(key), specification,
                Phrase("Error", "Leave it out, or name a data set {}.").filled_with("imagenet:PATH"));
  }
  if (specification.find(fmt::format(",{}=", key)) != std::string::npos) {
    throw Error(ErrorKind::usage, Phrase("Error", "The option {} is given twice").filled_with(key), specification,
                Phrase("Error", "Give it once."));
  }
  return fmt::format("{},{}={}", specification, key, value);
}

bool wants_crop(const std::string& specification) {
  return specification.starts_with(kImageFolder) && specification.find(",crop=") == std::string::npos;
}

std::vector<ImageSetKind> image_set_kinds() {
  return {
      {"demo",
       fmt::format("{} drawn test images, 32x32, 10 classes of shapes and textures; demo:count=N,seed=N,split=train",
                   kDemoTestImages)},
      {"demo-train", fmt::format("the {} training images that go with them", kDemoTrainingImages)},
      {"cifar10:PATH",
       "CIFAR-10, binary version: its folder, one file of it (also compressed) or the archive; PATH:train for the "
       "training "
       "images of a folder or archive"},
      {"cifar100:PATH", "CIFAR-100, binary version, likewise (fine labels)"},
      {"imagenet:PATH",
       "JPEG and PNG files, a folder for each class, or imagenet:PATH,labels=FILE.csv; also classes=FILE, crop=224, "
       "resize=256"},
      {"...,subset=random:N:SEED", "N images of any of these (or all), drawn; also first:N and balanced:N:SEED"}};
}

}  // namespace acim
