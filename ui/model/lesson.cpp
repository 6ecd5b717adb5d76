#include "ui/model/lesson.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "base/error.h"

namespace acim::ui {

namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Reads the file from top to bottom; every error knows its line.
class LessonReader {
 public:
  LessonReader(std::string_view text, const std::string& file) : rest_(text), file_(file) {
    if (text.size() > kLongestLesson) fail("The lesson is longer than 256 kB", "Make several of it");
    if (text.find('\0') != std::string_view::npos) fail("The lesson is no text", "A lesson is a Markdown file");
    lesson_.name = file.substr(file.find_last_of('/') + 1);
    lesson_.name = lesson_.name.substr(0, lesson_.name.find_last_of('.'));
  }

  Lesson read() {
    read_header();
    read_body();
    check();
    return std::move(lesson_);
  }

 private:
  [[noreturn]] void fail(const Phrase& what, const Phrase& remedy) const { fail_at(line_, what, remedy); }
  [[noreturn]] void fail_at(int line, const Phrase& what, const Phrase& remedy) const {
    throw Error(ErrorKind::input, what, line > 0 ? fmt::format("{}, line {}", file_, line) : file_, remedy);
  }

  std::optional<std::string_view> next_line() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_;
    return line;
  }

  void read_header() {
    if (trimmed(next_line().value_or("")) != "---") {
      fail("The lesson does not begin with its header", "The first line is ---, then come lines KEY: VALUE, then ---");
    }
    while (const auto line = next_line()) {
      const std::string_view text = trimmed(*line);
      if (text == "---") return;
      if (text.empty() || text.front() == '#') continue;
      const std::size_t colon = text.find(':');
      if (colon == std::string_view::npos) fail(fmt::format("\"{}\" has no colon", text), "Write KEY: VALUE");
      const std::string key(trimmed(text.substr(0, colon)));
      if (key != "reading" && !lines_.emplace(key, line_).second) fail(fmt::format("{} is given twice", key), {});
      take(key, std::string(trimmed(text.substr(colon + 1))));
    }
    fail("The header has no end", "A line --- ends it");
  }

