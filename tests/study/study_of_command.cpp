#include "study_of_command.h"

#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "macro/parameter_table.h"
#include "study/held_noise.h"
#include "study/named_setting.h"
#include "study/study_base.h"

namespace acim::test {
namespace {

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (std::size_t i = 0; i < command.size(); ++i) {
    if (command[i] == '\'') {
      quoted = !quoted;
    } else if (command[i] == '\\' && !quoted) {
      words.back() += command.at(++i);
    } else if (command[i] == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += command[i];
    }
  }
  return words;
}

std::vector<float> numbers_of(const std::string& text) {
  std::vector<float> numbers;
  for (std::size_t begin = 0; begin <= text.size(); begin = text.find(',', begin + 1) + 1) {
    numbers.push_back(std::stof(text.substr(begin)));
    if (text.find(',', begin) == std::string::npos) break;
  }
  return numbers;
}

struct Options {
  StudySubject subject;
  PointSettings base;
  SweepAxis x;
  SweepAxis family;
  NoiseUnit held = NoiseUnit::percent;
  std::string range;
  std::int64_t range_images = StudySpec{}.adc_range_images;
  int batch = 0;

  void take(const std::string& option, const std::string& value) {
    if (option == "--network") {
      subject.network = value;
    } else if (option == "--architecture") {
      subject.architecture = value;
    } else if (option == "--mean") {
      subject.mean = numbers_of(value);
    } else if (option == "--std") {
      subject.standard_deviation = numbers_of(value);
    } else if (option == "--dataset") {
      subject.dataset = value;
    } else if (option == "--images") {
      subject.images = std::stoll(value);
    } else if (option == "--calibration-images") {
      subject.calibration_images = std::stoll(value);
    } else {
      take_setting(option, value);
    }
  }

 private:
  void take_setting(const std::string& option, const std::string& value) {
    if (option == "--mode") {
      base.mode = mode_from_name(value);
    } else if (option == "--set") {
      apply_assignment(base.macro, value);
    } else if (option == "--seed") {
      apply_assignment(base.macro, "seed=" + value);
    } else if (option == "--layer") {
      base.layers.push_back(parse_layer_override(value));
    } else if (option == "--x") {
      x = parse_sweep_axis(value);
    } else if (option == "--family") {
      family = parse_sweep_axis(value);
    } else {
      take_run(option, value);
    }
  }
  void take_run(const std::string& option, const std::string& value) {
    if (option == "--hold-noise") {
      held = held_noise_from_name(value);
    } else if (option == "--calibrate-adc-range") {
      range = value;
    } else if (option == "--adc-range-scope") {
      if (value == "global") range += "-global";
    } else if (option == "--adc-range-images") {
      range_images = std::stoll(value);
    } else if (option == "--batch") {
      batch = std::stoi(value);
    } else {
      throw std::runtime_error("no option of a study: " + option);
    }
  }
};

}  // namespace

StudySpec study_of_command(const std::string& command) {
  const std::vector<std::string> words = words_of(command);
  Options options;
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::size_t equals = words[i].find('=');
    if (equals != std::string::npos) {
      options.take(words[i].substr(0, equals), words[i].substr(equals + 1));
    } else {
      const std::string& option = words[i];
      options.take(option, words.at(++i));
    }
  }
  StudySpec spec = make_study_spec(options.subject, options.base, options.x, options.family);
  hold_noise(spec, options.held, options.base.macro);
  spec.adc_range = options.range;
  spec.adc_range_images = options.range_images;
  if (options.batch > 0) {
    spec.images_per_block = options.batch;
    for (StudyPoint& point : spec.points) {
      MacroParameters& macro = point.settings.macro;
      if (macro.activation_scale == ActivationScale::per_batch) macro.batch = options.batch;
    }
  }
  calibrate_points(spec);
  return spec;
}

void calibrate_points(StudySpec& spec) {
  for (StudyPoint& point : spec.points) {
    const std::string range = adc_range_of(spec, point);
    if (range.empty() || range == kFullAdcRange) continue;
    add_calibrated_range(point.settings, "conv1", 20.0 + point.settings.macro.adc_bits, 1);
    add_calibrated_range(point.settings, "conv2", range == "mse" ? 30 : 40, 0);
  }
}

}  // namespace acim::test
