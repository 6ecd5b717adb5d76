#pragma once

#include <memory>

#include "array/engine.h"
#include "array/instruction_set.h"

namespace acim {

/// The engine that programs use: results of make_reference_engine(), to the bit, whatever the instruction set.
/// Error(usage) when this processor does not have the set.
std::unique_ptr<Engine> make_fast_engine(InstructionSet set = best_instruction_set());

}  // namespace acim
