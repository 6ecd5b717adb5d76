#include "network/zip_archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "base/error.h"
#include "network/byte_reader.h"

namespace acim {
namespace {

// APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16.
constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::uint64_t kEndSize = 22;
constexpr std::uint64_t kEnd64LocatorSize = 20;
constexpr std::uint64_t kLongestComment = 65535;
constexpr std::uint32_t kInExtension = 0xFFFFFFFF;
constexpr std::uint16_t kExtension64 = 1;
constexpr std::uint16_t kEncrypted = 1;
constexpr std::uint16_t kDeflated = 8;

constexpr std::uint64_t kMostEntries = 100'000;
constexpr std::uint64_t kLargestInflated = std::uint64_t{64} << 20U;  // only TorchScript's code is deflated

struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t size = 0;
  std::uint64_t offset = 0;
};

std::uint64_t find_end(std::span<const std::byte> bytes, ByteReader& reader) {
  if (bytes.size() < kEndSize) reader.fail(Phrase("Error", "no zip archive: too short"));
  const std::uint64_t last = bytes.size() - kEndSize;
  const std::uint64_t first = last > kLongestComment ? last - kLongestComment : 0;
  for (std::uint64_t at = last + 1; at-- > first;) {
    reader.seek(at);
    if (reader.number<std::uint32_t>() == kEnd) return at;
  }
  reader.fail(Phrase("Error", "no end of a zip archive"));
}

Directory read_directory(std::span<const std::byte> bytes, const std::string& where) {
  ByteReader reader(bytes, where);
  const std::uint64_t end = find_end(bytes, reader);
  reader.seek(end + 10);
  Directory directory;
  directory.entries = reader.number<std::uint16_t>();
  directory.size = reader.number<std::uint32_t>();
  directory.offset = reader.number<std::uint32_t>();
  if (directory.entries == 0xFFFF || directory.size == kInExtension || directory.offset == kInExtension) {
    if (end < kEnd64LocatorSize) reader.fail(Phrase("Error", "no locator of the 64-bit directory"));
    reader.seek(end - kEnd64LocatorSize);
    if (reader.number<std::uint32_t>() != kEnd64Locator)
      reader.fail(Phrase("Error", "no locator of the 64-bit directory"));
    reader.seek(end - kEnd64LocatorSize + 8);
    const auto end64 = reader.number<std::uint64_t>();
    reader.seek(end64);
    if (reader.number<std::uint32_t>() != kEnd64) reader.fail(Phrase("Error", "no 64-bit directory"));
    reader.seek(std::min<std::uint64_t>(end64 + 32, bytes.size()));
    directory.entries = reader.number<std::uint64_t>();
    directory.size = reader.number<std::uint64_t>();
    directory.offset = reader.number<std::uint64_t>();
  }
  if (directory.entries > kMostEntries)
    reader.fail(Phrase("Error", "{} entries in a zip archive").filled_with(directory.entries));
  if (directory.offset > end || directory.size > end - directory.offset)
    reader.fail(Phrase("Error", "a directory outside the file"));
  return directory;
}

void read_extension(ByteReader& reader, std::uint64_t length, ZipEntry& entry) {
  const std::uint64_t end = reader.offset() + length;
  while (reader.offset() + 4 <= end) {
    const auto kind = reader.number<std::uint16_t>();
    const auto size = reader.number<std::uint16_t>();
    const std::uint64_t next = reader.offset() + size;
    if (next > end) reader.fail(Phrase("Error", "an extension longer than its field"));
    if (kind == kExtension64) {
      for (std::uint64_t* field : {&entry.size, &entry.compressed_size, &entry.header_offset}) {
        if (*field == kInExtension && reader.offset() + 8 <= next) *field = reader.number<std::uint64_t>();
      }
    }
    reader.seek(next);
  }
  reader.seek(end);
}

ZipEntry read_entry(ByteReader& reader) {
  if (reader.number<std::uint32_t>() != kCentralHeader)
    reader.fail(Phrase("Error", "a wrong entry of the zip directory"));
  reader.take(4);
  const auto flags = reader.number<std::uint16_t>();
  const auto method = reader.number<std::uint16_t>();
  reader.take(4);
  ZipEntry entry;
  entry.checksum = reader.number<std::uint32_t>();
  entry.compressed_size = reader.number<std::uint32_t>();
  entry.size = reader.number<std::uint32_t>();
  const auto name_length = reader.number<std::uint16_t>();
  const auto extension_length = reader.number<std::uint16_t>();
  const auto comment_length = reader.number<std::uint16_t>();
  reader.take(8);
  entry.header_offset = reader.number<std::uint32_t>();
  entry.name = reader.text(name_length);
  if (extension_length > reader.remaining()) reader.fail(Phrase("Error", "the file ends too early"));
  read_extension(reader, extension_length, entry);
  reader.take(comment_length);
  if ((flags & kEncrypted) != 0) reader.fail(Phrase("Error", "an encrypted entry"));
  if (method != 0 && method != kDeflated) reader.fail(Phrase("Error", "compression method {}").filled_with(method));
  entry.deflated = method == kDeflated;
  if (!entry.deflated && entry.size != entry.compressed_size)
    reader.fail(Phrase("Error", "a stored entry with two sizes"));
  return entry;
}

/// Where the data begins, from the header in front of it.
void locate_data(std::span<const std::byte> bytes, const std::string& where, ZipEntry& entry) {
  ByteReader reader(bytes, where);
  reader.seek(entry.header_offset);
  if (reader.number<std::uint32_t>() != kLocalHeader) reader.fail(Phrase("Error", "a wrong header of a zip entry"));
  reader.take(22);
  const auto name_length = reader.number<std::uint16_t>();
  const auto extension_length = reader.number<std::uint16_t>();
  if (reader.text(name_length) != entry.name) reader.fail(Phrase("Error", "an entry with two names"));
  reader.take(extension_length);
  entry.data_offset = reader.offset();
  reader.take(entry.compressed_size);
}

void check_entries(const std::vector<ZipEntry>& entries, const std::string& where) {
  const auto fail = [&where](std::uint64_t offset, const Phrase& what) {
    throw Error(ErrorKind::input, what, fmt::format("{}, offset {}", where, offset),
                Phrase("Error", "The file is damaged or of another kind."));
  };
  std::set<std::string_view> names;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> runs;
  std::uint64_t inflated = 0;
  for (const ZipEntry& entry : entries) {
    if (!names.insert(entry.name).second)
      fail(entry.header_offset, Phrase("Error", "two entries \"{}\"").filled_with(entry.name));
    runs.emplace_back(entry.header_offset, entry.data_offset + entry.compressed_size);
    if (!entry.deflated) continue;
    if (entry.size > kLargestInflated)
      fail(entry.header_offset, Phrase("Error", "a deflated entry of more than 64 MB"));
    inflated += entry.size;
    if (inflated > kLargestInflated) fail(entry.header_offset, Phrase("Error", "deflated entries of more than 64 MB"));
  }
  std::sort(runs.begin(), runs.end());
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (runs[i].first < runs[i - 1].second) fail(runs[i].first, Phrase("Error", "entries that lie over each other"));
  }
}

}  // namespace

