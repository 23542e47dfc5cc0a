# An update that would be built on a damaged block changes nothing: readers never see it, it ends in
# one sentence with the way out, and the way works.
. "$PALPATE_PROGRAM_TESTS/lib.sh"

allow_leaks_of_libxapian
cp -R "$PALPATE_SOURCE/corpus/articles" site
expect_exit 0 "$PALPATE_INDEX" --quiet index site
for page in site/a*.html site/k*.html site/s*.html; do
    sed -i 's|</h1>|</h1><p>A paragraph that was added about the shoulder.</p>|' "$page"
done

# damage FILE BLOCK: a few bytes of a block, of one in two where it says where its items are.
damage()
{
    printf '\377\001\125\252' | dd of="$1" bs=1 seek=$(($2 * 8192 + ($2 % 2 == 0 ? 5000 : 12))) conv=notrunc 2>dd
}
live=gen-000001/shard
refused=0 elsewhere=0
for table in postlist termlist; do
    blocks=$(($(wc -c <"index/$live/$table.glass") / 8192))
    for block in $(seq 0 $((blocks / 5 | 1)) $((blocks - 1))); do
        rm -rf case
        cp -Rp index case
        damage "case/$live/$table.glass" "$block"
        if "$PALPATE_INDEX" --verify --quiet case >out 2>err; then
            continue # no state uses it
        fi
        code=0
        timeout -s KILL 300 "$PALPATE_INDEX" --quiet case site >out 2>err || code=$?
        case $code in
        0) elsewhere=$((elsewhere + 1)) ;;
        2)
            expect_match err 'palpate-index.*--repair'
            # A sanitizer says what libxapian does while it commits, in a process of its own.
            [ "$(grep -vc '^palpate-index' err)" = 0 ] || grep -q 'commit_and_leave' err ||
                { cat err; fail "more than one line"; }
            cmp "index/$live/iamglass" "case/$live/iamglass" || fail "$table $block: the update is in place"
            cmp index/gen-000001/manifest case/gen-000001/manifest || fail "$table $block: another manifest"
            [ "$(echo $(ls case/gen-000001))" = "manifest shard" ] || fail "something is left in the generation"
            ! grep -q 'postlist.glass: block [0-9]* is damaged: nothing was changed' err || refused=$((refused + 1))
            ;;
        *) cat err; fail "$table $block: ended with $code" ;;
        esac
        # What was damaged is not forgotten, and brought back.
        expect_exit 2 "$PALPATE_INDEX" --verify case
        code=0
        "$PALPATE_INDEX" --quiet --repair case >out 2>err || code=$?
        [ $code -le 1 ] || expect_exit 0 "$PALPATE_INDEX" --quiet --rebuild case site
        expect_exit 0 "$PALPATE_INDEX" --quiet case site
        expect_exit 0 "$PALPATE_INDEX" --verify case
    done
done
echo "$refused updates were refused for a block of postings, $elsewhere did not need the block"
[ "$refused" -gt 0 ] || fail "no damage of postings was seen before the commit"
