# Who asks whether something may be done gets first what forbids or limits it.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
. "$PALPATE_PROGRAM_TESTS/ranks_lib.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || { cat err; fail "the corpus does not index"; }

# A demand that is not met is seen.
printf 'neck pain\t%s\t%s\twhy\n' 10 neck-pain 'all 2' neck-pain 1 absent >planted.tsv
demands planted.tsv
"$PALPATE_QUERY" --deadline 60000 --format json --queries questions index >answers
[ "$(unmet | grep -c '^    wanted: ')" = 2 ] || fail "a demand that is not met goes unseen"

demands "$PALPATE_PROGRAM_TESTS/query_safety.tsv"
# The number is what was measured when it was set; it rises as the ranking does, and never falls.
"$PALPATE_QUERY" --deadline 60000 --limit 10 --format json --queries questions index >answers ||
    [ $? = 1 ] # only says that the last question found nothing
at_least 40
