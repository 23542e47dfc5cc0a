# Bounds of an answer: the time it may take, and the time to take it.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

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

# A client that asks and asks and does not listen.
start_server corpus --listen 127.0.0.1:0 --allow-host x --max-rate 0 --max-send-seconds 1 --max-request-seconds 60 \
    --max-idle-seconds 60
printf 'GET /search?q=pain&limit=100 HTTP/1.1\r\nHost: x\r\n\r\n' | "$WIRE" deaf "$port" 500 600000 >sent &
deaf=$!
wait_for sent sent
expect_status 200 "${url}search?q=knee"
until_true serves metrics '^palpate_connections 1$'
kill "$deaf"
stop_server
