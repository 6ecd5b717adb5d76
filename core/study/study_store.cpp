#include "study/study_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "study/block_schedule.h"
#include "study/kept_run_table.h"
#include "study/row_digest.h"
#include "study/study_file.h"

namespace acim {

namespace {

/// More than any data set holds; times the most points of a study it is still a count.
constexpr std::int64_t kMostImages = std::int64_t{1} << 40U;
static_assert(kMostImages < std::numeric_limits<std::int64_t>::max() / static_cast<std::int64_t>(kMostStudyPoints));

using Provenance = std::vector<std::pair<std::string, std::string>>;

std::string entry_digest(const std::string& key, const std::string& value) {
  return RowDigest().add(key).add(value).hex();
}

void put_entry(SQLite::Database& database, const std::string& key, const std::string& value) {
  SQLite::Statement statement(database, "INSERT OR REPLACE INTO entry (key, value, digest) VALUES (?, ?, ?)");
  statement.bind(1, key);
  statement.bind(2, value);
  statement.bind(3, entry_digest(key, value));
  statement.exec();
}

/// "1", or "1, 2, 3" where points differ.
std::string seeds_text(const StudySpec& spec) {
  std::vector<std::uint64_t> seeds;
  std::string text;
  for (const StudyPoint& point : spec.points) {
    const std::uint64_t seed = point.settings.macro.seed;
    if (std::find(seeds.begin(), seeds.end(), seed) != seeds.end()) continue;
    seeds.push_back(seed);
    text += fmt::format("{}{}", seeds.size() > 1 ? ", " : "", seed);
  }
  return text;
}

Provenance with_seeds(Provenance provenance, const StudySpec& spec) {
  const auto is_seed = [](const auto& pair) { return pair.first == "seed"; };
  if (std::none_of(provenance.begin(), provenance.end(), is_seed)) provenance.emplace_back("seed", seeds_text(spec));
  return provenance;
}

void put_provenance(SQLite::Database& database, const Provenance& provenance) {
  SQLite::Statement statement(database, "INSERT INTO provenance (position, key, value, digest) VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < provenance.size(); ++i) {
    const auto position = static_cast<std::int64_t>(i);
    const auto& [key, value] = provenance[i];
    statement.bind(1, position);
    statement.bind(2, key);
    statement.bind(3, value);
    statement.bind(4, RowDigest().add(position).add(key).add(value).hex());
    statement.exec();
    statement.reset();
  }
  put_entry(database, "provenance_count", fmt::format("{}", provenance.size()));
}

std::vector<std::byte> bytes_of(const std::vector<std::int16_t>& values) {
  std::vector<std::byte> bytes;
  bytes.reserve(values.size() * 2);
  append_row_bytes(bytes, values);
  return bytes;
}

std::string block_digest(const StudyStore::Block& block, std::span<const std::byte> predictions,
                         std::span<const std::byte> labels) {
  RowDigest digest;
  digest.add(std::int64_t{block.point}).add(block.first_image).add(block.seconds).add(predictions).add(labels);
  return digest.hex();
}

void put_blocks(SQLite::Database& database, const std::vector<StudyStore::Block>& blocks) {
  SQLite::Statement statement(database,
                              "INSERT INTO block (point, first_image, seconds, predictions, labels, digest) "
                              "VALUES (?, ?, ?, ?, ?, ?)");
  for (const StudyStore::Block& block : blocks) {
    const auto predictions = bytes_of(block.predictions);
    const auto labels = bytes_of(block.labels);
    statement.bind(1, block.point);
    statement.bind(2, block.first_image);
    statement.bind(3, block.seconds);
    statement.bind(4, predictions.data(), static_cast<int>(predictions.size()));
    statement.bind(5, labels.data(), static_cast<int>(labels.size()));
    statement.bind(6, block_digest(block, predictions, labels));
    statement.exec();
    statement.reset();
  }
}

/// An entry, so that studies without margins are as they were.
std::string margin_key(std::int64_t point, std::int64_t first_image) {
  return fmt::format("margin/{}/{}", point, first_image);
}

void put_margins(SQLite::Database& database, const std::vector<StudyStore::Block>& blocks) {
  for (const StudyStore::Block& block : blocks) {
    if (block.margin) put_entry(database, margin_key(block.point, block.first_image), fmt::format("{}", *block.margin));
  }
}

/// What a study file holds besides its blocks, read and checked.
struct Contents {
  StudySpec spec;
  Provenance provenance;
  std::int64_t image_count = 0;
  std::string calibration;
  std::int64_t block_count = 0;
  std::int64_t committed_images = 0;
  std::string window;
};

/// Reads a study file; whatever it holds, it ends with checked values or Error(input).
class StudyReader {
 public:
  StudyReader(SQLite::Database& database, const std::filesystem::path& path) : database_(database), path_(path) {}

