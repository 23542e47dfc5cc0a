# WARC files, plain, by members or whole in gzip, named or not, are read as streams of pages;
# what is damaged is said in one line, and hides no page from the index.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

# record TYPE URL FILE [FIELD...]: writes the file as a record.
record()
{
    type=$1 url=$2 block=$3
    shift 3
    printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n' "$type" "$url"
    for field; do
        printf '%s\r\n' "$field"
    done
    printf 'Content-Length: %d\r\n\r\n' "$(wc -c <"$block")"
    cat "$block"
    printf '\r\n\r\n'
}
# response URL FILE [FIELD...]: an answer with the file as its body.
response()
{
    url=$1 body=$2
    shift 2
    {
        printf 'HTTP/1.1 200 OK\r\n'
        for field; do
            printf '%s\r\n' "$field"
        done
        printf '\r\n'
        cat "$body"
    } >answer
    record response "$url" answer 'Content-Type: application/http; msgtype=response'
}
# html URL WORD: a page that has the word.
html()
{
    page body.html "Page of $2" "The shoulder of this page is sore at night, as $2 tells."
    response "$1" body.html 'Content-Type: text/html; charset=utf-8'
}

html https://a.example/one apricotword >one
html https://a.example/two banjoword >two
html https://a.example/three cherryword >three
printf 'software: a test\r\n' >info
record warcinfo crawl info >zero
{ cat zero one; record request https://a.example/one info; cat two three; } >crawl.warc
for part in zero one two three; do gzip -c $part; done >crawl.warc.gz
gzip -c crawl.warc >whole.warc.gz
cp crawl.warc unnamed

for source in crawl.warc crawl.warc.gz whole.warc.gz unnamed; do
    rm -rf index
    expect_exit 0 "$PALPATE_INDEX" index $source
    expect_match err "^3 pages read, 3 added"
    expect_exit 0 "$PALPATE_INDEX" index $source
    expect_match err "^0 pages read, 3 unchanged"
    expect_exit 0 "$PALPATE_QUERY" index --format tsv banjoword
    expect_match out "https://a.example/two"
done
expect_exit 0 "$PALPATE_INDEX" index - <crawl.warc.gz
expect_match err "^0 pages read, 3 unchanged"
cat crawl.warc | expect_exit 0 "$PALPATE_INDEX" index -
expect_match err "^0 pages read, 3 unchanged"
mkdir folder
cp crawl.warc.gz folder
expect_exit 0 "$PALPATE_INDEX" index folder
expect_match err "^0 pages read, 3 unchanged"
echo crawl.warc >list
expect_exit 0 "$PALPATE_INDEX" --extract --files-from list
[ "$(grep -c '"url":"https://a.example/' out)" = 3 ] || fail "--extract leaves pages out"

# A page that is not there any more leaves the index; one that changed is read again.
html https://a.example/two dolphinword >changed
cat zero one changed >next.warc
expect_exit 0 "$PALPATE_INDEX" index next.warc
expect_match err "1 unchanged, 1 changed, 1 removed"
expect_exit 1 "$PALPATE_QUERY" index cherryword

# What the headers say: encoding, charset, robots.
page body.html "Packed" "The hip of this page is told of by packedword."
gzip -c body.html >packed
page latin.html "Latin" "A caf$(printf '\351') of Z$(printf '\374')rich has a latinword."
{
    printf '1e\r\n'
    head -c 30 body.html
    printf '\r\nfff\r\n'
    tail -c +31 body.html
} >chunks
{
    response https://a.example/packed packed 'content-type: text/html' 'Content-Encoding: gzip'
    response https://a.example/chunks chunks 'Content-Type: text/html' 'Transfer-Encoding: chunked'
    response https://a.example/latin latin.html 'Content-Type: text/html; charset=iso-8859-2'
    response https://a.example/asks body.html 'Content-Type: text/html' 'X-Robots-Tag: noindex'
    response https://a.example/other body.html 'Content-Type: text/html' \
        'X-Robots-Tag: googlebot: noindex'
    response https://a.example/picture body.html 'Content-Type: image/png'
    record resource https://a.example/resource body.html 'Content-Type: text/html'
    record resource https://a.example/text body.html 'Content-Type: text/plain'
} >headers.warc
expect_exit 0 "$PALPATE_INDEX" --extract headers.warc
for url in packed chunks latin other resource; do
    expect_match out "\"url\":\"https://a.example/$url\".*(packed|latin)word"
done
expect_no_match out 'example/(picture|text)"'
expect_match out 'café of Zürich'
expect_exit 0 "$PALPATE_INDEX" headers headers.warc
expect_match err "asks: left out: the page asks not to be indexed"
expect_no_match err "other: left out"
# Another charset in the header is another page, though its bytes are the same.
sed 's/iso-8859-2/iso-8859-5/' headers.warc >other.warc
expect_exit 0 "$PALPATE_INDEX" headers other.warc
expect_match err "1 changed"

# Of several records of one url the first counts: in the first run, in the next, in both
# kinds of stream.
{ cat one two; html https://a.example/one elephantword; cat three; } >twice.warc
expect_exit 0 "$PALPATE_INDEX" twice twice.warc
expect_match err "3 added, 1 duplicate$"
expect_exit 0 "$PALPATE_INDEX" twice twice.warc
expect_match err "^0 pages read, 3 unchanged$"
expect_exit 0 "$PALPATE_QUERY" twice apricotword
expect_exit 1 "$PALPATE_QUERY" twice elephantword
xapian-delve twice | grep -q '^number of documents = 3$' || fail "a passage stands twice"
expect_exit 0 "$PALPATE_INDEX" --rebuild twice twice.warc
cat >twice.ndjson <<'LINES'
{"url": "https://a.example/one", "html": "<h1>One</h1><p>The first line speaks of lineword and of the knee.</p>"}
{"url": "https://a.example/one", "html": "<h1>One</h1><p>The second line speaks of otherword and of the hip.</p>"}
LINES
expect_exit 0 "$PALPATE_INDEX" lines twice.ndjson
expect_exit 0 "$PALPATE_INDEX" lines twice.ndjson
expect_match err "^0 pages read, 1 unchanged$"
xapian-delve lines | grep -q '^number of documents = 1$' || fail "a passage stands twice"

# A damaged record: one line with its place, the rest is read, and no page is removed that
# may stand in it.
{ gzip -c zero; gzip -c one; } >cut.warc.gz
start=$(wc -c <cut.warc.gz)
gzip -c two | head -c -40 >>cut.warc.gz
next=$(wc -c <cut.warc.gz)
gzip -c three >>cut.warc.gz
expect_exit 0 "$PALPATE_INDEX" damage crawl.warc.gz
expect_exit 1 "$PALPATE_INDEX" damage cut.warc.gz
expect_match err "cut.warc.gz: record at byte $start: .*; reading goes on at byte $next"
expect_match err "^0 pages read, 2 unchanged, 1 failed"
[ "$(grep -c 'record at' err)" = 1 ] || fail "a damaged record has more than one line"
expect_exit 0 "$PALPATE_QUERY" damage banjoword
expect_exit 2 "$PALPATE_INDEX" --rebuild damage cut.warc.gz
expect_match err "https://a.example/two cannot be read again: nothing was changed"
{ cat zero one two | head -c -100; printf '\r\n'; cat three; } >cut.warc
expect_exit 1 "$PALPATE_INDEX" damage cut.warc
expect_match err "cut.warc: record at byte $(cat zero one | wc -c): its Content-Length"
expect_match err "^0 pages read, 2 unchanged, 1 failed"
expect_exit 1 "$PALPATE_INDEX" fresh cut.warc
expect_match err "^2 pages read, 2 added, 1 failed"
expect_exit 1 "$PALPATE_INDEX" --extract cut.warc
head -c -10 crawl.warc >end.warc
expect_exit 1 "$PALPATE_INDEX" damage end.warc
expect_match err "the file ends before; no further record was found"
expect_exit 1 "$PALPATE_INDEX" damage - <end.warc
printf 'no archive\n' >none.warc
expect_exit 1 "$PALPATE_INDEX" damage one none.warc
expect_match err "none.warc: record at byte 0: no record starts here"
expect_exit 0 "$PALPATE_QUERY" damage cherryword

# Where the record says which page it is, only that page is kept although it did not come.
page body.html "Odd" "x"
{ cat one; response https://a.example/two body.html 'Content-Type: text/html' 'Content-Encoding: br'; } \
    >odd.warc
expect_exit 1 "$PALPATE_INDEX" --allow-delete damage odd.warc
expect_match err "https://a.example/two: Content-Encoding br cannot be undone"
expect_match err "1 unchanged, 1 removed, 1 failed"
expect_exit 0 "$PALPATE_QUERY" damage banjoword
expect_exit 1 "$PALPATE_QUERY" damage cherryword

# A file that begins otherwise is no source.
printf 'something else\n' >unnamed
expect_exit 2 "$PALPATE_INDEX" damage unnamed
expect_match err "unnamed: this is not a page: .*[.]warc.*nothing was changed"
: >empty.warc
expect_exit 2 "$PALPATE_INDEX" damage empty.warc
expect_match err "no page among the sources"

# The index is the same for any number of threads.
i=0
while [ $i -lt 300 ]; do
    html https://a.example/$((i % 290)) word$((i % 290))
    i=$((i + 1))
done >many.warc
expect_exit 0 "$PALPATE_INDEX" --jobs 1 many1 many.warc
expect_exit 0 "$PALPATE_INDEX" --jobs 4 many4 many.warc
expect_match err "290 added, 10 duplicates"
xapian-delve -A '' many1 | tail -n +2 >many1.terms
xapian-delve -A '' many4 | tail -n +2 >many4.terms
cmp many1.terms many4.terms || fail "the index depends on the number of threads"
