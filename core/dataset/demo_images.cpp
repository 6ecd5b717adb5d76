#include "dataset/demo_images.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "dataset/demo_geometry.h"

namespace acim::demo {
namespace {

enum Class { disc, ring, square, triangle, star, cross, crescent, stripes, checkerboard, dots };

bool is_texture(int label) {
  return label >= stripes;
}

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  friend Colour operator*(double f, Colour c) { return {f * c.red, f * c.green, f * c.blue}; }
  friend Colour operator+(Colour a, Colour b) { return {a.red + b.red, a.green + b.green, a.blue + b.blue}; }
};

Colour mixed(Colour a, Colour b, double share) {
  return (1 - share) * a + share * b;
}

/// ITU-R BT.601 luma.
double luminance(Colour c) {
  return 0.299 * c.red + 0.587 * c.green + 0.114 * c.blue;
}

/// Hue in turns; saturation and value 0..1 (A. R. Smith, "Color gamut transform pairs", 1978).
Colour from_hue(double hue, double saturation, double value) {
  const auto channel = [&](double shift) {
    const double sector = 6 * (hue + shift - std::floor(hue + shift));
    return value * (1 - saturation * (1 - std::clamp(std::fabs(sector - 3) - 1, 0.0, 1.0)));
  };
  return {channel(0), channel(2.0 / 3), channel(1.0 / 3)};
}

struct Palette {
  Colour background;
  Colour figure;
  Colour accent;  ///< the texture's second colour
};

/// Three colours that can be told apart; how well differs between images, because that is one of the difficulties.
Palette draw_palette(RandomStream& random) {
  const double hue = random.uniform(0, 1);
  Palette palette;
  palette.background = from_hue(hue, random.uniform(0.15, 0.65), random.uniform(0.35, 0.95));
  const double least_contrast = random.uniform(0.06, 0.30);
  const auto differs = [&](Colour a, Colour b) { return std::fabs(luminance(a) - luminance(b)) >= least_contrast; };
  constexpr int kAttempts = 40;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    palette.figure = from_hue(hue + random.uniform(0.15, 0.85), random.uniform(0.35, 0.95), random.uniform(0.2, 1.0));
    if (differs(palette.figure, palette.background)) break;
  }
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    palette.accent = from_hue(hue + random.uniform(0, 1), random.uniform(0.2, 0.9), random.uniform(0.15, 1.0));
    if (differs(palette.accent, palette.figure)) break;
  }
  return palette;
}

/// Smooth noise of random values on a square lattice, -1..1.
class LatticeNoise {
 public:
  LatticeNoise(RandomStream& random, double pitch) : pitch_(pitch) {
    for (double& value : values_) value = random.uniform(-1, 1);
  }
  double at(Vector p) const {
    const double x = p.x / pitch_;
    const double y = p.y / pitch_;
    const auto column = static_cast<std::size_t>(x);
    const auto row = static_cast<std::size_t>(y);
    const double right = smooth(x - static_cast<double>(column));
    const double down = smooth(y - static_cast<double>(row));
    const double upper = value(row, column) * (1 - right) + value(row, column + 1) * right;
    const double lower = value(row + 1, column) * (1 - right) + value(row + 1, column + 1) * right;
    return upper * (1 - down) + lower * down;
  }

 private:
  static constexpr std::size_t kPoints = 10;
  static double smooth(double t) { return t * t * (3 - 2 * t); }
  double value(std::size_t row, std::size_t column) const { return values_[row * kPoints + column]; }
  double pitch_;
  std::array<double, kPoints * kPoints> values_;
};

class Canvas {
 public:
  /// Calls colour_of(point, colour so far) for the middle of every pixel.
  template <typename ColourOf>
  void paint(ColourOf&& colour_of) {
    for (std::int64_t y = 0; y < kSide; ++y) {
      for (std::int64_t x = 0; x < kSide; ++x) {
        Colour& pixel = pixels_[static_cast<std::size_t>(y * kSide + x)];
        pixel = colour_of(Vector{static_cast<double>(x) + 0.5, static_cast<double>(y) + 0.5}, pixel);
      }
    }
  }

