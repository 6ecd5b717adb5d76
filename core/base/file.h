#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace acim {

/// The whole file. Throws Error(input) if it is missing, unreadable, not a regular file or larger than `limit` bytes;
/// nothing is allocated before the size is checked.
std::vector<std::byte> read_file(const std::filesystem::path& path, std::uint64_t limit);
std::string read_text_file(const std::filesystem::path& path, std::uint64_t limit = 16U << 20U);

/// Writes to a temporary file beside `path`, syncs it and renames it: a reader sees the old file or the new one, whole.
/// Throws Error(output), naming path and reason (not writable, disk full); then the old file is as it was and no
/// temporary is left.
void write_file_atomically(const std::filesystem::path& path, std::span<const std::byte> bytes);
void write_file_atomically(const std::filesystem::path& path, std::string_view text);

}  // namespace acim
