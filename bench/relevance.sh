#!/bin/sh
# relevance.sh: nDCG@10 and its companions on NFCorpus (dev), LiveQA (dev) and the claims of SciFact (train).
set -eu
. "$(dirname "$0")/lib.sh"

# measure NAME QUERIES QRELS
measure()
{
    folder=$shared/data/relevance/$1
    python3 "$tools/beir_pages.py" "$folder/corpus.jsonl" >"$scratch/$1.ndjson"
    built=$(seconds "$build/palpate-index" --quiet "$scratch/$1" "$scratch/$1.ndjson")
    for way in "" --no-expand; do
        started=$(now)
        # 1 only says that the last queries found nothing.
        # shellcheck disable=SC2086
        "$build/palpate-query" $way --format trec --limit 1000 --queries "$folder/$2" \
            "$scratch/$1" >"$scratch/$1.run" || [ $? = 1 ]
        asked=$(now)
        echo "## $1 $way"
        echo
        python3 "$tools/score_run.py" "$folder/$3" "$scratch/$1.run"
        echo "$asked $started $(wc -l <"$folder/$2") $built" |
            awk '{ printf "indexed in %s s; %.2f ms a query of 1000 hits, one thread\n\n", $4, 1000 * ($1 - $2) / $3 }'
    done
}

machine
echo
measure nfcorpus queries-dev.tsv qrels/dev.tsv
measure liveqa queries-dev.tsv qrels-dev.tsv
measure scifact queries-train.tsv qrels/train.tsv
