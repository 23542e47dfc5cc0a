#!/bin/sh
# run.sh PALPATE_INDEX CASE: what is read of page.html is what expected.json says.  To take
# over a change that is wanted: palpate-index --extract page.html >expected.json, and read
# the difference before it is committed.
set -eu
cd "$2"
out=$(mktemp)
trap 'rm -f "$out"' EXIT
"$1" --extract page.html >"$out"
if ! cmp -s expected.json "$out"; then
    head -n 1 README.md
    diff expected.json "$out" || true
    exit 1
fi
