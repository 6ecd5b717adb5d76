#!/bin/bash
# Opens ACiM Explorer on the demo: start.sh [--build] [-- ARGUMENTS]
#   --build     installs what is missing, builds, and stops there
#   ARGUMENTS   for acim-explorer; without a display, options of `acim sweep` instead of the demo's
# Without a display the demo's sweep runs in the terminal and writes its CSV and picture.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/build/release/bin
build=no
while [ $# -gt 0 ]; do
  case $1 in
    --build) build=yes ;;
    --) shift; break ;;
    -h|--help) sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) echo "start.sh: unknown option $1 (start.sh [--build] [-- ARGUMENTS])" >&2; exit 2 ;;
  esac
  shift
done

# Both say what they do and take a second when there is nothing to do. Users build no tests; a build that has them keeps them.
tests=OFF
if grep -qs '^ACIM_BUILD_TESTS:BOOL=ON' "$root/build/release/CMakeCache.txt"; then tests=ON; fi
"$root/packaging/install_dependencies.sh"
"$root/packaging/build.sh" release -DACIM_BUILD_TESTS=$tests
if [ "$build" = yes ]; then exit 0; fi

# OpenMP's idle threads must not spin; said here, the program need not start itself twice.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  exec "$bin/acim-explorer" "$@"
fi

results=$root/build/release/demo
mkdir -p "$results"
if [ $# -eq 0 ]; then set -- --network demo --dataset demo --images 100 --x adc_bits=4:10; fi
echo "start.sh: there is no display, so the demo's sweep runs here: accuracy against ADC bits"
"$bin/acim" sweep "$@" --csv "$results/sweep.csv" --picture "$results/sweep.svg"
echo "start.sh: wrote $results/sweep.csv and the picture $results/sweep.svg"
