#!/bin/sh
# tarball.sh [FOLDER]: the source of the newest commit as FOLDER/palpate-VERSION.tar.gz (default: build/),
# which builds without git.  The same commit makes the same bytes.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-build}
version=$(sed -n 's/^project(palpate VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
mkdir -p "$folder"
# Files have the time of the commit, which the packages take for theirs.
git -c tar.umask=0022 archive --format=tar --prefix="palpate-$version/" HEAD | gzip -9n >"$folder/palpate-$version.tar.gz"
echo "$folder/palpate-$version.tar.gz"
