#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dataset/image_folder.h"
#include "dataset/label_table.h"

namespace acim {

/// A file and its class.
struct ListedImage {
  std::string file;  ///< relative to the folder
  int label = 0;
};

struct ImageListing {
  std::vector<ListedImage> images;  ///< in the set's order
  ClassList classes;
};

/// What the folder and its labels say, without opening an image. Error(input).
ImageListing list_image_folder(const ImageFolderOptions& options);

}  // namespace acim
