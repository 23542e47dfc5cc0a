#!/bin/sh
# serving.sh [COUNT]: how fast palpate-serve answers the questions of corpus/ over kept
# connections, and how much of that is not the search itself.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
build=${PALPATE_BUILD:-$repository/build/release}
count=${1:-1190}
for program in palpate-index palpate-serve; do
    [ -x "$build/$program" ] || { echo "$build/$program is not built" >&2; exit 77; }
done
command -v python3 >/dev/null || { echo "the client needs python3" >&2; exit 77; }
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

"$build/palpate-index" --quiet "$scratch/index" "$repository/corpus/articles" \
    --thesaurus "$repository/corpus/thesaurus.tsv" 2>"$scratch/log"
"$build/palpate-serve" "$scratch/index" --listen 127.0.0.1:0 --max-rate 0 --access-log none \
    >"$scratch/out" &
server=$!
while ! grep -q '^listening at' "$scratch/out"; do sleep 0.1; done
port=$(sed -n 's/.*:\([0-9]*\)\/$/\1/p' "$scratch/out")
ask() { python3 "$(dirname "$0")/serving.py" "$port" "$1" "$2" "$repository/corpus/queries.tsv"; }
ask 1 119 >"$scratch/log"
echo "| clients | answers a second | ms, median | ms, 95 % | outside the search, median | 95 % |"
echo "|---|---|---|---|---|---|"
for clients in 1 2 4; do
    ask $clients "$count"
done
echo "peak memory: $(awk '/^VmHWM/ { print $2, $3 }' "/proc/$server/status")"
