# What is no text is refused and named, whatever it is called; text in any encoding is not.
# Addresses that no link may lead to are named and left out, and their pages with them.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir bad
head -c 300000 /dev/urandom >noise
gzip -c noise | gzip >bad/twice.html.gz
gzip -c noise >inner && gzip -c inner | gzip >bad/thrice.html.gz
cp noise bad/noise.html
{ printf '<html><p>'; cat noise; } >bad/later.html
printf '%%PDF-1.7\n1 0 obj <p>some text</p>' >bad/pdf.html
printf '\211PNG\r\n\032\n<p>some text</p>' >bad/png.html
printf '\377\330\377\340\000\020JFIF' >bad/jpeg.htm
printf 'GIF89a<p>some text</p>' >bad/gif.xhtml
printf 'PK\003\004<p>some text</p>' | gzip >bad/zip.html.gz
head -c 20000 /dev/zero >bad/zero.html
expect_exit 1 "$PALPATE_INDEX" index bad
for name in twice thrice noise later pdf png jpeg gif zip zero; do
    expect_match err "bad/$name[.][a-z.]*: .*: left out"
done
expect_match err "twice.html.gz: compressed twice"
expect_match err "pdf.html: this is a PDF file"
expect_match err "png.html: this is an image"
expect_match err "10 failed"
expect_match err "index: 0 pages, 0 passages"
expect_exit 1 "$PALPATE_INDEX" --extract --explain bad
[ ! -s out ] || fail "it is explained"

mkdir good
text='<h1>Knie</h1><p>Das Knie goodword schmerzt beim Gehen, und auch in Ruhe ist es steif und wund.</p>'
printf '<p>Das Knie f\344rbt und n\344ht sich, es schmerzt im \334bergang goodwin.</p>' >good/latin.html
printf '%s' "$text" | iconv -f UTF-8 -t UTF-16 >good/wide.html
printf '<meta charset=koi8-r><p>\353\317\314\305\316\317 \302\317\314\311\324 \320\322\311 \310\317\304\330\302\305 goodkoi</p>' \
    >good/koi.html
printf '<meta charset=iso-2022-jp><p>\033$B0e<T$N8@$&$3$H\033(B goodjis</p>' >good/jis.html
printf '<p>a nul \000 and an escape \033[0m, and the goodnul knee is stiff in the morning.</p>' >good/nul.html
expect_exit 0 "$PALPATE_INDEX" good.index good
for word in goodword goodwin goodkoi goodjis goodnul; do
    expect_exit 0 "$PALPATE_QUERY" good.index $word
done

# Addresses.
body='<h1>One</h1><p>The shoulder badword is stiff and sore in the morning, and slow to move.</p>'
good='<h1>Two</h1><p>The elbow goodword bends well in the evening, and that is what counts here.</p>'
: >a.ndjson
for url in 'javascript:alert(1)' 'data:text/html,x' 'file:///etc/passwd' 'vbscript:x' \
    'not a url' 'http://c.example/\u001b[31m' 'http://c.example/\tx' 'http://c.example/a b' \
    'http://' 'http://c.example/\u0085' '//c.example/x'; do
    printf '{"url":"%s","html":"%s"}\n' "$url" "$body" >>a.ndjson
done
printf '{"url":"https://c.example/good","html":"%s"}\n' "$good" >>a.ndjson
expect_exit 1 "$PALPATE_INDEX" --verbose streams a.ndjson
[ "$(grep -c 'this is not an http or https address: left out' err)" = 11 ] || fail "not all are named"
expect_match err "a.ndjson: line 1: javascript:alert\(1\): this is not an http or https address"
expect_match err '\\033'
expect_match err "11 failed"
expect_exit 1 "$PALPATE_QUERY" streams badword
expect_exit 0 "$PALPATE_QUERY" --format tsv streams goodword
expect_match out "https://c.example/good"

# record URL TEXT: a WARC record of a page.
record()
{
    printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s' "$2" >answer
    printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\n' "$1"
    printf 'Content-Type: application/http; msgtype=response\r\nContent-Length: %s\r\n\r\n' \
        "$(wc -c <answer)"
    cat answer
    printf '\r\n\r\n'
}
{
    record 'javascript:alert(1)' "$body"
    record 'data:text/html,x' "$body"
    record 'not a url' "$body"
    record 'file:///x' "$body"
    record '<https://c.example/brackets>' "$good"
} >a.warc
expect_exit 1 "$PALPATE_INDEX" --verbose warc a.warc
expect_match err "4 failed"
expect_match err "javascript:alert\(1\): this is not an http or https address"
expect_exit 1 "$PALPATE_QUERY" warc badword
expect_exit 0 "$PALPATE_QUERY" --format tsv warc goodword
expect_match out "https://c.example/brackets"

# A canonical address that none can go to is not believed.
printf '<link rel=canonical href="http://c.example/\033[31m x">%s' "$good" >canonical.html
expect_exit 0 "$PALPATE_INDEX" canonical canonical.html
expect_exit 0 "$PALPATE_QUERY" --format tsv canonical goodword
expect_match out "canonical.html"
