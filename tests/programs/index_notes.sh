# What palpate-index says of pages that it leaves out: enough to see why, never a line for
# each of thousands.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# lines PATTERN: how many lines of err match.
lines() { grep -Ec -- "$1" err || true; }

mkdir site
page site/knee.html "Knee pain" "Knee pain after running often comes from behind the kneecap."
for i in $(seq 30); do
    cp site/knee.html "site/copy$i.html"
    sed 's/<head>/<head><meta name="robots" content="noindex">/' site/knee.html >"site/asks$i.html"
    printf '\037\213broken' >"site/broken$i.html.gz"
done
printf '' >site/empty.html

# The first twenty of a kind are named, the others counted; each kind has its own twenty.
expect_exit 1 "$PALPATE_INDEX" index site
[ "$(lines 'asks[0-9]+.html: left out: the page asks')" = 20 ] || { cat err; fail "not twenty that ask"; }
[ "$(lines 'html: left out: the same text')" = 20 ] || { cat err; fail "not twenty copies"; }
[ "$(lines 'broken[0-9]+.html.gz: ')" = 20 ] || { cat err; fail "not twenty broken ones"; }
expect_match err 'empty.html: left out: no article text'
expect_match err '^palpate-index: 10 more pages ask not to be indexed \(--verbose names them\)$'
expect_match err '^palpate-index: 10 more pages are duplicates \(--verbose names them\)$'
expect_match err '^palpate-index: 10 more could not be read \(--verbose names them\)$'
expect_no_match err 'more pages have no article text'
expect_match err '^92 .*30 asking not to be indexed, 30 duplicates, 1 without article text, 30 failed$'

# --quiet says what went wrong and nothing else.
expect_exit 1 "$PALPATE_INDEX" --quiet --rebuild index site
[ "$(wc -l <err)" = 21 ] || { cat err; fail "more or less than what went wrong"; }
[ "$(lines 'broken[0-9]+.html.gz: ')" = 20 ] || fail "quiet about what went wrong"
expect_match err '^palpate-index: 10 more could not be read \(--verbose names them\)$'
[ ! -s out ] || fail "something on standard output"

# --verbose names all, and with --quiet all that went wrong.
expect_exit 1 "$PALPATE_INDEX" --verbose --rebuild index site
[ "$(lines 'html: left out: the page asks')" = 30 ] || fail "some that ask have no name"
[ "$(lines 'html: left out: the same text')" = 30 ] || fail "some copies have no name"
[ "$(lines 'broken[0-9]+.html.gz: ')" = 30 ] || fail "some broken ones have no name"
expect_no_match err ' more '
expect_exit 1 "$PALPATE_INDEX" --verbose --quiet --rebuild index site
[ "$(wc -l <err)" = 30 ] || { cat err; fail "not what went wrong alone"; }

# One page more than are named is one page.
rm site/broken*
for i in $(seq 9); do rm "site/copy$i.html" "site/asks$i.html"; done
expect_exit 0 "$PALPATE_INDEX" --allow-delete --rebuild index site
expect_match err '^palpate-index: 1 more page asks not to be indexed \(--verbose names it\)$'
expect_match err '^palpate-index: 1 more page is a duplicate \(--verbose names it\)$'
expect_match err '^index: 1 page, 1 passage, '
expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild index site
[ ! -s err ] || { cat err; fail "a quiet run that went well says something"; }

# --extract prints what it reads, and says so much of what it cannot.
for i in $(seq 22); do printf '\037\213broken' >"site/broken$i.html.gz"; done
expect_exit 1 "$PALPATE_INDEX" --extract site
[ "$(wc -l <err)" = 21 ] || { cat err; fail "--extract names more or less than twenty"; }
expect_match err '^palpate-index: 2 more could not be read \(--verbose names them\)$'
expect_exit 1 "$PALPATE_INDEX" --extract --verbose site
[ "$(wc -l <err)" = 22 ] || { cat err; fail "--extract --verbose does not name all"; }
