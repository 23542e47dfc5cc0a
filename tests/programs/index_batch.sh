# What a nightly job needs: counts for programs, and an exit status that knows how much is wrong.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
for name in apricot banjo cherry dolphin engine fountain gazelle; do
    page site/$name.html "About $name" "The shoulder is stiff in the morning, as ${name}word says, and so is the knee."
done
page site/draft.html "Draft" "x"

# A line of JSON on standard output; errors stay on standard error, and nothing else is there.
expect_exit 0 "$PALPATE_INDEX" index site --exclude draft.html --summary json
[ "$(wc -l <out)" = 1 ] || fail "the summary is not one line"
[ ! -s err ] || fail "something is on standard error"
jq -e '.status == 0 and .read == 7 and .added == 7 and .excluded == 1 and .failed == 0 and .pages == 7 and
    .dry_run == false and .passages >= 7 and .index_bytes > 0 and .seconds >= 0' out >result || fail "the summary is wrong"
expect_exit 0 "$PALPATE_INDEX" index --summary json --quiet --dry-run
jq -e '.dry_run and .unchanged == 7' out >result || fail "the summary of a dry run is wrong"
# All counts of the C interface are there.
"$PALPATE_INDEX" index --summary json 2>err >out
sed -n '/^typedef struct palpate_index_summary/,/^}/s/^ *uint64_t \([a-z_]*\);.*/\1/p' \
    "$PALPATE_SOURCE/include/palpate/indexer.h" | while read -r name; do
    jq -e "has(\"$name\")" out >result || fail "the summary has no $name"
done

# One page that cannot be read is 1; so is the half of them, unless one says how many may be.
printf '\037\213broken' >site/broken.html.gz
expect_exit 1 "$PALPATE_INDEX" index
expect_exit 0 "$PALPATE_INDEX" index --tolerate 1
expect_match err "broken.html.gz: "
expect_match err "1 failed"
expect_exit 1 "$PALPATE_INDEX" index --tolerate 0
expect_exit 0 "$PALPATE_INDEX" index --tolerate 13% --summary json
jq -e '.status == 0 and .failed == 1' out >result || fail "the summary says nothing of what failed"
expect_exit 1 "$PALPATE_INDEX" index --tolerate 12% --summary json
jq -e '.status == 1' out >result || fail "the summary has another status"
for name in banjo cherry dolphin engine; do
    printf '\037\213broken' >site/$name.html.gz
done
expect_exit 1 "$PALPATE_INDEX" index --tolerate 1
expect_exit 0 "$PALPATE_INDEX" index --tolerate 50%
expect_exit 0 "$PALPATE_INDEX" index --tolerate 100%
# What stops a run is not tolerated.
expect_exit 2 "$PALPATE_INDEX" index nowhere --tolerate 100% --summary json
jq -e '.status == 2 and .read == 0' out >result || fail "the summary of a run that failed is wrong"
for wrong in x 1x % 101% -1 ''; do
    expect_exit 2 "$PALPATE_INDEX" index --tolerate "$wrong"
    expect_match err "--tolerate takes a number"
done
expect_exit 2 "$PALPATE_INDEX" index --summary yaml
expect_match err "--summary takes text or json"
expect_exit 2 "$PALPATE_INDEX" --extract site --summary json
expect_exit 2 "$PALPATE_INDEX" --verify index --tolerate 1

# Off a terminal there is a line a minute, by a clock that goes half a minute each time it is asked.
export FAULTY_CLOCK=31
preloaded "$PALPATE_INDEX" clock site --exclude '*.gz' --exclude draft.html --jobs 1 2>err || fail "a run with another clock"
expect_match err "^palpate-index: [0-9]+ of 7 pages, [0-9]+ s$"
[ "$(grep -c ' of 7 pages' err)" -le 4 ] || fail "more than a line a minute"
preloaded "$PALPATE_INDEX" clock --rebuild --quiet --jobs 1 2>err || fail "a quiet run with another clock"
expect_no_match err "pages"
unset FAULTY_CLOCK
expect_exit 0 "$PALPATE_INDEX" clock --rebuild
expect_no_match err " of 7 pages"

# --limit 0: no hits, but how many there are, and facets of them.
expect_exit 0 "$PALPATE_QUERY" clock --limit 0 shoulder
expect_match out "^7 answers"
expect_no_match out "apricot"
expect_exit 0 "$PALPATE_QUERY" clock --limit 0 --facets 5 --format json shoulder
jq -e '.total.value == 7 and (.hits | length) == 0 and (.facets | length) > 0' out >result || fail "the counts are wrong"
expect_exit 0 "$PALPATE_QUERY" clock --limit 0 --format ndjson shoulder
[ ! -s out ] || fail "there are hits"
expect_exit 1 "$PALPATE_QUERY" clock --limit 0 umbrellaword
expect_exit 0 "$PALPATE_QUERY" clock shoulder
expect_match out "apricot|banjo|cherry"
