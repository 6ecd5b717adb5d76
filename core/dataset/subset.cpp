#include "dataset/subset.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/error.h"
#include "base/random.h"
#include "dataset/content_hash.h"

namespace acim {
namespace {

constexpr std::uint64_t kMostImages = std::uint64_t{1} << 40U;
Phrase ways_to_choose() {
  return Phrase("Error", "A subset is first:N, random:N[:SEED] or balanced:N[:SEED]; N may be all.");
}

std::uint64_t number(std::string_view text, std::uint64_t least, std::uint64_t most, const std::string& where) {
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no number of a subset").filled_with(text), where,
                ways_to_choose());
  }
  return value;
}

/// Up to the next colon, which is dropped.
std::string_view take_item(std::string_view& text) {
  const std::string_view item = text.substr(0, text.find(':'));
  text.remove_prefix(std::min(text.size(), item.size() + 1));
  return item;
}

std::string_view choice_name(Subset::Choice choice) {
  switch (choice) {
    case Subset::Choice::first:
      return "first";
    case Subset::Choice::random:
      return "random";
    case Subset::Choice::balanced:
      return "balanced";
  }
  throw Error(ErrorKind::internal, "an unknown choice of images");
}

/// Images sorted by a mix of seed and index: a random permutation (equal mixes, if ever, by index).
std::vector<std::int64_t> shuffled(std::size_t count, std::uint64_t seed) {
  std::vector<std::pair<std::uint64_t, std::int64_t>> keys;
  keys.reserve(count);
  for (std::size_t i = 0; i < count; ++i) keys.emplace_back(mix64(mix64(seed), i), static_cast<std::int64_t>(i));
  std::sort(keys.begin(), keys.end());
  std::vector<std::int64_t> order;
  order.reserve(count);
  for (const auto& [key, index] : keys) order.push_back(index);
  return order;
}

/// Rank within the class first; the classes of each rank in a random order, so that a cut prefers none.
std::vector<std::int64_t> balanced(std::span<const int> labels, std::uint64_t seed) {
  struct Place {
    std::uint64_t rank;
    std::uint64_t key;
    std::int64_t index;
    bool operator<(const Place& other) const {
      return std::tie(rank, key, index) < std::tie(other.rank, other.key, other.index);
    }
  };
  std::vector<Place> places;
  places.reserve(labels.size());
  std::map<int, std::uint64_t> seen;
  for (const std::int64_t index : shuffled(labels.size(), seed)) {
    const int label = labels[static_cast<std::size_t>(index)];
    const std::uint64_t rank = seen[label]++;
    places.push_back({rank, mix64(mix64(mix64(seed), rank), static_cast<std::uint64_t>(label)), index});
  }
  std::sort(places.begin(), places.end());
  std::vector<std::int64_t> order;
  order.reserve(places.size());
  for (const Place& place : places) order.push_back(place.index);
  return order;
}

class SubsetView final : public ImageSet {
 public:
  SubsetView(std::shared_ptr<const ImageSet> images, std::vector<std::int64_t> order, std::string name)
      : images_(std::move(images)), order_(std::move(order)), name_(std::move(name)) {}
  std::string name() const override { return name_; }
  std::int64_t size() const override { return static_cast<std::int64_t>(order_.size()); }
  ImageShape shape() const override { return images_->shape(); }
  std::span<const std::string> class_names() const override { return images_->class_names(); }
  int label(std::int64_t index) const override { return images_->label(order_.at(static_cast<std::size_t>(index))); }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    check_read(*this, index, pixels.size());
    images_->read(order_[static_cast<std::size_t>(index)], pixels);
  }
  std::string hash() const override { return hash_.of(*this); }
  std::vector<BrokenImage> broken_images() const override { return images_->broken_images(); }

 private:
  std::shared_ptr<const ImageSet> images_;
  std::vector<std::int64_t> order_;
  std::string name_;
  ContentHash hash_;
};

}  // namespace

Subset parse_subset(std::string_view text, const std::string& where) {
  Subset subset;
  const std::string_view choice = take_item(text);
  if (choice == "random") {
    subset.choice = Subset::Choice::random;
  } else if (choice == "balanced") {
    subset.choice = Subset::Choice::balanced;
  } else if (choice != "first") {
    throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is no way to choose images").filled_with(choice), where,
                ways_to_choose());
  }
  const std::string_view count = take_item(text);
  if (count != "all") subset.count = static_cast<std::int64_t>(number(count, 1, kMostImages, where));
  if (!text.empty() && subset.choice != Subset::Choice::first) {
    subset.seed = number(take_item(text), 0, UINT64_MAX, where);
  }
  if (!text.empty())
    throw Error(ErrorKind::usage, Phrase("Error", "\"{}\" is left over").filled_with(text), where, ways_to_choose());
  return subset;
}

std::string subset_text(const Subset& subset) {
  const std::string count = subset.count > 0 ? fmt::format("{}", subset.count) : "all";
  if (subset.choice == Subset::Choice::first) return "first:" + count;
  return fmt::format("{}:{}:{}", choice_name(subset.choice), count, subset.seed);
}

std::optional<Subset> take_subset(std::string& specification) {
  constexpr std::string_view kKey = "subset=";
  const std::size_t key = specification.rfind(kKey);
  if (key == std::string::npos || key == 0) return std::nullopt;
  const char separator = specification[key - 1];
  // After a colon only where nothing but the kind stands before it: a path may have one.
  if (separator != ',' && (separator != ':' || specification.find(':') != key - 1)) return std::nullopt;
  const std::size_t end = std::min(specification.find(',', key), specification.size());
  const std::size_t begin = key + kKey.size();
  const Subset subset = parse_subset(std::string_view(specification).substr(begin, end - begin), specification);
  const bool options_follow = separator == ':' && end < specification.size();
  specification.erase(options_follow ? key : key - 1, options_follow ? end + 1 - key : end - (key - 1));
  return subset;
}

std::vector<std::int64_t> subset_order(const Subset& subset, std::span<const int> labels) {
  if (subset.choice == Subset::Choice::random) return shuffled(labels.size(), subset.seed);
  if (subset.choice == Subset::Choice::balanced) return balanced(labels, subset.seed);
  std::vector<std::int64_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0);
  return order;
}

std::shared_ptr<const ImageSet> take_subset_of(std::shared_ptr<const ImageSet> images, const Subset& subset) {
  if (subset.count > images->size()) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "{} images are asked for, there are {}").filled_with(subset.count, images->size()),
                images->name(), Phrase("Error", "Ask for fewer."));
  }
  std::vector<int> labels(static_cast<std::size_t>(images->size()));
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = images->label(static_cast<std::int64_t>(i));
  std::vector<std::int64_t> order = subset_order(subset, labels);
  if (subset.count > 0) order.resize(static_cast<std::size_t>(subset.count));
  std::string name = fmt::format("{} ({})", images->name(), subset_text(subset));
  return std::make_shared<SubsetView>(std::move(images), std::move(order), std::move(name));
}

}  // namespace acim
