#!/bin/sh
# reference.sh TREE: Doxygen has nothing to say of the public headers: every function, type and
# enumeration has its comment.  Members may be clear by their names.
set -eu
cd "$1"
log=$(mktemp)
output=$(mktemp -d)
trap 'rm -rf "$log" "$output"' EXIT
{
    cat docs/Doxyfile
    echo "OUTPUT_DIRECTORY = $output"
} | doxygen - >"$log" 2>&1 || true
[ -s "$output/html/index.html" ] || { cat "$log"; exit 1; }
sed 's|.*/\(include/\)|\1|' "$log" | grep -E '(warning|error):' |
    grep -Ev 'Member .* \((variable|macro definition)\) of (struct|file) .* is not documented' && exit 1
[ "$(ls "$output/html" | wc -l)" -gt 20 ]
