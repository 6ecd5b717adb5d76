// Images per second of whole networks on the simulated array, and whether memory stays flat.
//   network_bench [--seconds S] [--threads N] [--filter TEXT] [--memory IMAGES]

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/random.h"
#include "bench_networks.h"
#include "common/passive_waiting.h"
#include "network/network.h"

namespace {

using namespace acim;  // a program of one page

struct NetworkCase {
  std::string name;
  std::string network;
  PointSettings settings;
};

double process_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Resident memory of this process, "VmRSS" or "VmHWM" (the most so far).
double resident_megabytes(const std::string& which) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word != which + ':') continue;
    double kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

struct Speed {
  std::int64_t images = 0;
  double wall = 0;
  double processor = 0;
};

/// Blocks of images on `threads` threads until `seconds` have passed and `least` images are done; every image of the
/// run has an index of its own.
Speed measure(const bench::BenchNetwork& bench, const PointSettings& settings, int threads, double seconds,
              std::int64_t least, std::int64_t& next_image) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const double processor = process_seconds();
  std::atomic<std::int64_t> next = next_image;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(threads));
  {
    std::vector<std::jthread> pool;
    for (int thread = 0; thread < threads; ++thread) {
      pool.emplace_back([&, thread] {
        try {
          while (std::chrono::duration<double>(Clock::now() - begin).count() < seconds || next - next_image < least) {
            const std::int64_t first = next.fetch_add(bench.block);
            bench.network->logits(bench.images(first), settings, &bench.calibration);
          }
        } catch (...) {
          failures[static_cast<std::size_t>(thread)] = std::current_exception();
        }
      });
    }
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  Speed speed;
  speed.images = next - next_image;
  next_image = next;
  speed.wall = std::chrono::duration<double>(Clock::now() - begin).count();
  speed.processor = process_seconds() - processor;
  return speed;
}

PointSettings settings_of(int bits, double noise_steps) {
  PointSettings settings;
  settings.macro.weight_bits = bits;
  settings.macro.activation_bits = bits;
  settings.macro.random_noise_percent = noise_steps * 100 / 255;
  return settings;
}

std::vector<NetworkCase> cases() {
  std::vector<NetworkCase> all;
  for (const std::string network : {"resnet20-cifar", "resnet18-cifar", "resnet18"}) {
    for (const int bits : {8, 4}) {
      for (const double noise : {1.0, 0.0}) {
        PointSettings settings = settings_of(bits, noise);
        if (noise == 0) settings.macro.adc_bits = 7;  // that conversions are needed
        all.push_back({fmt::format("{} W{}A{} {}", network, bits, bits, noise == 0 ? "7-bit ADC" : "noise 1 LSB"),
                       network, settings});
      }
    }
  }
  return all;
}

void print_speeds(double seconds, int most_threads, const std::string& filter) {
  fmt::print("{:<38}{:>8}{:>8}{:>9}{:>14}{:>18}{:>10}\n", "", "threads", "images", "wall s", "images/s wall",
             "images/s CPU s", "MB peak");
  std::unique_ptr<bench::BenchNetwork> loaded;
  for (const NetworkCase& network_case : cases()) {
    if (network_case.name.find(filter) == std::string::npos) continue;
    if (!loaded || loaded->architecture != network_case.network) {
      loaded = std::make_unique<bench::BenchNetwork>(bench::load_bench_network(network_case.network));
    }
    std::int64_t next_image = 0;
    measure(*loaded, network_case.settings, 1, 0, 1, next_image);  // packs weights, makes tables
    for (int threads = 1; threads <= most_threads; ++threads) {
      const Speed speed = measure(*loaded, network_case.settings, threads, seconds, 1, next_image);
      const auto images = static_cast<double>(speed.images);
      fmt::print("{:<38}{:>8}{:>8}{:>9.2f}{:>14.2f}{:>18.2f}{:>10.0f}\n", network_case.name, threads, speed.images,
                 speed.wall, images / speed.wall, images / speed.processor, resident_megabytes("VmHWM"));
      std::fflush(stdout);
    }
  }
}

void print_memory(std::int64_t images, int threads) {
  const bench::BenchNetwork loaded = bench::load_bench_network("resnet20-cifar");
  std::int64_t next_image = 0;
  const std::int64_t step = std::min<std::int64_t>(1000, images);
  fmt::print("{:>10}{:>14}{:>12}   resnet20-cifar W8A8, noise 1 LSB, {} threads\n", "images", "MB resident", "MB peak",
             threads);
  while (next_image < images) {
    measure(loaded, settings_of(8, 1), threads, 0, step, next_image);
    fmt::print("{:>10}{:>14.1f}{:>12.1f}\n", next_image, resident_megabytes("VmRSS"), resident_megabytes("VmHWM"));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  wait_passively(argv);
  double seconds = 5;
  int threads = 2;
  std::int64_t memory = 0;
  std::string filter;
  CLI::App program("images per second of whole networks on the simulated array");
  program.add_option("--seconds", seconds, "least wall time of each measurement");
  program.add_option("--threads", threads, "measure with 1 to this many threads")->check(CLI::Range(1, 256));
  program.add_option("--filter", filter, "only cases whose name contains this");
  program.add_option("--memory", memory, "instead: memory in use after every 1000 of so many images");
  CLI11_PARSE(program, argc, argv);
  try {
    if (memory > 0) {
      print_memory(memory, threads);
    } else {
      print_speeds(seconds, threads, filter);
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
