# Bounds of connections, in all and of an address.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

small_index index

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
