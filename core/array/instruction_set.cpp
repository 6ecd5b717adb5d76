#include "array/instruction_set.h"

#include <hwy/highway.h>
#include <hwy/targets.h>

namespace acim {

std::vector<InstructionSet> available_instruction_sets() {
  std::vector<InstructionSet> sets = {InstructionSet::portable};
  [[maybe_unused]] const std::int64_t usable = hwy::SupportedTargets() & HWY_TARGETS;
#if HWY_ARCH_X86
  if ((usable & HWY_AVX2) != 0) sets.push_back(InstructionSet::avx2);
  if ((usable & HWY_AVX3) != 0) sets.push_back(InstructionSet::avx512);
  // Highway does not ask for GFNI; every processor with the rest has it.
  if ((usable & HWY_AVX3_DL) != 0 && __builtin_cpu_supports("gfni") != 0) sets.push_back(InstructionSet::avx512_vbmi);
#endif
  return sets;
}

InstructionSet best_instruction_set() {
  // Asking the processor takes 30 us where it is a virtual one.
  static const InstructionSet kBest = available_instruction_sets().back();
  return kBest;
}

std::string instruction_set_name(InstructionSet set) {
  switch (set) {
    case InstructionSet::avx2:
      return "AVX2";
    case InstructionSet::avx512:
      return "AVX-512";
    case InstructionSet::avx512_vbmi:
      return "AVX-512 VBMI";
    case InstructionSet::portable:
      break;
  }
  return "portable";
}

}  // namespace acim
