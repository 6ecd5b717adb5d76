#include "ui/model/known_results.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "study/block_schedule.h"

namespace acim::ui {

namespace {

class KnownStore : public StudyStore {
 public:
  KnownStore(StudySpec spec, std::vector<Block> blocks) : spec_(std::move(spec)), blocks_(std::move(blocks)) {}

  const std::filesystem::path& path() const override { return path_; }
  const StudySpec& spec() const override { return spec_; }
  std::vector<std::pair<std::string, std::string>> provenance() const override { return {}; }
  StudyExtras extras() const override { return {}; }
  void set_image_count(std::int64_t images) override { image_count_ = images; }
  std::int64_t image_count() const override { return image_count_; }
  void add(Block) override {}
  void commit() override {}
  std::vector<Block> blocks() const override { return blocks_; }
  bool complete() const override { return false; }
  void set_calibration(const std::string&) override {}
  std::string calibration() const override { return {}; }

 private:
  std::filesystem::path path_;
  StudySpec spec_;
  std::vector<Block> blocks_;
  std::int64_t image_count_ = 0;
};

}  // namespace

std::unique_ptr<StudyStore> store_of_known(const StudySpec& spec, const KnownPredictions& known,
                                           const Evaluator& evaluator) {
  const std::int64_t all = evaluator.image_count();
  const std::int64_t image_count = spec.subject.images > 0 ? std::min(spec.subject.images, all) : all;
  std::vector<StudyStore::Block> blocks;
  std::size_t begin = 0;  // of the search for the next point
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    const auto is_same = [&](const StudyPoint& one) { return one.settings == spec.points[point].settings; };
    // Mostly they come in the same order.
    const auto next = known.points.begin() + static_cast<std::ptrdiff_t>(std::min(begin, known.points.size()));
    auto same = std::find_if(next, known.points.end(), is_same);
    if (same == known.points.end()) {
      same = std::find_if(known.points.begin(), next, is_same);
      if (same == next) continue;
    }
    begin = static_cast<std::size_t>(same - known.points.begin()) + 1;
    const std::vector<int>& predictions = known.predictions[static_cast<std::size_t>(same - known.points.begin())];
    const BlockSchedule schedule = block_schedule(spec, spec.points[point], image_count);
    for (std::int64_t index = 0; index < schedule.block_count(); ++index) {
      const ImageRange range = schedule.block(index);
      if (range.first + range.count > static_cast<std::int64_t>(predictions.size())) break;
      const auto first = predictions.begin() + range.first;
      if (std::any_of(first, first + range.count, [](int prediction) { return prediction < 0; })) continue;
      StudyStore::Block block;
      block.point = static_cast<int>(point);
      block.first_image = range.first;
      for (std::int64_t image = range.first; image < range.first + range.count; ++image) {
        block.predictions.push_back(static_cast<std::int16_t>(predictions[static_cast<std::size_t>(image)]));
        block.labels.push_back(static_cast<std::int16_t>(evaluator.label(image)));
      }
      blocks.push_back(std::move(block));
    }
  }
  return std::make_unique<KnownStore>(spec, std::move(blocks));
}

}  // namespace acim::ui