ZipArchive::ZipArchive(std::span<const std::byte> bytes, const std::string& where) : bytes_(bytes), where_(where) {
  const Directory directory = read_directory(bytes, where);
  ByteReader reader(bytes.first(directory.offset + directory.size), where);
  reader.seek(directory.offset);
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    ZipEntry entry = read_entry(reader);
    locate_data(bytes, where, entry);
    entries_.push_back(std::move(entry));
  }
  check_entries(entries_, where);
  if (entries_.empty()) reader.fail(Phrase("Error", "an empty zip archive"));
  folder_ = entries_.front().name.substr(0, entries_.front().name.find('/'));
  for (const ZipEntry& entry : entries_) {
    if (!entry.name.starts_with(folder_ + "/"))
      reader.fail(Phrase("Error", "the zip archive is none of PyTorch's: its entries lie in more than one folder"));
  }
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& e) { return e.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

std::span<const std::byte> ZipArchive::stored(const ZipEntry& entry) const {
  const std::string place = fmt::format("{}, {}, offset {}", where_, entry.name, entry.data_offset);
  if (entry.deflated) {
    throw Error(ErrorKind::input, Phrase("Error", "a deflated entry where a stored one belongs"), place,
                Phrase("Error", "PyTorch's torch.save writes what is expected."));
  }
  const auto data = bytes_.subspan(entry.data_offset, entry.size);
  if (crc32(data) != entry.checksum) {
    throw Error(ErrorKind::input, Phrase("Error", "a wrong checksum"), place,
                Phrase("Error", "The file is damaged; copy it again."));
  }
  return data;
}

std::uint32_t crc32(std::span<const std::byte> bytes) {
  // ISO 3309; eight tables advance eight bytes at a time.
  static const auto kTables = [] {
    std::array<std::array<std::uint32_t, 256>, 8> tables{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
      tables[0][i] = value;
    }
    for (std::size_t t = 1; t < 8; ++t) {
      for (std::size_t i = 0; i < 256; ++i)
        tables[t][i] = (tables[t - 1][i] >> 8U) ^ tables[0][tables[t - 1][i] & 0xFFU];
    }
    return tables;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint32_t next = 0;
    for (std::size_t k = 0; k < 8; ++k) {
      const std::uint32_t mixed =
          std::to_integer<std::uint32_t>(bytes[i + k]) ^ (k < 4 ? (crc >> (8 * k)) & 0xFFU : 0U);
      next ^= kTables[7 - k][mixed];
    }
    crc = next;
  }
  for (; i < bytes.size(); ++i)
    crc = (crc >> 8U) ^ kTables[0][(crc ^ std::to_integer<std::uint32_t>(bytes[i])) & 0xFFU];
  return ~crc;
}

}  // namespace acim
