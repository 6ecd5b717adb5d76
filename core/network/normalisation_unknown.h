#pragma once

#include "base/error.h"

namespace acim {

/// What load_network() throws where neither a network's file nor its source tells its normalisation, so that a window
/// can ask for it.
class NormalisationUnknown : public Error {
 public:
  using Error::Error;
};

}  // namespace acim
