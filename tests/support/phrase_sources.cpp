#include "phrase_sources.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "test_files.h"

namespace acim::test {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string name;
  std::string text;

  std::string place(std::size_t at) const {
    const auto begin = text.begin();
    return name + ':' + std::to_string(1 + std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n'));
  }
};

std::vector<Source> sources_below(std::string_view folder) {
  std::vector<Source> sources;
  const fs::path root = source_folder();
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".h") continue;
    std::ifstream file(entry.path());
    sources.push_back({fs::relative(entry.path(), root).string(),
                       std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>())});
  }
  return sources;
}

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::size_t after_spaces(const std::string& text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// The quoted pieces that begin at `at`, joined; `at` ends behind them. "" where there is none.
std::string literal(const std::string& text, std::size_t& at) {
  std::string joined;
  for (std::size_t next = at = after_spaces(text, at); next < text.size() && text[next] == '"';
       next = after_spaces(text, next)) {
    for (++next; next < text.size() && text[next] != '"'; ++next) {
      if (text[next] == '\\') ++next;
      joined += text[next];
    }
    at = ++next;
  }
  return joined;
}

/// Arguments of the call whose parenthesis opened before `at`.
int arguments(const std::string& text, std::size_t at) {
  if (text[after_spaces(text, at)] == ')') return 0;
  int count = 1;
  for (int depth = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      if (text[at - 1] == 'R') {
        at = text.find(")\"", at) + 1;
      } else {
        literal(text, at);
        --at;
      }
    } else if (c == '(' || c == '{' || c == '[') {
      ++depth;
    } else if (c == ')' || c == '}' || c == ']') {
      if (depth-- == 0) return count;
    } else if (c == ',' && depth == 0) {
      ++count;
    }
  }
  return count;
}

std::optional<int> fillings_behind(const std::string& text, std::size_t at) {
  constexpr std::string_view kFilled = ".filled_with(";
  at = after_spaces(text, at);
  if (text.compare(at, kFilled.size(), kFilled) != 0) return std::nullopt;
  at += kFilled.size();
  const std::size_t list = after_spaces(text, at);
  return arguments(text, text[list] == '{' ? list + 1 : at);
}

}  // namespace

std::vector<SourcePhrase> phrases_below(std::string_view folder) {
  std::vector<SourcePhrase> phrases;
  for (const Source& source : sources_below(folder)) {
    constexpr std::string_view kPhrase = "Phrase(";
    for (std::size_t at = source.text.find(kPhrase); at != std::string::npos; at = source.text.find(kPhrase, at + 1)) {
      std::size_t end = at + kPhrase.size();
      SourcePhrase phrase{source.place(at), literal(source.text, end), {}, {}};
      end = after_spaces(source.text, end);
      if (phrase.context.empty() || source.text[end] != ',') continue;
      phrase.pattern = literal(source.text, ++end);
      end = after_spaces(source.text, end);
      if (phrase.pattern.empty() || source.text[end] != ')') continue;
      phrase.fillings = fillings_behind(source.text, end + 1);
      phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

std::vector<std::string> bare_errors_below(std::string_view folder) {
  constexpr std::array<std::string_view, 7> kWays = {
      "ErrorKind::usage,", "ErrorKind::input,", "ErrorKind::output,", " fail(", ".fail(", " refuse(", " damaged("};
  std::vector<std::string> found;
  for (const Source& source : sources_below(folder)) {
    for (const std::string_view way : kWays) {
      for (std::size_t at = source.text.find(way); at != std::string::npos; at = source.text.find(way, at + 1)) {
        const std::size_t words = after_spaces(source.text, at + way.size());
        std::size_t end = words;
        const bool sentence = literal(source.text, end).find(' ') != std::string::npos;
        if (sentence || source.text.compare(words, 12, "fmt::format(") == 0) found.push_back(source.place(at));
      }
    }
  }
  return found;
}

}  // namespace acim::test
