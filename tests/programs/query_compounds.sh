# German writes compounds as one word: their parts are found, and parts find the compound.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

pairs=$PALPATE_PROGRAM_TESTS/query_compounds.tsv
words=$PALPATE_PROGRAM_TESTS/query_whole_words.txt

# page NUMBER WORDS: a page of German that says the words.
page()
{
    printf '<!DOCTYPE html><html lang="de"><head><title>Blatt %s</title></head><body><main><h1>Blatt %s</h1>' "$1" "$1"
    printf '<p>Dieser Text ist nur ein Beispiel, in dem alle paar Zeilen das Gleiche steht.</p>'
    printf '<p>Es geht hier unter anderem um %s, und um nichts weiter.</p></main></body></html>\n' "$2"
}

# site FOLDER COLUMN: a page for each pair.
site()
{
    mkdir "$1"
    number=0
    cut -f"$2" "$pairs" | while IFS= read -r text; do
        number=$((number + 1))
        page "$number" "$text" >"$1/$number.html"
    done
    if [ "$1" = phrases ]; then # more words that might be parts
        cp "$PALPATE_SOURCE"/corpus/languages/de/*.html "$1"
    fi
    "$PALPATE_INDEX" --quiet "$1.index" "$1" 2>err || { cat err; fail "$1 does not index"; }
}

# found INDEX COLUMN: how many of the pairs find their page first by what the column says.
found()
{
    cut -f"$2" "$pairs" >questions
    number=0
    while IFS= read -r question; do
        number=$((number + 1))
        "$PALPATE_QUERY" --deadline 60000 --limit 1 --format tsv "$1" "$question" >hits || [ $? = 1 ]
        if grep -q "[[:space:]/]$number\.html" hits; then
            echo "$question"
        else
            echo "not found in $1: $question" >&2
        fi
    done <questions | wc -l
}

site phrases 2
site compounds 1
by_compound=$(found phrases.index 1)
by_phrase=$(found compounds.index 2)
[ "$by_compound" -ge 54 ] || fail "$by_compound of 60 compounds find their parts, not 54 or more"
[ "$by_phrase" -ge 54 ] || fail "$by_phrase of 60 parts find their compound, not 54 or more"

# Words that are no compounds, though some of their letters are words.
wrong=$(while IFS= read -r word; do
    "$PALPATE_QUERY" --deadline 60000 --format json phrases.index "$word" >hits || [ $? = 1 ]
    if grep -q '"compound words"' hits; then
        grep -B2 '"compound words"' hits >&2
        echo "$word"
    fi
done <"$words" | wc -l)
[ "$wrong" -le 3 ] || fail "$wrong of 60 words that are no compounds are parted, not 3 or fewer"
echo "compounds find their parts: $by_compound of 60, the reverse: $by_phrase of 60; parted wrongly: $wrong of 60"
