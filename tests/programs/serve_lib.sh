# For tests of palpate-serve: . "$PALPATE_PROGRAM_TESTS/serve_lib.sh", which brings lib.sh.
# Servers listen on free ports of the loopback interface and end with the test.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

command -v curl >/dev/null || { echo "curl is missing"; exit 77; }
command -v jq >/dev/null || { echo "jq is missing"; exit 77; }
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
server_pid=
trap '[ -z "$server_pid" ] || kill -KILL "$server_pid" 2>/dev/null || true' EXIT

# small_index INDEX: three articles of a few passages each.
small_index()
{
    mkdir -p pages
    page pages/knee.html "Knee pain" \
        "Knee pain after running often comes from the joint behind the kneecap and settles with rest." \
        "Strength exercises for the thigh help most people with knee pain within some weeks."
    page pages/neck.html "Neck pain" \
        "Neck pain after a night in a bad position usually goes within days; keep moving gently."
    page pages/shoulder.html "Frozen shoulder" \
        "A frozen shoulder becomes stiff and painful over months and then slowly thaws again."
    "$PALPATE_INDEX" --quiet "$1" pages
}

# start_server ARGUMENTS...: starts palpate-serve and waits until it listens: $url is where,
# $port its port, $server_pid the process.  Its output is left in server.out and server.err.
# On a busy machine an answer takes its time; where the bound is tested, ARGUMENTS name it.
start_server()
{
    : >server.out
    "$PALPATE_SERVE" --max-answer-ms 60000 "$@" >server.out 2>server.err &
    server_pid=$!
    wait_for server.out '^listening at '
    url=$(sed -n 's/^listening at \(http.*\)/\1/p' server.out | head -n 1)
    port=$(echo "$url" | sed 's/.*:\([0-9]*\)\/$/\1/')
}

# How long is waited for what must come, in seconds: a time-out is for what hangs.
patience=900

# until_true COMMAND...: waits until it succeeds.
until_true()
{
    for i in $(seq $((patience * 10))); do
        ! "$@" || return 0
        [ -z "$server_pid" ] || kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    cat server.err
    fail "this does not come to be: $*"
}

# wait_for FILE PATTERN: until the file matches.
wait_for()
{
    until_true grep -Eqs -- "$2" "$1"
}

# serves PATH PATTERN: whether the body that the server has there matches; it is left in body.
serves()
{
    curl -sS --max-time $patience -o body "$url$1" && grep -Eq -- "$2" body
}

# is_answered_with CODE PATH: whether the server says so.
is_answered_with()
{
    [ "$(curl -sS --max-time $patience -o body -w '%{http_code}' "$url$2")" = "$1" ]
}

# stop_server: ends it in good order.
stop_server()
{
    kill -TERM "$server_pid"
    code=0
    wait "$server_pid" || code=$?
    server_pid=
    [ "$code" = 0 ] || { cat server.err; fail "the server ended with $code"; }
}

# expect_status CODE CURL-ARGUMENTS...: asks, and leaves the headers in head and the body in
# body.
expect_status()
{
    wanted=$1
    : >body
    shift
    got=$(curl -sS --max-time $patience -D head -o body -w '%{http_code}' "$@" 2>curl.err) || true
    [ "$got" = "$wanted" ] || {
        cat curl.err head body 2>/dev/null | head -c 4000
        fail "$* was answered with $got instead of $wanted"
    }
}

# expect_header PATTERN: as grep -Ei has it.
expect_header()
{
    tr -d '\r' <head >head.plain
    grep -Eiq -- "$1" head.plain || { cat head; fail "no header is like $1"; }
}
expect_no_header()
{
    ! grep -Eiq -- "$1" head || { cat head; fail "a header is like $1"; }
}

# expect_json FILTER: of jq, true for the body.
expect_json()
{
    jq -e "$1" body >/dev/null || { head -c 4000 body; fail "the answer is not so: $1"; }
}

# expect_problem CODE CURL-ARGUMENTS...: a problem as RFC 9457 has it.
expect_problem()
{
    expect_status "$@"
    expect_header '^content-type: application/problem\+json$'
    expect_json ".status == $1 and (.title | length) > 0 and (.detail | length) > 0 and .type == \"about:blank\""
}

# expect_raw PATTERN TEXT: what comes back for bytes as printf writes them starts so, and the
# server closes.
expect_raw()
{
    code=0
    printf "$2" | "$WIRE" talk "$port" >raw || code=$?
    [ "$code" = 0 ] || fail "the server keeps the connection after: $2"
    echo "$(head -n 1 raw)" | grep -Eaq -- "$1" || { head -c 300 raw; fail "not answered with $1: $2"; }
}

# expect_raw_problem CODE TEXT: the same, and what comes back is a problem as RFC 9457 has it.
expect_raw_problem()
{
    expect_raw "^HTTP/1.1 $1 " "$2"
    tr -d '\r' <raw | sed '/^$/q' >head
    tr -d '\r' <raw | sed '1,/^$/d' >body
    expect_header '^content-type: application/problem\+json$'
    expect_header "^content-length: $(wc -c <body)$"
    expect_json ".status == $1 and (.title | length) > 0 and (.detail | length) > 0 and .type == \"about:blank\""
}

# expect_too_many PATH CURL-OPTIONS...: 429 comes after some requests of the path, to which a
# number is added.  One curl asks them all, so that even a busy machine asks faster than is
# allowed.
expect_too_many()
{
    asked=$1
    shift
    rm -f many.*
    curl -sS -i --max-time $patience "$@" -o 'many.#1' "$url$asked[1-100]" ||
        fail "a request is not answered"
    file=$(grep -l '^HTTP/1.1 429 ' many.* | head -n 1)
    [ -n "$file" ] || fail "a hundred requests are not too many"
    tr -d '\r' <"$file" | sed '/^$/q' >head
    tr -d '\r' <"$file" | sed '1,/^$/d' >body
    expect_header '^content-type: application/problem\+json$'
    expect_header '^retry-after: [1-9][0-9]*$'
    expect_json '.status == 429'
}
