# A wide index serves everything as one index does, and takes up what its shards publish.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"
. "$PALPATE_PROGRAM_TESTS/wide_lib.sh"

articles=$PALPATE_SOURCE/corpus/articles
for count in 1 4; do
    "$PALPATE_INDEX" --quiet --shards $count --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" of-$count "$articles" ||
        fail "there is no index of $count shards"
done
apart of-4 4
expect_exit 0 "$PALPATE_INDEX" --federate wide of-4.0 of-4.1 of-4.2 of-4.3
for index in of-1 wide; do
    start_server $index --listen 127.0.0.1:0 --max-rate 0
    : >answers-$index
    for words in frozen+shoulder knee back+pain+exercises tennis+elbo phisio fro kn ba tenn wh; do
        for path in "search?q=$words&facets=5&limit=20" "search?q=$words&group=none&explain=1" "suggest?q=$words"; do
            expect_status 200 "$url$path"
            jq -S 'del(.took_us, .generation)' body >>answers-$index
        done
    done
    expect_status 200 "${url}search?q=shoulder&limit=8"
    jq -r '.hits[] | .passage + " " + .url' body >passages
    [ "$(wc -l <passages)" -ge 3 ] || fail "no passages"
    while read -r passage address; do
        for path in "passage/$passage" "similar?url=$address"; do
            expect_status 200 "$url$path"
            jq -S 'del(.took_us, .generation)' body >>answers-$index
        done
    done <passages
    stop_server
done
[ "$(wc -l <answers-wide)" -gt 500 ] || fail "there are no answers"
cmp answers-of-1 answers-wide || fail "a wide index serves something else than one index"

# Updates and new builds of any shard, and another list, without a signal or a restart.
for part in a b c; do
    mkdir site-$part
    page site-$part/one.html "Page of $part" "A page with the word old$part, of some length, about the knee."
    "$PALPATE_INDEX" --quiet index-$part site-$part
done
expect_exit 0 "$PALPATE_INDEX" --federate wide index-a index-b
start_server wide --listen 127.0.0.1:0 --max-rate 0
expect_status 200 "${url}search?q=olda&no_correct=1"
jq -e '.total.value == 1' body >/dev/null || fail "olda is not found"
page site-b/one.html "Page of b" "A page with the word newb instead, of some length, about the knee."
expect_exit 0 "$PALPATE_INDEX" index-b site-b
until_true serves "search?q=newb&no_correct=1" '"value": ?1'
page site-a/one.html "Page of a" "A page with the word newa instead, of some length, about the knee."
expect_exit 0 "$PALPATE_INDEX" --rebuild index-a site-a
until_true serves "search?q=newa&no_correct=1" '"value": ?1'
expect_exit 0 "$PALPATE_INDEX" --federate wide index-a index-b index-c
until_true serves "search?q=oldc&no_correct=1" '"value": ?1'
# A list that cannot be read changes nothing: what was open answers.
echo nonsense >nonsense && mv nonsense wide
sleep 1.5 # longer than until the next look
expect_status 200 "${url}search?q=oldc+knee&no_correct=1"
stop_server
