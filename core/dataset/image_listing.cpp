#include "dataset/image_listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 20'000'000;
constexpr std::size_t kMostListed = 5;
Phrase layouts() {
  return Phrase("Error",
                "An image folder has a folder of JPEG or PNG files for each class, or the files themselves and a "
                "labels file: imagenet:PATH,labels=FILE.csv.");
}

bool is_picture_name(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension == ".jpg" || extension == ".jpeg" || extension == ".png";
}

/// Entries of a folder by name; which of them are folders.
std::map<std::string, bool> entries_of(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  if (error)
    throw Error(ErrorKind::input, Phrase("Error", "The folder cannot be read: {}").filled_with(error.message()),
                folder.string(), layouts());
  std::map<std::string, bool> entries;
  for (const fs::directory_iterator end; entry != end; entry.increment(error)) {
    if (error)
      throw Error(ErrorKind::input, Phrase("Error", "The folder cannot be read: {}").filled_with(error.message()),
                  folder.string());
    std::error_code loop;  // a link that leads to itself is no folder
    entries.emplace(entry->path().filename().string(), entry->is_directory(loop));
    if (entries.size() > kMostFiles) {
      throw Error(ErrorKind::input, Phrase("Error", "There are more than {} files").filled_with(kMostFiles),
                  folder.string());
    }
  }
  return entries;
}

/// The class list that `classes=` names, or one of the usual names near the images.
std::optional<ClassList> find_classes(const ImageFolderOptions& options) {
  if (!options.classes.empty()) {
    std::int64_t count = 0;
    const char* end = options.classes.data() + options.classes.size();
    const auto [stop, failure] = std::from_chars(options.classes.data(), end, count);
    if (failure == std::errc() && stop == end && count >= 1 && count <= 1000000) return numbered_classes(count);
    return read_class_list(options.classes);
  }
  std::vector<fs::path> folders = {options.path, (options.path / "").parent_path().parent_path()};
  if (!options.labels.empty()) folders.push_back(options.labels.parent_path());
  for (const fs::path& folder : folders) {
    for (const char* name : {"imagenet_classes.txt", "classes.txt", "synset_words.txt", "LOC_synset_mapping.txt"}) {
      std::error_code ignored;
      if (fs::is_regular_file(folder / name, ignored)) return read_class_list(folder / name);
    }
  }
  return std::nullopt;
}

std::string some_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i)
    text.append(i == 0 ? "" : ", ").append(names[i]);
  return names.size() > kMostListed ? text + ", ..." : text;
}

/// The class of each folder; without a class list the folders themselves are the classes.
std::vector<int> labels_of_folders(const std::vector<std::string>& folders, std::optional<ClassList>& classes,
                                   const fs::path& path) {
  if (!classes) {
    classes = ClassList{folders, folders};
  }
  std::vector<int> labels;
  std::vector<std::string> unknown;
  for (const std::string& folder : folders) {
    const std::optional<int> label = classes->find(folder);
    if (!label) unknown.push_back(folder);
    labels.push_back(label.value_or(0));
  }
  if (!unknown.empty()) {
    throw Error(ErrorKind::input,
                Phrase("Error", "{0} of {1} folders are no class of the class list: {2}")
                    .filled_with(unknown.size(), folders.size(), some_of(unknown)),
                path.string(),
                Phrase("Error", "Folders are named after a synset (n01440764), a name or a number of the class list."));
  }
  return labels;
}

ImageListing list_class_folders(const ImageFolderOptions& options, const std::map<std::string, bool>& entries,
                                std::optional<ClassList> classes) {
  std::vector<std::string> folders;
  std::vector<std::vector<std::string>> files;
  std::size_t longest = 0;
  for (const auto& [name, is_folder] : entries) {
    if (!is_folder || name.starts_with('.')) continue;
    folders.push_back(name);
    files.emplace_back();
    for (const auto& [file, below] : entries_of(options.path / name)) {
      if (!below && is_picture_name(file)) files.back().push_back(fmt::format("{}/{}", name, file));
    }
    longest = std::max(longest, files.back().size());
  }
  if (longest == 0) {
    const bool flat =
        std::any_of(entries.begin(), entries.end(), [](const auto& e) { return is_picture_name(e.first); });
    throw Error(ErrorKind::input,
                flat ? Phrase("Error", "The images' classes are not known: no folder of a class, no labels file")
                     : Phrase("Error", "There are no JPEG or PNG files in the folder"),
                options.path.string(), layouts());
  }
  const std::vector<int> labels = labels_of_folders(folders, classes, options.path);
  ImageListing listing;
  for (std::size_t rank = 0; rank < longest; ++rank) {
    for (std::size_t i = 0; i < folders.size(); ++i) {
      if (rank < files[i].size()) listing.images.push_back({files[i][rank], labels[i]});
    }
  }
  listing.classes = std::move(*classes);
  return listing;
}

