# What is no HTTP, or hardly, is refused, and the server goes on.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
start_server index --listen 127.0.0.1:0 --allow-host '*' --max-rate 0 --max-request-seconds 2 --max-idle-seconds 1
# What hardly is HTTP is refused with a problem, and the connection ends.
for request in 'GET /healthz HTTP/1.1\r\n: empty\r\nHost: x\r\n\r\n' \
    'GET /healthz HTTP/1.1\r\nHost : x\r\n\r\n' 'GET /healthz HTTP/1.1\r\n Host: x\r\n\r\n' \
    'GET /healthz HTTP/1.1\r\nHost: x\r\nX(y): z\r\n\r\n' \
    'GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n' \
    'GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\001b\r\n\r\n' \
    'GET /healthz HTTP/1.1\r\n\r\n' 'GET /healthz HTTP/1.1\r\nHost: x\r\nHOST: y\r\n\r\n' \
    'GET /healthz HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n' \
    'GET /search?q=knee pain HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET  /healthz  HTTP/1.1\r\nHost: x\r\n\r\n' 'GET /health\tz HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET /healthz%%00 HTTP/1.1\r\nHost: x\r\n\r\n' 'GET /%%00 HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET /metrics\000/x.css HTTP/1.1\r\nHost: x\r\n\r\n' 'GET /healthz\000 HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET /search?q=knee\000x HTTP/1.1\r\nHost: x\r\n\r\n' 'GET \000/healthz HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET\000x /healthz HTTP/1.1\r\nHost: x\r\n\r\n' 'G\001T /healthz HTTP/1.1\r\nHost: x\r\n\r\n' \
    'GET /health\001z HTTP/1.1\r\nHost: x\r\n\r\n' 'GET /healthz?\177 HTTP/1.1\r\nHost: x\r\n\r\n'; do
    expect_raw_problem 400 "$request"
done
# Where a body ends there must be no two opinions: what one program takes for a body another one
# would answer.
inside='GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n'
for sizes in 'Content-Length: 0\r\nContent-Length: 36' 'Content-Length: 36\r\nContent-Length: 0' \
    'Content-Length: 0\r\nCONTENT-LENGTH: 0' 'Content-Length: 0\r\nX: y\r\ncontent-length: 36' \
    'Content-Length: 0\r\nTransfer-Encoding: chunked' 'Transfer-Encoding: chunked\r\nContent-Length: 36' \
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'; do
    for method in GET HEAD POST; do
        expect_raw "^HTTP/1.1 400 " "$method /healthz HTTP/1.1\\r\\nHost: x\\r\\n$sizes\\r\\n\\r\\n$inside"
        [ "$(grep -ac '^HTTP' raw)" = 1 ] || fail "a request is smuggled in after $sizes"
    done
done
expect_raw_problem 408 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Half: a'
expect_status 200 "${url}metrics"
expect_match body '^palpate_http_requests_total\{code="408"\} 1$'
# Proxies are asked with whole addresses, and so may servers be.
expect_raw '^HTTP/1.1 200 ' 'GET http://other.example/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
expect_raw '^HTTP/1.1 200 ' 'GET HTTPS://other.example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
expect_raw '^HTTP/1.1 200 ' 'GET http://other.example?q=knee HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
expect_match raw 'class="hit"'
# A header over several lines is one header.
expect_raw '^HTTP/1.1 200 ' 'GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\nConnection: close\r\n\r\n'
# What the HTTP library refuses by itself, as docs/HTTP_API.md lists it.
expect_raw '^$' 'nonsense\r\n\r\n'
expect_raw '^$' 'GET\r\n\r\n'
expect_raw '^$' ' / HTTP/1.1\r\nHost: x\r\n\r\n'
expect_raw '^HTTP/1.1 505 ' 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'
expect_raw '^HTTP/1.1 505 ' 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'
expect_raw '^HTTP/1.1 400 ' 'GET /healthz\r\n\r\n'
expect_raw '^HTTP/1.1 400 ' 'GET /healthz HTTX/1.1\r\nHost: x\r\n\r\n'
expect_raw '^HTTP/1.1 400 ' 'GET /healthz HTTP/1.1\r\nno colon\r\n\r\n'
expect_raw '^HTTP/1.1 400 ' 'GET /search?q=a HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'
expect_raw '^HTTP/1.1 413 ' 'GET /search?q=a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n'
expect_raw '^HTTP/1.[01] 200 ' 'GET /healthz HTTP/1.0\r\n\r\n'
expect_raw_problem 405 'AVERYLONGMETHODTHATNOBODYKNOWSATALL / HTTP/1.1\r\nHost: x\r\n\r\n'
expect_raw_problem 405 'POST /search HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n'
expect_raw_problem 413 'GET /search?q=a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello'
expect_raw_problem 400 'GET /search?q=a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
[ "$(grep -c '^HTTP' raw)" = 1 ] || fail "a request is smuggled in a body"
expect_raw_problem 404 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n'
expect_raw_problem 404 'GET /%%2e%%2e/secret HTTP/1.1\r\nHost: x\r\n\r\n'
expect_raw_problem 404 'GET http://other.example/nothing HTTP/1.1\r\nHost: x\r\n\r\n'
expect_raw '^$' '\026\003\001\002\000\001\000\001\374\003\003'
expect_raw '^HTTP/1.1 200 ' '\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
# Two requests in one go are answered in order.
printf 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /search?q=knee HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' |
    "$WIRE" talk "$port" >raw
