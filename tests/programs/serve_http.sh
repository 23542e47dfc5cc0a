# HTTP as its specification has it: methods, caching, compression, sharing, headers.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
start_server index --listen 127.0.0.1:0 --max-rate 0

# HEAD is GET without a body.
expect_status 200 "${url}search?q=knee"
size=$(wc -c <body)
expect_status 200 --head "${url}search?q=knee"
expect_header "^content-length: [0-9]+$"
[ "$(curl -sS --head "${url}openapi.json" | tr -d '\r' | sed -n 's/^Content-Length: //p')" = \
    "$(curl -sS "${url}openapi.json" | wc -c)" ] || fail "HEAD tells another length than GET"
[ "$size" -gt 200 ] || fail "an answer of $size bytes"
expect_status 404 --head "${url}nothing"
expect_status 200 --head "$url"

for method in POST PUT DELETE PATCH TRACE BREW; do
    expect_problem 405 -X "$method" "${url}search?q=knee"
    expect_header '^allow: GET, HEAD, OPTIONS$'
done
expect_problem 405 -d 'q=knee' "${url}search"
expect_problem 413 -X GET -d 'q=knee' "${url}search?q=knee"
expect_problem 413 -X GET -H 'Transfer-Encoding: chunked' -d 'q=knee' "${url}search?q=knee"
expect_status 204 -X OPTIONS "${url}search"
expect_header '^allow: GET, HEAD, OPTIONS$'
expect_status 204 -X OPTIONS --request-target '*' "$url"
expect_problem 404 -X OPTIONS "${url}nothing"

# The tag names the question and the index, however the question is written.
tag()
{
    curl -sS -D - -o /dev/null "$1" | tr -d '\r' | sed -n 's/^ETag: //p'
}
knee=$(tag "${url}search?q=knee+pain")
[ -n "$knee" ] || fail "an answer has no tag"
[ "$knee" = "$(tag "${url}search?q=%20knee++pain&limit=10&offset=0")" ] || fail "the same question has two tags"
for other in "q=pain+knee" "q=knee+pain&limit=9" "q=knee+pain&offset=1" "q=knee+pain&group=none" \
    "q=knee+pain&no_expand=1" "q=knee+pain&sort=newest" "q=knee+pain&facets=1" "q=knee+pain&disable=x" "q=knee+pain&kind=other"; do
    [ "$knee" != "$(tag "${url}search?$other")" ] || fail "$other has the tag of another question"
done
[ "$(tag "${url}search?q=x&disable=a&disable=b")" = "$(tag "${url}search?q=x&disable=b&disable=a")" ] ||
    fail "the order of what is switched off matters"
[ "$knee" != "$(tag "${url}?q=knee+pain")" ] || fail "the page has the tag of the JSON"
for path in "search?q=knee+pain" "?q=knee+pain" "" openapi.json; do
    known=$(tag "$url$path")
    expect_status 304 -H "If-None-Match: \"other\", $known" "$url$path"
    [ ! -s body ] || fail "304 has a body"
    expect_header "^etag: "
    expect_status 304 --head -H "If-None-Match: $known" "$url$path"
    expect_status 200 -H 'If-None-Match: W/"other"' "$url$path"
done
# Browsers put the headers of a 304 in the place of those of the page that they keep: all are
# the same, also the policy, but for those of the body.
headers()
{
    tr -d '\r' <head | sed '1d;/^$/d' | grep -Eiv '^(date|content-(length|type|encoding)):' | sort
}
passage=$(curl -sS "${url}search?q=knee+pain" | jq -r '.hits[0].passage')
for path in "" "?q=knee+pain" "?q=zzqx" "?like=https://none.example/" style.css search.js icon.svg "search?q=knee+pain" \
    "similar?url=x" "suggest?q=kne" "passage/$passage" openapi.json; do
    for coding in identity gzip; do
        expect_status 200 -H "Accept-Encoding: $coding" -H 'Accept: text/html' "$url$path"
        headers >whole
        expect_match whole '^ETag: '
        known=$(sed -n 's/^ETag: //p' whole)
        for how in --get --head; do
            expect_status 304 $how -H "If-None-Match: $known" -H "Accept-Encoding: $coding" "$url$path"
            headers | diff whole - || fail "the 304 for /$path has other headers"
        done
        expect_status 304 -H 'If-None-Match: *' -H "Accept-Encoding: $coding" "$url$path"
        headers | diff whole - || fail "the 304 for * at /$path has other headers"
    done
done
expect_status 304 -H "If-None-Match: *" "${url}search?q=knee"
expect_problem 404 -H "If-None-Match: *" "${url}nothing"

# Compressed where that is asked for, the same inside.
expect_status 200 "${url}search?q=pain"
expect_no_header '^content-encoding:'
expect_header '^vary: Accept-Encoding$'
jq -S 'del(.took_us)' body >plain.json
expect_status 200 -H 'Accept-Encoding: br;q=1, gzip;q=0.5' "${url}search?q=pain"
expect_header '^content-encoding: gzip$'
gzip -dc <body | jq -S 'del(.took_us)' >unpacked.json
cmp plain.json unpacked.json || fail "the compressed answer is another one"
expect_status 200 -H 'Accept-Encoding: *' "${url}search?q=pain"
expect_header '^content-encoding: gzip$'
for coding in 'identity' 'gzip;q=0' 'gzip;q=0, *' 'br, deflate' ''; do
    expect_status 200 -H "Accept-Encoding: $coding" "${url}search?q=pain"
    expect_no_header '^content-encoding:'
done

# The page brings nothing from elsewhere and is framed by nobody.
expect_status 200 "$url"
expect_header "^content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'"
expect_header "frame-ancestors 'none'"
expect_no_header 'unsafe'
for path in "" "search?q=knee" nothing metrics; do
    curl -sS -D head -o body "$url$path"
    expect_header '^x-content-type-options: nosniff$'
    expect_header "^content-security-policy: default-src 'none'"
    expect_header '^referrer-policy: no-referrer$'
    expect_header '^x-frame-options: DENY$'
    expect_no_header '^access-control-'
    expect_no_header '^server:'
done

# A connection serves many requests.
curl -sS -o /dev/null -o /dev/null -o /dev/null -w '%{num_connects}\n' "${url}healthz" \
    "${url}search?q=knee" "${url}search?q=neck" >connects
[ "$(tr '\n' ' ' <connects)" = "1 0 0 " ] || { cat connects; fail "connections are not kept"; }
stop_server

# Pages of allowed origins may read answers.
start_server index --listen 127.0.0.1:0 --allow-origin https://a.example --allow-origin https://b.example
expect_status 200 -H 'Origin: https://b.example' "${url}search?q=knee"
expect_header '^access-control-allow-origin: https://b\.example$'
expect_header '^vary: .*Origin'
expect_header '^cross-origin-resource-policy: cross-origin$'
expect_status 200 -H 'Origin: https://c.example' "${url}search?q=knee"
expect_no_header '^access-control-allow-origin'
expect_status 204 -X OPTIONS -H 'Origin: https://a.example' -H 'Access-Control-Request-Method: GET' "${url}search"
expect_header '^access-control-allow-origin: https://a\.example$'
expect_header '^access-control-allow-methods: GET, HEAD, OPTIONS$'
stop_server
start_server index --listen 127.0.0.1:0 --allow-origin '*'
expect_status 200 "${url}search?q=knee"
expect_header '^access-control-allow-origin: \*$'
stop_server
