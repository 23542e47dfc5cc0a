#!/bin/sh
# indexing.sh [PAGES [ROUNDS]]: pages a second and bytes on disk, palpate-index against
# omindex on the same pages of make_site.py, in turns (A B A B …), each into a fresh index.
set -eu
. "$(dirname "$0")/lib.sh"
pages=${1:-2000}
rounds=${2:-5}
command -v omindex >/dev/null || skip "omindex is not installed: apt-get install xapian-omega"

python3 "$shared/tools/make_site.py" "$pages" "$scratch/site" >/dev/null
site_bytes=$(bytes_of "$scratch/site")

# Both read the site once before anything is measured, so that it is in memory.
for round in $(seq 0 "$rounds"); do
    rm -rf "$scratch/palpate" "$scratch/one" "$scratch/omega"
    seconds "$build/palpate-index" --quiet "$scratch/palpate" "$scratch/site" >"$scratch/a"
    seconds "$build/palpate-index" --quiet --jobs 1 "$scratch/one" "$scratch/site" >"$scratch/b"
    seconds omindex --db "$scratch/omega" --url / "$scratch/site" >"$scratch/c"
    [ "$round" = 0 ] || for one in a b c; do
        cat "$scratch/$one" >>"$scratch/times.$one"
    done
done
for _ in $(seq "$rounds"); do
    seconds "$build/palpate-index" --quiet "$scratch/palpate" "$scratch/site" >>"$scratch/times.d"
done
xapian-compact "$scratch/omega" "$scratch/omega.compact" >/dev/null 2>&1

machine
echo "pages: $pages of make_site.py, $site_bytes bytes; median of $rounds rounds after one unmeasured"
echo
echo "| | seconds (lowest-highest) | pages a second | index bytes |"
echo "|---|---|---|---|"
row()
{
    middle=$(median "$2")
    echo "| $1 | $middle ($(spread "$2")) | $(echo "$pages $middle" | awk '{ printf "%.0f", $1 / $2 }') | $3 |"
}
row "palpate-index" "$scratch/times.a" "$(bytes_of "$scratch/palpate")"
row "palpate-index --jobs 1" "$scratch/times.b" "$(bytes_of "$scratch/one")"
row "omindex" "$scratch/times.c" "$(bytes_of "$scratch/omega")"
echo "| omindex, then xapian-compact | | | $(bytes_of "$scratch/omega.compact") |"
row "palpate-index, nothing changed" "$scratch/times.d" ""
