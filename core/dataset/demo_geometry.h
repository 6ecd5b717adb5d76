#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/random.h"

namespace acim::demo {

// The demo images must be the same on every machine, so this folder uses only operations that IEEE 754 defines exactly
// (+ - * / sqrt, comparisons, floor): no sin, pow or exp of the C library, no std::distributions.

/// A stream of random numbers that is a pure function of its key.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t key) : key_(key) {}
  std::uint64_t bits() { return mix64(key_, counter_++); }
  double uniform(double low, double high) { return low + (high - low) * open_unit_interval(bits()); }
  /// 0 .. count-1
  int below(int count) { return static_cast<int>(uniform(0, count)); }
  bool chance(double probability) { return uniform(0, 1) < probability; }

 private:
  std::uint64_t key_;
  std::uint64_t counter_ = 0;
};

struct Vector {
  double x = 0;
  double y = 0;
  friend Vector operator+(Vector a, Vector b) { return {a.x + b.x, a.y + b.y}; }
  friend Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y}; }
  friend Vector operator*(double f, Vector v) { return {f * v.x, f * v.y}; }
};
inline double dot(Vector a, Vector b) {
  return a.x * b.x + a.y * b.y;
}
inline double length(Vector v) {
  return std::sqrt(dot(v, v));
}

/// (cos, sin) of `turns` full turns; Taylor series on an eighth of a turn either side of an axis (error below 1e-9).
inline Vector direction(double turns) {
  const double quarter_turns = (turns - std::floor(turns)) * 4;
  const double nearest = std::floor(quarter_turns + 0.5);
  const double angle = (quarter_turns - nearest) * 1.5707963267948966;
  const double square = angle * angle;
  const double sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))));
  const double cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))));
  switch (static_cast<int>(nearest) % 4) {
    case 0:
      return {cosine, sine};
    case 1:
      return {-sine, cosine};
    case 2:
      return {-cosine, -sine};
    default:
      return {sine, -cosine};
  }
}

/// Where a figure stands: a point of the image in the figure's own axes, in pixels.
struct Placement {
  Vector centre;
  Vector axis = {1, 0};
  Vector local(Vector point) const {
    const Vector offset = point - centre;
    return {dot(offset, axis), axis.x * offset.y - axis.y * offset.x};
  }
};

/// Share of a pixel that is inside, from the signed distance of its middle to the outline (negative inside), in pixels.
inline double coverage(double distance) {
  return std::clamp(0.5 - distance, 0.0, 1.0);
}

// Signed distances (exact, or a bound that is exact near the outline), after I. Quilez, "2D distance functions".

inline double disc_distance(Vector p, double radius) {
  return length(p) - radius;
}

inline double ring_distance(Vector p, double radius, double thickness) {
  return std::fabs(length(p) - (radius - thickness / 2)) - thickness / 2;
}

inline double box_distance(Vector p, double half_width, double half_height) {
  const Vector outside = {std::fabs(p.x) - half_width, std::fabs(p.y) - half_height};
  return length({std::max(outside.x, 0.0), std::max(outside.y, 0.0)}) + std::min(std::max(outside.x, outside.y), 0.0);
}

/// Equilateral, corners at `radius`.
inline double triangle_distance(Vector p, double radius) {
  constexpr double kHalfRoot3 = 0.8660254037844386;
  const double side = std::max(kHalfRoot3 * p.x - 0.5 * p.y, -kHalfRoot3 * p.x - 0.5 * p.y);
  return std::max(side, p.y) - radius / 2;
}

inline double cross_distance(Vector p, double radius, double half_thickness) {
  return std::min(box_distance(p, radius, half_thickness), box_distance(p, half_thickness, radius));
}

/// Five points at `radius`, inner corners at `inner` times that.
inline double star_distance(Vector p, double radius, double inner) {
  constexpr Vector kFold1 = {0.8090169943749475, -0.5877852522924731};
  constexpr Vector kFold2 = {-kFold1.x, kFold1.y};
  p.x = std::fabs(p.x);
  p = p - 2 * std::max(dot(kFold1, p), 0.0) * kFold1;
  p = p - 2 * std::max(dot(kFold2, p), 0.0) * kFold2;
  p = {std::fabs(p.x), p.y - radius};
  const Vector edge = inner * Vector{-kFold1.y, kFold1.x} - Vector{0, 1};
  const double along = std::clamp(dot(p, edge) / dot(edge, edge), 0.0, radius);
  const double distance = length(p - along * edge);
  return p.y * edge.x - p.x * edge.y > 0 ? distance : -distance;
}

/// A disc less another disc that stands `offset` aside.
inline double crescent_distance(Vector p, double radius, double cut_radius, double offset) {
  return std::max(disc_distance(p, radius), -disc_distance(p - Vector{offset, 0}, cut_radius));
}

// Textures: the share of a pixel that has the second colour.

/// Distance to the nearest edge of a wave of equal bars, positive in every second bar.
inline double bars(double x, double period) {
  const double phase = x / period - std::floor(x / period);
  return (0.25 - std::fabs(phase - 0.5)) * period;
}

inline double stripes_share(Vector p, double period) {
  return coverage(-bars(p.x, period));
}

inline double checkerboard_share(Vector p, double period) {
  const double across = 2 * coverage(-bars(p.x, period)) - 1;
  const double down = 2 * coverage(-bars(p.y, period)) - 1;
  return 0.5 - 0.5 * across * down;
}

inline double dots_share(Vector p, double period) {
  const Vector cell = {p.x - period * std::floor(p.x / period + 0.5), p.y - period * std::floor(p.y / period + 0.5)};
  return coverage(disc_distance(cell, 0.3 * period));
}

}  // namespace acim::demo
