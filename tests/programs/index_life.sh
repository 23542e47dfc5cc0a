# An index lives: it is built, is left alone, follows its pages, and is guarded.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# Words that no slip turns into one another.
mkdir site
i=1
for word in apricot banjo cherry dolphin engine fountain gazelle hammock island; do
    page "site/page$i.html" "Page number $i" \
        "The shoulder of page $i is stiff in the morning and sore at night, as $word tells."
    i=$((i + 1))
done

expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "9 pages read, 9 added"
[ "$(echo $(ls index/gen-000001))" = "manifest shard" ] || fail "the parts of a build are left behind"
[ ! -s out ] || fail "the indexer writes to standard output"
expect_exit 0 "$PALPATE_QUERY" index gazelle
expect_match out "Page number 7"

# A second run reads nothing again and says so.
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 9 unchanged"

# New time, same bytes: not parsed again.
touch -d '2020-01-01' site/page1.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 9 unchanged"

# … nor opened in every run from then on, which shows where other bytes of the same size and
# time go unseen.
cp site/page1.html aside.html
tr 'a-m' 'b-n' <aside.html >site/page1.html
touch -d '2020-01-01' site/page1.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "^0 pages read, 9 unchanged"
mv aside.html site/page1.html
touch -d '2020-01-01' site/page1.html

# One changed, one new, one gone.
page site/page2.html "Page number 2" "Now it speaks of an elbow that aches after climbing, umbrella."
page site/page10.html "Page number 10" "A tenth page about the knee and its kneecap, saxophone."
rm site/page3.html
expect_exit 0 "$PALPATE_INDEX" index site
expect_match err "2 pages read, 7 unchanged, 1 added, 1 changed, 1 removed"
expect_exit 0 "$PALPATE_QUERY" index umbrella
expect_exit 0 "$PALPATE_QUERY" index saxophone
expect_exit 1 "$PALPATE_QUERY" index cherry
expect_exit 1 "$PALPATE_QUERY" index banjo

# A dry run changes nothing.
page site/page4.html "Page number 4" "Only a dry run has seen xylograph on this page so far."
expect_exit 0 "$PALPATE_INDEX" --dry-run index site
expect_match err "would be: 1 page read"
expect_exit 1 "$PALPATE_QUERY" index xylograph

# More than a third would go: refused, unless it is allowed.
mkdir aside
mv site/page[5-9].html aside
expect_exit 2 "$PALPATE_INDEX" index site
expect_match err "--allow-delete"
expect_exit 0 "$PALPATE_QUERY" index gazelle
expect_exit 0 "$PALPATE_INDEX" --allow-delete index site
expect_match err "5 removed"
expect_exit 1 "$PALPATE_QUERY" index gazelle

# A source that is missing or empty changes nothing.
expect_exit 2 "$PALPATE_INDEX" index nowhere
expect_match err "nowhere: .*nothing was changed"
mkdir hollow
expect_exit 2 "$PALPATE_INDEX" index hollow
expect_match err "no page among the sources"
expect_exit 0 "$PALPATE_QUERY" index xylograph

# A rebuild publishes a new generation and keeps the answers.
expect_exit 0 "$PALPATE_INDEX" --rebuild index site
expect_match err "4 pages read, 4 added"
expect_match index/XAPIANDB "^auto gen-000002/shard$"
expect_exit 0 "$PALPATE_QUERY" index umbrella
