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
  if ((usable & HWY_AVX3_DL) != 0) sets.push_back(InstructionSet::avx512_vbmi);
#endif
  return sets;
}

InstructionSet best_instruction_set() {
  return available_instruction_sets().back();
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
