#include "dataset/image_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <mutex>
#include <thread>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "dataset/content_hash.h"
#include "dataset/decoded_images.h"
#include "dataset/image_listing.h"

namespace acim {
namespace {

constexpr std::int64_t kLargestCrop = 4096;
constexpr std::size_t kMostDecodedBytes = std::size_t{256} << 20U;
/// Files looked at between two looks at whether there are enough.
constexpr std::size_t kFilesAtOnce = 256;

/// Few: the engine needs the processors, and what is not ready a reader decodes itself.
int background_threads() {
  return static_cast<int>(std::clamp(std::thread::hardware_concurrency() / 4, 1U, 4U));
}

struct CheckedFile {
  std::string hash;  ///< of a whole picture
  Phrase defect;     ///< of a broken one
};

CheckedFile check_file(const std::filesystem::path& path) {
  try {
    const std::vector<std::byte> bytes = read_file(path, kLargestPictureFile);
    if (auto defect = picture_defect(bytes)) return {{}, *defect};
    return {sha256_hex(bytes), {}};
  } catch (const Error& error) {
    return {{}, error.problem_phrase()};
  }
}

/// check_file() of each, on all processors; the answers in the order of the files.
std::vector<CheckedFile> check_files(const std::filesystem::path& folder, std::span<const ListedImage> images) {
  std::vector<CheckedFile> checked(images.size());
  std::atomic<std::size_t> next = 0;
  const auto check = [&] {
    for (std::size_t i = next++; i < images.size(); i = next++) checked[i] = check_file(folder / images[i].file);
  };
  const std::size_t helpers = std::min<std::size_t>(std::thread::hardware_concurrency(), images.size() / 8);
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < helpers; ++i) threads.emplace_back(check);
  check();
  threads.clear();
  return checked;
}

struct FolderContent {
  std::vector<ListedImage> images;  ///< whole ones
  std::vector<BrokenImage> broken;
  ClassList classes;
  std::string hash;
};

void add_text(Sha256& sha, const std::string& text) {
  sha.add(std::as_bytes(std::span(text)));
}

/// Images in the subset's order until there are as many whole ones as it wants.
FolderContent read_content(const ImageFolderOptions& options, const Subset& subset,
                           const std::function<void(double)>& progress) {
  ImageListing listing = list_image_folder(options);
  FolderContent content;
  content.classes = std::move(listing.classes);
  std::vector<int> labels;
  for (const ListedImage& image : listing.images) labels.push_back(image.label);
  std::vector<ListedImage> candidates;
  for (const std::int64_t index : subset_order(subset, labels)) {
    candidates.push_back(std::move(listing.images[static_cast<std::size_t>(index)]));
  }
  const std::size_t wanted = subset.count > 0 ? static_cast<std::size_t>(subset.count) : candidates.size();

  Sha256 sha;
  add_text(sha, fmt::format("image folder 1 {} {} {}\n", options.crop.crop, options.crop.resize,
                            content.classes.names.size()));
  for (std::size_t begin = 0; begin < candidates.size() && content.images.size() < wanted;) {
    const std::size_t count = std::min({candidates.size() - begin, wanted - content.images.size(), kFilesAtOnce});
    const std::span<const ListedImage> part = std::span(candidates).subspan(begin, count);
    const std::vector<CheckedFile> checked = check_files(options.path, part);
    for (std::size_t i = 0; i < count; ++i) {
      if (!checked[i].defect.empty()) {
        content.broken.push_back({part[i].file, checked[i].defect});
        continue;
      }
      add_text(sha, fmt::format("{} {}\n", part[i].label, checked[i].hash));
      content.images.push_back(part[i]);
    }
    begin += count;
    if (progress) progress(static_cast<double>(content.images.size()) / static_cast<double>(std::max(wanted, begin)));
  }
  content.hash = sha.hex();
  return content;
}

class ImageFolderSet final : public ImageSet {
 public:
  ImageFolderSet(std::string name, ImageFolderOptions options, FolderContent content)
      : name_(std::move(name)),
        options_(std::move(options)),
        content_(std::move(content)),
        broken_(content_.broken),
        decoded_(size(), static_cast<std::size_t>(shape().bytes()), [this](std::int64_t i) { return decode(i); },
                 {.most_bytes = kMostDecodedBytes, .threads = background_threads()}) {}

