#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace acim {

struct ZipEntry {
  std::string name;
  bool deflated = false;
  std::uint32_t checksum = 0;
  std::uint64_t compressed_size = 0;
  std::uint64_t size = 0;
  std::uint64_t header_offset = 0;
  std::uint64_t data_offset = 0;
};

/// The zip format as PyTorch writes it: sizes from the central directory, 64-bit extension, entries stored or deflated.
/// Everything is checked before it is used: offsets in range, no two entries over each other, no name twice, bounded
/// counts and sizes.
class ZipArchive {
 public:
  /// Keeps a view of `bytes`. Error(input) names `where` and the offset.
  ZipArchive(std::span<const std::byte> bytes, const std::string& where);

  const std::vector<ZipEntry>& entries() const { return entries_; }
  const ZipEntry* find(std::string_view name) const;
  /// The bytes of a stored entry. Error(input) when it is deflated or its checksum is wrong.
  std::span<const std::byte> stored(const ZipEntry& entry) const;
  /// "resnet20" of "resnet20/data.pkl": the folder all entries lie in.
  const std::string& folder() const { return folder_; }

 private:
  std::span<const std::byte> bytes_;
  std::string where_;
  std::string folder_;
  std::vector<ZipEntry> entries_;
};

std::uint32_t crc32(std::span<const std::byte> bytes);

}  // namespace acim
