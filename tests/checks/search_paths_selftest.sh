#!/bin/sh
# search_paths_selftest.sh CC: the check sees empty and relative entries wherever they
# stand, and passes what it should.
set -eu
cc=$1
check=$(cd "$(dirname "$0")" && pwd)/search_paths.sh
command -v readelf >/dev/null || { echo "SKIPPED: there is no readelf"; exit 77; }

# Not in the build tree, where the check would find them.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# verdict PATH...: the check of a program for each path.
verdict()
{
    rm -f "$folder"/program*
    echo 'int main(void) { return 0; }' >"$folder/program.c"
    number=0
    for path; do
        number=$((number + 1))
        "$cc" "$folder/program.c" -o "$folder/program$number" -Wl,-rpath,"$path"
    done
    sh "$check" "$folder" >"$folder/said" 2>&1
}

verdict /opt/lib '$ORIGIN' '$ORIGIN/../lib' /opt/lib:/usr/local/lib ||
    { cat "$folder/said"; echo "sound paths are refused"; exit 1; }
for path in /opt/lib: :/opt/lib /opt/lib::/usr/lib . lib '$ORIGIN:lib' : '$ORIGINAL'; do
    if verdict /opt/lib "$path"; then
        echo "[$path] is not seen"
        exit 1
    fi
done
