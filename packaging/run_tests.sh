#!/bin/bash
# Runs the tests of a build without a display: run_tests.sh BUILD_FOLDER [CTEST ARGUMENT...]
# The last line is "N passed, N failed".
set -euo pipefail

build=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT

export QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=passive LC_ALL=C.UTF-8
status=0
ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@" 2>&1 | tee "$log" || status=$?

summary=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "$log" | tail -1 || true)
failed=$(sed -E 's/.*, ([0-9]+) tests? failed.*/\1/' <<<"${summary:-0% tests passed, 1 test failed out of 1}")
total=$(sed -E 's/.* out of ([0-9]+).*/\1/' <<<"${summary:-0% tests passed, 1 test failed out of 1}")
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$((total - failed)) passed, $failed failed"
exit "$status"
