#include "common/passive_waiting.h"

#include <unistd.h>

#include <cstdlib>

namespace acim {

void wait_passively(char** arguments) {
  constexpr const char* kVariable = "OMP_WAIT_POLICY";
  if (std::getenv(kVariable) != nullptr || setenv(kVariable, "passive", 0) != 0) return;
  execv("/proc/self/exe", arguments);  // returns only on failure; then the threads spin, which is slow but correct
}

}  // namespace acim
