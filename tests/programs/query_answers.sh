# Sentences that are called the answer answer: measured on the questions of corpus/.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

corpus=$PALPATE_SOURCE/corpus
"$PALPATE_INDEX" --quiet index "$corpus/articles" "$corpus/languages" --base-url https://clinic.example/ \
    --thesaurus "$corpus/thesaurus.tsv" 2>err || { cat err; fail "no corpus"; }

# answers QUERIES JUDGMENTS: "GRADE QUESTION" for each that is answered, where the grade is that of the passage.
answers()
{
    "$PALPATE_QUERY" index --format json --limit 1 --queries "$1" | jq -r 'select(has("answer"))
        | [.query, .hits[0].url, (.hits[0].heading[-1] // "")] | @tsv' |
        awk -F '\t' 'FILENAME == "-" { print (($1, $2, $3) in grade) ? grade[$1, $2, $3] : 0, $1; next }
            FILENAME == ARGV[1] { id[$1] = $2; next }
            { grade[id[$1], $2, $3] = $4 }' "$1" "$2" -
}
for set in '' new- aside-; do
    answers "$corpus/${set}queries.tsv" "$corpus/${set}judgments.tsv" >shown
    awk -v set="${set:-old}" '{ shown++; right += $1 >= 2 } $1 < 2 { print "no answer: " $0 }
        END { print set, shown + 0, right + 0; exit !(shown >= 12 && right >= 0.9 * shown) }' shown >figures || {
        cat figures
        fail "too few answers, or too many that are none"
    }
    cat figures
done

# In every form.
expect_exit 0 "$PALPATE_QUERY" index --limit 2 'how long does frozen shoulder last'
[ "$(grep -c '\[Answer\]$' out)" = 1 ] || fail "the answer is not named"
head -n 2 out >first
expect_match first 'How long does recovery take\?  \[Answer\]$'
expect_match first 'One to three years'
expect_exit 0 "$PALPATE_QUERY" index --format json 'how long does frozen shoulder last'
jq -e '.answer.text[:18] == "One to three years" and .answer.passage == .hits[0].passage and .answer.link == .hits[0].link
    and .answer.title == .hits[0].title and (.answer.care | length) > 0' out >/dev/null || fail "not as it is shown"
expect_exit 0 "$PALPATE_QUERY" index 'frozen shoulder recovery time'
expect_no_match out '\[Answer\]'
