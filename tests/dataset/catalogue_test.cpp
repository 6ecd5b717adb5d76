#include "dataset/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "test_files.h"

namespace acim {
namespace {

using testing::HasSubstr;

nlohmann::json good_set() {
  return {{"name", "cifar10-small"},
          {"kind", "cifar10"},
          {"title", "CIFAR-10, 100 images"},
          {"file", "small.bin"},
          {"url", "https://images.example.org/small.bin"},
          {"sha256", std::string(64, 'a')},
          {"bytes", 307300}};
}

class Catalogue : public testing::Test {
 protected:
  std::filesystem::path written(const nlohmann::json& catalogue) const {
    const std::filesystem::path path = folder_ / "sets.json";
    std::ofstream(path) << catalogue.dump();
    return path;
  }
  std::filesystem::path with(const nlohmann::json& set) const {
    return written({{"format", "acim-catalogue"}, {"version", 1}, {"sets", {set}}});
  }
  std::string refusal(const std::filesystem::path& path) const {
    try {
      read_catalogue(path);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    ADD_FAILURE() << "accepted";
    return "";
  }

  const test::TemporaryFolder folder_;
};

TEST_F(Catalogue, GivesItsSets) {
  const std::vector<FetchableSet> sets = read_catalogue(with(good_set()));
  ASSERT_EQ(sets.size(), 1U);
  EXPECT_EQ(sets[0].name, "cifar10-small");
  EXPECT_EQ(sets[0].size, 307300U);
  const Download what = download_of(sets[0], "/data");
  EXPECT_EQ(what.destination, "/data/small.bin");
  EXPECT_EQ(what.sha256, std::string(64, 'a'));
  EXPECT_EQ(dataset_specification(sets[0], what), "cifar10:/data/small.bin");
  EXPECT_EQ(fetchable_set(sets, "cifar10-small").title, "CIFAR-10, 100 images");
  EXPECT_THROW(fetchable_set(sets, "cifar10"), Error);
}

TEST_F(Catalogue, RefusesWhatCouldDoHarmOrCannotBeChecked) {
  for (const auto& [key, value, said] : std::vector<std::tuple<const char*, nlohmann::json, const char*>>{
           {"file", "../../.bashrc", "the file"},
           {"file", ".profile", "the file"},
           {"file", "", "the file"},
           {"url", "file:///etc/passwd", "the url"},
           {"url", "http://" + std::string(2000, 'a'), "up to 2000"},
           {"sha256", "", "the sha256"},
           {"sha256", std::string(64, 'G'), "the sha256"},
           {"bytes", 0, "bytes"},
           {"bytes", -5, "bytes"},
           {"kind", "demo", "the kind"},
           {"name", "CIFAR 10", "the name"},
           {"name", std::string(65, 'a'), "up to 64"},
           {"title", "", "the title"},
           {"title", "two\nlines", "the title"},
           {"title", std::string(81, 'a'), "the title"},
           {"name", 7, "cannot be used"}}) {
    nlohmann::json set = good_set();
    set[key] = value;
    EXPECT_THAT(refusal(with(set)), HasSubstr(said)) << key << value;
  }
  nlohmann::json set = good_set();
  set.erase("sha256");
  EXPECT_THAT(refusal(with(set)), HasSubstr("sha256"));
}

TEST_F(Catalogue, RefusesOtherFiles) {
  EXPECT_THAT(refusal(written(nlohmann::json::array())), HasSubstr("cannot be used"));
  EXPECT_THAT(refusal(written({{"format", "acim-settings"}, {"version", 1}, {"sets", {}}})), HasSubstr("format"));
  EXPECT_THAT(refusal(written({{"format", "acim-catalogue"}, {"version", 2}, {"sets", {}}})), HasSubstr("version"));
  EXPECT_THAT(refusal(written({{"format", "acim-catalogue"}, {"version", 1}, {"sets", {good_set(), good_set()}}})),
              HasSubstr("twice"));
  EXPECT_THAT(refusal(folder_ / "none.json"), HasSubstr("none.json"));
}

TEST_F(Catalogue, HasAFileForEachSetAndNoMoreThanAMenuShows) {
  nlohmann::json catalogue = {{"format", "acim-catalogue"}, {"version", 1}, {"sets", nlohmann::json::array()}};
  const auto add = [&](int number, const std::string& file) {
    nlohmann::json set = good_set();
    set["name"] = "set-" + std::to_string(number);
    set["file"] = file;
    catalogue["sets"].push_back(set);
  };
  for (int i = 0; i < 64; ++i) add(i, std::to_string(i) + ".bin");
  EXPECT_EQ(read_catalogue(written(catalogue)).size(), 64U);
  add(64, "64.bin");
  EXPECT_THAT(refusal(written(catalogue)), HasSubstr("more than 64"));
  catalogue["sets"] = nlohmann::json::array();
  add(0, "same.bin");
  add(1, "same.bin");
  EXPECT_THAT(refusal(written(catalogue)), HasSubstr("'set-0' and 'set-1' have the same file same.bin"));
}

}  // namespace
}  // namespace acim
