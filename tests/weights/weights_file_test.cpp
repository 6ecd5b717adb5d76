#include "network/weights_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "pickle_writer.h"
#include "test_files.h"

namespace acim {
namespace {

using test::PickleWriter;

/// A state dict of tensors "a" [2, 2] (a transposed view) and "b" [3], as torch.save writes it.
std::map<std::string, std::string> small_archive() {
  PickleWriter pickle;
  pickle.protocol().raw("}(").text("a").tensor("0", 5, 1, {2, 2}, {1, 2}).text("b").tensor("1", 3, 0, {3}, {1});
  pickle.text("epoch").integer(3).raw("u.");
  return {{"net/data.pkl", pickle.str()},
          {"net/data/0", test::float_data({0, 1, 2, 3, 4})},
          {"net/data/1", test::float_data({7, 8, 9})},
          {"net/version", "3\n"}};
}

/// The older format: a [2] that is a part of storage "k" (elements 1 to 3), and the storage.
struct LegacyWriter {
  std::string magic = "\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19";
  std::int32_t protocol = 1001;
  bool little_endian = true;
  std::int32_t part_first = 1;
  std::vector<std::string> keys = {"k"};
  std::uint64_t elements = 4;

  std::vector<std::byte> bytes() const {
    PickleWriter writer;
    writer.protocol().raw("\x8A\x0A" + magic + ".");
    writer.protocol().integer(protocol).stop();
    writer.protocol().raw("}").text("little_endian").raw(little_endian ? "\x88s." : "\x89s.");
    writer.protocol().raw("}").text("w").global("torch._utils", "_rebuild_tensor").raw("((").text("storage");
    writer.global("torch", "FloatStorage").text("k").text("cpu").integer(4);
    writer.raw("(").text("part").integer(part_first).integer(2).raw("ttQ").integer(0);
    writer.tuple_of({2}).tuple_of({1}).raw("tRs.");
    writer.protocol().raw("](");
    for (const std::string& key : keys) writer.text(key);
    writer.raw("e.");
    std::string data(sizeof elements, '\0');
    std::memcpy(data.data(), &elements, sizeof elements);
    data += test::float_data({5, 6, 7, 8});
    for (std::size_t i = 0; i < keys.size(); ++i) writer.raw(data);
    return writer.bytes();
  }
};

class WeightsFileTest : public testing::Test {
 protected:
  std::filesystem::path written(const std::vector<std::byte>& bytes) {
    const std::filesystem::path path = folder_ / "weights.pth";
    test::write_bytes(path, bytes);
    return path;
  }
  WeightsFile read(const std::map<std::string, std::string>& archive) {
    return read_weights_file(written(test::zip_of(archive)));
  }
  std::string error_of(const std::vector<std::byte>& bytes) {
    const auto path = written(bytes);
    try {
      read_weights_file(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), testing::HasSubstr("weights.pth"));
      return error.what();
    }
    return "no error";
  }
  std::string error_of(const std::map<std::string, std::string>& archive) { return error_of(test::zip_of(archive)); }

