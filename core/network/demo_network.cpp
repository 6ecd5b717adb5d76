#include "network/demo_network.h"

#ifdef ACIM_DEMO_NETWORK_FILE

// The file itself, in the read-only data of the program.
asm(".pushsection .rodata\n"
    ".balign 64\n"
    "acim_demo_network_begin:\n"
    ".incbin \"" ACIM_DEMO_NETWORK_FILE
    "\"\n"
    "acim_demo_network_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const std::byte acim_demo_network_begin[];
extern const std::byte acim_demo_network_end[];
}

namespace acim {
std::span<const std::byte> demo_network_bytes() {
  return {acim_demo_network_begin, acim_demo_network_end};
}
}  // namespace acim

#else

namespace acim {
std::span<const std::byte> demo_network_bytes() {
  return {};
}
}  // namespace acim

#endif
