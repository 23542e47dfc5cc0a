# Words of the corpus, misspelled by rules, are understood by $PALPATE_QUERY.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
. "$PALPATE_PROGRAM_TESTS/misspell.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" 2>/dev/null
misspellings 300 index "$PALPATE_SOURCE/corpus/articles" >typed 2>/dev/null
[ "$(wc -l <typed)" -ge 250 ] || fail "only $(wc -l <typed) misspellings were made"
corrected index typed >rules
[ "$(wc -l <rules)" = 4 ] || fail "not all rules were tried"
awk '$2 + $3 < 0.8 * $4 { bad = 1 } { good += $2 + $3; all += $4 }
    END { exit bad || good < 0.9 * all }' rules || {
    cat rules
    fail "too few misspellings were understood"
}

# A person is told what is searched, and how to search what was typed.
expect_exit 0 "$PALPATE_QUERY" index siatica exercises
expect_match out '^Showing results for: sciatica exercises \(--no-correct searches the words as typed\)$'
expect_exit 0 "$PALPATE_QUERY" index siatica exercises --no-correct
expect_no_match out '^Showing results for'
