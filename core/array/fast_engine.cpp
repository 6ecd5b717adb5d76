#include "array/fast_engine.h"

#include <algorithm>

#include "base/error.h"

namespace acim {

std::unique_ptr<Engine> make_fast_engine(InstructionSet set) {
  const std::vector<InstructionSet> sets = available_instruction_sets();
  if (std::find(sets.begin(), sets.end(), set) == sets.end()) {
    throw Error(ErrorKind::usage, "this processor does not have " + instruction_set_name(set));
  }
  return make_reference_engine();
}

}  // namespace acim
