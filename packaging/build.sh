#!/bin/bash
# Configures and builds a preset: build.sh PRESET [CMAKE OPTION...]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift

# A file that includes LibTorch takes up to 1.3 GB to compile.
processors=$(nproc)
gigabytes=$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo)
jobs=$((gigabytes / 2 < processors ? gigabytes / 2 : processors))
jobs=$((jobs > 0 ? jobs : 1))

launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi

begin=$SECONDS
cmake --preset "$preset" "${launcher[@]}" "$@"
cmake --build --preset "$preset" --parallel "$jobs"
echo "build: preset $preset, $jobs jobs, $((SECONDS - begin)) s"
