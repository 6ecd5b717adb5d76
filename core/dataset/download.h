#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace acim {

/// A file to be fetched over HTTP, and how it is known to be the right one.
struct Download {
  std::string url;  ///< http or https
  std::filesystem::path destination;
  std::string sha256;      ///< 64 lower-case hexadecimal digits
  std::uint64_t size = 0;  ///< bytes
};

struct DownloadLimits {
  int attempts = 5;                ///< after an answer that broke off or stalled; each goes on where the last one ended
  std::chrono::seconds stall{30};  ///< without a byte
};

/// Bytes there and in all.
using DownloadProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

enum class DownloadOutcome { fetched, was_there };

/// Writes into DESTINATION.part, which a stopped or broken download leaves behind and the next one continues, checks
/// size and SHA-256, and renames. A destination that is right already is left; one that is not is an error, never
/// overwritten. FetchError: of kind input it names the address and what the server did; of kind output when the file
/// cannot be written. Error(cancelled) on stop, while it is checked too.
DownloadOutcome download(const Download& what, const DownloadProgress& progress = {}, const std::stop_token& stop = {},
                         const DownloadLimits& limits = {});

/// A data set that can be fetched.
struct FetchableSet {
  std::string name;       ///< "cifar10"
  std::string title;      ///< "CIFAR-10"
  std::string file_name;  ///< "cifar-10-binary.tar.gz"
  std::string url;
  std::string sha256;
  std::uint64_t size = 0;
  std::string kind = name;  ///< of images, in --dataset
};
/// CIFAR-10 and CIFAR-100, binary versions, from their author's page.
const std::vector<FetchableSet>& fetchable_sets();
/// Error(usage) names the known ones.
const FetchableSet& fetchable_set(const std::vector<FetchableSet>& sets, const std::string& name);
/// Into its own file in the folder.
Download download_of(const FetchableSet& set, const std::filesystem::path& folder);
/// "cifar10:/data/cifar-10-binary.tar.gz": what was fetched, as --dataset takes it.
std::string dataset_specification(const FetchableSet& set, const Download& fetched);

/// Where sets are kept unless told otherwise: $XDG_DATA_HOME/acim-explorer/datasets, or below ~/.local/share.
/// Error(usage) when neither is known.
std::filesystem::path dataset_folder();

}  // namespace acim
