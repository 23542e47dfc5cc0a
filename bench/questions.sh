#!/bin/sh
# questions.sh [aside]: how well the articles of corpus/ answer its questions: the old ones, and the new ones by
# kind.  With "aside", the ones that were set aside: a look at them is for the end of a work on ranking.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"

corpus=$repository/corpus
"$build/palpate-index" --quiet "$scratch/corpus" "$corpus/articles" --thesaurus "$corpus/thesaurus.tsv" 2>/dev/null

# row NAME FILE PATTERN: the means of the questions whose id matches, of what --eval wrote as a table.
row()
{
    awk -F '\t' -v name="$1" -v pattern="$3" '
    NR > 1 && $1 ~ pattern { count++; ndcg += $3; map += $4; recall += $5; mrr += $6; right += $10 >= 2; best += $14 == 1 }
    END { printf "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |\n", name, count,
          ndcg / count, map / count, recall / count, mrr / count, right / count, best / count }' "$2"
}

# measure NAME PREFIX: rows of one set of questions.
measure()
{
    "$build/palpate-query" --deadline 60000 --format tsv --eval "$corpus/$2queries.tsv" "$corpus/$2judgments.tsv" \
        "$scratch/corpus" >"$scratch/$1"
    row "$1" "$scratch/$1" .
}

echo "| questions | count | nDCG@10 | MAP | recall@100 | MRR | first is grade 2 or 3 | first is the best grade |"
echo "|---|---|---|---|---|---|---|---|"
if [ "${1-}" = aside ]; then
    measure aside aside-
else
    measure old ""
    measure new new-
    for kind in $(cut -d - -f 1 "$corpus/new-queries.tsv" | sort -u); do
        row "new: $kind" "$scratch/new" "^$kind-"
    done
fi
