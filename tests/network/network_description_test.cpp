#include "network/network_description.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "base/error.h"
#include "base/safetensors.h"
#include "test_files.h"

namespace acim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kText =
    R"({"format": "acim-network", "version": 1, "architecture": "resnet18", "input": [3, 224, 224], "resize": 232})";

TEST(NetworkDescription, StandsBesideTheFile) {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "net.pth.json") << kText;
  const NetworkDescription description = read_network_description((folder / "net.pth").string());
  EXPECT_EQ(description.architecture, "resnet18");
  EXPECT_THAT(description.input, ElementsAre(3, 224, 224));
  EXPECT_EQ(description.resize, 232);
  EXPECT_EQ(parse_network_description(network_description_text(description), "again").resize, 232);
}

TEST(NetworkDescription, StandsInTheMetadataOfSafetensors) {
  const test::TemporaryFolder folder;
  Safetensors file;
  file.metadata.emplace(kDescriptionKey, kText);
  write_safetensors(folder / "net.safetensors", file);
  EXPECT_EQ(read_network_description((folder / "net.safetensors").string()).resize, 232);
  EXPECT_TRUE(read_network_description((folder / "none.pth").string()).input.empty());
  EXPECT_TRUE(read_network_description("demo").input.empty());
}

TEST(NetworkDescription, RefusesSizesThatAreNone) {
  for (const char* member :
       {R"("input": [3, 0, 4])", R"("input": [3, -1, 4])", R"("resize": -1)", R"("resize": "x")"}) {
    try {
      parse_network_description(std::string(R"({"format": "acim-network", "version": 1, )") + member + "}", "net.json");
      ADD_FAILURE() << member;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), HasSubstr("net.json"));
    }
  }
}

}  // namespace
}  // namespace acim