/// A name of a table as the name of a file below the folder; tables may leave the ending out.
std::string file_of(const LabelRow& row, const fs::path& folder, const std::map<std::string, bool>& entries,
                    const std::string& where) {
  const fs::path path(row.file);
  const bool leaves = path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
  if (leaves || row.file.find('\0') != std::string::npos) {
    throw Error(ErrorKind::input, Phrase("Error", "\"{}\" is no file below the folder").filled_with(row.file), where,
                Phrase("Error", "Name files relative to the folder of the images."));
  }
  std::error_code ignored;
  if (is_picture_name(path) || entries.contains(row.file)) return row.file;
  for (const char* ending : {".JPEG", ".jpg", ".jpeg", ".png", ".JPG", ".PNG"}) {
    std::string name = row.file + ending;
    if (entries.contains(name) || (path.has_parent_path() && fs::exists(folder / name, ignored))) return name;
  }
  return row.file;
}

int label_of(const LabelRow& row, const ClassList& classes, const std::string& where) {
  const auto count = static_cast<std::int64_t>(classes.names.size());
  std::optional<int> label;
  if (row.label) {
    if (*row.label >= count) {
      throw Error(ErrorKind::input, Phrase("Error", "Class {} is not one of 0..{}").filled_with(*row.label, count - 1),
                  where, Phrase("Error", "Classes count from 0; the class list has a line for each."));
    }
    label = static_cast<int>(*row.label);
  }
  if (row.synset.empty()) return *label;
  const std::optional<int> named = classes.find(row.synset);
  const std::string synset = label ? classes.synsets[static_cast<std::size_t>(*label)] : std::string();
  if (!label && !named) {
    throw Error(ErrorKind::input, Phrase("Error", "\"{}\" is no class of the class list").filled_with(row.synset),
                where, Phrase("Error", "Name the class list by classes=FILE."));
  }
  if (label && !synset.empty() && synset != row.synset) {
    throw Error(ErrorKind::input, Phrase("Error", "Class {} is {}, not {}").filled_with(*label, synset, row.synset),
                where, Phrase("Error", "The labels file and the class list belong to different lists of classes."));
  }
  return label ? *label : *named;
}

/// Without a list: the classes that the table names, or as many as its largest number.
ClassList classes_of_table(const std::vector<LabelRow>& rows) {
  std::set<std::string> synsets;
  std::int64_t largest = -1;
  for (const LabelRow& row : rows) {
    if (row.label) largest = std::max(largest, *row.label);
    if (!row.label) synsets.insert(row.synset);
  }
  constexpr std::int64_t kMostClasses = 1000000;
  if (synsets.empty()) return numbered_classes(std::min(largest + 1, kMostClasses));
  const std::vector<std::string> names(synsets.begin(), synsets.end());
  return {names, names};
}

ImageListing list_labelled_files(const ImageFolderOptions& options, const std::map<std::string, bool>& entries,
                                 std::optional<ClassList> classes) {
  const std::vector<LabelRow> rows = read_label_table(options.labels);
  ImageListing listing;
  listing.classes = classes ? std::move(*classes) : classes_of_table(rows);
  for (const LabelRow& row : rows) {
    const std::string where = fmt::format("{}, line {}", options.labels.string(), row.line);
    const int label = label_of(row, listing.classes, where);
    listing.images.push_back({file_of(row, options.path, entries, where), label});
  }
  return listing;
}

}  // namespace

ImageListing list_image_folder(const ImageFolderOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.path, error)) {
    throw Error(ErrorKind::input,
                fs::exists(options.path, error) ? Phrase("Error", "This is no folder")
                                                : Phrase("Error", "There is no such folder"),
                options.path.string(), layouts());
  }
  const std::map<std::string, bool> entries = entries_of(options.path);
  if (!options.labels.empty()) return list_labelled_files(options, entries, find_classes(options));
  return list_class_folders(options, entries, find_classes(options));
}

}  // namespace acim
