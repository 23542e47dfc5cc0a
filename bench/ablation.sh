#!/bin/sh
# ablation.sh: what each part of the score is worth on each collection: nDCG@10 with all
# parts less nDCG@10 without one, with the paired 95 % bootstrap interval.  The last two columns
# are the mean over the collections, and the least mean that is left where one of them is left
# out: a part whose place hangs on one collection has 0 or less there.
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
for name in nfcorpus liveqa scifact; do
    python3 "$tools/beir_pages.py" "$collections/$name/corpus.jsonl" >"$scratch/$name.ndjson"
    "$build/palpate-index" --quiet "$scratch/$name" "$scratch/$name.ndjson"
done
"$build/palpate-index" --quiet "$scratch/corpus" "$repository/corpus/articles" \
    --thesaurus "$repository/corpus/thesaurus.tsv" 2>/dev/null

measure nfcorpus "$scratch/nfcorpus" "$collections/nfcorpus/queries-dev.tsv" "$collections/nfcorpus/qrels/dev.tsv"
measure liveqa "$scratch/liveqa" "$collections/liveqa/queries-dev.tsv" "$collections/liveqa/qrels-dev.tsv"
measure scifact "$scratch/scifact" "$collections/scifact/queries-train.tsv" "$collections/scifact/qrels/train.tsv"
measure old "$scratch/corpus" "$repository/corpus/queries.tsv" "$repository/corpus/judgments.tsv"
measure new "$scratch/corpus" "$repository/corpus/new-queries.tsv" "$repository/corpus/new-judgments.tsv"

machine
echo
row "without" "NFCorpus dev" "LiveQA dev" "SciFact train" "corpus/, old" "corpus/, new" "mean" "least mean of four"
row --- --- --- --- --- --- --- ---
{
    echo "nothing: nDCG@10 itself"
    for option in $ways; do echo "$option" | tr _ ' '; done
} >"$scratch/names"
cd "$scratch"
paste names nfcorpus.column liveqa.column scifact.column old.column new.column |
    awk -F '\t' '{
        sum = 0
        for (i = 2; i <= NF; i++) sum += $i
        least = 1
        for (i = 2; i <= NF; i++) if ((sum - $i) / (NF - 2) < least) least = (sum - $i) / (NF - 2)
        line = "|"
        for (i = 1; i <= NF; i++) line = line " " $i " |"
        printf "%s %+.4f | %+.4f |\n", line, sum / (NF - 1), least
    }'
