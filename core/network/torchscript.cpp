#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/torchscript.h"

#include <ATen/ops/isfinite.h>
#include <caffe2/serialize/in_memory_adapter.h>
#include <caffe2/serialize/inline_container.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/error.h"
#include "network/torchscript_archive.h"
#include "network/zip_archive.h"

namespace acim {
namespace {

constexpr std::int64_t kMostNodes = 1'000'000;  // with all calls inlined, as LibTorch's executor has them

std::string first_line(const std::string& text) {
  return text.substr(0, std::min<std::size_t>(text.find('\n'), 300));
}

/// Follows every call from a function and collects what it does.
class GraphInspection {
 public:
  /// Nodes of the function with all calls inlined.
  std::int64_t inspect(torch::jit::Function& function) {
    const auto known = sizes_.find(&function);
    if (known != sizes_.end()) {
      if (known->second < 0) refused_.insert("a function that calls itself");
      return std::max<std::int64_t>(known->second, 0);
    }
    sizes_[&function] = -1;
    const torch::jit::GraphFunction* graph_function = torch::jit::tryToGraphFunction(function);
    std::int64_t size = 0;
    if (graph_function == nullptr) {
      refused_.insert(function.name());
    } else {
      size = inspect(*graph_function->graph()->block());
    }
    sizes_[&function] = size;
    return size;
  }

  const std::set<std::string>& refused() const { return refused_; }
  const std::vector<at::Tensor>& constants() const { return constants_; }

 private:
  std::int64_t inspect(const torch::jit::Block& block) {
    std::int64_t size = 0;
    for (const torch::jit::Node* node : block.nodes()) {
      size += 1 + inspect(*node);
      for (const torch::jit::Block* inner : node->blocks()) size += inspect(*inner);
      size = std::min(size, kMostNodes + 1);
    }
    return size;
  }

  std::int64_t inspect(const torch::jit::Node& node) {
    const std::string name = node.kind().toQualString();
    if (!torchscript::is_allowed_operator(name)) refused_.insert(name);
    switch (node.kind()) {
      case c10::prim::Constant:
        if (node.hasAttribute(c10::attr::value) && node.kindOf(c10::attr::value) == torch::jit::AttributeKind::t) {
          constants_.push_back(node.t(c10::attr::value));
        }
        return 0;
      case c10::prim::CallMethod: {
        const auto type = node.input(0)->type()->cast<c10::ClassType>();
        torch::jit::Function* method = type ? type->findMethod(node.s(c10::attr::name)) : nullptr;
        if (method == nullptr) {
          refused_.insert("a call through an interface");
          return 0;
        }
        return inspect(*method);
      }
      case c10::prim::CallFunction: {
        const auto type = node.input(0)->type()->cast<c10::FunctionType>();
        if (!type) {
          refused_.insert("a call of an unknown function");
          return 0;
        }
        return inspect(*type->function());
      }
      default:
        return 0;
    }
  }

  std::map<const torch::jit::Function*, std::int64_t> sizes_;
  std::set<std::string> refused_;
  std::vector<at::Tensor> constants_;
};

void check_operators(const GraphInspection& inspection, std::int64_t size, const std::string& where) {
  if (!inspection.refused().empty()) {
    throw Error(ErrorKind::input,
                Phrase("Error", "the network uses {}, which may not run here")
                    .filled_with(fmt::format("{}", fmt::join(inspection.refused(), ", "))),
                where, torchscript::advice_for_operator(*inspection.refused().begin()));
  }
  if (size > kMostNodes)
    throw Error(ErrorKind::input, Phrase("Error", "a network of more than a million operations"), where);
}

torch::jit::Module load_module(std::span<const std::byte> bytes, const std::string& where) {
  const auto adapter = [&bytes] {
    return std::make_unique<caffe2::serialize::MemoryReadAdapter>(bytes.data(), static_cast<off_t>(bytes.size()));
  };
  try {
    const ZipArchive archive(bytes, where);
    caffe2::serialize::PyTorchStreamReader reader(adapter());
    const auto inflate = [&](const ZipEntry& entry) {
      const auto [data, size] = reader.getRecord(entry.name.substr(archive.folder().size() + 1));
      const auto* first = static_cast<const std::byte*>(data.get());
      return std::vector<std::byte>(first, first + size);
    };
    torchscript::check_torchscript_archive(archive, inflate, where);
    torch::jit::Module module = torch::jit::load(adapter(), c10::Device(c10::DeviceType::CPU));
    module.eval();
    return module;
  } catch (const Error&) {
    throw;
  } catch (const std::exception& exception) {
    throw Error(ErrorKind::input,
                Phrase("Error", "LibTorch cannot load the network: {}").filled_with(first_line(exception.what())),
                where, Phrase("Error", "Export it with torch.jit.trace and PyTorch 1.13 or older."));
  }
}

void check_tensor(const std::string& name, const at::Tensor& tensor, const std::string& where) {
  if (!tensor.is_floating_point() || at::isfinite(tensor).all().item<bool>()) return;
  throw Error(ErrorKind::input,
              Phrase("Error", "tensor \"{}\" has values that are no finite numbers").filled_with(name), where,
              Phrase("Error", "Train or export the network again."));
}

}  // namespace

LoadedParts load_torchscript(std::span<const std::byte> bytes, const std::string& where) {
  const torch::jit::Module module = load_module(bytes, where);
  const auto forward = module.find_method("forward");
  if (!forward)
    throw Error(ErrorKind::input, Phrase("Error", "a TorchScript module without forward"), where,
                Phrase("Error", "Export a network."));
  const auto& arguments = forward->function().getSchema().arguments();
  if (arguments.size() < 2 ||
      std::any_of(arguments.begin() + 2, arguments.end(), [](const c10::Argument& a) { return !a.default_value(); })) {
    throw Error(ErrorKind::input,
                Phrase("Error", "a network of {} inputs").filled_with(arguments.empty() ? 0 : arguments.size() - 1),
                where, Phrase("Error", "A network that takes images alone is needed."));
  }
  GraphInspection inspection;
  check_operators(inspection, inspection.inspect(forward->function()), where);

  LoadedParts parts;
  for (const auto& attribute : module.named_attributes(true)) {
    if (!attribute.value.isTensor() || !attribute.value.toTensor().defined()) continue;
    check_tensor(attribute.name, attribute.value.toTensor(), where);
    parts.constants.add(attribute.name, attribute.value.toTensor());
  }
  for (const at::Tensor& constant : inspection.constants()) {
    check_tensor("constant", constant, where);
    if (constant.dim() >= 2) parts.constants.add("", constant);
  }
  for (const auto& parameter : module.named_parameters(true)) parts.parameter_count += parameter.value.numel();
  if (parts.parameter_count == 0) {
    for (const at::Tensor& constant : inspection.constants()) parts.parameter_count += constant.numel();  // frozen
  }
  parts.forward = [module](const at::Tensor& images) {
    // Unoptimised: what runs must not depend on how often it ran before.
    const torch::jit::GraphOptimizerEnabledGuard plain(false);
    const c10::IValue output = module.get_method("forward")({images});
    if (!output.isTensor()) throw Error(ErrorKind::input, Phrase("Error", "the network's output is no tensor"));
    return output.toTensor();
  };
  return parts;
}

}  // namespace acim
