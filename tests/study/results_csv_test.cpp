#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "studies.h"

namespace acim {
namespace {

/// Rows of fields; quotes undone, comment lines apart.
struct Csv {
  std::vector<std::string> comments;
  std::vector<std::string> header;
  std::vector<std::map<std::string, std::string>> rows;
};

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      result.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      result.emplace_back();
    } else {
      result.back() += line[i];
    }
  }
  return result;
}

Csv parse(const std::string& text) {
  Csv csv;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("#")) {
      csv.comments.push_back(line);
    } else if (csv.header.empty()) {
      csv.header = fields(line);
    } else {
      const auto values = fields(line);
      EXPECT_EQ(values.size(), csv.header.size());
      auto& row = csv.rows.emplace_back();
      for (std::size_t i = 0; i < values.size(); ++i) row[csv.header[i]] = values[i];
    }
  }
  return csv;
}

TEST(ResultsCsv, HoldsCountsIntervalsAndEveryParameter) {
  PointSettings base;
  base.macro.random_noise_percent = 0.05;
  base.layers.push_back(parse_layer_override("layer3.*:adc_bits=7,digital=false"));
  const StudySpec spec =
      make_study_spec({}, base, parse_sweep_axis("adc_bits=4:5"), parse_sweep_axis("encoding_bits=1,2"));
  std::vector<PointResult> results(4);
  results[1] = {.images = 300, .correct = 270, .seconds = 1.25};
  const Csv csv = parse(results_csv(spec, results, {{"seed", "1"}, {"network", "two\nlines"}}));

  EXPECT_THAT(csv.comments,
              testing::ElementsAre("# seed: 1", "# network: two lines",
                                   "# command: acim sweep --set random_noise_percent=0.05 --layer "
                                   "'layer3.*:digital=false,adc_bits=7' --x adc_bits=4,5 --family encoding_bits=1,2",
                                   "# x: adc_bits", "# family: encoding_bits"));
  ASSERT_EQ(csv.rows.size(), 4U);
  const auto& row = csv.rows[1];
  EXPECT_EQ(row.at("x"), "5");
  EXPECT_EQ(row.at("family"), "1");
  EXPECT_EQ(row.at("images"), "300");
  EXPECT_EQ(row.at("correct"), "270");
  EXPECT_EQ(row.at("seconds"), "1.250");
  EXPECT_NEAR(std::stod(row.at("accuracy")), 0.9, 1e-6);
  EXPECT_NEAR(std::stod(row.at("ci95_low")), wilson_interval(270, 300).low, 1e-6);
  EXPECT_NEAR(std::stod(row.at("ci95_high")), wilson_interval(270, 300).high, 1e-6);
  EXPECT_EQ(row.at("layers"), "layer3.*:digital=false,adc_bits=7");
  for (const Parameter& parameter : parameter_table()) {
    EXPECT_EQ(row.at(std::string(parameter.key)), value_text(parameter.get(spec.points[1].settings.macro)))
        << parameter.key;
  }
  EXPECT_EQ(csv.rows[0].at("accuracy"), "") << "no images, no accuracy";
}

TEST(ResultsCsv, OfASinglePointHasNoAxisColumns) {
  const StudySpec spec = make_study_spec({}, {}, {}, {});
  const Csv csv = parse(results_csv(spec, std::vector<PointResult>(1), {}));
  EXPECT_EQ(csv.header.front(), "images");
}

TEST(ResultsCsv, TakesMoreColumns) {
  const StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=4:5"), {});
  const std::vector<CsvColumn> more = {{"energy", {"1.5", "a,b"}}};
  const Csv csv = parse(results_csv(spec, std::vector<PointResult>(2), {}, more));
  EXPECT_EQ(csv.rows[0].at("energy"), "1.5");
  EXPECT_EQ(csv.rows[1].at("energy"), "a,b");
  EXPECT_EQ(csv.rows[1].at("mode"), "simulated");
}

TEST(ResultsCsv, RefusesResultsOfAnotherStudy) {
  EXPECT_THROW(results_csv(make_study_spec({}, {}, {}, {}), std::vector<PointResult>(2), {}), Error);
}

}  // namespace
}  // namespace acim
