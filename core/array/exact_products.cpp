#include "array/exact_products.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "array/engine.h"
#include "array/kernels/exact_kernels.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

/// Elements of K whose windows of one tile stay in the first-level cache.
constexpr std::size_t kBlock = 192;
/// Fewer positions than this leave too many lanes empty.
constexpr std::int64_t kFewestPositions = 8;
/// An image is copied into its padding unless that takes far more memory than the image.
constexpr std::int64_t kLargestPadding = std::int64_t{1} << 20U;

void check_stop(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the computation was stopped");
}

template <typename Number>
void store(const ExactKernels& kernels, const SumRows& rows, bool add, Number* output, std::size_t output_stride) {
  if constexpr (std::is_same_v<Number, double>) {
    kernels.store_double(rows, add, output, output_stride);
  } else if constexpr (std::is_same_v<Number, std::int64_t>) {
    kernels.store_int64(rows, add, output, output_stride);
  } else {
    kernels.store_int32(rows, add, output, output_stride);
  }
}

/// Rows of an image are too short to be worth a call each.
void copy_row(const std::int16_t* source, std::size_t count, std::int16_t* target) {
  constexpr std::size_t kStep = 8;
  std::size_t x = 0;
  for (; x + kStep <= count; x += kStep) std::memcpy(target + x, source + x, kStep * sizeof *source);
  for (; x < count; ++x) target[x] = source[x];
}

/// The image with its zeros around it, so that no window needs to know the border.
class PaddedPlanes {
 public:
  static bool suits(const LayerGeometry& g) {
    const std::int64_t height = g.height + 2 * g.padding_height;
    const std::int64_t width = g.width + 2 * g.padding_width;
    return height * width <= 4 * g.height * g.width + kLargestPadding / g.channels;
  }

  PaddedPlanes(const LayerGeometry& g, std::span<const std::int16_t> streamed)
      : width_(static_cast<std::size_t>(g.width + 2 * g.padding_width)),
        plane_(static_cast<std::size_t>(g.height + 2 * g.padding_height) * width_),
        elements_(static_cast<std::size_t>(g.channels) * plane_ + kWindowSlack) {
    const auto rows = static_cast<std::size_t>(g.height);
    const auto row = static_cast<std::size_t>(g.width);
    const std::int16_t* source = streamed.data();
    for (std::size_t channel = 0; channel < static_cast<std::size_t>(g.channels); ++channel) {
      std::int16_t* target = elements_.data() + channel * plane_ + static_cast<std::size_t>(g.padding_height) * width_ +
                             static_cast<std::size_t>(g.padding_width);
      for (std::size_t y = 0; y < rows; ++y, source += row, target += width_) {
        copy_row(source, row, target);
      }
    }
  }

  std::size_t width() const { return width_; }
  std::size_t plane() const { return plane_; }
  const std::int16_t* data() const { return elements_.data(); }

 private:
  std::size_t width_;
  std::size_t plane_;
  std::vector<std::int16_t> elements_;
};

/// Rows of weights of an even length, so that they can be taken in pairs.
class PairedWeights {
 public:
  PairedWeights(std::span<const std::int16_t> weights, std::size_t reduction)
      : elements_(weights.data()), stride_(reduction + reduction % 2) {
    if (stride_ == reduction) return;
    const std::size_t rows = weights.size() / reduction;
    padded_.resize(rows * stride_);
    for (std::size_t row = 0; row < rows; ++row) {
      std::copy_n(weights.data() + row * reduction, reduction, padded_.data() + row * stride_);
    }
    elements_ = padded_.data();
  }

  std::size_t stride() const { return stride_; }
  const std::int16_t* row(std::size_t output) const { return elements_ + output * stride_; }

 private:
  std::vector<std::int16_t> padded_;
  const std::int16_t* elements_;
  std::size_t stride_;
};

