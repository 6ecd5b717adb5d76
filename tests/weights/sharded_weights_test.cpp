#include "network/sharded_weights.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "test_files.h"

namespace acim {
namespace {

using testing::HasSubstr;

StoredTensor tensor_of(std::vector<float> values) {
  const std::vector<std::int64_t> shape = {static_cast<std::int64_t>(values.size())};
  return make_tensor(shape, std::span<const float>(values));
}

class ShardedWeights : public testing::Test {
 protected:
  ShardedWeights() {
    Safetensors first;
    first.tensors.emplace("a", tensor_of({1, 2}));
    first.metadata.emplace("key", "value");
    Safetensors second;
    second.tensors.emplace("b", tensor_of({3}));
    // 1.5 in both half precisions.
    second.tensors.emplace("half", StoredTensor{ElementType::f16, {1}, {std::byte{0x00}, std::byte{0x3E}}});
    second.tensors.emplace("brain", StoredTensor{ElementType::bf16, {1}, {std::byte{0xC0}, std::byte{0x3F}}});
    write_safetensors(folder_ / "m-1-of-2.safetensors", first);
    write_safetensors(folder_ / "m-2-of-2.safetensors", second);
  }
  std::filesystem::path index(const std::string& text = kIndex) const {
    std::ofstream(folder_ / "m.safetensors.index.json", std::ios::binary) << text;
    return folder_ / "m.safetensors.index.json";
  }
  std::string refusal(const std::string& text) const {
    try {
      read_weights_file(index(text));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    ADD_FAILURE() << text << " was accepted";
    return "";
  }
  static constexpr const char* kIndex =
      R"({"metadata": {"total_size": 16}, "weight_map": {"a": "m-1-of-2.safetensors", "b": "m-2-of-2.safetensors",
          "half": "m-2-of-2.safetensors", "brain": "m-2-of-2.safetensors"}})";
  const test::TemporaryFolder folder_;
};

TEST_F(ShardedWeights, AreOneFile) {
  EXPECT_EQ(weights_format(index()), WeightsFormat::safetensors_index);
  const WeightsFile weights = read_weights_file(index());
  EXPECT_EQ(weights.tensors.size(), 4U);
  EXPECT_EQ(weights.at("a").as_float(), (std::vector<float>{1, 2}));
  EXPECT_EQ(weights.at("b").as_float(), (std::vector<float>{3}));
  EXPECT_EQ(weights.at("half").as_float(), (std::vector<float>{1.5F}));
  EXPECT_EQ(weights.at("brain").as_float(), (std::vector<float>{1.5F}));
  EXPECT_EQ(weights.metadata.at("key"), "value");
}

TEST_F(ShardedWeights, HashDependsOnTheShards) {
  const auto path = index();
  const std::string before = hash_of_shards(test::bytes_of(path), path);
  EXPECT_EQ(before.size(), 64U);
  EXPECT_EQ(hash_of_shards(test::bytes_of(folder_ / "m-1-of-2.safetensors"), path), "");
  Safetensors first;
  first.tensors.emplace("a", tensor_of({1, 5}));
  write_safetensors(folder_ / "m-1-of-2.safetensors", first);
  EXPECT_NE(hash_of_shards(test::bytes_of(path), path), before);
}

TEST_F(ShardedWeights, RefuseAnIndexThatIsNone) {
  EXPECT_THAT(refusal("{"), HasSubstr("malformed JSON"));
  EXPECT_THAT(refusal(R"({"weights": {}})"), HasSubstr("no \"weight_map\""));
  EXPECT_THAT(refusal(R"({"weight_map": []})"), HasSubstr("no \"weight_map\""));
  EXPECT_THAT(refusal(R"({"weight_map": {}})"), HasSubstr("names no tensors"));
  for (const char* file : {"\"../m.safetensors\"", "\"/etc/passwd\"", "\"\"", "7", "\"..\""}) {
    EXPECT_THAT(refusal(std::string(R"({"weight_map": {"a": )") + file + "}}"), HasSubstr("no file beside the index"));
  }
  std::string deep = R"({"weight_map": {"a": )";
  for (int i = 0; i < 1000; ++i) deep += "[";
  EXPECT_THAT(refusal(deep), HasSubstr("nested too deeply"));
}

TEST_F(ShardedWeights, RefuseShardsThatDoNotFitTheIndex) {
  EXPECT_THAT(refusal(R"({"weight_map": {"a": "none.safetensors"}})"), HasSubstr("none.safetensors"));
  EXPECT_THAT(refusal(R"({"weight_map": {"a": "m-1-of-2.safetensors", "c": "m-1-of-2.safetensors"}})"),
              HasSubstr("tensor \"c\" is missing"));
  EXPECT_THAT(refusal(R"({"weight_map": {"b": "m-2-of-2.safetensors"}})"), HasSubstr("does not give tensor"));
  std::filesystem::resize_file(folder_ / "m-1-of-2.safetensors", 20);
  EXPECT_THAT(refusal(kIndex), HasSubstr("m-1-of-2.safetensors"));
}

}  // namespace
}  // namespace acim
