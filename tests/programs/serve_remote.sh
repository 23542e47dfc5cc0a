# Shards that stock servers of Xapian have on other machines answer as one index does, and an index
# of them says which does not answer.
. "$PALPATE_PROGRAM_TESTS/serve_lib.sh"
. "$PALPATE_PROGRAM_TESTS/wide_lib.sh"
needs_servers

mkdir site
i=0
while [ $i -lt 150 ]; do
    page "site/p$i.html" "Number $i of the topic$((i % 7))" \
        "Text of page $i about topic$((i % 7)) and the joint$((i % 11)). It hurts in the shoulder and the knee." \
        "More of page $i: rest, exercise$((i % 5)) and a physiotherapist who treats joint$((i % 13)) pain."
    i=$((i + 1))
done
cp -r "$PALPATE_SOURCE/corpus/articles" site/corpus
for count in 1 4; do
    expect_exit 0 "$PALPATE_INDEX" --quiet --shards $count --thesaurus "$PALPATE_SOURCE/corpus/thesaurus.tsv" of-$count site
done
apart of-4 4
for shard in 0 1 2 3; do
    serve_shard shard$shard of-4.$shard/gen-000001/shard
done
expect_exit 0 "$PALPATE_INDEX" --federate wide "127.0.0.1:$(cat shard0.port)" "127.0.0.1:$(cat shard1.port)" \
    "127.0.0.1:$(cat shard2.port)" "127.0.0.1:$(cat shard3.port)"
expect_match out '^wide: 4 databases'
[ "$(grep -c '^remote 127.0.0.1:' wide)" = 4 ] || fail "the file does not name four servers"

# The same answers from one index, from four servers, and from two servers and two folders.
{
    cut -f 2 "$PALPATE_SOURCE/corpus/queries.tsv" | awk 'NR % 8 == 0'
    printf '%s\n' topic3 'joint5 topic2' '"about topic4"' 'title:number +joint1' 'top*' 'phisioterapist' \
        'sholder exercise2' 'joint3 -topic1' 'kind:exercises shoulder' 'the' 'zzyzx' 'date:2019..2024 knee' 'knee'
} >questions
expect_exit 0 "$PALPATE_INDEX" --federate mixed of-4.0 "127.0.0.1:$(cat shard1.port)" of-4.2 "127.0.0.1:$(cat shard3.port)"
for form in --facets=5 --group=none --sort=oldest --sort=newest --typing; do
    for index in of-1 wide mixed; do
        "$PALPATE_QUERY" --deadline 600000 --format json "$form" --queries questions $index 2>/dev/null >$index.all || true
        grep -v '"took_us"' $index.all >$index.out
    done
    [ "$(wc -l <of-1.out)" -gt 500 ] || fail "there are no answers"
    cmp of-1.out wide.out || fail "four servers answer otherwise with $form"
    cmp of-1.out mixed.out || fail "servers and folders answer otherwise with $form"
done
for index in of-1 wide; do
    start_server $index --listen 127.0.0.1:0 --max-rate 0
    : >answers-$index
    for words in fro kn ba tenn wh frozn shoulder+ex; do
        expect_status 200 "${url}suggest?q=$words"
        jq -S . body >>answers-$index
    done
    expect_status 200 "${url}search?q=shoulder&limit=5"
    jq -r '.hits[] | .passage + " " + .url' body >passages
    while read -r passage address; do
        for path in "passage/$passage" "similar?url=$address"; do
            expect_status 200 "$url$path"
            jq -S 'del(.took_us, .generation)' body >>answers-$index
        done
    done <passages
    stop_server
done
cmp answers-of-1 answers-wide || fail "four servers serve something else than one index"

# names BODY SHARD: whether a body names a server, by its port.
names()
{
    grep -q "127.0.0.1:$(cat "$1.port")" body
}
# One that was not asked before, so that no answer is remembered.
other()
{
    echo >>asked
    echo "search?q=shoulder+unheard$(wc -l <asked | tr -d ' ')&no_correct=1"
}
answers_whole()
{
    curl -sS --max-time $patience -o body "$url$(other)" && jq -e '.partial == false and .missing == null' body >/dev/null
}

