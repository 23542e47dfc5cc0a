#!/bin/sh
# text_selftest.sh FOLDER: text.sh finds what it is to find.
set -eu
checks=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1"

try()
{
    rm -rf "$1/tried" && mkdir -p "$1/tried"
    printf '%s\n' "$2" >"$1/tried/README.md"
    # A repository of its own, so that the one around it does not answer.
    (cd "$1/tried" && git init -q .)
    sh "$checks/text.sh" "$1/tried" >/dev/null
}
try "$1" 'See https://clinic.example/home/ and docs/work/x, then ./home/y.' ||
    { echo "good text was refused"; exit 1; }
at=$(printf '\100')
for bad in "cd /ho${at}me/jo/x" "https://reg${at}istry.npm${at}js.org/x" "get it from py${at}pi.org"; do
    if try "$1" "$(printf '%s' "$bad" | tr -d "$at")"; then
        echo "accepted: $bad"
        exit 1
    fi
done
