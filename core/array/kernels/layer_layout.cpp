#include "array/kernels/layer_layout.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "array/kernels/transposed_bits.h"
#include "base/error.h"

namespace acim {
int SlotLayout::words_per_group() const {
  return weight_bits / std::gcd(weight_bits, kSlotsPerWord);
}

int SlotLayout::sets_per_group() const {
  return kSlotsPerWord / std::gcd(weight_bits, kSlotsPerWord);
}

SlotLayout slot_layout(int weight_bits, std::int64_t outputs) {
  SlotLayout best{.weight_bits = weight_bits,
                  .blocks = static_cast<int>((outputs + kBlockOutputs - 1) / kBlockOutputs),
                  .block_lanes = 1};
  // Adding a row of 128 or 256 bits takes about the same time, one of 512 twice as much (Zen 4; less elsewhere).
  constexpr std::array<std::pair<int, double>, 3> kCosts = {{{4, 1.9}, {2, 1.05}, {1, 1.0}}};
  double least = std::numeric_limits<double>::infinity();
  SlotLayout layout = best;
  for (const auto& [lanes, cost] : kCosts) {
    layout.block_lanes = lanes;
    const double total = cost * layout.words();
    if (total < least) {
      least = total;
      best = layout;
    }
  }
  return best;
}

std::vector<Bank> banks_of(const LayerGeometry& geometry) {
  const std::int64_t outputs = geometry.outputs_per_group();
  const std::int64_t together = kBlockOutputs / std::gcd(outputs, std::int64_t{kBlockOutputs});
  std::vector<Bank> banks;
  for (std::int64_t group = 0; group < geometry.groups; group += together) {
    const std::int64_t groups = std::min(together, geometry.groups - group);
    banks.push_back({group, groups, group * outputs, groups * outputs});
  }
  return banks;
}

PaddedImage::PaddedImage(const LayerGeometry& geometry) {
  channels = static_cast<std::size_t>(geometry.channels);
  height = static_cast<std::size_t>(geometry.height + 2 * geometry.padding_height);
  width = static_cast<std::size_t>(geometry.width + 2 * geometry.padding_width);
  output_width = geometry.output_width();
}

bool PaddedImage::suits(const LayerGeometry& geometry) {
  constexpr double kMostBytes = 256e6;
  constexpr double kMostGrowth = 4;
  const double padded = static_cast<double>(geometry.height + 2 * geometry.padding_height) *
                        static_cast<double>(geometry.width + 2 * geometry.padding_width) *
                        static_cast<double>(geometry.channels);
  return padded <= kMostBytes || padded <= kMostGrowth * static_cast<double>(geometry.input_elements());
}

std::size_t PaddedImage::window(const LayerGeometry& geometry, std::int64_t position) const {
  const auto y = static_cast<std::size_t>(position / output_width * geometry.stride_height);
  const auto x = static_cast<std::size_t>(position % output_width * geometry.stride_width);
  return (y * width + x) * channels;
}

void PaddedImage::fill(const LayerGeometry& geometry, std::span<const std::int16_t> streamed, int shift,
                       std::span<std::uint8_t> image) const {
  std::fill(image.begin(), image.end(), std::uint8_t{0});
  const auto bits = [shift](std::int16_t value) {
    return static_cast<std::uint8_t>(static_cast<std::uint16_t>(value) >> static_cast<unsigned>(shift));
  };
  if (geometry.layout == OperandLayout::rows) {
    std::transform(streamed.begin(), streamed.end(), image.begin(), bits);
    return;
  }
  const auto rows = static_cast<std::size_t>(geometry.height);
  const auto columns = static_cast<std::size_t>(geometry.width);
  const auto top = static_cast<std::size_t>(geometry.padding_height);
  const auto left = static_cast<std::size_t>(geometry.padding_width);
  // Tiles of channels: the bytes of a pixel are written before its line leaves the cache.
  constexpr std::size_t kChannels = 16;
  for (std::size_t first = 0; first < channels; first += kChannels) {
    const std::size_t last = std::min(first + kChannels, channels);
    for (std::size_t y = 0; y < rows; ++y) {
      std::uint8_t* line = image.data() + ((y + top) * width + left) * channels;
      for (std::size_t channel = first; channel < last; ++channel) {
        const std::int16_t* values = streamed.data() + (channel * rows + y) * columns;
        for (std::size_t x = 0; x < columns; ++x) line[x * channels + channel] = bits(values[x]);
      }
    }
  }
}

BankCells::BankCells(const LayerGeometry& geometry, const Bank& bank, std::span<const std::int16_t> weights,
                     const std::vector<Chunk>& chunks, int weight_bits, const std::stop_token& stop)
    : bank_(bank), layout_(slot_layout(weight_bits, bank.outputs)) {
  const auto words = static_cast<std::size_t>(layout_.words());
  const std::size_t word_bytes = layout_.word_bytes();
  const std::int64_t outputs = geometry.outputs_per_group();
  const std::int64_t reduction = geometry.reduction();
  for (const Chunk& chunk : chunks) {
    const std::vector<Row> rows = rows_of(geometry, chunk);
    BankChunk packed;
    packed.rows = static_cast<int>(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0 && rows[r].offset == rows[r - 1].offset + 1) {
        ++packed.runs.back().length;
      } else {
        packed.runs.push_back({rows[r].offset, 1});
      }
    }
    const int lists = (packed.rows + kMostListedRows - 1) / kMostListedRows;
    const int longest = (packed.rows + lists - 1) / lists;
    for (int first = 0; first < packed.rows; first += longest) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the packing of weights was stopped");
      const RowList list{first, std::min(longest, packed.rows - first), cells_.size()};
      const std::size_t rows_with_zeros = static_cast<std::size_t>(list.rows) + 1;
      cells_.resize(cells_.size() + words * rows_with_zeros * word_bytes);
      for (int r = 0; r < list.rows; ++r) {
        const Row& row = rows[static_cast<std::size_t>(first) + static_cast<std::size_t>(r)];
        const std::size_t word_of_row = list.cells + static_cast<std::size_t>(r) * word_bytes;
        const std::int64_t first_output = row.group * outputs;  // of the bank
        for (std::int64_t output = first_output; output < first_output + outputs;) {
          // As many as stand in one byte of the cells.
          const std::int64_t end = std::min((output / 8 + 1) * 8, first_output + outputs);
          std::array<std::uint16_t, 8> integers{};
          for (std::int64_t o = output; o < end; ++o) {
            const auto at = static_cast<std::size_t>((bank_.first_output + o) * reduction + row.element);
            integers[static_cast<std::size_t>(o % 8)] = static_cast<std::uint16_t>(weights[at]);
          }
          set_cells(word_of_row, rows_with_zeros * word_bytes, output / 8, integers);
          output = end;
        }
      }
      packed.lists.push_back(list);
    }
    chunks_.push_back(std::move(packed));
  }
}

