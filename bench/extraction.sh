#!/bin/sh
# extraction.sh: article text, titles, authors and dates against the truth of two sets.
set -eu
. "$(dirname "$0")/lib.sh"

machine
for set in zyte-dev wcxb-dev; do
    folder=$shared/data/extraction/$set
    started=$(now)
    # 1 only says that some pages could not be read; the score counts them as empty.
    "$build/palpate-index" --extract "$folder/html" >"$scratch/$set.ndjson" 2>"$scratch/$set.err" ||
        [ $? = 1 ]
    ended=$(now)
    echo
    echo "## $set"
    echo
    python3 "$tools/score_extraction.py" "$folder" "$scratch/$set.ndjson"
    echo "$ended $started $(wc -l <"$scratch/$set.ndjson")" |
        awk '{ printf "%.2f s, %d pages\n", $1 - $2, $3 }'
done
