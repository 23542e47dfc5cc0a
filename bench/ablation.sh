#!/bin/sh
# ablation.sh: what each part of the score is worth on each collection: nDCG@10 with all
# parts less nDCG@10 without one, with the paired 95 % bootstrap interval.
set -eu
. "$(dirname "$0")/lib.sh"

# row COLUMN...: of the table.
row()
{
    printf '|'
    printf ' %s |' "$@"
    echo
}

# difference FILE: the mean and interval of nDCG@10 in what --against printed.
difference()
{
    awk '$1 == "difference" { seen = 1 } seen && $1 == "nDCG@10" { print $2 " (" $3 " to " $5 ")"; exit }' "$1"
}

# measure NAME INDEX QUERIES JUDGMENTS: columns into $scratch/NAME.
measure()
{
    name=$1 index=$2 queries=$3 judgments=$4
    "$build/palpate-query" --eval "$queries" "$judgments" "$index" |
        awk '$1 == "nDCG@10" { print $2; exit }' >"$scratch/$name.column"
    for option in $ways; do
        case $option in
        no-expand) without="--no-expand" ;;
        *) without="--without-part $(echo "$option" | tr _ ' ' | sed 's/.* .*/"&"/')" ;;
        esac
        "$build/palpate-query" --eval "$queries" "$judgments" "$index" --against "$without" \
            >"$scratch/log"
        difference "$scratch/log" >>"$scratch/$name.column"
    done
}

ways="words other_names proximity coverage heading title kind amount lead article likeness related no-expand"
collections=$shared/data/relevance
for name in nfcorpus liveqa; do
    python3 "$tools/beir_pages.py" "$collections/$name/corpus.jsonl" >"$scratch/$name.ndjson"
    "$build/palpate-index" --quiet "$scratch/$name" "$scratch/$name.ndjson"
done
"$build/palpate-index" --quiet "$scratch/corpus" "$repository/corpus/articles" \
    --thesaurus "$repository/corpus/thesaurus.tsv" 2>/dev/null

measure nfcorpus "$scratch/nfcorpus" "$collections/nfcorpus/queries-dev.tsv" "$collections/nfcorpus/qrels/dev.tsv"
measure liveqa "$scratch/liveqa" "$collections/liveqa/queries-dev.tsv" "$collections/liveqa/qrels-dev.tsv"
measure corpus "$scratch/corpus" "$repository/corpus/queries.tsv" "$repository/corpus/judgments.tsv"

machine
echo
row "without" "NFCorpus dev" "LiveQA dev" "corpus/"
row --- --- --- ---
{
    echo "nothing: nDCG@10 itself"
    for option in $ways; do echo "$option" | tr _ ' '; done
} >"$scratch/names"
paste -d'|' "$scratch/names" "$scratch/nfcorpus.column" "$scratch/liveqa.column" "$scratch/corpus.column" |
    sed 's/|/ | /g; s/^/| /; s/$/ |/'
