#!/bin/sh
# growth.sh [SVG [PAGES...]]: how time, memory and bytes grow with the pages (default: 2000 20000
# 100000); the plot goes to SVG (default: bench/growth.svg).  One run each, the
# pages in memory.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/peers.sh"
svg=${1:-$(dirname "$0")/growth.svg}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 2000 20000 100000

machine
echo
echo "| pages, gzip | source MB, inflated | wall, s | processor, s | pages a second | peak MB | index MB |"
echo "|---|---|---|---|---|---|---|"
for pages; do
    rm -rf "$scratch/site" "$scratch/index"
    make_pages "$pages" "$scratch/site" --gzip
    find "$scratch/site" -type f -exec cat {} + >/dev/null # into memory
    measured "run$pages" "$build/palpate-index" --quiet "$scratch/index" "$scratch/site"
    inflated=$(find "$scratch/site" -type f | sort | head -2000 | xargs gunzip -c | wc -c)
    echo "$pages $inflated $(cat "$scratch/run$pages.runs") $(bytes_of "$scratch/index")" |
        awk '{ some = $1 < 2000 ? $1 : 2000; mb = $2 / some * $1 / 1e6
               printf "| %d | %.0f | %.2f | %.2f | %.0f | %.0f | %.1f |\n", $1, mb, $3, $4, $1 / $3, $5 / 1024, $6 / 1e6
               print $1, $3, $4, $5 / 1024, $6 / 1e6 >>"'"$scratch/points"'" }'
done
python3 "$(dirname "$0")/growth_plot.py" "$scratch/points" >"$svg"