/// A convolution by tiles of positions: windows are gathered in pairs of elements of K, then multiplied with all
/// outputs of their group.
class TiledConvolution {
 public:
  TiledConvolution(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                   std::span<const std::int16_t> streamed, const ExactKernels& kernels)
      : geometry_(geometry),
        kernels_(kernels),
        image_(geometry, streamed),
        reduction_(static_cast<std::size_t>(geometry.reduction())),
        group_outputs_(static_cast<std::size_t>(geometry.outputs_per_group())),
        positions_(static_cast<std::size_t>(geometry.positions())),
        weights_(weights, reduction_),
        windows_(std::min(weights_.stride(), kBlock) * kTilePositions + kWindowSlack),
        sums_(group_outputs_ * kTilePositions) {
    offsets_.reserve(reduction_);
    for (std::int64_t channel = 0; channel < geometry.channels_per_group(); ++channel) {
      for (std::int64_t ky = 0; ky < geometry.kernel_height; ++ky) {
        for (std::int64_t kx = 0; kx < geometry.kernel_width; ++kx) {
          offsets_.push_back(static_cast<std::size_t>(channel) * image_.plane() +
                             static_cast<std::size_t>(ky * geometry.dilation_height) * image_.width() +
                             static_cast<std::size_t>(kx * geometry.dilation_width));
        }
      }
    }
  }

  template <typename Number>
  void compute(Number* output, const std::stop_token& stop) {
    for (std::size_t begin = 0; begin < positions_; begin += kTilePositions) {
      const std::size_t count = std::min(kTilePositions, positions_ - begin);
      find_pieces(begin, count);
      for (std::size_t group = 0; group < static_cast<std::size_t>(geometry_.groups); ++group) {
        check_stop(stop);
        compute_tile(group, begin, count, output);
      }
    }
  }

 private:
  void find_pieces(std::size_t begin, std::size_t count) {
    pieces_.clear();
    const auto width = static_cast<std::size_t>(geometry_.output_width());
    const auto stride = static_cast<std::size_t>(geometry_.stride_width);
    for (std::size_t position = 0; position < count;) {
      const std::size_t y = (begin + position) / width;
      const std::size_t x = (begin + position) % width;
      const std::size_t length = std::min(width - x, count - position);
      const std::size_t offset = y * static_cast<std::size_t>(geometry_.stride_height) * image_.width() + x * stride;
      if (!pieces_.empty() && pieces_.back().offset + pieces_.back().count * stride == offset) {
        pieces_.back().count += length;
      } else {
        pieces_.push_back({position, length, offset});
      }
      position += length;
    }
  }

  template <typename Number>
  void compute_tile(std::size_t group, std::size_t position, std::size_t count, Number* output) {
    const std::size_t padded = weights_.stride();
    const std::int16_t* const planes =
        image_.data() + group * static_cast<std::size_t>(geometry_.channels_per_group()) * image_.plane();
    std::size_t run_begin = 0;
    for (std::size_t begin = 0; begin < padded; begin += kBlock) {
      const std::size_t end = std::min(begin + kBlock, padded);
      kernels_.gather_tile({.planes = planes,
                            .offsets = offsets_.data() + begin,
                            .elements = std::min(end, reduction_) - begin,
                            .pieces = pieces_.data(),
                            .piece_count = pieces_.size(),
                            .stride = static_cast<std::size_t>(geometry_.stride_width),
                            .windows = windows_.data()});
      kernels_.multiply_tile({.weights = weights_.row(group * group_outputs_) + begin,
                              .weight_stride = padded,
                              .outputs = group_outputs_,
                              .windows = windows_.data(),
                              .pairs = (end - begin) / 2,
                              .positions = count,
                              .sums = sums_.data(),
                              .add = begin > run_begin});
      if (end < padded && end + kBlock - run_begin <= kLongestRun) continue;
      store(kernels_, {.sums = sums_.data(), .stride = kTilePositions, .rows = group_outputs_, .columns = count},
            run_begin > 0, output + group * group_outputs_ * positions_ + position, positions_);
      run_begin = end;
    }
  }

