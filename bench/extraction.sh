#!/bin/sh
# extraction.sh: article text, titles, authors and dates against the truth of labelled sets.
#
# usage: extraction.sh [--left-out [PAGES]]
#
# --left-out  also fits the tables of regions and blocks again without each of the sets that they are
#             fitted to, and measures them on that set: some fifteen minutes, and needs python3-numpy
#             (tools/README.md).  Each fit is to PAGES pages of each of the other sets at most, 400
#             where none is given, so it knows a little less than one to all of them would.
set -eu
. "$(dirname "$0")/lib.sh"

if [ "${1:-}" = --left-out ]; then
    python3 -c 'import numpy' 2>/dev/null || skip "--left-out needs numpy for $(command -v python3): tools/README.md"
fi
machine
for folder in "$shared"/data/extraction/*-dev; do
    set=$(basename "$folder")
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

[ "${1:-}" = --left-out ] || exit 0
echo
echo "## left out"
echo
for set in zyte:1 wcxb:3 fundus:1; do
    python3 "$tools/vary_pages.py" "$shared/data/extraction/${set%:*}-dev" "$scratch/${set%:*}-varied" "${set#*:}"
done
python3 "$tools/fit.py" --build "$build" --out "$scratch/fit" --varied "$scratch" \
    --only regions,blocks --pages "${2:-400}" --left-out-only \
    --leave-out wcxb-dev,fundus-dev,chinese-dev,zyte-dev,trafilatura-dev
