# Several indexes are asked as one by a file that names them, and answer as one index does.
. "$PALPATE_PROGRAM_TESTS/lib.sh"
. "$PALPATE_PROGRAM_TESTS/wide_lib.sh"

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
printf 'pin\tnumber four\t/p4.html\n' >curation.txt

{
    cut -f 2 "$PALPATE_SOURCE/corpus/queries.tsv" | awk 'NR % 6 == 0'
    printf '%s\n' topic3 'joint5 topic2' '"about topic4"' 'title:number +joint1' 'top*' 'knuckle three' \
        'phisioterapist' 'sholder exercise2' 'joint3 -topic1' 'kind:exercises shoulder' 'site:clinic.example knee' \
        'number four' 'can exercise2 hurt the knee' 'the' 'zzyzx'
} >questions

# same_answers A B: both answer alike, to the last digit, in all these forms.
same_answers()
{
    for form in --facets=5 --group=none --sort=oldest --sort=newest --typing; do
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
    expect_exit 0 "$PALPATE_INDEX" --quiet --shards $count --thesaurus thesaurus.tsv --curation curation.txt \
        --base-url https://clinic.example/ $index site
done
apart four 4
expect_exit 0 "$PALPATE_INDEX" --federate wide four.0 four.1 four.2 four.3
expect_match out '^wide: 4 databases, [0-9]+ passages$'
[ "$(head -n 1 wide)" = "palpate-shards 1" ] || fail "the first line does not name the format"
[ "$(grep -c '^local /.*/four\.[0-3]$' wide)" = 4 ] || fail "the file does not name four folders"
same_answers one wide
# An index of shards gives all of them; relative paths start where the file is.
expect_exit 0 "$PALPATE_INDEX" --federate wide four
same_answers one wide
mkdir other
sed 's,^local .*,local ../four,' wide >other/named
cp -r wide.head other/named.head
expect_exit 0 "$PALPATE_QUERY" other/named shoulder
expect_exit 0 "$PALPATE_QUERY" "$PWD/other/named" shoulder
(cd other && expect_exit 0 "$PALPATE_QUERY" named shoulder)

# Parts of one index are there as a whole and in their order.
for order in 'four.1 four.0 four.2 four.3' 'four.0 four.1 four.2' 'four.1' 'four.0 four.0 four.2 four.3'; do
    cp wide before
    expect_exit 2 "$PALPATE_INDEX" --federate wide $order
    expect_match err 'this is part [1-4] of the 4 of an index'
    cmp wide before || fail "a refused list has changed the file"
done

# Indexes that were built apart: dictionaries, names and rules of their own.
mkdir left right
i=0
while [ $i -lt 300 ]; do
    page "left/l$i.html" "Leaflet $i on the leftword" "The left clinic writes number $i about the hip and joint$((i % 9)) and leftword."
    page "right/r$i.html" "Sheet $i on the rightword" "Another house has sheet $i about the wrist, joint$((i % 9)) and rightword."
    i=$((i + 1))
done
page left/coxa.html "About the coxa" "The coxa of the left clinic is another name of a joint that many people have pain in."
page right/pelvic.html "About the pelvic joint" "The pelvic joint of the right house is another name of a joint with pain in it."
printf 'leftword\tsinister term\tsynonym\tleft\nhip\tcoxa\tsynonym\tleft\n' >left.tsv
printf 'rightword\tdexter term\tsynonym\tright\nhip\tpelvic joint\tsynonym\tright\n' >right.tsv
expect_exit 0 "$PALPATE_INDEX" --quiet --thesaurus left.tsv --base-url https://left.example/ apart.left left
expect_exit 0 "$PALPATE_INDEX" --quiet --thesaurus right.tsv --base-url https://right.example/ apart.right right
expect_exit 0 "$PALPATE_INDEX" --federate both apart.left apart.right
expect_match out '^both: 2 databases, 602 passages$'
for words in 'sinister term' 'dexter term' coxa 'pelvic joint' 'leftword 299' 'rightword 299' joint3; do
    expect_exit 0 "$PALPATE_QUERY" --format json both "$words"
done
expect_exit 0 "$PALPATE_QUERY" --format json both 'sinister term'
expect_match out 'left.example/l'
expect_exit 0 "$PALPATE_QUERY" --format json both hip
expect_match out '"coxa"'
expect_match out '"pelvic joint"'

# What an index publishes later is taken up without another head.
page left/new.html "Something new" "A page with the freshword, of the hip."
expect_exit 0 "$PALPATE_INDEX" --quiet apart.left left
finds both freshword
expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild apart.left left
finds both freshword

# Nothing of a stranger's index is followed, and nothing that is no list is read.
cp both apart.left/palpate.shards
expect_exit 2 "$PALPATE_QUERY" apart.left leftword
expect_match err 'an index has no list of shards'
expect_exit 2 "$PALPATE_QUERY" apart.left/palpate.shards leftword
expect_match err 'a list of shards inside an index is not read'
expect_exit 2 "$PALPATE_QUERY" both leftword
expect_match err 'apart.left/palpate.shards'
rm apart.left/palpate.shards
generation=$(sed -n '1s,^auto \(.*\)/shard$,\1,p' apart.left/XAPIANDB)
for place in "apart.left/$generation" "apart.left/$generation/shard"; do
    cp both "$place/palpate.shards"
    expect_exit 2 "$PALPATE_QUERY" apart.left leftword
    expect_exit 2 "$PALPATE_QUERY" "$place/palpate.shards" leftword
    rm "$place/palpate.shards"
done
finds both leftword
ln -s both linked
expect_exit 2 "$PALPATE_QUERY" linked leftword
mkfifo pipe
expect_exit 2 patiently "$PALPATE_QUERY" pipe leftword
echo "auto apart.left" >stub
expect_exit 2 "$PALPATE_QUERY" stub leftword
expect_match err 'stub: there is no index here'
sed 's/^palpate-shards 1/palpate-shards 2/' both >later
expect_exit 2 "$PALPATE_QUERY" later leftword
expect_match err 'later: this list of shards is of another version'
(cat both && echo 'exec /bin/true') >program
expect_exit 2 "$PALPATE_QUERY" program leftword
expect_match err 'program: line 5 is none of a list of shards'
sed 's,^local .*/apart.left,local nowhere,' both >missing
cp -r both.head missing.head
expect_exit 2 "$PALPATE_QUERY" missing leftword
expect_match err 'nowhere: there is no index here'
rm -rf both.head
expect_exit 2 "$PALPATE_QUERY" both leftword
expect_match err 'both.head/.*: write the head anew with palpate-index --federate'
expect_exit 0 "$PALPATE_INDEX" --federate both apart.left apart.right
finds both leftword

# Damage in a shard is found, and named.
head -c 3000 apart.right/gen-000001/shard/postlist.glass >cut && cp cut apart.right/gen-000001/shard/postlist.glass
expect_exit 2 "$PALPATE_QUERY" both rightword
expect_match err 'apart.right/gen-000001/shard'

# What cannot be written is refused, and nothing is changed.
echo precious >notes
expect_exit 2 "$PALPATE_INDEX" --federate notes apart.left
expect_match err 'notes: this is another file'
[ "$(cat notes)" = precious ] || fail "another file was overwritten"
expect_exit 2 "$PALPATE_INDEX" --federate other apart.left
expect_match err 'other: this is a folder: name a file, such as other/palpate.shards'
expect_exit 2 "$PALPATE_INDEX" --federate apart.left/wide apart.right
expect_match err 'inside an index'
expect_exit 2 "$PALPATE_INDEX" --federate new nowhere
[ ! -e new ] && [ ! -e new.head ] || fail "a refused list was written"
expect_exit 2 "$PALPATE_INDEX" --federate new
expect_exit 2 "$PALPATE_INDEX" --federate
expect_exit 2 "$PALPATE_INDEX" --federate --verify new
