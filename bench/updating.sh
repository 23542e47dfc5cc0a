#!/bin/sh
# updating.sh [PAGES [ROUNDS]]: what bringing an index up to date takes, by how many pages changed.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/peers.sh"
pages=${1:-20000}
rounds=${2:-5}
site=$scratch/site

make_pages "$pages" "$site" --gzip
index="$build/palpate-index --quiet $scratch/index $site"
measured palpate $index

# change COUNT ROUND: puts a word of its own into pages that are spread over the site.
change()
{
    find "$site" -name '*.html.gz' | sort | awk -v n="$1" -v all="$pages" \
        'BEGIN { step = all > n ? int(all / n) : 1 } NR % step == 0 && k++ < n' |
        while read -r page; do
            gunzip -c "$page" | sed "s|</h1>|</h1><p>Changed for the round called $2 and again.</p>|" |
                gzip -1 >"$page.new"
            mv "$page.new" "$page"
        done
}

for round in $(seq "$rounds"); do
    measured nothing $index
    for count in 1 10 100 1000; do
        change "$count" "round$round"
        measured "changed$count" $index
    done
done

machine
echo "$pages pages of $pages_of, gzip; built in $(middle palpate 1) s; median of $rounds rounds"
echo
echo "| changed pages | wall, s (lowest-highest) | processor, s | peak MB |"
echo "|---|---|---|---|"
for name in nothing changed1 changed10 changed100 changed1000; do
    column $name 1 >"$scratch/column"
    echo "| ${name#changed} | $(middle $name 1) ($(spread "$scratch/column")) | $(middle $name 2) | $(middle $name 3 | awk '{ printf "%.0f", $1 / 1024 }') |"
done
