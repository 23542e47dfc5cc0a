# What bench and tests share: . misspell.sh needs $PALPATE_INDEX and $PALPATE_QUERY.

# misspellings COUNT INDEX SOURCE...: as misspell.awk makes them of words of the sources that
# stand there three times and are in the index, spread over the alphabet.
misspellings()
{
    count=$1 index=$2
    shift 2
    "$PALPATE_INDEX" --extract "$@" | jq -r '.passages[].text' | tr 'A-Z' 'a-z' |
        grep -oE '[a-z]{5,}' | sort | uniq -c | awk '$1 >= 3 { print $2 }' >misspell.known
    awk -v count="$count" '{ all[NR] = $1 }
        END { step = NR > count ? NR / count : 1
              for (i = 1; i <= NR; i += step) print all[int(i)] }' misspell.known |
        "$PALPATE_QUERY" --deadline 60000 --queries - --no-expand --format json --limit 1 "$index" |
        jq -r 'select(.total.value > 0 and .corrected == null) | .query' >misspell.words
    awk -f "$PALPATE_SOURCE/tests/programs/misspell.awk" misspell.words |
        awk -F '\t' 'NR == FNR { known[$1] = 1; next } !($2 in known)' misspell.known -
}

# corrected INDEX FILE [COMPANY]: asks for the misspellings of a file; prints "rule corrected found
# tried", a line a rule.  Corrected is what is searched for or offered, in a form of the same word;
# found what needed no correction, because its stem is one of the index.
corrected()
{
    cut -f 2 "$2" | sed "s/\$/${3:+ $3}/" | "$PALPATE_QUERY" --deadline 60000 --format json --limit 1 --queries - "$1" |
        jq -r '(.corrected // .suggestion // if .total.value > 0 then "=" else "-" end)' | paste "$2" - |
        awk -F '\t' '{
            split($1, asked, "-"); word = asked[1]; found = $3; sub(/ .*/, "", found)
            longer = length(word) > length(found) ? length(word) : length(found)
            for (same = 0; same < longer && substr(word, same + 1, 1) == substr(found, same + 1, 1); same++);
            tried[asked[2]]++
            same_stem[asked[2]] += found == "="
            corrected[asked[2]] += same >= longer - 3 && same >= 3
        }
        END { for (rule in tried) print rule, corrected[rule], same_stem[rule], tried[rule] }' | sort
}