  Contents contents() const {
    Contents contents;
    const auto entries = read_entries();
    contents.spec = spec_from(required(entries, "spec"));
    contents.calibration = required(entries, "calibration");
    contents.image_count = whole_number(required(entries, "image_count"));
    if (contents.image_count > kMostImages) damaged(Phrase("Error", "{} images").filled_with(contents.image_count));
    contents.block_count = whole_number(required(entries, "block_count"));
    contents.provenance = read_provenance();
    if (static_cast<std::int64_t>(contents.provenance.size()) != whole_number(required(entries, "provenance_count"))) {
      damaged(Phrase("Error", "a row of the provenance is missing"));
    }
    std::int64_t blocks = 0;
    for_each_block(contents.spec, contents.image_count, [&](const StudyStore::Block& block) {
      ++blocks;
      contents.committed_images += static_cast<std::int64_t>(block.predictions.size());
    });
    if (blocks != contents.block_count)
      damaged(Phrase("Error", "{} of {} blocks found").filled_with(blocks, contents.block_count));
    if (version() >= 2) {
      contents.window = required(entries, "window");
      const std::int64_t runs = for_each_run(database_, path_, [](const KeptRun&) {});
      if (runs != whole_number(required(entries, "run_count"))) damaged(Phrase("Error", "a run is missing"));
    }
    return contents;
  }

  int version() const { return database_.execAndGet("PRAGMA user_version").getInt(); }

  /// In the order of points and images.
  template <typename Visit>
  void for_each_block(const StudySpec& spec, std::int64_t image_count, const Visit& visit) const {
    SQLite::Statement rows(database_,
                           "SELECT point, first_image, seconds, predictions, labels, digest FROM block "
                           "ORDER BY point, first_image");
    const auto entries = read_entries();
    while (rows.executeStep()) {
      StudyStore::Block block = block_of(rows, spec, image_count);
      const auto margin = entries.find(margin_key(block.point, block.first_image));
      if (margin != entries.end()) block.margin = finite_number(margin->second);
      visit(std::move(block));
    }
  }

 private:
  [[noreturn]] void damaged(const Phrase& what) const {
    throw Error(ErrorKind::input, Phrase("Error", "The study file is damaged: {}").filled_with(what), path_.string(),
                Phrase("Error", "The file was left as it was; open a copy of it, or start a new study"));
  }

  const std::string& required(const std::map<std::string, std::string>& entries, const std::string& key) const {
    const auto found = entries.find(key);
    if (found == entries.end()) damaged(Phrase("Error", "the entry \"{}\" is missing").filled_with(key));
    return found->second;
  }

  std::map<std::string, std::string> read_entries() const {
    std::map<std::string, std::string> entries;
    SQLite::Statement rows(database_, "SELECT key, value, digest FROM entry");
    while (rows.executeStep()) {
      const std::string key = rows.getColumn(0).getString();
      const std::string value = rows.getColumn(1).getString();
      if (rows.getColumn(2).getString() != entry_digest(key, value))
        damaged(Phrase("Error", "the entry \"{}\" was changed").filled_with(key));
      entries[key] = value;
    }
    return entries;
  }

  Provenance read_provenance() const {
    Provenance provenance;
    SQLite::Statement rows(database_, "SELECT position, key, value, digest FROM provenance ORDER BY position");
    while (rows.executeStep()) {
      const std::int64_t position = rows.getColumn(0).getInt64();
      const std::string key = rows.getColumn(1).getString();
      const std::string value = rows.getColumn(2).getString();
      if (position != static_cast<std::int64_t>(provenance.size()) ||
          rows.getColumn(3).getString() != RowDigest().add(position).add(key).add(value).hex()) {
        damaged(Phrase("Error", "the provenance was changed"));
      }
      provenance.emplace_back(key, value);
    }
    return provenance;
  }

