# Several threads build, update and rebuild what one thread does.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
for i in $(seq 60); do
    page "site/p$i.html" "Page $i" "Number $i says word$i and word$((i * 7 % 13)) of the knee, which is stiff after a rest." \
        "Another paragraph of page $i is about what helps, and what does not: patience, and moving a little."
done
printf 'knee\tgenu\tlay\town\n' >names

# answers INDEX FILE
answers()
{
    for words in knee word3 word7 patience page genu; do
        code=0
        "$PALPATE_QUERY" --format tsv --limit 200 --group none "$1" $words 2>asked.err || code=$?
        echo "$words $code"
    done >"$2"
}
# same WHAT: both indexes answer alike.
same()
{
    answers one one.answers
    answers many many.answers
    cmp one.answers many.answers || { diff one.answers many.answers | head; fail "$1: several threads differ"; }
}
for index in one many; do
    [ $index = one ] && jobs=1 || jobs=4
    expect_exit 0 "$PALPATE_INDEX" --quiet --jobs $jobs $index site --thesaurus names
done
same build
for i in 3 9 27; do
    page "site/p$i.html" "Page $i" "Number $i says otherword$i of the knee now, and nothing else of what it did."
done
rm site/p50.html
for index in one many; do
    [ $index = one ] && jobs=1 || jobs=4
    expect_exit 0 "$PALPATE_INDEX" --quiet --jobs $jobs $index site
done
same update
# An update of most pages, with copies, pages that move and go, and one that many would not read at once.
rm -rf many
cp -Rp one many
for i in $(seq 1 2 59); do
    page "site/p$i.html" "Page $i" "Number $i says thirdword$((i % 7)) of the knee at last, and what word$i meant all the time."
done
for i in 4 8 12; do
    cp "site/p$((i + 1)).html" "site/copy$i.html"
    mv "site/p$i.html" "site/moved$i.html"
done
rm site/p20.html
page site/large.html "A large page" "The knee is stiff after a rest, as the largest of all pages says."
{ printf '<!--'; head -c 1200000 /dev/zero | tr '\0' x; printf -- '-->'; } >>site/large.html
for index in one many; do
    [ $index = one ] && jobs=1 || jobs=4
    expect_exit 0 "$PALPATE_INDEX" --jobs $jobs $index site
    cp err said.$index
    for table in postlist termlist; do
        cmp one/gen-000001/shard/$table.glass $index/gen-000001/shard/$table.glass || fail "$table depends on the number of threads"
    done
done
sed 's/; [0-9.]* s$//' said.one >said.1
sed 's/; [0-9.]* s$//' said.many >said.4
cmp said.1 said.4 || { diff said.1 said.4; fail "several threads say something else"; }
same "update of most pages"
for index in one many; do
    [ $index = one ] && jobs=1 || jobs=4
    expect_exit 0 "$PALPATE_INDEX" --quiet --jobs $jobs --rebuild $index site
done
same rebuild
