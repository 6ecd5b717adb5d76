#include "base/safetensors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "base/random.h"
#include "test_files.h"

namespace acim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::byte> file_of(const std::string& header, std::size_t data_bytes, std::uint64_t length) {
  std::vector<std::byte> bytes(8 + header.size() + data_bytes);
  std::memcpy(bytes.data(), &length, 8);
  std::memcpy(bytes.data() + 8, header.data(), header.size());
  return bytes;
}
std::vector<std::byte> file_of(const std::string& header, std::size_t data_bytes) {
  return file_of(header, data_bytes, header.size());
}

/// The message of the refusal; every refusal is of kind input and names the file.
std::string refusal(const std::vector<std::byte>& bytes) {
  try {
    parse_safetensors(bytes, "x.safetensors");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr("x.safetensors"));
    return error.what();
  }
  ADD_FAILURE() << "accepted";
  return "";
}

Safetensors example() {
  Safetensors file;
  file.tensors["weights"] = make_tensor({2, 3}, std::span<const float>(std::array{1.F, -2.F, 0.5F, 3.F, 4.F, 5.F}));
  file.tensors["counts"] =
      make_tensor({3}, std::span<const std::int64_t>(std::array<std::int64_t, 3>{1, -2, 1LL << 40}));
  file.tensors["empty"] = make_tensor({0, 4}, std::span<const double>());
  file.tensors["scalar"] = make_tensor({}, std::span<const std::int32_t>(std::array{7}));
  file.metadata["note"] = "grüße \"\n";
  return file;
}

TEST(Safetensors, ReadsWhatItWrote) {
  const test::TemporaryFolder folder;
  write_safetensors(folder / "f", example());
  const Safetensors file = read_safetensors(folder / "f");
  EXPECT_EQ(file.metadata, example().metadata);
  ASSERT_EQ(file.tensors.size(), 4U);
  EXPECT_THAT(file.at("weights").as_float(), ElementsAre(1, -2, 0.5F, 3, 4, 5));
  EXPECT_THAT(file.at("weights").shape, ElementsAre(2, 3));
  EXPECT_THAT(file.at("counts").as_integer(), ElementsAre(1, -2, 1LL << 40));
  EXPECT_EQ(file.at("empty").element_count(), 0);
  EXPECT_THAT(file.at("scalar").as_double(), ElementsAre(7));
  EXPECT_THROW(file.at("bias"), Error);
}

TEST(Safetensors, WidensHalves) {
  StoredTensor half{ElementType::f16, {6}, std::vector<std::byte>(12)};
  const std::array<std::uint16_t, 6> bits = {0x3C00, 0xC000, 0x0001, 0x7BFF, 0xFC00, 0x8000};
  std::memcpy(half.bytes.data(), bits.data(), 12);
  const std::vector<float> values = half.as_float();
  EXPECT_THAT(values, ElementsAre(1.F, -2.F, std::ldexp(1.F, -24), 65504.F, -HUGE_VALF, 0.F));
  EXPECT_TRUE(std::signbit(values[5]));
  StoredTensor brain{ElementType::bf16, {1}, {std::byte{0x80}, std::byte{0xBF}}};
  EXPECT_THAT(brain.as_float(), ElementsAre(-1.F));
}

TEST(Safetensors, RefusesFractionsWhereIntegersAreNeeded) {
  EXPECT_THAT(make_tensor({2}, std::span<const float>(std::array{3.F, -4.F})).as_integer(), ElementsAre(3, -4));
  for (const double bad : {0.5, 1e300, std::nan("")}) {
    EXPECT_THROW(make_tensor({1}, std::span<const double>(std::array{bad})).as_integer(), Error) << bad;
  }
}

