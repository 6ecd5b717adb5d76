#pragma once

#include "base/error.h"

namespace acim {

/// Network and images are sound each, and do not belong together: with another one of either it may go.
class SubjectMisfit : public Error {
 public:
  explicit SubjectMisfit(const Error& error) : Error(error) {}
};

}  // namespace acim
