#pragma once

#include <string>

#include "study/study_spec.h"

namespace acim::test {

/// What `acim sweep` and `acim run` make of a command line with the options that study_command() writes, quotes as a
/// shell reads them. std::runtime_error for any other option.
StudySpec study_of_command(const std::string& command);

/// What calibration adds to each point that asks for it, here of layers conv1 and conv2 and without a network.
void calibrate_points(StudySpec& spec);

}  // namespace acim::test
