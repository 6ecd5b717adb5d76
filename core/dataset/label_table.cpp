#include "dataset/label_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/error.h"
#include "base/file.h"

namespace acim {
namespace {

constexpr std::uint64_t kLargestTable = std::uint64_t{1} << 30U;
constexpr std::uint64_t kLargestClassList = std::uint64_t{64} << 20U;
constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kMostClasses = 1000000;
Phrase columns_remedy() {
  return Phrase("Error",
                "A labels file is a CSV whose header names the column of the files (file, filename, image, image_id or "
                "path) and of the classes (class, label, class_id, class_index, target; or synset, wnid).");
}

std::string where_of(const std::filesystem::path& path, std::size_t line) {
  return fmt::format("{}, line {}", path.string(), line);
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

/// Records of a CSV, one after the other.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::filesystem::path& path) : rest_(text), path_(path) {}

  std::size_t line() const { return line_; }

  /// The fields of the next record that is not blank; false at the end.
  bool next(std::vector<std::string>& fields) {
    do {
      if (rest_.empty()) return false;
      line_ = next_line_;
      fields.clear();
      while (field(fields)) {
      }
    } while (fields.size() == 1 && trimmed(fields.front()).empty());
    return true;
  }

 private:
  /// Reads a field and what ends it; true when another one follows in this record.
  bool field(std::vector<std::string>& fields) {
    if (fields.size() == kMostColumns) {
      throw Error(ErrorKind::input, Phrase("Error", "There are more than {} columns").filled_with(kMostColumns),
                  where_of(path_, line_), columns_remedy());
    }
    std::string value = !rest_.empty() && rest_.front() == '"' ? quoted() : std::string();
    const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
    value += trimmed(rest_.substr(0, end));
    fields.push_back(std::move(value));
    const bool more = end < rest_.size() && rest_[end] == ',';
    if (end < rest_.size() && !more) ++next_line_;
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return more;
  }

  std::string quoted() {
    std::string value;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '\n') ++next_line_;
      if (c != '"') {
        value += c;
      } else if (!rest_.empty() && rest_.front() == '"') {
        value += c;
        rest_.remove_prefix(1);
      } else {
        return value;
      }
    }
    throw Error(ErrorKind::input, Phrase("Error", "A quotation mark is not closed"), where_of(path_, line_),
                columns_remedy());
  }

  std::string_view rest_;
  const std::filesystem::path& path_;
  std::size_t line_ = 1;
  std::size_t next_line_ = 1;
};

template <std::size_t N>
std::optional<std::size_t> column_of(const std::vector<std::string>& header,
                                     const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (lower_case(header[i]) == name) return i;
    }
  }
  return std::nullopt;
}

struct Columns {
  std::size_t file = 0;
  std::optional<std::size_t> label;
  std::optional<std::size_t> synset;
};