  StudySpec spec_from(const std::string& text) const {
    try {
      return study_spec_from_json(nlohmann::json::parse(text));
    } catch (const nlohmann::json::exception& exception) {
      damaged(Phrase("Error", "its description is no JSON ({})").filled_with(exception.what()));
    } catch (const Error& error) {
      throw Error(ErrorKind::input, error.problem_phrase(), fmt::format("{}, {}", path_.string(), error.where()),
                  error.remedy_phrase());
    }
  }

  std::int64_t whole_number(const std::string& text) const {
    const bool digits = !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) damaged(Phrase("Error", "\"{}\" is not a count").filled_with(text));
    return std::stoll(text);
  }

  double finite_number(const std::string& text) const {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
      damaged(Phrase("Error", "\"{}\" is not a number").filled_with(text));
    }
    return value;
  }

  std::vector<std::int16_t> integers_of(std::span<const std::byte> bytes) const {
    if (bytes.size() % 2 != 0) damaged(Phrase("Error", "a block has half a value"));
    std::vector<std::int16_t> values;
    values.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
      const unsigned bits = std::to_integer<unsigned>(bytes[i]) | (std::to_integer<unsigned>(bytes[i + 1]) << 8U);
      if (bits > static_cast<unsigned>(std::numeric_limits<std::int16_t>::max()))
        damaged(Phrase("Error", "a block has a negative class"));
      values.push_back(static_cast<std::int16_t>(bits));
    }
    return values;
  }

  StudyStore::Block block_of(SQLite::Statement& row, const StudySpec& spec, std::int64_t image_count) const {
    const std::int64_t point = row.getColumn(0).getInt64();
    StudyStore::Block block;
    block.first_image = row.getColumn(1).getInt64();
    block.seconds = row.getColumn(2).getDouble();
    const auto blob = [](const SQLite::Column& column) {
      const auto* data = static_cast<const std::byte*>(column.getBlob());
      return std::span<const std::byte>(data, static_cast<std::size_t>(column.getBytes()));
    };
    const SQLite::Column predictions = row.getColumn(3);
    const SQLite::Column labels = row.getColumn(4);
    if (point < 0 || point >= static_cast<std::int64_t>(spec.points.size()))
      damaged(Phrase("Error", "a block of an unknown point"));
    block.point = static_cast<int>(point);
    if (block_digest(block, blob(predictions), blob(labels)) != row.getColumn(5).getString()) {
      damaged(Phrase("Error", "the block of point {} at image {} was changed").filled_with(point, block.first_image));
    }
    block.predictions = integers_of(blob(predictions));
    block.labels = integers_of(blob(labels));
    const ImageRange range{block.first_image, static_cast<std::int64_t>(block.predictions.size())};
    const auto schedule = block_schedule(spec, spec.points[static_cast<std::size_t>(point)], image_count);
    const bool fits = range.first >= 0 && range.first < image_count &&
                      block.labels.size() == block.predictions.size() &&
                      schedule.block(schedule.block_of_image(range.first)) == range && std::isfinite(block.seconds) &&
                      block.seconds >= 0;
    if (!fits)
      damaged(Phrase("Error", "the block of point {} at image {} does not fit the study")
                  .filled_with(point, block.first_image));
    return block;
  }

  SQLite::Database& database_;
  const std::filesystem::path& path_;
};

class SqliteStudyStore : public StudyStore {
 public:
  explicit SqliteStudyStore(std::filesystem::path path) : path_(std::move(path)) {
    database_ = open_study_file(path_, [&](SQLite::Database& database) { StudyReader(database, path_).contents(); });
    // What counts is what this connection sees, with its log replayed, now that nobody else can write.
    try {
      contents_ = StudyReader(*database_, path_).contents();
    } catch (const SQLite::Exception& exception) {
      throw study_file_error(exception, path_);
    }
  }

  const std::filesystem::path& path() const override { return path_; }
  const StudySpec& spec() const override { return contents_.spec; }
  Provenance provenance() const override { return contents_.provenance; }

