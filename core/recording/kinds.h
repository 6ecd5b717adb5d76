#pragma once

#include "recording/recording.h"
#include "recording/recording_file.h"

namespace acim {

// One function per kind of recording; each fills status, detail and figures.
void verify_quantiser(const RecordingFile& file, VerificationResult& result);
void verify_exact(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result);
void verify_statistics(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result);
void verify_network(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result);

/// "3 integers of 'input' differ", or empty: our quantiser against the recorded integers.
class RecordedLayer;
std::string quantiser_complaint(const RecordedLayer& layer);

}  // namespace acim
