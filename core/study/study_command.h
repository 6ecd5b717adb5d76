#pragma once

#include <string>

#include "study/study_spec.h"

namespace acim {

/// "adc_bits=4:10" or "adc_bits=4,7,8": what parse_sweep_axis() reads back equal.
std::string axis_text(const SweepAxis& axis);
/// The command that computes a study again, quoted for a shell: `acim sweep`, or `acim run` of a single point, with
/// what differs from the defaults. Files are named as they were. Empty for a study that no command line makes: along
/// the settings of layers, or with points that no settings lead to. Held noise comes back to the last bits of its
/// decimals.
std::string study_command(const StudySpec& spec);

}  // namespace acim