  void set_image_count(std::int64_t images) override {
    const std::lock_guard lock(mutex_);
    if (contents_.image_count == images) return;
    if (contents_.image_count != 0) {
      throw Error(ErrorKind::input,
                  Phrase("Error", "The study was made on {} images, now there are {}")
                      .filled_with(contents_.image_count, images),
                  path_.string(), Phrase("Error", "Continue it with the same images, or start a new study"));
    }
    if (images < 1 || images > kMostImages) {
      throw Error(ErrorKind::input, Phrase("Error", "A study cannot run on {} images").filled_with(images),
                  path_.string(), Phrase("Error", "1 to {} are possible").filled_with(kMostImages));
    }
    write([&] { put_entry(*database_, "image_count", fmt::format("{}", images)); });
    contents_.image_count = images;
  }
  std::int64_t image_count() const override {
    const std::lock_guard lock(mutex_);
    return contents_.image_count;
  }

  void add(Block block) override {
    const std::lock_guard lock(mutex_);
    pending_.push_back(std::move(block));
  }

  void commit() override {
    const std::lock_guard lock(mutex_);
    if (pending_.empty()) return;
    const auto count = contents_.block_count + static_cast<std::int64_t>(pending_.size());
    write([&] {
      put_blocks(*database_, pending_);
      put_margins(*database_, pending_);
      put_entry(*database_, "block_count", fmt::format("{}", count));
    });
    contents_.block_count = count;
    for (const Block& block : pending_)
      contents_.committed_images += static_cast<std::int64_t>(block.predictions.size());
    pending_.clear();
  }

  std::vector<Block> blocks() const override {
    const std::lock_guard lock(mutex_);
    std::vector<Block> blocks;
    try {
      StudyReader(*database_, path_).for_each_block(contents_.spec, contents_.image_count, [&](Block block) {
        blocks.push_back(std::move(block));
      });
    } catch (const SQLite::Exception& exception) {
      throw study_file_error(exception, path_);
    }
    return blocks;
  }

  bool complete() const override {
    const std::lock_guard lock(mutex_);
    const auto points = static_cast<std::int64_t>(contents_.spec.points.size());
    return contents_.image_count > 0 && contents_.committed_images == points * contents_.image_count;
  }

  void set_calibration(const std::string& json) override {
    const std::lock_guard lock(mutex_);
    if (contents_.calibration == json) return;
    write([&] { put_entry(*database_, "calibration", json); });
    contents_.calibration = json;
  }
  std::string calibration() const override {
    const std::lock_guard lock(mutex_);
    return contents_.calibration;
  }
  StudyExtras extras() const override {
    const std::lock_guard lock(mutex_);
    StudyExtras extras;
    extras.window = contents_.window;
    try {
      if (StudyReader(*database_, path_).version() < 2) return extras;
      for_each_run(*database_, path_,
                   [&](KeptRun run) { extras.runs.push_back(std::make_shared<const KeptRun>(std::move(run))); });
    } catch (const SQLite::Exception& exception) {
      throw study_file_error(exception, path_);
    }
    return extras;
  }

 private:
  /// All of `changes` or, on Error, nothing.
  template <typename Changes>
  void write(const Changes& changes) {
    try {
      SQLite::Transaction transaction(*database_);
      changes();
      transaction.commit();
    } catch (const SQLite::Exception& exception) {
      throw study_file_error(exception, path_);
    }
  }

  const std::filesystem::path path_;
  mutable std::mutex mutex_;
  Contents contents_;
  std::vector<Block> pending_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace

std::unique_ptr<StudyStore> StudyStore::create(const std::filesystem::path& path, const StudySpec& spec,
                                               const std::vector<std::pair<std::string, std::string>>& provenance,
                                               const StudyExtras& extras) {
  validate(spec);
  try {
    create_study_file(path, [&](SQLite::Database& database) {
      put_entry(database, "spec", to_json(spec).dump());
      put_entry(database, "calibration", "");
      put_entry(database, "image_count", "0");
      put_entry(database, "block_count", "0");
      put_provenance(database, with_seeds(provenance, spec));
      put_entry(database, "window", extras.window);
      put_entry(database, "run_count", fmt::format("{}", extras.runs.size()));
      put_runs(database, extras.runs);
    });
  } catch (const SQLite::Exception& exception) {
    throw study_file_error(exception, path);
  } catch (const nlohmann::json::exception& exception) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "The study's description is no text in UTF-8 ({})").filled_with(exception.what()),
                path.string(), Phrase("Error", "Rename the network or the images"));
  }
  return std::make_unique<SqliteStudyStore>(path);
}

std::unique_ptr<StudyStore> StudyStore::open(const std::filesystem::path& path) {
  return std::make_unique<SqliteStudyStore>(path);
}

}  // namespace acim
