#!/bin/bash
# Makes the Debian package and checks it: package.sh [--clean-root]
#   --clean-root   as root, with mmdebstrap: also installs the package in a bare Debian 12 and runs it there (downloads 250 MB)
# The package is left in build/release/packages.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Makes pages of the documents, which the Help menu opens.
"$root/packaging/install_dependencies.sh" pandoc
"$root/packaging/start.sh" --build
(cd "$root/build/release" && cpack -G DEB)
package=$(ls -t "$root"/build/release/packages/acim-explorer_*.deb | head -1)
"$root/packaging/check_package.sh" "$@" "$package"
echo "package.sh: $package"
