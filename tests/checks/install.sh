#!/bin/sh
# install.sh BUILD FOLDER CC LIBDIR GENERATOR PACKAGE: what `cmake --install` lays down is enough
# for the programs of somebody else, by find_package() and by pkg-config: those of examples/, which
# do what they say.
set -eu
build=$1 folder=$2/$6 cc=$3 libdir=$4 generator=$5 package=$6
examples=$(cd "$(dirname "$0")/../../examples" && pwd)
rm -rf "$folder" && mkdir -p "$folder"
prefix=$folder/prefix
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}
# prints PATTERN COMMAND...: the command succeeds and prints a line like that.
prints()
{
    pattern=$1
    shift
    "$@" >"$folder/out" || fail "$* ended with $?"
    grep -Eq -- "$pattern" "$folder/out" || { cat "$folder/out"; fail "$* prints no $pattern"; }
}
# first_line COMMAND...: starts a server, and waits for the line that says where it is.
first_line()
{
    : >"$folder/first"
    "$@" >"$folder/first" &
    server=$!
    until grep -q http "$folder/first"; do
        kill -0 "$server" || fail "$* ended"
        sleep 0.1
    done
    where=$(grep -o 'http://.*' "$folder/first")
}

# palpate stands on xapian-c; xapian-c must do alone.
case $package in
palpate) components="palpate libpalpate libpalpate-dev libxapian-c libxapian-c-dev" ;;
*) components="lib$package lib$package-dev" ;;
esac
for component in $components; do
    cmake --install "$build" --prefix "$prefix" --component "$component" >>"$folder/log"
done

cmake -G "$generator" -S "$examples" -B "$folder/cmake" -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_C_COMPILER="$cc" >>"$folder/log"
cmake --build "$folder/cmake" >>"$folder/log"

export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig"
pkg-config --print-errors --exists "$package"
by_pkg_config=$folder/by-pkg-config
mkdir "$by_pkg_config"
case $package in
palpate) programs="index_folder index_memory search similar serve" ;;
*) programs=bare_xapian ;;
esac
for program in $programs; do
    # shellcheck disable=SC2046
    "$cc" -std=gnu17 -Wall -Wextra -Wpedantic -Werror "$examples/$program.c" \
        $(pkg-config --cflags --libs "$package") -o "$by_pkg_config/$program"
done

for folder_of_programs in "$folder/cmake" "$by_pkg_config"; do
    export LD_LIBRARY_PATH="$prefix/$libdir"
    cd "$folder_of_programs"
    if [ "$package" = xapian-c ]; then
        prints '^[0-9.]+ Exercises help a painful shoulder$' ./bare_xapian "$folder/database" "painful shoulders"
        prints 'frozen shoulder is stiff' xapian-delve -r2 -d "$folder/database"
        continue
    fi
    index=$folder/index
    rm -rf "$index"
    prints '^[1-9][0-9]* pages, [1-9][0-9]* passages$' ./index_folder "$index" "$prefix/share/palpate/corpus/articles"
    prints '^Frozen shoulder: ' ./search "$index" "frozen sholder"
    prints 'https://clinic.example/frozen-shoulder/' ./similar "$index" https://clinic.example/shoulder-exercises-at-home/
    echo '<title>Stilts</title><h1>Stilts</h1><p>Whoever walks on stilts trains balance & the calves.</p>' >"$folder/page.html"
    prints '^1 added, 0 changed' ./index_memory "$index" https://clinic.example/stilts <"$folder/page.html"
    prints '^Stilts$' ./search "$index" stilts
    first_line ./serve "$index"
    prints '<mark>stilts</mark> trains balance &amp; the calves' curl -sS "$where?q=walk+on%20stilts"
    kill "$server"
    first_line "$prefix/bin/palpate-serve" "$index" --listen 127.0.0.1:0 --access-log none
    prints '^https://clinic.example/stilts.*	Stilts$' node "$examples/search.mjs" "$where" stilts
    kill "$server"
    server=
    shared=$(find "$prefix" -name 'libpalpate.so.*' -type l)
    [ -z "$shared" ] ||
        prints '^https://clinic.example/stilts.*	Stilts$' env PALPATE_LIBRARY="$shared" \
            python3 "$examples/search.py" "$index" stilts
done
unset LD_LIBRARY_PATH
cd "$folder"

for program in "$prefix"/bin/*; do
    [ -x "$program" ] || continue
    "$program" --version
    # Each option is completed.
    name=$(basename "$program")
    "$program" --help | grep -oE '^  --[a-z-]+' | sed 's/^  //' >"$folder/options"
    [ -s "$folder/options" ]
    for file in bash-completion/completions/$name zsh/vendor-completions/_$name fish/vendor_completions.d/$name.fish; do
        while read -r option; do
            grep -qE -- "(--|-l )${option#--}([^a-z-]|$)" "$prefix/share/$file" || {
                echo "$file does not complete $option"
                exit 1
            }
        done <"$folder/options"
    done
    bash -n "$prefix/share/bash-completion/completions/$name"
done