  std::string name() const override { return name_; }
  std::int64_t size() const override { return static_cast<std::int64_t>(content_.images.size()); }
  ImageShape shape() const override { return {3, options_.crop.crop, options_.crop.crop}; }
  std::span<const std::string> class_names() const override { return content_.classes.names; }
  int label(std::int64_t index) const override { return content_.images.at(static_cast<std::size_t>(index)).label; }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    check_read(*this, index, pixels.size());
    decoded_.read(index, pixels);
  }
  std::string hash() const override { return content_.hash; }
  std::vector<BrokenImage> broken_images() const override {
    const std::lock_guard lock(mutex_);
    return broken_;
  }

 private:
  DecodedImages::Pixels decode(std::int64_t index) const {
    DecodedImages::Pixels pixels(static_cast<std::size_t>(shape().bytes()));
    const std::string& file = content_.images[static_cast<std::size_t>(index)].file;
    const std::filesystem::path path = options_.path / file;
    try {
      const std::vector<std::byte> bytes = read_file(path, kLargestPictureFile);
      // The file may have changed since it was looked at.
      if (const auto defect = picture_defect(bytes)) throw Error(ErrorKind::input, *defect);
      crop_picture(decode_picture(bytes, path.string()), options_.crop, pixels);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::input) throw;
      report(file, error.problem_phrase());
    }
    return pixels;
  }

  void report(const std::string& file, const Phrase& reason) const {
    const std::lock_guard lock(mutex_);
    const auto same = [&](const BrokenImage& broken) { return broken.file == file; };
    if (std::none_of(broken_.begin(), broken_.end(), same))
      broken_.push_back({file, Phrase("Error", "{} (read as black)").filled_with(reason)});
  }

  const std::string name_;
  const ImageFolderOptions options_;
  const FolderContent content_;
  mutable std::mutex mutex_;
  mutable std::vector<BrokenImage> broken_;
  mutable DecodedImages decoded_;
};

std::int64_t side_of(std::string_view key, std::string_view text, const std::string& where) {
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < 1 || value > kLargestCrop) {
    throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no value of {}").filled_with(text, key), where,
                Phrase("Error", "It should be a number of pixels, 1..{}.").filled_with(kLargestCrop));
  }
  return value;
}

}  // namespace

ImageFolderOptions parse_image_folder_options(std::string_view text, const std::string& where) {
  constexpr std::array<std::string_view, 4> kKeys = {"labels", "classes", "crop", "resize"};
  ImageFolderOptions options;
  std::int64_t resize = 0;
  // From the end: an option is what follows the last comma that has a known key behind it.
  while (true) {
    std::size_t begin = std::string_view::npos;
    std::string_view key;
    for (const std::string_view known : kKeys) {
      const std::size_t found = text.rfind(fmt::format(",{}=", known));
      if (found == std::string_view::npos || (begin != std::string_view::npos && found < begin)) continue;
      begin = found;
      key = known;
    }
    if (begin == std::string_view::npos) break;
    const std::string_view value = text.substr(begin + key.size() + 2);
    if (key == "labels") options.labels = std::filesystem::path(value);
    if (key == "classes") options.classes = value;
    if (key == "crop") options.crop.crop = side_of(key, value, where);
    if (key == "resize") resize = side_of(key, value, where);
    text = text.substr(0, begin);
  }
  if (text.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "The data set has no path"), where,
                Phrase("Error", "Write {}.")
                    .filled_with(one_of(std::vector<Filling>{"imagenet:PATH", "imagenet:PATH,labels=FILE.csv"})));
  }
  options.path = std::filesystem::path(text);
  options.crop.resize = resize > 0 ? resize : (options.crop.crop * 8 + 3) / 7;
  if (options.crop.resize < options.crop.crop) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "The crop of {} pixels is larger than the picture resized to {}")
                    .filled_with(options.crop.crop, options.crop.resize),
                where, Phrase("Error", "resize is at least crop."));
  }
  return options;
}

std::shared_ptr<const ImageSet> open_image_folder(const ImageFolderOptions& options, const Subset& subset,
                                                  const std::function<void(double)>& progress) {
  FolderContent content = read_content(options, subset, progress);
  const std::size_t looked_at = content.images.size() + content.broken.size();
  if (content.images.empty()) {
    const BrokenImage& first = content.broken.front();
    throw Error(ErrorKind::input,
                Phrase("Error", "None of {} images can be used; the first, {}: {}")
                    .filled_with(looked_at, first.file, first.reason),
                options.path.string(), Phrase("Error", "Images are JPEG or PNG files."));
  }
  if (progress) progress(1);
  const std::filesystem::path& path = options.path;
  const auto last = path.has_filename() ? path.filename() : path.parent_path().filename();
  return std::make_shared<ImageFolderSet>("ImageNet-style " + last.string(), options, std::move(content));
}

}  // namespace acim
