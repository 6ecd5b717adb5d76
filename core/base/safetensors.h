#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace acim {

enum class ElementType { f64, f32, f16, bf16, i64, i32, i16, i8, u8, boolean };

std::size_t size_in_bytes(ElementType type);

/// A tensor in memory: row-major, little-endian, size = product of shape.
struct StoredTensor {
  ElementType type = ElementType::f32;
  std::vector<std::int64_t> shape;
  std::vector<std::byte> bytes;

  std::int64_t element_count() const;
  /// The elements converted (halves widened); Error(input) when an integer is asked of a fraction or does not fit.
  std::vector<float> as_float() const;
  std::vector<double> as_double() const;
  std::vector<std::int64_t> as_integer() const;
};

StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const float> values);
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const double> values);
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const std::int32_t> values);
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const std::int64_t> values);

/// A safetensors file: 8 bytes little-endian header length, JSON header, data (github.com/huggingface/safetensors).
struct Safetensors {
  std::map<std::string, StoredTensor> tensors;
  std::map<std::string, std::string> metadata;  ///< `__metadata__`

  /// Error(input) naming the tensor when it is missing.
  const StoredTensor& at(const std::string& name) const;
  bool contains(const std::string& name) const { return tensors.contains(name); }
};

/// `where` names the file in errors. Everything is checked before it is allocated: header length, types, shapes,
/// offsets (in range, not overlapping, of the right size).
Safetensors parse_safetensors(std::span<const std::byte> bytes, const std::string& where);
Safetensors read_safetensors(const std::filesystem::path& path);
std::vector<std::byte> serialise_safetensors(const Safetensors& file);
void write_safetensors(const std::filesystem::path& path, const Safetensors& file);

}  // namespace acim
