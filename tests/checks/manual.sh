#!/bin/sh
# manual.sh PROGRAM PAGE: the man page and --help name the same options, and mandoc has nothing to say
# of the page.
set -eu
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
options()
{
    grep -oE -- '(^|[^a-z-])--[a-z][a-z-]*' | sed 's/.*--/--/' | sort -u
}
"$1" --help | options >"$folder/help"
sed 's/\\-/-/g; s/\\f[A-Z]//g' "$2" | options >"$folder/page"
[ -s "$folder/help" ] || { echo "--help names no options"; exit 1; }
if ! diff -U0 "$folder/help" "$folder/page" >"$folder/diff"; then
    echo "- only in --help, + only in $2:"
    grep '^[-+]--[a-z]' "$folder/diff" || true
    exit 1
fi
mandoc -Tlint "$2"
# A backslash too many shows.
if mandoc -Tutf8 "$2" | grep -F '\&'; then
    exit 1
fi
