#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "dataset/image_set.h"

namespace acim {

/// One of the two binary layouts of A. Krizhevsky, "Learning multiple layers of features from tiny images", 2009
/// (www.cs.toronto.edu/~kriz/cifar.html): records of the label bytes, then 1024 R, 1024 G, 1024 B.
struct CifarLayout {
  std::string name;                     ///< "CIFAR-10"
  std::string kind;                     ///< "cifar10", as in --dataset
  std::size_t label_bytes = 1;          ///< CIFAR-100: coarse, then fine; the fine label counts
  std::vector<std::string> test_files;  ///< in the order of their images
  std::vector<std::string> train_files;
  std::vector<std::string> class_names;

  std::size_t record_bytes() const { return label_bytes + 3072; }
};

CifarLayout cifar10_layout();
CifarLayout cifar100_layout();

/// Reads a folder of the official files (each may be compressed: test_batch.bin.xz), an archive of them, or one file of
/// records. Error(input) names file, record and byte offset.
std::shared_ptr<const ImageSet> open_cifar(CifarLayout layout, const std::filesystem::path& path, bool training,
                                           const std::function<void(double)>& progress);

}  // namespace acim
