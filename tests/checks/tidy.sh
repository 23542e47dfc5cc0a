#!/bin/sh
# tidy.sh TREE BUILD FOLDER FOLDERS: clang-tidy 14 finds nothing in any source of the folder
# that BUILD compiles; "others" is what is in none of FOLDERS, which have | between them.  What
# was clean is not read again while it, the headers of the project, and the settings stay
# as they are: BUILD/tidy/FOLDER/ keeps a mark for each.
set -eu
tree=$1 build=$2 folder=$3 folders=$4
marks=$build/tidy/$folder
mkdir -p "$marks"
cd "$tree"
common=$(find . -name build -prune -o \( -name '*.h' -o -name '*.hpp' -o -name .clang-tidy \) \
    -type f -print | sort | xargs cat | sha256sum)

grep -o '"file": "[^"]*"' "$build/compile_commands.json" | cut -d'"' -f4 | sort -u |
    grep "^$tree/" >"$marks/all"
if [ "$folder" = others ]; then
    grep -Ev "^($build|$tree)/($folders)/" "$marks/all" >"$marks/sources" || true
else
    grep -E "^($build|$tree)/$folder/" "$marks/all" >"$marks/sources" || { echo "no sources"; exit 1; }
fi

# One source; leaves what is wrong with it in its mark's .out and .err.
tidy_one='
    mark=$1/$( (echo "$2 $3"; cat "$3") | sha256sum | cut -c1-32)
    [ ! -e "$mark" ] || exit 0
    if clang-tidy-14 -p "$4" --quiet "$3" >"$mark.out" 2>"$mark.err"; then
        rm "$mark.out" "$mark.err"
        : >"$mark"
    else
        exit 1
    fi'
rm -f "$marks"/*.out "$marks"/*.err
if ! xargs -I{} sh -c "$tidy_one" sh "$marks" "$common" {} "$build" <"$marks/sources"; then
    # A fault in a header is found by each source that includes it: said once.
    cat "$marks"/*.out "$marks"/*.err | grep 'error:' | sort -u
    echo "clang-tidy-14 -p $build SOURCE tells more"
    exit 1
fi
echo "$(wc -l <"$marks/sources") sources"
