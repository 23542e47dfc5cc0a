# Chinese, Japanese and Thai have no spaces: a word is found inside a sentence, and marked whole.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

words=$PALPATE_PROGRAM_TESTS/query_unsegmented.tsv
mkdir site
number=0
while IFS="$(printf '\t')" read -r language word sentence; do
    number=$((number + 1))
    printf '<!DOCTYPE html><html lang="%s"><head><title>%s</title></head><body><main><h1>%s</h1><p>%s</p></main></body></html>\n' \
        "$language" "No. $number" "No. $number" "$sentence" >"site/$number.html"
done <"$words"
"$PALPATE_INDEX" --quiet index site 2>err || { cat err; fail "the site does not index"; }

number=0
found=$(while IFS="$(printf '\t')" read -r language word sentence; do
    number=$((number + 1))
    "$PALPATE_QUERY" --deadline 60000 --limit 1 --prefer-lang "$language" --format json index "$word" >hits || [ $? = 1 ]
    if grep -q "\"url\": \"$number\.html\"" hits && "$PALPATE_QUERY" --deadline 60000 --limit 1 --prefer-lang "$language" \
        --color always index "$word" | sed 's/\x1b\[[0-9;]*m/|/g' | grep -q "|$word|"; then
        echo "$word"
    else
        echo "$language: $word is not found, or not marked whole" >&2
    fi
done <"$words" | wc -l)
[ "$found" -ge 60 ] || fail "$found of 60 words are found and marked whole"

# A sign of a word is marked where one beside it in the question is beside it, too, and nowhere else.
mkdir apart
cat >apart/a.html <<'END'
<!DOCTYPE html><html lang="ja"><head><title>肩</title></head><body><main><h1>肩</h1><p>マッサージは肩の痛みを和らげます。ストレッチも毎日続けると良いでしょう。</p></main></body></html>
END
"$PALPATE_INDEX" --quiet apart.index apart
# marked QUESTION SNIPPET: the start of the snippet, with its marks.
marked()
{
    expect_exit 0 "$PALPATE_QUERY" --format json apart.index "$1"
    jq -r '.hits[0].snippet' out >snippet
    grep -qF "$2" snippet || { cat snippet; fail "'$1' marks other signs"; }
}
marked マッサージ '<mark>マッサージ</mark>は肩の痛みを和らげます。ストレッチも毎日'
marked 痛 '肩の<mark>痛</mark>みを'
marked "痛い肩" '<mark>'
echo "$found of 60 words are found and marked whole"
