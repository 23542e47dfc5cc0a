#!/bin/sh
# typing.sh [ROUNDS]: searches in process while one types, on the passages of
# medical-passages.tsv.gz, each a page: 200 words of theirs, of which the first one to six letters
# are typed, alone and after one or two whole words.  Of each the best of ROUNDS (5) rounds, as the
# answer says what it took.
set -eu
. "$(dirname "$0")/lib.sh"
rounds=${1:-5}
passages=$shared/data/scale/medical-passages.tsv.gz
[ -f "$passages" ] || skip "no passages in $shared/data/scale"
command -v jq >/dev/null || skip "no jq: apt-get install jq"

python3 "$repository/bench/query.py" "$passages" 1 "$scratch"
"$build/palpate-index" --quiet "$scratch/index" "$scratch/pages.ndjson"

# The words of pairs that stand in one passage, and before them none, one or two others.
awk -F '\t' '$1 == "or" {
    split($2, pair, " ")
    for (size = 1; size <= 6 && size <= length(pair[2]); size++) {
        start = substr(pair[2], 1, size)
        print "0." size "\t" start
        print "1." size "\t" pair[1] " " start
        if (before != "")
            print "2." size "\t" before " " pair[1] " " start
    }
    before = pair[1]
}' "$scratch/queries.tsv" >"$scratch/typed.tsv"
for round in $(seq "$rounds"); do
    # 1 only says that the last of them found nothing.
    "$build/palpate-query" --typing --format json --queries "$scratch/typed.tsv" "$scratch/index" \
        >"$scratch/answers" || [ $? = 1 ]
    jq .took_us "$scratch/answers" >"$scratch/took.$round"
done
cut -f 1 "$scratch/typed.tsv" | paste - "$scratch"/took.* |
    awk '{ best = $2; for (i = 3; i <= NF; i++) if ($i < best) best = $i; print $1 "\t" best }' >"$scratch/times"

machine
echo
echo "| microseconds, p50 / p99 | 1 letter | 2 | 3 | 4 | 5 | 6 |"
echo "|---|---|---|---|---|---|---|"
for words in 0 1 2; do
    grep "^$words[.]" "$scratch/times" | sort -t "$(printf '\t')" -k1,1 -k2,2n | awk -F '\t' -v words=$words '
        { count[$1]++; value[$1, count[$1]] = $2 }
        END {
            line = "| " (words == 0 ? "alone" : "after " words " word" (words > 1 ? "s" : ""))
            for (size = 1; size <= 6; size++) {
                k = words "." size; c = count[k]
                line = line sprintf(" | %.0f / %.0f", value[k, int((c + 1) / 2)], value[k, int(c * .99)])
            }
            print line " |"
        }'
done
