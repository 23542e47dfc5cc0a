#!/bin/sh
# search_paths.sh FOLDER: no program or library in the folder looks for others in a folder
# that depends on where its user stands: each entry of its RUNPATH or RPATH is absolute or
# begins with $ORIGIN.  An empty entry means the current folder.
set -eu
command -v readelf >/dev/null || { echo "SKIPPED: there is no readelf"; exit 77; }
list=$(mktemp)
trap 'rm -f "$list"' EXIT
# Other tests make and remove files of their own meanwhile.
find "$1" -type f ! -path '*/CMakeFiles/*' \( -perm -u+x -o -name '*.so*' \) >"$list" 2>/dev/null || true
read_count=0 bad=0
while IFS= read -r file; do
    # A file that is no program or library says nothing here.
    path=$(readelf -d "$file" 2>/dev/null |
        sed -n 's/.*(R\(UN\)\{0,1\}PATH)[^[]*\[\(.*\)\].*/\2/p')
    [ -n "$path" ] || { readelf -d "$file" 2>/dev/null | grep -q '(R[UN]*PATH)' || continue; }
    read_count=$((read_count + 1))
    case ":$path:" in
    *::*) what="an empty entry" ;;
    *) what= ;;
    esac
    rest=$path:
    while [ -n "$rest" ]; do
        entry=${rest%%:*} rest=${rest#*:}
        case $entry in
        /* | '$ORIGIN' | '$ORIGIN/'* | '') ;;
        *) what="the relative entry $entry" ;;
        esac
    done
    [ -z "$what" ] || { echo "$file: $what in its search path [$path]"; bad=1; }
done <"$list"
echo "$read_count search paths read"
exit $bad
