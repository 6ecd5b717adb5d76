#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acim {

/// The classes that images are labelled with; index = label.
struct ClassList {
  std::vector<std::string> names;    ///< "tench": shown
  std::vector<std::string> synsets;  ///< "n01440764", or empty texts: how folders and tables may name a class
  /// The class of a synset, of a name or of "7"; nothing when there is none.
  std::optional<int> find(std::string_view text) const;
};

/// Line i is class i: "n01440764<tab or space>tench, Tinca tinca", or just a name. Of several names the first is shown,
/// or all of them where another class has the same. Error(input) names file and line.
ClassList read_class_list(const std::filesystem::path& path);
/// "class 0", "class 1" ...
ClassList numbered_classes(std::int64_t count);

/// A row of a labels file, with everything that it says about an image's class.
struct LabelRow {
  std::string file;
  std::optional<std::int64_t> label;
  std::string synset;
  std::size_t line = 0;  ///< from 1, for errors
};

/// Reads a CSV (RFC 4180) with a header; columns are found by name, in any order and case: the file (file, filename,
/// image, image_id, path) and the class as a number (class, label, class_id, class_index, target) or as a synset
/// (synset, wnid, and the first word of PredictionString), or both. Error(input) names file, line and column.
std::vector<LabelRow> read_label_table(const std::filesystem::path& path);

}  // namespace acim
