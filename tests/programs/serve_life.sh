# Signals, the access log, and an end that cuts nobody off.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

# SIGHUP reads the limits again, and keeps the old ones where the file makes no sense.
printf '# limits\n\nmax-hits 5\n' >limits
start_server index --listen 127.0.0.1:0 --max-rate 0 --max-hits 20 --limits limits
expect_status 200 "${url}search?q=knee&limit=5"
expect_problem 400 "${url}search?q=knee&limit=6"
echo 'max-hits 7' >limits
kill -HUP "$server_pid"
wait_for server.err 'read again'
expect_status 200 "${url}search?q=knee&limit=7"
expect_problem 400 "${url}search?q=knee&limit=8"
printf 'max-hits 9\nmax-charm 3\n' >limits
kill -HUP "$server_pid"
wait_for server.err 'limits: line 2: there is no limit called max-charm'
expect_problem 400 "${url}search?q=knee&limit=8"
rm limits
kill -HUP "$server_pid"
wait_for server.err 'limits: No such file'
expect_problem 400 "${url}search?q=knee&limit=8"
expect_status 200 "${url}metrics"
expect_match body '^palpate_limits_reloads_total 1$'
stop_server
expect_exit 2 "$PALPATE_SERVE" index --listen 127.0.0.1:0 --limits limits
expect_exit 2 "$PALPATE_SERVE" index --listen 127.0.0.1:0 --access-log absent/log

# The log says who asked what kind of thing, not what people search.
start_server index --listen 127.0.0.1:0 --access-log log
expect_status 200 "${url}search?q=secret+complaint"
expect_status 200 "${url}?q=secret+complaint"
expect_problem 404 "${url}a%22b%0Ac"
wait_for log '"path":"/a'
expect_no_match log secret
expect_no_match server.err secret
jq -es 'length == 3 and all(.[]; .address == "127.0.0.1" and .method == "GET" and .took_us >= 0 and
    (.time | test("^20[0-9-]+T[0-9:.]+Z$"))) and .[0].path == "/search" and .[0].status == 200 and
    .[0].bytes > 100 and .[2].path == "/a\"b\nc" and .[2].status == 404' log >/dev/null ||
    { cat log; fail "the log is not so"; }
mv log log.1
kill -HUP "$server_pid"
wait_for server.err 'read again'
expect_status 200 "${url}healthz"
wait_for log healthz
expect_no_match log.1 healthz
stop_server
start_server index --listen 127.0.0.1:0 --access-log - --log-queries
expect_status 200 "${url}search?q=open+complaint"
wait_for server.err '"query":"open complaint"'
stop_server
start_server index --listen 127.0.0.1:0 --access-log none
expect_status 200 "${url}search?q=knee"
stop_server
! grep -v "this runs as root" server.err || fail "something is logged"

# At its end the server answers what it was asked: none of these is cut off.
"$PALPATE_INDEX" --quiet corpus "$PALPATE_SOURCE/corpus/articles" 2>err || { cat err; fail "no corpus"; }
start_server corpus --listen 127.0.0.1:0 --max-rate 0 --threads 1 --access-log log.end \
    --max-answer-ms 60000 --max-stop-seconds 600
hard=$(printf 'a*+%.0s' $(seq 100))
for i in 1 2 3 4 5 6 7 8; do
    curl -sS -o "end.$i" -w '%{http_code}\n' "${url}search?q=$hard$i&limit=100" >"code.$i" 2>"error.$i" &
    eval "client_$i=\$!"
done
until_true serves metrics '^palpate_requests_waiting [1-9]'
stop_server
answered=0
for i in 1 2 3 4 5 6 7 8; do
    code=0
    eval "wait \$client_$i" || code=$?
    # Who came too late is refused.
    [ "$code" != 7 ] || continue
    [ "$code" = 0 ] || { cat "error.$i"; fail "a running answer is cut off"; }
    [ "$(cat "code.$i")" = 200 ] || fail "a running answer becomes $(cat "code.$i")"
    jq -e .hits "end.$i" >/dev/null || fail "a running answer is not whole"
    answered=$((answered + 1))
done
[ "$answered" -ge 2 ] || fail "only $answered were answered"
! curl -sS --max-time $patience "${url}healthz" >body 2>/dev/null || fail "the server still answers"
for signal in INT TERM; do
    start_server index --listen 127.0.0.1:0
    kill -$signal "$server_pid"
    wait "$server_pid" || fail "SIG$signal ends with $?"
done
server_pid=
