#include "pickle_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstring>
#include <memory>

namespace acim::test {

PickleWriter& PickleWriter::text(const std::string& value) {
  const auto length = static_cast<std::uint32_t>(value.size());
  std::string head = "X0000";
  std::memcpy(head.data() + 1, &length, 4);
  return raw(head + value);
}

PickleWriter& PickleWriter::integer(std::int32_t value) {
  std::string head = "J0000";
  std::memcpy(head.data() + 1, &value, 4);
  return raw(head);
}

PickleWriter& PickleWriter::tuple_of(const std::vector<std::int32_t>& values) {
  raw("(");
  for (const std::int32_t value : values) integer(value);
  return raw("t");
}

PickleWriter& PickleWriter::storage(const std::string& key, std::int32_t elements, const std::string& type) {
  return raw("(").text("storage").global("torch", type).text(key).text("cpu").integer(elements).raw("tQ");
}

PickleWriter& PickleWriter::tensor(const std::string& key, std::int32_t elements, std::int32_t offset,
                                   const std::vector<std::int32_t>& shape, const std::vector<std::int32_t>& strides) {
  global("torch._utils", "_rebuild_tensor_v2").raw("(").storage(key, elements).integer(offset);
  tuple_of(shape).tuple_of(strides).raw("\x89");
  return global("collections", "OrderedDict").raw(")RtR");
}

std::vector<std::byte> PickleWriter::bytes() const {
  return to_bytes(pickle_);
}

std::vector<std::byte> to_bytes(const std::string& text) {
  std::vector<std::byte> bytes(text.size());
  if (!text.empty()) std::memcpy(bytes.data(), text.data(), text.size());
  return bytes;
}

std::vector<std::byte> zip_of(const std::map<std::string, std::string>& entries) {
  std::vector<std::byte> buffer(1 << 20);
  std::size_t used = 0;
  const std::unique_ptr<archive, int (*)(archive*)> writer(archive_write_new(), &archive_write_free);
  archive_write_set_format_zip(writer.get());
  archive_write_zip_set_compression_store(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  archive_write_open_memory(writer.get(), buffer.data(), buffer.size(), &used);
  for (const auto& [name, content] : entries) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), content.data(), content.size());
  }
  archive_write_close(writer.get());
  buffer.resize(used);
  return buffer;
}

std::string float_data(const std::vector<float>& values) {
  std::string data(values.size() * sizeof(float), '\0');
  std::memcpy(data.data(), values.data(), data.size());
  return data;
}

}  // namespace acim::test
