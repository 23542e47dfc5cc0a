# palpate-index --repair brings back an index in the way that loses least, says what is lost, and the
# next run with the sources reads that again.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
i=0
while [ $i -lt 60 ]; do
    page "site/p$i.html" "Number $i of pages" \
        "The shoulder of page $i is stiff in the morning, as topic$((i % 7)) and word$i tell." \
        "A second paragraph of page $i about $(seq -s ' word' $i $((i + 60))), and about patience." \
        "A third paragraph of page $i about $(seq -s ' other' $i $((i + 70))), and about rest."
    i=$((i + 1))
done
page site/capsule.html "Of capsules" "An adhesive capsulitis takes a year or two until it is better."
printf 'frozen shoulder\tadhesive capsulitis\tsynonym\ttest\n' >names.tsv

# answers INDEX FILE: in no order, since pages of one weight come in that in which they were indexed.
answers()
{
    for words in shoulder word7 "topic3 -word10" other90 "page 12 stiff" "frozen shoulder"; do
        "$PALPATE_QUERY" --format tsv --limit 1000 --group none "$1" "$words" 2>&1 || true
    done | cut -f 2- | sort >"$2"
}
expect_exit 0 "$PALPATE_INDEX" --thesaurus names.tsv --base-url https://site.example/ index site
answers index right

expect_exit 2 "$PALPATE_INDEX" --repair nowhere
expect_match err "nowhere: there is no index here"
[ ! -e nowhere ] || fail "--repair makes a folder"
mkdir empty
expect_exit 2 "$PALPATE_INDEX" --repair empty
expect_match err "empty: there is no index here"
expect_exit 2 "$PALPATE_INDEX" --repair index site
expect_match err "takes an index and no source"
expect_exit 0 "$PALPATE_INDEX" --repair index
expect_match out "sound: nothing to repair"

# repair CODE WHAT COMMAND: after COMMAND in a copy --repair ends with CODE (any: 0 or 1), and the index is
# sound; after the next run it answers as ever.
repair()
{
    rm -rf case
    cp -Rp "${from-index}" case
    live=case/$(sed 's/^auto //' case/XAPIANDB)
    eval "$3"
    expect_exit 2 "$PALPATE_INDEX" --verify case
    code=0
    timeout -k 5 100 "$PALPATE_INDEX" --repair case >out 2>err || code=$?
    [ $code = "$1" ] || [ "$1 $code" = "any 0" ] || [ "$1 $code" = "any 1" ] || { cat out err; fail "$2: --repair ended with $code"; }
    ended=$code
    cp out said
    cp err named
    expect_exit 0 "$PALPATE_INDEX" --verify case
    answers case now
    if [ $ended = 0 ]; then
        cmp -s right now || fail "$2: other answers than before"
    fi
    expect_exit 0 "$PALPATE_INDEX" --quiet --thesaurus names.tsv --base-url https://site.example/ case site
    answers case now
    cmp right now || fail "$2: the next run does not complete the index"
    expect_exit 0 "$PALPATE_INDEX" --verify case
}
# hit FILE PLACE: changes two bytes.
hit() { printf '\377\001' | dd of="$1" bs=1 seek="$2" conv=notrunc 2>dd; }
# size FILE
size() { wc -c <"$1"; }
# hit_record SHARD: changes two bytes of what is kept of passages: they are values of a slot.
hit_record()
{
    at=$(LC_ALL=C grep -aobP '\x00\xd8\x02' "$1/postlist.glass" | tail -n 1 | cut -d : -f 1)
    hit "$1/postlist.glass" $((at + 100))
}

# What stands beside the tables is written anew.
repair 0 "no version file" 'rm $live/iamglass'
repair 0 "a version file of noise" 'echo noise >$live/iamglass'
repair 0 "a flipped version file" 'hit $live/iamglass 50'
repair 0 "no manifest" 'rm case/gen-000001/manifest'
repair 0 "a flipped manifest" 'hit case/gen-000001/manifest 300'
repair 0 "half a manifest" 'truncate -s 90 case/gen-000001/manifest'
repair 0 "no stub" 'rm case/XAPIANDB'
expect_match said "repaired: nothing is lost"
repair 0 "a stub of noise" 'echo noise >case/XAPIANDB'
repair 1 "a stub that names nothing" 'echo auto gen-000042/shard >case/XAPIANDB'
[ "$(echo $(ls case))" = "XAPIANDB gen-000001 lock" ] || { ls case; fail "something is left behind"; }
[ "$(echo $(ls case/gen-000001))" = "manifest shard" ] || fail "something is left in the generation"

