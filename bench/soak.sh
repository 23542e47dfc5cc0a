#!/bin/sh
# soak.sh [MALFORMED [SLOW [GIGABYTES]]]: bad clients of palpate-serve in numbers that are too many for
# every test run: malformed requests, slow clients, a giant header, hostile queries, on corpus/.  Fails
# where the server ends, a good client is not served, or memory grows.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
build=${PALPATE_BUILD:-$repository/build/release}
malformed=${1:-10000}
slow=${2:-500}
gigabytes=${3:-1}
wire=$build/tests/programs/wire
for program in "$build/palpate-index" "$build/palpate-serve" "$wire"; do
    [ -x "$program" ] || { echo "SKIPPED: $program is not built" >&2; exit 77; }
done
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

"$build/palpate-index" --quiet "$scratch/index" "$repository/corpus/articles" \
    --thesaurus "$repository/corpus/thesaurus.tsv" 2>"$scratch/log" || [ $? = 1 ]
"$build/palpate-serve" "$scratch/index" --listen 127.0.0.1:0 --allow-host x --max-rate 0 --access-log none \
    --max-connections 1000 --max-connections-per-address 0 --max-request-seconds 5 >"$scratch/out" 2>"$scratch/err" &
server=$!
while ! grep -q '^listening at' "$scratch/out"; do sleep 0.1; done
port=$(sed -n 's/.*:\([0-9]*\)\/$/\1/p' "$scratch/out")
memory() { awk '/^RssAnon/ { printf "%.1f", $2 / 1024 }' "/proc/$server/status"; }

{
    printf 'GET /search?q=%%22frozen+shoulder%%22+a*&kind=exercises&limit=5&disable=x HTTP/1.1\r\nHost: x\r\n'
    printf 'Accept-Encoding: gzip, br;q=0.1\r\nIf-None-Match: W/"a", "b"\r\n\r\n'
    printf 'GET /similar?url=https://x.example/&facets=3&sort=newest HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n'
    printf 'HEAD /passage/0123456789abcdef-1 HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n'
} >"$scratch/sample"
"$wire" garble "$port" "$((malformed / 10))" 1 <"$scratch/sample"
before=$(memory)
for seed in 2 3 4 5 6 7 8 9 10; do
    "$wire" garble "$port" "$((malformed / 10))" "$seed" <"$scratch/sample"
done
echo "$malformed malformed requests: the server answers, $before MB after the first tenth, $(memory) MB after all"
python3 "$repository/bench/soak.py" "$port" "$slow" "$gigabytes"
echo "memory at the end: $(memory) MB; peak with the pages of files: $(
    awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status") MB"
kill "$server"
wait "$server" || { echo "the server ended with $?" >&2; exit 1; }
! grep -v "this runs as root" "$scratch/err" >&2 || exit 1
