# A newer index is taken up while questions are asked: none fails, none is answered by two
# indexes at once, and soon all come from the newer one.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

# site GENERATION: six articles whose every passage names the generation.
site()
{
    mkdir -p site
    for i in 1 2 3 4 5 6; do
        page "site/page$i.html" "Knee page $i of edition$1" \
            "The knee of edition$1 hurts after running and settles with rest on page $i." \
            "Exercises of edition$1 strengthen the thigh within some weeks on page $i."
    done
}

# ask COUNT: as many questions over a few connections, half of them the same one, which is
# kept, and half of them all different; codes and answers are left behind.
ask()
{
    rm -f answer.*
    curl -sS -Z --parallel-max 4 -w '%{http_code}\n' \
        -o 'answer.same.#1' "${url}search?q=knee&group=none&limit=20&x=[1-$(($1 / 2))]" \
        -o 'answer.#1' "${url}search?q=knee&group=none&limit=20&disable=[1-$(($1 / 2))]" \
        >codes 2>curl.err ||
        { cat curl.err; fail "a question failed"; }
    [ "$(sort -u codes)" = 200 ] || { sort codes | uniq -c; fail "a question failed"; }
    [ "$(wc -l <codes)" = "$1" ] || fail "a question got lost"
}

has_another_generation()
{
    newer=$(curl -sS "${url}healthz" | jq -r .generation)
    [ "$newer" != "$generation" ]
}

site 1
"$PALPATE_INDEX" --quiet index site
start_server index --listen 127.0.0.1:0 --max-rate 0 --threads 3 --access-log none
generation=$(curl -sS "${url}healthz" | jq -r .generation)
for edition in 2 3 4 5 6; do
    site "$edition"
    # By turns an update of the index in place, and a whole new one.
    rebuild=
    [ $((edition % 2)) = 0 ] || rebuild=--rebuild
    "$PALPATE_INDEX" --quiet --allow-delete $rebuild index site 2>err &
    indexer=$!
    ask 300
    wait "$indexer" || { cat err; fail "the index is not written"; }
    for file in answer.*; do
        [ "$(grep -o 'edition[0-9]' "$file" | sort -u | wc -l)" = 1 ] ||
            { grep -o 'edition[0-9]' "$file" | sort | uniq -c; fail "an answer of two editions"; }
    done
    # Each thread looks when it has not looked for a while: that has passed once the newer
    # one has been seen and all threads have been idle.
    until_true has_another_generation
    sleep 1
    ask 40
    ! grep -L "edition$edition" answer.* | grep . || fail "old answers beside the newer index"
    generation=$newer
done
expect_status 200 "${url}metrics"
expect_match body '^palpate_search_failures_total 0$'
expect_match body '^palpate_index_reloads_total [4-9]'
expect_match body '^palpate_cache_hits_total [1-9]'

# An index that goes away: what was open goes on answering, and health tells.
mv index gone
until_true is_answered_with 503 healthz
expect_status 503 "${url}healthz"
expect_status 200 "${url}search?q=knee"
mv gone index
until_true is_answered_with 200 healthz
expect_status 200 "${url}healthz"
stop_server
