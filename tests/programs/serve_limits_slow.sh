# Bounds of the time that a client has to ask.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }

# Slow clients: a byte now and then buys no time.
start_server index --allow-host x --listen 127.0.0.1:0 --max-rate 0 --max-request-seconds 1 --max-idle-seconds 2
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
