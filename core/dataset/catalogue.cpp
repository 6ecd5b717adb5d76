#include "dataset/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/file.h"

namespace acim {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMostCatalogueBytes = 1U << 20U;
constexpr std::size_t kMostSets = 64;  ///< each is an entry of a menu
constexpr std::size_t kMostName = 64;
constexpr std::size_t kMostTitle = 80;  ///< bytes
constexpr std::size_t kMostUrl = 2000;
constexpr std::uint64_t kMostSetBytes = std::uint64_t{1} << 40U;
constexpr std::string_view kFormat = "acim-catalogue";
constexpr int kVersion = 1;

[[noreturn]] void refuse(const std::filesystem::path& path, const Phrase& what) {
  throw Error(ErrorKind::input, Phrase("Error", "The catalogue of image sets cannot be used: {}").filled_with(what),
              path.string(), Phrase("Error", "docs/file-formats.md shows one"));
}

bool only_holds(const std::string& text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string::npos;
}

/// Something to be read, and no control character.
bool is_line(const std::string& text) {
  const auto is_control = [](unsigned char character) { return character < 0x20 || character == 0x7f; };
  return text.find_first_not_of(' ') != std::string::npos && std::ranges::none_of(text, is_control);
}

/// It becomes the name of a file in the folder of data sets, and nothing else.
bool is_plain_file_name(const std::string& name) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return only_holds(name, kPlain) && name.front() != '.' && name.size() <= 200;
}

FetchableSet set_of(const json& entry, const std::filesystem::path& path) {
  FetchableSet set;
  set.name = entry.at("name").get<std::string>();
  set.kind = entry.value("kind", set.name);
  set.title = entry.value("title", set.name);
  set.file_name = entry.at("file").get<std::string>();
  set.url = entry.at("url").get<std::string>();
  set.sha256 = entry.at("sha256").get<std::string>();
  const auto check = [&](bool right, const Phrase& what) {
    // Not more of it than a line has: it may be anything.
    if (!right) refuse(path, Phrase("Error", "{} of \"{}\"").filled_with(what, set.name.substr(0, kMostName)));
  };
  check(entry.at("bytes").is_number_unsigned(), Phrase("Error", "the number of bytes"));
  set.size = entry.at("bytes").get<std::uint64_t>();
  check(only_holds(set.name, "abcdefghijklmnopqrstuvwxyz0123456789-") && set.name.size() <= kMostName,
        Phrase("Error", "the name (up to {} of a-z, 0-9 and -)").filled_with(kMostName));
  check(is_line(set.title) && set.title.size() <= kMostTitle,
        Phrase("Error", "the title (a line of {} bytes)").filled_with(kMostTitle));
  check(set.kind == "cifar10" || set.kind == "cifar100", Phrase("Error", "the kind (cifar10 or cifar100)"));
  check(is_plain_file_name(set.file_name), Phrase("Error", "the file (a plain name)"));
  check((set.url.starts_with("http://") || set.url.starts_with("https://")) && set.url.size() <= kMostUrl,
        Phrase("Error", "the url (http or https, up to {} bytes)").filled_with(kMostUrl));
  check(set.sha256.size() == 64 && only_holds(set.sha256, "0123456789abcdef"),
        Phrase("Error", "the sha256 (64 hexadecimal digits)"));
  check(set.size > 0 && set.size <= kMostSetBytes, Phrase("Error", "the number of bytes"));
  return set;
}

}  // namespace

std::vector<FetchableSet> read_catalogue(const std::filesystem::path& path) {
  const std::string text = read_text_file(path, kMostCatalogueBytes);
  std::vector<FetchableSet> sets;
  try {
    const json catalogue = json::parse(text);
    if (catalogue.at("format") != kFormat) refuse(path, Phrase("Error", "its format is another one"));
    if (catalogue.at("version") != kVersion) refuse(path, Phrase("Error", "its version is another one"));
    for (const json& entry : catalogue.at("sets")) {
      FetchableSet set = set_of(entry, path);
      if (sets.size() == kMostSets) refuse(path, Phrase("Error", "it has more than {} sets").filled_with(kMostSets));
      for (const FetchableSet& one : sets) {
        if (one.name == set.name) refuse(path, Phrase("Error", "\"{}\" is there twice").filled_with(set.name));
        // One would lie in the other's place.
        if (one.file_name == set.file_name) {
          refuse(path,
                 Phrase("Error", "'{}' and '{}' have the same file {}").filled_with(one.name, set.name, set.file_name));
        }
      }
      sets.push_back(std::move(set));
    }
  } catch (const json::exception& exception) {
    refuse(path, exception.what());
  }
  return sets;
}

}  // namespace acim
