#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace acim {

/// The files inside a .tar or .zip (compressed or not), or the one file inside a compressed or plain file, read front
/// to back with bounded memory. Every error is Error(input) that names the file, and the entry where one is open.
class Archive {
 public:
  /// At most `limit` bytes come out of all entries together, whatever the file claims (decompression bombs).
  Archive(const std::filesystem::path& path, std::uint64_t limit);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  /// Goes to the next regular file; what is left of the current one is read and dropped. False at the end.
  bool next();
  /// Without folders; a plain or compressed file has its own name.
  const std::string& entry_name() const;
  /// False for one plain or compressed file.
  bool has_entries() const;
  /// Next bytes of the entry; fewer than asked only at its end.
  std::size_t read(std::span<std::uint8_t> bytes);
  /// Share of the (compressed) file that is read.
  double fraction() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace acim
