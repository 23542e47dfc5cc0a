# Where palpate-serve listens, and how it gets on with a service manager.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

# Several places at once, each told on standard output.
start_server index --listen 127.0.0.1:0 --listen localhost:0 --listen "unix:$PWD/socket"
expect_match server.out "^listening at unix:$PWD/socket$"
for place in $(sed -n 's/^listening at \(http.*\)/\1/p' server.out); do
    expect_status 200 "${place}search?q=knee"
done
expect_status 200 --unix-socket socket "http://localhost/search?q=knee"
expect_json '.hits[0].title == "Knee pain"'
expect_match server.err '"address":"unix".*"path":"/search"'
expect_exit 2 "$PALPATE_SERVE" index --listen "127.0.0.1:$port"
expect_match err 'cannot listen at 127'
expect_exit 2 "$PALPATE_SERVE" index --listen "unix:$PWD/socket"
expect_match err 'in use'
stop_server
[ ! -e socket ] || fail "the socket is left over"

# What a killed server left is taken over; what is no socket is not touched.
start_server index --listen "unix:$PWD/socket"
kill -KILL "$server_pid"
wait "$server_pid" 2>/dev/null || true
[ -S socket ] || fail "no socket to take over"
start_server index --listen "unix:$PWD/socket"
expect_status 200 --unix-socket socket http://localhost/healthz
stop_server
echo precious >file
expect_exit 2 "$PALPATE_SERVE" index --listen "unix:$PWD/file"
expect_match file precious

if grep -q ^00000000000000000000000000000001 /proc/net/if_inet6 2>/dev/null; then
    start_server index --listen '[::1]:0'
    expect_match server.out '^listening at http://\[::1\]:[0-9]+/$'
    expect_status 200 -g "${url}search?q=knee"
    stop_server
fi
for wrong in nowhere 127.0.0.1 ::1:80 '[::1]' 127.0.0.1:http 127.0.0.1:65536 127.0.0.1:080808 '127.0.0.1:+1' unix: 192.0.2.1:0; do
    expect_exit 2 "$PALPATE_SERVE" index --listen "$wrong"
    expect_match err 'cannot listen'
done

# A given socket, and what the service manager is told.
"$WIRE" notified "$PWD/notify" >told &
manager=$!
until_true [ -S notify ]
: >server.out
NOTIFY_SOCKET=$PWD/notify WATCHDOG_USEC=600000 "$WIRE" activate "$PALPATE_SERVE" index \
    --max-rate 0 >server.out 2>server.err &
server_pid=$!
wait_for told '^READY=1$'
port=$(sed -n 's/^port //p' server.out)
expect_match server.out "^listening at http://127.0.0.1:$port/$"
expect_status 200 "http://127.0.0.1:$port/search?q=knee"
wait_for told '^WATCHDOG=1$'
kill -HUP "$server_pid"
wait_for told '^RELOADING=1 MONOTONIC_USEC=[0-9]+$'
[ "$(grep -c '^READY=1$' told)" = 2 ] || wait_for told '^READY=1$'
stop_server
wait_for told '^STOPPING=1$'
kill "$manager"

# Numbers meant for another process are left alone.
: >server.out
LISTEN_PID=1 LISTEN_FDS=1 "$PALPATE_SERVE" index --listen 127.0.0.1:0 >server.out 2>server.err &
server_pid=$!
wait_for server.out '^listening at '
[ "$(wc -l <server.out)" = 1 ] || fail "a socket of another process is taken"
stop_server