TEST(Safetensors, RefusesEveryTruncation) {
  const std::vector<std::byte> whole = serialise_safetensors(example());
  EXPECT_NO_THROW(parse_safetensors(whole, "x"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    refusal(std::vector<std::byte>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
  }
  std::vector<std::byte> longer = whole;
  longer.push_back(std::byte{0});
  EXPECT_THAT(refusal(longer), HasSubstr("belong to no tensor"));
}

TEST(Safetensors, NeverCrashesOnFlippedBits) {
  const std::vector<std::byte> whole = serialise_safetensors(example());
  int refused = 0;
  for (std::size_t i = 0; i < 20'000; ++i) {
    std::vector<std::byte> bytes = whole;
    const std::uint64_t draw = mix64(i);
    bytes[draw % bytes.size()] ^= static_cast<std::byte>(1U << ((draw >> 32U) % 8));
    try {
      parse_safetensors(bytes, "x");
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      ++refused;
    }
  }
  EXPECT_GT(refused, 5000);
}

TEST(Safetensors, RefusesImpossibleHeaderLengths) {
  EXPECT_THAT(refusal(file_of("{}", 0, ~0ULL)), HasSubstr("18446744073709551615"));
  refusal(file_of("{}", 0, ~0ULL - 7));
  refusal(file_of("{}", 0, 3));
  refusal(file_of("", 0, 0));
  EXPECT_NO_THROW(parse_safetensors(file_of("{}", 0), "x"));
}

TEST(Safetensors, RefusesMalformedHeaders) {
  EXPECT_THAT(refusal(file_of("{\"a\": }", 0)), HasSubstr("byte"));
  refusal(file_of("[]", 0));
  refusal(file_of("{\"a\": 1}", 0));
  refusal(file_of("{\"__metadata__\": {\"a\": 1}}", 0));
  refusal(file_of("{\"\xff\": 1}", 0));
  refusal(file_of("{\"a\":" + std::string(100'000, '['), 0));
  const std::string entry = R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]})";
  EXPECT_NO_THROW(parse_safetensors(file_of("{" + entry + "}", 1), "x"));
  EXPECT_THAT(refusal(file_of("{" + entry + "," + entry + "}", 1)), HasSubstr("twice"));
}

struct HostileEntry {
  const char* name;
  std::string entry;
  std::size_t data_bytes;
  const char* message;
};

class HostileSafetensors : public testing::TestWithParam<HostileEntry> {};

TEST_P(HostileSafetensors, IsRefusedByName) {
  EXPECT_THAT(refusal(file_of("{" + GetParam().entry + "}", GetParam().data_bytes)), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Entries, HostileSafetensors,
    testing::Values(
        HostileEntry{"UnknownType", R"("a":{"dtype":"F8","shape":[1],"data_offsets":[0,1]})", 1, "unknown type"},
        HostileEntry{"NumberAsType", R"("a":{"dtype":3,"shape":[1],"data_offsets":[0,1]})", 1, "unknown type"},
        HostileEntry{"WrongSize", R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]})", 4,
                     "2 elements of 4 bytes"},
        HostileEntry{"PastTheEnd", R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})", 4, "bytes 0 to 8 of 4"},
        HostileEntry{"BackwardsOffsets", R"("a":{"dtype":"U8","shape":[0],"data_offsets":[2,1]})", 2, "bytes 2 to 1"},
        HostileEntry{"HugeOffsets",
                     R"("a":{"dtype":"U8","shape":[0],"data_offsets":[18446744073709551615,18446744073709551615]})", 1,
                     "lies at bytes"},
        HostileEntry{"OffsetsOverflow", R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,36893488147419103232]})", 1,
                     "whole numbers"},
        HostileEntry{"NegativeOffsets", R"("a":{"dtype":"U8","shape":[1],"data_offsets":[-1,0]})", 1, "whole numbers"},
        HostileEntry{"ThreeOffsets", R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,2]})", 1, "whole numbers"},
        HostileEntry{"ShapeOverflows", R"("a":{"dtype":"F64","shape":[4294967296,4294967296],"data_offsets":[0,0]})", 0,
                     "overflows"},
        HostileEntry{"ShapeOverflowsBesideZero",
                     R"("a":{"dtype":"F64","shape":[4294967296,4294967296,0],"data_offsets":[0,0]})", 0, "overflows"},
        HostileEntry{"BytesOverflow", R"("a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]})", 0,
                     "2305843009213693952 elements"},
        HostileEntry{"NegativeShape", R"("a":{"dtype":"U8","shape":[-1],"data_offsets":[0,0]})", 0, "no whole number"},
        HostileEntry{"FractionalShape", R"("a":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]})", 1,
                     "no whole number"},
        HostileEntry{"ShapeNoList", R"("a":{"dtype":"U8","shape":1,"data_offsets":[0,1]})", 1, "no list"},
        HostileEntry{"MissingOffsets", R"("a":{"dtype":"U8","shape":[1]})", 1, "not complete"},
        HostileEntry{"UnknownKey", R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1})", 1, "not complete"},
        HostileEntry{
            "Overlap",
            R"("a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]})",
            3, "overlaps"},
        HostileEntry{
            "SameBytesTwice",
            R"("a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]})",
            4, "overlaps"},
        HostileEntry{"Hole", R"("a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]})", 2, "belong to no tensor"}),
    [](const auto& entry) { return std::string(entry.param.name); });

}  // namespace
}  // namespace acim