std::vector<BankCells::Row> BankCells::rows_of(const LayerGeometry& geometry, const Chunk& chunk) const {
  const PaddedImage image(geometry);
  const std::int64_t taps = geometry.elements_per_channel();
  const std::int64_t group_channels = geometry.channels_per_group();
  std::vector<Row> rows;
  for (std::int64_t group = 0; group < bank_.groups; ++group) {
    for (std::int64_t element = chunk.begin; element < chunk.end; ++element) {
      const std::int64_t channel = (bank_.first_group + group) * group_channels + element / taps;
      const std::int64_t tap = element % taps;
      const auto y = static_cast<std::size_t>(tap / geometry.kernel_width * geometry.dilation_height);
      const auto x = static_cast<std::size_t>(tap % geometry.kernel_width * geometry.dilation_width);
      rows.push_back({(y * image.width + x) * image.channels + static_cast<std::size_t>(channel), group, element});
    }
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.offset < b.offset; });
  return rows;
}

void BankCells::set_cells(std::size_t word_of_row, std::size_t words_apart, std::int64_t eight,
                          const std::array<std::uint16_t, 8>& integers) {
  // Byte i: bit i of the eight integers.
  std::uint64_t low_bits = 0;
  std::uint8_t high_bits = 0;
  for (std::size_t o = 0; o < integers.size(); ++o) {
    low_bits |= std::uint64_t{integers[o] & 0xFFU} << (8 * o);
    high_bits = static_cast<std::uint8_t>(high_bits | (integers[o] >> 8U & 1U) << o);
  }
  low_bits = transposed_bits(low_bits);
  const auto block = static_cast<int>(eight / 2);
  const int set = block / layout_.block_lanes;
  const std::size_t in_lane =
      static_cast<std::size_t>(block % layout_.block_lanes) * 16 + static_cast<std::size_t>(eight % 2);
  for (int i = 0; i < layout_.weight_bits; ++i) {
    const int slot = set * layout_.weight_bits + i;
    const auto word = static_cast<std::size_t>(slot / SlotLayout::kSlotsPerWord);
    const auto element = static_cast<std::size_t>(slot % SlotLayout::kSlotsPerWord);
    const auto bits = i < 8 ? static_cast<std::uint8_t>(low_bits >> (8 * static_cast<unsigned>(i))) : high_bits;
    std::uint8_t& cells = cells_[word_of_row + word * words_apart + in_lane + element * 2];
    cells = static_cast<std::uint8_t>(cells | bits);
  }
}

std::size_t BankCells::size_in_bytes() const {
  std::size_t bytes = sizeof(BankCells) + cells_.size();
  for (const BankChunk& chunk : chunks_) {
    bytes += sizeof(BankChunk) + chunk.runs.size() * sizeof(GatherRun) + chunk.lists.size() * sizeof(RowList);
  }
  return bytes;
}

}  // namespace acim
