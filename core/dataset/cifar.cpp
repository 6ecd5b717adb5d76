#include "dataset/cifar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "base/error.h"
#include "dataset/archive.h"
#include "dataset/content_hash.h"

namespace acim {
namespace {

constexpr std::size_t kPixelBytes = 3072;
// The official sets have at most 50,000 images a split; this leaves room for larger ones in the same layout.
constexpr std::size_t kMostRecords = 200000;
constexpr std::uint64_t kMostBytes = 1ULL << 30U;
constexpr int kCoarseClasses = 20;

struct Records {
  std::vector<std::uint8_t> labels;
  std::vector<std::uint8_t> pixels;

  void append(Records&& other) {
    if (labels.empty()) {
      *this = std::move(other);
      return;
    }
    labels.insert(labels.end(), other.labels.begin(), other.labels.end());
    pixels.insert(pixels.end(), other.pixels.begin(), other.pixels.end());
  }
};

class CifarSet final : public ImageSet {
 public:
  CifarSet(std::string name, std::vector<std::string> class_names, Records records)
      : name_(std::move(name)), class_names_(std::move(class_names)), records_(std::move(records)) {}
  std::string name() const override { return name_; }
  std::int64_t size() const override { return static_cast<std::int64_t>(records_.labels.size()); }
  ImageShape shape() const override { return {}; }
  std::span<const std::string> class_names() const override { return class_names_; }
  int label(std::int64_t index) const override { return records_.labels.at(static_cast<std::size_t>(index)); }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    check_read(*this, index, pixels.size());
    std::memcpy(pixels.data(), records_.pixels.data() + static_cast<std::size_t>(index) * kPixelBytes, kPixelBytes);
  }
  std::string hash() const override { return hash_.of(*this); }

 private:
  std::string name_;
  std::vector<std::string> class_names_;
  Records records_;
  ContentHash hash_;
};

void check_label(const CifarLayout& layout, int label, int classes, const Phrase& kind_of_label, std::size_t record,
                 std::size_t byte, const std::string& where) {
  if (label < classes) return;
  throw Error(ErrorKind::input,
              Phrase("Error", "The {0} of record {1} (byte {2}) is {3}, not 0..{4}")
                  .filled_with(kind_of_label, record, byte, label, classes - 1),
              where,
              Phrase("Error",
                     "A {} file is a row of records of {} bytes that begin with the label; is it the data set's binary "
                     "version, and the right one of CIFAR-10 and CIFAR-100?")
                  .filled_with(layout.name, layout.record_bytes()));
}

/// Every record of the archive's current entry.
Records read_records(Archive& archive, const CifarLayout& layout, const std::string& where,
                     const std::function<void(double)>& progress) {
  Records records;
  std::vector<std::uint8_t> record(layout.record_bytes());
  while (const std::size_t count = archive.read(record)) {
    const std::size_t index = records.labels.size();
    const std::size_t byte = index * record.size();
    if (count < record.size()) {
      throw Error(ErrorKind::input,
                  Phrase("Error", "Record {} (byte {}) ends after {} bytes").filled_with(index, byte, count), where,
                  Phrase("Error", "A {} file is a whole number of records of {} bytes; this one has {} bytes.")
                      .filled_with(layout.name, record.size(), byte + count));
    }
    if (index == kMostRecords) {
      throw Error(ErrorKind::input, Phrase("Error", "There are more than {} records").filled_with(kMostRecords), where,
                  Phrase("Error", "Name a smaller set."));
    }
    if (layout.label_bytes == 2)
      check_label(layout, record[0], kCoarseClasses, Phrase("Error", "coarse label"), index, byte, where);
    const std::uint8_t label = record[layout.label_bytes - 1];
    check_label(layout, label, static_cast<int>(layout.class_names.size()), Phrase("Error", "label"), index,
                byte + layout.label_bytes - 1, where);
    records.labels.push_back(label);
    records.pixels.insert(records.pixels.end(), record.begin() + static_cast<std::ptrdiff_t>(layout.label_bytes),
                          record.end());
    if (progress && index % 1000 == 0) progress(archive.fraction());
  }
  if (records.labels.empty()) {
    throw Error(ErrorKind::input, Phrase("Error", "There is no image in this file"), where,
                Phrase("Error", "It should hold at least one record."));
  }
  return records;
}

Phrase expected_files(const CifarLayout& layout, bool training) {
  const Phrase pattern = training ? Phrase("Error", "The training split should hold {} (the binary version of {}).")
                                  : Phrase("Error", "The test split should hold {} (the binary version of {}).");
  return pattern.filled_with(fmt::format("{}", fmt::join(training ? layout.train_files : layout.test_files, ", ")),
                             layout.name);
}

/// An archive as it is downloaded, or one file of records; `file_name` is what a single file is called.
Records read_archive_or_file(const CifarLayout& layout, const std::filesystem::path& path, bool training,
                             const std::function<void(double)>& progress) {
  const auto& wanted = training ? layout.train_files : layout.test_files;
  std::vector<std::optional<Records>> found(wanted.size());
  Archive archive(path, kMostBytes);
  while (archive.next()) {
    if (!archive.has_entries()) return read_records(archive, layout, path.string(), progress);
    const auto match = std::find(wanted.begin(), wanted.end(), archive.entry_name());
    if (match == wanted.end()) continue;
    auto& records = found[static_cast<std::size_t>(match - wanted.begin())];
    const std::string where = fmt::format("{}, entry {}", path.string(), *match);
    if (records)
      throw Error(ErrorKind::input, Phrase("Error", "The entry is there twice"), where,
                  expected_files(layout, training));
    records = read_records(archive, layout, where, progress);
  }
  Records all;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!found[i]) {
      throw Error(ErrorKind::input, Phrase("Error", "The archive has no entry {}").filled_with(wanted[i]),
                  path.string(), expected_files(layout, training));
    }
    all.append(std::move(*found[i]));
    found[i].reset();
  }
  return all;
}

