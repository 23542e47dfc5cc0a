#!/bin/sh
# manual_documents.sh TREE: the documents that are pages of the manual, too, become pages of which
# mandoc has nothing to say, with all their words.
set -eu
cd "$1"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
for document in LIBRARY QUERY_SYNTAX THESAURUS; do
    sh cmake/manual.sh docs/$document.md 7 2026-01-01 0.1.0 "$folder/page.7"
    LC_ALL=C.UTF-8 mandoc -Tlint "$folder/page.7"
    # Words of plain letters: all of the document, in the page as it is read.
    LC_ALL=C.UTF-8 mandoc -Tutf8 -O width=1000 "$folder/page.7" | sed 's/.\x08//g' | tr '[:upper:]' '[:lower:]' |
        grep -oE '[a-z]{4,}' | sort -u >"$folder/read"
    sed 's/](\([^)]*\))/]/g' docs/$document.md | tr '[:upper:]' '[:lower:]' | grep -oE '[a-z]{4,}' |
        sort -u >"$folder/written"
    lost=$(comm -13 "$folder/read" "$folder/written")
    [ -z "$lost" ] || { echo "docs/$document.md loses as a page: $lost"; exit 1; }
done
