#!/bin/bash
# Makes the pictures of README, user guide and AppStream metadata anew, without a display: make.sh [BIN_FOLDER]
# Two minutes on two processors. Look at them before they go in: every curve finished, no label covered by another.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
explorer=${1:-$here/../../build/release/bin}/acim-explorer
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

"$explorer" --theme light --size 1280x720 --images 100 --x adc_bits=4:10 --family encoding_bits=1,2,4 \
  --screenshots "$folder" --quit-after-run
for view in window tradeoff energy layers; do
  target=$view
  if [ "$view" = window ]; then target=main-window; fi
  cp "$folder/$view-light-1280x720@2x.png" "$here/$target.png"
done
QT_SCALE_FACTOR=2 "$explorer" --theme light --size 1280x800 --lesson 4 --screenshot "$here/lesson.png" --quit-after-run
ls -l "$here"/*.png
