# What palpate-serve answers at each path.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
start_server index --listen 127.0.0.1:0

# JSON of a search is that of palpate-query.
expect_status 200 "${url}search?q=knee+pain"
expect_header '^content-type: application/json$'
expect_json '.query == "knee pain" and .total.value >= 2 and .hits[0].title == "Knee pain"'
"$PALPATE_QUERY" index --format json knee pain >query.json
[ "$(jq -S 'del(.took_us)' body)" = "$(jq -S 'del(.took_us)' query.json)" ] ||
    fail "palpate-serve and palpate-query answer differently"

expect_status 200 "${url}search?q=pain&limit=1&offset=1&group=none"
expect_json '(.hits | length) == 1 and .hits[0].rank == 2'
expect_status 200 "${url}search?q="
expect_json '.hits == []'

# The page, with and without an answer in it.
expect_status 200 "$url"
expect_header '^content-type: text/html; charset=utf-8$'
expect_match body '<form'
expect_no_match body 'class="hit"|palpate:answer-->'
expect_status 200 "${url}?q=%3Cscript%3Ealert(1)%3C/script%3E+knee+%22"
expect_match body 'value="&lt;script&gt;alert\(1\)&lt;/script&gt; knee &quot;"'
expect_match body '<li class="hit">'
expect_match body '<title>&lt;script&gt;alert\(1\)&lt;/script&gt; knee &quot; – Search</title>'
expect_no_match body '<script>alert'

# The answer alone, for the script of the page, is what stands in the page.
for asked in 'q=knee+pain' 'q=pain&kind=other&facets=5&date=2001..' 'q=pain&disable=x&sort=newest' 'like=nowhere'; do
    expect_status 200 "${url}?$asked"
    tr -d '\r' <head | grep -v '^\(Date\|ETag\|Content-Length\):' >page.head
    sed -n '/<div id="answer">/,/^<template/p' body | sed '1s/.*<div id="answer">//; $d' | sed '$s/<\/div>$//' >page.answer
    expect_status 200 "${url}answer?$asked"
    tr -d '\r' <head | grep -v '^\(Date\|ETag\|Content-Length\):' | cmp - page.head || fail "$asked: other headers"
    [ "$(cat body)" = "$(cat page.answer)" ] || fail "$asked: another answer than on the page"
    etag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
    expect_status 304 -H "If-None-Match: $etag" "${url}answer?$asked"
    expect_header "^content-security-policy: default-src 'none'; script-src 'self'"
done
# Nothing else that stands in an address, which may be somebody's own, gets into a kept answer.
expect_status 200 "${url}?q=knee&session=secret&limit=2"
expect_no_match body secret
expect_problem 400 "${url}answer?kind=other"
expect_problem 400 "${url}answer?q=knee&limit=0"

# What is wrong with a question is told to a person as a page, to a program as a problem.
person='Accept: text/html,application/xhtml+xml,*/*;q=0.8'
expect_status 400 -H "$person" "${url}?q=knee%22%3Cb%3E&date=%3Cx"
expect_header '^content-type: text/html; charset=utf-8$'
expect_header '^cache-control: no-store$'
expect_match body 'value="knee&quot;&lt;b&gt;"'
expect_match body '<h2>No answer</h2>'
expect_match body '<p>date takes a date .*[.]</p>'
expect_no_match body 'palpate:answer-->|<b>|"type":'
expect_match body '<a href="\?q=knee%22%3Cb%3E">Search all kinds'
expect_status 400 -H "$person" "${url}answer?q=knee&date=%3Cx"
expect_header '^content-type: text/html; charset=utf-8$'
expect_header '^cache-control: no-store$'
expect_match body '^<section class="state" data-said="date takes'
expect_problem 400 "${url}?q=knee&date=x"
expect_problem 400 -H "$person" "${url}search?q=knee&date=x"
expect_problem 404 -H "$person" "${url}nothing"
expect_status 405 -X POST -H "$person" "$url"
expect_header '^allow: GET, HEAD, OPTIONS$'
expect_match body '<h2>No answer</h2>'

expect_status 200 "${url}suggest?q=kn"
expect_json '.query == "kn" and .suggestions[0] == {"text": "Knee pain", "kind": "article", "count": 1, "query": "Knee pain"}'
expect_status 200 "${url}healthz"
expect_json '.status == "ok" and .passages >= 3 and (.generation | test("^[0-9a-f]{16}$"))'
expect_status 200 "${url}opensearch.xml"
expect_header '^content-type: application/opensearchdescription\+xml'
expect_match body "template=\"${url}\\?q=\\{searchTerms\\}\""

# What the server offers, for programs that read: addresses that it names are there.
expect_status 200 "${url}llms.txt"
expect_header '^content-type: text/plain; charset=utf-8$'
expect_match body '^# Search '
grep -o '](\([^)]*\))' body | tr -d '[]()' | sort -u >named
[ "$(wc -l <named)" -ge 3 ] || fail "too few addresses are named"
while read -r address; do
    expect_status 200 "$url$address"
done <named

# A passage by its name.
expect_status 200 "${url}search?q=thigh+strength"
passage=$(jq -r '.hits[0].passage' body)
text=$(jq -r '.hits[0].text' body)
expect_status 200 "${url}passage/$passage"
expect_json ".passage == \"$passage\" and .title == \"Knee pain\" and .more == []"
[ "$(jq -r .text body)" = "$text" ] || fail "another passage than the one that was named"
expect_problem 404 "${url}passage/${passage}9"
expect_problem 404 "${url}passage/0000000000000000-0"
expect_problem 404 "${url}passage/nothing"

expect_problem 404 "${url}nothing"
expect_problem 404 "${url}search/"
expect_problem 404 "${url}index.html"
for file in "$PALPATE_SOURCE"/server/page/*.*; do
    [ "${file##*/}" != index.html ] || continue
    expect_status 200 "$url${file##*/}"
    cmp body "$file" || fail "$file is served otherwise"
    expect_header '^content-type: (text/(css|javascript|plain)|image/)'
done
expect_problem 400 "${url}search"
expect_status 200 "${url}metrics"
expect_match body '^palpate_http_requests_total\{code="200"\} [1-9]'
sed -n 's/^# TYPE \([^ ]*\) .*/\1/p' body >figures
[ "$(wc -l <figures)" = 21 ] || fail "figures are missing"
while read -r figure; do
    grep -q "^|.*\`$figure\`.*|" "$PALPATE_SOURCE/docs/HTTP_API.md" || fail "docs/HTTP_API.md does not tell what $figure is"
done <figures
expect_match body '^palpate_http_request_duration_seconds_bucket\{le="\+Inf"\} [1-9]'
stop_server
