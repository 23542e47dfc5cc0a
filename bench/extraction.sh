#!/bin/sh
# extraction.sh: article text, titles, authors and dates against the truth of labelled sets.
#
# usage: extraction.sh [--left-out [PAGES]]
#
# --left-out  also fits the tables of regions and blocks again without each of the sets that they are
#             fitted to, and measures them on that set: some fifteen minutes on an idle machine, and
#             needs python3-numpy (tools/README.md).  Each fit is to PAGES pages of each of the other
#             sets at most, 400 where none is given, so it knows a little less than one to all of them
#             would; 100 take a quarter of the time.
#
# PALPATE_PYTHON  the Python that has numpy (default: the first of python3, /usr/bin/python3 that has it)
set -eu
. "$(dirname "$0")/lib.sh"

# Another python3 may come first in PATH than the one of the system, which has the numpy of its package.
find_python()
{
    for candidate in ${PALPATE_PYTHON:-python3 /usr/bin/python3}; do
        "$candidate" -c 'import numpy' 2>/dev/null && echo "$candidate" && return
    done
    skip "--left-out needs numpy for ${PALPATE_PYTHON:-python3 or /usr/bin/python3}: install python3-numpy," \
        "or name a Python that has it in PALPATE_PYTHON"
}

python=python3
if [ "${1:-}" = --left-out ]; then
    case ${2:-400} in
    *[!0-9]* | 0) echo "extraction.sh: --left-out takes a number of pages, not $2" >&2; exit 2 ;;
    esac
    [ -x "$build/tools/observe_blocks" ] || skip "--left-out needs the programs in $build/tools: cmake --build --preset release"
    python=$(find_python) || exit $?
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
    "$python" "$tools/vary_pages.py" "$shared/data/extraction/${set%:*}-dev" "$scratch/${set%:*}-varied" "${set#*:}"
done
"$python" "$tools/fit.py" --build "$build" --out "$scratch/fit" --varied "$scratch" \
    --only regions,blocks --pages "${2:-400}" --left-out-only \
    --leave-out wcxb-dev,fundus-dev,chinese-dev,zyte-dev,trafilatura-dev
