#!/bin/bash
# Installs the Debian packages of packages.txt that are missing: as root, or by sudo. Asks nothing; may be run again.
#   install_dependencies.sh [PACKAGE...]   further packages, for .ci/run
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

missing=()
while read -r package; do
  if ! dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii'; then missing+=("$package"); fi
done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$here/packages.txt"; printf '%s\n' "$@" | sed '/^$/d')

if [ ${#missing[@]} -eq 0 ]; then
  echo "install_dependencies: every package is installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "install_dependencies: missing ${missing[*]}" >&2
    echo "install_dependencies: run this as root, or install sudo" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "install_dependencies: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
echo "install_dependencies: done"
