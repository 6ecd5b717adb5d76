#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "random_layer.h"

namespace acim::test {

/// One layer with its operands and settings, as an engine is asked to compute it.
struct LayerCase {
  LayerGeometry geometry;
  MacroParameters macro;
  bool is_signed = false;
  LayerKey key;
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;

  ConversionSettings settings() const { return make_conversion_settings(macro, is_signed); }
};

/// What an engine made of a case.
struct LayerResult {
  std::vector<double> output;
  ConversionCounts counts;
};

std::shared_ptr<const PackedWeights> packed(const Engine& engine, const LayerCase& layer);
LayerResult computed(const Engine& engine, const LayerCase& layer, const PackedWeights& weights);

/// How much work a random case may be: `conversions` of the whole layer, and entries of its sampling tables.
struct CaseBudget {
  double conversions = 2e4;
  double table_entries = 3e4;
};

/// Random settings of every kind on a random shape; operands from uniform to extreme.
LayerCase random_case(TestRandom& random, const CaseBudget& budget);
/// Other settings for the same packed weights: weight bits, rows, mapping, variation and seed stay.
LayerCase with_other_settings(TestRandom& random, const LayerCase& layer, const CaseBudget& budget);

/// Geometry, key and settings as text, so that a case can be told and repeated.
std::string description(const LayerCase& layer);

/// "" when both are equal to the bit; else the first difference.
std::string difference(const LayerResult& seen, const LayerResult& expected);

}  // namespace acim::test