# Without the generation before: the stored passages.
repair 0 "a damaged term list" 'hit $live/termlist.glass $(($(size $live/termlist.glass) - 90))'
expect_match said "rebuilt from the stored passages: 61 pages, 0 could not be read$"
repair 1 "no term lists" 'rm $live/termlist.glass'
repair 1 "a damaged record" 'hit_record $live'
expect_match said "rebuilt from the stored passages: [0-9]+ pages, [1-9][0-9]* could not be read: run again with the sources"
expect_match named "p[0-9]+.html: the stored passages are damaged: the next run reads it again"
for at in 100 9000 20000 40000; do
    repair any "damaged postings at $at" "hit \$live/postlist.glass $at"
    grep -q " 0 could not be read; the next run reads every page of the sources$" said && is_read_again=yes
done
[ -n "${is_read_again-}" ] || fail "an index without its catalog does not say that all pages are read again"

# A site that is large enough has a dictionary of its own, and a copy of it.
mkdir large
i=0
while [ $i -lt 300 ]; do
    page "large/p$i.html" "Number $i of pages" \
        "The shoulder of page $i is stiff in the morning, as topic$((i % 7)) and word$i tell." \
        "A second paragraph of page $i about $(seq -s ' word' $i $((i + 60))), and about patience."
    i=$((i + 1))
done
expect_exit 0 "$PALPATE_INDEX" --quiet many large
# hit_dictionary NAME: changes two bytes after the name of the dictionary.
hit_dictionary()
{
    rm -rf case
    cp -Rp many case
    table=case/gen-000001/shard/postlist.glass
    at=$(LC_ALL=C grep -aobF "$1" $table | head -n 1 | cut -d : -f 1)
    hit $table $((at + 100))
    expect_exit 2 "$PALPATE_INDEX" --verify case
    code=0
    timeout -k 5 100 "$PALPATE_INDEX" --repair case >out 2>err || code=$?
}
for name in palpate.dictionary ~palpate.dictionary; do
    hit_dictionary $name
    [ $code -le 1 ] || { cat out err; fail "$name: --repair ended with $code"; }
    expect_match out "rebuilt from the stored passages: 300 pages, 0 could not be read"
    expect_exit 0 "$PALPATE_INDEX" --verify case
    expect_exit 0 "$PALPATE_QUERY" case word40
done

# With it: the generation before.
cp -Rp index two
expect_exit 0 "$PALPATE_INDEX" --rebuild two site
from=two
repair 1 "a damaged live generation" 'hit_record $live'
expect_match said "back at the previous generation: run again"
repair 1 "no live generation" 'rm -r ${live%/shard}'
repair 0 "a damaged stub" 'echo noise >case/XAPIANDB'
repair 0 "a damaged generation before" 'hit_record case/gen-000001/shard'
repair 1 "both damaged" 'hit_record case/gen-000001/shard; hit_record $live'
expect_match said "rebuilt from the stored passages"

# Where nothing can be brought back the way out is named, and is one.
unset from
for what in 'rm $live/postlist.glass' 'rm -r $live'; do
    rm -rf case
    cp -Rp index case
    live=case/gen-000001/shard
    eval "$what"
    expect_exit 2 "$PALPATE_INDEX" --repair case
    expect_match err "^palpate-index: case: nothing can be brought back .*: build the index anew with palpate-index --rebuild and the sources"
    expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild case site
    expect_exit 0 "$PALPATE_INDEX" --verify case
done

# An index without term lists stays one.
expect_exit 0 "$PALPATE_INDEX" --read-only --thesaurus names.tsv bare site
hit_record bare/gen-000001/shard
expect_exit 1 "$PALPATE_INDEX" --repair bare
expect_exit 2 "$PALPATE_INDEX" bare site
expect_match err "built with --read-only"
