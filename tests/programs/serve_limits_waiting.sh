# The bound of requests that wait.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

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
