#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "array/kernels/aligned.h"
#include "array/layer_geometry.h"
#include "array/mapping.h"

namespace acim {

/// Conversions that go through a kernel together: 64 lanes, four blocks of 16 outputs.
inline constexpr std::size_t kRecordLanes = 64;
inline constexpr int kRecordBlocks = 4;
/// Outputs of a block: what one block of random bytes serves (LayerDraws).
inline constexpr int kBlockOutputs = 16;
/// A list of rows counts them in a byte, the row of zeros behind the last included.
inline constexpr int kMostListedRows = 255;

/// How weight bits lie in a row's words. A 128-bit lane of a word holds 8 slots of 16 outputs (bit o of the 16-bit
/// element v: slot v, output o). Slots run through the weight bits of one set of `block_lanes` blocks after the other:
/// slot = set * weight_bits + i; word = slot / 8. So the counts of a slot, one byte an output, are a record (or, with
/// fewer than four lanes, the part of a record that belongs to one position).
struct SlotLayout {
  static constexpr int kSlotsPerWord = 8;

  int weight_bits = 8;
  int blocks = 1;       ///< of 16 outputs
  int block_lanes = 1;  ///< blocks side by side in a word: 1, 2 or 4

  /// Positions that share a record.
  int positions() const { return kRecordBlocks / block_lanes; }
  int block_sets() const { return (blocks + block_lanes - 1) / block_lanes; }
  int slots() const { return block_sets() * weight_bits; }
  int words() const { return (slots() + kSlotsPerWord - 1) / kSlotsPerWord; }
  std::size_t word_bytes() const { return std::size_t{16} * static_cast<std::size_t>(block_lanes); }
  /// Words that hold whole sets of blocks between them, and these sets.
  int words_per_group() const;
  int sets_per_group() const;
};

/// The number of lanes that costs least for so many blocks and weight bits.
SlotLayout slot_layout(int weight_bits, std::int64_t outputs);

/// Outputs that are computed together, all with a first output that is a multiple of 16: a group of the layer, or
/// several side by side (each has zeros in the rows of the others) until their outputs fill whole blocks.
struct Bank {
  std::int64_t first_group = 0;
  std::int64_t groups = 1;
  std::int64_t first_output = 0;
  std::int64_t outputs = 0;
};
std::vector<Bank> banks_of(const LayerGeometry& geometry);

/// Bytes of a window that lie side by side in a padded image: `length` channels of one tap.
struct GatherRun {
  std::size_t offset = 0;  ///< from the first element of the window's first pixel
  std::size_t length = 0;
};

/// At most 255 rows, with a row of zeros behind them: rows [first_row, first_row + rows) of the chunk.
struct RowList {
  int first_row = 0;
  int rows = 0;
  std::size_t cells = 0;  ///< offset of the first word's rows in BankCells::cells
};

/// The cells of one bank and chunk. Rows of a chunk may stand in any order: here by tap, then channel, as a window is
/// gathered fastest.
struct BankChunk {
  int rows = 0;
  std::vector<GatherRun> runs;
  std::vector<RowList> lists;
};

/// The streamed integers of one image as bytes, channels innermost, with the padding around them: a window is a few
/// runs of bytes. Linear layers are images of one column.
struct PaddedImage {
  explicit PaddedImage(const LayerGeometry& geometry);

  std::size_t channels = 0;  ///< per pixel
  std::size_t height = 0;
  std::size_t width = 0;
  /// Whether such an image is worth making: padding may be many times the input.
  static bool suits(const LayerGeometry& geometry);

  /// Readable beyond the last byte.
  static constexpr std::size_t kSlack = 64;

  std::size_t bytes() const { return channels * height * width; }
  /// First byte of a position's window.
  std::size_t window(const LayerGeometry& geometry, std::int64_t position) const;
  std::int64_t output_width = 1;
  /// Bits [shift, shift + 8) of the integers; `image` has bytes() + kSlack elements.
  void fill(const LayerGeometry& geometry, std::span<const std::int16_t> streamed, int shift,
            std::span<std::uint8_t> image) const;
};

/// The stationary operand as words of weight bits, one for each row; see SlotLayout. For a list of rows the words lie
/// [word][row], a row of zeros last.
class BankCells {
 public:
  /// Error(cancelled) when `stop` is requested.
  BankCells(const LayerGeometry& geometry, const Bank& bank, std::span<const std::int16_t> weights,
            const std::vector<Chunk>& chunks, int weight_bits, const std::stop_token& stop = {});

  const Bank& bank() const { return bank_; }
  const SlotLayout& layout() const { return layout_; }
  const std::vector<BankChunk>& chunks() const { return chunks_; }
  const std::uint8_t* cells(const RowList& list) const { return cells_.data() + list.cells; }
  std::size_t size_in_bytes() const;

 private:
  /// One row of a chunk: which elements of which group it holds.
  struct Row {
    std::size_t offset;  ///< in the padded image, from the window's first byte
    std::int64_t group;  ///< of the bank
    std::int64_t element;
  };
  std::vector<Row> rows_of(const LayerGeometry& geometry, const Chunk& chunk) const;
  /// Outputs 8 eight ... 8 eight + 7 of the bank in one row; bits of integers are added to those that are there.
  void set_cells(std::size_t word_of_row, std::size_t words_apart, std::int64_t eight,
                 const std::array<std::uint16_t, 8>& integers);

  Bank bank_;
  SlotLayout layout_;
  std::vector<BankChunk> chunks_;
  AlignedVector<std::uint8_t> cells_;
};

}  // namespace acim
