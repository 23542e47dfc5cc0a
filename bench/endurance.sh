#!/bin/sh
# endurance.sh [SECONDS]: asks palpate-serve all the time (3600), which counts questions and what is opened
# and decides by a curation, while the index is updated every few seconds and rebuilt now and then, on corpus/.
# Fails where an answer fails, or where memory, descriptors, threads or the disk are more than 5 % (and a
# little that any program breathes) above their highest in the first tenth.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
build=${PALPATE_BUILD:-$repository/build/release}
seconds=${1:-3600}
for program in "$build/palpate-index" "$build/palpate-serve"; do
    [ -x "$program" ] || { echo "SKIPPED: $program is not built" >&2; exit 77; }
done
scratch=$(mktemp -d)
server= asker=
trap '[ -z "$asker" ] || kill "$asker" 2>/dev/null; [ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

cp -R "$repository/corpus/articles" "$scratch/site"
index() { "$build/palpate-index" --quiet "$@" "$scratch/index" "$scratch/site" 2>"$scratch/log" || [ $? = 1 ] ||
    { cat "$scratch/log" >&2; exit 1; }; }
printf '%s\t%s\t%s\n' pin 'opening hours|knee pain' /meniscus-tear.html note 'chest pain' 'Call for help.' \
    redirect adhesions 'frozen shoulder' boost '/*-pain*' 1.5 hide '/appointment*' '' recency 0.1 730 >"$scratch/rules"
sed -i 's/\t$//' "$scratch/rules"
index --thesaurus "$repository/corpus/thesaurus.tsv" --curation "$scratch/rules"
# From here on there are two generations: the live one, and the one before.
index --rebuild
"$build/palpate-serve" "$scratch/index" --listen 127.0.0.1:0 --max-rate 0 --access-log none \
    --queries "$scratch/asked" --askers 1 --clicks >"$scratch/out" 2>"$scratch/err" &
server=$!
while ! grep -q '^listening at' "$scratch/out"; do kill -0 "$server"; sleep 0.1; done
url=$(sed -n 's/^listening at \(http.*\)/\1/p' "$scratch/out")

# Questions of the corpus and parts of them, one after another, from one client.
awk -F '\t' '!/^#/ { gsub(/[^A-Za-z0-9 ]/, ""); gsub(/ /, "+", $2); print "url = \"'"$url"'search?q=" $2 "\""; print "url = \"'"$url"'?q=" $2 "&facets=3\""
    print "url = \"'"$url"'suggest?q=" substr($2, 1, 5) "\"" }' "$repository/corpus/queries.tsv" | head -600 >"$scratch/urls"
(cd "$scratch/site" && printf 'url = "'"$url"'opened?url=%s"\n' *.html) >>"$scratch/urls"
(
    while :; do
        curl -sS -K "$scratch/urls" -w '\n%{http_code}\n' 2>&1 | grep -E '^([0-9]{3}$|curl:)' | sort | uniq -c >>"$scratch/codes"
        sleep 0.2
    done
) &
asker=$!

measure()
{
    memory=$(awk '/^RssAnon/ { print $2 }' "/proc/$server/status")
    files=$(find "/proc/$server/fd" -mindepth 1 2>/dev/null | wc -l)
    threads=$(awk '/^Threads/ { print $2 }' "/proc/$server/status")
    disk=$(du -sk "$scratch/index" | cut -f 1)
}
# higher: the highest of each so far, in $peaks.
higher()
{
    peaks=$(echo "$peaks $memory $files $threads $disk" |
        awk '{ for (i = 1; i <= 4; i++) printf "%d ", ($i > $(i + 4) ? $i : $(i + 4)) }')
}
# row NAME NUMBERS
row()
{
    echo "$*" | awk '{ print "| " $1 " | " $2 " | " $3 " | " $4 " | " $5 " |" }'
}
start=$(date +%s)
now=0 turn=0 peaks="0 0 0 0" first=
printf '| highest | memory, KB | descriptors | threads | index, KB |\n|---|---|---|---|---|\n'
while [ "$now" -lt "$seconds" ]; do
    turn=$((turn + 1))
    set -- "$scratch"/site/*.html
    shift $((turn % $#))
    # A page changes and changes back, so that the index is as large at the end as at the start.
    if [ $((turn % 2)) = 1 ]; then
        changed=$1
        cp -p "$changed" "$scratch/kept"
        sed -i 's|</p>| It was read again.</p>|' "$changed"
    else
        cp "$scratch/kept" "$changed"
    fi
    if [ $((turn % 20)) = 0 ]; then index --rebuild; else index; fi
    measure
    now=$(($(date +%s) - start))
    # Between two rebuilds an index grows, so that the first part has a few of them.
    if [ -z "$first" ] && [ "$now" -ge $((seconds / 10)) ] && [ $turn -gt 41 ]; then
        first=$peaks peaks="0 0 0 0"
        row "up_to_second_$now" $first
    fi
    higher
    sleep 1
done
kill "$asker" && wait "$asker" 2>/dev/null || true
asker=
[ -n "$first" ] || { echo "that was too short" >&2; exit 1; }
row after_that $peaks
echo
awk '{ of[$2] += $1 } END { for (code in of) printf "%d answers of %s, ", of[code], code; print "" }' "$scratch/codes"
echo "$turn updates"
grep -qE ' 200$' "$scratch/codes" || { echo "nothing was answered" >&2; exit 1; }
! grep -vE ' (200|204|304)$' "$scratch/codes" >&2 || { echo "answers failed" >&2; exit 1; }
# Between two runs of malloc's own housekeeping some hundred KB come and go, and an update holds the
# index and the one before it.
echo "$first $peaks" | awk '
    function flat(name, was, is, breath) { if (is > was * 1.05 + breath) { print name " grew from " was " to " is; bad = 1 } }
    { flat("memory", $1, $5, 1024); flat("descriptors", $2, $6, 8); flat("threads", $3, $7, 0); flat("the index", $4, $8, 64) }
    END { exit bad }'
kill "$server"
wait "$server" || { echo "the server ended with $?" >&2; exit 1; }
server=