  void take(const std::string& key, const std::string& value) {
    if (value.empty()) fail(fmt::format("{} has no value", key), "Leave the line out or give one");
    try {
      take_value(key, value);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::input) throw;
      fail(error.problem_phrase(), error.remedy_phrase());
    }
  }

  void take_value(const std::string& key, const std::string& value) {
    LessonQuestion& question = lesson_.question;
    if (key == "acim-lesson") {
      if (value != "1") fail(fmt::format("Lessons of version {} are not known", value), "This program knows version 1");
    } else if (key == "order") {
      lesson_.order = static_cast<int>(number(value, 0, 9999));
    } else if (key == "title") {
      lesson_.title = value;
    } else if (key == "set") {
      for (const std::string& assignment : split(value, ' ')) {
        if (!assignment.empty()) apply_assignment(lesson_.settings.macro, assignment);
      }
    } else if (key == "x") {
      lesson_.spec.x = parse_sweep_axis(value);
    } else if (key == "family") {
      lesson_.spec.family = parse_sweep_axis(value);
    } else if (key == "images") {
      lesson_.spec.subject.images = static_cast<std::int64_t>(number(value, 1, static_cast<double>(kMostLessonImages)));
    } else if (key == "knobs") {
      for (const std::string& knob : split(value, ',')) lesson_.knobs.emplace_back(parameter_of(knob).key);
    } else if (key == "answer") {
      question.ask = ask(value);
    } else if (key == "answer-curve") {
      question.curve = value;
    } else if (key == "answer-against") {
      question.against = value;
    } else if (key == "answer-at") {
      question.at = value;
    } else if (key == "answer-points") {
      question.points = number(value, 0, 100);
    } else if (key == "answer-unit") {
      question.unit = value;
    } else if (key == "answer-scale") {
      question.scale = number(value, 1e-6, 1e6);
    } else if (key == "answer-tolerance") {
      question.tolerance = number(value, 0, 1e6);
    } else if (key == "reading") {
      lesson_.readings.push_back(reading(value));
    } else if (key == "source") {
      lesson_.source = value;
    } else {
      fail(fmt::format("{} is no key of a lesson", key), "docs/lessons.md lists them");
    }
  }

  double number(const std::string& text, double low, double high) const {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || value < low ||
        value > high) {
      fail(fmt::format("\"{}\" is not a number from {} to {}", text, low, high), {});
    }
    return value;
  }

  LessonAsk ask(const std::string& name) const {
    static const std::map<std::string, LessonAsk, std::less<>> kinds = {{"lost", LessonAsk::lost},
                                                                        {"first-within", LessonAsk::first_within},
                                                                        {"last-within", LessonAsk::last_within},
                                                                        {"extra", LessonAsk::extra},
                                                                        {"accuracy", LessonAsk::accuracy}};
    const auto found = kinds.find(name);
    if (found == kinds.end())
      fail(fmt::format("\"{}\" is no kind of answer", name), "lost, first-within, last-within, extra or accuracy");
    return found->second;
  }

  LessonReading reading(const std::string& text) const {
    const std::vector<std::string> parts = split(text, '|');
    if (parts.size() != 3) fail("A reading has three parts", "X[, CURVE] | per cent in the paper, or - | a short note");
    const std::vector<std::string> place = split(parts[0], ',');
    LessonReading made;
    made.x = place[0];
    if (place.size() > 1) made.curve = place[1];
    if (parts[1] != "-") made.paper_percent = number(parts[1], 0, 100);
    made.note = parts[2];
    return made;
  }

  void read_body() {
    std::string* part = &lesson_.introduction;
    std::set<std::string, std::less<>> seen;
    while (const auto line = next_line()) {
      if (line->starts_with("## ")) {
        const std::string name(trimmed(line->substr(3)));
        if (!seen.insert(name).second) fail(fmt::format("There are two sections {}", name), {});
        if (name == "Question") {
          part = &lesson_.question_text;
        } else if (name == "Finding") {
          part = &lesson_.finding;
        } else if (name == "Why") {
          part = &lesson_.why;
        } else {
          fail(fmt::format("\"{}\" is no section of a lesson", name), "Question, Finding or Why");
        }
        continue;
      }
      part->append(*line).push_back('\n');
    }
  }

  int line_of(const std::string& key) const {
    const auto found = lines_.find(key);
    return found == lines_.end() ? 0 : found->second;
  }

  void need(const std::string& key) const {
    if (line_of(key) == 0)
      fail_at(0, fmt::format("The header has no line {}", key), "docs/lessons.md says what it is for");
  }

  void check() {
    for (const char* key : {"acim-lesson", "title", "x", "images", "answer"}) need(key);
    if (trimmed(lesson_.question_text).empty()) fail_at(0, "The lesson asks nothing", "It needs a section ## Question");
    StudySpec& spec = lesson_.spec;
    if (spec.x.values.size() * std::max<std::size_t>(1, spec.family.values.size()) > kMostLessonPoints)
      fail_at(line_of("x"), "The sweep has more than 200 points", "A class waits for it: take fewer");
    if (!is_numeric(spec.x)) fail_at(line_of("x"), "The values along x are no numbers", "Take a knob with numbers");
    try {
      spec = make_study_spec(spec.subject, lesson_.settings, spec.x, spec.family);
    } catch (const Error& error) {
      fail_at(line_of("set") > 0 ? line_of("set") : line_of("x"), error.sentence(), "Change set, x or family");
    }
    check_question();
    for (const LessonReading& one : lesson_.readings) check_place(one.x, one.curve, "reading");
    if (lesson_.knobs.empty()) {
      lesson_.knobs.push_back(spec.x.key);
      if (!spec.family.key.empty()) lesson_.knobs.push_back(spec.family.key);
    }
  }

  void check_question() const {
    const LessonQuestion& question = lesson_.question;
    check_curve(question.curve, "answer-curve");
    if (question.ask == LessonAsk::extra) {
      need("answer-against");
      check_curve(question.against, "answer-against");
    }
    if (question.ask == LessonAsk::accuracy) {
      need("answer-at");
      check_place(question.at, question.curve, "answer-at");
    }
  }

  static bool is_numeric(const SweepAxis& axis) {
    const Parameter* parameter = find_parameter(axis.key);
    return parameter != nullptr &&
           (parameter->type == ParameterType::integer || parameter->type == ParameterType::real);
  }

  void check_curve(const std::string& curve, const std::string& key) const {
    const SweepAxis& family = lesson_.spec.family;
    if (curve.empty() || std::find(family.values.begin(), family.values.end(), curve) != family.values.end()) return;
    fail_at(line_of(key), fmt::format("There is no curve \"{}\"", curve), "Name a value of the family");
  }

  void check_place(const std::string& x, const std::string& curve, const std::string& key) const {
    const SweepAxis& axis = lesson_.spec.x;
    if (std::find(axis.values.begin(), axis.values.end(), x) == axis.values.end())
      fail_at(line_of(key), fmt::format("{} has \"{}\", which is not among the values along x", key, x), {});
    check_curve(curve, key);
  }

  std::string_view rest_;
  std::string file_;
  int line_ = 0;
  Lesson lesson_;
  std::map<std::string, int> lines_;
};

}  // namespace

Lesson parse_lesson(std::string_view text, const std::string& file) {
  return LessonReader(text, file).read();
}

bool is_run_of(const Lesson& lesson, const StudySpec& spec) {
  return spec.subject == lesson.spec.subject && spec.points == lesson.spec.points;
}

}  // namespace acim::ui
