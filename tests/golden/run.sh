#!/bin/sh
# run.sh [--update] PALPATE_INDEX CASE...: what is read of page.html is what expected.json
# says.  --update writes what is read now into expected.json: read the difference before it
# is committed.
set -eu
update=
if [ "$1" = --update ]; then
    update=yes
    shift
fi
program=$(realpath "$1")

# read_page: what is read of page.html, without where the file is.
read_page()
{
    "$program" --extract page.html | sed 's/,"source":"[^"]*"//'
}

if [ -n "$update" ]; then
    shift
    for folder; do
        (cd "$folder" && read_page >expected.json.new)
        mv "$folder/expected.json.new" "$folder/expected.json"
    done
    exit 0
fi
cd "$2"
out=$(mktemp)
trap 'rm -f "$out"' EXIT
read_page >"$out"
if ! cmp -s expected.json "$out"; then
    head -n 1 README.md
    diff expected.json "$out" || true
    exit 1
fi