# On a busy machine any server may be late once, so what is said is awaited.
refuses_naming()
{
    [ "$(curl -sS --max-time $patience -o body -w '%{http_code}' "$url$(other)")" = 503 ] && names "$1"
}
answers_without()
{
    curl -sS --max-time $patience -o body "$url$(other)" &&
        jq -e '.partial == true and (.missing | length) == 1 and (.hits | length) > 3' body >/dev/null && names "$1"
}

# Without --allow-partial: who does not answer is named, and is asked again when it is back.
start_server wide --listen 127.0.0.1:0 --max-rate 0 --max-answer-ms 8000
until_true answers_whole
signal_shard shard2 KILL
until_true refuses_naming shard2
serve_shard shard2 of-4.2/gen-000001/shard
until_true answers_whole
signal_shard shard1 STOP
until_true refuses_naming shard1
signal_shard shard1 CONT
until_true answers_whole
stop_server

# With it, the others answer.
start_server wide --listen 127.0.0.1:0 --max-rate 0 --max-answer-ms 8000 --allow-partial
until_true answers_whole
for signal in KILL STOP; do
    signal_shard shard3 $signal
    for again in 1 2 3; do
        until_true answers_without shard3
    done
    expect_status 200 "${url}suggest?q=frozen$signal"
    if [ $signal = KILL ]; then
        serve_shard shard3 of-4.3/gen-000001/shard
    else
        signal_shard shard3 CONT
    fi
    until_true answers_whole
done
# All of them are gone, and one is back.
for shard in 0 1 2 3; do
    signal_shard shard$shard KILL
done
expect_status 503 "$url$(other)"
serve_shard shard0 of-4.0/gen-000001/shard
until_true serves "$(other)" '"partial": ?true'
for shard in 1 2 3; do
    serve_shard shard$shard of-4.$shard/gen-000001/shard
done
until_true answers_whole
stop_server
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --format json wide shoulder
signal_shard shard0 KILL
expect_exit 2 "$PALPATE_QUERY" --deadline 60000 --format json wide shoulder
expect_match err "127.0.0.1:$(cat shard0.port)"
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --allow-partial wide shoulder
expect_match out 'Parts of the index could not be asked'
expect_exit 0 "$PALPATE_QUERY" --deadline 60000 --format json --allow-partial wide shoulder
expect_match out "127.0.0.1:$(cat shard0.port)"
serve_shard shard0 of-4.0/gen-000001/shard

# Another server of the same shard takes its place.
serve_shard second of-4.1/gen-000001/shard
expect_exit 0 "$PALPATE_INDEX" --federate wide "127.0.0.1:$(cat shard0.port)" \
    "127.0.0.1:$(cat shard1.port),127.0.0.1:$(cat second.port)" "127.0.0.1:$(cat shard2.port)" "127.0.0.1:$(cat shard3.port)"
start_server wide --listen 127.0.0.1:0 --max-rate 0 --max-answer-ms 8000
until_true answers_whole
signal_shard shard1 KILL
until_true answers_whole
serve_shard shard1 of-4.1/gen-000001/shard
signal_shard second KILL
until_true answers_whole

# A server with something else than the list was written for is named.
signal_shard shard2 KILL
"$PALPATE_INDEX" --quiet --shards 4 else "$PALPATE_SOURCE/corpus/articles"
serve_shard shard2 else/gen-000001/shard-2
until_true is_answered_with 503 "$(other)"
until_true serves "$(other)" "another generation"
names shard2 || fail "the server with another generation is not named"
expect_exit 2 "$PALPATE_QUERY" --deadline 60000 wide shoulder
expect_match err "127.0.0.1:$(cat shard2.port): this server has another generation than the list was written for"
stop_server

# What is no server of Xapian is named as well, and nothing is written then.
expect_exit 2 "$PALPATE_INDEX" --federate none 127.0.0.1:1
expect_match err '127.0.0.1:1: this server did not answer: .*refused'
[ ! -e none ] || fail "a list of nothing was written"
