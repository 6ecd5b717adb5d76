#!/bin/bash
# Installs what is missing, builds the release and runs every test without a display: test.sh [CTEST ARGUMENT...]
# The last line says how many tests passed and failed; the exit code is 0 only when all passed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/packaging/install_dependencies.sh"
"$root/packaging/build.sh" release -DACIM_BUILD_TESTS=ON
exec "$root/packaging/run_tests.sh" "$root/build/release" "$@"