  test::TemporaryFolder folder_;
};

TEST_F(WeightsFileTest, ReadsTheZipFormatWithStrides) {
  const WeightsFile file = read(small_archive());
  EXPECT_EQ(file.tensors.size(), 2U);
  EXPECT_EQ(file.at("a").shape, (std::vector<std::int64_t>{2, 2}));
  EXPECT_EQ(file.at("a").as_float(), (std::vector<float>{1, 3, 2, 4}));
  EXPECT_EQ(file.at("b").as_float(), (std::vector<float>{7, 8, 9}));
}

TEST_F(WeightsFileTest, UnwrapsStateDictAndModulePrefix) {
  for (const char* wrapper : {"state_dict", "model_state_dict"}) {
    PickleWriter pickle;
    pickle.protocol().raw("}(").text(wrapper).raw("}(").text("module.b").tensor("1", 3, 0, {3}, {1}).raw("u");
    pickle.text("best").raw(std::string("G\x3F\xF8\0\0\0\0\0\0", 9)).raw("u.");
    auto archive = small_archive();
    archive["net/data.pkl"] = pickle.str();
    EXPECT_EQ(read(archive).at("b").as_float(), (std::vector<float>{7, 8, 9}));
  }
}

TEST_F(WeightsFileTest, TensorsThatReachBeyondTheirDataAreRefused) {
  struct Case {
    std::int32_t elements;
    std::int32_t offset;
    std::vector<std::int32_t> shape;
    std::vector<std::int32_t> strides;
  };
  const std::vector<Case> cases = {{3, 1, {3}, {1}},
                                   {3, 0, {4}, {1}},
                                   {3, 0, {2}, {3}},
                                   {3, 0, {3, 3}, {0, 1}},
                                   {1000000, 0, {1000000}, {1}},
                                   {3, 2000000000, {1}, {1}},
                                   {3, 0, {2, 2000000000}, {1, 2000000000}},
                                   {3, 3, {1}, {1}}};
  for (const Case& bad : cases) {
    PickleWriter pickle;
    pickle.protocol().raw("}").text("b").tensor("1", bad.elements, bad.offset, bad.shape, bad.strides).raw("s.");
    auto archive = small_archive();
    archive["net/data.pkl"] = pickle.str();
    EXPECT_THAT(error_of(archive), testing::HasSubstr("tensor \"b\""));
  }
  PickleWriter negative;
  negative.protocol().raw("}").text("b").tensor("1", 3, 0, {-1}, {1}).raw("s.");
  auto archive = small_archive();
  archive["net/data.pkl"] = negative.str();
  EXPECT_THAT(error_of(archive), testing::HasSubstr("whole numbers"));
}

TEST_F(WeightsFileTest, MissingOrShortStoragesAreRefused) {
  auto archive = small_archive();
  archive.erase("net/data/1");
  EXPECT_THAT(error_of(archive), testing::HasSubstr("has no data"));
  archive = small_archive();
  archive["net/data/1"].resize(10);
  EXPECT_THAT(error_of(archive), testing::HasSubstr("tensor \"b\""));
}

TEST_F(WeightsFileTest, OtherArchivesAndFilesAreRefused) {
  EXPECT_THAT(error_of(std::map<std::string, std::string>{{"readme.txt", "hello"}}),
              testing::HasSubstr("none of PyTorch's"));
  EXPECT_THAT(error_of(std::vector<std::byte>{}), testing::HasSubstr("empty"));
  EXPECT_THAT(error_of(test::to_bytes("\x89PNG not a network at all")), testing::HasSubstr("no network"));
  EXPECT_THAT(error_of(std::map<std::string, std::string>{{"n/data.pkl", "N."}}), testing::HasSubstr("no dictionary"));
  EXPECT_THAT(error_of(std::map<std::string, std::string>{{"n/data.pkl", "}."}}), testing::HasSubstr("no tensors"));
  EXPECT_THAT(error_of(std::map<std::string, std::string>{{"n/data.pkl", "N."}, {"n/constants.pkl", "N."}}),
              testing::HasSubstr("TorchScript"));
  auto archive = small_archive();
  archive["net/byteorder"] = "big";
  EXPECT_THAT(error_of(archive), testing::HasSubstr("little-endian"));
}

TEST_F(WeightsFileTest, CodeInAPickleIsRefusedAndNotRun) {
  const auto proof = folder_ / "it_ran";
  PickleWriter pickle;
  pickle.protocol().global("os", "system").text("touch " + proof.string()).raw("\x85R.");
  const std::string message = error_of(std::map<std::string, std::string>{{"net/data.pkl", pickle.str()}});
  EXPECT_THAT(message, testing::HasSubstr("os system"));
  EXPECT_THAT(message, testing::HasSubstr("net/data.pkl, offset 2"));
  EXPECT_THAT(message, testing::HasSubstr("torch.save(network.state_dict()"));
  EXPECT_FALSE(std::filesystem::exists(proof));
}

TEST_F(WeightsFileTest, ChangedDataFailsItsChecksum) {
  std::vector<std::byte> bytes = test::zip_of(small_archive());
  const std::vector<std::byte> data = test::to_bytes(test::float_data({7, 8, 9}));
  const auto at = std::search(bytes.begin(), bytes.end(), data.begin(), data.end());
  ASSERT_NE(at, bytes.end());
  at[2] ^= std::byte{1};
  EXPECT_THAT(error_of(bytes),
              testing::AllOf(testing::HasSubstr("checksum"), testing::HasSubstr("net/data/1, offset ")));
}

TEST_F(WeightsFileTest, ATensorThatStandsTwiceIsRefused) {
  PickleWriter pickle;
  pickle.protocol().raw("}(").text("b").tensor("1", 3, 0, {3}, {1}).text("b").tensor("1", 3, 0, {3}, {1}).raw("u.");
  auto archive = small_archive();
  archive["net/data.pkl"] = pickle.str();
  EXPECT_THAT(error_of(archive), testing::AllOf(testing::HasSubstr("twice"), testing::HasSubstr("tensor \"b\"")));
}

TEST_F(WeightsFileTest, ReadsPartsOfStoragesOfTheOlderFormat) {
  const auto path = written(LegacyWriter().bytes());
  EXPECT_EQ(weights_format(path), WeightsFormat::torch_legacy);
  EXPECT_EQ(read_weights_file(path).at("w").as_float(), (std::vector<float>{6, 7}));
}

TEST_F(WeightsFileTest, MalformedOlderFilesAreRefused) {
  EXPECT_THAT(error_of(LegacyWriter{.protocol = 1000}.bytes()), testing::HasSubstr("protocol is unknown"));
  EXPECT_THAT(error_of(LegacyWriter{.little_endian = false}.bytes()), testing::HasSubstr("little-endian"));
  EXPECT_THAT(error_of(LegacyWriter{.part_first = 3}.bytes()),
              testing::AllOf(testing::HasSubstr("outside its storage"), testing::HasSubstr(", offset ")));
  EXPECT_THAT(error_of(LegacyWriter{.keys = {"k", "k"}}.bytes()), testing::HasSubstr("twice"));
  EXPECT_THAT(error_of(LegacyWriter{.keys = {"other"}}.bytes()), testing::HasSubstr("belongs to no tensor"));
  EXPECT_THAT(error_of(LegacyWriter{.keys = {}}.bytes()), testing::HasSubstr("tensor \"w\""));
  EXPECT_THAT(error_of(LegacyWriter{.elements = std::uint64_t{1} << 62U}.bytes()),
              testing::AllOf(testing::HasSubstr("ends before"), testing::HasSubstr(", offset ")));
  EXPECT_THAT(error_of(LegacyWriter{.elements = 3}.bytes()), testing::HasSubstr("tensor \"w\""));
  const std::vector<std::byte> whole = LegacyWriter().bytes();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_NE(error_of(std::vector<std::byte>{whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}),
              "no error")
        << length;
  }
}

