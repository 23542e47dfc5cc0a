# Every bound of palpate-serve, and that the server goes on after each.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

# Sizes and depths.
start_server index --listen 127.0.0.1:0 --max-rate 0 --max-query-bytes 100 --max-depth 50 \
    --max-hits 20 --max-header-bytes 1000
expect_status 200 "${url}search?q=$(repeat a 100)"
expect_problem 414 "${url}search?q=$(repeat a 101)"
expect_problem 414 "${url}?q=$(repeat a 101)"
expect_problem 414 "${url}search?q=knee&x=$(repeat a 5000)"
expect_problem 431 -H "X-Long: $(repeat a 1000)" "${url}search?q=knee"
expect_status 200 -H "X-Long: $(repeat a 500)" "${url}search?q=knee"
expect_status 200 "${url}search?q=knee&limit=20&offset=30"
expect_problem 400 "${url}search?q=knee&limit=20&offset=31"
expect_json '.detail | test("50")'
expect_problem 400 "${url}search?q=knee&limit=21"
expect_problem 400 "${url}search?q=knee&offset=99999999999999999999"
for wrong in limit=0 limit=x limit=-1 offset=x group=x sort=x facets=x facets=101 no_expand=x kind=x 'site=a/b' 'lang=!' site=- \
    date=x date=.. date=2019-13 date=2019-1 date=20190101 date=2019...2020; do
    expect_problem 400 "${url}search?q=knee&$wrong"
done
expect_problem 400 "${url}search?q=knee$(printf '&disable=%s' $(seq 70))"
# However many arguments there are.
expect_problem 400 "${url}search?q=knee$(for i in $(seq 500); do printf '&a'; done)"
expect_json '.detail | test("arguments")'
expect_problem 400 "${url}search?q=knee$(for i in $(seq 1600); do printf '&a'; done)"
expect_json '.detail | test("arguments")'
expect_problem 414 "${url}search?q=knee$(for i in $(seq 6000); do printf '&a'; done)"
expect_problem 414 "${url}search?q=$(repeat a 60000)"
# Beyond the memory of a connection the HTTP library answers, without much ado.
expect_status 431 -H "X-Long: $(repeat a 120000)" -H "Y-Long: $(repeat a 120000)" "${url}search?q=knee"
expect_status 200 "${url}search?q=knee"
stop_server

# Time: an answer that ran out of it says so, and nobody keeps it.
"$PALPATE_INDEX" --quiet corpus "$PALPATE_SOURCE/corpus/articles" 2>err || { cat err; fail "no corpus"; }
# How much time is too little depends on the machine.
for most in 1 2 4 8 16 32 64 128 256; do
    start_server corpus --listen 127.0.0.1:0 --max-rate 0 --max-answer-ms $most --cache 0
    for i in $(seq 40); do
        code=$(curl -sS -D head -o body -w '%{http_code}' \
            "${url}search?q=a*+b*+c*+d*+e*+s*+%22frozen+shoulder%22&group=none&limit=100&x=$i")
        [ "$code" = 200 ] || [ "$code" = 503 ] || fail "a late answer is $code"
        [ "$code" = 503 ] || ! jq -e .partial body >/dev/null || break 2
    done
    stop_server
done
expect_json '.partial and (.notes | length) > 0'
expect_header '^cache-control: no-store$'
expect_no_header '^etag:'
expect_status 200 "${url}metrics"
expect_match body '^palpate_partial_answers_total [1-9]'
stop_server

# Requests of an address in a time.
start_server index --listen 127.0.0.1:0 --listen "unix:$PWD/socket" --max-rate 2 --max-burst 5
for i in 1 2 3 4 5; do
    expect_status 200 "${url}healthz"
done
expect_too_many 'healthz?n='
# A client cannot say that it is another one.
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 192.0.2.1'
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
    expect_status 200 --unix-socket socket http://localhost/healthz
done
sleep 1
expect_status 200 "${url}healthz"
stop_server
start_server index --listen 127.0.0.1:0 --max-rate 2 --max-burst 1 --trust-proxy
expect_status 200 -H 'X-Forwarded-For: 203.0.113.9, 192.0.2.1' "${url}healthz"
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 192.0.2.1'
expect_status 200 -H 'X-Forwarded-For: 192.0.2.2' "${url}healthz"
expect_status 200 -H 'X-Forwarded-For: 2001:db8::1' "${url}healthz"
expect_too_many 'healthz?n=' -H 'X-Forwarded-For: 2001:db8::2'
expect_status 200 -H 'X-Forwarded-For: 2001:db8:0:1::2' "${url}healthz"
stop_server

