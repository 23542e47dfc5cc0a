#!/bin/sh
# options_tested.sh PROGRAM SOURCE: each option of --help is given to a program by a test of programs or of units.
set -eu
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
missing=0
"$1" --help | grep -oE '^ +--[a-z][a-z-]*' | tr -d ' ' >"$folder/options" || true
[ -s "$folder/options" ] || { echo "--help names no options"; exit 1; }
while read -r option; do
    # Its name in a sentence is no trial.
    if ! grep -rhE -- "$option([^a-z-]|\$)" "$2/tests/programs" "$2/tests/unit" | grep -qvE '^ *(#|/?\*)'; then
        echo "no test names $option"
        missing=1
    fi
done <"$folder/options"
exit $missing
