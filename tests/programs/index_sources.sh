# Pages come from folders, files, gzip, streams and standard input; what cannot be read is
# said in one line, and the rest goes on.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir -p site/deep/deeper
page site/plain.html "Plain" "A plain page about plainword and the shoulder blade of a swimmer."
page site/deep/deeper/packed.htm "Packed" "A packed page about packedword and the hip of a dancer."
gzip site/deep/deeper/packed.htm
printf '' >site/empty.html
head -c 20000 /dev/urandom >site/noise.html
printf '\037\213broken' >site/broken.html.gz
page site/nul.html "Nul" "before"
printf '<p>after the nul \000 byte stands nulword and some more text to read.</p>' >>site/nul.html
page secret.html "Secret" "x"
printf '<meta name="robots" content="noindex"><p>hidden hiddenword in a page that asks.</p>' \
    >site/noindex.html

expect_exit 1 "$PALPATE_INDEX" index site
expect_match err "broken.html.gz: .*(damaged|cut short)"
expect_match err "noindex.html: left out: the page asks not to be indexed"
expect_match err "empty.html: left out: no article text"
[ "$(grep -c 'broken.html.gz' err)" = 1 ] || fail "a page that failed has more than one line"
for word in plainword packedword nulword; do
    expect_exit 0 "$PALPATE_QUERY" index $word
done
expect_exit 1 "$PALPATE_QUERY" index hiddenword

# Streams: broken lines are named by number and passed over.
cat >pages.ndjson <<'LINES'
{"url": "https://a.example/one", "html": "<h1>One</h1><p>The first line speaks of lineword and of the knee.</p>"}
this is no JSON
{"url": "https://a.example/two", "html": "<h1>Two</h1><p>The second speaks of secondword and of the ankle.</p>"}
{"url": "https://a.example/three", "html": "<h1>Three</h1><p>thirdword asks by its header.</p>", "headers": {"X-Robots-Tag": "noindex"}}
LINES
expect_exit 1 "$PALPATE_INDEX" streams pages.ndjson
expect_match err "pages.ndjson: line 2: no page"
expect_exit 0 "$PALPATE_QUERY" streams --format tsv secondword
expect_match out "https://a.example/two"
expect_exit 1 "$PALPATE_QUERY" streams thirdword

grep -v 'no JSON' pages.ndjson | gzip >good.ndjson.gz
expect_exit 0 "$PALPATE_INDEX" packed good.ndjson.gz
expect_exit 1 "$PALPATE_INDEX" piped - <pages.ndjson
expect_exit 0 "$PALPATE_QUERY" piped lineword

# --extract prints a line of JSON a page and touches no index.
expect_exit 0 "$PALPATE_INDEX" --extract site/plain.html
expect_match out '"id":"plain".*"title":"Plain".*plainword.*"passages":\['

# The index is the same for any number of threads, and Xapian's own tools accept it.
mkdir many
i=0
while [ $i -lt 600 ]; do
    page "many/p$i.html" "Number $i" "Text of page $i about topic$((i % 7)) and the joint$((i % 11))."
    i=$((i + 1))
done
expect_exit 0 "$PALPATE_INDEX" --jobs 1 one many
expect_exit 0 "$PALPATE_INDEX" --jobs 4 four many
[ ! -e one/gen-000001/shard/docdata.glass ] || fail "passages are kept twice"
for table in postlist termlist; do
    cmp one/gen-000001/shard/$table.glass four/gen-000001/shard/$table.glass ||
        fail "$table depends on the number of threads"
done
xapian-delve -A '' one | tail -n +2 >one.terms
xapian-delve -A '' four | tail -n +2 >four.terms
cmp one.terms four.terms || fail "the index depends on the number of threads"
"$PALPATE_QUERY" --format tsv --limit 100 --group none one topic3 >one.out
"$PALPATE_QUERY" --format tsv --limit 100 --group none four topic3 >four.out
cmp one.out four.out || fail "answers depend on the number of threads"
expect_exit 0 xapian-check one/gen-000001/shard
expect_match out "No errors found"
