#pragma once

namespace acim {

/// Error::problem() of load_network() for a network whose normalisation neither its file nor its source tells: a window
/// asks for it then. The same words as in its Phrase, which has to be a literal.
inline constexpr const char* kNormalisationUnknown = "the normalisation of the network's input is not known";

}  // namespace acim
