#!/bin/sh
# Builds palpate on Debian 12, indexes the articles that come with it, and asks them a
# question.  Installs what is missing, as root or by sudo; the second run is quick.
set -eu
cd "$(dirname "$0")"
. cmake/packages.sh

echo "== Packages"
sh cmake/install-missing.sh $PALPATE_BUILD_PACKAGES

echo "== Building"
mkdir -p build
if ! { cmake --preset quickstart && cmake --build --preset quickstart; } >build/quickstart.log 2>&1; then
    cat build/quickstart.log
    exit 1
fi
echo "The programs are in build/quickstart/"

echo "== Indexing corpus/articles into build/quickstart-index"
build/quickstart/palpate-index build/quickstart-index corpus/articles \
    --thesaurus corpus/thesaurus.tsv

echo "== palpate-query build/quickstart-index frozen shoulder"
build/quickstart/palpate-query build/quickstart-index frozen shoulder
