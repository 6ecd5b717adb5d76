#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// What a lesson asks about a curve of the student's own run. docs/lessons.md explains each.
enum class LessonAsk {
  lost,          ///< where along x the curve has lost so many points against its first point, interpolated
  first_within,  ///< the smallest x within so many points of the curve's best
  last_within,   ///< the largest such x
  extra,         ///< how much later another curve first comes within so many points of its own best
  accuracy,      ///< the accuracy at one x, in per cent
};

struct LessonQuestion {
  LessonAsk ask = LessonAsk::accuracy;
  std::string curve;    ///< the family's value; empty: the first curve
  std::string against;  ///< of `extra`: the curve that it is held against
  std::string at;       ///< of `accuracy`: the value along x
  double points = 1;    ///< percentage points of the other kinds
  std::string unit;     ///< of the answer, as it is shown
  double scale = 1;     ///< answer = x times this
  double tolerance = 0;
};

/// One point held against the paper.
struct LessonReading {
  std::string x;
  std::string curve;
  std::optional<double> paper_percent;
  std::string note;
};

/// A lesson as its file says it; texts are Markdown.
struct Lesson {
  std::string name;  ///< of the file, without folder and ending
  int order = 0;
  std::string title;
  std::string introduction;
  std::string question_text;
  std::string finding;
  std::string why;
  std::string source;
  std::vector<std::string> knobs;  ///< keys that the form marks
  PointSettings settings;
  StudySpec spec;  ///< on the demo network
  LessonQuestion question;
  std::vector<LessonReading> readings;
};

constexpr std::size_t kLongestLesson = 256 * 1024;  ///< bytes
constexpr std::size_t kMostLessonPoints = 200;
constexpr std::int64_t kMostLessonImages = 2000;  ///< the demo has no more

/// Reads a lesson (docs/lessons.md). Error(input) with file and line for anything that is not one.
Lesson parse_lesson(std::string_view text, const std::string& file);

/// Whether a study is a run of this lesson: the same network, images and settings at every point.
bool is_run_of(const Lesson& lesson, const StudySpec& spec);

}  // namespace acim::ui
