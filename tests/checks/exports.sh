#!/bin/sh
# exports.sh LIBRARY MARK PREFIX HEADER...: the shared library exports the functions that
# the headers mark, nothing more and nothing less.  Names of C++ are left aside: they are
# templates and typeinfo, which the library of C++ needs to see.
set -eu
library=$1 mark=$2 prefix=$3
shift 3
# What has no type of its own is the name of a version.
exported=$(nm -D --defined-only "$library" | awk '$3 !~ /^_Z/ && $2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort)
declared=$(cat "$@" | tr '\n' ' ' | grep -o "$mark [^(;{]*(" |
    sed 's/ *($//; s/.*[ *]//' | grep "^$prefix" | sort)
if [ "$exported" != "$declared" ]; then
    echo "$library: declared and exported differ"
    folder=$(mktemp -d)
    echo "$declared" >"$folder/declared"
    echo "$exported" >"$folder/exported"
    (cd "$folder" && diff -U0 declared exported) | grep '^[-+][a-z]' || true
    rm -r "$folder"
    exit 1
fi
echo "$(echo "$declared" | wc -l) functions"
