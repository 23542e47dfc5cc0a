# A read-only index answers as any other, is smaller, and says that it can only be built
# anew.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

mkdir site
i=0
while [ $i -lt 300 ]; do
    page "site/p$i.html" "Number $i" "Text of page $i about topic$((i % 7)) and the joint$((i % 11))."
    i=$((i + 1))
done
# One that gives way to a page of another part.
cp site/p7.html site/print-p7.html
expect_exit 0 "$PALPATE_INDEX" any site
expect_exit 0 "$PALPATE_INDEX" --read-only only site
expect_match err ", 1 duplicate$"

for words in topic3 'joint5 topic2' '"about topic4"' 'title:number +joint1' 'top*'; do
    for index in any only; do
        "$PALPATE_QUERY" --format tsv --limit 100 --group none $index "$words" >$index.out ||
            fail "$index has no answer to $words"
    done
    cmp any.out only.out || fail "a read-only index answers otherwise to $words"
done
bytes() { cat "$1"/gen-*/shard/*.glass | wc -c; }
[ "$(bytes only)" -lt "$(bytes any)" ] || fail "a read-only index is no smaller"
expect_exit 0 xapian-check only/gen-000001/shard
expect_match out "No errors found"

# It cannot be brought up to date, and says what to do.
page site/p3.html "Number 3" "Something else entirely, with newword in it."
cp only/XAPIANDB before
expect_exit 2 "$PALPATE_INDEX" only site
expect_match err "built with --read-only .*built anew: nothing was changed; give --read-only"
cmp before only/XAPIANDB || fail "a refused update has published"
expect_exit 1 "$PALPATE_QUERY" only newword

# Built anew it says what is there now, and stays as it is asked to be.
expect_exit 0 "$PALPATE_INDEX" --read-only only site
expect_exit 0 "$PALPATE_QUERY" only newword
expect_exit 2 "$PALPATE_INDEX" only site
expect_exit 0 "$PALPATE_INDEX" --rebuild only site
page site/p4.html "Number 4" "Something else again, with otherword in it."
expect_exit 0 "$PALPATE_INDEX" only site
expect_exit 0 "$PALPATE_QUERY" only otherword

# Asked for, it replaces one that could be brought up to date.
expect_exit 0 "$PALPATE_INDEX" --read-only any site
expect_exit 0 "$PALPATE_QUERY" any otherword
expect_exit 2 "$PALPATE_INDEX" any site
expect_exit 2 "$PALPATE_INDEX" --dry-run any site
