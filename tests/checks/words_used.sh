#!/bin/sh
# words_used.sh TREE: the head of every list of words names the source that includes it, and
# every included list is there.
set -eu
cd "$1"
failures=0
complain()
{
    echo "$1"
    failures=$((failures + 1))
}
for list in words/*/*.txt; do
    rows=${list%.txt}.inc
    sources=$(grep '^#' "$list" | grep -Eo '[a-z_/]+[.]c\b' || true)
    [ -n "$sources" ] || complain "$list: the head names no source that includes it"
    for source in $sources; do
        grep -qE "#include \"($rows|words/all/${rows##*/})\"" "$source" ||
            complain "$list: $source does not include it"
    done
done
for rows in $(grep -rhEo '"words/[^"]+[.]inc"' core indexer query --include='*.[ch]' | tr -d '"'); do
    case $rows in
    words/all/*) set -- words/*/"$(basename "$rows" .inc).txt" ;;
    *) set -- "${rows%.inc}.txt" ;;
    esac
    [ -f "$1" ] || complain "${rows%.inc}.txt is included, but is not there"
done
[ $failures = 0 ]
