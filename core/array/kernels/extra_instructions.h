// No include guard: to be included behind every HWY_BEFORE_NAMESPACE of a kernel that uses AVX-512's VNNI or GFNI.
// Every processor with AVX-512 VBMI that Highway takes has them, but Highway 1.0.3 does not say so: it names AVX's own
// VNNI, which few of them have.
#if HWY_TARGET == HWY_AVX3_DL
#pragma GCC target("avx512vnni,gfni")
#endif
