#!/bin/sh
# spelling.sh [COUNT]: how many synthetic misspellings of words of corpus/ are understood; of
# questions with one, whether the right article is first; and how many right questions are
# taken for misspelled ones.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"
PALPATE_SOURCE=$repository
PALPATE_INDEX=$build/palpate-index
PALPATE_QUERY=$build/palpate-query
. "$repository/tests/programs/misspell.sh"

count=${1:-500}
cd "$scratch"
"$PALPATE_INDEX" --quiet index "$repository/corpus/articles" 2>log
misspellings "$count" index "$repository/corpus/articles" >typed 2>log
for company in "" pain; do
    echo "## ${company:-alone}"
    echo
    echo "| rule | corrected | found as it is | of |"
    echo "|---|---|---|---|"
    corrected index typed "$company" |
        awk '{ print "| " $1 " | " $2 " | " $3 " | " $4 " |"; m += $2; f += $3; n += $4 }
             END { printf "| all | %d (%.1f %%) | %d | %d |\n\n", m, 100 * m / n, f, n }'
done

# answers QUERIES INDEX: "first address TAB corrected" of each.
answers()
{
    "$PALPATE_QUERY" --deadline 60000 --format json --limit 1 --queries "$1" "$2" |
        jq -r '[.hits[0].url // "-", .corrected // ""] | @tsv'
}

# Two to four words of a question side by side, one of which is typed wrong.
cut -f 2 "$repository/corpus/queries.tsv" "$repository/corpus/new-queries.tsv" | tr 'A-Z' 'a-z' |
    tr '/-' '  ' | tr -cd 'a-z \n' |
    awk '{ for (n = 2; n <= 4 && n <= NF; n++)
             for (from = 1; from + n - 1 <= NF; from += 2) {
                 best = from
                 for (i = from; i < from + n; i++) if (length($i) > length($best)) best = i
                 if (length($best) < 4) continue
                 left = right = ""
                 for (i = from; i < best; i++) left = left $i " "
                 for (i = best + 1; i < from + n; i++) right = right " " $i
                 if (!seen[left $best right]++)
                     print $best "\t" left "\t" right } }' >windows
cut -f 1 windows | awk -f "$repository/tests/programs/misspell.awk" >slips
awk -F '\t' 'NR == FNR { word = $1; sub(/-.*/, "", word); slip[word] = $2; next }
    ($1 in slip) && used[$1]++ < 3 && count < 440 { count++
        print $2 $1 $3 >"right"; print $2 slip[$1] $3 >"wrong" }' slips windows
answers right index | cut -f 1 >right.first
answers wrong index | cut -f 1 >wrong.first
paste right.first wrong.first |
    awk '$1 != "-" && n < 400 { n++; good += $1 == $2 }
         END { printf "One slip in one of two to four words: right article first %d of %d (%.1f %%)\n", good, n, 100 * good / n }'

# Right questions, on an index of their own collection.
for name in nfcorpus liveqa scifact; do
    folder=$shared/data/relevance/$name
    [ -d "$folder" ] || { echo "no questions of $name: left out"; continue; }
    python3 "$tools/beir_pages.py" "$folder/corpus.jsonl" >"$name.ndjson"
    "$PALPATE_INDEX" --quiet "$name" "$name.ndjson" 2>log || true
    cat "$folder"/queries-*.tsv | cut -f 2 | head -n 2000 >asked
    answers asked "$name" | paste asked - | awk -F '\t' -v name="$name" '
        { n++ } $3 != "" { c++; print $1 " -> " $3 >name ".corrected" }
        END { printf "%s: %d of %d questions corrected (%.2f %%)\n", name, c, n, 100 * c / n }'
    head -n 20 "$name.corrected" 2>/dev/null || true
done
