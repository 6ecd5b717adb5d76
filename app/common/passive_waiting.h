#pragma once

namespace acim {

/// OpenMP's idle threads spin by default, which on busy cores costs more than it saves (a training step took six times
/// as long). libgomp reads OMP_WAIT_POLICY when it is loaded, before main; so, where the variable is unset, this sets
/// it to "passive" and starts the program again. Call it first in main. Returns when nothing is left to do, or when
/// starting again failed.
void wait_passively(char** arguments);

}  // namespace acim