  /// As bytes, with noise of standard deviation `noise` on every channel.
  void store(RandomStream& random, double noise, std::span<std::uint8_t> bytes) const {
    const std::size_t plane = pixels_.size();
    const auto byte_of = [&](double value) {
      return static_cast<std::uint8_t>(std::clamp((value + noise * grain(random)) * 255 + 0.5, 0.0, 255.0));
    };
    for (std::size_t i = 0; i < plane; ++i) {
      bytes[i] = byte_of(pixels_[i].red);
      bytes[plane + i] = byte_of(pixels_[i].green);
      bytes[2 * plane + i] = byte_of(pixels_[i].blue);
    }
  }

 private:
  /// Nearly normal, variance 1: four uniform 16-bit numbers summed.
  static double grain(RandomStream& random) {
    const std::uint64_t bits = random.bits();
    const std::uint64_t sum = (bits & 0xFFFFU) + (bits >> 16U & 0xFFFFU) + (bits >> 32U & 0xFFFFU) + (bits >> 48U);
    return (static_cast<double>(sum) - 131070.0) * (1.7320508075688772 / 65536.0);
  }
  std::array<Colour, static_cast<std::size_t>(kSide* kSide)> pixels_;
};

/// An outline with its proportions: where a figure is.
struct Outline {
  int shape = disc;
  double radius = 10;
  double detail = 0.5;  ///< 0..1: thickness of a ring or cross, sharpness of a star, fullness of a crescent
  double distance(Vector p) const {
    switch (shape) {
      case ring:
        return ring_distance(p, radius, radius * (0.26 + 0.2 * detail));
      case square:
        return box_distance(p, 0.82 * radius, 0.82 * radius);
      case triangle:
        return triangle_distance(p + Vector{0, 0.12 * radius}, 1.15 * radius);
      case star:
        return star_distance(p, 1.12 * radius, 0.40 + 0.12 * detail);
      case cross:
        return cross_distance(p, radius, radius * (0.22 + 0.14 * detail));
      case crescent:
        return crescent_distance(p, radius, radius * (0.80 + 0.1 * detail), radius * (0.50 + 0.12 * detail));
      default:
        return disc_distance(p, 0.95 * radius);
    }
  }
};

/// Slopes of brightness and soft spots under everything.
void paint_background(Canvas& canvas, RandomStream& random, Colour base) {
  const Vector slope = random.uniform(0.0, 0.014) * direction(random.uniform(0, 1));
  const LatticeNoise wide(random, 8);
  const LatticeNoise narrow(random, 4);
  const double wide_amount = random.uniform(0.02, 0.13);
  const double narrow_amount = random.uniform(0.0, 0.07);
  const Vector tint = direction(random.uniform(0, 1));
  canvas.paint([&](Vector p, Colour) {
    const double light = 1 + dot(slope, p - Vector{16, 16});
    const double soft = wide_amount * wide.at(p);
    const double fine = narrow_amount * narrow.at(p);
    return light * base + Colour{soft + fine, soft * tint.x + fine, soft * tint.y + fine};
  });
}

/// Small things that are not the subject: specks, sticks and little shapes, some of them of other classes.
void paint_clutter(Canvas& canvas, RandomStream& random, const Palette& palette) {
  const int count = random.below(8);
  for (int i = 0; i < count; ++i) {
    const Placement place = {{random.uniform(0, 32), random.uniform(0, 32)}, direction(random.uniform(0, 1))};
    const bool stick = random.chance(0.4);
    const Outline outline = {random.below(stripes), random.uniform(1.5, 5.0), random.uniform(0, 1)};
    const Vector half = {random.uniform(2, 8), random.uniform(0.4, 1.1)};
    const Colour own = from_hue(random.uniform(0, 1), random.uniform(0.2, 0.9), random.uniform(0.2, 1));
    const Colour colour = mixed(palette.background, own, random.uniform(0.25, 0.8));
    canvas.paint([&](Vector p, Colour under) {
      const Vector local = place.local(p);
      const double distance = stick ? box_distance(local, half.x, half.y) : outline.distance(local);
      return mixed(under, colour, coverage(distance));
    });
  }
}

double texture_share(int label, Vector p, double period) {
  switch (label) {
    case stripes:
      return stripes_share(p, period);
    case checkerboard:
      return checkerboard_share(p, 1.25 * period);
    default:
      return dots_share(p, period);
  }
}

