#include "ui/model/folder_beside.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/error.h"

namespace acim::ui {

namespace fs = std::filesystem;

FolderBeside::FolderBeside(const fs::path& file) {
  std::string name = ((file.has_parent_path() ? file.parent_path() : fs::path(".")) / ".acim-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    const std::error_code reason(errno, std::generic_category());
    throw Error(ErrorKind::output, Phrase("Error", "The folder cannot be written ({})").filled_with(reason.message()),
                file.string(), Phrase("Error", "Choose another folder"));
  }
  path_ = name;
}

FolderBeside::~FolderBeside() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace acim::ui
