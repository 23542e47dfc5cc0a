# palpate-serve while memory is refused now and then: each answer is whole, a problem, or none,
# nothing of it is kept, and afterwards all is as before.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

[ -n "${STARVED-}" ] || { echo "SKIPPED: this build has an allocator of its own"; exit 77; }
small_index index


# ask FOLDER: the answers to all, with their codes.
ask()
{
    rm -rf "$1"
    mkdir "$1"
    i=0
    for path in 'search?q=knee+pain' 'search?q=%22frozen+shoulder%22&facets=3' '?q=neck+pain' 'answer?q=knee' \
        'suggest?q=kn' 'similar?url=knee.html' 'search?q=x&limit=0' nothing openapi.json; do
        i=$((i + 1))
        curl -sS --max-time $patience -o "$1/$i" -w '%{http_code}\n' "$url$path" >"$1/$i.code" 2>/dev/null || true
        [ ! -e "$1/$i" ] || sed -i 's/"took_us": *[0-9]*//; s/[0-9.]* ms//' "$1/$i"
    done
}

answered=0 refused=0 lost=0
for every in 1 2 3 5 7 11 17 29 53 97 211 499; do
    export STARVED_EVERY=$every
    : >server.out
    LD_PRELOAD=$STARVED "$PALPATE_SERVE" index --listen 127.0.0.1:0 --max-rate 0 --max-answer-ms 60000 \
        --access-log none --threads 2 >server.out 2>server.err &
    server_pid=$!
    unset STARVED_EVERY
    wait_for server.out '^listening at '
    url=$(sed -n 's/^listening at \(http.*\)/\1/p' server.out | head -n 1)
    ask before
    kill -USR1 "$server_pid"
    for round in 1 2 3; do
        ask during
        for file in during/*.code; do
            body=${file%.code} was=before/$(basename "$file")
            case $(cat "$file") in
            000 | '') lost=$((lost + 1)) ;;
            503 | 500) refused=$((refused + 1)) ;;
            "$(cat "$was")")
                answered=$((answered + 1))
                cmp -s "$body" "${was%.code}" || {
                    diff "$body" "${was%.code}" | head -n 5
                    fail "every $every: another answer, and no error"
                }
                ;;
            *) fail "every $every: $(cat "$file") in place of $(cat "$was")" ;;
            esac
        done
    done
    kill -0 "$server_pid" || { cat server.err; fail "every $every: the server ended"; }
    kill -USR1 "$server_pid"
    ask after
    diff -r before after >differs || { head differs; fail "every $every: not as before afterwards"; }
    stop_server
done
echo "$answered whole answers, $refused problems, $lost connections closed"
[ "$answered" -gt 0 ] && [ $((refused + lost)) -gt 0 ] || fail "nothing was refused, or everything"
