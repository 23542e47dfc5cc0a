# What people ask who are new to a site, and what an expert of the field expects first.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
. "$PALPATE_PROGRAM_TESTS/ranks_lib.sh"

"$PALPATE_INDEX" --quiet index "$PALPATE_SOURCE/corpus/articles" \
    --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" 2>err || { cat err; fail "the corpus does not index"; }

demands "$PALPATE_PROGRAM_TESTS/query_newcomers.tsv"
# The number is what was measured when it was set; it rises as the ranking does, and never falls.
"$PALPATE_QUERY" --deadline 60000 --limit 10 --format json --queries questions index >answers ||
    [ $? = 1 ] # only says that the last question found nothing
at_least 21
