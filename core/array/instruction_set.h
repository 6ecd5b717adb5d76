#pragma once

#include <string>
#include <vector>

namespace acim {

/// What the array's kernels are compiled for. No result shows which one ran.
enum class InstructionSet {
  portable,     ///< plain C++
  avx2,         ///< 256-bit integers, AES
  avx512,       ///< AVX-512 F, BW, CD, DQ, VL (Skylake-X)
  avx512_vbmi,  ///< and VBMI, VBMI2, VPOPCNTDQ, BITALG, VNNI, GFNI, VAES (Ice Lake, Zen 4)
};

/// Those this program was compiled for and this processor runs, portable first, fastest last.
std::vector<InstructionSet> available_instruction_sets();
/// The last of available_instruction_sets().
InstructionSet best_instruction_set();
/// "portable", "AVX2", "AVX-512", "AVX-512 VBMI".
std::string instruction_set_name(InstructionSet set);

}  // namespace acim