  const LayerGeometry& geometry_;
  const ExactKernels& kernels_;
  PaddedPlanes image_;
  std::size_t reduction_;
  std::size_t group_outputs_;
  std::size_t positions_;
  PairedWeights weights_;
  std::vector<std::size_t> offsets_;
  std::vector<WindowPiece> pieces_;
  std::vector<std::int16_t> windows_;
  std::vector<std::int32_t> sums_;
};

/// Whether every output sees one plane alone.
bool is_depthwise(const LayerGeometry& g) {
  return g.channels_per_group() == 1 && g.stride_width <= 2 && g.dilation_height == 1 && g.dilation_width == 1 &&
         g.reduction() <= static_cast<std::int64_t>(kLongestRun / 2);
}

template <typename Number>
void compute_depthwise(const LayerGeometry& g, std::span<const std::int16_t> weights,
                       std::span<const std::int16_t> streamed, Number* output, const std::stop_token& stop,
                       const ExactKernels& kernels) {
  const PaddedPlanes image(g, streamed);
  const auto kernel_width = static_cast<std::size_t>(g.kernel_width);
  const PairedWeights kernel_rows(weights, kernel_width);
  const auto positions = static_cast<std::size_t>(g.positions());
  std::vector<std::int32_t> sums(positions + kWindowSlack);
  PlaneProduct product{.width = image.width(),
                       .kernel_height = static_cast<std::size_t>(g.kernel_height),
                       .pairs = kernel_rows.stride() / 2,
                       .stride_height = static_cast<std::size_t>(g.stride_height),
                       .stride_width = static_cast<std::size_t>(g.stride_width),
                       .rows = static_cast<std::size_t>(g.output_height()),
                       .columns = static_cast<std::size_t>(g.output_width()),
                       .sums = sums.data()};
  for (std::size_t o = 0; o < static_cast<std::size_t>(g.outputs); ++o) {
    check_stop(stop);
    product.plane = image.data() + o / static_cast<std::size_t>(g.outputs_per_group()) * image.plane();
    product.weights = kernel_rows.row(o * product.kernel_height);
    kernels.multiply_plane(product);
    store(kernels, {.sums = sums.data(), .rows = 1, .columns = positions}, false, output + o * positions, 0);
  }
}

/// Rows of windows with rows of weights: results[position][output], in runs that fit 32 bits.
template <typename Store>
void multiply_in_runs(const ExactKernels& kernels, RowProduct rows, std::size_t reduction, std::span<std::int32_t> sums,
                      const Store& store_rows) {
  rows.sums = sums.data();
  rows.sum_stride = rows.outputs;
  for (std::size_t begin = 0; begin < reduction; begin += kLongestRun) {
    RowProduct run = rows;
    run.weights += begin;
    run.windows += begin;
    run.length = std::min(kLongestRun, reduction - begin);
    kernels.multiply_rows(run);
    store_rows(begin > 0);
  }
}

/// Linear layers and products: the windows lie there as rows.
template <typename Number>
void compute_rows(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                  std::span<const std::int16_t> streamed, Number* output, const std::stop_token& stop,
                  const ExactKernels& kernels) {
  const auto reduction = static_cast<std::size_t>(geometry.reduction());
  const auto outputs = static_cast<std::size_t>(geometry.outputs);
  const auto positions = static_cast<std::size_t>(geometry.positions());
  constexpr std::size_t kRows = 32;
  std::vector<std::int32_t> sums(std::min(positions, kRows) * outputs);
  for (std::size_t position = 0; position < positions; position += kRows) {
    check_stop(stop);
    const std::size_t count = std::min(kRows, positions - position);
    const RowProduct rows{.weights = weights.data(),
                          .weight_stride = reduction,
                          .outputs = outputs,
                          .windows = streamed.data() + position * reduction,
                          .window_stride = reduction,
                          .positions = count};
    multiply_in_runs(kernels, rows, reduction, sums, [&](bool add) {
      store(kernels, {.sums = sums.data(), .rows = 1, .columns = count * outputs}, add, output + position * outputs, 0);
    });
  }
}

