#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace acim {
class ZipArchive;
struct ZipEntry;
}  // namespace acim

namespace acim::torchscript {

/// Gives the inflated bytes of an entry; LibTorch's own reader does that.
using Inflate = std::function<std::vector<std::byte>(const ZipEntry&)>;

/// Checks a TorchScript archive before LibTorch's loader sees it: checksums of all entries; every pickle well formed,
/// with globals that loading needs and nothing else; every tensor inside its storage; code of bounded size and nesting
/// that runs nothing while loading (no __setstate__, no compiled classes). Error(input).
void check_torchscript_archive(const ZipArchive& archive, const Inflate& inflate, const std::string& where);

/// Whether a network may use this operator ("aten::conv2d", "prim::If"): pure functions on tensors and numbers, no
/// files, no printing, no random numbers, no loops without end.
bool is_allowed_operator(std::string_view name);

/// What to do about an operator off the list; "" when there is no special advice.
Phrase advice_for_operator(std::string_view name);

}  // namespace acim::torchscript