TEST_F(WeightsFileTest, TruncationsAreRefused) {
  const std::vector<std::byte> whole = test::zip_of(small_archive());
  for (std::size_t length = 0; length < whole.size(); length += 5) {
    const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(error_of(cut), "no error") << length;
  }
}

TEST_F(WeightsFileTest, AFlippedBitIsFoundOrHarmless) {
  // Names, sizes and data are covered by checks; dates and attributes of the archive are not and do not matter.
  const std::vector<std::byte> whole = test::zip_of(small_archive());
  for (std::size_t at = 0; at < whole.size(); at += 5) {
    std::vector<std::byte> flipped = whole;
    flipped[at] ^= std::byte{4};
    const auto path = written(flipped);
    try {
      const WeightsFile file = read_weights_file(path);
      if (file.contains("b")) {
        EXPECT_EQ(file.at("b").as_float(), (std::vector<float>{7, 8, 9})) << at;
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
    }
  }
}

TEST_F(WeightsFileTest, ReadsSafetensors) {
  Safetensors file;
  file.tensors.emplace("module.w", make_tensor({2}, std::vector<float>{1, 2}));
  const auto path = folder_ / "w.safetensors";
  write_safetensors(path, file);
  EXPECT_EQ(weights_format(path), WeightsFormat::safetensors);
  EXPECT_EQ(read_weights_file(path).at("w").as_float(), (std::vector<float>{1, 2}));
}

TEST_F(WeightsFileTest, ReadsRealFilesOfBothFormats) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  const auto weights = test::shared_folder() / "data/weights";
  const WeightsFile older = read_weights_file(weights / "resnet20-12fca82f.th");
  EXPECT_EQ(older.at("conv1.weight").shape, (std::vector<std::int64_t>{16, 3, 3, 3}));
  EXPECT_EQ(older.at("linear.bias").as_float().size(), 10U);
  const WeightsFile newer = read_weights_file(weights / "resnet20_cifar10_jpeg.pth");
  EXPECT_EQ(newer.at("layer3.2.conv2.weight").shape, (std::vector<std::int64_t>{64, 64, 3, 3}));
  EXPECT_EQ(weights_format(weights / "resnet20_cifar10.pt"), WeightsFormat::torch_script);
  EXPECT_EQ(weights_format(weights / "resnet20-12fca82f.th"), WeightsFormat::torch_legacy);
}

TEST_F(WeightsFileTest, TruncatedOlderFilesAreRefused) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  const std::vector<std::byte> whole = test::bytes_of(test::shared_folder() / "data/weights/resnet20-12fca82f.th");
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 97) {
    const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(error_of(cut), "no error") << length;
  }
}

TEST_F(WeightsFileTest, FlippedBitsInAnOlderFileNeverCrash) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  const std::vector<std::byte> whole = test::bytes_of(test::shared_folder() / "data/weights/resnet20-12fca82f.th");
  for (std::size_t at = 0; at < 12000; at += 37) {
    std::vector<std::byte> flipped = whole;
    flipped[at] ^= static_cast<std::byte>(1U << (at % 8));
    const auto path = written(flipped);
    try {
      read_weights_file(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
    }
  }
}

}  // namespace
}  // namespace acim
