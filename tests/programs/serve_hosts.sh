# For which hosts palpate-serve answers: a page of somebody else that gives its name the address
# of this machine (DNS rebinding) reads nothing here.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

# answers CODE HOST...: each is answered so.
answers()
{
    code=$1
    shift
    for host; do
        expect_status "$code" "${url}search?q=knee" -H "Host: $host"
    done
}

# Names of the loopback interface and addresses, which no page can make its own.
start_server index --listen 127.0.0.1:0
answers 200 "127.0.0.1:$port" 127.0.0.1 localhost "LocalHost:$port" localhost. search.localhost '[::1]' \
    "[::1]:$port" 192.0.2.7 '[2001:db8::1]:80'
for path in "" "search?q=knee" "answer?q=knee" "suggest?q=kn" healthz metrics openapi.json search.js nothing; do
    expect_problem 421 "$url$path" -H 'Host: evil.example'
    expect_no_match body 'evil|knee'
    expect_json '.detail | contains("--allow-host")'
    expect_no_header '^(access-control-allow-origin|etag):'
done
answers 421 "evil.example:$port" 127.0.0.1.evil.example localhost.evil.example evillocalhost \
    '[::1].evil.example' 127.0.0.1@evil.example 'evil.example#localhost' 127.1 0x7f000001 localhost.. \
    "$(printf '%0300d' 0 | tr 0 a)" 'x"><script>'
expect_problem 421 -X OPTIONS "${url}search" -H 'Host: evil.example' -H 'Origin: http://evil.example'
expect_problem 421 "${url}search?q=knee" -H 'Host: evil.example' -d body
# What has no form has none whatever its host is, and the old protocol need not name one.
expect_raw_problem 400 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\n\r\n'
expect_raw '^HTTP/1.1 200 ' 'GET /healthz HTTP/1.0\r\n\r\n'
stop_server

# Names that were given, in whatever way.
start_server index --listen localhost:0 --allow-host clinic.example --allow-host other.example \
    --public-url https://www.clinic.example/find/
answers 200 clinic.example CLINIC.example:8080 other.example. www.clinic.example localhost
answers 421 find.clinic.example example evil.example
stop_server
start_server index --listen 127.0.0.1:0 --allow-host '*'
answers 200 evil.example 127.0.0.1
stop_server

# A proxy that is trusted decides itself, and no browser reaches a Unix socket.
start_server index --listen 127.0.0.1:0 --trust-proxy --listen "unix:$PWD/socket"
answers 200 clinic.example
stop_server
start_server index --listen 127.0.0.1:0 --listen "unix:$PWD/socket"
answers 421 clinic.example
expect_status 200 --unix-socket socket "http://clinic.example/search?q=knee"
stop_server
