# An index of several shards has the same content as one database, answers the same, and
# is brought up to date, checked and repaired as one.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
i=0
while [ $i -lt 120 ]; do
    page "site/p$i.html" "Number $i of the topic$((i % 7))" \
        "Text of page $i about topic$((i % 7)) and the joint$((i % 11)). It hurts in the shoulder and the knee." \
        "More of page $i: rest, exercise$((i % 5)) and a physiotherapist who treats joint$((i % 13)) pain."
    i=$((i + 1))
done
cp site/p7.html site/print-p7.html # says what another page says
cp -r "$PALPATE_SOURCE/corpus/articles" site/corpus
printf 'joint3\tknuckle three\tsynonym\town\n' >thesaurus.tsv

# The questions: words, phrases, wildcards, fields, slips, filters.
{
    cut -f 2 "$PALPATE_SOURCE/corpus/queries.tsv" | awk 'NR % 6 == 0'
    printf '%s\n' topic3 'joint5 topic2' '"about topic4"' 'title:number +joint1' 'top*' 'knuckle three' \
        'phisioterapist' 'sholder exercise2' 'joint3 -topic1' 'kind:exercises shoulder' 'site:clinic.example knee'
} >questions

# same_answers A B: two indexes answer alike, to the last digit, in all these forms.
forms='--facets=5 --group=none --sort=oldest'
same_answers()
{
    for form in $forms; do
        for index in "$1" "$2"; do
            "$PALPATE_QUERY" --format json "$form" --queries questions "$index" >"$index.all" 2>/dev/null || true
            grep -v '"took_us"' "$index.all" >"$index.out"
        done
        [ "$(wc -l <"$1.out")" -gt 500 ] || fail "$1 has no answers"
        cmp "$1.out" "$2.out" || fail "$1 and $2 answer otherwise with $form"
    done
}

for index in one four; do
    [ $index = one ] && count=1 || count=4
    expect_exit 0 "$PALPATE_INDEX" --shards $count --thesaurus thesaurus.tsv $index site
    expect_match err "^188 pages|188 pages, "
done
[ "$(wc -l <four/XAPIANDB)" = 4 ] || fail "the stub does not name four databases"
for shard in shard shard-1 shard-2 shard-3; do
    expect_exit 0 xapian-check four/gen-000001/$shard
    expect_exit 0 xapian-delve four/gen-000001/$shard
    expect_no_match out "number of documents = 0$"
done
expect_exit 0 xapian-delve four
delved=$(grep 'number of documents' out)
expect_exit 0 xapian-delve one
[ "$(grep 'number of documents' out)" = "$delved" ] || fail "there are more or fewer passages in four shards"
same_answers one four
expect_exit 0 "$PALPATE_INDEX" --verify four
expect_match out "sound"

# Updates, also of single pages, and an update of nothing.
echo '{"url": "https://else.example/a", "html": "<title>Added</title><h1>Added</h1><p>A page that was added about joint3 and the shoulder, with enough text.</p>"}' >add.ndjson
cp -r site kept.site
for index in one four; do
    page site/p3.html "Number 3 again" "Something else about topic3 and the newword of page three, in the shoulder."
    rm -f site/p5.html
    expect_exit 0 "$PALPATE_INDEX" $index site
    expect_match err "1 changed"
    expect_match err "1 removed"
    expect_exit 0 "$PALPATE_INDEX" --add add.ndjson $index
    expect_exit 0 "$PALPATE_INDEX" --delete https://else.example/none --delete p9.html $index
    cp kept.site/p3.html kept.site/p5.html site
done
echo newword >>questions
same_answers one four
expect_exit 0 "$PALPATE_INDEX" --verify four
expect_exit 0 "$PALPATE_INDEX" four site
expect_exit 0 "$PALPATE_INDEX" four site
expect_match err "0 pages read"
expect_exit 0 "$PALPATE_INDEX" one site
same_answers one four

