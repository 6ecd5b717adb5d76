// resources/presets/chips.json, in the read-only data of the program.

#include "cost/preset_file.h"

asm(".pushsection .rodata\n"
    ".balign 64\n"
    "acim_presets_begin:\n"
    ".incbin \"" ACIM_PRESETS_FILE
    "\"\n"
    "acim_presets_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char acim_presets_begin[];
extern const char acim_presets_end[];
}

namespace acim::cost {

std::string_view preset_file_text() {
  return {acim_presets_begin, static_cast<std::size_t>(acim_presets_end - acim_presets_begin)};
}

}  // namespace acim::cost
