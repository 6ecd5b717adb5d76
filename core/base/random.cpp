#include "base/random.h"

#include <bit>
#include <cmath>
#include <limits>
#include <span>

namespace acim {

namespace {

// The AES round (FIPS 197) on little-endian columns: SubBytes, ShiftRows and MixColumns of one byte are one look-up.

using Table = std::array<std::uint32_t, 256>;

constexpr std::uint8_t times_two(std::uint8_t x) {
  return static_cast<std::uint8_t>((std::uint32_t{x} << 1U) ^ ((x & 0x80U) != 0 ? 0x1BU : 0U));
}

/// The S-box: inverse in GF(2^8), walked with the generator 3 and its inverse, then the affine map.
constexpr std::array<std::uint8_t, 256> make_substitution() {
  std::array<std::uint8_t, 256> box{};
  std::uint8_t power = 1;
  std::uint8_t inverse = 1;
  do {
    power = static_cast<std::uint8_t>(power ^ times_two(power));
    inverse = static_cast<std::uint8_t>(inverse ^ (inverse << 1U));
    inverse = static_cast<std::uint8_t>(inverse ^ (inverse << 2U));
    inverse = static_cast<std::uint8_t>(inverse ^ (inverse << 4U));
    if ((inverse & 0x80U) != 0) inverse = static_cast<std::uint8_t>(inverse ^ 0x09U);
    const std::uint8_t mixed = static_cast<std::uint8_t>(inverse ^ std::rotl(inverse, 1) ^ std::rotl(inverse, 2) ^
                                                         std::rotl(inverse, 3) ^ std::rotl(inverse, 4));
    box[power] = static_cast<std::uint8_t>(mixed ^ 0x63U);
  } while (power != 1);
  box[0] = 0x63;
  return box;
}

/// Contribution of a byte in row `row` of the state to its column after MixColumns.
constexpr Table make_round_table(unsigned row) {
  constexpr std::array<std::uint8_t, 256> box = make_substitution();
  Table table{};
  for (std::size_t x = 0; x < table.size(); ++x) {
    const std::uint32_t once = box[x];
    const std::uint32_t twice = times_two(box[x]);
    const std::uint32_t column = twice | (once << 8U) | (once << 16U) | ((once ^ twice) << 24U);
    table[x] = std::rotl(column, static_cast<int>(8U * row));
  }
  return table;
}

constexpr std::array<Table, 4> kRound = {make_round_table(0), make_round_table(1), make_round_table(2),
                                         make_round_table(3)};

using State = std::array<std::uint32_t, 4>;

State state_of(const std::array<std::uint64_t, 2>& words) {
  return {static_cast<std::uint32_t>(words[0]), static_cast<std::uint32_t>(words[0] >> 32U),
          static_cast<std::uint32_t>(words[1]), static_cast<std::uint32_t>(words[1] >> 32U)};
}

constexpr std::size_t byte_of(std::uint32_t word, unsigned index) {
  return (word >> (8U * index)) & 0xFFU;
}

State aes_round(const State& in, const State& key) {
  State out{};
  for (std::size_t c = 0; c < 4; ++c) {
    out[c] = kRound[0][byte_of(in[c], 0)] ^ kRound[1][byte_of(in[(c + 1) % 4], 1)] ^
             kRound[2][byte_of(in[(c + 2) % 4], 2)] ^ kRound[3][byte_of(in[(c + 3) % 4], 3)] ^ key[c];
  }
  return out;
}

/// c[0] + c[1] x + ..., by Horner's rule.
double polynomial(std::span<const double> coefficients, double x) {
  double sum = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

}  // namespace

CounterRandom::CounterRandom(std::uint64_t key) : round_keys_{} {
  // SplitMix64 started at the key: its n-th output is mix64(key + n * 0x9E3779B97F4A7C15).
  std::uint64_t state = key;
  for (auto& round_key : round_keys_) {
    for (std::uint64_t& word : round_key) {
      word = mix64(state);
      state += 0x9E3779B97F4A7C15ULL;
    }
  }
}

CounterRandom::Block CounterRandom::block(std::uint64_t low, std::uint64_t high) const {
  State state = state_of({low ^ round_keys_[0][0], high ^ round_keys_[0][1]});
  for (std::size_t round = 1; round < round_keys_.size(); ++round) {
    state = aes_round(state, state_of(round_keys_[round]));
  }
  Block bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(byte_of(state[i / 4], static_cast<unsigned>(i % 4)));
  }
  return bytes;
}

double normal_quantile(double probability) {
  // M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), routine PPND16: relative error about 1e-16.
  static constexpr std::array<double, 8> kA = {
      3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
      4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr std::array<double, 8> kB = {1.0,
                                               4.2313330701600911252e+1,
                                               6.8718700749205790830e+2,
                                               5.3941960214247511077e+3,
                                               2.1213794301586595867e+4,
                                               3.9307895800092710610e+4,
                                               2.8729085735721942674e+4,
                                               5.2264952788528545610e+3};
  static constexpr std::array<double, 8> kC = {
      1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,  3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr std::array<double, 8> kD = {1.0,
                                               2.05319162663775882187e0,
                                               1.67638483018380384940e0,
                                               6.89767334985100004550e-1,
                                               1.48103976427480074590e-1,
                                               1.51986665636164571966e-2,
                                               5.47593808499534494600e-4,
                                               1.05075007164441684324e-9};
  static constexpr std::array<double, 8> kE = {
      6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr std::array<double, 8> kF = {1.0,
                                               5.99832206555887937690e-1,
                                               1.36929880922735805310e-1,
                                               1.48753612908506148525e-2,
                                               7.86869131145613259100e-4,
                                               1.84631831751005468180e-5,
                                               1.42151175831644588870e-7,
                                               2.04426310338993978564e-15};

  if (std::isnan(probability) || probability < 0 || probability > 1) return std::numeric_limits<double>::quiet_NaN();
  if (probability == 0) return -std::numeric_limits<double>::infinity();
  if (probability == 1) return std::numeric_limits<double>::infinity();
  const double q = probability - 0.5;
  if (std::fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kA, r) / polynomial(kB, r);
  }
  const double r = std::sqrt(-std::log(q < 0 ? probability : 1 - probability));
  const double value = r <= 5 ? polynomial(kC, r - 1.6) / polynomial(kD, r - 1.6)  //
                              : polynomial(kE, r - 5) / polynomial(kF, r - 5);
  return q < 0 ? -value : value;
}

}  // namespace acim
