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

/// Behind the literal that begins at `at`, raw or not.
std::size_t after_literal(const std::string& text, std::size_t at) {
  if (at > 0 && text[at - 1] == 'R') return text.find(")\"", at) + 2;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

/// The arguments of the call whose parenthesis opened before `at`, as they are spelled.
std::vector<std::string> arguments(const std::string& text, std::size_t at) {
  at = after_spaces(text, at);
  std::vector<std::string> found;
  std::size_t begin = at;
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = after_literal(text, at);
      continue;
    }
    if (c == '(' || c == '{' || c == '[') ++depth;
    const bool closes = c == ')' || c == '}' || c == ']';
    if (closes && depth-- == 0) break;
    if (c == ',' && depth == 0) {
      found.push_back(text.substr(begin, at - begin));
      begin = after_spaces(text, at + 1);
    }
    ++at;
  }
  if (at > begin) found.push_back(text.substr(begin, at - begin));
  return found;
}

/// Whether words stand in an argument that are no pattern of a phrase and do not fill one; if `sentence`, several.
bool has_bare_words(const std::string& argument, bool sentence) {
  for (std::size_t at = 0; at < argument.size();) {
    const bool phrase = argument.compare(at, 7, "Phrase(") == 0;
    if (phrase || argument.compare(at, 12, "filled_with(") == 0) {
      at += phrase ? 7 : 12;
      for (int depth = 1; at < argument.size() && depth > 0;) {
        if (argument[at] == '"') {
          at = after_literal(argument, at);
          continue;
        }
        depth += argument[at] == '(' ? 1 : argument[at] == ')' ? -1 : 0;
        ++at;
      }
    } else if (argument[at] == '"') {
      const std::size_t end = after_literal(argument, at);
      const std::string words = argument.substr(at, end - at);
      if (words.size() > 2 && (!sentence || words.find(' ') != std::string::npos)) return true;
      at = end;
    } else {
      ++at;
    }
  }
  return false;
}

/// How errors are spelled up to their problem.
struct Way {
  std::string_view spelling;
  std::size_t remedy;  ///< its place among the arguments from the problem on; 0: not among them
};

bool is_bare(const std::string& text, std::size_t at, std::size_t remedy) {
  const std::vector<std::string> said = arguments(text, at);
  // Where it is not known what comes first, a word alone may be a key; and a remedy may be made of values.
  if (!said.empty() && has_bare_words(said.front(), remedy == 0)) return true;
  return remedy > 0 && said.size() > remedy && has_bare_words(said[remedy], true);
}

std::optional<int> fillings_behind(const std::string& text, std::size_t at) {
  constexpr std::string_view kFilled = ".filled_with(";
  at = after_spaces(text, at);
  if (text.compare(at, kFilled.size(), kFilled) != 0) return std::nullopt;
  at += kFilled.size();
  const std::size_t list = after_spaces(text, at);
  return static_cast<int>(arguments(text, text[list] == '{' ? list + 1 : at).size());
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
  // How many arguments there are behind, and of these the ones that are said: problem and remedy, or the problem.
  constexpr std::array<Way, 7> kWays = {{{"ErrorKind::usage,", 2},
                                         {"ErrorKind::input,", 2},
                                         {"ErrorKind::output,", 2},
                                         {" fail(", 0},
                                         {".fail(", 0},
                                         {" refuse(", 0},
                                         {" damaged(", 0}}};
  std::vector<std::string> found;
  for (const Source& source : sources_below(folder)) {
    for (const Way& way : kWays) {
      for (std::size_t at = source.text.find(way.spelling); at != std::string::npos;
           at = source.text.find(way.spelling, at + 1)) {
        if (is_bare(source.text, at + way.spelling.size(), way.remedy)) found.push_back(source.place(at));
      }
    }
  }
  return found;
}

}  // namespace acim::test
