#!/bin/sh
# Builds palpate three times and runs every test: shared and optimised (release), with the
# address and undefined-behaviour sanitizers (sanitize), and the tests of threads with the
# thread sanitizer (thread-sanitize).  Installs what is missing, as root or by sudo.
set -eu
cd "$(dirname "$0")"
. cmake/packages.sh

echo "== Packages"
sh cmake/install-missing.sh $PALPATE_BUILD_PACKAGES $PALPATE_TEST_PACKAGES

mkdir -p build/all
: >build/all/CTestTestfile.cmake
for preset in release sanitize thread-sanitize; do
    echo "== Building $preset"
    log=build/$preset.log
    if ! { cmake --preset $preset && cmake --build --preset $preset; } >"$log" 2>&1; then
        cat "$log"
        exit 1
    fi
    echo "subdirs(../$preset)" >>build/all/CTestTestfile.cmake
done

echo "== Testing"
# One run over the three builds, so that its closing lines speak for all of them.
exec ctest --test-dir build/all --output-on-failure --no-tests=error -j "$(nproc)"
