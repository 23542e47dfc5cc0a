#!/bin/sh
# headers.sh CC CXX FOLDER: every header below the folder compiles alone, as C17 and as
# C++17, without a warning.
set -eu
cc=$1 cxx=$2
cd "$3"
strict='-Wall -Wextra -Wpedantic -Werror -fsyntax-only -I.'
failures=0
headers=$(find . -name '*.h' | sort)
[ -n "$headers" ] || { echo "no headers"; exit 1; }
for header in $headers; do
    # Included twice, so that the guard is tried too.
    printf '#include "%s"\n#include "%s"\n' "$header" "$header" >"${TMPDIR:-/tmp}/header.$$"
    $cc -std=c17 $strict -xc - <"${TMPDIR:-/tmp}/header.$$" || failures=$((failures + 1))
    $cxx -std=c++17 $strict -xc++ - <"${TMPDIR:-/tmp}/header.$$" || failures=$((failures + 1))
done
rm -f "${TMPDIR:-/tmp}/header.$$"
[ $failures = 0 ]
