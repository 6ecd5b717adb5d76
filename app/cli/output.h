#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace acim::cli {

/// Writes data to standard output and flushes it. Error(output) when it is full or closed.
void write_standard_output(std::string_view text);

/// Error(usage) when more than one of the outputs goes to standard output, which would mix them.
void require_one_on_standard_output(bool json, std::initializer_list<std::string_view> paths);

/// Fails early, before hours of work, when `path` cannot be written: Error(output) names the path and the reason.
void require_writable(const std::filesystem::path& path);

/// The same for a picture, whose name ends in .svg: Error(usage) otherwise.
void require_svg(const std::filesystem::path& path);

/// A regular file is replaced whole or not at all; "-" is standard output; a device or pipe is written to as it is.
void write_output(const std::filesystem::path& path, std::string_view text);

/// Runs every writer, though some fail, so that a full disk does not cost what goes elsewhere; then throws the first
/// failure.
void write_each(const std::vector<std::function<void()>>& writers);

/// For people and programs: indented, ended by a line end. What is not UTF-8 (a file's name may be anything) is shown
/// as U+FFFD.
std::string json_text(const nlohmann::json& json);

}  // namespace acim::cli