/// Convolutions of few positions, or with a padding too large to lay out.
template <typename Number>
void compute_windows(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                     std::span<const std::int16_t> streamed, Number* output, const std::stop_token& stop,
                     const ExactKernels& kernels) {
  const auto reduction = static_cast<std::size_t>(geometry.reduction());
  const auto outputs = static_cast<std::size_t>(geometry.outputs_per_group());
  const auto positions = static_cast<std::size_t>(geometry.positions());
  constexpr std::size_t kRows = 8;
  std::vector<std::int16_t> windows(std::min(positions, kRows) * reduction);
  std::vector<std::int32_t> sums(std::min(positions, kRows) * outputs);
  for (std::size_t group = 0; group < static_cast<std::size_t>(geometry.groups); ++group) {
    for (std::size_t position = 0; position < positions; position += kRows) {
      check_stop(stop);
      const std::size_t count = std::min(kRows, positions - position);
      for (std::size_t p = 0; p < count; ++p) {
        gather_window(geometry, streamed, static_cast<std::int64_t>(group), static_cast<std::int64_t>(position + p),
                      std::span(windows).subspan(p * reduction, reduction));
      }
      const RowProduct rows{.weights = weights.data() + group * outputs * reduction,
                            .weight_stride = reduction,
                            .outputs = outputs,
                            .windows = windows.data(),
                            .window_stride = reduction,
                            .positions = count};
      multiply_in_runs(kernels, rows, reduction, sums, [&](bool add) {
        for (std::size_t o = 0; o < outputs; ++o) {
          for (std::size_t p = 0; p < count; ++p) {
            Number& target = output[(group * outputs + o) * positions + position + p];
            target = static_cast<Number>((add ? target : Number{0}) + static_cast<Number>(sums[p * outputs + o]));
          }
        }
      });
    }
  }
}

template <typename Number>
void compute(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
             std::span<const std::int16_t> streamed, std::span<Number> output, const std::stop_token& stop,
             InstructionSet set) {
  const ExactKernels& kernels = exact_kernels(set);
  if (geometry.layout == OperandLayout::rows) {
    compute_rows(geometry, weights, streamed, output.data(), stop, kernels);
  } else if (geometry.positions() < kFewestPositions || !PaddedPlanes::suits(geometry)) {
    compute_windows(geometry, weights, streamed, output.data(), stop, kernels);
  } else if (is_depthwise(geometry)) {
    compute_depthwise(geometry, weights, streamed, output.data(), stop, kernels);
  } else {
    TiledConvolution(geometry, weights, streamed, kernels).compute(output.data(), stop);
  }
}

}  // namespace

void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<std::int32_t> sums, const std::stop_token& stop,
                InstructionSet set) {
  if (geometry.reduction() > static_cast<std::int64_t>(kLongestRun)) {
    throw Error(ErrorKind::usage, Phrase("Error", "exact sums that may not fit 32 bits"),
                "reduction " + std::to_string(geometry.reduction()), Phrase("Error", "Use 64 bits."));
  }
  compute(geometry, weights, streamed, sums, stop, set);
}

void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<std::int64_t> sums, const std::stop_token& stop,
                InstructionSet set) {
  compute(geometry, weights, streamed, sums, stop, set);
}

void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<double> sums, const std::stop_token& stop,
                InstructionSet set) {
  compute(geometry, weights, streamed, sums, stop, set);
}

void exact_products(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                    std::span<const std::int16_t> streamed, std::span<double> output, const std::stop_token& stop) {
  compute(geometry, weights, streamed, output, stop, best_instruction_set());
}

void row_sums(const IntegerRows& windows, const IntegerRows& weights, std::size_t begin, std::size_t end,
              std::span<std::int32_t> sums, std::size_t sum_stride, InstructionSet set) {
  exact_kernels(set).multiply_rows({.weights = weights.elements.data() + begin,
                                    .weight_stride = weights.stride,
                                    .outputs = weights.rows,
                                    .windows = windows.elements.data() + begin,
                                    .window_stride = windows.stride,
                                    .positions = windows.rows,
                                    .length = end - begin,
                                    .sums = sums.data(),
                                    .sum_stride = sum_stride});
}

}  // namespace acim
