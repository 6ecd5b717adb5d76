#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "array/engine.h"
#include "base/error.h"
#include "base/file.h"
#include "recording/recording.h"
#include "small_recording.h"
#include "test_files.h"

namespace acim {
namespace {

using test::SmallRecording;
using ::testing::HasSubstr;

struct Malformed {
  const char* name;
  std::function<void(SmallRecording&)> spoil;
  const char* message;
};

class MalformedRecording : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedRecording, IsBadInputAndNamesTheFile) {
  const test::TemporaryFolder folder;
  SmallRecording recording;
  GetParam().spoil(recording);
  recording.write(folder / "f.safetensors");
  const std::unique_ptr<Engine> engine = make_reference_engine();
  VerificationOptions options;
  options.engine = engine.get();
  try {
    verify_recording(folder / "f.safetensors", options);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr((folder / "f.safetensors").string()));
    EXPECT_THAT(error.what(), HasSubstr(GetParam().message));
  }
}

using R = SmallRecording;

void make_convolution(R& r) {
  r.metadata["operation"] = "conv2d";
  r.file.tensors["input"].shape = r.file.tensors["input_quantised"].shape = {1, 15, 2, 2};
  r.file.tensors["weight"].shape = r.file.tensors["weight_quantised"].shape = {4, 5, 2, 2};
}

void set_integer(R& r, const std::string& name, std::size_t index, std::int64_t value) {
  std::vector<std::int64_t> values = r.file.at(name).as_integer();
  values[index] = value;
  r.file.tensors[name] = make_tensor(r.file.at(name).shape, std::span<const std::int64_t>(values));
}

void set_number(R& r, const std::string& name, double value) {
  std::vector<double> values = r.file.at(name).as_double();
  values[1] = value;
  r.file.tensors[name] = make_tensor(r.file.at(name).shape, std::span<const double>(values));
}