/// `name`, or `name` and the suffix of a compressed file, in the folder or in the one below it that the official
/// archive unpacks to.
std::optional<std::filesystem::path> find_file(const std::filesystem::path& folder, const std::string& name) {
  std::error_code ignored;
  for (const auto& parent : {folder, folder / "cifar-10-batches-bin", folder / "cifar-100-binary"}) {
    for (const char* suffix : {"", ".xz", ".gz", ".bz2", ".zst", ".lz4"}) {
      const std::filesystem::path path = parent / (name + suffix);
      if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
  }
  return std::nullopt;
}

Records read_folder(const CifarLayout& layout, const std::filesystem::path& folder, bool training,
                    const std::function<void(double)>& progress) {
  const auto& wanted = training ? layout.train_files : layout.test_files;
  Records all;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto path = find_file(folder, wanted[i]);
    if (!path) {
      throw Error(ErrorKind::input, Phrase("Error", "There is no {} in this folder").filled_with(wanted[i]),
                  folder.string(), expected_files(layout, training));
    }
    const auto share = [&](double fraction) {
      if (progress) progress((static_cast<double>(i) + fraction) / static_cast<double>(wanted.size()));
    };
    all.append(read_archive_or_file(layout, *path, training, share));
  }
  return all;
}

}  // namespace

CifarLayout cifar10_layout() {
  return {"CIFAR-10",
          "cifar10",
          1,
          {"test_batch.bin"},
          {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"},
          {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"}};
}

CifarLayout cifar100_layout() {
  return {"CIFAR-100",
          "cifar100",
          2,
          {"test.bin"},
          {"train.bin"},
          {"apple",      "aquarium_fish", "baby",         "bear",       "beaver",      "bed",         "bee",
           "beetle",     "bicycle",       "bottle",       "bowl",       "boy",         "bridge",      "bus",
           "butterfly",  "camel",         "can",          "castle",     "caterpillar", "cattle",      "chair",
           "chimpanzee", "clock",         "cloud",        "cockroach",  "couch",       "crab",        "crocodile",
           "cup",        "dinosaur",      "dolphin",      "elephant",   "flatfish",    "forest",      "fox",
           "girl",       "hamster",       "house",        "kangaroo",   "keyboard",    "lamp",        "lawn_mower",
           "leopard",    "lion",          "lizard",       "lobster",    "man",         "maple_tree",  "motorcycle",
           "mountain",   "mouse",         "mushroom",     "oak_tree",   "orange",      "orchid",      "otter",
           "palm_tree",  "pear",          "pickup_truck", "pine_tree",  "plain",       "plate",       "poppy",
           "porcupine",  "possum",        "rabbit",       "raccoon",    "ray",         "road",        "rocket",
           "rose",       "sea",           "seal",         "shark",      "shrew",       "skunk",       "skyscraper",
           "snail",      "snake",         "spider",       "squirrel",   "streetcar",   "sunflower",   "sweet_pepper",
           "table",      "tank",          "telephone",    "television", "tiger",       "tractor",     "train",
           "trout",      "tulip",         "turtle",       "wardrobe",   "whale",       "willow_tree", "wolf",
           "woman",      "worm"}};
}

std::shared_ptr<const ImageSet> open_cifar(CifarLayout layout, const std::filesystem::path& path, bool training,
                                           const std::function<void(double)>& progress) {
  std::error_code error;
  const bool folder = std::filesystem::is_directory(path, error);
  if (!folder && !std::filesystem::exists(path, error)) {
    throw Error(ErrorKind::input, Phrase("Error", "There is no such file or folder"), path.string(),
                Phrase("Error",
                       "Name what {}:PATH should read: the folder of the binary version's files, one of them, or the "
                       "archive as downloaded.")
                    .filled_with(layout.kind));
  }
  Records records =
      folder ? read_folder(layout, path, training, progress) : read_archive_or_file(layout, path, training, progress);
  records.labels.shrink_to_fit();
  records.pixels.shrink_to_fit();
  if (progress) progress(1);
  const auto last = path.has_filename() ? path.filename() : path.parent_path().filename();
  std::string name = fmt::format("{} {}{}", layout.name, last.string(), folder && training ? " (training)" : "");
  return std::make_shared<CifarSet>(std::move(name), std::move(layout.class_names), std::move(records));
}

}  // namespace acim
