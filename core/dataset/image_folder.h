#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dataset/image_set.h"
#include "dataset/picture_crop.h"
#include "dataset/subset.h"

namespace acim {

/// A folder of JPEG and PNG files, as ImageNet's. Without a labels file each folder below `path` is a class; its name
/// is a synset or name of the class list, or, where there is no list, the folders in order of their names are classes
/// 0, 1, ... The classes take turns, so that the first n images are balanced. With a labels file (label_table.h) the
/// images are its rows, in their order; files are named relative to `path`.
struct ImageFolderOptions {
  std::filesystem::path path;
  std::filesystem::path labels;  ///< a CSV, or empty
  /// A class list (label_table.h), or a number of classes. Empty: imagenet_classes.txt, classes.txt, synset_words.txt
  /// or LOC_synset_mapping.txt in the folder, beside it or beside the labels file, where there is one.
  std::string classes;
  PictureCrop crop;
};

/// "PATH,labels=FILE.csv,classes=FILE,crop=224,resize=256". An option begins after a comma with its key; a path may
/// have other commas. Without `resize` it is 8/7 of `crop`. Error(usage) names `where`.
ImageFolderOptions parse_image_folder_options(std::string_view text, const std::string& where);

/// Takes the images of the subset's order and looks at each file: broken ones (picture.h) are left out, reported, and
/// the next ones taken, until there are `subset.count`. Decoding happens when images are read and ahead of it. Memory:
/// 256 MiB of decoded and cropped images, and for each thread that decodes one file of at most 64 MiB and one picture
/// of at most 67 million pixels, which takes up to twelve bytes a pixel meanwhile. hash() is over crop, labels and the
/// bytes of the files. Error(input) when the folder, its labels or classes are not what they should be, or no image is
/// whole.
std::shared_ptr<const ImageSet> open_image_folder(const ImageFolderOptions& options, const Subset& subset,
                                                  const std::function<void(double)>& progress);

}  // namespace acim
