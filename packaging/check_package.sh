#!/bin/bash
# Checks a Debian package of this program: check_package.sh [--clean-root] PACKAGE.deb
# Validates what the desktop reads (with the tools that are installed), unpacks it, runs both programs from there; with
# --clean-root (as root, with mmdebstrap) it is also installed in a bare Debian 12, by apt with its dependencies, and run there.
set -euo pipefail

clean_root=no
if [ "${1:-}" = --clean-root ]; then clean_root=yes; shift; fi
[ $# -eq 1 ] || { echo "check_package.sh: check_package.sh [--clean-root] PACKAGE.deb" >&2; exit 2; }
package=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

step() { echo "check_package: $*"; }

step "unpack"
dpkg-deb --field "$package" Package Version Installed-Size Depends Recommends
dpkg-deb -x "$package" "$folder/root"
usr=$folder/root/usr
for file in bin/acim bin/acim-explorer share/applications/acim-explorer.desktop share/mime/packages/acim-explorer.xml \
  share/icons/hicolor/scalable/apps/acim-explorer.svg share/doc/acim-explorer/copyright \
  share/doc/acim-explorer/user-guide/index.html share/man/man1/acim.1.gz; do
  [ -s "$usr/$file" ] || { echo "check_package: /usr/$file is missing" >&2; exit 1; }
done

validate() {
  local tool=$1
  if command -v "$tool" >/dev/null; then step "$*" | sed "s#$folder/root##"; "$@"; else step "$tool is not installed: skipped"; fi
}
validate desktop-file-validate "$usr/share/applications/acim-explorer.desktop"
validate appstreamcli validate --no-net --pedantic "$usr"/share/metainfo/*.metainfo.xml
validate update-mime-database -n "$usr/share/mime"

# smoke PREFIX BIN FOLDER: runs both programs; FOLDER as the programs see it. PREFIX: a command that leads into another root.
smoke() {
  local prefix=$1 bin=$2 out=$3
  $prefix "$bin/acim" --version
  $prefix "$bin/acim" sweep --images 20 --x adc_bits=7:8 --csv "$out/sweep.csv" --out "$out/study.acim" -q
  $prefix env QT_QPA_PLATFORM=offscreen "$bin/acim-explorer" --images 20 --x adc_bits=7:8 --size 1280x720 \
    --screenshot "$out/window.png" --csv "$out/window.csv" --quit-after-run
}

step "run from the unpacked folder"
smoke "" "$usr/bin" "$folder"
# The window and the command line count the same images right.
counts() { grep -v '^#' "$1" | cut -d, -f1-3; }
diff <(counts "$folder/sweep.csv") <(counts "$folder/window.csv")
if command -v xdg-mime >/dev/null && command -v update-mime-database >/dev/null; then
  type=$(XDG_DATA_HOME=$folder/none XDG_DATA_DIRS=$usr/share:/usr/share XDG_CURRENT_DESKTOP=X-Generic \
    xdg-mime query filetype "$folder/study.acim" 2>/dev/null || true)
  step "a study is ${type:-of no known type}"
fi

if [ "$clean_root" = yes ]; then
  step "install in a bare Debian 12"
  bare=$folder/bare
  mmdebstrap --variant=apt --mode=root --aptopt='APT::Install-Recommends "false"' \
    --customize-hook="copy-in $package /tmp" \
    --customize-hook="chroot \$1 sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/*.deb'" \
    bookworm "$bare" > "$folder/mmdebstrap.log" 2>&1 || { tail -20 "$folder/mmdebstrap.log" >&2; exit 1; }
  mkdir "$bare/tmp/out"
  smoke "chroot $bare" /usr/bin /tmp/out
  diff <(counts "$folder/sweep.csv") <(counts "$bare/tmp/out/window.csv")
  step "the bare system counts the same images right"
  chroot "$bare" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get remove -y -qq acim-explorer' > /dev/null 2>&1
  [ ! -e "$bare/usr/bin/acim" ]
  step "and is rid of it after apt-get remove"
fi
step "done"
