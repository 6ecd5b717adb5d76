#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acim::test {

/// A Phrase("Context", "pattern") as a source spells it.
struct SourcePhrase {
  std::string place;  ///< "core/base/file.cpp:40"
  std::string context;
  std::string pattern;
  std::optional<int> fillings;  ///< of a filled_with() right behind it
};

/// Every phrase in the sources below a folder of the source tree.
std::vector<SourcePhrase> phrases_below(std::string_view folder);

/// Places below the folder where an error that a user can meet is given as bare words, which no window can translate.
std::vector<std::string> bare_errors_below(std::string_view folder);

}  // namespace acim::test