INSTANTIATE_TEST_SUITE_P(
    Metadata, MalformedRecording,
    testing::Values(Malformed{"OtherFormat", [](R& r) { r.metadata["format"] = "acim-settings"; }, "acim-settings"},
                    Malformed{"NoFormat", [](R& r) { r.metadata.erase("format"); }, "'format'"},
                    Malformed{"NewerVersion", [](R& r) { r.metadata["version"] = 2; }, "newer release"},
                    Malformed{"NoVersion", [](R& r) { r.metadata.erase("version"); }, "version"},
                    Malformed{"UnknownKind", [](R& r) { r.metadata["kind"] = "guess"; }, "'guess'"},
                    Malformed{"KindNoText", [](R& r) { r.metadata["kind"] = 3; }, "'kind'"},
                    Malformed{"UnknownOperation", [](R& r) { r.metadata["operation"] = "conv3d"; }, "'conv3d'"},
                    Malformed{"NoOperation", [](R& r) { r.metadata.erase("operation"); }, "'operation'"},
                    Malformed{"MetadataNoObject", [](R& r) { r.metadata = nlohmann::json::array(); }, "no JSON object"},
                    Malformed{"UnknownParameter", [](R& r) { r.metadata["parameters"]["adc_bit"] = 8; }, "'adc_bits'"},
                    Malformed{"ParameterOutOfRange", [](R& r) { r.metadata["parameters"]["adc_bits"] = 15; },
                              "1 to 14 bit"},
                    Malformed{"Contradiction", [](R& r) { r.metadata["parameters"]["adc_offset_percent"] = 1; },
                              "adc_range_percent"},
                    Malformed{"ParametersNoObject", [](R& r) { r.metadata["parameters"] = 3; }, "parameters"}),
    [](const auto& entry) { return std::string(entry.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Tensors, MalformedRecording,
    testing::Values(
        Malformed{"NoWeight",
                  [](R& r) {
                    r.file.tensors.erase("weight");
                    r.file.tensors.erase("weight_quantised");
                  },
                  "'weight'"},
        Malformed{"NoArrayOutput", [](R& r) { r.file.tensors.erase("array_output"); }, "'array_output'"},
        Malformed{"ShapesDoNotMultiply",
                  [](R& r) {
                    r.file.tensors["weight"].shape = r.file.tensors["weight_quantised"].shape = {8, 10};
                  },
                  "[8, 10]"},
        Malformed{"QuantisedOfOtherShape",
                  [](R& r) {
                    r.file.tensors["weight_quantised"].shape = {20, 4};
                  },
                  "[20, 4]"},
        Malformed{"OutputOfOtherShape",
                  [](R& r) {
                    r.file.tensors["array_output"].shape = {4, 3};
                  },
                  "[3, 4]"},
        Malformed{"ActivationTooLarge", [](R& r) { set_integer(r, "input_quantised", 2, 256); }, "0 to 255"},
        Malformed{"ActivationNegative", [](R& r) { set_integer(r, "input_quantised", 2, -1); }, "-1 at element 2"},
        Malformed{"WeightTooLarge", [](R& r) { set_integer(r, "weight_quantised", 9, 128); }, "-128 to 127"},
        Malformed{"WeightFarTooLarge", [](R& r) { set_integer(r, "weight_quantised", 9, std::int64_t{1} << 40U); },
                  "1099511627776"},
        Malformed{"FractionalInteger", [](R& r) { set_number(r, "weight_quantised", 0.5); }, "0.5"},
        Malformed{"OutputNotANumber",
                  [](R& r) { set_number(r, "array_output", std::numeric_limits<double>::quiet_NaN()); }, "finite"},
        Malformed{"InputInfinite", [](R& r) { set_number(r, "input", std::numeric_limits<double>::infinity()); },
                  "finite"},
        Malformed{"BiasOfOtherSize", [](R& r) { r.set("bias", {1}, std::span<const float>(std::array{1.F})); }, "[4]"}),
    [](const auto& entry) { return std::string(entry.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Convolutions, MalformedRecording,
    testing::Values(Malformed{"OfTwoAxes", [](R& r) { r.metadata["operation"] = "conv2d"; }, "[N, C, H, W]"},
                    Malformed{"ChannelsDoNotFit", [](R& r) { make_convolution(r); }, "channels"},
                    Malformed{"GroupsDoNotDivide",
                              [](R& r) {
                                make_convolution(r);
                                r.metadata["convolution"] = {{"groups", 2}};
                              },
                              "groups"},
                    Malformed{"StrideZero",
                              [](R& r) {
                                make_convolution(r);
                                r.metadata["convolution"] = {{"stride", {0, 1}}};
                              },
                              "stride"},
                    Malformed{"HugePadding",
                              [](R& r) {
                                make_convolution(r);
                                r.metadata["convolution"] = {{"padding", {1LL << 40U, 1}}};
                              },
                              "padding"},
                    Malformed{"NegativeDilation",
                              [](R& r) {
                                make_convolution(r);
                                r.metadata["convolution"] = {{"dilation", {-1, 1}}};
                              },
                              "dilation"},
                    Malformed{"KernelLargerThanInput",
                              [](R& r) {
                                make_convolution(r);
                                r.metadata["convolution"] = {{"dilation", {4, 4}}, {"groups", 3}};
                              },
                              ""},
                    Malformed{"ProductOfOtherNames", [](R& r) { r.metadata["operation"] = "matmul"; }, "'first'"}),
    [](const auto& entry) { return std::string(entry.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Kinds, MalformedRecording,
    testing::Values(Malformed{"QuantiserWithoutCases", [](R& r) { r.metadata["kind"] = "quantiser"; }, "'cases'"},
                    Malformed{"QuantiserOfManyBits",
                              [](R& r) {
                                r.metadata["kind"] = "quantiser";
                                r.metadata["cases"] = {{{"name", "x"}, {"bits", 40}, {"signed", true}}};
                              },
                              "2 to 9"},
                    Malformed{"QuantiserWithoutTensors",
                              [](R& r) {
                                r.metadata["kind"] = "quantiser";
                                r.metadata["cases"] = {{{"name", "x"}, {"bits", 4}, {"signed", true}}};
                              },
                              "x.input"},
                    Malformed{"StatisticsWithoutMean", [](R& r) { r.metadata["kind"] = "statistics"; }, "'mean'"},
                    Malformed{"NetworkWithoutPredictions", [](R& r) { r.metadata["kind"] = "network"; },
                              "'predictions'"}),
    [](const auto& entry) { return std::string(entry.param.name); });

TEST(RecordingFile, IsRefusedWhenItIsNone) {
  const test::TemporaryFolder folder;
  VerificationOptions options;
  const auto kind_of = [&](const std::filesystem::path& path) {
    try {
      verify_recording(path, options);
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(path.string()));
      return error.kind();
    }
    return ErrorKind::internal;
  };
  EXPECT_EQ(kind_of(folder / "missing"), ErrorKind::input);
  EXPECT_EQ(kind_of(folder.path()), ErrorKind::input);
  write_file_atomically(folder / "text", std::string_view("no recording at all"));
  EXPECT_EQ(kind_of(folder / "text"), ErrorKind::input);
  write_safetensors(folder / "plain", SmallRecording().file);  // tensors without metadata
  EXPECT_EQ(kind_of(folder / "plain"), ErrorKind::input);
  Safetensors broken = SmallRecording().file;
  broken.metadata["acim_recording"] = "{\"format\": ";
  write_safetensors(folder / "broken", broken);
  EXPECT_EQ(kind_of(folder / "broken"), ErrorKind::input);
}

TEST(RecordingFile, IsRefusedWhenTruncated) {
  const test::TemporaryFolder folder;
  SmallRecording().write(folder / "whole");
  std::vector<std::byte> bytes = test::bytes_of(folder / "whole");
  const std::unique_ptr<Engine> engine = make_reference_engine();
  VerificationOptions options;
  options.engine = engine.get();
  for (const std::size_t size : {bytes.size() - 1, bytes.size() / 2, std::size_t{9}, std::size_t{0}}) {
    bytes.resize(size);
    test::write_bytes(folder / "cut", bytes);
    EXPECT_THROW(verify_recording(folder / "cut", options), Error) << size;
  }
}

}  // namespace
}  // namespace acim