# The number is kept, also by a rebuild; another one is another index.
expect_exit 0 "$PALPATE_INDEX" --rebuild four site
[ "$(wc -l <four/XAPIANDB)" = 4 ] || fail "a rebuild has forgotten the shards"
expect_exit 2 "$PALPATE_INDEX" --shards 2 --add add.ndjson four
expect_match err "nothing was changed"
expect_exit 0 "$PALPATE_INDEX" --shards 2 four site
expect_match err "number of shards has changed"
[ "$(wc -l <four/XAPIANDB)" = 2 ] || fail "there are not two shards"
expect_exit 0 "$PALPATE_INDEX" --rebuild one site
same_answers one four
expect_exit 2 "$PALPATE_INDEX" --shards 0 four site
expect_exit 2 "$PALPATE_INDEX" --shards 65 four site

# Without term lists.
expect_exit 0 "$PALPATE_INDEX" --shards 3 --read-only --thesaurus thesaurus.tsv three site
expect_exit 0 "$PALPATE_INDEX" --shards 1 --read-only one site
same_answers one three
[ ! -e three/gen-000001/shard-1/termlist.glass ] || fail "a read-only shard has term lists"
expect_exit 0 "$PALPATE_INDEX" --verify three
expect_exit 2 "$PALPATE_INDEX" three site
expect_match err "built with --read-only"

# An update that is killed while its shards are published one after another is finished by
# the next run.
expect_exit 0 "$PALPATE_INDEX" --shards 4 --thesaurus thesaurus.tsv live site
cp -r live start
i=10
while [ $i -lt 60 ]; do
    page "site/p$i.html" "Number $i" "Wholly new text of page $i with the word fresh$i in it, about the shoulder."
    i=$((i + 1))
done
FAULTY_CALL=rename FAULTY_AT=0 FAULTY_COUNT=count
export FAULTY_CALL FAULTY_AT FAULTY_COUNT
expect_exit 0 preloaded "$PALPATE_INDEX" live site
count=$(cat count)
unset FAULTY_COUNT
[ "$count" -ge 8 ] || fail "only $count renamings"
at=1
forms=--facets=5
while [ "$at" -le "$count" ]; do
    rm -rf again
    cp -r start again
    FAULTY_AT=$at FAULTY_DO=kill
    export FAULTY_AT FAULTY_DO
    code=0
    preloaded "$PALPATE_INDEX" again site >out 2>err || code=$?
    # What commits is a process of its own, whose death the run outlives.
    [ $code = 137 ] || [ $code = 2 ] || fail "a killed run ended with $code"
    expect_exit 0 "$PALPATE_INDEX" again site
    expect_exit 0 "$PALPATE_INDEX" --verify again
    [ ! -e again/gen-000001/publishing ] || fail "the mark of a publication was left"
    same_answers live again
    at=$((at + 1))
done

# Damage in any shard is found, and what is whole is brought back.
rm -rf live
expect_exit 0 "$PALPATE_INDEX" --shards 3 live site
"$PALPATE_QUERY" --format tsv --group none --limit 1000 live shoulder | wc -l >before
printf 'damaged' | dd of=live/gen-000001/shard-2/postlist.glass bs=1 seek=20000 conv=notrunc 2>/dev/null
expect_exit 2 "$PALPATE_INDEX" --verify live
expect_match err "shard-2/postlist.glass"
expect_exit 1 "$PALPATE_INDEX" --repair live # there was no thesaurus, which it cannot know
[ "$(wc -l <live/XAPIANDB)" = 3 ] || fail "a repair has changed the number of shards"
expect_exit 0 "$PALPATE_INDEX" --verify live
expect_exit 0 "$PALPATE_INDEX" live site
"$PALPATE_QUERY" --format tsv --group none --limit 1000 live shoulder | wc -l | cmp - before ||
    fail "passages are missing after a repair and an update"

# A shard that is missing, or is another one, is damage.
generation=$(sed -n '1s,^auto \(.*\)/shard$,\1,p' live/XAPIANDB)
mv "live/$generation/shard-1" kept
expect_exit 2 "$PALPATE_QUERY" live shoulder
expect_exit 2 "$PALPATE_INDEX" --verify live
cp -r "live/$generation/shard-2" "live/$generation/shard-1"
cp "live/$generation/manifest-2" "live/$generation/manifest-1"
expect_exit 2 "$PALPATE_QUERY" live shoulder
expect_match err "shard-1: this is not part 2 of the 3"
expect_exit 2 "$PALPATE_INDEX" --verify live
