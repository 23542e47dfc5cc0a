#!/bin/sh
# fuzz.sh [SECONDS [NAME...]]: runs every fuzz target of tests/fuzz/ (or those that are named) for so long
# (60), with its corpus and its dictionary, and says how many inputs each had.  What a target stops at is
# left in build/fuzz/findings/, and the script then fails.  Builds the targets with clang and libFuzzer.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
command -v clang-14 >/dev/null || { echo "SKIPPED: clang-14 is not installed" >&2; exit 77; }
build=build/fuzz
findings=$build/findings
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

names=${*:-$(ls tests/fuzz/corpus)}
cmake --preset fuzz >"$scratch/log" && cmake --build --preset fuzz --target $(printf 'fuzz_%s ' $names) >"$scratch/log" ||
    { cat "$scratch/log" >&2; exit 1; }
mkdir -p "$findings"
printf '| target | inputs | a second | edges seen | findings |\n|---|---|---|---|---|\n'
total=0
failed=0
for name in $names; do
    dictionary=tests/fuzz/dictionaries/$name.dict
    [ -f "$dictionary" ] && words=-dict=$dictionary || words=
    mkdir "$scratch/$name"
    "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=1024 \
        -close_fd_mask=1 -print_final_stats=1 -artifact_prefix="$findings/$name-" $words \
        "$scratch/$name" "tests/fuzz/corpus/$name" >"$scratch/log" 2>&1 </dev/null && found=0 || found=1
    [ "$found" = 0 ] || cp "$scratch/log" "$findings/$name.log"
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/log")
    each=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$scratch/log")
    edges=$(grep -o ' cov: [0-9]*' "$scratch/log" | tail -1 | grep -o '[0-9]*') || edges=0
    echo "| $name | ${runs:-0} | ${each:-0} | ${edges:-0} | $found |"
    total=$((total + ${runs:-0}))
    failed=$((failed + found))
    rm -rf "${scratch:?}/$name"
done
echo
echo "$total inputs in all, $failed targets with findings"
[ "$failed" = 0 ] || { echo "the inputs are in $findings" >&2; exit 1; }
