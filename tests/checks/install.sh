#!/bin/sh
# install.sh BUILD FOLDER CC LIBDIR GENERATOR PACKAGE: what `cmake --install` lays down is enough
# for somebody else's program, by find_package() and by pkg-config.
set -eu
build=$1 folder=$2/$6 cc=$3 libdir=$4 generator=$5 package=$6
outside=$(cd "$(dirname "$0")" && pwd)/outside
rm -rf "$folder" && mkdir -p "$folder"
prefix=$folder/prefix

# palpate stands on xapian-c; xapian-c must do alone.
case $package in
palpate) components="palpate libpalpate libpalpate-dev libxapian-c libxapian-c-dev" ;;
*) components="lib$package lib$package-dev" ;;
esac
for component in $components; do
    cmake --install "$build" --prefix "$prefix" --component "$component" >>"$folder/log"
done

cmake -G "$generator" -S "$outside" -B "$folder/cmake" -DPACKAGE="$package" -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_C_COMPILER="$cc" >>"$folder/log"
cmake --build "$folder/cmake" >>"$folder/log"
"$folder/cmake/outside"

export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig"
pkg-config --print-errors --exists "$package"
# shellcheck disable=SC2046
"$cc" -std=c17 -Wall -Wextra -Wpedantic -Werror "$outside/$package.c" \
    $(pkg-config --cflags --libs "$package") -o "$folder/by-pkg-config"
LD_LIBRARY_PATH="$prefix/$libdir" "$folder/by-pkg-config"

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
