#pragma once

#include <filesystem>
#include <vector>

#include "dataset/download.h"

namespace acim {

/// Image sets that can be fetched from elsewhere than their author's page, such as a school's own server: a JSON file
/// (docs/file-formats.md). They are checked by size and SHA-256 as the built-in ones are. Error(input) names the file,
/// the set and what is wrong.
std::vector<FetchableSet> read_catalogue(const std::filesystem::path& path);

}  // namespace acim
