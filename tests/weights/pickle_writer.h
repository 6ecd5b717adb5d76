#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace acim::test {

/// Writes pickles opcode by opcode, sane or hostile.
class PickleWriter {
 public:
  PickleWriter& raw(const std::string& bytes) {
    pickle_ += bytes;
    return *this;
  }
  PickleWriter& protocol() { return raw(std::string("\x80\x02", 2)); }
  PickleWriter& text(const std::string& value);
  PickleWriter& integer(std::int32_t value);
  PickleWriter& global(const std::string& module, const std::string& name) {
    return raw("c" + module + "\n" + name + "\n");
  }
  PickleWriter& tuple_of(const std::vector<std::int32_t>& values);
  /// ('storage', torch.FloatStorage, key, 'cpu', elements) as a persistent id.
  PickleWriter& storage(const std::string& key, std::int32_t elements, const std::string& type = "FloatStorage");
  /// torch._utils._rebuild_tensor_v2(storage, offset, shape, strides, False, OrderedDict())
  PickleWriter& tensor(const std::string& key, std::int32_t elements, std::int32_t offset,
                       const std::vector<std::int32_t>& shape, const std::vector<std::int32_t>& strides);
  PickleWriter& stop() { return raw("."); }

  const std::string& str() const { return pickle_; }
  std::vector<std::byte> bytes() const;

 private:
  std::string pickle_;
};

std::vector<std::byte> to_bytes(const std::string& text);
/// A stored (uncompressed) zip archive as torch.save makes.
std::vector<std::byte> zip_of(const std::map<std::string, std::string>& entries);
/// The raw little-endian data of floats.
std::string float_data(const std::vector<float>& values);

}  // namespace acim::test