# Connections in all and of an address.
for option in --max-connections --max-connections-per-address; do
    start_server index --listen 127.0.0.1:0 --max-rate 0 $option 3
    "$WIRE" hold "$port" 3 600000 >held &
    holder=$!
    wait_for held held
    until_true is_answered_with 503 healthz
    expect_problem 503 "${url}healthz"
    expect_json '.detail | test("connections")'
    expect_header '^retry-after: 1$'
    expect_header '^connection: close$'
    # What has come over it already is not answered, nor done.
    kill -STOP "$server_pid"
    curl -sS --max-time $patience --trace-ascii sending -o body -w '%{http_code}\n' \
        "${url}suggest?q=knee" >code 2>curl.err &
    asker=$!
    wait_for sending '^=> Send header'
    kill -CONT "$server_pid"
    wait "$asker" || true
    [ "$(cat code)" = 503 ] || { cat code curl.err; fail "$option lets a question in"; }
    expect_problem 503 "${url}healthz"
    expect_no_match server.err '"path":"/suggest"'
    kill "$holder"
    wait "$holder" 2>/dev/null || true
    until_true is_answered_with 200 metrics
    expect_match body '^palpate_connections_refused_total [1-9]'
    stop_server
done

# A proxy has as many as all have.
start_server index --listen 127.0.0.1:0 --max-rate 0 --max-connections-per-address 3 --trust-proxy
"$WIRE" hold "$port" 20 600000 >held &
holder=$!
wait_for held held
expect_status 200 "${url}healthz"
kill "$holder"
wait "$holder" 2>/dev/null || true
stop_server

# Slow clients: a byte now and then buys no time.
start_server index --listen 127.0.0.1:0 --max-rate 0 --max-request-seconds 1 --max-idle-seconds 2
printf 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: %s' "$(repeat a 200)" |
    "$WIRE" talk "$port" 400 >raw 2>said || fail "a slow client is not closed"
expect_match said '^closed after [0-9]+ bytes of [0-9]+$'
: | "$WIRE" talk "$port" >raw || fail "a silent client is not closed"
[ ! -s raw ] || fail "a silent client is told something"
printf 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n' | "$WIRE" talk "$port" >raw ||
    fail "an idle connection is not closed"
expect_match raw '^HTTP/1.1 200'
expect_status 200 "${url}healthz"
stop_server

# A client that asks and asks and does not listen.
start_server corpus --listen 127.0.0.1:0 --max-rate 0 --max-send-seconds 1 --max-request-seconds 60 \
    --max-idle-seconds 60
printf 'GET /search?q=pain&limit=100 HTTP/1.1\r\nHost: x\r\n\r\n' | "$WIRE" deaf "$port" 500 600000 >sent &
deaf=$!
wait_for sent sent
expect_status 200 "${url}search?q=knee"
until_true serves metrics '^palpate_connections 1$'
kill "$deaf"
stop_server

# A query of all the bytes that are allowed, each written as three.
start_server index --listen 127.0.0.1:0
expect_status 200 "${url}search?q=$(for i in $(seq 512); do printf '%%70%%61%%69%%6e%%20%%70%%61%%69%%6e%%20%%61%%62%%63%%20%%61%%62'; done)"
expect_json '.query | length == 8192'
stop_server

# More than can wait.  The only thread is kept busy by questions that take their time.
start_server index --listen 127.0.0.1:0 --max-rate 0 --threads 1 --max-waiting 1
hard=$(printf 'a*+%.0s' $(seq 100))
curl -sS -Z --parallel-max 40 --parallel-immediate -o 'body.#1' -w '%{http_code} %header{retry-after}\n' \
    "${url}search?q=$hard&limit=[1-60]&group=none" >codes 2>curl.err || true
grep -q '^200 ' codes || { sort codes | uniq -c; fail "nobody is answered"; }
grep -q '^503 1$' codes || { sort codes | uniq -c; fail "nobody is asked to come back"; }
! grep -Ev '^(200 |503 1)$' codes || fail "another status"
expect_status 200 "${url}search?q=knee"
stop_server

# Limits that make no sense.
expect_exit 2 "$PALPATE_SERVE" index --max-rate many
expect_match err 'max-rate takes a number from 0 to 1000000: many'
expect_exit 2 "$PALPATE_SERVE" index --max-hits 0
expect_exit 2 "$PALPATE_SERVE" index --threads 0
for bytes in x -1 16M 99999999999999999999 68719476737 ''; do
    expect_exit 2 "$PALPATE_SERVE" index --cache "$bytes"
done
expect_exit 2 "$PALPATE_SERVE"
expect_exit 2 "$PALPATE_SERVE" absent --listen 127.0.0.1:0
expect_match err 'no index here'