Columns columns_of(const std::vector<std::string>& header, const std::string& where) {
  const auto file =
      column_of<8>(header, {"file", "filename", "file_name", "image", "image_id", "imageid", "path", "name"});
  Columns columns;
  columns.label = column_of<5>(header, {"class", "label", "class_id", "class_index", "target"});
  columns.synset = column_of<3>(header, {"synset", "wnid", "predictionstring"});
  if (!file || (!columns.label && !columns.synset)) {
    throw Error(ErrorKind::input,
                (file ? Phrase("Error", "No column names the classes; the header is: {}")
                      : Phrase("Error", "No column names the files; the header is: {}"))
                    .filled_with(fmt::format("{}", fmt::join(header, ", "))),
                where, columns_remedy());
  }
  columns.file = *file;
  return columns;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

LabelRow row_of(const std::vector<std::string>& fields, const Columns& columns, std::size_t line) {
  LabelRow row;
  row.line = line;
  row.file = fields[columns.file];
  if (columns.synset) {
    const std::string& text = fields[*columns.synset];
    row.synset = text.substr(0, text.find(' '));
  }
  if (columns.label) {
    row.label = whole_number(fields[*columns.label]);
    // A column "class" may hold names or synsets.
    if (!row.label && row.synset.empty()) row.synset = fields[*columns.label];
  }
  return row;
}

/// The names as shown: the first of each class's, or all where it is ambiguous.
std::vector<std::string> shown_names(const std::vector<std::string>& all) {
  std::map<std::string, int, std::less<>> uses;
  const auto first = [](const std::string& names) { return std::string(trimmed(names.substr(0, names.find(',')))); };
  for (const std::string& names : all) ++uses[first(names)];
  std::vector<std::string> shown;
  shown.reserve(all.size());
  for (const std::string& names : all) shown.push_back(uses[first(names)] == 1 ? first(names) : names);
  return shown;
}

bool is_synset(std::string_view word) {
  return word.size() >= 9 && word.front() == 'n' &&
         std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<int> ClassList::find(std::string_view text) const {
  for (const std::vector<std::string>* list : {&synsets, &names}) {
    const auto found = std::find(list->begin(), list->end(), text);
    if (found != list->end() && !found->empty()) return static_cast<int>(found - list->begin());
  }
  const auto number = whole_number(text);
  if (number && *number < static_cast<std::int64_t>(names.size())) return static_cast<int>(*number);
  return std::nullopt;
}

ClassList read_class_list(const std::filesystem::path& path) {
  const std::string text = read_text_file(path, kLargestClassList);
  std::string_view rest = without_byte_order_mark(text);
  ClassList classes;
  std::vector<std::string> all_names;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) {
      if (trimmed(rest).empty()) break;
      throw Error(ErrorKind::input, Phrase("Error", "A class has no name"), where_of(path, all_names.size() + 1),
                  Phrase("Error", "Line i of a class list names class i, from 0."));
    }
    if (all_names.size() == kMostClasses) {
      throw Error(ErrorKind::input, Phrase("Error", "There are more than {} classes").filled_with(kMostClasses),
                  path.string());
    }
    const std::size_t word = std::min(line.find_first_of(" \t"), line.size());
    const bool synset = is_synset(line.substr(0, word));
    classes.synsets.emplace_back(synset ? line.substr(0, word) : std::string_view{});
    const std::string_view names = synset ? trimmed(line.substr(word)) : line;
    all_names.emplace_back(names.empty() ? line : names);
  }
  if (all_names.empty()) throw Error(ErrorKind::input, Phrase("Error", "The class list is empty"), path.string());
  classes.names = shown_names(all_names);
  return classes;
}

ClassList numbered_classes(std::int64_t count) {
  ClassList classes;
  for (std::int64_t i = 0; i < count; ++i) {
    classes.names.push_back(fmt::format("class {}", i));
    classes.synsets.emplace_back();
  }
  return classes;
}

std::vector<LabelRow> read_label_table(const std::filesystem::path& path) {
  const std::string text = read_text_file(path, kLargestTable);
  CsvReader reader(without_byte_order_mark(text), path);
  std::vector<std::string> fields;
  if (!reader.next(fields))
    throw Error(ErrorKind::input, Phrase("Error", "The labels file is empty"), path.string(), columns_remedy());
  const std::size_t width = fields.size();
  const Columns columns = columns_of(fields, where_of(path, reader.line()));
  std::vector<LabelRow> rows;
  while (reader.next(fields)) {
    const std::string where = where_of(path, reader.line());
    if (fields.size() != width) {
      throw Error(ErrorKind::input,
                  Phrase("Error", "A row of {} fields, the header has {}").filled_with(fields.size(), width), where,
                  Phrase("Error", "Put fields that have a comma in quotation marks."));
    }
    rows.push_back(row_of(fields, columns, reader.line()));
    if (rows.back().file.empty())
      throw Error(ErrorKind::input, Phrase("Error", "A row names no file"), where, columns_remedy());
    if (!rows.back().label && rows.back().synset.empty()) {
      throw Error(ErrorKind::input, Phrase("Error", "A row names no class"), where, columns_remedy());
    }
  }
  if (rows.empty())
    throw Error(ErrorKind::input, Phrase("Error", "The labels file has a header and no rows"), path.string(),
                columns_remedy());
  return rows;
}

}  // namespace acim
