#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace acim {

/// The files of a zip archive by name, read by libarchive from the central directory, checksums checked. Error(input)
/// when the archive is truncated, damaged, or says more than the archive can hold; `where` names it.
std::map<std::string, std::vector<std::byte>> read_zip_archive(std::span<const std::byte> bytes,
                                                               const std::string& where);

/// Only the names.
std::vector<std::string> zip_entry_names(std::span<const std::byte> bytes, const std::string& where);

}  // namespace acim
