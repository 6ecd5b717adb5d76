#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "study/study_command.h"
#include "study_of_command.h"

namespace acim {
namespace {

/// Each is what somebody typed; the command that its study says must make the same study again.
const std::vector<std::string> kCommands = {
    "acim run",
    "acim run --mode quantised --set encoding_bits=2 --seed 9",
    "acim run --batch 50",
    "acim run --set activation_scale=per_batch --batch 50",
    "acim run --mean=-0.1,0.2,0.3 --std 1,2,3 --calibration-images 12 --images 7",
    ("acim run --network '/netze/größe it'\\''s.pt' --architecture resnet20-cifar --dataset "
     "'images:folder a?subset=random:all:3&crop=32'"),
    "acim run --layer '*:adc_range_percent=40,adc_offset_percent=3' --calibrate-adc-range csnr",
    ("acim run --layer 'conv2:adc_range_percent=40,adc_offset_percent=3' --calibrate-adc-range mse "
     "--adc-range-scope global"),
    "acim sweep --x adc_bits=4:10 --family encoding_bits=1,2,4",
    "acim sweep --x activation_scale=calibrated,per_batch --batch 30",
    "acim sweep --x activation_scale=per_batch,calibrated --batch 30",
    "acim sweep --x seed=1:100 --set random_noise_percent=0.1",
    "acim sweep --x adc_bits=5,8 --family adc_range=full,mse --set adc_range_percent=50 --adc-range-images 3",
    "acim sweep --x adc_bits=5,8 --set random_noise_percent=0.3 --calibrate-adc-range mse --adc-range-images 1",
    ("acim sweep --x adc_bits=5,8 --family adc_range=full --set adc_range_percent=50 --layer "
     "'conv1:adc_range_percent=40'"),
    // Held noise.
    ("acim sweep --x adc_range=full,mse,csnr-global --family adc_bits=5,8 --set adc_range_percent=40 --set "
     "random_noise_percent=0.2 --layer 'conv1:adc_range_percent=35,adc_offset_percent=2' --hold-noise lsb"),
    "acim sweep --x adc_bits=4:8 --set random_noise_percent=0.3 --set adc_bits=6 --hold-noise lsb",
    "acim sweep --x adc_bits=4:8 --family attenuation=0.5,1 --set random_noise_percent=0.3 --hold-noise lsb",
    "acim sweep --x adc_bits=4:8 --family attenuation=0.5,1 --set random_noise_percent=0.3 --hold-noise millivolt",
    ("acim sweep --x adc_bits=5,8 --family adc_range=full,mse --set adc_range_percent=50 --set "
     "random_noise_percent=0.3 --hold-noise lsb"),
    ("acim sweep --x adc_bits=5,8 --family adc_range=mse,full --set adc_range_percent=50 --set "
     "random_noise_percent=0.3 --hold-noise lsb"),
    ("acim sweep --x adc_range_percent=30:100:7 --set random_noise_percent=0.37 --set adc_range_percent=63 "
     "--hold-noise lsb"),
    ("acim sweep --x supply_voltage=0.6:0.8:0.001 --family adc_bits=6,7 --set random_noise_percent=0.2 --hold-noise "
     "millivolt"),
};

void expect_made_again(const std::string& typed) {
  SCOPED_TRACE(typed);
  const StudySpec spec = test::study_of_command(typed);
  const std::string command = study_command(spec);
  ASSERT_NE(command, "");
  StudySpec again = test::study_of_command(command);
  ASSERT_EQ(again.points.size(), spec.points.size()) << command;
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    const MacroParameters& wanted = spec.points[i].settings.macro;
    MacroParameters& made = again.points[i].settings.macro;
    EXPECT_NEAR(made.random_noise_percent, wanted.random_noise_percent, 1e-12 * wanted.random_noise_percent) << command;
    made.random_noise_percent = wanted.random_noise_percent;
    if (wanted.activation_scale != ActivationScale::per_batch) made.batch = wanted.batch;
    EXPECT_EQ(again.points[i], spec.points[i]) << command;
  }
  // Blocks of work say nothing of results where the batch does.
  if (spec.points.front().settings.macro.activation_scale == ActivationScale::per_batch)
    again.images_per_block = spec.images_per_block;
  again.points = spec.points;
  EXPECT_EQ(again, spec) << command;
}

TEST(StudyCommand, MakesTheStudyAgain) {
  for (const std::string& command : kCommands) expect_made_again(command);
}

}  // namespace
}  // namespace acim
