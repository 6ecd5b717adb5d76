#pragma once

#include <filesystem>
#include <string_view>

namespace acim::cli {

/// Writes data to standard output and flushes it. Error(output) when it is full or closed.
void write_standard_output(std::string_view text);

/// Fails early, before hours of work, when `path` cannot be written: Error(output) names the path and the reason.
void require_writable(const std::filesystem::path& path);

/// A regular file is replaced whole or not at all; "-" is standard output; a device or pipe is written to as it is.
void write_output(const std::filesystem::path& path, std::string_view text);

}  // namespace acim::cli