[ "$(grep -c '^HTTP/1.1 200' raw)" = 2 ] || { cat raw; fail "two requests in one go"; }
# A client that does not wait for its answer.
for i in 1 2 3 4 5 6 7 8 9 10; do
    curl -sS --max-time 0.001 "${url}search?q=pain+$i" >body 2>/dev/null || true
done
# Requests with bytes changed, left out and cut off.
{
    printf 'GET /search?q=%%22frozen+shoulder%%22+a*&kind=exercises&limit=5&disable=x HTTP/1.1\r\nHost: x\r\n'
    printf 'Accept-Encoding: gzip, br;q=0.1\r\nIf-None-Match: W/"a", "b"\r\n\r\n'
    printf 'GET /?q=knee+%%C3%%BC&offset=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n'
    printf 'HEAD /passage/0123456789abcdef-1 HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n'
} >sample
for seed in 1 2 3; do
    "$WIRE" garble "$port" 300 $seed <sample || fail "the server is gone"
done
expect_status 200 "${url}healthz"

# Bytes of all kinds in arguments.
for q in '%00' 'knee%00pain' '%FF%FE' '%C3' '%ED%A0%80' '%' '%zz' '%F0%9F%A6%B5' '%22' '((((' '-' '%2B' \
    '*' 'a*' 'NEAR/0' 'AND' 'title:' '%0D%0ASet-Cookie:x' '%3C/title%3E' '&q=&&==&'; do
    expect_status 200 "${url}search?q=$q"
    expect_json '.hits | type == "array"'
    expect_status 200 "${url}?q=$q"
    expect_no_match body '</title>.*</title>'
    iconv -f UTF-8 -t UTF-8 <body >/dev/null || fail "the page for $q is no UTF-8"
    expect_no_header '^set-cookie'
    expect_status 200 "${url}suggest?q=$q"
    expect_json '.suggestions | type == "array"'
done
# JSON can be put into the script of a page.
for path in 'search?q=%3C/script%3E%3C!--+knee' 'suggest?q=%3C/script%3E' "passage/$(curl -sS "${url}search?q=knee" | jq -r '.hits[0].passage')"; do
    expect_status 200 "$url$path"
    expect_no_match body '<'
done
expect_status 200 "${url}search?q=knee"
expect_json '.hits[0].snippet | test("<mark>")'
expect_problem 400 "${url}search?x=%00"
for author in 'x%22+OR+knee' 'x%E2%80%9D+OR+knee' 'x%00' 'O%27Brien' 'x%5C%22+OR+knee'; do
    expect_status 200 "${url}search?q=knee&author=$author"
    expect_json '.hits == [] and .query == "knee"'
done
for author in '%22' '%E2%80%9D' '%00' '+'; do
    expect_problem 400 "${url}search?q=knee&author=$author"
done
expect_status 200 "${url}opensearch.xml" -H 'Host: x"><script>'
expect_no_match body '<script'
expect_status 200 "${url}healthz"
stop_server
