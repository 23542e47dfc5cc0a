#!/bin/sh
# abi.sh CC MARK HEADER STORED [--store]: what a program that was built with an earlier version takes for
# granted of the library is so still: functions, their arguments, sizes of structures and places of their
# members.  STORED is what abidw says of a library that has the functions which HEADER and those beside it
# declare; it is that of the first version of this name of the library.  Members that take the place of
# reserved ones, and more functions, are no harm.  --store writes it anew, for a new name of the library.
set -eu
cc=$1 mark=$2 header=$3 stored=$4
command -v abidw >/dev/null || { echo "SKIPPED: abidw is missing: install abigail-tools"; exit 77; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
headers=$(dirname "$header")

# The declarations as definitions that do nothing: the types are those of the headers, however the library
# itself was built.
"$cc" -E -P -I "$headers/.." "-D$mark=ABI_OF_FUNCTION" "$header" | tr '\n' ' ' | sed 's/ABI_OF_FUNCTION/\n&/g' |
    awk '!/^ABI_OF_FUNCTION/ { print; next }
        {
            sub(/^ABI_OF_FUNCTION/, "__attribute__((visibility(\"default\")))")
            end = index($0, ";")
            print substr($0, 1, end - 1) " { __builtin_trap(); }" substr($0, end + 1)
        }' >"$folder/all.c"
"$cc" -std=gnu17 -g -w -shared -fPIC -fvisibility=hidden -Wl,-soname,library "$folder/all.c" -o "$folder/library.so"
abidw --no-show-locs --no-corpus-path --no-comp-dir-path --headers-dir "$headers" "$folder/library.so" | sed "s|$folder/||g" >"$folder/now"
if [ "${5:-}" = --store ]; then
    mkdir -p "$(dirname "$stored")"
    cp "$folder/now" "$stored"
    exit 0
fi
code=0
abidiff --no-show-locs "$stored" "$folder/library.so" >"$folder/said" || code=$?
# 1 and 2: abidiff itself failed.  That something changed it leaves to people.
[ $((code & 3)) = 0 ] || { cat "$folder/said"; echo "abidiff failed with $code"; exit 1; }
# What is reserved may become less: then all that matters is that nothing else moves.
awk '/type of .uint64_t reserved\[/ { skips = 1; next }
    skips && /(type name|size|length|offset) changed|changed length/ { next }
    { skips = 0; print }' "$folder/said" >"$folder/left"
broken=0
! grep -qE 'size changed from|offset changed from|type of '.*' changed|return type changed|type changed from|type name changed|deletions?:|[1-9][0-9]* Removed|value changed|was (added|removed)' "$folder/left" ||
    broken=1
[ $broken = 0 ] || {
    cat "$folder/said"
    echo "programs that were built with an earlier version would break: take of what is reserved, or give the library a new name"
    exit 1
}
