#include "study/kept_run_table.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "base/error.h"
#include "study/block_schedule.h"
#include "study/row_digest.h"

namespace acim {

namespace {

using nlohmann::json;

std::string description_of(const KeptRun& run) {
  json provenance = json::array();
  for (const auto& [key, value] : run.provenance) provenance.push_back(json::array({key, value}));
  json description = {{"spec", to_json(run.spec)},
                      {"provenance", std::move(provenance)},
                      {"calibration", run.calibration},
                      {"images", run.labels.size()},
                      {"seconds", run.seconds}};
  // Programs that know no margins pass over a key of that name.
  for (const std::vector<std::optional<double>>& point : run.margins) {
    json margins = json::array();
    for (const std::optional<double>& margin : point) margins.push_back(margin ? json(*margin) : json());
    description["margins"].push_back(std::move(margins));
  }
  return description.dump();
}

/// A row of the table, whose columns hold what a stranger may have written.
class RunRow {
 public:
  RunRow(SQLite::Statement& row, const std::filesystem::path& path) : row_(row), path_(path) {}

  KeptRun read(std::int64_t position) const {
    const std::string description = row_.getColumn(1).getString();
    const SQLite::Column labels = row_.getColumn(2);
    const SQLite::Column predictions = row_.getColumn(3);
    const bool same =
        row_.getColumn(0).getInt64() == position &&
        RowDigest().add(position).add(description).add(bytes_of(labels)).add(bytes_of(predictions)).hex() ==
            row_.getColumn(4).getString();
    if (!same) damaged(Phrase("Error", "run {} was changed").filled_with(position));
    try {
      KeptRun run = described(json::parse(description));
      run.labels = integers(bytes_of(labels), 0);
      check_margins(run);
      const std::size_t images = run.labels.size();
      if (images != image_count_ || bytes_of(predictions).size() / 2 != images * run.spec.points.size())
        damaged(Phrase("Error", "run {} has not one prediction for each image and point").filled_with(position));
      const std::vector<std::int16_t> all = integers(bytes_of(predictions), -1);
      for (std::size_t point = 0; point < run.spec.points.size(); ++point) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(point * images);
        run.predictions.emplace_back(first, first + static_cast<std::ptrdiff_t>(images));
      }
      return run;
    } catch (const json::exception& exception) {
      damaged(Phrase("Error", "the description of run {} ({})").filled_with(position, exception.what()));
    }
  }

 private:
  [[noreturn]] void damaged(const Phrase& what) const {
    throw Error(ErrorKind::input, Phrase("Error", "The study file is damaged: {}").filled_with(what), path_.string(),
                Phrase("Error", "The file was left as it was; open a copy of it, or start a new study"));
  }

  static std::span<const std::byte> bytes_of(const SQLite::Column& column) {
    return {static_cast<const std::byte*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
  }

  std::vector<std::int16_t> integers(std::span<const std::byte> bytes, std::int16_t least) const {
    if (bytes.size() % 2 != 0) damaged(Phrase("Error", "a run has half a value"));
    std::vector<std::int16_t> values(bytes.size() / 2);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const unsigned bits =
          std::to_integer<unsigned>(bytes[2 * i]) | (std::to_integer<unsigned>(bytes[2 * i + 1]) << 8U);
      values[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(bits));
      if (values[i] < least) damaged(Phrase("Error", "a run has a negative class"));
    }
    return values;
  }

  void check_margins(const KeptRun& run) const {
    if (run.margins.empty()) return;
    if (run.margins.size() != run.spec.points.size())
      damaged(Phrase("Error", "a run has not the margins of each point"));
    const auto images = static_cast<std::int64_t>(run.labels.size());
    for (std::size_t point = 0; point < run.margins.size(); ++point) {
      const std::int64_t blocks = block_schedule(run.spec, run.spec.points[point], images).block_count();
      if (static_cast<std::int64_t>(run.margins[point].size()) != blocks) {
        damaged(Phrase("Error", "a run has not one margin for each block"));
      }
      for (const std::optional<double>& margin : run.margins[point]) {
        if (margin && !std::isfinite(*margin)) damaged(Phrase("Error", "a run has an impossible margin"));
      }
    }
  }

  KeptRun described(const json& text) const {
    KeptRun run;
    run.spec = study_spec_from_json(text.at("spec"));
    for (const json& entry : text.at("provenance"))
      run.provenance.emplace_back(entry.at(0).get<std::string>(), entry.at(1).get<std::string>());
    run.calibration = text.at("calibration").get<std::string>();
    run.seconds = text.at("seconds").get<std::vector<double>>();
    image_count_ = text.at("images").get<std::size_t>();
    for (const json& point : text.value("margins", json::array())) {
      std::vector<std::optional<double>>& margins = run.margins.emplace_back();
      for (const json& margin : point)
        margins.push_back(margin.is_null() ? std::nullopt : std::optional(margin.get<double>()));
    }
    if (run.seconds.size() != run.spec.points.size())
      damaged(Phrase("Error", "a run has not one duration for each point"));
    for (const double seconds : run.seconds) {
      if (!std::isfinite(seconds) || seconds < 0) damaged(Phrase("Error", "a run has an impossible duration"));
    }
    return run;
  }

  SQLite::Statement& row_;
  const std::filesystem::path& path_;
  mutable std::size_t image_count_ = 0;
};

}  // namespace

void put_runs(SQLite::Database& database, std::span<const std::shared_ptr<const KeptRun>> runs) {
  SQLite::Statement statement(
      database, "INSERT INTO run (position, description, labels, predictions, digest) VALUES (?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const std::shared_ptr<const KeptRun>& run : runs) {
    const std::string description = description_of(*run);
    std::vector<std::byte> labels;
    append_row_bytes(labels, run->labels);
    std::vector<std::byte> predictions;
    predictions.reserve(run->labels.size() * run->predictions.size() * 2);
    for (const std::vector<std::int16_t>& point : run->predictions) append_row_bytes(predictions, point);
    if (predictions.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
      throw Error(ErrorKind::output, Phrase("Error", "A run is too large for a study file"), {},
                  Phrase("Error", "Use fewer images or points"));
    }
    statement.bind(1, position);
    statement.bind(2, description);
    statement.bind(3, labels.data(), static_cast<int>(labels.size()));
    statement.bind(4, predictions.data(), static_cast<int>(predictions.size()));
    statement.bind(5, RowDigest().add(position).add(description).add(labels).add(predictions).hex());
    statement.exec();
    statement.reset();
    ++position;
  }
}

std::int64_t for_each_run(SQLite::Database& database, const std::filesystem::path& path,
                          const std::function<void(KeptRun)>& visit) {
  SQLite::Statement rows(database,
                         "SELECT position, description, labels, predictions, digest FROM run ORDER BY position");
  std::int64_t position = 0;
  while (rows.executeStep()) visit(RunRow(rows, path).read(position++));
  return position;
}

}  // namespace acim
