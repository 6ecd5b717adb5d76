// The layers, as includes: what CMake's include folders cannot forbid because a system header is always found.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "test_files.h"

namespace {

namespace fs = std::filesystem;

/// Lines "#include <...>" of the sources below the folders that match.
std::vector<std::string> includes_that_match(const std::vector<std::string>& folders,
                                             const std::vector<std::string>& except, const std::string& pattern) {
  const std::regex wanted("^\\s*#\\s*include\\s*[<\"](" + pattern + ")");
  std::vector<std::string> found;
  const fs::path root = acim::test::source_folder();
  for (const std::string& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string name = fs::relative(entry.path(), root).string();
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      if (std::ranges::any_of(except, [&](const std::string& prefix) { return name.starts_with(prefix); })) continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (std::regex_search(line, wanted)) found.push_back(name + ": " + line);
      }
    }
  }
  return found;
}

constexpr const char* kQt = "Q[A-Z]|Qt[A-Z0-9]";
constexpr const char* kTorch = "torch/|ATen/|c10/|caffe2/";

TEST(Layers, CoreKnowsNoQt) {
  EXPECT_EQ(includes_that_match({"core"}, {}, kQt), std::vector<std::string>{});
}

TEST(Layers, CommandLineKnowsNoQt) {
  EXPECT_EQ(includes_that_match({"app/cli", "app/common"}, {}, kQt), std::vector<std::string>{});
}

TEST(Layers, TorchStaysBehindNetworkAndTraining) {
  EXPECT_EQ(includes_that_match(
                {"core", "ui", "app", "tests"},
                {"core/network/", "core/training/", "tests/network/", "tests/training/", "tests/bench/"}, kTorch),
            std::vector<std::string>{});
}

TEST(Layers, PublicHeadersOfNetworkAndTrainingShowNoTorch) {
  for (const char* header : {"core/network/network.h", "core/training/training.h"}) {
    std::ifstream file(acim::test::source_folder() / header);
    for (std::string line; std::getline(file, line);)
      EXPECT_FALSE(std::regex_search(line, std::regex("include.*(torch|ATen|c10)/"))) << line;
  }
}

TEST(Layers, CoreAndWindowUseNoCommandLineParser) {
  EXPECT_EQ(includes_that_match({"core", "ui"}, {}, "CLI/"), std::vector<std::string>{});
}

TEST(Layers, TheCheckFindsWhatItLooksFor) {
  EXPECT_FALSE(includes_that_match({"app/cli"}, {}, "CLI/").empty());
}

}  // namespace
