# An index of several shards serves everything as one database does, and copies of an
# index on other machines take up what is shipped to them.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"

articles=$PALPATE_SOURCE/corpus/articles
for count in 1 4; do
    "$PALPATE_INDEX" --quiet --shards $count --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" of-$count "$articles" ||
        fail "there is no index of $count shards"
    start_server of-$count --listen 127.0.0.1:0 --max-rate 0
    : >answers-$count
    for words in frozen+shoulder knee back+pain+exercises tennis+elbo phisio; do
        for path in "search?q=$words&facets=5&limit=20" "search?q=$words&group=none&explain=1" "suggest?q=$words"; do
            expect_status 200 "$url$path"
            jq -S 'del(.took_us, .generation)' body >>answers-$count
        done
    done
    for words in fro kn ba tenn wh; do
        expect_status 200 "${url}suggest?q=$words"
        jq -S . body >>answers-$count
    done
    expect_status 200 "${url}search?q=shoulder&limit=8"
    jq -r '.hits[] | .passage + " " + .url' body >passages
    [ "$(wc -l <passages)" -ge 3 ] || fail "no passages"
    while read -r passage address; do
        for path in "passage/$passage" "similar?url=$address"; do
            expect_status 200 "$url$path"
            jq -S 'del(.took_us, .generation)' body >>answers-$count
        done
    done <passages
    stop_server
done
[ "$(wc -l <answers-1)" -gt 500 ] || fail "there are no answers"
cmp answers-1 answers-4 || fail "four shards serve something else than one database"

# ship FROM TO: the generations of an index first, and its stub last, as docs/SCALING.md says;
# where there is no rsync, by what it does.
ship_generations()
{
    if command -v rsync >/dev/null; then
        rsync -a --exclude lock --exclude XAPIANDB "$1/" "$2/"
    else
        for generation in "$1"/gen-*; do
            cp -r "$generation" "$2/"
        done
    fi
}
ship_stub()
{
    cp "$1/XAPIANDB" "$2/.XAPIANDB.shipped"
    mv "$2/.XAPIANDB.shipped" "$2/XAPIANDB"
}

for count in 1 3; do
    rm -rf site origin replica
    mkdir site replica
    page site/a.html "First" "A page with the word oldword, of some length, about the knee."
    page site/b.html "Second" "Another page with the word constant, of some length, about the hip."
    "$PALPATE_INDEX" --quiet --shards $count origin site
    ship_generations origin replica
    expect_exit 2 "$PALPATE_QUERY" replica oldword # no stub names what was shipped
    ship_stub origin replica
    start_server replica --listen 127.0.0.1:0 --max-rate 0
    expect_status 200 "${url}search?q=oldword&no_correct=1"
    jq -e '.total.value == 1' body >/dev/null || fail "the replica does not find oldword"

    page site/a.html "First" "A page with the word newword instead, of some length, about the knee."
    expect_exit 0 "$PALPATE_INDEX" --rebuild origin site
    generation=$(sed -n '1s,^auto \(.*\)/shard$,\1,p' origin/XAPIANDB)
    # Shipped by half: a table that is cut, and one that is missing.
    mkdir -p "replica/$generation/shard"
    head -c 3000 "origin/$generation/shard/postlist.glass" >"replica/$generation/shard/postlist.glass"
    expect_status 200 "${url}search?q=oldword&no_correct=1"
    jq -e '.total.value == 1' body >/dev/null || fail "half of a generation has changed the answer"
    expect_status 200 "${url}healthz"
    rm -r "replica/$generation"
    ship_generations origin replica
    expect_status 200 "${url}search?q=oldword+constant"
    ship_stub origin replica
    # It is taken up without a signal or a restart.
    until_true serves "search?q=newword&no_correct=1" '"value": ?1'
    until_true serves "search?q=oldword&no_correct=1" '"value": ?0'
    expect_status 200 "${url}healthz"
    stop_server
done
