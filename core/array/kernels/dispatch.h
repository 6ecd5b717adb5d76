#pragma once

// Chooses among the copies of a kernel file that foreach_target.h compiles. A kernel file defines, in each target's
// namespace, one constant table `kKernels` of function pointers; after HWY_ONCE it answers with ACIM_KERNELS_OF(set).

#include <hwy/highway.h>

#include "array/instruction_set.h"

// GCC 12 before 12.3 cannot compile Highway's 128-bit emulation, so the portable copy may be either.
#if HWY_TARGETS & HWY_EMU128
#define ACIM_PORTABLE_NAMESPACE N_EMU128
#else
#define ACIM_PORTABLE_NAMESPACE N_SCALAR
#endif

#if HWY_TARGETS & HWY_AVX2
#define ACIM_AVX2_NAMESPACE N_AVX2
#else
#define ACIM_AVX2_NAMESPACE ACIM_PORTABLE_NAMESPACE
#endif

#if HWY_TARGETS & HWY_AVX3
#define ACIM_AVX512_NAMESPACE N_AVX3
#else
#define ACIM_AVX512_NAMESPACE ACIM_PORTABLE_NAMESPACE
#endif

#if HWY_TARGETS & HWY_AVX3_DL
#define ACIM_AVX512_VBMI_NAMESPACE N_AVX3_DL
#else
#define ACIM_AVX512_VBMI_NAMESPACE ACIM_PORTABLE_NAMESPACE
#endif

/// The table of a set; to be used inside namespace acim, where Highway's HWY_NAMESPACEs of this file are.
#define ACIM_KERNELS_OF(set)                                                   \
  ((set) == InstructionSet::avx512_vbmi ? ACIM_AVX512_VBMI_NAMESPACE::kKernels \
   : (set) == InstructionSet::avx512    ? ACIM_AVX512_NAMESPACE::kKernels      \
   : (set) == InstructionSet::avx2      ? ACIM_AVX2_NAMESPACE::kKernels        \
                                        : ACIM_PORTABLE_NAMESPACE::kKernels)