/// The subject: a plain figure with a shaded face, or a patch of any simple outline with a texture; its shadow beneath.
Placement paint_subject(Canvas& canvas, RandomStream& random, int label, const Palette& palette, double* radius) {
  constexpr std::array<int, 3> kPatches = {disc, square, square};
  const bool texture = is_texture(label);
  const double turn = random.uniform(0, 1);
  *radius = texture ? random.uniform(7.5, 12.5) : random.uniform(5.2, 12.0);
  const double room = std::max(0.0, 17 - *radius);
  const Placement place = {{16 + room * random.uniform(-0.7, 0.7), 16 + room * random.uniform(-0.7, 0.7)},
                           direction(turn)};
  const Outline outline = {texture ? kPatches[static_cast<std::size_t>(random.below(3))] : label, *radius,
                           random.uniform(0, 1)};
  const Placement texture_place = {place.centre + Vector{random.uniform(-4, 4), random.uniform(-4, 4)},
                                   direction(random.uniform(0, 1))};
  const double period = random.uniform(3.9, 7.0);
  const Vector shade = random.uniform(0, 0.035) * direction(random.uniform(0, 1));
  const Placement shadow = {place.centre + Vector{random.uniform(0.5, 1.8), random.uniform(0.5, 1.8)}, place.axis};
  const double shadow_depth = random.uniform(0.1, 0.5);
  const double rim = random.chance(0.3) ? random.uniform(0.2, 0.5) : 0;
  canvas.paint([&](Vector p, Colour under) {
    const double dark = shadow_depth * std::clamp(0.5 - outline.distance(shadow.local(p)) / 3, 0.0, 1.0);
    const Colour ground = (1 - dark) * under;
    const double distance = outline.distance(place.local(p));
    Colour face = palette.figure;
    if (texture) face = mixed(face, palette.accent, texture_share(label, texture_place.local(p), period));
    face = (1 + dot(shade, p - place.centre)) * face;
    if (rim > 0) face = (1 - rim * coverage(-distance - 1)) * face;
    return mixed(ground, face, coverage(distance));
  });
  return place;
}

/// Something in front that hides a part of the subject: a bar across it or a blob at its edge.
void paint_occluder(Canvas& canvas, RandomStream& random, const Placement& subject, double radius) {
  const Vector aside = direction(random.uniform(0, 1));
  const bool bar = random.chance(0.5);
  const double distance_aside = bar ? random.uniform(0, 0.8) : random.uniform(0.75, 1.1);
  const Placement place = {subject.centre + distance_aside * radius * aside, {-aside.y, aside.x}};
  const Vector half = {random.uniform(10, 30), random.uniform(0.8, 2.2)};
  const double blob = random.uniform(0.3, 0.6) * radius;
  const Colour colour = from_hue(random.uniform(0, 1), random.uniform(0.1, 0.8), random.uniform(0.15, 1));
  canvas.paint([&](Vector p, Colour under) {
    const Vector local = place.local(p);
    return mixed(under, colour, coverage(bar ? box_distance(local, half.x, half.y) : disc_distance(local, blob)));
  });
}

/// A lamp from one side.
void paint_light(Canvas& canvas, RandomStream& random) {
  const Vector slope = random.uniform(0, 0.025) * direction(random.uniform(0, 1));
  const double exposure = random.uniform(0.7, 1.1);
  canvas.paint([&](Vector p, Colour under) {
    return std::max(0.2, exposure * (1 + dot(slope, p - Vector{16, 16}))) * under;
  });
}

}  // namespace

const std::array<std::string, kClasses>& class_names() {
  static const std::array<std::string, kClasses> kNames = {"disc",  "ring",     "square",  "triangle",     "star",
                                                           "cross", "crescent", "stripes", "checkerboard", "dots"};
  return kNames;
}

void draw(std::uint64_t seed, Split split, std::int64_t index, std::span<std::uint8_t> pixels) {
  RandomStream random(mix64(mix64(mix64(seed), split == Split::test ? 0 : 1), static_cast<std::uint64_t>(index)));
  const Palette palette = draw_palette(random);
  Canvas canvas;
  paint_background(canvas, random, palette.background);
  paint_clutter(canvas, random, palette);
  double radius = 0;
  const Placement subject = paint_subject(canvas, random, label_of(index), palette, &radius);
  for (const double share : {0.6, 0.25}) {
    if (random.chance(share)) paint_occluder(canvas, random, subject, radius);
  }
  paint_light(canvas, random);
  canvas.store(random, random.uniform(0.01, random.uniform(0.03, 0.14)), pixels);
}

}  // namespace acim::demo
